// SPDX-License-Identifier: GPL-3.0-or-later
// From an item's bytes to what is stored of it. Pure, any thread.
#pragma once

#include "core/model/value.h"
#include "core/protocol/envelope.h"
#include "core/store/delivery.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::ingest {

struct EventOrigin {
    std::optional<EventUuid> envelopeId;
    Timestamp received;
    std::string_view sdk; // fills event.sdk when the payload names none
};

// "code: detail" as a problem of what `name` names.
[[nodiscard]] model::Problem problemOf(std::string_view warning, std::string_view name);

// Reads, groups and compresses one event payload; bytes that cannot be read become an unreadable event.
// Appends to delivery.events and to the row's items. The warnings are on the item and on the event.
void addEvent(store::Delivery &delivery, std::string_view payload, const EventOrigin &origin,
              const std::vector<std::string> &warnings);
// An event that was made here: written out, it is a payload like any other.
void addEvent(store::Delivery &delivery, const model::Value &tree, const EventOrigin &origin,
              const std::vector<std::string> &warnings);

// Further warnings that the wire log names with an item.
void addReasons(model::ItemOutcome &item, const std::vector<std::string> &warnings);

// Keeps an item as it came. Appends to delivery.items (unless it is over a limit) and to the row's items. An
// attachment's warnings are shown with its event, too.
void addItem(store::Delivery &delivery, const protocol::EnvelopeItem &item, const std::optional<EventUuid> &eventId);
// The same for what came without an envelope.
void addItem(store::Delivery &delivery, std::string_view type, std::string_view payload,
             const std::optional<EventUuid> &eventId, const std::vector<std::string> &warnings);
void addItem(store::Delivery &delivery, std::string_view type, const model::Value &tree,
             const std::optional<EventUuid> &eventId, const std::vector<std::string> &warnings);

// A file that came without an envelope.
struct File {
    std::string filename; // a display string, never a path
    std::string contentType;
    std::string attachmentType;
    std::string_view bytes;
    std::vector<std::string> warnings; // codes
};
// Keeps it as an envelope's attachment would be.
void addFile(store::Delivery &delivery, const File &file, const std::optional<EventUuid> &eventId);

// Bytes that are no item at all: what no decoder or parser understood.
void addRemains(store::Delivery &delivery, std::string_view type, std::string_view header, std::string_view bytes,
                std::string_view reason);

[[nodiscard]] std::string toJson(const model::Value &tree);

} // namespace picket::ingest
