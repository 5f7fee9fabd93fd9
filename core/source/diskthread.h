// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <thread>

namespace picket::source {

// For the thread that made it, which needs an event loop. Questions to the file system, worked on by a thread of its
// own, because a disk may take its time and a remote one may never answer. Only the newest question counts: an older
// one is dropped where it waits, and its answer is dropped where it comes too late.
class DiskThread final
{
public:
    using Answer = std::function<void()>; // runs on the asking thread
    // Runs on the disk's thread, perhaps beyond the end of this object: it holds values only.
    using Question = std::function<Answer()>;

    DiskThread();
    DiskThread(const DiskThread &) = delete;
    DiskThread &operator=(const DiskThread &) = delete;
    // Never waits for a disk: a question under way is left behind, and its answer is dropped.
    ~DiskThread();

    void ask(Question question);
    // Drops what was asked.
    void cancel();

private:
    class Worker;

    void deliver();

    std::uint64_t m_generation = 0; // of the newest question
    std::shared_ptr<Worker> m_worker;
    std::thread m_thread;
};

} // namespace picket::source
