// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/merit.h"
#include "core/http/bodybuffer.h"
#include "core/http/descriptor.h"
#include "core/http/listener.h"
#include "core/http/requestparser.h"
#include "core/http/socketpoller.h"

#include <QObject>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::http {

using SteadyTime = std::chrono::steady_clock::time_point;

// What the connections of one listener share. Listener thread only.
struct ConnectionContext {
    RequestHandler &handler;
    SocketPoller &poller;
    ListenOptions options;
    std::vector<char> readBuffer; // one read at a time, so one buffer is enough
    std::size_t buffered = 0; // body bytes in memory, all connections
    bool paused = false;
    bool draining = false; // answers close their connection
    std::function<void(std::uint64_t)> onClosed; // must not destroy the connection before the call returns
    std::function<void()> onIdle;

    // Bodies of many slow senders must not fill the memory that the pipeline needs to finish the others: as it gets
    // scarce, bodies move to files sooner. Without this, reading could pause with no complete request to resume it.
    [[nodiscard]] std::size_t bodyMemoryLimit() const;
};

// One accepted socket: reads, parses, asks the handler, answers in order, closes. Listener thread only.
//
// Reading is pulled: while an answer is owed, or reading is paused, nothing is read and the kernel's window stalls the
// sender. After an answer that ends the connection, the sending side is shut and what still comes is discarded for a
// while; closing at once would make the kernel send a reset, and the peer would lose the answer.
class Connection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)

public:
    Connection(std::uint64_t id, Descriptor socket, Peer peer, ConnectionContext &context);
    ~Connection() override;

    void answer(std::uint64_t request, Response &&response);

    // Its socket is ready. Survives that there is not the memory which a request needs, since that is up to its sender.
    void readInMemory();
    void flush();

    // `pausedFor` is added to the deadlines of what the peer could not send meanwhile. Call processPending() for every
    // connection afterwards.
    void resumeReading(std::chrono::steady_clock::duration pausedFor);
    // Goes on with what had been read before an answer or a pause; harmless when there is nothing.
    void processPending();

    // Closes, or refuses with 408, what is overdue.
    [[nodiscard]] bool isOverdue(SteadyTime now) const;
    void endOverdue();
    void close();
    // Closes, and reports a request that has not come to its end.
    void abandon(std::string reason);

    // No request in progress or unanswered.
    [[nodiscard]] bool isIdle() const { return m_state == State::Idle || m_state == State::Lingering; }
    [[nodiscard]] bool isLingering() const { return m_state == State::Lingering; }
    // Idle, and nothing waits in the kernel: closing it loses no delivery.
    [[nodiscard]] bool mayBeClosed() const;
    // Accepted a moment ago: its first request may be on its way.
    [[nodiscard]] bool isFresh(SteadyTime now) const;

    // Closes it for others that need its place: what is unfinished is answered 408 and reported as refused.
    void evict();
    // False while its request is being worked on.
    [[nodiscard]] bool isEvictable() const { return m_state != State::Handling && m_state != State::Closed; }
    // More of a request waits in the kernel, which another connection can do without.
    [[nodiscard]] bool hasUnreadBytes() const;
    [[nodiscard]] double rank() const { return m_merit.rank(); }
    // Of the peer; 0: not known, or not yet.
    [[nodiscard]] std::int64_t process() const;

private:
    enum class State { Idle, Header, Body, Handling, Answering, Lingering, Closed };

    void readSome();
    void process(std::string_view bytes);
    void countProgress(std::size_t bytes);
    void keepForLater(std::string_view bytes);
    void beginRequest();
    void followParser();
    void admit();
    void deliver();
    void failed();
    void refuse(int status, std::string reason, std::string_view detail);
    void refuseWith(Response &&response, std::string reason);
    void reportRefusal(int status, std::string reason);
    void peerGone(std::string_view why);
    void discard(std::size_t count);
    void send(std::string_view bytes);
    void answered();
    void countBody();
    void enter(State state, std::chrono::milliseconds time);
    [[nodiscard]] bool wantsBytes() const;

    [[nodiscard]] std::size_t pendingSize() const { return m_pending.size() - m_pendingStart; }

    const std::uint64_t m_id;
    Descriptor m_socket;
    const Peer m_peer;
    ConnectionContext &m_context;
    PolledSocket m_polled;

    State m_state = State::Idle;
    SteadyTime m_since; // when the state was entered
    SteadyTime m_deadline;
    Merit m_merit;
    BodyBuffer m_body;
    RequestParser m_parser;
    std::string m_pending; // read, but behind the request that is being answered …
    std::size_t m_pendingStart = 0; // … from here on
    std::string m_out; // what the kernel did not take yet
    std::uint64_t m_request = 0;
    Timestamp m_received;
    SteadyTime m_started; // first byte of the request
    std::uint64_t m_bytesOnWire = 0;
    std::size_t m_counted = 0; // of m_body, in m_context.buffered
    std::size_t m_discarded = 0;
    bool m_keepAlive = true; // of the request that is being answered
    bool m_headOnly = false;
    bool m_processing = false;
};

} // namespace picket::http
