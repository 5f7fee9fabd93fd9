// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/heavyworker.h"

#include "core/base/limits.h"

namespace picket::ingest {

namespace {

// How often uploads are looked through for old ones.
constexpr std::chrono::milliseconds betweenCleanings = std::chrono::minutes(1);

} // namespace

HeavyWorker::HeavyWorker(std::function<void()> wake, UploadOptions uploads, std::string spoolFolder)
    : m_uploads(std::move(uploads))
    , m_spoolFolder(std::move(spoolFolder))
    , m_jobs(limits::heavyMailbox)
    , m_done(limits::heavyMailbox, wake)
    , m_givenUp(limits::uploads, std::move(wake))
    , m_thread([this] { run(); })
{
}

HeavyWorker::~HeavyWorker()
{
    finish();
}

void HeavyWorker::push(http::Ticket ticket, http::Request &&request)
{
    m_jobs.forcePush({ticket, std::move(request)});
}

std::vector<HeavyWorker::Done> HeavyWorker::takeDone()
{
    return m_done.takeAll();
}

std::vector<HeavyWorker::Job> HeavyWorker::takeWaiting()
{
    return m_jobs.takeAll();
}

std::vector<store::Delivery> HeavyWorker::takeGivenUp()
{
    return m_givenUp.takeAll();
}

bool HeavyWorker::isFull() const
{
    return m_jobs.size() >= m_jobs.capacity();
}

void HeavyWorker::finish()
{
    m_jobs.close();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void HeavyWorker::run()
{
    UploadStore uploads(m_uploads);
    for (;;) {
        const bool isLast = m_jobs.isClosed();
        // Gone before the next wait: it holds a body of up to 200 MiB.
        auto jobs = uploads.isEmpty() ? m_jobs.waitAndTake(1) : m_jobs.waitAndTakeFor(betweenCleanings, 1);
        if (jobs.empty() && (isLast || uploads.isEmpty())) {
            return;
        }
        for (Job &job : jobs) {
            // The real cap: this always yields something.
            const http::DecodeRoom room{limits::bodyDecoded, m_spoolFolder, m_uploads.freeDiskFloor};
            if (auto prepared = prepare(job.request, room, &uploads)) {
                const std::size_t memory = job.request.body->memory();
                m_done.forcePush({job.ticket, std::move(*prepared), std::move(job.request.head), memory});
            }
        }
        jobs.clear();
        tellGivenUp(uploads);
    }
}

// After a job, because an envelope may name an old one.
void HeavyWorker::tellGivenUp(UploadStore &uploads)
{
    for (const UploadStore::GivenUp &given : uploads.takePushedOut()) {
        m_givenUp.forcePush(prepareGivenUp(given));
    }
    if (const auto given = uploads.removeOld(now())) {
        m_givenUp.forcePush(prepareGivenUp(*given));
    }
}

} // namespace picket::ingest
