// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/request.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::http {

struct Response {
    int status = 200;
    std::string contentType; // empty: no Content-Type
    std::string body;
    std::vector<Header> headers;
    bool close = false; // close the connection after this answer
};

// `{"detail":…,"causes":[…]}` with X-Sentry-Error, as SDKs and sentry-cli read it (PROTOCOL A.11).
[[nodiscard]] Response errorResponse(int status, std::string_view detail, std::vector<std::string> causes = {});
[[nodiscard]] Response jsonResponse(int status, std::string body);

// Standard reason phrase.
[[nodiscard]] std::string_view reasonPhrase(int status);

// The bytes on the wire. `keepAlive` is what the connection decided; a HEAD answer has no body.
[[nodiscard]] std::string serialize(const Response &response, bool keepAlive, bool headOnly);

} // namespace picket::http
