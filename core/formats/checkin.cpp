// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/checkin.h"

#include "core/formats/formfields.h"
#include "core/formats/itemfields.h"
#include "core/formats/valuetree.h"

#include <array>
#include <charconv>
#include <cmath>

namespace picket::formats {

namespace {

std::optional<double> notNegative(std::optional<double> seconds)
{
    return seconds && std::isfinite(*seconds) && *seconds >= 0 ? seconds : std::nullopt;
}

} // namespace

Result<CheckInRow> readCheckIn(std::string_view payload)
{
    const auto document = parseObject(payload);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const ItemFields fields(document->root());
    CheckInRow row;
    row.monitorSlug = fields.text("monitor_slug");
    if (row.monitorSlug.empty()) {
        return failure(ErrorCode::InvalidArgument, "no monitor_slug");
    }
    row.checkInId = fields.uuid("check_in_id");
    row.status = fields.text("status");
    row.duration = notNegative(fields.decimal("duration"));
    row.release = fields.text("release");
    row.environment = fields.text("environment");
    row.traceId = fields.inner("contexts").inner("trace").text("trace_id");
    row.monitorConfig = fields.bag("monitor_config");
    return row;
}

CheckInRow checkInFromQuery(std::string_view monitorSlug, std::string_view query)
{
    CheckInRow row;
    row.monitorSlug = monitorSlug;
    for (const auto &[name, value] : parseUrlEncoded(query).fields) {
        if (name == "status") {
            row.status = value;
        } else if (name == "environment") {
            row.environment = value;
        } else if (name == "check_in_id") {
            row.checkInId = EventUuid::parse(value);
        } else if (name == "duration") {
            double seconds = -1;
            std::from_chars(value.data(), value.data() + value.size(), seconds);
            row.duration = notNegative(seconds);
        }
    }
    return row;
}

model::Value checkInTree(const CheckInRow &row)
{
    Members members;
    addText(members, "check_in_id", row.checkInId ? row.checkInId->hex() : std::string());
    addText(members, "monitor_slug", row.monitorSlug);
    addText(members, "status", row.status);
    if (row.duration) {
        std::array<char, 32> token{}; // the shortest form has at most 24 characters
        const auto written = std::to_chars(token.data(), token.data() + token.size(), *row.duration);
        members.emplace_back("duration", model::Value::number(std::string(token.data(), written.ptr)));
    }
    addText(members, "release", row.release);
    addText(members, "environment", row.environment);
    if (!row.traceId.empty()) {
        addObject(members, "contexts",
                  {{"trace", model::Value::object({{"trace_id", model::Value::string(row.traceId)}})}});
    }
    if (!row.monitorConfig.isAbsent()) {
        members.emplace_back("monitor_config", row.monitorConfig);
    }
    return model::Value::object(std::move(members));
}

} // namespace picket::formats
