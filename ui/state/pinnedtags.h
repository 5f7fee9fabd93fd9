// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QSettings;

namespace picket::ui {

// GUI thread only. The keys of the tags that somebody wants to see in every event; remembered in the settings.
class PinnedTags final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PinnedTags)

public:
    explicit PinnedTags(QSettings &settings, QObject *parent = nullptr);

    // In the order pinned.
    [[nodiscard]] const QStringList &keys() const { return m_keys; }
    [[nodiscard]] bool isPinned(const QString &key) const { return m_keys.contains(key); }
    // Beyond limits::pinnedTags the one pinned first gives way.
    void setPinned(const QString &key, bool pinned);

Q_SIGNALS:
    void changed();

private:
    QSettings &m_settings;
    QStringList m_keys;
};

} // namespace picket::ui
