// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/response.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace picket::http {

namespace {

void appendJsonString(std::string &out, std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : validUtf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

// Texts of answers may quote the request: a line break in one would end the header early.
void appendHeader(std::string &out, std::string_view name, std::string_view value)
{
    out += name;
    out += ": ";
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        out += byte >= 0x20 && byte < 0x7f ? c : ' ';
    }
    out += "\r\n";
}

bool hasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

Response jsonResponse(int status, std::string body)
{
    Response response;
    response.status = status;
    response.contentType = "application/json";
    response.body = std::move(body);
    return response;
}

Response errorResponse(int status, std::string_view detail, std::vector<std::string> causes)
{
    std::string body = "{\"detail\":";
    appendJsonString(body, detail);
    body += ",\"causes\":[";
    for (std::size_t i = 0; i < causes.size(); ++i) {
        if (i > 0) {
            body += ',';
        }
        appendJsonString(body, causes[i]);
    }
    body += "]}";
    Response response = jsonResponse(status, std::move(body));
    response.headers.push_back({"X-Sentry-Error", std::string(detail)});
    return response;
}

std::string_view reasonPhrase(int status)
{
    using Entry = std::pair<int, std::string_view>;
    static constexpr std::array phrases{
        Entry{100, "Continue"},
        Entry{200, "OK"},
        Entry{201, "Created"},
        Entry{202, "Accepted"},
        Entry{204, "No Content"},
        Entry{304, "Not Modified"},
        Entry{400, "Bad Request"},
        Entry{401, "Unauthorized"},
        Entry{403, "Forbidden"},
        Entry{404, "Not Found"},
        Entry{405, "Method Not Allowed"},
        Entry{408, "Request Timeout"},
        Entry{409, "Conflict"},
        Entry{411, "Length Required"},
        Entry{412, "Precondition Failed"},
        Entry{413, "Content Too Large"},
        Entry{414, "URI Too Long"},
        Entry{415, "Unsupported Media Type"},
        Entry{431, "Request Header Fields Too Large"},
        Entry{500, "Internal Server Error"},
        Entry{501, "Not Implemented"},
        Entry{503, "Service Unavailable"},
        Entry{505, "HTTP Version Not Supported"},
    };
    const auto found =
        std::find_if(phrases.begin(), phrases.end(), [status](const Entry &each) { return each.first == status; });
    return found == phrases.end() ? "Unknown" : found->second;
}

std::string serialize(const Response &response, bool keepAlive, bool headOnly)
{
    std::string out;
    out.reserve(256 + response.body.size());
    out += "HTTP/1.1 ";
    out += std::to_string(response.status);
    out += ' ';
    out += reasonPhrase(response.status);
    out += "\r\n";
    if (!response.contentType.empty()) {
        appendHeader(out, "Content-Type", response.contentType);
    }
    for (const Header &each : response.headers) {
        appendHeader(out, each.name, each.value);
    }
    if (hasBody(response.status)) {
        out += "Content-Length: ";
        out += std::to_string(response.body.size());
        out += "\r\n";
    }
    // Said in both cases: an HTTP/1.0 client keeps the connection only when it is told so.
    out += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (!headOnly && hasBody(response.status)) {
        out += response.body;
    }
    return out;
}

} // namespace picket::http
