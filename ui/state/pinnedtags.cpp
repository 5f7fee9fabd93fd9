// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/pinnedtags.h"

#include "core/base/limits.h"

#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

PinnedTags::PinnedTags(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_keys(settings.value("tags/pinned"_L1).toStringList())
{
}

void PinnedTags::setPinned(const QString &key, bool pinned)
{
    if (key.isEmpty() || pinned == isPinned(key)) {
        return;
    }
    m_keys.removeAll(key);
    if (pinned) {
        m_keys.push_back(key);
    }
    if (m_keys.size() > qsizetype(limits::pinnedTags)) {
        m_keys.removeFirst();
    }
    m_settings.setValue("tags/pinned"_L1, m_keys);
    Q_EMIT changed();
}

} // namespace picket::ui
