// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/lanethread.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace picket::query {

namespace {

// A question of many calls that takes no notice of an interruption gets one for each call.
constexpr std::chrono::milliseconds untilNextInterruption(5);

} // namespace

LaneThread::LaneThread(store::WorkspacePaths paths, Done done)
    : m_paths(std::move(paths))
    , m_done(std::move(done))
    , m_thread([this] { run(); })
{
}

LaneThread::~LaneThread()
{
    {
        std::unique_lock lock(m_mutex);
        m_stopping = true;
        m_changed.notify_all();
        while (!m_stopped) {
            interruptRunning();
            m_changed.wait_for(lock, untilNextInterruption);
        }
    }
    m_thread.join();
}

void LaneThread::ask(Question &&question)
{
    std::optional<Question> older; // ends outside the lock: closures may do anything when they end
    {
        const std::lock_guard lock(m_mutex);
        older = takeWaiting(question.channel);
        if (m_running == question.channel) {
            interruptRunning();
        }
        m_waiting.push_back(std::move(question));
    }
    m_changed.notify_all();
}

void LaneThread::cancel(int channel)
{
    std::optional<Question> older;
    const std::lock_guard lock(m_mutex);
    older = takeWaiting(channel);
    if (m_running == channel) {
        interruptRunning();
    }
}

std::optional<Question> LaneThread::takeWaiting(int channel)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [channel](const Question &question) { return question.channel == channel; });
    if (found == m_waiting.end()) {
        return std::nullopt;
    }
    std::optional<Question> question(std::move(*found));
    m_waiting.erase(found);
    return question;
}

void LaneThread::interruptRunning()
{
    if (m_running && m_interrupter) {
        m_interrupter->interrupt();
    }
}

void LaneThread::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_stopping) {
            break;
        }
        Question question = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        m_running = question.channel;
        if (m_reader) {
            m_reader->forgetInterruption(); // it was meant for the question before
        }
        lock.unlock();
        std::function<void()> deliver = question.work(reader());
        m_done(std::move(question), std::move(deliver));
        lock.lock();
        m_running.reset();
    }
    m_stopped = true;
    m_changed.notify_all();
}

ReaderOrError LaneThread::reader()
{
    // A removed file can be read on for ever, and tells nothing of what comes.
    if (m_reader && !m_reader->isInPlace()) {
        m_reader.reset();
    }
    if (!m_reader) {
        auto opened = store::Reader::open(m_paths); // there may be no database yet: every question tries again
        if (!opened) {
            return tl::unexpected<Error>(std::move(opened.error()));
        }
        m_reader = std::move(*opened);
        const std::lock_guard lock(m_mutex);
        m_interrupter = m_reader->interrupter();
    }
    return &*m_reader;
}

} // namespace picket::query
