// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connection.h"

#include "core/base/limits.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace picket::http {

namespace {

constexpr std::string_view continueLine = "HTTP/1.1 100 Continue\r\n\r\n";

// Of an answered request, for its connection's merit: those that deliver keep their place before those that only send.
constexpr double meritOfRequest = limits::MiB;

double meritTime(SteadyTime time)
{
    return halfLives(time, limits::meritHalfLife);
}

} // namespace

std::size_t ConnectionContext::bodyMemoryLimit() const
{
    constexpr std::size_t plenty = limits::memoryInFlight / 4;
    return buffered > plenty ? std::min(plenty / options.connections, limits::bodySpoolAbove) : limits::bodySpoolAbove;
}

Connection::Connection(std::uint64_t id, Descriptor socket, Peer peer, ConnectionContext &context)
    : m_id(id)
    , m_socket(std::move(socket))
    , m_peer(std::move(peer))
    , m_context(context)
    , m_polled(context.poller, m_socket.get(), id)
    , m_merit(meritTime(std::chrono::steady_clock::now()))
    , m_body(context.options.spoolFolder, context.options.spoolFloor)
    , m_parser(m_body)
{
    m_polled.setReading(!context.paused);
    enter(State::Idle, context.options.timeouts.idle);
}

Connection::~Connection() = default;

void Connection::enter(State state, std::chrono::milliseconds time)
{
    m_state = state;
    m_since = std::chrono::steady_clock::now();
    m_deadline = m_since + time;
}

bool Connection::wantsBytes() const
{
    return !m_context.paused && (m_state == State::Idle || m_state == State::Header || m_state == State::Body);
}

void Connection::readSome()
{
    if (m_context.paused || !(wantsBytes() || m_state == State::Lingering)) {
        m_polled.setReading(false); // switched on again by answered() or resumeReading()
        return;
    }
    if (pendingSize() > 0) {
        processPending();
        return;
    }
    std::vector<char> &buffer = m_context.readBuffer;
    const ssize_t count = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count > 0) {
        const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
        if (m_state == State::Lingering) {
            discard(bytes.size());
        } else {
            process(bytes);
        }
    } else if (count == 0) {
        peerGone("connection closed");
    } else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
        peerGone(std::generic_category().message(errno));
    }
}

void Connection::process(std::string_view bytes)
{
    m_processing = true;
    while (!bytes.empty() && wantsBytes()) {
        if (m_state == State::Idle && m_parser.stage() == RequestParser::Stage::Blank) {
            beginRequest();
        }
        m_body.setMemoryLimit(m_context.bodyMemoryLimit());
        const std::size_t used = m_parser.feed(bytes);
        m_bytesOnWire += used;
        bytes.remove_prefix(used);
        countBody();
        countProgress(used);
        followParser();
    }
    m_processing = false;
    if (m_state == State::Lingering || m_state == State::Closed) {
        keepForLater({});
        discard(bytes.size());
    } else {
        keepForLater(bytes);
    }
}

// A body has bodyGrace, and so much time more for each byte that bodyRate allows it; but never more than bodyGrace from
// the last one, or what came quickly at first could then stay for hours.
void Connection::countProgress(std::size_t bytes)
{
    const SteadyTime now = std::chrono::steady_clock::now();
    m_merit.add(static_cast<double>(bytes), meritTime(now));
    const Timeouts &timeouts = m_context.options.timeouts;
    if (m_state == State::Body && timeouts.bodyRate > 0) {
        const double seconds = static_cast<double>(bytes) / static_cast<double>(timeouts.bodyRate);
        const auto more = std::chrono::duration_cast<SteadyTime::duration>(std::chrono::duration<double>(seconds));
        m_deadline = std::min(m_deadline + more, now + timeouts.bodyGrace);
    }
}

// Pipelined requests are often small and many: what already lies in m_pending is not copied again for each.
void Connection::keepForLater(std::string_view bytes)
{
    if (bytes.empty()) {
        m_pending.clear();
        m_pendingStart = 0;
    } else if (m_pending.empty()) {
        m_pending = bytes;
    } else {
        m_pendingStart = m_pending.size() - bytes.size(); // process() only takes from the front
    }
}

void Connection::processPending()
{
    if (pendingSize() > 0 && !m_processing && wantsBytes()) {
        process(std::string_view(m_pending).substr(m_pendingStart));
    }
}

void Connection::beginRequest()
{
    m_received = picket::now();
    m_started = std::chrono::steady_clock::now();
    m_bytesOnWire = 0;
    m_headOnly = false;
}

void Connection::followParser()
{
    switch (m_parser.stage()) {
    case RequestParser::Stage::Blank:
        return;
    case RequestParser::Stage::Header:
        if (m_state == State::Idle) {
            enter(State::Header, m_context.options.timeouts.header);
        }
        return;
    case RequestParser::Stage::Body:
        return;
    case RequestParser::Stage::Admission:
        admit();
        return;
    case RequestParser::Stage::Complete:
        deliver();
        return;
    case RequestParser::Stage::Failed:
        failed();
        return;
    }
}

void Connection::admit()
{
    const RequestHead &head = m_parser.head();
    m_headOnly = head.method == "HEAD";
    m_keepAlive = head.keepAlive;
    if (auto refusal = m_context.handler.admit(head, m_peer)) {
        const auto said = std::find_if(refusal->headers.begin(), refusal->headers.end(),
                                       [](const Header &each) { return each.name == "X-Sentry-Error"; });
        std::string reason = said != refusal->headers.end() ? said->value : std::string(reasonPhrase(refusal->status));
        refuseWith(std::move(*refusal), std::move(reason));
        return;
    }
    m_parser.admit();
    if (m_parser.stage() == RequestParser::Stage::Body) {
        enter(State::Body, m_context.options.timeouts.bodyGrace);
        m_body.begin(head.contentLength, m_context.bodyMemoryLimit());
        if (head.expectContinue) {
            send(continueLine);
        }
    } else {
        followParser();
    }
}

void Connection::deliver()
{
    auto body = m_body.finish();
    countBody();
    if (!body) {
        refuse(503, "spool_failed: " + body.error().detail, "the body could not be stored");
        return;
    }
    Request request;
    request.head = std::move(m_parser.head());
    request.body = std::move(*body);
    request.peer = m_peer;
    request.received = m_received;
    request.started = m_started;
    m_state = State::Handling; // without a deadline: the answer is ours to give
    m_context.handler.handle({m_id, ++m_request}, std::move(request));
}

void Connection::failed()
{
    const Violation &violation = m_parser.violation();
    std::string reason = violation.reason();
    if (!m_body.fault().detail.empty()) {
        reason += ": " + m_body.fault().detail;
    }
    refuse(violation.status, std::move(reason), violation.reason());
}

void Connection::refuse(int status, std::string reason, std::string_view detail)
{
    Response response = errorResponse(status, detail);
    m_context.handler.decorate(response, m_parser.head());
    refuseWith(std::move(response), std::move(reason));
}

void Connection::refuseWith(Response &&response, std::string reason)
{
    reportRefusal(response.status, std::move(reason));
    m_keepAlive = false;
    enter(State::Answering, m_context.options.timeouts.idle);
    send(serialize(response, false, m_headOnly));
}

void Connection::reportRefusal(int status, std::string reason)
{
    RequestHandler::Refusal refusal;
    refusal.firstBytes =
        m_body.size() > 0 ? m_body.firstBytes() : m_parser.headerBytes().substr(0, limits::undecodableKept);
    refusal.head = std::move(m_parser.head());
    refusal.peer = m_peer;
    refusal.received = m_received;
    refusal.started = m_started;
    refusal.status = status;
    refusal.reason = std::move(reason);
    refusal.bytesOnWire = m_bytesOnWire;
    m_body.clear();
    countBody();
    m_context.handler.refused(std::move(refusal));
}

void Connection::peerGone(std::string_view why)
{
    abandon("peer_closed: " + std::string(why));
}

void Connection::abandon(std::string reason)
{
    if (m_state == State::Header || m_state == State::Body) {
        reportRefusal(0, std::move(reason));
    }
    close();
}

void Connection::discard(std::size_t count)
{
    m_discarded += count;
    if (m_discarded > limits::lingerBytes) {
        close();
    }
}

void Connection::answer(std::uint64_t request, Response &&response)
{
    if (m_state != State::Handling || request != m_request) {
        return;
    }
    m_keepAlive = m_keepAlive && !response.close && !m_context.draining;
    enter(State::Answering, m_context.options.timeouts.idle);
    send(serialize(response, m_keepAlive, m_headOnly));
}

void Connection::send(std::string_view bytes)
{
    m_out.append(bytes);
    flush();
}

void Connection::flush()
{
    std::size_t sent = 0;
    while (sent < m_out.size()) {
        const ssize_t count =
            ::send(m_socket.get(), m_out.data() + sent, m_out.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0) {
            sent += static_cast<std::size_t>(count);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            break;
        } else if (errno != EINTR) {
            peerGone(std::generic_category().message(errno));
            return;
        }
    }
    m_out.erase(0, sent);
    m_polled.setWriting(!m_out.empty());
    if (m_out.empty() && m_state == State::Answering) {
        answered();
    }
}

void Connection::answered()
{
    if (!m_keepAlive) {
        ::shutdown(m_socket.get(), SHUT_WR);
        m_discarded = 0;
        if (!m_processing) {
            keepForLater({});
        }
        enter(State::Lingering, m_context.options.timeouts.linger);
    } else {
        m_parser.reset();
        enter(State::Idle, m_context.options.timeouts.idle);
        m_merit.add(meritOfRequest, meritTime(m_since));
    }
    if (!m_context.paused) {
        m_polled.setReading(true);
    }
    processPending();
    if (isIdle()) {
        m_context.onIdle();
    }
}

void Connection::countBody()
{
    m_context.buffered += m_body.memory() - m_counted; // unsigned arithmetic wraps back for a smaller body
    m_counted = m_body.memory();
}

void Connection::resumeReading(std::chrono::steady_clock::duration pausedFor)
{
    if (m_state == State::Closed) {
        return;
    }
    m_deadline += pausedFor;
    m_polled.setReading(true);
}

bool Connection::isOverdue(SteadyTime now) const
{
    if (m_state == State::Handling || m_state == State::Closed || now < m_deadline) {
        return false;
    }
    return !m_context.paused || m_state == State::Answering; // else the peer cannot send: resumeReading() moves it
}

void Connection::endOverdue()
{
    if (m_state == State::Header) {
        refuse(408, "header_timeout", "the header took too long");
    } else if (m_state == State::Body) {
        refuse(408, "body_timeout: " + std::to_string(m_body.size()) + " bytes came", "the body took too long");
    } else {
        close();
    }
}

bool Connection::hasUnreadBytes() const
{
    char byte = 0;
    return pendingSize() > 0 || ::recv(m_socket.get(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

bool Connection::isFresh(SteadyTime now) const
{
    return m_state == State::Idle && m_request == 0 && now - m_since < limits::freshTime;
}

std::int64_t Connection::process() const
{
    const auto answer = m_peer.process ? m_peer.process->answer() : std::nullopt;
    return answer ? answer->process : 0;
}

// Without lingering, which would keep the place: nothing is unread, so closing sends no reset that could overtake the
// answer.
void Connection::evict()
{
    if (m_state == State::Header || m_state == State::Body) {
        Response response = errorResponse(408, "crowded_out");
        m_context.handler.decorate(response, m_parser.head());
        const auto age =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_started);
        reportRefusal(
            408, "crowded_out: " + std::to_string(m_bytesOnWire) + " bytes in " + std::to_string(age.count()) + " ms");
        m_out += serialize(response, false, m_headOnly);
        (void)::send(m_socket.get(), m_out.data(), m_out.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    close();
}

bool Connection::mayBeClosed() const
{
    return m_state == State::Lingering || (m_state == State::Idle && !hasUnreadBytes());
}

void Connection::close()
{
    if (m_state == State::Closed) {
        return;
    }
    m_state = State::Closed;
    m_polled.stop();
    m_socket.reset();
    m_body.clear();
    countBody();
    m_context.onClosed(m_id);
}

} // namespace picket::http
