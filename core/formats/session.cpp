// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/session.h"

#include "core/formats/itemfields.h"

#include <algorithm>

namespace picket::formats {

namespace {

SessionAttributes readAttributes(const ItemFields &fields)
{
    const ItemFields attributes = fields.inner("attrs");
    return {attributes.text("release"), attributes.text("environment"), attributes.text("ip_address"),
            attributes.text("user_agent")};
}

std::int64_t count(const ItemFields &fields, std::string_view name)
{
    return std::max<std::int64_t>(fields.integer(name).value_or(0), 0);
}

} // namespace

Result<SessionUpdate> readSession(std::string_view payload)
{
    const auto document = parseObject(payload);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const ItemFields fields(document->root());
    const auto started = fields.time("started");
    if (!started) {
        return failure(ErrorCode::InvalidArgument, "no started");
    }
    SessionUpdate session;
    session.sid = fields.text("sid");
    session.did = fields.text("did");
    session.sequence = fields.integer("seq");
    session.timestamp = fields.time("timestamp");
    session.started = *started;
    session.init = fields.boolean("init").value_or(false);
    session.duration = fields.decimal("duration");
    session.status = fields.text("status");
    session.status = session.status.empty() ? "ok" : session.status;
    session.errors = count(fields, "errors");
    session.abnormalMechanism = fields.text("abnormal_mechanism");
    session.attributes = readAttributes(fields);
    return session;
}

Result<SessionAggregates> readSessions(std::string_view payload)
{
    const auto document = parseObject(payload);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const ItemFields fields(document->root());
    SessionAggregates sessions;
    sessions.attributes = readAttributes(fields);
    const protocol::JsonNode aggregates = fields.node("aggregates");
    if (!aggregates.isArray()) {
        return sessions;
    }
    const ItemCounts counts = forEachItem(aggregates, [&sessions](const ItemFields &item) {
        const auto started = item.time("started");
        if (started) {
            sessions.buckets.push_back({*started, item.text("did"), count(item, "exited"), count(item, "errored"),
                                        count(item, "abnormal"), count(item, "unhandled"), count(item, "crashed")});
        }
        return started.has_value();
    });
    sessions.unreadable = counts.unreadable;
    sessions.overLimit = counts.overLimit;
    return sessions;
}

} // namespace picket::formats
