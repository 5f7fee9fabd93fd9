// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/listener.h"

#include "core/base/limits.h"
#include "core/http/connection.h"
#include "core/http/eviction.h"
#include "core/http/filelimit.h"
#include "core/http/portbinding.h"

#include <QSocketNotifier>
#include <QTimer>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <unordered_map>
#include <utility>

namespace picket::http {

using std::chrono::milliseconds;

void RequestHandler::accepted(Peer & /*peer*/, const SocketEnds & /*ends*/) { }

void RequestHandler::decorate(Response & /*response*/, const RequestHead & /*head*/) { }

namespace {

constexpr std::size_t readBufferSize = 64 * limits::KiB;

// In one turn of the event loop, so that thousands that come or time out together do not keep the others waiting.
constexpr int acceptedAtOnce = 64;
constexpr std::size_t endedAtOnce = 128;
constexpr auto untilNextEnded = milliseconds(2);
// Connections that are chosen together to make room, when all have to be looked at.
constexpr std::size_t chosenAtOnce = 64;

Peer peerOf(const sockaddr_storage &storage, socklen_t size)
{
    Peer peer;
    char host[NI_MAXHOST] = {};
    ::getnameinfo(reinterpret_cast<const sockaddr *>(&storage), size, host, sizeof host, nullptr, 0, NI_NUMERICHOST);
    peer.address = host;
    peer.port = storage.ss_family == AF_INET6 ? ntohs(reinterpret_cast<const sockaddr_in6 &>(storage).sin6_port)
                                              : ntohs(reinterpret_cast<const sockaddr_in &>(storage).sin_port);
    return peer;
}

// Asked before a connection is closed to make room: accept() would tell only afterwards that there is nobody.
bool somebodyWaits(int listening)
{
    pollfd waiting{listening, POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
}

// One coarse timer serves all connections; it must be fine enough for the shortest time.
milliseconds tickFor(const Timeouts &timeouts)
{
    const milliseconds shortest = std::min({timeouts.header, timeouts.bodyGrace, timeouts.idle, timeouts.linger});
    return std::clamp(shortest / 4, milliseconds(5), milliseconds(250));
}

} // namespace

// Listener thread only. Uses the sockets themselves, not QTcpServer and QTcpSocket: the former accepts until its queue
// is empty, whatever the cap; the latter reads into buffers of its own, and gives the connection up when a peer shuts
// its sending side and waits for the answer.
class Listener::Private final : public QObject
{
public:
    explicit Private(RequestHandler &handler)
        : poller([this](std::uint64_t id, bool readable, bool writable) { ready(id, readable, writable); })
        , context{handler, poller, {}, std::vector<char>(readBufferSize), 0, false, false, {}, {}}
    {
        context.onClosed = [this](std::uint64_t id) {
            connectionClosed(id);
        };
        context.onIdle = [this] {
            acceptAgain();
        };
        connect(&timer, &QTimer::timeout, this, &Private::tick);
    }
    ~Private() override { connections.clear(); }

    void ready(std::uint64_t id, bool readable, bool writable);
    void acceptFrom(int listening, int most);
    void adopt(Descriptor socket, Peer peer);
    [[nodiscard]] bool makeRoom();
    [[nodiscard]] bool evictChosen();
    void chooseNext();
    void stopAcceptingForNow();
    void acceptAgain();
    void connectionClosed(std::uint64_t id);
    void tick();
    void resume();

    SocketPoller poller;
    ConnectionContext context;
    std::vector<Descriptor> sockets;
    std::vector<std::unique_ptr<QSocketNotifier>> acceptors;
    std::unordered_map<std::uint64_t, std::unique_ptr<Connection>> connections;
    std::uint64_t lastConnection = 0;
    std::vector<EvictionCandidate> chosen;
    QTimer timer;
    SteadyTime pausedAt;
    bool acceptStalled = false;
};

void Listener::Private::ready(std::uint64_t id, bool readable, bool writable)
{
    if (const auto found = connections.find(id); readable && found != connections.end()) {
        found->second->readInMemory();
    }
    if (const auto found = connections.find(id); writable && found != connections.end()) {
        found->second->flush();
    }
}

void Listener::Private::acceptFrom(int listening, int most)
{
    for (int i = 0; i < most; ++i) {
        if (connections.size() >= context.options.connections && (!somebodyWaits(listening) || !makeRoom())) {
            return;
        }
        sockaddr_storage storage{};
        socklen_t size = sizeof storage;
        Descriptor socket(
            ::accept4(listening, reinterpret_cast<sockaddr *>(&storage), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (socket.isValid()) {
            adopt(std::move(socket), peerOf(storage, size));
        } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            // The peer stays in the queue; without a pause its readiness would keep this thread spinning.
            if (!makeRoom()) {
                stopAcceptingForNow();
                return;
            }
        } else if (errno != EINTR && errno != ECONNABORTED) {
            return;
        }
    }
}

void Listener::Private::adopt(Descriptor socket, Peer peer)
{
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (const auto ends = SocketEnds::of(socket.get())) {
        context.handler.accepted(peer, *ends);
    }
    const std::uint64_t id = ++lastConnection;
    connections.emplace(id, std::make_unique<Connection>(id, std::move(socket), std::move(peer), context));
    if (!timer.isActive()) {
        timer.start(tickFor(context.options.timeouts));
    }
}

// Closes the connection that can best be done without. False when there is none for now: it is tried again when one
// ends or with the next tick, or at once when those that could be closed have something to read, which comes first.
bool Listener::Private::makeRoom()
{
    if (evictChosen()) {
        return true;
    }
    chooseNext();
    const bool isReadingFirst = !chosen.empty() && !context.paused;
    if (evictChosen()) {
        return true;
    }
    if (!isReadingFirst) {
        stopAcceptingForNow();
    }
    return false;
}

bool Listener::Private::evictChosen()
{
    while (!chosen.empty()) {
        const EvictionCandidate next = chosen.back();
        chosen.pop_back();
        const auto found = connections.find(next.id);
        // Its rank has risen when it has brought something since it was chosen.
        if (found != connections.end() && found->second->rank() == next.rank && found->second->isEvictable()
            && (found->second->isLingering() || !found->second->hasUnreadBytes())) {
            found->second->evict();
            return true;
        }
    }
    return false;
}

void Listener::Private::chooseNext()
{
    std::vector<EvictionCandidate> candidates;
    candidates.reserve(connections.size());
    for (const auto &[id, each] : connections) {
        if (each->isEvictable()) {
            candidates.push_back({id, each->process(), each->rank()});
        }
    }
    chosen = chooseEvicted(std::move(candidates), std::min(chosenAtOnce, context.options.connections / 8 + 1));
}

void Listener::Private::stopAcceptingForNow()
{
    acceptStalled = true;
    for (const auto &each : acceptors) {
        each->setEnabled(false);
    }
    // Without a connection that could close, only the clock tries again.
    if (!timer.isActive()) {
        timer.start(tickFor(context.options.timeouts));
    }
}

void Listener::Private::acceptAgain()
{
    if (!acceptStalled) {
        return;
    }
    acceptStalled = false;
    for (const auto &each : acceptors) {
        each->setEnabled(true);
    }
}

void Listener::Private::connectionClosed(std::uint64_t id)
{
    const auto found = connections.find(id);
    if (found == connections.end()) {
        return;
    }
    Connection *closed = found->second.release(); // we are inside one of its functions
    connections.erase(found);
    closed->setParent(this);
    closed->deleteLater();
    acceptAgain();
    if (connections.empty() && !acceptStalled) {
        timer.stop();
    }
}

void Listener::Private::tick()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    // Ids, not iterators: what is overdue closes itself and leaves the map.
    std::vector<std::uint64_t> ended;
    bool isMore = false;
    for (const auto &[id, each] : connections) {
        const bool isUnused = context.draining && !each->isLingering() && !each->isFresh(now) && each->mayBeClosed();
        if (isUnused || each->isOverdue(now)) {
            isMore = ended.size() >= endedAtOnce;
            if (isMore) {
                break;
            }
            ended.push_back(id);
        }
    }
    for (const std::uint64_t id : ended) {
        if (const auto found = connections.find(id); found != connections.end()) {
            found->second->endOverdue();
        }
    }
    acceptAgain(); // descriptors may be free again that other parts of the process had taken
    if (connections.empty()) {
        timer.stop(); // a peer that still waits makes an acceptor ready, which starts it again
    } else {
        timer.setInterval(isMore ? untilNextEnded : tickFor(context.options.timeouts));
    }
}

void Listener::Private::resume()
{
    std::vector<std::uint64_t> ids;
    for (const auto &[id, each] : connections) {
        ids.push_back(id);
    }
    for (const std::uint64_t id : ids) {
        if (const auto found = connections.find(id); found != connections.end()) {
            found->second->processPending();
        }
    }
    acceptAgain();
}

Listener::Listener(RequestHandler &handler, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(handler))
{
}

Listener::~Listener() = default;

Result<Listening> Listener::listen(const ListenOptions &options)
{
    auto bound = d->poller.open().and_then([&] { return bindPort(options); });
    if (!bound) {
        return tl::unexpected(std::move(bound).error());
    }
    d->context.options = options;
    d->context.options.connections = connectionsWithinFileLimit(options.connections);
    d->sockets = std::move(bound->sockets);
    for (const Descriptor &socket : d->sockets) {
        auto notifier = std::make_unique<QSocketNotifier>(socket.get(), QSocketNotifier::Read);
        connect(notifier.get(), &QSocketNotifier::activated, d.get(),
                [this, listening = socket.get()] { d->acceptFrom(listening, acceptedAtOnce); });
        d->acceptors.push_back(std::move(notifier));
    }
    return bound->listening;
}

void Listener::respond(Ticket ticket, Response response)
{
    if (const auto found = d->connections.find(ticket.connection); found != d->connections.end()) {
        found->second->answer(ticket.request, std::move(response));
    }
}

void Listener::setReadingPaused(bool paused)
{
    if (d->context.paused == paused) {
        return;
    }
    d->context.paused = paused;
    const SteadyTime now = std::chrono::steady_clock::now();
    if (paused) { // each connection stops when it has something to read
        d->pausedAt = now;
    } else { // queued: the caller may be inside of a handler
        for (const auto &[id, each] : d->connections) {
            each->resumeReading(now - d->pausedAt);
        }
        QMetaObject::invokeMethod(
            d.get(), [this] { d->resume(); }, Qt::QueuedConnection);
    }
}

void Listener::stopAccepting()
{
    d->context.draining = true;
    d->acceptors.clear();
    for (const Descriptor &each : d->sockets) {
        d->acceptFrom(each.get(), limits::backlog); // their requests may have been sent already
    }
    d->sockets.clear();
    const SteadyTime now = std::chrono::steady_clock::now();
    std::vector<Connection *> idle;
    for (const auto &[id, each] : d->connections) {
        if (!each->isLingering() && !each->isFresh(now) && each->mayBeClosed()) {
            idle.push_back(each.get());
        }
    }
    for (Connection *each : idle) {
        each->close();
    }
}

void Listener::abandon()
{
    std::vector<Connection *> all;
    for (const auto &[id, each] : d->connections) {
        all.push_back(each.get());
    }
    for (Connection *each : all) {
        each->abandon("stopped");
    }
}

std::size_t Listener::connectionCount() const
{
    return d->connections.size();
}

std::size_t Listener::busyCount() const
{
    return static_cast<std::size_t>(std::count_if(d->connections.begin(), d->connections.end(),
                                                  [](const auto &each) { return !each.second->isIdle(); }));
}

bool Listener::isBusy() const
{
    const SteadyTime now = std::chrono::steady_clock::now();
    return std::any_of(d->connections.begin(), d->connections.end(), [now](const auto &each) {
        return !each.second->isIdle() || each.second->isFresh(now) || !each.second->mayBeClosed();
    });
}

std::size_t Listener::bufferedBytes() const
{
    return d->context.buffered;
}

} // namespace picket::http
