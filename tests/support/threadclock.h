// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <ctime>

namespace picket::test {

// The processor time that the calling thread has used since the clock was started, in milliseconds. For bounds that
// must hold on a machine with busy neighbours too.
class ThreadClock final
{
public:
    ThreadClock() { restart(); }

    [[nodiscard]] long long elapsed() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(used() - m_start).count();
    }
    long long restart()
    {
        const long long passed = elapsed();
        m_start = used();
        return passed;
    }

private:
    static std::chrono::nanoseconds used()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }

    std::chrono::nanoseconds m_start{0};
};

} // namespace picket::test
