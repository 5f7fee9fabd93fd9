// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/hostile/guiwatchdog.h"

#include "tests/support/threadclock.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include <pthread.h>
#include <unistd.h>

namespace picket::test {

namespace {

using namespace std::chrono_literals;

constexpr auto pause = 20ms;
constexpr auto longestSleep = 30s;
constexpr auto longestWork = 60s;

// R (runs or would like to), S or D (sleeps), as the kernel says it behind the name in parentheses.
char stateOf(pid_t thread)
{
    std::ifstream file("/proc/self/task/" + std::to_string(thread) + "/stat");
    std::string line;
    std::getline(file, line);
    const std::size_t end = line.rfind(')');
    return end != std::string::npos && end + 2 < line.size() ? line[end + 2] : '?';
}

} // namespace

GuiWatchdog::GuiWatchdog()
    : m_thread(::gettid())
{
    if (::pthread_getcpuclockid(::pthread_self(), &m_clock) != 0) {
        qFatal("the thread has no clock");
    }
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    m_watcher = std::thread([this] { watch(); });
}

GuiWatchdog::~GuiWatchdog()
{
    m_stopping = true;
    m_watcher.join();
}

std::chrono::nanoseconds GuiWatchdog::used() const
{
    timespec time{};
    ::clock_gettime(m_clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void GuiWatchdog::begin(const std::string &what)
{
    {
        const std::lock_guard lock(m_mutex);
        m_what = what;
    }
    m_usedAtBeat = used();
    ++m_beats;
    m_counting = true;
    m_timer.start();
}

void GuiWatchdog::end()
{
    beat();
    m_counting = false;
    m_timer.stop();
}

void GuiWatchdog::beat()
{
    const std::chrono::nanoseconds now = used();
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_usedAtBeat);
    m_usedAtBeat = now;
    ++m_beats;
    if (spent > m_longest) {
        m_longest = spent;
        m_longestOf = m_what;
    }
    if (spent <= limit) {
        return;
    }
    if (const long long bound = most(limit.count()); spent.count() > bound) {
        m_stalls += m_what + ": " + std::to_string(spent.count()) + " ms of " + std::to_string(bound) + '\n';
    }
    m_usedAtBeat = used();
}

std::string GuiWatchdog::takeStalls()
{
    return std::exchange(m_stalls, {});
}

void GuiWatchdog::watch()
{
    std::int64_t beats = -1;
    std::chrono::nanoseconds usedThen{0};
    std::chrono::nanoseconds slept{0};
    while (!m_stopping) {
        std::this_thread::sleep_for(pause);
        if (!m_counting || m_beats != beats) {
            beats = m_beats;
            usedThen = used();
            slept = 0ns;
            continue;
        }
        slept += stateOf(m_thread) == 'R' ? 0ns : std::chrono::nanoseconds(pause);
        const bool sleeps = slept > longestSleep;
        if (sleeps || used() - usedThen > longestWork) {
            const std::lock_guard lock(m_mutex);
            std::fprintf(stderr, "FAIL!  the GUI thread %s in: %s\n", sleeps ? "is blocked" : "does not come back",
                         m_what.c_str());
            std::abort();
        }
    }
}

} // namespace picket::test
