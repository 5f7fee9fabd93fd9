// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/overview.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "ui/state/issuescope.h"

namespace picket::ui {

namespace {

// The quick filters each add their own states.
store::IssueFilter ofAllStates(store::IssueFilter filter)
{
    filter.statuses.clear();
    filter.newSince.reset();
    return filter;
}

Result<OverviewNumbers> readNumbers(store::Reader &reader, const store::IssueFilter &filter)
{
    OverviewNumbers numbers;
    const auto take = [](auto &into) {
        return [&into](auto &&value) {
            into = std::forward<decltype(value)>(value);
        };
    };
    return reader.totals()
        .map(take(numbers.totals))
        .and_then([&] { return reader.projects(); })
        .map(take(numbers.projects))
        .and_then([&] { return reader.lastMark(); })
        .map(take(numbers.lastMark))
        .and_then([&] { return reader.blockedOrigins(); })
        .map(take(numbers.blocked))
        .and_then([&] {
            return reader.issueCounts(filter, numbers.lastMark ? std::optional(numbers.lastMark->time) : std::nullopt);
        })
        .map(take(numbers.counts))
        .map([&] { return std::move(numbers); });
}

} // namespace

Overview::Overview(query::QueryService &query, const IssueScope &scope, QObject *parent)
    : QObject(parent)
    , m_query(query)
    , m_scope(scope)
    , m_channel(query.newChannel())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::milliseconds(limits::reorderInterval));
    connect(&scope, &IssueScope::changed, this, &Overview::ask);
    connect(&scope, &IssueScope::movedOn, this, &Overview::refresh);
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
    m_query.ask<OverviewNumbers>(
        query::Lane::Lists, m_channel, this,
        [filter = ofAllStates(m_scope.filter(now()))](store::Reader &reader) { return readNumbers(reader, filter); },
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
