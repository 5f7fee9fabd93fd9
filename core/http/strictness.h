// SPDX-License-Identifier: GPL-3.0-or-later
// What a lenient parser lets through and what two programs could read as two different requests: promise 8 of
// CONTRIBUTING.md.
#pragma once

#include "core/http/request.h"

#include <optional>
#include <string>
#include <string_view>

namespace picket::http {

// Why a request is refused: the status of the answer, a stable code, and words for the wire log.
struct Violation {
    int status = 400;
    std::string_view code; // static text
    std::string detail;

    [[nodiscard]] std::string reason() const;
};

// Checks that need the raw bytes, made while a header arrives and before any parser sees it: line endings, NUL,
// folded lines, a blank before the colon, and the sizes and counts of limits.h. One object per request.
class HeaderScanner
{
public:
    // `header` holds everything since the request line's first byte; it only grows from call to call. Returns the
    // header's size with its empty line once that has come, 0 while more is needed or when there is a violation.
    [[nodiscard]] std::size_t scan(std::string_view header);
    [[nodiscard]] const std::optional<Violation> &violation() const { return m_violation; }

private:
    [[nodiscard]] bool checkLine(std::string_view line);
    [[nodiscard]] bool checkLength(std::string_view header, std::size_t lineEnd);
    [[nodiscard]] bool refuse(int status, std::string_view code, std::string detail = {});

    std::size_t m_lineStart = 0;
    std::size_t m_scanned = 0;
    std::size_t m_requestLine = 0; // its size; 0 while it is being read
    std::size_t m_fields = 0;
    std::optional<Violation> m_violation;
};

// The line ending, NUL and folding rules for the few lines inside a chunked body: chunk sizes and trailers.
[[nodiscard]] std::optional<Violation> checkChunkLines(std::string_view lines);

// The table for a parsed header: body length, transfer coding, Host. Fills contentLength and chunked.
[[nodiscard]] std::optional<Violation> checkHead(RequestHead &head);

} // namespace picket::http
