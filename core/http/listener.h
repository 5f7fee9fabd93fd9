// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/http/request.h"
#include "core/http/response.h"
#include "core/http/socketends.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace picket::http {

// What a listener asks of its owner. Listener thread only; nothing here may block.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;

    // A connection was accepted: the place to ask who is at its other end (Peer::process).
    virtual void accepted(Peer &peer, const SocketEnds &ends);

    // The header is complete and strict; no byte of the body was read, and no 100-continue sent. nullopt lets the
    // body in; a response is sent at once and the connection closed without reading the body.
    [[nodiscard]] virtual std::optional<Response> admit(const RequestHead &head, const Peer &peer) = 0;

    // The request is complete. Listener::respond() must be called once for the ticket, now or later.
    virtual void handle(Ticket ticket, Request &&request) = 0;

    // A request that ended without handle(): refused by admit() or by the listener itself (malformed, too large, too
    // slow), or broken off by the peer or by abandon() (status 0). For the wire log. `head` holds what had been
    // understood.
    struct Refusal {
        RequestHead head;
        Peer peer;
        Timestamp received;
        std::chrono::steady_clock::time_point started;
        int status = 0;
        std::string reason; // "code: detail"; of admit()'s answers their X-Sentry-Error
        std::uint64_t bytesOnWire = 0;
        std::string firstBytes; // of the body, at most limits::undecodableKept; for what never got to a header: of it
    };
    virtual void refused(Refusal &&refusal) = 0;

    // Before the listener sends an answer that it made itself: the place to add CORS headers (addCorsHeaders()), so
    // that a page can read why it was refused. `head` is empty when no header was understood.
    virtual void decorate(Response &response, const RequestHead &head);
};

// "localhost:8969", "[::1]:0", "127.0.0.1:8970"
struct Endpoint {
    std::string host;
    std::uint16_t port = 0;
};
[[nodiscard]] Result<Endpoint> parseEndpoint(std::string_view text);
// "localhost" or the number of a loopback address. No other name, whatever it may mean to a resolver.
[[nodiscard]] bool isListenable(const Endpoint &endpoint);

// How long a peer may take; tests shorten them. Zero is not "for ever" but "at once".
struct Timeouts {
    std::chrono::milliseconds header = limits::headerTime;
    std::chrono::milliseconds bodyGrace = limits::bodyGrace;
    std::size_t bodyRate = limits::bodyRate; // bytes a second, once bodyGrace is over
    std::chrono::milliseconds idle = limits::idleTime;
    std::chrono::milliseconds linger = limits::lingerTime;
};

struct ListenOptions {
    // nullopt: 127.0.0.1 and ::1 at the default port or, when either has it taken, the next one free on both.
    // An explicit endpoint never moves. Host "localhost" means both loopback addresses. Port 0 picks a free one.
    std::optional<Endpoint> endpoint;
    std::uint16_t defaultPort = 8969; // limits::defaultPort, another one in tests
    std::string spoolFolder; // for bodies too large for memory
    std::uint64_t spoolFloor = 0; // bytes of the disk that bodies leave free; 0: no check
    Timeouts timeouts;
    std::size_t connections = limits::connections; // at most; fewer when the process may not open so many files
};

struct Listening {
    std::vector<std::string> addresses; // "127.0.0.1:8969", "[::1]:8969"
    std::uint16_t port = 0;
    bool movedFromDefault = false; // the default port was taken
    bool hasIpv6 = true; // false: this machine has no ::1; a DSN must then name 127.0.0.1
};

// Accepts connections and turns bytes into requests. Lives in, and is used from, one thread with an event loop.
class Listener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    explicit Listener(RequestHandler &handler, QObject *parent = nullptr);
    ~Listener() override;

    [[nodiscard]] Result<Listening> listen(const ListenOptions &options);

    // Answers a request; unknown tickets (the peer has gone) are ignored.
    void respond(Ticket ticket, Response response);

    // Back-pressure: while paused no socket is read, so that senders wait; nothing is dropped.
    void setReadingPaused(bool paused);

    // Accepts who has connected already, and nobody else. Requests under way may still be answered; idle connections
    // close.
    void stopAccepting();

    // After stopAccepting(), when nobody waits any longer: closes every connection. Requests that are not complete are
    // reported as refused, "stopped".
    void abandon();

    [[nodiscard]] std::size_t connectionCount() const;
    // Connections that have a request in progress or unanswered.
    [[nodiscard]] std::size_t busyCount() const;
    // Some connection is busy, or has a request that was not read yet, or was accepted only a moment ago.
    [[nodiscard]] bool isBusy() const;
    // Bytes of request bodies held in memory that have not been handed over.
    [[nodiscard]] std::size_t bufferedBytes() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace picket::http
