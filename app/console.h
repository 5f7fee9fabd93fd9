// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to the terminal: JSON Lines on stdout, sentences on stderr.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <string_view>

namespace picket::app {

struct CommandLine;

// A whole line, flushed: programs wait for it. Errors: Interrupted when the reader has gone, as `head` does; IoError,
// Full.
Result<void> printLine(std::string_view line);
void complain(const QString &sentence);

// One sentence for a person about a database or workspace that cannot be used, and the exit code that goes with it.
[[nodiscard]] QString describe(const Error &error, const QString &workspace);
// What the error is about: the address that was asked for, or the workspace.
[[nodiscard]] QString subjectOf(const Error &error, const CommandLine &line);
[[nodiscard]] int exitCodeOf(const Error &error);

} // namespace picket::app
