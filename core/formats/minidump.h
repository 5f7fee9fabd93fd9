// SPDX-License-Identifier: GPL-3.0-or-later
// What a minidump says without walking stacks (PROTOCOL A.8). Pure; any thread. The layout is Microsoft's
// minidumpapiset.h with the streams that Breakpad (0x4767xxxx) and Crashpad (0x4350xxxx) add.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace picket::formats {

enum class MinidumpOs { Unknown, Windows, Linux, Android, MacOs, Ios, Other };

using Annotation = std::pair<std::string, std::string>;

struct MinidumpSystem {
    MinidumpOs os = MinidumpOs::Unknown;
    std::string osName; // "Windows", "Linux", "macOS" …; empty if unknown
    std::string osVersion; // "10.0.19042"; of Linux the kernel's
    std::string osBuild; // service pack, revision or build
    std::string osDescription; // of Linux: uname, as written
    std::string arch; // "x86_64", "x86", "arm64" …; empty if unknown
    std::string cpuVendor; // "GenuineIntel"; x86 only
    std::uint8_t processors = 0;
};

struct MinidumpRegister {
    std::string name;
    std::uint64_t value = 0;
};

struct MinidumpThread {
    std::uint32_t id = 0;
    std::string name;
    std::optional<std::uint64_t> instructionAddr; // where it stood
    std::optional<std::uint64_t> stackPointer;
};

struct MinidumpException {
    std::uint32_t threadId = 0;
    std::uint32_t code = 0; // NTSTATUS, signal or Mach exception
    std::uint32_t flags = 0; // of Linux si_code, of macOS the exception's code
    std::uint64_t exceptionAddr = 0; // as recorded
    std::uint64_t crashAddr = 0; // the memory that was touched, where known; else exceptionAddr
    std::vector<std::uint64_t> parameters;
    std::optional<std::uint64_t> instructionAddr;
    std::vector<MinidumpRegister> registers; // of the crashed thread; x86, x86_64, arm and arm64
};

struct MinidumpModule {
    std::string name; // path
    std::uint64_t base = 0;
    std::uint32_t size = 0;
    std::string version; // "10.0.19041.1806"; empty if it has none
    std::string debugFile;
    std::string debugId; // PROTOCOL C.10
    std::string codeId;
    std::vector<Annotation> annotations; // Crashpad's
};

struct MinidumpFacts {
    std::optional<Timestamp> time;
    std::vector<std::uint32_t> streams; // types of the directory, as listed, without unused ones
    MinidumpSystem system;
    std::optional<MinidumpException> exception; // absent: taken of a program that did not crash
    std::vector<MinidumpThread> threads;
    std::vector<MinidumpModule> modules; // the program itself first
    std::optional<std::uint32_t> processId;
    std::string commandLine;
    std::vector<Annotation> annotations; // Crashpad's, of the process
    std::vector<Annotation> distribution; // of Linux: lsb-release
    std::vector<std::string> warnings; // codes: "stream_outside", "threads_over_limit", "text_over_limit" …
};

// Errors: EmptyBody; UnsupportedEncoding with the container's name as detail (unpack and call again); InvalidArgument
// for what is no minidump, with "microdump" or "minidump header" … as detail. Damage beyond the header is a warning.
[[nodiscard]] Result<MinidumpFacts> readMinidump(std::string_view bytes);

// "MDMP" or "PMDM" stands at the front.
[[nodiscard]] bool isMinidump(std::string_view bytes);

} // namespace picket::formats
