// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/intake.h"

#include "core/base/limits.h"
#include "core/ingest/takers.h"
#include "core/protocol/endpoint.h"

namespace picket::ingest {

namespace {

using namespace std::chrono_literals;
using protocol::EndpointKind;
using Clock = std::chrono::steady_clock;

constexpr auto drainPoll = 10ms;
// Requests that could not be read while the heavy worker was full get this long to be answered after it was relieved.
constexpr auto lastAnswers = 1s;
constexpr std::string_view stopping = "stopping";

std::string_view verdictReason(http::OriginVerdict verdict)
{
    switch (verdict) {
    case http::OriginVerdict::Allowed:
        return {};
    case http::OriginVerdict::ForbiddenHost:
        return "forbidden_host";
    case http::OriginVerdict::ForbiddenOrigin:
        return "forbidden_origin";
    case http::OriginVerdict::CrossSite:
        return "cross_site";
    }
    return "forbidden_origin";
}

http::Response notServed()
{
    return http::errorResponse(404, "not_found",
                               {"POST /api/<project>/envelope/", "POST /api/<project>/store/", "POST /stream",
                                "POST /api/<project>/security/", "POST /api/<project>/minidump/",
                                "POST /api/<project>/events/<event>/attachments/", "POST /api/<project>/upload/",
                                "POST /api/<project>/cron/<monitor>/", "POST /api/<project>/user-feedback/"});
}

http::Response wrongMethod(const std::string &allow)
{
    http::Response response = http::errorResponse(405, "method_not_allowed", {allow});
    response.headers.push_back({"Allow", allow});
    return response;
}

http::Response healthy(const http::RequestHead &head)
{
    if (head.path.starts_with("/api/")) {
        return http::jsonResponse(200, R"({"is_healthy":true})");
    }
    http::Response response;
    response.contentType = "text/plain";
    response.body = "OK";
    return response;
}

} // namespace

Intake::Intake(WriterThread &writer, http::OriginPolicy origins, UploadOptions uploads, std::string spoolFolder)
    : m_writer(writer)
    , m_origins(std::move(origins))
    , m_wakeup([this] { wakeUp(); })
    , m_receipts(limits::writerMailbox, [this] { m_wakeup.wake(); })
    , m_newOrigins(limits::writerMailbox, [this] { m_wakeup.wake(); })
    , m_heavy([this] { m_wakeup.wake(); }, std::move(uploads), std::move(spoolFolder))
    , m_listener(*this)
{
    m_drainTimer.setInterval(drainPoll);
    connect(&m_drainTimer, &QTimer::timeout, this, &Intake::checkDrained);
    m_refusalTimer.setSingleShot(true);
    m_refusalTimer.setInterval(RefusalGate::interval);
    connect(&m_refusalTimer, &QTimer::timeout, this, &Intake::writeCountedRefusals);
}

Intake::~Intake()
{
    m_heavy.finish();
    for (store::Delivery &delivery : m_heavy.takeGivenUp()) {
        write(std::move(delivery)); // its file is gone already
    }
}

Result<http::Listening> Intake::listen(const http::ListenOptions &options)
{
    return m_listener.listen(options);
}

void Intake::post(std::vector<store::Receipt> &&receipts)
{
    for (store::Receipt &receipt : receipts) {
        m_receipts.forcePush(std::move(receipt));
    }
}

void Intake::allowOrigin(std::string &&origin)
{
    m_newOrigins.forcePush(std::move(origin));
}

void Intake::requestStop()
{
    m_stopRequested = true;
    m_wakeup.wake();
}

void Intake::accepted(http::Peer &peer, const http::SocketEnds &ends)
{
    peer.process = m_peers.ask(ends);
}

std::optional<http::Response> Intake::admit(const http::RequestHead &head, const http::Peer &)
{
    // A foreign page must not learn more than that it is refused: no CORS headers on this one.
    if (const auto verdict = http::judge(head, m_origins); verdict != http::OriginVerdict::Allowed) {
        return http::errorResponse(403, verdictReason(verdict));
    }
    const auto endpoint = protocol::matchEndpoint(head.method, head.path);
    std::optional<http::Response> refusal;
    if (endpoint.kind == EndpointKind::Unknown) {
        refusal = notServed();
    } else if (!endpoint.methodAllowed) {
        refusal = wrongMethod(endpoint.allow);
    } else if (endpoint.badProject) {
        refusal = http::errorResponse(400, "bad_project", {"the project in the path is a positive number"});
    }
    if (refusal) {
        http::addCorsHeaders(*refusal, head, m_origins);
    }
    return refusal;
}

void Intake::handle(http::Ticket ticket, http::Request &&request)
{
    const auto respondNow = [&](http::Response response) {
        http::addCorsHeaders(response, request.head, m_origins);
        m_listener.respond(ticket, std::move(response));
    };
    const EndpointKind kind = protocol::matchEndpoint(request.head.method, request.head.path).kind;
    if (request.head.method == "OPTIONS") {
        http::Response answer = http::preflightResponse(request.head);
        if (kind == EndpointKind::Upload || kind == EndpointKind::UploadPart) {
            describeUploads(answer);
        }
        respondNow(std::move(answer));
        return;
    }
    if (kind == EndpointKind::Health) {
        respondNow(healthy(request.head));
        return;
    }
    if (request.body->bytes().size() <= limits::heavyBody) {
        if (auto prepared = prepare(request, {limits::heavyBody})) {
            http::addCorsHeaders(prepared->response, request.head, m_origins);
            enqueue(ticket, std::move(*prepared));
            return;
        }
    }
    if (m_refusesHeavy) {
        refuseHeavy(ticket, request);
        return;
    }
    m_memoryInFlight += request.body->memory();
    ++m_heavyJobs;
    m_heavy.push(ticket, std::move(request));
    adjustReading();
}

void Intake::refused(Refusal &&refusal)
{
    if (auto row = m_refusals.add(refusal, Clock::now())) {
        write(std::move(*row));
        adjustReading();
    } else if (!m_refusalTimer.isActive()) {
        m_refusalTimer.start();
    }
}

void Intake::writeCountedRefusals()
{
    for (store::Delivery &row : m_refusals.takeCounted()) {
        write(std::move(row));
    }
}

void Intake::decorate(http::Response &response, const http::RequestHead &head)
{
    http::addCorsHeaders(response, head, m_origins);
}

void Intake::enqueue(http::Ticket ticket, Prepared &&prepared)
{
    const std::uint64_t cookie = m_nextCookie++;
    prepared.delivery.cookie = cookie;
    m_waiting.emplace(cookie, Waiting{ticket, std::move(prepared.response)});
    write(std::move(prepared.delivery));
    adjustReading();
}

void Intake::write(store::Delivery &&delivery)
{
    m_memoryInFlight += delivery.memory;
    m_writer.push(std::move(delivery));
}

void Intake::wakeUp()
{
    for (std::string &origin : m_newOrigins.takeAll()) {
        m_origins.allowedOrigins.push_back(std::move(origin));
    }
    answerCommitted();
    for (HeavyWorker::Done &done : m_heavy.takeDone()) {
        m_memoryInFlight -= done.memory;
        --m_heavyJobs;
        http::addCorsHeaders(done.prepared.response, done.head, m_origins);
        enqueue(done.ticket, std::move(done.prepared));
    }
    for (store::Delivery &delivery : m_heavy.takeGivenUp()) {
        write(std::move(delivery));
    }
    adjustReading();
    if (m_stopRequested && !m_drainTimer.isActive()) {
        beginDraining();
    }
}

void Intake::answerCommitted()
{
    for (store::Receipt &receipt : m_receipts.takeAll()) {
        m_memoryInFlight -= receipt.memory;
        const auto it = m_waiting.find(receipt.cookie);
        if (it == m_waiting.end()) {
            continue; // a row of the wire log: nobody waits
        }
        Waiting waiting = std::move(it->second);
        m_waiting.erase(it);
        if (receipt.error) {
            http::Response failure = storeFailureResponse(*receipt.error);
            // The CORS headers that were made for the good answer.
            failure.headers.insert(failure.headers.end(), waiting.response.headers.begin(),
                                   waiting.response.headers.end());
            waiting.response = std::move(failure);
        }
        m_listener.respond(waiting.ticket, std::move(waiting.response));
    }
}

// Back-pressure: nothing is dropped, senders wait.
void Intake::adjustReading()
{
    const std::size_t memory = m_memoryInFlight + m_listener.bufferedBytes();
    const bool pause = memory > limits::memoryInFlight || m_writer.isFull() || m_heavy.isFull();
    if (pause != m_readingPaused) {
        m_readingPaused = pause;
        m_listener.setReadingPaused(pause);
    }
}

void Intake::beginDraining()
{
    const auto now = Clock::now();
    m_drainDeadline = now + limits::drainSenders;
    m_heavyDeadline = now + limits::drainHeavy;
    m_listener.stopAccepting();
    m_drainTimer.start();
    checkDrained();
}

void Intake::checkDrained()
{
    const auto now = Clock::now();
    if (!m_refusesHeavy && now >= m_heavyDeadline && m_heavyJobs > 0) {
        m_refusesHeavy = true;
        m_drainDeadline = now + lastAnswers;
        for (const HeavyWorker::Job &job : m_heavy.takeWaiting()) {
            m_memoryInFlight -= job.request.body->memory();
            --m_heavyJobs;
            refuseHeavy(job.ticket, job.request);
        }
        adjustReading();
    }
    // What was taken in is ours to finish; a sender that is still sending gets the deadline.
    const bool finished = m_waiting.empty() && m_heavyJobs == 0;
    if (finished && (now >= m_drainDeadline || !m_listener.isBusy())) {
        m_drainTimer.stop();
        m_listener.abandon();
        writeCountedRefusals();
        Q_EMIT drained();
    }
}

// The end does not wait for it.
void Intake::refuseHeavy(http::Ticket ticket, const http::Request &request)
{
    const std::span<const char> body = request.body->bytes();
    const std::string_view kept(body.data(), std::min(body.size(), limits::undecodableKept));
    refused({request.head, request.peer, request.received, request.started, 503, std::string(stopping), body.size(),
             std::string(kept)});
    http::Response response = http::errorResponse(503, stopping);
    http::addCorsHeaders(response, request.head, m_origins);
    m_listener.respond(ticket, std::move(response));
}

} // namespace picket::ingest
