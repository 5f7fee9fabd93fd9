// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/event.h"
#include "core/protocol/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::protocol {

class JsonWriter;

enum class Detail {
    Summary, // what storing and grouping need: no vars, breadcrumbs, modules, extra, bodies, neighbours of context
             // lines
    Full, // everything
};

struct ReadContext {
    std::optional<EventUuid> envelopeId; // wins over the payload's own (PROTOCOL B.2)
    Timestamp received;
    Detail detail = Detail::Full;
};

// Document -> normalised event with every alternative shape and coercion of PROTOCOL C. Pure; never fails: what cannot
// be understood is left out with a Problem. The root must be an object.
[[nodiscard]] model::Event readEvent(const JsonNode &root, const ReadContext &context);

// Parse (with repair, also of an end that is missing) and read. Errors: InvalidJson, TooDeep, EmptyBody; also
// InvalidJson for a root that is no object.
[[nodiscard]] Result<model::Event> readEvent(std::string_view payload, const ReadContext &context);

// Tags worth indexing: the SDK's own and the derived ones of PROTOCOL C.1 (level, environment, release, user …), keys
// and values cut to their limits, unique keys, at most limits::indexedTags. Works on a Summary.
[[nodiscard]] std::vector<model::TextPair> indexedTags(const model::Event &event);

// The document of `picket show --json`, without `issue` and `grouping`, which the caller adds: writes members into an
// object that is already begun.

void writeEvent(JsonWriter &writer, const model::Event &event);

} // namespace picket::protocol
