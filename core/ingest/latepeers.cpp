// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/latepeers.h"

#include "core/base/limits.h"

namespace picket::ingest {

void fillPeer(store::Delivery &delivery)
{
    if (auto answer = delivery.peer ? delivery.peer->answer() : std::nullopt) {
        delivery.row.peerProcess = answer->process;
        delivery.row.peerProgram = std::move(answer->program);
        delivery.peer.reset();
    }
}

void LatePeers::add(const store::Delivery &delivery)
{
    if (!delivery.peer) {
        return;
    }
    m_rows.push_back({delivery.row.id, delivery.peer});
    if (m_rows.size() > limits::deliveriesKept) {
        m_rows.pop_front();
    }
}

std::vector<store::Writer::PeerNews> LatePeers::take()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_rows.empty() || now - m_taken < interval) {
        return {};
    }
    m_taken = now;
    std::vector<store::Writer::PeerNews> news;
    std::deque<Row> pending;
    for (Row &row : m_rows) {
        auto answer = row.peer->answer();
        if (!answer) {
            pending.push_back(std::move(row));
        } else if (answer->process != 0) {
            news.push_back({row.id, std::move(*answer)});
        }
    }
    m_rows = std::move(pending);
    return news;
}

} // namespace picket::ingest
