// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/runstart.h"

#include "core/base/limits.h"
#include "core/protocol/coercions.h"
#include "core/protocol/problems.h"

#include <algorithm>

namespace picket::ingest {

std::optional<Timestamp> runStart(const model::Event &event)
{
    const auto isApp = [](const model::Context &context) {
        return context.type == "app";
    };
    const auto app = std::find_if(event.contexts.begin(), event.contexts.end(), isApp);
    if (app == event.contexts.end()) {
        return std::nullopt;
    }
    protocol::JsonNode sent;
    sent.kind = protocol::JsonNode::Kind::String; // may be a number in it
    sent.text = app->value["app_start_time"].text();
    if (sent.text.empty()) {
        return std::nullopt;
    }
    protocol::Problems ignored;
    const auto started = protocol::readTimestamp(sent, "app_start_time", {protocol::Detail::Summary, &ignored});
    const bool isOfThisRun = started && *started <= event.timestamp && *started >= event.timestamp - limits::runAge;
    return isOfThisRun ? started : std::nullopt;
}

} // namespace picket::ingest
