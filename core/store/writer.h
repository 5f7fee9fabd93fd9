// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/store/delivery.h"
#include "core/store/logholders.h"
#include "core/store/workspace.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace picket::store {

enum class Durability {
    Full, // survives power loss: one fsync a transaction
    Normal, // survives kill -9; the last transactions may be lost with the power
};

struct WriterOptions {
    Durability durability = Durability::Full;
    std::uint64_t freeDiskFloor = 0; // bytes; below it write() answers Full. 0: no check (tests)
    std::size_t deliveriesKept = 1000;
    std::uint64_t keptItems = limits::keptItems; // bytes, as sent, of items without a view of their own
};

struct WriteOutcome {
    std::vector<Receipt> receipts; // one per delivery, in order
    ChangeSet changes;
};

// The only code that writes. One thread at a time (the writer thread while the pipeline runs).
class Writer final
{
public:
    // Opens or creates the database and brings its schema up to date (a backup copy is made before a migration).
    // Errors: CannotOpen, ReadOnly, NewerSchema, Corrupt, IoError, Full, Busy.
    [[nodiscard]] static Result<Writer> open(const WorkspacePaths &paths, const WriterOptions &options = {});
    // Keeps the lock as long as it lives. Without one, a folder that is removed is not made anew.
    [[nodiscard]] static Result<Writer> open(WorkspaceLock lock, const WorkspacePaths &paths,
                                             const WriterOptions &options = {});

    Writer(Writer &&) noexcept;
    Writer &operator=(Writer &&) noexcept;
    ~Writer();

    // All deliveries in one transaction, which is committed when this returns; the rows of the wire log included. When
    // the transaction fails, nothing is stored and every receipt carries the error.
    //
    // This and every other change first looks whether the files of the database are where they were, and opens them
    // anew when they are not, or when the connection turns out to be for reading only.
    [[nodiscard]] WriteOutcome write(std::span<Delivery> deliveries);

    // Full when write() would be refused for want of room on the disk. What people ask for has the room that deliveries
    // leave, and is never refused before a write fails.
    [[nodiscard]] Result<void> checkSpace();

    // True once after another database than before was opened: rows and ids of the old one mean nothing in it.
    [[nodiscard]] bool takeReplaced();

    // The rows of these are not kept; they are counted.
    void countUnkept(const model::DeliveryRow &row, std::int64_t times);

    // States of issues (PROTOCOL D.10 "Issue state"). Unknown ids are ignored.
    [[nodiscard]] Result<ChangeSet> setStatus(std::span<const IssueId> issues, model::IssueStatus status);

    // Deleted issues are in no list and count nowhere, and an event that would belong to one makes a new issue. They
    // can be brought back until purge(); events that came meanwhile go back into them. Unknown ids are ignored.
    [[nodiscard]] Result<ChangeSet> setDeleted(std::span<const IssueId> issues, bool deleted);
    // Removes for good what was deleted before `before`, a bounded portion at a time. True: there is more.
    [[nodiscard]] Result<bool> purge(Timestamp before);

    [[nodiscard]] Result<ChangeSet> addMark(model::MarkKind kind, Timestamp time, ProjectId project,
                                            std::string_view label);
    // `origin` as the browser wrote it, lower case.
    [[nodiscard]] Result<ChangeSet> allowOrigin(std::string_view origin);
    [[nodiscard]] Result<std::vector<std::string>> allowedOrigins() const;

    // The programs that sent deliveries, told after those were written. Rows that are gone are ignored.
    struct PeerNews {
        DeliveryId row;
        model::PeerProcess::Answer peer;
    };
    [[nodiscard]] Result<ChangeSet> setPeers(std::span<const PeerNews> news);

    // The counters of the wire log wait a moment under load. True: some do, and settle() is due
    // DeliveryCounts::interval after the last batch.
    [[nodiscard]] bool isOwing() const;
    [[nodiscard]] Result<ChangeSet> settle();

    // Between batches and when idle: passive checkpoint when the log has grown; `truncate` empties it (idle, exit).
    void checkpoint(bool truncate);

    [[nodiscard]] std::uint64_t walBytes() const;
    // After a checkpoint that a reader was in the way of, when the log is larger than limits::walAlarm.
    [[nodiscard]] const std::optional<HeldLog> &heldLog() const;

private:
    struct Private;
    explicit Writer(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace picket::store
