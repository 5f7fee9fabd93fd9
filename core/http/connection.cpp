// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connection.h"

#include "core/base/limits.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <system_error>
#include <utility>

namespace picket::http {

namespace {

constexpr std::string_view continueLine = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::size_t spoolAboveWhenScarce = 64 * limits::KiB;

} // namespace

std::size_t ConnectionContext::bodyMemoryLimit() const
{
    return buffered > limits::memoryInFlight / 4 ? spoolAboveWhenScarce : limits::bodySpoolAbove;
}

Connection::Connection(std::uint64_t id, Descriptor socket, Peer peer, ConnectionContext &context)
    : m_id(id)
    , m_socket(std::move(socket))
    , m_peer(std::move(peer))
    , m_context(context)
    , m_readable(m_socket.get(), QSocketNotifier::Read)
    , m_writable(m_socket.get(), QSocketNotifier::Write)
    , m_body(context.options.spoolFolder)
    , m_parser(m_body)
{
    m_writable.setEnabled(false);
    m_readable.setEnabled(!context.paused);
    connect(&m_readable, &QSocketNotifier::activated, this, &Connection::readInMemory);
    connect(&m_writable, &QSocketNotifier::activated, this, &Connection::flush);
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
        m_readable.setEnabled(false); // switched on again by answered() or resumeReading()
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
        m_bodyStarted = m_since;
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
    if (m_writable.isEnabled() != !m_out.empty()) {
        m_writable.setEnabled(!m_out.empty());
    }
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
    }
    if (!m_context.paused && !m_readable.isEnabled()) {
        m_readable.setEnabled(true);
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

void Connection::stopReading()
{
    m_readable.setEnabled(false);
}

void Connection::resumeReading(std::chrono::steady_clock::duration pausedFor)
{
    if (m_state == State::Closed) {
        return;
    }
    m_deadline += pausedFor;
    m_bodyStarted += pausedFor;
    m_readable.setEnabled(true);
}

void Connection::checkDeadline(SteadyTime now)
{
    if (m_state == State::Handling || m_state == State::Closed || now < m_deadline) {
        return;
    }
    if (m_context.paused && m_state != State::Answering) {
        return; // the peer cannot send: resumeReading() moves the deadline
    }
    if (m_state == State::Header) {
        refuse(408, "header_timeout", "the header took too long");
    } else if (m_state == State::Body) {
        const double seconds = std::chrono::duration<double>(now - m_bodyStarted).count();
        const double needed = seconds * static_cast<double>(m_context.options.timeouts.bodyRate);
        if (static_cast<double>(m_body.size()) < needed) {
            refuse(408, "body_timeout: " + std::to_string(m_body.size()) + " bytes came", "the body took too long");
        }
    } else {
        close();
    }
}

void Connection::readInMemory()
{
    try {
        readSome();
        return;
    } catch (const std::bad_alloc &) {
        m_processing = false;
    }
    try {
        m_body.clear(); // the memory that the answer and the row need
        refuse(503, "no_memory: " + std::to_string(m_bytesOnWire) + " bytes came", "no_memory");
    } catch (const std::bad_alloc &) {
        close();
    }
}

bool Connection::mayBeClosed() const
{
    if (m_state == State::Lingering) {
        return true;
    }
    char byte = 0;
    return m_state == State::Idle && pendingSize() == 0
        && ::recv(m_socket.get(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) <= 0;
}

void Connection::close()
{
    if (m_state == State::Closed) {
        return;
    }
    m_state = State::Closed;
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    m_socket.reset();
    m_body.clear();
    countBody();
    m_context.onClosed(m_id);
}

} // namespace picket::http
