// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/reader.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace picket::query {

// What a question gets: the lane's reader, or why there is none.
using ReaderOrError = Result<store::Reader *>;
// Runs on the lane; what it returns delivers the answer and runs on the GUI thread.
using Work = std::function<std::function<void()>(const ReaderOrError &)>;

struct Question {
    std::uint64_t id = 0;
    int channel = 0;
    Work work;
};

// A thread with a reader of its own; its public functions are for the GUI thread. Per channel at most one question
// waits: that bounds the queue, and is what "only the newest counts" means.
class LaneThread final
{
public:
    // `done` is called on the lane's thread with each question that was worked on, stale or not: closures hold what
    // belongs to the GUI thread, so they go back there to die.
    using Done = std::function<void(Question &&question, std::function<void()> &&deliver)>;

    LaneThread(store::WorkspacePaths paths, Done done);
    LaneThread(const LaneThread &) = delete;
    LaneThread &operator=(const LaneThread &) = delete;
    ~LaneThread(); // interrupts and waits

    void ask(Question &&question);
    void cancel(int channel);

private:
    void run();
    [[nodiscard]] ReaderOrError reader();
    // m_mutex is held.
    [[nodiscard]] std::optional<Question> takeWaiting(int channel);
    void interruptRunning();

    const store::WorkspacePaths m_paths;
    const Done m_done;
    std::optional<store::Reader> m_reader; // the lane's thread only

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::vector<Question> m_waiting; // in the order asked
    std::optional<int> m_running; // its channel
    std::optional<store::Reader::Interrupter> m_interrupter;
    bool m_stopping = false;
    bool m_stopped = false;

    std::thread m_thread; // last: it uses all of the above
};

} // namespace picket::query
