// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/takers.h"

namespace picket::ingest {

void takeStoreEvent(const Arrival &arrival, Prepared &prepared)
{
    addEvent(prepared.delivery, arrival.body, arrival.origin(), {});
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
