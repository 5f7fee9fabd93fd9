// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"

#include <QObject>
#include <QTimer>

namespace picket::query {
class QueryService;
}

namespace picket::ui {

// The workspace in numbers.
struct OverviewNumbers {
    store::Totals totals;
    std::int64_t regressed = 0;
    std::int64_t muted = 0;
    std::optional<model::MarkRow> lastMark;
    std::int64_t fresh = 0; // unresolved issues that are new since that mark
    std::vector<model::BlockedOrigin> blocked;
    std::vector<model::ProjectRow> projects;
};

// GUI thread only. Keeps the numbers of status bar, quick filters and project list up to date, at most once a second.
class Overview final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Overview)

public:
    explicit Overview(query::QueryService &query, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] const OverviewNumbers &numbers() const { return m_numbers; }

Q_SIGNALS:
    void changed();
    void failed(const picket::Error &error);

private:
    void ask();

    query::QueryService &m_query;
    const int m_channel;
    OverviewNumbers m_numbers;
    bool m_asking = false;
    bool m_again = false;
    QTimer m_timer;
};

} // namespace picket::ui
