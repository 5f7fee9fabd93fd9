// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace picket::model {

// Any thread. The program at the other end of a connection: asked for when it is accepted, known some milliseconds
// later, by when its first request may be in the store already.
class PeerProcess final
{
public:
    struct Answer {
        std::int64_t process = 0; // 0: the system does not tell
        std::string program;
    };

    // Once.
    void set(Answer answer)
    {
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(answer);
    }
    // nullopt: still asked for.
    [[nodiscard]] std::optional<Answer> answer() const
    {
        const std::lock_guard lock(m_mutex);
        return m_answer;
    }

private:
    mutable std::mutex m_mutex;
    std::optional<Answer> m_answer; // guarded by m_mutex
};

} // namespace picket::model
