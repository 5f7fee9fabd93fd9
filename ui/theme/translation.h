// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLocale;

namespace picket::ui {

// GUI thread only, before the first window is made. Makes the application speak the locale's language as far as there
// is a translation; English otherwise (its file holds plural forms only).
void installTranslations(const QLocale &locale);

} // namespace picket::ui
