// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote about an error (PROTOCOL C.16): `user_report`, `feedback`, and the form of the crash dialog. Pure;
// any thread.
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/formats/formfields.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

struct UserReport {
    std::optional<EventUuid> eventId; // the event that it is about, which may come later
    std::string name;
    std::string email;
    std::string comments;
    // `feedback` only:
    std::optional<EventUuid> feedbackId;
    std::optional<Timestamp> timestamp;
    std::string url;
    std::string replayId;
    std::string source; // "widget", "api", "crash_report_embed_form" …
};

// Item `user_report`. Errors: those of the JSON parser.
[[nodiscard]] Result<UserReport> readUserReport(std::string_view payload);

// Item `feedback`: an event with contexts.feedback. Errors: those of the JSON parser; InvalidArgument without that
// context.
[[nodiscard]] Result<UserReport> readFeedback(std::string_view payload);

// POST /api/embed/error-page/: name, email and comments are in the body, the event in the query.
[[nodiscard]] UserReport userReportFromForm(const std::vector<FormField> &form, std::string_view eventId);

} // namespace picket::formats
