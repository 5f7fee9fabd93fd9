// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"

#include <QObject>
#include <QTimer>

namespace picket::query {
class QueryService;
}

namespace picket::ui {

class IssueScope;

// The workspace in numbers, and the part of it that the window speaks of.
struct OverviewNumbers {
    store::Totals totals;
    std::optional<model::MarkRow> lastMark;
    store::IssueCounts counts; // within the scope; new is what is new since that mark
    std::vector<model::BlockedOrigin> blocked;
    std::vector<model::ProjectRow> projects;
};

// GUI thread only. Keeps the numbers of status bar, quick filters and project list up to date, at most once a
// second as the store changes, at once as the scope does.
class Overview final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Overview)

public:
    // The scope must outlive it.
    Overview(query::QueryService &query, const IssueScope &scope, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] const OverviewNumbers &numbers() const { return m_numbers; }

Q_SIGNALS:
    void changed();
    void failed(const picket::Error &error);

private:
    void ask();

    query::QueryService &m_query;
    const IssueScope &m_scope;
    const int m_channel;
    OverviewNumbers m_numbers;
    bool m_asking = false;
    bool m_again = false;
    QTimer m_timer;
};

} // namespace picket::ui
