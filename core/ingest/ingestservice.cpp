// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ingestservice.h"

#include "core/base/logging.h"
#include "core/base/wakeup.h"
#include "core/ingest/changeaccumulator.h"
#include "core/ingest/intake.h"
#include "core/ingest/writerthread.h"

#include <QThread>

#include <future>
#include <mutex>

namespace picket::ingest {

namespace {

// The thread of sockets: an event loop around an Intake that lives and dies on it.
class ListenerThread final : public QThread
{
public:
    ListenerThread(WriterThread &writer, IngestOptions options)
        : m_writer(writer)
        , m_options(std::move(options))
    {
        setObjectName(QStringLiteral("listener"));
    }

    [[nodiscard]] Result<http::Listening> startListening()
    {
        auto listening = m_listening.get_future();
        start();
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

    void finish()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_intake) {
                m_intake->requestStop();
            }
        }
        wait();
    }

protected:
    void run() override
    {
        Intake intake(m_writer, m_options.origins);
        connect(&intake, &Intake::drained, &intake, [this] { quit(); });
        setIntake(&intake);
        auto listening = intake.listen(m_options.listen);
        const bool works = listening.has_value();
        m_listening.set_value(std::move(listening));
        if (works) {
            exec();
        }
        setIntake(nullptr);
    }

private:
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
                            trouble.forcePush(std::move(code));
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
    return d->listenerThread.startListening();
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
