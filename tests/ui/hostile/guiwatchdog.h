// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <atomic>
#include <chrono>
#include <ctime>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace picket::test {

// Records what keeps the GUI thread from its event loop. A beat of a millisecond compares the processor time that the
// thread has used since the beat before: a busy neighbour on the machine is no stall, and on a slow machine the limit
// is longer. A thread of its own sees what never comes back: when the GUI thread sleeps outside its loop for half a
// minute, or computes for a whole one, the program ends and names the action. Public functions are for the GUI thread.
class GuiWatchdog final
{
public:
    // Above it is a stall, on the machine of most() in tests/support/threadclock.h.
    static constexpr std::chrono::milliseconds limit{100};

    GuiWatchdog();
    GuiWatchdog(const GuiWatchdog &) = delete;
    GuiWatchdog &operator=(const GuiWatchdog &) = delete;
    ~GuiWatchdog();

    // From now on it is `what` that is done.
    void begin(const std::string &what);
    // What follows is the test's own work, which may take its time.
    void end();

    // What the beat's events go to.
    [[nodiscard]] const QObject &beatSource() const { return m_timer; }

    // "what: 123 ms", a line for each since the last call.
    [[nodiscard]] std::string takeStalls();
    // The longest of all, stall or not.
    [[nodiscard]] std::chrono::milliseconds longest() const { return m_longest; }
    [[nodiscard]] const std::string &longestOf() const { return m_longestOf; }

private:
    void beat();
    void watch();
    [[nodiscard]] std::chrono::nanoseconds used() const;

    const pid_t m_thread;
    clockid_t m_clock{};
    QTimer m_timer;
    std::chrono::nanoseconds m_usedAtBeat{0};
    std::string m_stalls;
    std::chrono::milliseconds m_longest{0};
    std::string m_longestOf;

    std::atomic<std::int64_t> m_beats{0};
    std::atomic<bool> m_counting{false};
    std::atomic<bool> m_stopping{false};
    std::mutex m_mutex; // guards m_what
    std::string m_what;
    std::thread m_watcher; // last: it uses all of the above
};

} // namespace picket::test
