// SPDX-License-Identifier: GPL-3.0-or-later
// From an item's bytes to the rows that it tells. Pure, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/telemetry.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::ingest {

struct TelemetryReading {
    model::Telemetry telemetry;
    std::vector<std::string> notes; // codes: what could not be read, or was too much; its bytes are kept all the same
    std::uint64_t count = 0; // of logs or spans in the item, read or not
};

struct TelemetrySource {
    std::string_view itemType;
    std::optional<EventUuid> envelopeId;
    Timestamp received; // stands in for times that were not sent, or lie too far away
};

// nullopt: items of that type have no view of their own. Errors: those of the type's reader in core/formats; the detail
// of InvalidArgument says what is missing.
[[nodiscard]] std::optional<Result<TelemetryReading>> readTelemetry(std::string_view payload,
                                                                    const TelemetrySource &source);

} // namespace picket::ingest
