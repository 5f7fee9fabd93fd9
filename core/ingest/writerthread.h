// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/ingest/latepeers.h"
#include "core/ingest/storenews.h"
#include "core/store/writer.h"

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

namespace picket::ingest {

// What people ask for, queued with the deliveries so that one thread writes.
struct Edit {
    EditKind kind = EditKind::SetStatus;
    std::vector<IssueId> issues; // that it is about; told when it fails
    std::function<Result<store::ChangeSet>(store::Writer &)> apply;
};

// Owns the writer and its thread. It takes all that waits, up to a cap, and commits it in one transaction: no timer;
// while one batch commits the next one gathers. When nothing comes, it removes for good what was deleted long ago.
class WriterThread final
{
public:
    // Called on the writer thread, after each transaction. Must not block.
    struct Callbacks {
        std::function<void(std::vector<store::Receipt> &&)> receipts;
        std::function<void(store::ChangeSet &&)> changes;
        std::function<void(StoreNews &&)> news; // when something begins, and when it is over
    };

    WriterThread(store::Writer writer, Callbacks callbacks);
    ~WriterThread(); // finish()
    WriterThread(const WriterThread &) = delete;
    WriterThread &operator=(const WriterThread &) = delete;

    // Any thread. Never refuses: senders look at isFull() and stop reading their sockets.
    void push(store::Delivery &&delivery);
    void push(Edit &&edit);
    [[nodiscard]] bool isFull() const;

    // Writes what waits, empties the log and ends the thread. Idempotent; the thread that made this object.
    void finish();

private:
    using Job = std::variant<store::Delivery, Edit>;

    void run();
    void handle(std::vector<Job> &&jobs);
    void write(std::vector<store::Delivery> &&deliveries);
    void commit(std::vector<store::Delivery> &&deliveries); // with the rows that could not be logged before
    void retryUnlogged();
    void tellLatePeers();
    [[nodiscard]] std::optional<std::chrono::milliseconds> idle();
    void settle();
    void noteOutcome(const std::vector<store::Receipt> &receipts, std::vector<store::Delivery> &&deliveries);
    void keepUnlogged(store::Delivery &&delivery);
    void noteTrouble(std::optional<Error> &&trouble);
    void noteReplacement();
    void noteLog();
    void checkpoint(bool truncate);

    store::Writer m_writer;
    const Callbacks m_callbacks;
    Mailbox<Job> m_jobs;
    std::deque<store::Delivery> m_unlogged; // the last rows of failed deliveries, written when the store works again
    LatePeers m_latePeers;
    std::optional<Error> m_trouble;
    std::optional<store::HeldLog> m_heldLog; // as told
    std::thread m_thread; // last: everything above exists before it starts
};

} // namespace picket::ingest
