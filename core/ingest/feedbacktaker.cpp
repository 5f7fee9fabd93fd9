// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/text.h"
#include "core/formats/userfeedback.h"
#include "core/formats/valuetree.h"
#include "core/ingest/errorpagescript.h"
#include "core/ingest/takers.h"
#include "core/protocol/auth.h"

namespace picket::ingest {

namespace {

constexpr std::string_view itemType = "user_report";

// The JSON that the item has in an envelope.
model::Value userReportTree(const formats::UserReport &report)
{
    formats::Members members;
    formats::addText(members, "event_id", report.eventId ? report.eventId->hex() : std::string());
    formats::addText(members, "name", report.name);
    formats::addText(members, "email", report.email);
    formats::addText(members, "comments", report.comments);
    return model::Value::object(std::move(members));
}

bool isEmpty(const formats::UserReport &report)
{
    return report.name.empty() && report.email.empty() && report.comments.empty();
}

// `report` is what the form says; a body that says nothing is kept as it is.
void takeForm(const Arrival &arrival, const formats::UserReport &report, Prepared &prepared)
{
    if (isEmpty(report)) {
        addItem(prepared.delivery, itemType, arrival.body, report.eventId, {"no_user_report"});
        keepUnread(prepared, http::jsonResponse(200, "{}"), "no_user_report");
        return;
    }
    addItem(prepared.delivery, itemType, userReportTree(report), report.eventId, {});
    if (!report.eventId) {
        note(prepared.delivery, "bad_event_id");
    }
    accept(prepared, report.eventId);
}

std::string_view valueOf(const std::vector<formats::FormField> &fields, std::string_view name)
{
    for (const formats::FormField &field : fields) {
        if (field.name == name) {
            return field.value;
        }
    }
    return {};
}

bool isUrlEncoded(const Arrival &arrival)
{
    constexpr std::string_view type = "application/x-www-form-urlencoded";
    const std::string_view sent = formats::trimmed(arrival.header("Content-Type").substr(0, type.size()));
    // curl says so of whatever it sends.
    return formats::equalsIgnoringCase(sent, type) && !formats::trimmed(arrival.body).starts_with('{');
}

} // namespace

void takeUserFeedback(const Arrival &arrival, Prepared &prepared)
{
    if (isUrlEncoded(arrival)) {
        const auto fields = formats::parseUrlEncoded(arrival.body).fields;
        takeForm(arrival, formats::userReportFromForm(fields, valueOf(fields, "event_id")), prepared);
        return;
    }
    const auto report = arrival.body.size() <= limits::eventPayload
        ? formats::readUserReport(arrival.body)
        : Result<formats::UserReport>(failure(ErrorCode::TooLarge));
    if (!report) {
        addItem(prepared.delivery, itemType, arrival.body, std::nullopt, {reasonOf(report.error())});
        keepUnread(prepared, http::jsonResponse(200, "{}"), reasonOf(report.error()));
        return;
    }
    addItem(prepared.delivery, itemType, arrival.body, report->eventId, {});
    accept(prepared, report->eventId);
}

void takeErrorPageForm(const Arrival &arrival, Prepared &prepared)
{
    const auto query = formats::parseUrlEncoded(arrival.request.head.query).fields;
    if (const auto dsn = protocol::parseDsn(valueOf(query, "dsn"))) {
        setProject(prepared.delivery, dsn->project);
    }
    const auto fields = formats::parseUrlEncoded(arrival.body).fields;
    takeForm(arrival, formats::userReportFromForm(fields, valueOf(query, "eventId")), prepared);
}

void takeErrorPageScript(const Arrival &, Prepared &prepared)
{
    http::Response script;
    script.contentType = "text/javascript; charset=utf-8";
    script.body = errorPageScript;
    script.headers = {{"X-Content-Type-Options", "nosniff"}, {"Cross-Origin-Resource-Policy", "cross-origin"}};
    accept(prepared, std::move(script));
}

} // namespace picket::ingest
