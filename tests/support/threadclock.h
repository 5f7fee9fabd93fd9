// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <ctime>

namespace picket::test {

// The processor time that the calling thread has used since the clock was started, in milliseconds. A busy neighbour
// takes none of it, but a slow machine needs more for the same work: bounds are given by most().
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

// How many times longer a fixed piece of work takes here and now than on the machine on which the bounds were chosen;
// at least 1. The work is of the kinds that tests wait for: allocation, hashing, sorting, decoding, memory far apart.
// It is measured anew by each call, in about 15 ms, because shared caches and sanitizers count as well.
[[nodiscard]] double slowness();

// The bound for work that may take `milliseconds` on that machine.
[[nodiscard]] inline long long most(long long milliseconds)
{
    return static_cast<long long>(static_cast<double>(milliseconds) * slowness());
}

} // namespace picket::test
