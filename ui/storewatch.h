// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <cstdint>
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
    void changed();

private:
    void ask();

    query::QueryService &m_query;
    const int m_channel;
    std::optional<std::int64_t> m_version;
    QTimer m_timer;
};

} // namespace picket::ui
