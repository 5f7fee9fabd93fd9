// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::protocol {

// One item (PROTOCOL B). Views into the envelope's bytes.
struct EnvelopeItem {
    std::string_view header; // raw JSON
    std::string_view payload;
    bool isEvent = false; // the header is an event's JSON (looksLikeEvent())
    std::string type; // empty: the header names none
    std::string contentType;
    std::string filename;
    std::string attachmentType;
    std::optional<std::uint64_t> declaredLength;
    std::vector<std::string> warnings; // codes: "truncated", "bad_length", "glued_lines", "missing_newline" …
};

struct EnvelopeHeader {
    std::string_view raw;
    bool isEvent = false; // it is an event's JSON, sent where an envelope belongs (looksLikeEvent())
    std::optional<EventUuid> eventId;
    std::string dsn;
    std::string sdk; // "name/version"
    std::string sentAt; // as sent
};

struct Envelope {
    EnvelopeHeader header;
    std::vector<EnvelopeItem> items;
    std::uint64_t itemsOverLimit = 0; // beyond limits::envelopeItems
    std::vector<std::string> warnings; // codes
    std::string_view rest; // bytes at the end that could not be understood; kept raw
};

// Splits bytes into items by PROTOCOL B.1 and the LOCAL column of B.2: whatever is wrong with one item never costs its
// siblings. Errors: EmptyBody, InvalidEnvelope (it begins with no JSON object). `bytes` must outlive the result.
[[nodiscard]] Result<Envelope> parseEnvelope(std::string_view bytes);

// A store body that is really an envelope (PROTOCOL A.5).
[[nodiscard]] bool looksLikeEnvelope(std::string_view bytes);

} // namespace picket::protocol
