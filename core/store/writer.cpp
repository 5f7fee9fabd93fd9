// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/store/batch.h"
#include "core/store/databasefile.h"
#include "core/store/diskspace.h"
#include "core/store/issuedeletion.h"
#include "core/store/issuepurge.h"
#include "core/store/originqueries.h"

#include <algorithm>
#include <optional>

namespace picket::store {

namespace {

constexpr auto pagesToCheckpoint = static_cast<std::int64_t>(limits::walCheckpoint / databasePage);

// The disk's fault hits every delivery alike; anything else may be the fault of one of them.
bool isDiskTrouble(ErrorCode code)
{
    return code == ErrorCode::Full || code == ErrorCode::IoError || code == ErrorCode::Corrupt
        || code == ErrorCode::Busy || code == ErrorCode::CannotOpen;
}

void append(ChangeSet &to, ChangeSet &&from)
{
    to.issues.insert(to.issues.end(), from.issues.begin(), from.issues.end());
    to.newIssues.insert(to.newIssues.end(), from.newIssues.begin(), from.newIssues.end());
    to.regressed.insert(to.regressed.end(), from.regressed.begin(), from.regressed.end());
    to.events += from.events;
    to.lastEvent = std::max(to.lastEvent, from.lastEvent);
    to.deliveries += from.deliveries;
    to.refused += from.refused;
    to.marks = to.marks || from.marks;
    to.origins = to.origins || from.origins;
    to.peers = to.peers || from.peers;
    to.telemetry = to.telemetry || from.telemetry;
    to.issuesReordered = to.issuesReordered || from.issuesReordered;
}

void makeUnique(std::vector<IssueId> &ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

struct Writer::Private {
    Private(const WorkspacePaths &where, const WriterOptions &how)
        : paths(where)
        , options(how)
        , space(where.folder, how.freeDiskFloor)
    {
    }

    [[nodiscard]] Result<void> connect();
    // Ready for a transaction: after a failed one, what is known of the database is read again.
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<ChangeSet> attempt(std::span<Delivery> deliveries);
    void writeEach(std::span<Delivery> deliveries, WriteOutcome &outcome);
    // What people ask for, in a transaction of its own.
    template <class Change> [[nodiscard]] Result<ChangeSet> edit(const Change &change);
    void mergeIfDue();
    void checkpoint(bool truncate);

    WorkspacePaths paths;
    WriterOptions options;
    DiskSpace space;
    Database database;
    std::unique_ptr<Batch> batch; // its statements end before the connection does
    std::int64_t nextCheckpoint = pagesToCheckpoint; // pages in the log
    bool isStale = false; // a transaction has failed since `batch` was loaded
};

Result<void> Writer::Private::connect()
{
    batch.reset();
    database = Database();
    auto opened = openForWriting(paths.database, options.durability);
    if (!opened) {
        return tl::unexpected<Error>(std::move(opened.error()));
    }
    database = std::move(*opened);
    database.countLog();
    batch = std::make_unique<Batch>(database, options);
    return batch->load();
}

Result<void> Writer::Private::prepare()
{
    if (batch && !isStale) {
        return {};
    }
    if (!batch || !batch->load()) {
        if (auto connected = connect(); !connected) {
            return connected;
        }
    }
    isStale = false;
    return {};
}

Result<ChangeSet> Writer::Private::attempt(std::span<Delivery> deliveries)
{
    auto ready = space.check().and_then([&] { return prepare(); });
    if (!ready) {
        return tl::unexpected<Error>(std::move(ready.error()));
    }
    auto changes = batch->write(deliveries);
    if (!changes) {
        isStale = true;
        batch->forget();
    }
    return changes;
}

void Writer::Private::writeEach(std::span<Delivery> deliveries, WriteOutcome &outcome)
{
    for (std::size_t i = 0; i < deliveries.size(); ++i) {
        auto changes = attempt(deliveries.subspan(i, 1));
        if (!changes) {
            outcome.receipts[i].error = std::move(changes.error());
        } else {
            append(outcome.changes, std::move(*changes));
        }
    }
}

template <class Change> Result<ChangeSet> Writer::Private::edit(const Change &change)
{
    auto ready = space.check().and_then([&] { return prepare(); });
    if (!ready) {
        return tl::unexpected<Error>(std::move(ready.error()));
    }
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction) {
        return tl::unexpected<Error>(std::move(transaction.error()));
    }
    ChangeSet changes;
    const Result<void> changed = change(changes);
    const auto done = changed ? transaction->commit() : changed;
    if (!done) {
        isStale = true;
        batch->forget();
        return tl::unexpected<Error>(done.error());
    }
    makeUnique(changes.issues);
    changes.issuesReordered = !changes.issues.empty();
    return changes;
}

void Writer::Private::checkpoint(bool truncate)
{
    const bool isDue = database.loggedPages() >= nextCheckpoint;
    if (!database.handle() || (!truncate && !isDue) || (truncate && walSize(paths.database) == 0)) {
        return;
    }
    const auto complete = database.checkpoint(truncate);
    if (!complete) {
        qCInfo(lcStore, "checkpoint failed: %s", complete.error().detail.c_str()); // nothing is lost by it
    }
    // A reader in the way: trying again after every batch would move the same pages again and again.
    nextCheckpoint = complete && *complete ? pagesToCheckpoint : database.loggedPages() + pagesToCheckpoint / 4;
}

void Writer::Private::mergeIfDue()
{
    if (isStale || !batch || !batch->index().isDue()) {
        return;
    }
    if (const auto merged = batch->index().mergeRun(); !merged) {
        qCInfo(lcStore, "merging a run failed: %s", merged.error().detail.c_str());
        isStale = true; // nothing is lost: the events stay in the unmerged end
    }
}

Writer::Writer(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Writer::Writer(Writer &&) noexcept = default;
Writer &Writer::operator=(Writer &&) noexcept = default;
Writer::~Writer()
{
    if (d) {
        if (isOwing() && !settle()) {
            qCInfo(lcStore, "the last counters of the wire log could not be written");
        }
        d->checkpoint(true);
    }
}

Result<Writer> Writer::open(const WorkspacePaths &paths, const WriterOptions &options)
{
    auto d = std::make_unique<Private>(paths, options);
    return d->connect().map([&] { return Writer(std::move(d)); });
}

WriteOutcome Writer::write(std::span<Delivery> deliveries)
{
    WriteOutcome outcome;
    for (const Delivery &delivery : deliveries) {
        outcome.receipts.push_back({delivery.cookie, std::nullopt, delivery.memory});
    }
    if (deliveries.empty()) {
        return outcome;
    }
    auto changes = d->attempt(deliveries);
    if (changes) {
        outcome.changes = std::move(*changes);
    } else if (!isDiskTrouble(changes.error().code)) {
        d->writeEach(deliveries, outcome);
    } else {
        for (Receipt &receipt : outcome.receipts) {
            receipt.error = changes.error();
        }
    }
    makeUnique(outcome.changes.issues);
    makeUnique(outcome.changes.newIssues);
    makeUnique(outcome.changes.regressed);
    d->mergeIfDue();
    return outcome;
}

Result<ChangeSet> Writer::setStatus(std::span<const IssueId> issues, model::IssueStatus status)
{
    return d->edit([&](ChangeSet &changes) -> Result<void> {
        Statement update =
            d->database.prepare("UPDATE issue SET status = ?2 WHERE id = ?1 AND status != ?2 AND deleted = 0");
        for (const IssueId issue : issues) {
            if (auto updated = update.run(issue.value, static_cast<int>(status)); !updated) {
                return updated;
            }
            if (d->database.changedRows() > 0) {
                changes.issues.push_back(issue);
            }
        }
        return {};
    });
}

Result<ChangeSet> Writer::setDeleted(std::span<const IssueId> issues, bool deleted)
{
    return d->edit([&](ChangeSet &changes) -> Result<void> {
        IssueDeletion deletion(d->database, d->batch->index());
        const Timestamp time = now();
        d->batch->forgetIssues(); // it knows whose the hashes were
        for (const IssueId issue : issues) {
            auto done = deleted ? deletion.remove(issue, time, changes) : deletion.restore(issue, changes);
            if (!done) {
                return done;
            }
        }
        return {};
    });
}

Result<bool> Writer::purge(Timestamp before)
{
    if (auto ready = d->prepare(); !ready) {
        return tl::unexpected<Error>(std::move(ready.error()));
    }
    d->batch->forgetIssues();
    d->batch->forgetItems();
    auto more = IssuePurge(d->database, d->batch->index()).run(before);
    if (!more) {
        d->isStale = true;
    }
    return more;
}

Result<ChangeSet> Writer::addMark(model::MarkKind kind, Timestamp time, ProjectId project, std::string_view label)
{
    return d->edit([&](ChangeSet &changes) {
        changes.marks = true;
        return d->batch->marks().add(kind, time, project, label);
    });
}

Result<ChangeSet> Writer::allowOrigin(std::string_view origin)
{
    return d->edit([&](ChangeSet &changes) {
        Statement add = d->database.prepare("INSERT OR IGNORE INTO allowed_origin (origin, time) VALUES (?1, ?2)");
        changes.origins = true;
        return add.run(origin, toMicros(now()));
    });
}

Result<ChangeSet> Writer::setPeers(std::span<const PeerNews> news)
{
    return d->edit([&](ChangeSet &changes) -> Result<void> {
        changes.peers = !news.empty();
        for (const PeerNews &each : news) {
            if (auto done = d->batch->log().setPeer(each.row, each.peer); !done) {
                return done;
            }
        }
        return {};
    });
}

bool Writer::isOwing() const
{
    return d->batch && !d->isStale && d->batch->log().counts().isOwing();
}

Result<ChangeSet> Writer::settle()
{
    auto settled = d->edit([&](ChangeSet &changes) {
        changes.peers = true;
        return d->batch->log().counts().flush(DeliveryCounts::When::Now);
    });
    if (settled) {
        d->batch->log().counts().committed();
    }
    return settled;
}

Result<std::vector<std::string>> Writer::allowedOrigins() const
{
    return readAllowedOrigins(d->database);
}

void Writer::checkpoint(bool truncate)
{
    d->checkpoint(truncate);
}

std::uint64_t Writer::walBytes() const
{
    return walSize(d->paths.database);
}

} // namespace picket::store
