// SPDX-License-Identifier: GPL-3.0-or-later
// QScintilla's headers need the keywords that Picket's own code does without (QT_NO_KEYWORDS).
#pragma once

#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexer.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots
