// SPDX-License-Identifier: GPL-3.0-or-later
// Registers out of a thread's context record, by architecture. Pure; any thread.
#pragma once

#include "core/formats/byteview.h"
#include "core/formats/minidump.h"

#include <optional>
#include <string_view>
#include <vector>

namespace picket::formats {

// `arch` as in MinidumpSystem. nullopt for an architecture that is not known here, or a context that is too short.
[[nodiscard]] std::optional<std::uint64_t> instructionPointer(const ByteView &context, std::string_view arch);
[[nodiscard]] std::optional<std::uint64_t> stackPointer(const ByteView &context, std::string_view arch);
// The general registers by their names; empty as above.
[[nodiscard]] std::vector<MinidumpRegister> generalRegisters(const ByteView &context, std::string_view arch);

} // namespace picket::formats
