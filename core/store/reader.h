// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/result.h"
#include "core/model/event.h"
#include "core/model/grouping.h"
#include "core/model/rows.h"
#include "core/model/telemetry.h"
#include "core/store/workspace.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace picket::store {

enum class IssueOrder { LastSeen, FirstSeen, Events, Title, Level, Project, Release, Environment, Status };

// Of the time that events show; both ends belong to it.
struct TimeRange {
    Timestamp from;
    Timestamp to;
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

struct IssueFilter {
    std::vector<model::IssueStatus> statuses; // empty: all
    std::optional<ProjectId> project;
    std::string text; // contained in title or culprit, any letter case; empty: all
    std::optional<TimeRange> range; // an event lies in it
    std::optional<Timestamp> newSince; // first received at or after
};

struct EventFilter {
    std::optional<IssueId> issue;
    std::optional<ProjectId> project;
};

struct LogFilter {
    std::optional<ProjectId> project;
    std::optional<model::TraceId> trace;
    std::string text; // contained in the body, any letter case; empty: all
    model::Severity atLeast = model::Severity::Unknown;
};

// Transactions: spans that are the root of what one service did.
struct TransactionFilter {
    std::optional<ProjectId> project;
    std::string text; // contained in description or op, any letter case; empty: all
};

// An item as it came.
struct StoredItem {
    std::string type;
    std::string header; // raw JSON
    std::string payload; // decompressed
};

struct StoredEvent {
    model::EventRow row;
    std::string payload; // the JSON as received, decompressed; for an unreadable event its bytes
    bool unreadable = false;
    std::int64_t repeats = 0; // how often the event was received again: "received twice"
    std::vector<model::GroupingHash> hashes;
    struct Attachment {
        std::int64_t id = 0;
        std::string filename;
        std::string contentType;
        std::string attachmentType;
        std::uint64_t size = 0;
    };
    std::vector<Attachment> attachments;
    std::vector<model::Problem> problems; // NewEvent's, then NewItem's of the attachments
};

// How many events of an issue carry a tag.
struct TagCount {
    std::string key;
    std::string value;
    std::int64_t count = 0;
    std::int64_t rarerValues = 0; // > 0: stands for so many values beyond limits::tagValues; count is their sum
};

// Issues by what state they are in.
struct IssueCounts {
    std::int64_t unresolved = 0; // with the regressed ones
    std::int64_t fresh = 0; // unresolved ones that are new
    std::int64_t regressed = 0;
    std::int64_t muted = 0;
};

struct Totals {
    std::int64_t issues = 0;
    std::int64_t events = 0;
    std::int64_t deliveries = 0; // ever
    std::int64_t refused = 0; // ever
    std::uint64_t databaseBytes = 0; // without its log, which comes and goes
};

// Which file, and which commit in it as this connection counts them.
struct DataVersion {
    std::uint64_t file = 0;
    std::int64_t commit = 0;
    friend bool operator==(const DataVersion &, const DataVersion &) = default;
};

// One read-only connection; one thread at a time. Works beside a writer in another process and without any. No call
// keeps a snapshot after it returns. Errors of every call: Interrupted, IoError, Corrupt, Busy.
class Reader final
{
public:
    // Errors: NotFound (no database yet), CannotOpen, NewerSchema, Corrupt.
    [[nodiscard]] static Result<Reader> open(const WorkspacePaths &paths);

    Reader(Reader &&) noexcept;
    Reader &operator=(Reader &&) noexcept;
    ~Reader();

    // Ids in order; rows by id keep the order asked for and leave out ids that are gone. `limit` 0: all.
    [[nodiscard]] Result<std::vector<IssueId>> issueIds(const IssueFilter &filter, IssueOrder order, bool descending,
                                                        std::size_t limit = 0);
    [[nodiscard]] Result<std::vector<model::IssueRow>> issues(std::span<const IssueId> ids);
    // Of those that the filter lets through. `newSince`: first received at or after it is new; nullopt: nothing is.
    [[nodiscard]] Result<IssueCounts> issueCounts(const IssueFilter &filter, std::optional<Timestamp> newSince);

    // Newest first by (timestamp, id). `after`: only events that arrived after that row.
    [[nodiscard]] Result<std::vector<EventId>> eventIds(const EventFilter &filter, std::size_t limit = 0,
                                                        EventId after = {});
    [[nodiscard]] Result<std::vector<model::EventRow>> events(std::span<const EventId> ids);

    // Errors: also NotFound.
    [[nodiscard]] Result<StoredEvent> event(EventId id);
    // The bytes of StoredEvent::Attachment::id. Errors: also NotFound.
    [[nodiscard]] Result<std::string> attachment(std::int64_t id);
    [[nodiscard]] Result<EventId> findEvent(const EventUuid &uuid);
    [[nodiscard]] Result<EventId> latestEvent(IssueId issue);

    // By key; within one the commonest values first.
    [[nodiscard]] Result<std::vector<TagCount>> issueTags(IssueId issue);

    // Newest first.
    [[nodiscard]] Result<std::vector<model::DeliveryRow>> deliveries(std::size_t limit);
    // By SDK; of each the requests, then its items.
    [[nodiscard]] Result<std::vector<model::DeliveryCount>> deliveryCounts();
    [[nodiscard]] Result<std::vector<model::ProjectRow>> projects();
    [[nodiscard]] Result<Totals> totals();

    // The time axis. Events of the issues under `filter` (its own range is not looked at), counted in `spans` equal
    // spans of `range`. They are rounded up to microseconds: the last ones may reach beyond it, but nothing there is
    // counted.
    [[nodiscard]] Result<model::Histogram> histogram(const IssueFilter &filter, const TimeRange &range,
                                                     std::size_t spans);
    // From the oldest to the newest event of the issues under `filter`; nullopt: there is none.
    [[nodiscard]] Result<std::optional<TimeRange>> timeSpan(const IssueFilter &filter);
    // Newest first, at most limits::timelineEvents.
    [[nodiscard]] Result<std::vector<model::EventPoint>> eventPoints(const EventFilter &filter, const TimeRange &range);
    // Marks, runs and releases in a range, oldest first; of more than limits::timelineMarks the newest.
    [[nodiscard]] Result<std::vector<model::MarkRow>> marks(const TimeRange &range);
    // The newest mark or run at all: where "new since" begins.
    [[nodiscard]] Result<std::optional<model::MarkRow>> lastMark();

    // Origins that the wire log shows as refused and that nobody has allowed meanwhile; most requests first.
    [[nodiscard]] Result<std::vector<model::BlockedOrigin>> blockedOrigins();
    [[nodiscard]] Result<std::vector<std::string>> allowedOrigins();

    // What SDKs send beside events. Ids newest first; rows by id keep the order and leave out ids that are gone.
    [[nodiscard]] Result<std::vector<LogId>> logIds(const LogFilter &filter, std::size_t limit = 0);
    [[nodiscard]] Result<std::vector<model::LogRow>> logs(std::span<const LogId> ids);
    [[nodiscard]] Result<std::vector<SpanId>> transactionIds(const TransactionFilter &filter, std::size_t limit = 0);
    [[nodiscard]] Result<std::vector<model::SpanRow>> spans(std::span<const SpanId> ids);
    // Lists up to limits::traceSpans, traceEvents and traceLogs.
    [[nodiscard]] Result<model::TraceParts> trace(const model::TraceId &trace);
    // Those that were heard of last first.
    [[nodiscard]] Result<std::vector<model::MonitorRow>> monitors();
    // Those that were started last first.
    [[nodiscard]] Result<std::vector<model::ReleaseHealthRow>> releaseHealth();
    // Most first.
    [[nodiscard]] Result<std::vector<model::DiscardedRow>> discarded();
    // Newest first, at most limits::feedbackShown. `about`: only what is about that event.
    [[nodiscard]] Result<std::vector<model::FeedbackRow>> feedback(const std::optional<EventUuid> &about = {});
    // Items without a view of their own, newest first.
    [[nodiscard]] Result<std::vector<ItemId>> keptItemIds();
    [[nodiscard]] Result<std::vector<model::KeptItemRow>> keptItems(std::span<const ItemId> ids);
    // How many such items had to go, ever, to stay below limits::keptItems.
    [[nodiscard]] Result<std::int64_t> keptItemsRemoved();
    // Errors: also NotFound.
    [[nodiscard]] Result<StoredItem> item(ItemId id);

    // Changes when another connection has committed; cheap enough to poll.
    [[nodiscard]] Result<DataVersion> dataVersion();
    // False when the files were removed, moved or replaced: what is read from now on is of another database, or wrong.
    [[nodiscard]] bool isInPlace() const;

    // Any thread: makes the call that is running, or else the next one, return Interrupted. May outlive the reader.
    class Interrupter
    {
    public:
        void interrupt() const;

    private:
        friend class Reader;
        struct Shared;
        std::shared_ptr<Shared> m_shared;
    };
    [[nodiscard]] Interrupter interrupter() const;
    // An interruption that came too late for its call does not concern the next.
    void forgetInterruption();

private:
    struct Private;
    explicit Reader(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace picket::store
