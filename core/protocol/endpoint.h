// SPDX-License-Identifier: GPL-3.0-or-later
// Where a request wants to go (PROTOCOL A.3): pure function over method and path.
#pragma once

#include "core/base/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace picket::protocol {

enum class EndpointKind {
    Envelope, // /api/<p>/envelope/, /tunnel and what is below it
    Store, // /api/<p>/store/, /api/store/
    Stream, // /stream: an envelope without a project
    BrowserReports, // /api/<p>/security/, /api/<p>/csp-report/, /api/<p>/nel/
    Minidump, // /api/<p>/minidump/
    Unreal, // /api/<p>/unreal/<key>/
    PlayStation, // /api/<p>/playstation/
    Attachments, // /api/<p>/events/<event id>/attachments/
    Upload, // /api/<p>/upload/: begins one
    UploadPart, // /api/<p>/upload/<key>/
    CheckIn, // /api/<p>/cron/<slug>/, /api/<p>/cron/<slug>/<key>/
    UserFeedback, // /api/0/projects/<org>/<p>/user-feedback/, /api/<p>/user-feedback/
    ErrorPage, // /api/embed/error-page/: GET the script of the crash dialog, POST its form
    OtlpTraces, // /api/<p>/otlp/v1/traces/, /api/<p>/integration/otlp/v1/traces/
    OtlpLogs, // /api/<p>/integration/otlp/v1/logs/
    OtlpMetrics, // /api/<p>/integration/otlp/v1/metrics/
    LogDrain, // /api/<p>/integration/vercel/logs/, /api/<p>/integration/heroku/<name>/
    Health, // /health, /api/relay/healthcheck/{live,ready}/
    Unknown, // 404
};

struct EndpointMatch {
    EndpointKind kind = EndpointKind::Unknown;
    std::optional<ProjectId> project; // when the path names one
    bool badProject = false; // the path's project is not a positive number: 400
    std::string name; // what else the path names: the event's id, the monitor's slug, the upload's key
    std::string allow; // "POST, OPTIONS": for the Allow header
    bool methodAllowed = false; // false with a known kind: 405
};

// `path` is decoded with slashes collapsed; with and without the final slash; the last "/api/…" that is an endpoint
// counts, so that a path prefix does no harm.
[[nodiscard]] EndpointMatch matchEndpoint(std::string_view method, std::string_view path);

} // namespace picket::protocol
