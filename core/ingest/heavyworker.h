// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/http/request.h"
#include "core/ingest/prepare.h"
#include "core/ingest/uploadstore.h"

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace picket::ingest {

// One thread for deliveries whose decoded body is large, so that a 20 MB event never stalls the small ones; and for
// files that are uploaded in parts.
class HeavyWorker final
{
public:
    struct Done {
        http::Ticket ticket;
        Prepared prepared;
        http::RequestHead head; // of the request, for the answer's CORS headers
        std::size_t memory = 0; // what the request had cost
    };
    struct Job {
        http::Ticket ticket;
        http::Request request;
    };
    // `wake` runs on the worker's thread when there is something new to take.
    // `spoolFolder`: for decoded bodies too large for memory.
    HeavyWorker(std::function<void()> wake, UploadOptions uploads, std::string spoolFolder);
    ~HeavyWorker(); // finish()
    HeavyWorker(const HeavyWorker &) = delete;
    HeavyWorker &operator=(const HeavyWorker &) = delete;

    // Listener thread. Bounded by the number of connections: each has one request under way.
    void push(http::Ticket ticket, http::Request &&request);
    [[nodiscard]] std::vector<Done> takeDone();
    // What it has not begun. They are the caller's now, to be answered by it.
    [[nodiscard]] std::vector<Job> takeWaiting();
    // What nobody waits for: uploads that were given up.
    [[nodiscard]] std::vector<store::Delivery> takeGivenUp();
    [[nodiscard]] bool isFull() const;

    void finish();

private:
    void run();
    void tellGivenUp(UploadStore &uploads);

    const UploadOptions m_uploads;
    const std::string m_spoolFolder;
    Mailbox<Job> m_jobs;
    Mailbox<Done> m_done;
    Mailbox<store::Delivery> m_givenUp;
    std::thread m_thread;
};

} // namespace picket::ingest
