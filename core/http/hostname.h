// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace picket::http {

// The name or address of "host[:port]", lower case, without port, brackets and the final dot of a rooted name; nullopt
// for what no honest client writes there: userinfo, blanks, several colons, empty labels. Pure, any thread.
[[nodiscard]] std::optional<std::string> hostName(std::string_view hostAndPort);

// 127.0.0.0/8 in dotted form, ::1, "localhost" and names below it, which no resolver may send elsewhere (RFC 6761).
[[nodiscard]] bool isLoopbackName(const std::string &host);

} // namespace picket::http
