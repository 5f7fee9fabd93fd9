// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"

namespace picket::ui {

namespace {

Result<std::int64_t> countStatus(store::Reader &reader, model::IssueStatus status)
{
    store::IssueFilter filter;
    filter.statuses = {status};
    const auto ids = reader.issueIds(filter, store::IssueOrder::LastSeen, true);
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    return static_cast<std::int64_t>(ids->size());
}

Result<OverviewNumbers> readNumbers(store::Reader &reader)
{
    OverviewNumbers numbers;
    auto totals = reader.totals();
    if (!totals) {
        return tl::unexpected(totals.error());
    }
    numbers.totals = *totals;
    const auto regressed = countStatus(reader, model::IssueStatus::Regressed);
    const auto muted = countStatus(reader, model::IssueStatus::Muted);
    auto projects = reader.projects();
    if (!regressed || !muted || !projects) {
        return tl::unexpected(!regressed ? regressed.error() : !muted ? muted.error() : projects.error());
    }
    numbers.regressed = *regressed;
    numbers.muted = *muted;
    numbers.projects = std::move(*projects);
    return numbers;
}

} // namespace

Overview::Overview(query::QueryService &query, QObject *parent)
    : QObject(parent)
    , m_query(query)
    , m_channel(query.newChannel())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::milliseconds(limits::reorderInterval));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false)) {
            ask();
        }
    });
}

void Overview::refresh()
{
    if (m_asking || m_timer.isActive()) {
        m_again = true;
    } else {
        ask();
    }
}

void Overview::ask()
{
    m_asking = true;
    m_query.ask<OverviewNumbers>(query::Lane::Lists, m_channel, this, readNumbers,
                                 [this](Result<OverviewNumbers> answer) {
                                     m_asking = false;
                                     m_timer.start();
                                     if (answer) {
                                         m_numbers = std::move(*answer);
                                         Q_EMIT changed();
                                     } else if (answer.error().code != ErrorCode::Interrupted) {
                                         Q_EMIT failed(answer.error());
                                     }
                                 });
}

} // namespace picket::ui
