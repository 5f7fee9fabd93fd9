// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace picket {

// Any thread. A bounded queue of immutable values, the only way to pass values between threads. The wake-up callback
// carries no data; it runs on the sending thread, outside the lock, when the queue turns from empty to not empty. For a
// receiver with a Qt event loop it posts an event; a receiver without one blocks in waitAndTake().
// (Queued signals that carry the data itself give false ThreadSanitizer reports with a distribution's Qt.)
template <class T> class Mailbox final
{
public:
    explicit Mailbox(std::size_t capacity, std::function<void()> wake = {})
        : m_capacity(capacity)
        , m_wake(std::move(wake))
    {
    }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    // False when the queue is full or closed; `value` is then unchanged.
    [[nodiscard]] bool tryPush(T &&value) { return push(std::move(value), m_capacity); }

    // For values that must arrive, such as the answer to a question: ignores the bound, since the number of questions
    // is bounded elsewhere. False only when the queue is closed.
    bool forcePush(T &&value) { return push(std::move(value), static_cast<std::size_t>(-1)); }

    // The waiting values, at most `most`, in order. Never blocks.
    [[nodiscard]] std::vector<T> takeAll(std::size_t most = static_cast<std::size_t>(-1))
    {
        const std::lock_guard lock(m_mutex);
        return take(most);
    }

    // Blocks until a value waits or the queue is closed; empty means closed and drained.
    [[nodiscard]] std::vector<T> waitAndTake(std::size_t most = static_cast<std::size_t>(-1))
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [this] { return !m_values.empty() || m_closed; });
        return take(most);
    }

    // As waitAndTake(), but returns after `patience` at the latest; empty means that no value came, or closed (see
    // isClosed()).
    [[nodiscard]] std::vector<T> waitAndTakeFor(std::chrono::milliseconds patience, std::size_t most)
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait_for(lock, patience, [this] { return !m_values.empty() || m_closed; });
        return take(most);
    }

    [[nodiscard]] bool isClosed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_closed;
    }

    // No further values are accepted; those inside can still be taken.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_filled.notify_all();
    }

    [[nodiscard]] std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_values.size();
    }

    [[nodiscard]] std::size_t capacity() const { return m_capacity; }

private:
    bool push(T &&value, std::size_t bound)
    {
        bool wasEmpty = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed || m_values.size() >= bound) {
                return false;
            }
            wasEmpty = m_values.empty();
            m_values.push_back(std::move(value));
        }
        m_filled.notify_one();
        if (wasEmpty && m_wake) {
            m_wake();
        }
        return true;
    }

    // m_mutex is held.
    std::vector<T> take(std::size_t most)
    {
        const std::size_t count = std::min(most, m_values.size());
        const auto end = m_values.begin() + static_cast<std::ptrdiff_t>(count);
        std::vector<T> taken(std::make_move_iterator(m_values.begin()), std::make_move_iterator(end));
        m_values.erase(m_values.begin(), end);
        return taken;
    }

    const std::size_t m_capacity;
    const std::function<void()> m_wake;
    mutable std::mutex m_mutex; // guards m_values and m_closed
    std::condition_variable m_filled;
    std::deque<T> m_values;
    bool m_closed = false;
};

} // namespace picket
