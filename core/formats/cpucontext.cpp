// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/cpucontext.h"

#include <algorithm>
#include <array>
#include <span>

namespace picket::formats {

namespace {

struct Register {
    std::string_view name;
    std::size_t offset;
};

struct Layout {
    std::string_view arch;
    std::size_t width; // bytes of a register
    std::size_t instruction; // offset of the instruction pointer
    std::size_t stack; // offset of the stack pointer
    std::span<const Register> registers; // as far as they are named here
};

// Offsets are those of CONTEXT in winnt.h, and of Breakpad's minidump_cpu_*.h where Windows has none.
constexpr std::array<Register, 10> x86 = {{{"eax", 176},
                                           {"ebx", 164},
                                           {"ecx", 172},
                                           {"edx", 168},
                                           {"esi", 160},
                                           {"edi", 156},
                                           {"ebp", 180},
                                           {"esp", 196},
                                           {"eip", 184},
                                           {"eflags", 192}}};
constexpr std::array<Register, 17> x64 = {{{"rax", 120},
                                           {"rbx", 144},
                                           {"rcx", 128},
                                           {"rdx", 136},
                                           {"rsi", 168},
                                           {"rdi", 176},
                                           {"rbp", 160},
                                           {"rsp", 152},
                                           {"r8", 184},
                                           {"r9", 192},
                                           {"r10", 200},
                                           {"r11", 208},
                                           {"r12", 216},
                                           {"r13", 224},
                                           {"r14", 232},
                                           {"r15", 240},
                                           {"rip", 248}}};
constexpr std::array<Register, 16> arm = {{{"r0", 4},
                                           {"r1", 8},
                                           {"r2", 12},
                                           {"r3", 16},
                                           {"r4", 20},
                                           {"r5", 24},
                                           {"r6", 28},
                                           {"r7", 32},
                                           {"r8", 36},
                                           {"r9", 40},
                                           {"r10", 44},
                                           {"r11", 48},
                                           {"r12", 52},
                                           {"sp", 56},
                                           {"lr", 60},
                                           {"pc", 64}}};

constexpr std::size_t firstArm64Register = 8; // x0, behind flags and cpsr

constexpr auto arm64Registers()
{
    constexpr std::array<std::string_view, 33> names = {"x0",  "x1",  "x2",  "x3",  "x4",  "x5",  "x6",  "x7",  "x8",
                                                        "x9",  "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17",
                                                        "x18", "x19", "x20", "x21", "x22", "x23", "x24", "x25", "x26",
                                                        "x27", "x28", "fp",  "lr",  "sp",  "pc"};
    std::array<Register, names.size()> registers{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        registers[i] = {names[i], firstArm64Register + 8 * i};
    }
    return registers;
}
constexpr auto arm64 = arm64Registers();

constexpr std::array<Layout, 8> layouts = {{
    {"x86", 4, 184, 196, x86},
    {"x86_64", 8, 248, 152, x64},
    {"arm", 4, 64, 56, arm},
    {"arm64", 8, 264, 256, arm64},
    {"mips", 8, 312, 240, {}},
    {"mips64", 8, 312, 240, {}},
    {"riscv", 4, 8, 16, {}},
    {"riscv64", 8, 8, 24, {}},
}};

const Layout *layoutOf(std::string_view arch)
{
    const auto it =
        std::find_if(layouts.begin(), layouts.end(), [arch](const Layout &layout) { return layout.arch == arch; });
    return it != layouts.end() ? &*it : nullptr;
}

std::optional<std::uint64_t> read(const ByteView &context, std::size_t offset, std::size_t width)
{
    const ByteView field = context.part(offset, width);
    if (field.isEmpty()) {
        return std::nullopt;
    }
    return width == 4 ? field.u32(0) : field.u64(0);
}

} // namespace

std::optional<std::uint64_t> instructionPointer(const ByteView &context, std::string_view arch)
{
    const Layout *layout = layoutOf(arch);
    return layout ? read(context, layout->instruction, layout->width) : std::nullopt;
}

std::optional<std::uint64_t> stackPointer(const ByteView &context, std::string_view arch)
{
    const Layout *layout = layoutOf(arch);
    return layout ? read(context, layout->stack, layout->width) : std::nullopt;
}

std::vector<MinidumpRegister> generalRegisters(const ByteView &context, std::string_view arch)
{
    std::vector<MinidumpRegister> registers;
    if (const Layout *layout = layoutOf(arch)) {
        for (const Register &named : layout->registers) {
            if (const auto value = read(context, named.offset, layout->width)) {
                registers.push_back({std::string(named.name), *value});
            }
        }
    }
    return registers;
}

} // namespace picket::formats
