// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/diskthread.h"

#include "core/base/wakeup.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace picket::source {

// Shared by both threads, so that the disk's may outlive the asking one's object.
class DiskThread::Worker final
{
public:
    struct Done {
        std::uint64_t generation = 0;
        Answer answer;
    };
    using Waiting = std::optional<std::pair<std::uint64_t, Question>>;

    explicit Worker(std::function<void()> deliver)
        : m_wakeup(std::make_unique<Wakeup>(std::move(deliver)))
    {
    }

    // Any thread. What is returned ends outside of the lock.
    Waiting setWaiting(Waiting waiting)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.swap(waiting);
        }
        m_changed.notify_all();
        return waiting;
    }
    std::optional<Done> takeDone()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_done, std::nullopt);
    }
    // The asking thread. True: no question is under way, so run() returns at once.
    bool stop()
    {
        std::unique_ptr<Wakeup> wakeup; // ends outside of the lock
        bool idle = false;
        {
            const std::lock_guard lock(m_mutex);
            wakeup = std::move(m_wakeup);
            idle = !m_working;
        }
        m_changed.notify_all();
        return idle;
    }
    // The disk's thread.
    void run()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return !m_wakeup || m_waiting; });
            if (!m_wakeup) {
                return;
            }
            auto [generation, question] = std::move(*m_waiting);
            m_waiting.reset();
            m_working = true;
            lock.unlock();
            std::optional<Done> done = Done{generation, question()};
            question = nullptr;
            lock.lock();
            m_working = false;
            m_done.swap(done);
            if (m_wakeup) {
                m_wakeup->wake();
            }
            lock.unlock();
            done.reset();
            lock.lock();
        }
    }

private:
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    Waiting m_waiting;
    std::optional<Done> m_done;
    bool m_working = false;
    std::unique_ptr<Wakeup> m_wakeup; // null: stopped
};

DiskThread::DiskThread()
    : m_worker(std::make_shared<Worker>([this] { deliver(); }))
    , m_thread([worker = m_worker] { worker->run(); })
{
}

DiskThread::~DiskThread()
{
    if (m_worker->stop()) {
        m_thread.join();
    } else {
        m_thread.detach();
    }
}

void DiskThread::ask(Question question)
{
    m_worker->setWaiting(std::pair(++m_generation, std::move(question)));
}

void DiskThread::cancel()
{
    ++m_generation;
    m_worker->setWaiting(std::nullopt);
}

void DiskThread::deliver()
{
    const std::optional<Worker::Done> done = m_worker->takeDone();
    if (done && done->generation == m_generation && done->answer) {
        done->answer();
    }
}

} // namespace picket::source
