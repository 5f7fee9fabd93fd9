// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"

namespace picket::ui {

namespace {

Result<std::int64_t> count(store::Reader &reader, std::vector<model::IssueStatus> statuses,
                           std::optional<Timestamp> newSince = std::nullopt)
{
    store::IssueFilter filter;
    filter.statuses = std::move(statuses);
    filter.newSince = newSince;
    return reader.issueIds(filter, store::IssueOrder::LastSeen, true).map([](const std::vector<IssueId> &ids) {
        return static_cast<std::int64_t>(ids.size());
    });
}

Result<void> readCounts(store::Reader &reader, OverviewNumbers &numbers)
{
    using model::IssueStatus;
    const auto regressed = count(reader, {IssueStatus::Regressed});
    const auto muted = count(reader, {IssueStatus::Muted});
    if (!regressed || !muted) {
        return tl::unexpected<Error>(!regressed ? regressed.error() : muted.error());
    }
    numbers.regressed = *regressed;
    numbers.muted = *muted;
    if (numbers.lastMark) {
        const auto fresh = count(reader, {IssueStatus::Unresolved, IssueStatus::Regressed}, numbers.lastMark->time);
        if (!fresh) {
            return tl::unexpected<Error>(fresh.error());
        }
        numbers.fresh = *fresh;
    }
    return {};
}

Result<OverviewNumbers> readNumbers(store::Reader &reader)
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
        .and_then([&] { return readCounts(reader, numbers); })
        .map([&] { return std::move(numbers); });
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
