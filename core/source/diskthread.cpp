// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/diskthread.h"

#include <utility>

namespace picket::source {

DiskThread::DiskThread()
    : m_wakeup([this] { deliver(); })
    , m_thread([this] { run(); })
{
}

DiskThread::~DiskThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void DiskThread::ask(Question question)
{
    std::optional<std::pair<std::uint64_t, Question>> older; // ends outside the lock
    {
        const std::lock_guard lock(m_mutex);
        older = std::exchange(m_waiting, std::pair(++m_generation, std::move(question)));
    }
    m_changed.notify_all();
}

void DiskThread::cancel()
{
    std::optional<std::pair<std::uint64_t, Question>> older;
    const std::lock_guard lock(m_mutex);
    ++m_generation;
    older = std::exchange(m_waiting, std::nullopt);
}

void DiskThread::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_stopping || m_waiting; });
        if (m_stopping) {
            return;
        }
        auto [generation, question] = std::move(*m_waiting);
        m_waiting.reset();
        lock.unlock();
        Answer answer = question();
        question = nullptr;
        lock.lock();
        std::optional<Done> unread = std::exchange(m_done, Done{generation, std::move(answer)});
        lock.unlock();
        unread.reset();
        m_wakeup.wake();
        lock.lock();
    }
}

void DiskThread::deliver()
{
    std::optional<Done> done;
    {
        const std::lock_guard lock(m_mutex);
        done = std::exchange(m_done, std::nullopt);
    }
    if (done && done->generation == m_generation && done->answer) {
        done->answer();
    }
}

} // namespace picket::source
