// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/userfeedback.h"

#include "core/formats/itemfields.h"

namespace picket::formats {

Result<UserReport> readUserReport(std::string_view payload)
{
    const auto document = parseObject(payload);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const ItemFields fields(document->root());
    UserReport report;
    report.eventId = fields.uuid("event_id");
    report.name = fields.text("name");
    report.email = fields.text("email");
    report.comments = fields.text("comments");
    return report;
}

Result<UserReport> readFeedback(std::string_view payload)
{
    const auto document = parseObject(payload);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const ItemFields event(document->root());
    const ItemFields feedback = event.inner("contexts").inner("feedback");
    if (!feedback.object().isObject()) {
        return failure(ErrorCode::InvalidArgument, "no contexts.feedback");
    }
    UserReport report;
    report.feedbackId = event.uuid("event_id");
    report.timestamp = event.time("timestamp");
    report.eventId = feedback.uuid("associated_event_id");
    report.name = feedback.text("name");
    report.email = feedback.text("contact_email");
    report.comments = feedback.text("message");
    report.url = feedback.text("url");
    report.replayId = feedback.text("replay_id");
    report.source = feedback.text("source");
    return report;
}

UserReport userReportFromForm(const std::vector<FormField> &form, std::string_view eventId)
{
    UserReport report;
    report.eventId = EventUuid::parse(eventId);
    for (const auto &[name, value] : form) {
        if (name == "name") {
            report.name = value;
        } else if (name == "email") {
            report.email = value;
        } else if (name == "comments") {
            report.comments = value;
        }
    }
    return report;
}

} // namespace picket::formats
