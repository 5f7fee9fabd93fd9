// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/reader.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace picket::query {
class QueryService;
}

namespace picket::ui {

class IssueScope;

// What the strip of time shows, as one answer of the store.
struct StripContent {
    model::Histogram histogram; // without spans: there is nothing to show
    std::vector<model::MarkRow> marks; // within it, oldest first

    [[nodiscard]] std::size_t spans() const { return histogram.events.size(); }
    // Of the spans `first` to `last`, both ends belong to it.
    [[nodiscard]] store::TimeRange rangeOf(std::size_t first, std::size_t last) const;
    [[nodiscard]] store::TimeRange range() const { return rangeOf(0, spans() > 0 ? spans() - 1 : 0); }
    [[nodiscard]] std::int64_t events() const;
    [[nodiscard]] std::int64_t newIssues() const;
};

// GUI thread only. How many events of the scope's issues fell into each span of its time, asked again when the scope
// or the store changes, and then at most once a second.
class HistogramModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistogramModel)

public:
    HistogramModel(query::QueryService &query, const IssueScope &scope, QObject *parent = nullptr);

    [[nodiscard]] const StripContent &content() const { return m_content; }

    // Nothing is asked until there is room for spans.
    void setMostSpans(std::size_t spans);
    // While nobody looks nothing is asked; what was missed is asked then.
    void setActive(bool active);

public Q_SLOTS:
    // What the store says has changed, however often.
    void refresh();

Q_SIGNALS:
    void changed();
    void failed(const picket::Error &error);

private:
    void ask();
    void take(Result<StripContent> content);

    query::QueryService &m_query;
    const IssueScope &m_scope;
    const int m_channel;
    StripContent m_content;
    std::size_t m_mostSpans = 0;
    bool m_active = false;
    bool m_wanted = true; // the content is not what it would be now
    bool m_asking = false;
    QTimer m_rest; // runs while the last answer is younger than a second
};

} // namespace picket::ui
