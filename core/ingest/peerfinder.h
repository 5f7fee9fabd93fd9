// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/http/processsearch.h"
#include "core/http/socketends.h"
#include "core/http/sockettable.h"
#include "core/model/peerprocess.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <thread>
#include <unordered_map>
#include <vector>

namespace picket::ingest {

// A thread of its own: finds out which programs send. Nothing waits for it, and what it may cost is bounded to a
// tenth of the time: it looks at the programs that were found last, for all connections that came meanwhile at once; at
// all processes a few times a second. What is not found by then is not known.
class PeerFinder final
{
public:
    PeerFinder();
    ~PeerFinder(); // what is still asked for is not known
    PeerFinder(const PeerFinder &) = delete;
    PeerFinder &operator=(const PeerFinder &) = delete;

    // Listener thread, when a connection was accepted. Null when too many wait.
    [[nodiscard]] std::shared_ptr<const model::PeerProcess> ask(const http::SocketEnds &ends);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Question {
        http::SocketEnds ends;
        std::shared_ptr<model::PeerProcess> peer;
    };

    void run();
    void resolve(std::vector<Question> &&questions);
    void searchAll();
    void tell(http::ProcessSearch::Found &&found);
    [[nodiscard]] std::vector<Question> waitForQuestions();

    Mailbox<Question> m_questions;
    // Of the thread.
    http::SocketTable m_sockets;
    http::ProcessSearch m_search;
    std::unordered_map<std::uint64_t, std::shared_ptr<model::PeerProcess>> m_wanted; // by their socket's inode
    Time m_nextSearch; // of all processes
    std::thread m_thread; // last: everything above exists before it starts
};

} // namespace picket::ingest
