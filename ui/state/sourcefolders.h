// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/sourcefile.h"

#include <QSettings>
#include <QStringList>

namespace picket::ui {

// GUI thread only. Below which folders source files may be read: nobody is asked twice about a folder. Remembered in
// the settings; "not now" holds until the program ends.
class SourceFolders final
{
public:
    explicit SourceFolders(QSettings &settings);

    // Values for another thread.
    [[nodiscard]] source::FolderChoices choices() const;

    void agree(const QString &folder);
    void refuse(const QString &folder);
    void postpone(const QString &folder);
    // Everybody is asked anew.
    void forget();

private:
    void save();

    QSettings &m_settings;
    QStringList m_agreed;
    QStringList m_refused;
    QStringList m_postponed;
};

} // namespace picket::ui
