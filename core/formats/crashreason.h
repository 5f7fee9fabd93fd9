// SPDX-License-Identifier: GPL-3.0-or-later
// Names of exception codes, signals and Mach exceptions, as their systems' headers spell them. Pure; any thread.
#pragma once

#include "core/formats/minidump.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace picket::formats {

// "SIGSEGV / SEGV_MAPERR", "EXCEPTION_ACCESS_VIOLATION_READ", "EXC_BAD_ACCESS / KERN_INVALID_ADDRESS"; a code without
// a name is given in hex: "0xe0000001".
[[nodiscard]] std::string crashReason(const MinidumpException &exception, MinidumpOs os);

// Whether crashAddr is memory. Signals that were sent rather than raised keep the sender's numbers in its place.
[[nodiscard]] bool hasCrashAddress(const MinidumpException &exception, MinidumpOs os);

// "SIGSEGV"; empty for a number without a name. Linux numbering, the same on the architectures that matter.
[[nodiscard]] std::string_view signalName(std::uint32_t number);
// "SEGV_MAPERR"; empty if there is none.
[[nodiscard]] std::string_view signalCodeName(std::uint32_t number, std::uint32_t code);

// "EXC_BAD_ACCESS"; empty for a number without a name.
[[nodiscard]] std::string_view machExceptionName(std::uint32_t number);

} // namespace picket::formats
