// SPDX-License-Identifier: GPL-3.0-or-later
// What the pipeline hands to the writer, and what the writer tells afterwards. Values only: they cross threads.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/event.h"
#include "core/model/grouping.h"
#include "core/model/peerprocess.h"
#include "core/model/rows.h"
#include "core/model/telemetry.h"
#include "core/store/changeset.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace picket::store {

// An event ready to be stored: read, grouped and compressed. The writer only writes.
struct NewEvent {
    model::Event event; // Detail::Summary
    model::Grouping grouping;
    std::vector<model::TextPair> tags;
    std::string payload; // zstd of the JSON as received
    std::uint64_t payloadSize = 0; // uncompressed
    std::vector<model::Problem>
        problems; // that the payload does not show: its delivery was damaged, it is unreadable …
    std::size_t item = 0; // index into DeliveryRow::items: what became of it is noted there
    std::optional<Timestamp> runStarted; // when the program began to run, as far as the event tells
};

// An item that is kept as it came (attachments, sessions, logs, unknown types …).
struct NewItem {
    std::string type;
    std::string header; // raw JSON
    std::string payload; // zstd
    std::uint64_t payloadSize = 0;
    std::optional<EventUuid> eventId; // the event it belongs to, which may come later or never
    std::string filename;
    std::string contentType;
    std::string attachmentType;
    std::vector<model::Problem> problems; // of an attachment: shown with its event, whichever delivery brings that
    std::size_t item = 0;
    bool isUnderstood = false; // it has a view of its own: an attachment, or what `telemetry` tells
    model::Telemetry telemetry;
};

struct Delivery {
    std::uint64_t cookie = 0; // the sender's own mark, given back in Receipt
    ProjectId project;
    std::vector<NewEvent> events;
    std::vector<NewItem> items;
    model::DeliveryRow row; // of the wire log; outcome and items are completed by the writer
    std::shared_ptr<const model::PeerProcess> peer; // fills row.peerProcess; null: not looked up
    std::chrono::steady_clock::time_point started; // of its first byte; the writer thread fills row.durationMicros
    std::size_t memory = 0; // what it costs while in flight
    std::int64_t times = 1; // how many requests like it the row stands for
};

// One per delivery, after its transaction has ended.
struct Receipt {
    std::uint64_t cookie = 0;
    std::optional<Error> error; // nothing of it is stored
    std::size_t memory = 0;
};

} // namespace picket::store
