// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace picket::model {

// Any thread. The process at the other end of a connection. The search for it begins when the connection is accepted
// and takes some milliseconds; the first request may be stored before it ends.
class PeerProcess final
{
public:
    struct Answer {
        std::int64_t process = 0; // process id; 0: unknown to the system
        std::string program;
    };

    // Called once.
    void set(Answer answer)
    {
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(answer);
    }
    // nullopt: the search has not ended.
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
