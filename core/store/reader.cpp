// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"

#include "core/store/databasefile.h"
#include "core/store/deliveryqueries.h"
#include "core/store/eventqueries.h"
#include "core/store/histogram.h"
#include "core/store/issuequeries.h"
#include "core/store/itemqueries.h"
#include "core/store/markqueries.h"
#include "core/store/originqueries.h"
#include "core/store/tagqueries.h"
#include "core/store/telemetryqueries.h"
#include "core/store/textsearch.h"
#include "core/store/timelinequeries.h"

#include <atomic>
#include <utility>

namespace picket::store {

struct Reader::Interrupter::Shared {
    std::atomic<bool> isRaised = false;
};

void Reader::Interrupter::interrupt() const
{
    m_shared->isRaised = true;
}

struct Reader::Private {
    std::shared_ptr<Interrupter::Shared> shared = std::make_shared<Interrupter::Shared>(); // outlives the connection
    WorkspacePaths paths;
    Database database;

    // An interruption ends one call: this one, or the next when it came too late.
    template <class Question> [[nodiscard]] auto call(const Question &question) -> decltype(question(database))
    {
        if (shared->isRaised.exchange(false)) {
            return failure(ErrorCode::Interrupted);
        }
        auto answer = question(database);
        if (!answer && answer.error().code == ErrorCode::Interrupted) {
            shared->isRaised = false;
        }
        return answer;
    }
};

Reader::Reader(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Reader::Reader(Reader &&) noexcept = default;
Reader &Reader::operator=(Reader &&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const WorkspacePaths &paths)
{
    auto database = openForReading(paths.database);
    if (!database) {
        return tl::unexpected<Error>(std::move(database.error()));
    }
    if (auto added = addTextSearch(*database); !added) {
        return tl::unexpected<Error>(std::move(added.error()));
    }
    auto d = std::make_unique<Private>();
    d->paths = paths;
    d->database = std::move(*database);
    d->database.interruptOn(&d->shared->isRaised);
    return Reader(std::move(d));
}

Result<std::vector<IssueId>> Reader::issueIds(const IssueFilter &filter, IssueOrder order, bool descending,
                                              std::size_t limit)
{
    return d->call([&](Database &database) { return readIssueIds(database, filter, order, descending, limit); });
}

Result<std::vector<model::IssueRow>> Reader::issues(std::span<const IssueId> ids)
{
    return d->call([&](Database &database) { return readIssues(database, ids); });
}

Result<IssueCounts> Reader::issueCounts(const IssueFilter &filter, std::optional<Timestamp> newSince)
{
    return d->call([&](Database &database) { return readIssueCounts(database, filter, newSince); });
}

Result<std::vector<EventId>> Reader::eventIds(const EventFilter &filter, std::size_t limit, EventId after)
{
    return d->call([&](Database &database) { return readEventIds(database, filter, limit, after); });
}

Result<std::vector<model::EventRow>> Reader::events(std::span<const EventId> ids)
{
    return d->call([&](Database &database) { return readEvents(database, ids); });
}

Result<StoredEvent> Reader::event(EventId id)
{
    return d->call([&](Database &database) { return readStoredEvent(database, id); });
}

Result<std::string> Reader::attachment(std::int64_t id)
{
    return d->call([&](Database &database) { return readAttachment(database, id); });
}

Result<EventId> Reader::findEvent(const EventUuid &uuid)
{
    return d->call([&](Database &database) { return readEventByUuid(database, uuid); });
}

Result<EventId> Reader::latestEvent(IssueId issue)
{
    return d->call([&](Database &database) -> Result<EventId> {
        auto ids = readEventIds(database, {issue, std::nullopt}, 1, {});
        if (!ids) {
            return tl::unexpected<Error>(std::move(ids.error()));
        }
        return ids->empty() ? Result<EventId>(failure(ErrorCode::NotFound)) : ids->front();
    });
}

Result<std::vector<TagCount>> Reader::issueTags(IssueId issue)
{
    return d->call([&](Database &database) { return readIssueTags(database, issue); });
}

Result<std::vector<model::DeliveryRow>> Reader::deliveries(std::size_t limit)
{
    return d->call([&](Database &database) { return readDeliveries(database, limit); });
}

Result<std::vector<model::DeliveryCount>> Reader::deliveryCounts()
{
    return d->call([](Database &database) { return readDeliveryCounts(database); });
}

Result<std::vector<model::ProjectRow>> Reader::projects()
{
    return d->call([&](Database &database) { return readProjects(database); });
}

Result<Totals> Reader::totals()
{
    return d->call([&](Database &database) -> Result<Totals> {
        auto totals = readIssueTotals(database);
        const auto pages = database.integer("PRAGMA page_count");
        const auto pageSize = database.integer("PRAGMA page_size");
        if (!totals || !pages || !pageSize) {
            return !totals ? totals : tl::unexpected<Error>(pages ? pageSize.error() : pages.error());
        }
        totals->databaseBytes = static_cast<std::uint64_t>(*pages * *pageSize);
        return readDeliveryTotals(database, *totals).map([&] { return *totals; });
    });
}

Result<model::Histogram> Reader::histogram(const IssueFilter &filter, const TimeRange &range, std::size_t spans)
{
    return d->call([&](Database &database) { return readHistogram(database, filter, range, spans); });
}

Result<std::optional<TimeRange>> Reader::timeSpan(const IssueFilter &filter)
{
    return d->call([&](Database &database) { return readTimeSpan(database, filter); });
}

Result<std::vector<model::EventPoint>> Reader::eventPoints(const EventFilter &filter, const TimeRange &range)
{
    return d->call([&](Database &database) { return readEventPoints(database, filter, range); });
}

Result<std::vector<model::MarkRow>> Reader::marks(const TimeRange &range)
{
    return d->call([&](Database &database) { return readMarks(database, range); });
}

Result<std::optional<model::MarkRow>> Reader::lastMark()
{
    return d->call([](Database &database) { return readLastMark(database); });
}

Result<std::vector<model::BlockedOrigin>> Reader::blockedOrigins()
{
    return d->call([](Database &database) { return readBlockedOrigins(database); });
}

Result<std::vector<std::string>> Reader::allowedOrigins()
{
    return d->call([](Database &database) { return readAllowedOrigins(database); });
}

Result<std::vector<LogId>> Reader::logIds(const LogFilter &filter, std::size_t limit)
{
    return d->call([&](Database &database) { return readLogIds(database, filter, limit); });
}

Result<std::vector<model::LogRow>> Reader::logs(std::span<const LogId> ids)
{
    return d->call([&](Database &database) { return readLogs(database, ids); });
}

Result<std::vector<SpanId>> Reader::transactionIds(const TransactionFilter &filter, std::size_t limit)
{
    return d->call([&](Database &database) { return readTransactionIds(database, filter, limit); });
}

Result<std::vector<model::SpanRow>> Reader::spans(std::span<const SpanId> ids)
{
    return d->call([&](Database &database) { return readSpans(database, ids); });
}

Result<model::TraceParts> Reader::trace(const model::TraceId &trace)
{
    return d->call([&](Database &database) { return readTrace(database, trace); });
}

Result<std::vector<model::MonitorRow>> Reader::monitors()
{
    return d->call([&](Database &database) { return readMonitors(database); });
}

Result<std::vector<model::ReleaseHealthRow>> Reader::releaseHealth()
{
    return d->call([&](Database &database) { return readReleaseHealth(database); });
}

Result<std::vector<model::DiscardedRow>> Reader::discarded()
{
    return d->call([&](Database &database) { return readDiscarded(database); });
}

Result<std::vector<model::FeedbackRow>> Reader::feedback(const std::optional<EventUuid> &about)
{
    return d->call([&](Database &database) { return readFeedback(database, about); });
}

Result<std::vector<ItemId>> Reader::keptItemIds()
{
    return d->call([&](Database &database) { return readKeptItemIds(database); });
}

Result<std::vector<model::KeptItemRow>> Reader::keptItems(std::span<const ItemId> ids)
{
    return d->call([&](Database &database) { return readKeptItems(database, ids); });
}

Result<std::int64_t> Reader::keptItemsRemoved()
{
    return d->call(
        [&](Database &database) { return database.integer("SELECT value FROM state WHERE name = 'kept_removed'"); });
}

Result<StoredItem> Reader::item(ItemId id)
{
    return d->call([&](Database &database) { return readItem(database, id); });
}

Result<DataVersion> Reader::dataVersion()
{
    return d->call([&](Database &database) {
        return database.integer("PRAGMA data_version").map([&](std::int64_t commit) {
            return DataVersion{database.files().inode(), commit};
        });
    });
}

bool Reader::isInPlace() const
{
    return d->database.files().place() == DatabaseFiles::Place::Unchanged;
}

Reader::Interrupter Reader::interrupter() const
{
    Interrupter interrupter;
    interrupter.m_shared = d->shared;
    return interrupter;
}

void Reader::forgetInterruption()
{
    d->shared->isRaised = false;
}

} // namespace picket::store
