// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ingestservice.h"

#include "core/base/logging.h"
#include "core/base/wakeup.h"
#include "core/ingest/changeaccumulator.h"
#include "core/ingest/intake.h"
#include "core/ingest/writerthread.h"

#include <QEventLoop>

#include <future>
#include <mutex>
#include <thread>

namespace picket::ingest {

namespace {

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
        Intake intake(m_writer, m_options.origins);
        QObject::connect(&intake, &Intake::drained, &loop, &QEventLoop::quit);
        setIntake(&intake);
        auto listening = intake.listen(m_options.listen);
        const bool works = listening.has_value();
        m_listening.set_value(std::move(listening));
        if (works) {
            loop.exec();
        }
        setIntake(nullptr);
    }

    void setIntake(Intake *intake)
    {
        const std::lock_guard lock(m_mutex);
        m_intake = intake;
    }

    WriterThread &m_writer;
    const IngestOptions m_options;
    std::promise<Result<http::Listening>> m_listening;
    std::mutex m_mutex; // guards m_intake
    Intake *m_intake = nullptr;
    std::thread m_thread;
};

} // namespace

class IngestService::Private
{
public:
    Private(store::Writer writer, IngestOptions options, IngestService *q)
        : changesWakeup([q] { Q_EMIT q->changesAvailable(); })
        , troubleWakeup([this, q] { tellTrouble(q); })
        , writerThread(std::move(writer),
                       {[this](std::vector<store::Receipt> &&receipts) { listenerThread.post(std::move(receipts)); },
                        [this](store::ChangeSet &&set) {
                            if (changes.add(std::move(set))) {
                                changesWakeup.wake();
                            }
                        },
                        [this](std::optional<ErrorCode> code) {
                            trouble.forcePush(std::optional(code));
                            troubleWakeup.wake();
                        }})
        , listenerThread(writerThread, std::move(options))
    {
    }

    void tellTrouble(IngestService *q)
    {
        for (const auto &code : trouble.takeAll()) {
            if (code) {
                const std::string_view name = errorName(*code);
                Q_EMIT q->storeTrouble(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
            } else {
                Q_EMIT q->storeRecovered();
            }
        }
    }

    ChangeAccumulator changes;
    Mailbox<std::optional<ErrorCode>> trouble{16};
    Wakeup changesWakeup;
    Wakeup troubleWakeup;
    // The writer works before the listener takes anything, and outlives it.
    WriterThread writerThread;
    ListenerThread listenerThread;
};

IngestService::IngestService(store::Writer writer, IngestOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(writer), std::move(options), this))
{
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

void IngestService::setStatus(std::vector<IssueId> issues, model::IssueStatus status)
{
    d->writerThread.push(StatusChange{std::move(issues), status});
}

store::ChangeSet IngestService::takeChanges()
{
    return d->changes.take();
}

} // namespace picket::ingest
