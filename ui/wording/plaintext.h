// SPDX-License-Identifier: GPL-3.0-or-later
// Promise 5 (CONTRIBUTING.md): text of an event never meets rich text. Qt guesses the format of labels and tooltips
// from their content, so every label and every tooltip of Picket is made here.
#pragma once

#include <QLabel>
#include <QString>

namespace picket::ui {

// A label that shows its text as it is.
[[nodiscard]] QLabel *plainLabel(const QString &text = {}, QWidget *parent = nullptr);

// What a tooltip needs in order to show `text` as it is: text that Qt would take for markup is escaped.
[[nodiscard]] QString plainToolTip(const QString &text);

void setPlainToolTip(QWidget *widget, const QString &text);

} // namespace picket::ui
