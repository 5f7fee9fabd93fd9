// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/wakeup.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace picket::source {

// For the thread that made it, which needs an event loop. Questions to the file system, worked on by a thread of its
// own, because a disk may take its time and a remote one may never answer. Only the newest question counts: an older
// one is dropped where it waits, and its answer is dropped where it comes too late.
class DiskThread final
{
public:
    using Answer = std::function<void()>; // runs on the asking thread
    using Question = std::function<Answer()>; // runs on the disk's thread

    DiskThread();
    DiskThread(const DiskThread &) = delete;
    DiskThread &operator=(const DiskThread &) = delete;
    ~DiskThread(); // waits for a question under way; its answer is dropped

    void ask(Question question);
    // Drops what was asked.
    void cancel();

private:
    struct Done {
        std::uint64_t generation = 0;
        Answer answer;
    };

    void run();
    void deliver();

    Wakeup m_wakeup;
    std::uint64_t m_generation = 0; // of the newest question; the asking thread only
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::optional<std::pair<std::uint64_t, Question>> m_waiting;
    std::optional<Done> m_done;
    bool m_stopping = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace picket::source
