// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace picket::query {
class QueryService;
}

namespace picket::ui {

// GUI thread only. For a window on a workspace that another process writes: asks four times a second whether something
// was committed.
class StoreWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoreWatch)

public:
    explicit StoreWatch(query::QueryService &query, QObject *parent = nullptr);

Q_SIGNALS:
    // `replaced`: the database is another one than before.
    void changed(bool replaced);

private:
    void ask();

    query::QueryService &m_query;
    const int m_channel;
    std::optional<store::DataVersion> m_version;
    QTimer m_timer;
};

} // namespace picket::ui
