// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace picket::ui {

// How one language is pointed at Picket.
struct Snippet {
    QString name; // "Python"
    QString fileName; // by which the view knows the language
    QString code;
};

[[nodiscard]] QList<Snippet> snippets(const QString &dsn);

} // namespace picket::ui
