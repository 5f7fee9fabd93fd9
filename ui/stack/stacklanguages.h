// SPDX-License-Identifier: GPL-3.0-or-later
// How languages print a stack: one frame, one exception. Pure; text is UTF-8 as it was sent.
#pragma once

#include "core/model/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::ui {

enum class StackLanguage { General, Python, JavaScript, Java, DotNet, Ruby, Php, Go };

[[nodiscard]] StackLanguage stackLanguage(std::string_view platform);

// Whether the newest call is printed first.
[[nodiscard]] bool printsNewestFirst(StackLanguage language);

// "ValueError: no such thing", with the module where the language prints it.
[[nodiscard]] std::string exceptionLine(StackLanguage language, const model::Exception &exception);

// The lines of one frame, indented as the language does it. `number` counts from 0 in the order printed.
[[nodiscard]] std::vector<std::string> frameLines(StackLanguage language, const model::Frame &frame,
                                                  std::size_t number);

} // namespace picket::ui
