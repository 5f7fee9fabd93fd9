// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"
#include "core/store/delivery.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace picket::ingest {

// Listener thread only. Refused requests that nobody waits for have a row of the wire log each, until thousands come at
// once: their rows would keep the deliveries waiting that come between them. From then on they are counted, and a row
// a second stands for all of a kind, by status, reason and process. Time is the caller's.
class RefusalGate final
{
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::milliseconds interval{1000}; // between two rows that stand for many

    // What to write for it at once; nullopt: it is counted, and due() will tell.
    [[nodiscard]] std::optional<store::Delivery> add(const http::RequestHandler::Refusal &refusal, Time now);
    // The rows that stand for many.
    [[nodiscard]] std::vector<store::Delivery> takeCounted();
    [[nodiscard]] bool isEmpty() const { return m_counted.empty(); }

private:
    using Kind = std::tuple<int, std::string, std::int64_t>; // status, code, process
    [[nodiscard]] bool hasRoom(Time now);

    double m_room = 0; // rows that may still be written at once
    Time m_filled; // when m_room was reckoned; not yet: it is full
    std::map<Kind, store::Delivery> m_counted;
};

} // namespace picket::ingest
