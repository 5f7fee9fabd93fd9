// SPDX-License-Identifier: GPL-3.0-or-later
// From core's UTF-8 to what people read. Any thread; pure.
#pragma once

#include "core/base/time.h"
#include "core/model/level.h"
#include "core/model/rows.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace picket::ui {

// Text of an event, made visible: NUL and the other control characters as their pictures (U+2400 …), characters that
// would reorder what stands around them (bidi controls) as "[U+202E]". Line ends and tabs stay.
[[nodiscard]] QString toText(std::string_view utf8);

// The same on one line: line ends and tabs become blanks, what is longer than `most` characters ends in "…".
[[nodiscard]] QString toLine(std::string_view utf8, qsizetype most = 1000);

// For texts of widgets that read '&' as a mnemonic (buttons, tabs, menus).
[[nodiscard]] QString withoutMnemonics(QString text);

[[nodiscard]] QString countText(std::int64_t count);
[[nodiscard]] QString sizeText(std::uint64_t bytes);
// "450 µs", "3.1 ms", "1.2 s"
[[nodiscard]] QString durationText(std::int64_t micros);

// "now", "2 min", "3 h", "4 d", "5 mo", "2 y"
[[nodiscard]] QString agoShort(Timestamp time, Timestamp now);
// The same inside a sentence: "2 minutes ago"
[[nodiscard]] QString agoSentence(Timestamp time, Timestamp now);
// Local time with zone: "2026-01-31 10:05:07.250 UTC+1"
[[nodiscard]] QString absoluteTime(Timestamp time);
// Local time of day: "10:05:07.250"
[[nodiscard]] QString clockTime(Timestamp time);
// The same for lists, with the date on other days than today: "01-31 10:05:07", in other years "2025-12-31 10:05"
[[nodiscard]] QString listTime(Timestamp time, Timestamp now);

// The words people see for core's codes.
[[nodiscard]] QString levelWord(model::Level level);
[[nodiscard]] QString statusWord(model::IssueStatus status);
[[nodiscard]] QString outcomeWord(model::Outcome outcome);

} // namespace picket::ui
