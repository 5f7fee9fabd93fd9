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
#include <chrono>
#include <new>
#include <optional>
#include <thread>
#include <utility>

namespace picket::store {

namespace {

constexpr auto pagesToCheckpoint = static_cast<std::int64_t>(limits::walCheckpoint / databasePage);

// Nothing was written, and nothing can be on this connection: SQLite opens for reading what it cannot open for writing,
// and a file that was removed takes what is written and loses it.
bool isConnectionsFault(ErrorCode code)
{
    return code == ErrorCode::ReadOnly || code == ErrorCode::CannotOpen;
}

// The disk's fault hits every delivery alike; anything else may be the fault of one of them.
bool isDiskTrouble(ErrorCode code)
{
    return code == ErrorCode::Full || code == ErrorCode::IoError || code == ErrorCode::Corrupt
        || code == ErrorCode::Busy || code == ErrorCode::CannotOpen || code == ErrorCode::ReadOnly;
}

void makeUnique(std::vector<IssueId> &ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

struct Writer::Private {
    Private(std::optional<WorkspaceLock> held, const WorkspacePaths &where, const WriterOptions &how)
        : lock(std::move(held))
        , paths(where)
        , options(how)
        , space(where.folder, how.freeDiskFloor)
    {
    }

    [[nodiscard]] Result<void> connect();
    void disconnect();
    // Ready for a transaction: after a failed one, what is known of the database is read again; after a removal or on a
    // useless connection, it is opened anew.
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> checkSpace();
    // Moves a log that has lost its name into the database, and gives the connection up.
    [[nodiscard]] Result<void> rescueLog();
    // Runs what writes, and once more on a new connection when the old one was at fault.
    template <class Work> [[nodiscard]] Result<ChangeSet> run(const Work &work);
    template <class Work> [[nodiscard]] Result<ChangeSet> runOnce(const Work &work);
    [[nodiscard]] Result<ChangeSet> attempt(std::span<Delivery> deliveries);
    void writeEach(std::span<Delivery> deliveries, WriteOutcome &outcome);
    // What people ask for, in a transaction of its own. Ids from before a replacement are not looked for in the new
    // database.
    enum class Names { Nothing, Rows };
    template <class Change> [[nodiscard]] Result<ChangeSet> edit(Names names, const Change &change);
    void mergeIfDue();
    void checkpoint(bool truncate);

    std::optional<WorkspaceLock> lock;
    WorkspacePaths paths;
    WriterOptions options;
    DiskSpace space;
    Database database;
    std::optional<FileIdentity> opened; // the file of the last connection
    std::unique_ptr<Batch> batch; // its statements end before the connection does
    DeliveryLog::Owed owed; // while there is no batch
    std::optional<HeldLog> heldLog;
    std::int64_t nextCheckpoint = pagesToCheckpoint; // pages in the log
    bool isStale = false; // a transaction has failed since `batch` was loaded
    bool isReplaced = false;
};

void Writer::Private::disconnect()
{
    if (batch) {
        auto [counts, refused] = batch->log().takeOwed();
        for (const auto &[key, count] : counts) {
            owed.counts[key] += count;
        }
        owed.refused += refused;
    }
    batch.reset();
    database = Database();
}

Result<void> Writer::Private::connect()
{
    disconnect();
    auto connection = openForWriting(paths.database, options.durability);
    if (!connection) {
        return tl::unexpected<Error>(std::move(connection.error()));
    }
    database = std::move(*connection);
    database.countLog();
    nextCheckpoint = pagesToCheckpoint;
    const auto file = FileIdentity::of(paths.database);
    isReplaced = isReplaced || (opened && file != opened);
    opened = file;
    batch = std::make_unique<Batch>(database, options);
    return batch->load().map([this] { batch->log().owe(std::exchange(owed, {})); });
}

Result<void> Writer::Private::rescueLog()
{
    constexpr int tries = 20; // questions of the window take some milliseconds
    constexpr std::chrono::milliseconds betweenTries(10);
    for (int i = 0; i < tries; ++i) {
        const auto isComplete = database.checkpoint(true);
        if (!isComplete) {
            return tl::unexpected<Error>(isComplete.error());
        }
        if (*isComplete) {
            qCInfo(lcStore, "the log was removed; what it held is in the database");
            disconnect();
            return {};
        }
        std::this_thread::sleep_for(betweenTries);
    }
    return failure(ErrorCode::Busy, "the log was removed while the database is read");
}

Result<void> Writer::Private::prepare()
{
    if (lock) {
        if (auto held = lock->renew(); !held) {
            return held;
        }
    }
    const auto place = batch ? database.files().place() : DatabaseFiles::Place::Unchanged;
    if (place == DatabaseFiles::Place::DatabaseGone) {
        isReplaced = true; // seen here: the next file may get the same inode
        disconnect();
    } else if (place == DatabaseFiles::Place::LogGone) {
        if (auto rescued = rescueLog(); !rescued) {
            return rescued;
        }
    }
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

Result<void> Writer::Private::checkSpace()
{
    return space.check([this] { return database.handle() ? database.freePageBytes() : 0; });
}

template <class Work> Result<ChangeSet> Writer::Private::runOnce(const Work &work)
{
    Result<ChangeSet> changes;
    try {
        if (auto ready = prepare(); !ready) {
            return tl::unexpected<Error>(std::move(ready.error()));
        }
        changes = work();
    } catch (const std::bad_alloc &) {
        changes = failure(ErrorCode::NoMemory, "while writing");
    }
    if (changes && database.files().place() == DatabaseFiles::Place::LogGone) {
        if (auto rescued = rescueLog(); !rescued) {
            changes = tl::unexpected<Error>(std::move(rescued.error()));
        }
    }
    if (!changes) {
        isStale = true;
        if (batch) {
            isReplaced = isReplaced || database.files().place() == DatabaseFiles::Place::DatabaseGone;
            batch->forget();
        }
    }
    return changes;
}

template <class Work> Result<ChangeSet> Writer::Private::run(const Work &work)
{
    auto changes = runOnce(work);
    if (!changes && isConnectionsFault(changes.error().code)) {
        disconnect();
        changes = runOnce(work);
    }
    return changes;
}

Result<ChangeSet> Writer::Private::attempt(std::span<Delivery> deliveries)
{
    // Asked for before the transaction: refusing costs nothing, and nothing has to be read again after it.
    if (auto room = checkSpace(); !room) {
        return tl::unexpected<Error>(std::move(room.error()));
    }
    return run([&] { return batch->write(deliveries); });
}

void Writer::Private::writeEach(std::span<Delivery> deliveries, WriteOutcome &outcome)
{
    for (std::size_t i = 0; i < deliveries.size(); ++i) {
        auto changes = attempt(deliveries.subspan(i, 1));
        if (!changes) {
            outcome.receipts[i].error = std::move(changes.error());
        } else {
            outcome.changes.merge(*changes);
        }
    }
}

template <class Change> Result<ChangeSet> Writer::Private::edit(Names names, const Change &change)
{
    return run([&]() -> Result<ChangeSet> {
        if (names == Names::Rows && isReplaced) {
            return failure(ErrorCode::NotFound, "the database was removed or replaced");
        }
        auto transaction = Transaction::begin(database, Transaction::Kind::Write);
        if (!transaction) {
            return tl::unexpected<Error>(std::move(transaction.error()));
        }
        ChangeSet changes;
        const Result<void> changed = change(changes);
        const auto done = changed ? transaction->commit() : changed;
        if (!done) {
            return tl::unexpected<Error>(done.error());
        }
        if (database.files().place() == DatabaseFiles::Place::DatabaseGone) {
            return databaseGone();
        }
        makeUnique(changes.issues);
        changes.issuesReordered = !changes.issues.empty();
        return changes;
    });
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
    const bool isDone = complete && *complete;
    // A reader in the way: trying again after every batch would move the same pages again and again.
    nextCheckpoint = isDone ? pagesToCheckpoint : database.loggedPages() + pagesToCheckpoint / 4;
    const std::uint64_t bytes = complete && !isDone ? walSize(paths.database) : 0;
    heldLog = bytes >= limits::walAlarm ? std::optional(HeldLog{bytes, findLogHolders(paths.database)}) : std::nullopt;
}

void Writer::Private::mergeIfDue()
{
    if (isStale || !batch || !batch->index().isDue()) {
        return;
    }
    // Nothing is lost when it fails: the events stay in the unmerged end.
    try {
        if (const auto merged = batch->index().mergeRun(); !merged) {
            qCInfo(lcStore, "merging a run failed: %s", merged.error().detail.c_str());
            isStale = true;
        }
    } catch (const std::bad_alloc &) {
        isStale = true;
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
        const bool isOwed = d->batch ? d->batch->log().counts().isOwing() : !d->owed.counts.empty();
        if (isOwed && !settle()) {
            qCInfo(lcStore, "the last counters of the wire log could not be written");
        }
        d->checkpoint(true);
    }
}

Result<Writer> Writer::open(const WorkspacePaths &paths, const WriterOptions &options)
{
    auto d = std::make_unique<Private>(std::nullopt, paths, options);
    return d->connect().map([&] { return Writer(std::move(d)); });
}

Result<Writer> Writer::open(WorkspaceLock lock, const WorkspacePaths &paths, const WriterOptions &options)
{
    auto d = std::make_unique<Private>(std::move(lock), paths, options);
    return d->connect().map([&] { return Writer(std::move(d)); });
}

Result<void> Writer::checkSpace()
{
    return d->checkSpace();
}

bool Writer::takeReplaced()
{
    return std::exchange(d->isReplaced, false);
}

void Writer::countUnkept(const model::DeliveryRow &row, std::int64_t times)
{
    if (d->batch) {
        d->batch->log().addUnkept(row, times);
    } else {
        DeliveryCounts::addTo(d->owed.counts, row, times);
        d->owed.refused += isRefused(row.outcome) ? times : 0;
    }
}

const std::optional<HeldLog> &Writer::heldLog() const
{
    return d->heldLog;
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
    return d->edit(Private::Names::Rows, [&](ChangeSet &changes) -> Result<void> {
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
    return d->edit(Private::Names::Rows, [&](ChangeSet &changes) -> Result<void> {
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
    bool isMore = false;
    return d
        ->run([&]() -> Result<ChangeSet> {
            d->batch->forgetIssues();
            d->batch->forgetItems();
            const auto more = IssuePurge(d->database, d->batch->index()).run(before);
            if (!more) {
                return tl::unexpected<Error>(more.error());
            }
            isMore = *more;
            return ChangeSet();
        })
        .map([&](const ChangeSet &) { return isMore; });
}

Result<ChangeSet> Writer::addMark(model::MarkKind kind, Timestamp time, ProjectId project, std::string_view label)
{
    return d->edit(Private::Names::Nothing, [&](ChangeSet &changes) {
        changes.marks = true;
        return d->batch->marks().add(kind, time, project, label);
    });
}

Result<ChangeSet> Writer::allowOrigin(std::string_view origin)
{
    return d->edit(Private::Names::Nothing, [&](ChangeSet &changes) {
        Statement add = d->database.prepare("INSERT OR IGNORE INTO allowed_origin (origin, time) VALUES (?1, ?2)");
        changes.origins = true;
        return add.run(origin, toMicros(now()));
    });
}

Result<ChangeSet> Writer::setPeers(std::span<const PeerNews> news)
{
    return d->edit(Private::Names::Rows, [&](ChangeSet &changes) -> Result<void> {
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
    auto settled = d->edit(Private::Names::Nothing, [&](ChangeSet &changes) {
        changes.counters = true;
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
