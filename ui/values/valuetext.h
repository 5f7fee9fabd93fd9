// SPDX-License-Identifier: GPL-3.0-or-later
// How free-form data reads: pure, any thread.
#pragma once

#include "core/model/value.h"
#include "ui/values/valueroles.h"

#include <QString>

namespace picket::ui {

// How the strings of a tree are to be understood.
enum class ValueStyle {
    Plain, // as they are: headers, tags, names
    Json, // in quotes: "2" is not 2
    Repr, // a language's own notation of any value (Python's repr), as it was sent
};

// One line; strings beyond a thousand characters and containers are cut with a mark.
[[nodiscard]] QString valueLine(const model::Value &value, ValueStyle style);

// All of it as visible text, up to limits::rawShown; nothing for a container, whose members have rows of their own.
[[nodiscard]] QString valueWhole(const model::Value &value);

// All of it as it was sent; of a container its JSON.
[[nodiscard]] QString valueCopy(const model::Value &value);
[[nodiscard]] QString valueJson(const model::Value &value);

[[nodiscard]] ValueKind valueKind(const model::Value &value, ValueStyle style);

// "text", "number", "list of 3" …: for those who listen instead of look.
[[nodiscard]] QString valueKindWord(const model::Value &value);

// A key as the next step of a path: ".name", or "[\"odd name\"]" where that could be misread.
[[nodiscard]] QString pathStep(const std::string &key);

} // namespace picket::ui
