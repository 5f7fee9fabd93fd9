// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/eventdetail.h"
#include "ui/state/navigator.h"

#include <QObject>

#include <memory>
#include <optional>

namespace picket::query {
class QueryService;
}
namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

using DetailPtr = std::shared_ptr<const query::EventDetail>;

// GUI thread only. The shown event, read and parsed once for all docks; and where it stands among its issue's events.
// While another event is being read the old one stays, so that stepping through events does not flicker.
class CurrentEvent final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurrentEvent)

public:
    CurrentEvent(query::QueryService &query, Navigator &navigator, QObject *parent = nullptr);

    // Null: nothing is selected, or it could not be read (then error() says why).
    [[nodiscard]] const DetailPtr &detail() const { return m_detail; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const std::optional<model::IssueRow> &issue() const { return m_issue; }

    // The frame that Navigator names, or null.
    [[nodiscard]] const model::Frame *frame() const;

    // 1 is the oldest of count(); 0 while that is not known.
    [[nodiscard]] qsizetype position() const;
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_events.size()); }

    // Steps through the issue's events: negative is older.
    void step(int by);
    void goToOldest();
    void goToNewest();

    void applyChanges(const store::ChangeSet &changes);

Q_SIGNALS:
    void detailChanged();
    void issueChanged(); // issue(), position() or count()

private:
    void onIssueSelected(IssueId issue);
    void onEventSelected(EventId event);
    void loadDetail(EventId event);
    void loadIssue();
    void setDetail(DetailPtr detail, std::optional<Error> error);

    query::QueryService &m_query;
    Navigator &m_navigator;
    const int m_detailChannel;
    const int m_issueChannel;
    DetailPtr m_detail;
    std::optional<Error> m_error;
    std::optional<model::IssueRow> m_issue;
    std::vector<EventId> m_events; // of the issue, newest first
};

// The frame in which a debugger would stop: the newest in-app frame of the exception that was raised last, else its
// newest frame.
[[nodiscard]] FrameRef mainFrame(const model::Event &event);
// The frame that the culprit names, so that the window opens where the list says; else the one above.
[[nodiscard]] FrameRef mainFrame(const model::Event &event, const model::CrashSite &crash);

[[nodiscard]] const model::Stacktrace *findStack(const model::Event &event, const FrameRef &ref);
[[nodiscard]] const model::Frame *findFrame(const model::Event &event, const FrameRef &ref);

} // namespace picket::ui
