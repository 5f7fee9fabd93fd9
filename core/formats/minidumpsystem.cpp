// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/minidumpsystem.h"

#include "core/formats/minidump.h"
#include "core/formats/minidumpsource.h"

#include <algorithm>
#include <array>

namespace picket::formats {

namespace {

struct Platform {
    std::uint32_t id;
    MinidumpOs os;
    std::string_view name;
};

constexpr std::array<Platform, 12> platforms = {{
    {0, MinidumpOs::Windows, "Windows"}, // Win32s
    {1, MinidumpOs::Windows, "Windows"}, // 95, 98, Me
    {2, MinidumpOs::Windows, "Windows"}, // NT and everything since
    {3, MinidumpOs::Windows, "Windows CE"},
    {0x8101, MinidumpOs::MacOs, "macOS"},
    {0x8102, MinidumpOs::Ios, "iOS"},
    {0x8201, MinidumpOs::Linux, "Linux"},
    {0x8202, MinidumpOs::Other, "Solaris"},
    {0x8203, MinidumpOs::Android, "Android"},
    {0x8204, MinidumpOs::Other, "PS3"},
    {0x8205, MinidumpOs::Other, "NaCl"},
    {0x8206, MinidumpOs::Other, "Fuchsia"},
}};

struct Architecture {
    std::uint16_t id;
    std::string_view name;
};

constexpr std::array<Architecture, 14> architectures = {{
    {0, "x86"},
    {1, "mips"},
    {3, "ppc"},
    {5, "arm"},
    {6, "ia64"},
    {9, "x86_64"},
    {10, "x86"}, // a 32-bit program on 64-bit Windows
    {12, "arm64"},
    {0x8001, "sparc"},
    {0x8002, "ppc64"},
    {0x8003, "arm64"}, // Breakpad's number before Microsoft had one
    {0x8004, "mips64"},
    {0x8005, "riscv"},
    {0x8006, "riscv64"},
}};

constexpr std::string_view unamePrefix = "Linux ";

std::string dotted(std::uint32_t major, std::uint32_t minor, std::uint32_t build)
{
    return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(build);
}

// Breakpad writes all of uname and no version; Crashpad writes the version, and the kernel's release from its first
// dash on as the service pack.
void readKernel(MinidumpSystem &system, const std::string &servicePack, bool hasVersion)
{
    system.osDescription = servicePack;
    const std::string_view text = servicePack;
    if (text.substr(0, unamePrefix.size()) == unamePrefix) {
        const std::string_view release = text.substr(unamePrefix.size());
        system.osVersion = release.substr(0, release.find(' '));
    } else if (hasVersion && text.substr(0, 1) == "-") {
        system.osVersion += text.substr(0, text.find(' '));
        system.osDescription = std::string(unamePrefix) + system.osVersion;
        system.osDescription += text.substr(std::min(text.find(' '), text.size()));
    }
}

std::string readVendor(const ByteView &info)
{
    const std::string_view vendor = info.part(32, 12).bytes();
    const auto isPrintable = [](char c) {
        return c > ' ' && c <= '~';
    };
    return std::all_of(vendor.begin(), vendor.end(), isPrintable) ? std::string(vendor) : std::string();
}

void readSystemInfo(MinidumpSource &source, MinidumpSystem &system)
{
    const ByteView info = source.stream(MinidumpStream::System);
    if (info.isEmpty()) {
        return;
    }
    const std::uint16_t architecture = info.u16(0);
    for (const Architecture &known : architectures) {
        system.arch = known.id == architecture ? std::string(known.name) : system.arch;
    }
    const std::uint32_t platform = info.u32(20);
    for (const Platform &known : platforms) {
        if (known.id == platform) {
            system.os = known.os;
            system.osName = known.name;
        }
    }
    system.processors = info.u8(6);
    const bool hasVersion = info.u32(8) != 0 || info.u32(12) != 0;
    system.osVersion = hasVersion ? dotted(info.u32(8), info.u32(12), info.u32(16)) : std::string();
    const std::string servicePack = source.utf16(info.u32(24));
    if (system.os == MinidumpOs::Linux || system.os == MinidumpOs::Android) {
        readKernel(system, servicePack, hasVersion);
    } else {
        system.osBuild = servicePack;
    }
    system.cpuVendor = system.arch == "x86" ? readVendor(info) : std::string();
}

// Lines of KEY=value or KEY="value"; comments begin with '#'.
std::vector<Annotation> readAssignments(std::string_view text)
{
    std::vector<Annotation> pairs;
    while (!text.empty() && pairs.size() < limits::minidumpAnnotations) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos || line.front() == '#') {
            continue;
        }
        std::string_view value = line.substr(equals + 1);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
            value = value.substr(1, value.size() - 2);
        }
        pairs.emplace_back(line.substr(0, equals), value);
    }
    return pairs;
}

} // namespace

void readSystem(MinidumpSource &source, MinidumpFacts &facts)
{
    constexpr std::uint32_t hasProcessId = 1;
    readSystemInfo(source, facts.system);
    const ByteView misc = source.stream(MinidumpStream::MiscInfo);
    if (misc.size() >= 12 && (misc.u32(4) & hasProcessId) != 0) {
        facts.processId = misc.u32(8);
    }
    std::string arguments(source.stream(MinidumpStream::LinuxCommandLine).bytes().substr(0, limits::minidumpText));
    arguments.erase(arguments.find_last_not_of('\0') + 1);
    std::replace(arguments.begin(), arguments.end(), '\0', ' ');
    facts.commandLine = source.text(arguments);
    facts.distribution = readAssignments(source.text(source.stream(MinidumpStream::LinuxLsbRelease).bytes()));
}

} // namespace picket::formats
