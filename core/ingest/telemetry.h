// SPDX-License-Identifier: GPL-3.0-or-later
// From an item's bytes to the rows that it tells. Pure, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/telemetry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::ingest {

struct TelemetryReading {
    model::Telemetry telemetry;
    std::vector<std::string> notes; // codes: what could not be read, or was too much; its bytes are kept all the same
};

struct TelemetrySource {
    std::string_view itemType;
    std::optional<EventUuid> envelopeId;
    Timestamp received; // stands in for times that were not sent, or lie too far away
};

// nullopt: items of that type have no view of their own. Errors: those of the type's reader in core/formats.
[[nodiscard]] std::optional<Result<TelemetryReading>> readTelemetry(std::string_view payload,
                                                                    const TelemetrySource &source);

} // namespace picket::ingest
