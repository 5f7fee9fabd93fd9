// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/base/wakeup.h"
#include "core/http/listener.h"
#include "core/http/originpolicy.h"
#include "core/ingest/heavyworker.h"
#include "core/ingest/peerfinder.h"
#include "core/ingest/prepare.h"
#include "core/ingest/refusalgate.h"
#include "core/ingest/writerthread.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <string>
#include <unordered_map>

namespace picket::ingest {

// Listener thread only, but for the members that say otherwise. Decides which requests come in, prepares them,
// hands them to the writer, and answers when they are committed.
class Intake final : public QObject, private http::RequestHandler
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Intake)

public:
    Intake(WriterThread &writer, http::OriginPolicy origins, UploadOptions uploads, std::string spoolFolder);
    ~Intake() override;

    [[nodiscard]] Result<http::Listening> listen(const http::ListenOptions &options);

    // Any thread: what the writer has finished.
    void post(std::vector<store::Receipt> &&receipts);
    // Any thread: an origin that is allowed from now on, lower case.
    void allowOrigin(std::string &&origin);
    // Any thread: stop accepting, answer what is under way, then emit drained(). What the heavy worker has not begun
    // within limits::drainHeavy is answered 503.
    void requestStop();

Q_SIGNALS:
    void drained();

private:
    struct Waiting {
        http::Ticket ticket;
        http::Response response;
    };

    void accepted(http::Peer &peer, const http::SocketEnds &ends) override;
    std::optional<http::Response> admit(const http::RequestHead &head, const http::Peer &peer) override;
    void handle(http::Ticket ticket, http::Request &&request) override;
    void refused(Refusal &&refusal) override;
    void decorate(http::Response &response, const http::RequestHead &head) override;

    void enqueue(http::Ticket ticket, Prepared &&prepared);
    void write(store::Delivery &&delivery);
    void wakeUp();
    void answerCommitted();
    void adjustReading();
    void writeCountedRefusals();
    void beginDraining();
    void checkDrained();
    void refuseHeavy(http::Ticket ticket, const http::Request &request);

    WriterThread &m_writer;
    http::OriginPolicy m_origins;
    Wakeup m_wakeup;
    Mailbox<store::Receipt> m_receipts; // any thread
    Mailbox<std::string> m_newOrigins; // any thread
    std::atomic<bool> m_stopRequested = false; // any thread
    HeavyWorker m_heavy;
    PeerFinder m_peers;
    http::Listener m_listener;
    std::unordered_map<std::uint64_t, Waiting> m_waiting; // by Delivery::cookie
    std::uint64_t m_nextCookie = 1; // 0: nobody waits
    std::size_t m_memoryInFlight = 0;
    std::size_t m_heavyJobs = 0; // with the heavy worker
    bool m_readingPaused = false;
    RefusalGate m_refusals;
    QTimer m_refusalTimer;
    QTimer m_drainTimer;
    std::chrono::steady_clock::time_point m_drainDeadline; // of senders
    std::chrono::steady_clock::time_point m_heavyDeadline;
    bool m_refusesHeavy = false;
};

} // namespace picket::ingest
