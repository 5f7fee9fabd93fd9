// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/strictness.h"

#include "core/base/limits.h"
#include "core/http/ascii.h"

#include <algorithm>
#include <charconv>

namespace picket::http {

namespace {

// What is wrong with a line that ended in LF (which is not part of `line`); empty: nothing.
std::string_view lineFault(std::string_view line, bool mayBeFolded)
{
    if (line.empty() || line.back() != '\r') {
        return "bare_lf";
    }
    line.remove_suffix(1);
    if (line.find('\r') != std::string_view::npos) {
        return "bare_cr";
    }
    if (line.find('\0') != std::string_view::npos) {
        return "nul_byte";
    }
    if (mayBeFolded && !line.empty() && (line.front() == ' ' || line.front() == '\t')) {
        return "folded_header";
    }
    return {};
}

// GET store carries a whole event in its query (PROTOCOL A.3). `line` may be cut anywhere behind the path.
bool isStoreGet(std::string_view line)
{
    constexpr std::string_view method = "GET ";
    if (!line.starts_with(method)) {
        return false;
    }
    std::string_view path = line.substr(method.size());
    path = path.substr(0, path.find_first_of("? "));
    if (path.ends_with('/')) {
        path.remove_suffix(1);
    }
    return path.ends_with("/store") && path.find("/api/") != std::string_view::npos;
}

std::size_t requestLineLimit(std::string_view line)
{
    return isStoreGet(line) ? limits::requestLineGetStore : limits::requestLine;
}

} // namespace

std::string Violation::reason() const
{
    std::string text(code);
    if (!detail.empty()) {
        text.append(": ").append(detail);
    }
    return text;
}

bool HeaderScanner::refuse(int status, std::string_view code, std::string detail)
{
    m_violation = Violation{status, code, std::move(detail)};
    return false;
}

std::size_t HeaderScanner::scan(std::string_view header)
{
    // An SDK whose DSN says https. The answer cannot reach it, but the wire log can say what to change.
    if (header.starts_with("\x16\x03")) {
        m_violation = Violation{400, "tls", "the peer speaks TLS; its DSN must begin with http://"};
        return 0;
    }
    while (!m_violation) {
        const std::size_t newline = header.find('\n', m_scanned);
        if (!checkLength(header, std::min(newline, header.size()))) {
            return 0;
        }
        if (newline == std::string_view::npos) {
            m_scanned = header.size();
            return 0;
        }
        const std::string_view line = header.substr(m_lineStart, newline - m_lineStart);
        if (!checkLine(line)) {
            return 0;
        }
        m_lineStart = m_scanned = newline + 1;
        if (line == "\r") {
            return m_lineStart;
        }
    }
    return 0;
}

bool HeaderScanner::checkLength(std::string_view header, std::size_t lineEnd)
{
    const std::size_t line = lineEnd - m_lineStart;
    if (m_requestLine == 0) {
        if (line > limits::requestLine && line > requestLineLimit(header.substr(0, limits::requestLine))) {
            return refuse(414, "request_line_too_long");
        }
        return true;
    }
    if (line > limits::headerField) {
        return refuse(431, "header_too_long", std::string(header.substr(m_lineStart, 40)));
    }
    if (lineEnd - m_requestLine > limits::allHeaders) {
        return refuse(431, "headers_too_large");
    }
    return true;
}

bool HeaderScanner::checkLine(std::string_view line)
{
    const bool isRequestLine = m_requestLine == 0;
    const std::string_view fault = lineFault(line, !isRequestLine);
    if (!fault.empty()) {
        return refuse(400, fault);
    }
    if (isRequestLine) {
        m_requestLine = line.size() + 1;
        return true;
    }
    if (line == "\r") {
        return true;
    }
    if (++m_fields > limits::headerCount) {
        return refuse(431, "too_many_headers");
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) {
        return refuse(400, "bad_header_line");
    }
    if (line[colon - 1] == ' ' || line[colon - 1] == '\t') {
        return refuse(400, "blank_before_colon");
    }
    return true;
}

std::optional<Violation> checkChunkLines(std::string_view lines)
{
    if (lines.size() > limits::allHeaders) {
        return Violation{431, "trailers_too_large", {}};
    }
    while (!lines.empty()) {
        const std::size_t newline = lines.find('\n');
        const std::string_view line = lines.substr(0, newline);
        // The parser ends at a complete line; a cut one is checked when the rest of it has come.
        if (newline == std::string_view::npos) {
            break;
        }
        const std::string_view fault = lineFault(line, true);
        if (!fault.empty()) {
            return Violation{400, fault, "in a chunked body"};
        }
        lines.remove_prefix(newline + 1);
    }
    return std::nullopt;
}

namespace {

std::optional<Violation> checkContentLength(RequestHead &head, const std::string &value)
{
    if (head.contentLength) {
        return Violation{400, "several_content_lengths", {}};
    }
    std::uint64_t length = 0;
    const char *end = value.data() + value.size();
    const auto [parsed, error] = std::from_chars(value.data(), end, length);
    // from_chars takes neither blanks nor a '+', and nothing else can be negative: digits only.
    if (value.empty() || error != std::errc() || parsed != end) {
        return Violation{400, "bad_content_length", value.substr(0, 40)};
    }
    head.contentLength = length;
    return std::nullopt;
}

std::optional<Violation> checkTransferEncoding(RequestHead &head, const std::string &value)
{
    if (head.chunked) {
        return Violation{400, "several_transfer_encodings", {}};
    }
    if (!equalsIgnoringCase(value, "chunked")) {
        return Violation{400, "bad_transfer_encoding", value.substr(0, 40)};
    }
    if (head.minorVersion == 0) {
        return Violation{400, "chunked_on_http_1_0", {}};
    }
    head.chunked = true;
    return std::nullopt;
}

} // namespace

std::optional<Violation> checkHead(RequestHead &head)
{
    head.contentLength.reset();
    head.chunked = false;
    int hosts = 0;
    for (const Header &each : head.headers) {
        std::optional<Violation> violation;
        if (equalsIgnoringCase(each.name, "Content-Length")) {
            violation = checkContentLength(head, each.value);
        } else if (equalsIgnoringCase(each.name, "Transfer-Encoding")) {
            violation = checkTransferEncoding(head, each.value);
        } else if (equalsIgnoringCase(each.name, "Host")) {
            ++hosts;
        }
        if (violation) {
            return violation;
        }
    }
    if (head.chunked && head.contentLength) {
        return Violation{400, "length_and_chunked", {}};
    }
    if (hosts > 1) {
        return Violation{400, "several_hosts", {}};
    }
    if (hosts == 0 && head.minorVersion > 0) {
        return Violation{400, "missing_host", {}};
    }
    return std::nullopt;
}

} // namespace picket::http
