// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ingestservice.h"

#include "core/base/logging.h"
#include "core/base/wakeup.h"
#include "core/http/ascii.h"
#include "core/ingest/changeaccumulator.h"
#include "core/ingest/intake.h"
#include "core/ingest/writerthread.h"

#include <QEventLoop>

#include <future>
#include <mutex>
#include <thread>

namespace picket::ingest {

namespace {

// What was allowed in earlier runs is allowed in this one.
IngestOptions withAllowedOrigins(IngestOptions options, const store::Writer &writer)
{
    const auto allowed = writer.allowedOrigins();
    if (!allowed) {
        qCWarning(lcIngest, "the allowed origins could not be read: %s", allowed.error().detail.c_str());
        return options;
    }
    auto &origins = options.origins.allowedOrigins;
    origins.insert(origins.end(), allowed->begin(), allowed->end());
    return options;
}

// The thread of sockets: an event loop around an Intake that lives and dies on it. A std::thread, because what
// QThread's wait() orders is hidden from ThreadSanitizer in a Qt that is not instrumented.
class ListenerThread final
{
public:
    ListenerThread(WriterThread &writer, IngestOptions options)
        : m_writer(writer)
        , m_options(std::move(options))
    {
    }

    [[nodiscard]] Result<http::Listening> start()
    {
        auto listening = m_listening.get_future();
        m_thread = std::thread([this] { run(); });
        return listening.get();
    }

    // Any thread. Receipts that come after the thread has ended have nobody to answer.
    void post(std::vector<store::Receipt> &&receipts)
    {
        const std::lock_guard lock(m_mutex);
        if (m_intake) {
            m_intake->post(std::move(receipts));
        }
    }

    // Any thread.
    void allowOrigin(const std::string &origin)
    {
        const std::lock_guard lock(m_mutex);
        if (m_intake) {
            m_intake->allowOrigin(std::string(origin));
        } else {
            m_options.origins.allowedOrigins.push_back(origin);
        }
    }

    // Answers what is under way, then ends the thread. Idempotent.
    void finish()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_intake) {
                m_intake->requestStop();
            }
        }
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

private:
    void run()
    {
        QEventLoop loop; // first: sockets and timers need its dispatcher
        std::unique_lock lock(m_mutex); // no origin is allowed between the copy and the address
        Intake intake(m_writer, m_options.origins, m_options.uploads, m_options.listen.spoolFolder);
        m_intake = &intake;
        lock.unlock();
        QObject::connect(&intake, &Intake::drained, &loop, &QEventLoop::quit);
        auto listening = intake.listen(m_options.listen);
        const bool works = listening.has_value();
        m_listening.set_value(std::move(listening));
        if (works) {
            loop.exec();
        }
        lock.lock();
        m_intake = nullptr;
    }

    WriterThread &m_writer;
    std::promise<Result<http::Listening>> m_listening;
    std::mutex m_mutex; // guards m_options.origins and m_intake
    IngestOptions m_options;
    Intake *m_intake = nullptr;
    std::thread m_thread;
};

} // namespace

class IngestService::Private
{
public:
    Private(store::Writer writer, IngestOptions options, IngestService *q)
        : changesWakeup([q] { Q_EMIT q->changesAvailable(); })
        , newsWakeup([this, q] { tellNews(q); })
        , writerThread(std::move(writer),
                       {[this](std::vector<store::Receipt> &&receipts) { listenerThread.post(std::move(receipts)); },
                        [this](store::ChangeSet &&set) {
                            if (changes.add(set)) {
                                changesWakeup.wake();
                            }
                        },
                        [this](StoreNews &&each) {
                            news.forcePush(std::move(each));
                            newsWakeup.wake();
                        }})
        , listenerThread(writerThread, std::move(options))
    {
    }

    void tellNews(IngestService *q)
    {
        struct Teller {
            IngestService *q;
            void operator()(const StoreTrouble &trouble) const { Q_EMIT q->storeTrouble(trouble.error); }
            void operator()(const StoreRecovered &) const { Q_EMIT q->storeRecovered(); }
            void operator()(const StoreReplaced &) const { Q_EMIT q->storeReplaced(); }
            void operator()(const FailedEdit &edit) const { Q_EMIT q->editFailed(edit); }
            void operator()(const store::HeldLog &log) const { Q_EMIT q->logHeld(log); }
            void operator()(const LogReleased &) const { Q_EMIT q->logReleased(); }
        };
        for (const StoreNews &each : news.takeAll()) {
            std::visit(Teller{q}, each);
        }
    }

    ChangeAccumulator changes;
    Mailbox<StoreNews> news{16};
    Wakeup changesWakeup;
    Wakeup newsWakeup;
    // The writer works before the listener takes anything, and outlives it.
    WriterThread writerThread;
    ListenerThread listenerThread;
};

IngestService::IngestService(store::Writer writer, IngestOptions options, QObject *parent)
    : QObject(parent)
{
    IngestOptions remembered = withAllowedOrigins(std::move(options), writer);
    d = std::make_unique<Private>(std::move(writer), std::move(remembered), this);
}

IngestService::~IngestService()
{
    stop();
}

Result<http::Listening> IngestService::start()
{
    return d->listenerThread.start();
}

void IngestService::stop()
{
    d->listenerThread.finish();
    d->writerThread.finish();
}

void IngestService::setStatus(const std::vector<IssueId> &issues, model::IssueStatus status)
{
    d->writerThread.push({EditKind::SetStatus, issues, [issues, status](store::Writer &writer) {
                              return writer.setStatus(issues, status);
                          }});
}

void IngestService::setDeleted(const std::vector<IssueId> &issues, bool deleted)
{
    d->writerThread.push(
        {deleted ? EditKind::Delete : EditKind::Restore, issues, [issues, deleted](store::Writer &writer) {
             return writer.setDeleted(issues, deleted);
         }});
}

void IngestService::addMark(std::string label)
{
    d->writerThread.push({EditKind::Mark, {}, [label = std::move(label), time = now()](store::Writer &writer) {
                              return writer.addMark(model::MarkKind::Mark, time, {}, label);
                          }});
}

void IngestService::allowOrigin(const std::string &origin)
{
    d->writerThread.push({EditKind::AllowOrigin, {}, [this, lower = http::toLower(origin)](store::Writer &writer) {
                              auto changes = writer.allowOrigin(lower);
                              if (changes) {
                                  d->listenerThread.allowOrigin(lower);
                              }
                              return changes;
                          }});
}

store::ChangeSet IngestService::takeChanges()
{
    return d->changes.take();
}

} // namespace picket::ingest
