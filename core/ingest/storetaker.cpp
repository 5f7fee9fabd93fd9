// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/takers.h"
#include "core/protocol/plainevents.h"

namespace picket::ingest {

void takeStoreEvent(const Arrival &arrival, Prepared &prepared)
{
    auto events = protocol::plainObjects(arrival.body);
    const std::size_t first = arrival.body.find_first_not_of(" \t\r\n");
    const bool isList = first != std::string_view::npos && arrival.body[first] == '[';
    if (events.size() < 2 && !(isList && events.size() == 1)) {
        events = {arrival.body}; // byte by byte
    }
    for (const std::string_view event : events) {
        addEvent(prepared.delivery, event, arrival.origin(), {});
    }
    accept(prepared, prepared.delivery.events.front().event.id);
    if (arrival.request.head.method == "GET") {
        prepared.response.contentType = "image/gif";
        // A 1x1 transparent GIF: what an <img> beacon expects (PROTOCOL A.3).
        static constexpr unsigned char gif[] = {'G', 'I', 'F', '8', '9', 'a', 1,    0, 1, 0, 0x80, 0, 0, 0,   0,
                                                0,   0,   0,   0,   0,   '!', 0xf9, 4, 1, 0, 0,    0, 0, ',', 0,
                                                0,   0,   0,   1,   0,   1,   0,    0, 2, 2, 'D',  1, 0, ';'};
        prepared.response.body.assign(std::begin(gif), std::end(gif));
    }
}

} // namespace picket::ingest
