// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/writer.h"

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

namespace picket::ingest {

// Writes into the delivery's row who sent it, if that is known by now.
void fillPeer(store::Delivery &delivery);

// Writer thread only. Rows of the wire log that were written before it was known who sent them. Nothing waits for
// such an answer: it is looked for a few times a second.
class LatePeers final
{
public:
    static constexpr std::chrono::milliseconds interval{100};

    // After the commit.
    void add(const store::Delivery &delivery);
    // What has become known; nothing before the interval is over.
    [[nodiscard]] std::vector<store::Writer::PeerNews> take();
    // The rows are those of a database that is gone.
    void clear() { m_rows.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }

private:
    struct Row {
        DeliveryId id;
        std::shared_ptr<const model::PeerProcess> peer;
    };
    std::deque<Row> m_rows; // at most limits::deliveriesKept: older ones have left the log
    std::chrono::steady_clock::time_point m_taken;
};

} // namespace picket::ingest
