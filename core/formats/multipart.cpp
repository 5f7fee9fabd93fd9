// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/multipart.h"

#include "core/base/limits.h"
#include "core/formats/headerparameters.h"
#include "core/formats/text.h"

#include <algorithm>

namespace picket::formats {

namespace {

constexpr std::string_view boundaryPunctuation = "'()+_,-./:=? ";

bool isBoundary(std::string_view text)
{
    const auto isAllowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || boundaryPunctuation.find(c) != std::string_view::npos;
    };
    return !text.empty() && text.size() <= limits::multipartBoundary
        && std::all_of(text.begin(), text.end(), isAllowed);
}

// HTML forms write these three characters percent-encoded in names, and nothing else.
std::optional<char> formEscape(std::string_view code)
{
    return equalsIgnoringCase(code, "%22") ? std::optional('"')
        : equalsIgnoringCase(code, "%0d")  ? std::optional('\r')
        : equalsIgnoringCase(code, "%0a")  ? std::optional('\n')
                                           : std::nullopt;
}

std::string formText(std::string_view raw)
{
    std::string text;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        const auto escaped = formEscape(raw.substr(at, 3));
        text += escaped.value_or(raw[at]);
        at += escaped ? 2 : 0;
    }
    return repairedUtf8(text);
}

// A line that separates two parts, or ends the last one.
struct Delimiter {
    std::size_t begin = std::string_view::npos; // of its line
    std::size_t end = std::string_view::npos; // behind its line
    bool isFinal = false;

    [[nodiscard]] bool isFound() const { return begin != std::string_view::npos; }
};

class DelimiterFinder final
{
public:
    DelimiterFinder(std::string_view body, std::string_view boundary)
        : m_body(body)
        , m_lineStart("\n--" + std::string(boundary))
    {
    }

    // `from` is where a line begins.
    [[nodiscard]] Delimiter find(std::size_t from) const
    {
        const std::string_view marker = std::string_view(m_lineStart).substr(1);
        if (m_body.substr(from, marker.size()) == marker) {
            if (const Delimiter delimiter = at(from); delimiter.isFound()) {
                return delimiter;
            }
        }
        while ((from = m_body.find(m_lineStart, from)) != std::string_view::npos) {
            ++from;
            if (const Delimiter delimiter = at(from); delimiter.isFound()) {
                return delimiter;
            }
        }
        return {};
    }

private:
    // Behind the boundary come "--", blanks and the line's end; anything else is text that only begins alike.
    [[nodiscard]] Delimiter at(std::size_t begin) const
    {
        std::size_t end = begin + m_lineStart.size() - 1;
        const bool isFinal = m_body.substr(end, 2) == "--";
        if (isFinal) {
            return {begin, end + 2, true};
        }
        end = std::min(m_body.find_first_not_of(" \t", end), m_body.size());
        end += m_body.substr(end, 1) == "\r" ? 1 : 0;
        if (end < m_body.size() && m_body[end] != '\n') {
            return {};
        }
        return {begin, std::min(end + 1, m_body.size()), false};
    }

    std::string_view m_body;
    std::string m_lineStart;
};

// The line end before a delimiter belongs to the delimiter. Where lines end in LF alone a CR before it is content.
std::string_view withoutLineEnd(std::string_view text, bool endsInCrLf)
{
    text.remove_suffix(!text.empty() && text.back() == '\n' ? 1 : 0);
    text.remove_suffix(endsInCrLf && !text.empty() && text.back() == '\r' ? 1 : 0);
    return text;
}

// Takes one line with its end off `text`.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
    text.remove_prefix(line.size());
    return withoutLineEnd(line, true);
}

void readHeader(Part &part, std::string_view line)
{
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string_view name = trimmed(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(std::min(colon + 1, line.size())));
    if (equalsIgnoringCase(name, "content-type")) {
        part.contentType = repairedUtf8(value);
    } else if (equalsIgnoringCase(name, "content-disposition")) {
        const HeaderValue disposition = parseHeaderValue(value);
        part.name = formText(disposition.parameter("name").value_or(std::string()));
        if (const auto filename = disposition.parameter("filename")) {
            part.filename = formText(*filename);
        }
        if (const auto extended = decodeExtendedValue(disposition.parameter("filename*").value_or(std::string()))) {
            part.filename = extended;
        }
    }
}

// Headers end at an empty line; without one within the limit there are none, and all is body.
Part readPart(std::string_view bytes)
{
    Part part;
    std::string_view rest = bytes;
    std::size_t headersSize = 0;
    bool ended = false;
    while (!ended && !rest.empty() && headersSize <= limits::allHeaders) {
        const std::string_view line = takeLine(rest);
        ended = line.empty();
        headersSize = ended ? headersSize : bytes.size() - rest.size();
    }
    if (headersSize > limits::allHeaders) {
        part.body = bytes;
        return part;
    }
    part.headers = bytes.substr(0, headersSize);
    part.body = rest;
    for (std::string_view headers = part.headers; !headers.empty();) {
        readHeader(part, takeLine(headers));
    }
    return part;
}

std::string_view partBytes(std::string_view body, const Delimiter &open, const Delimiter &close)
{
    if (!close.isFound()) {
        return body.substr(open.end);
    }
    const bool endsInCrLf = open.end >= 2 && body[open.end - 2] == '\r';
    return withoutLineEnd(body.substr(open.end, close.begin - open.end), endsInCrLf);
}

} // namespace

std::optional<std::string> multipartBoundary(std::string_view contentType)
{
    const HeaderValue header = parseHeaderValue(contentType);
    const auto boundary = header.parameter("boundary");
    const bool isMultipart = header.value.compare(0, 10, "multipart/") == 0;
    return isMultipart && boundary && isBoundary(*boundary) ? boundary : std::nullopt;
}

Result<Multipart> parseMultipart(std::string_view body, std::string_view boundary)
{
    if (body.empty()) {
        return failure(ErrorCode::EmptyBody);
    }
    if (!isBoundary(boundary)) {
        return failure(ErrorCode::InvalidArgument, "multipart boundary");
    }
    const DelimiterFinder finder(body, boundary);
    Delimiter open = finder.find(0);
    if (!open.isFound()) {
        return failure(ErrorCode::InvalidArgument, "multipart body without its boundary");
    }
    Multipart multipart;
    while (!open.isFinal) {
        const Delimiter close = finder.find(open.end);
        multipart.truncated = !close.isFound();
        if (multipart.truncated && open.end == body.size()) {
            break;
        }
        if (multipart.parts.size() < limits::formParts) {
            multipart.parts.push_back(readPart(partBytes(body, open, close)));
            multipart.parts.back().truncated = multipart.truncated;
        } else {
            ++multipart.partsOverLimit;
        }
        if (multipart.truncated) {
            break;
        }
        open = close;
    }
    return multipart;
}

std::optional<Multipart> nestedMultipart(const Part &part)
{
    std::optional<std::string> boundary = multipartBoundary(part.contentType);
    if (!boundary && part.body.substr(0, 2) == "--") {
        std::string_view rest = part.body.substr(2, limits::multipartBoundary + 3);
        boundary = trimmed(takeLine(rest));
    }
    if (!boundary) {
        return std::nullopt;
    }
    auto nested = parseMultipart(part.body, *boundary);
    const auto hasName = [](const Part &inner) {
        return !inner.name.empty();
    };
    if (!nested || std::none_of(nested->parts.begin(), nested->parts.end(), hasName)) {
        return std::nullopt;
    }
    return std::move(*nested);
}

} // namespace picket::formats
