// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/envelope.h"

#include "core/base/limits.h"
#include "core/protocol/json.h"
#include "core/protocol/jsonextent.h"
#include "core/protocol/plainevents.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace picket::protocol {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";

// Beyond the limit items are only counted, and beyond this many not even that: a body of 256 MiB may hold fifty
// million empty ones.
constexpr std::uint64_t itemsCounted = 20 * limits::envelopeItems;

// Payloads that are no JSON text, whatever their first byte looks like.
constexpr std::array<std::string_view, 5> binaryTypes{"attachment", "replay_recording", "replay_video", "statsd",
                                                      "unreal_report"};

std::optional<JsonDocument> parseHeader(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos || line[first] != '{') {
        return std::nullopt;
    }
    auto document = JsonDocument::parse(line);
    if (!document || !document->root().isObject()) {
        return std::nullopt;
    }
    const auto &repairs = document->repairs();
    const bool whole = std::find(repairs.begin(), repairs.end(), "trailing_garbage") == repairs.end();
    return whole ? std::optional(std::move(*document)) : std::nullopt;
}

std::string stringOf(const JsonNode &node)
{
    return node.isString() ? std::string(node.text) : std::string();
}

EnvelopeHeader readHeader(const JsonNode &root, std::string_view raw)
{
    EnvelopeHeader header;
    header.raw = raw;
    header.isEvent = looksLikeEvent(root);
    header.eventId = EventUuid::parse(stringOf(root["event_id"]));
    if (header.eventId && header.eventId->isNil()) {
        header.eventId.reset(); // PROTOCOL B.2: as if none had been sent
    }
    header.dsn = stringOf(root["dsn"]);
    header.sentAt = stringOf(root["sent_at"]);
    const JsonNode sdk = root["sdk"];
    header.sdk = stringOf(sdk["name"]);
    if (const std::string version = stringOf(sdk["version"]); !header.sdk.empty() && !version.empty()) {
        header.sdk += "/" + version;
    }
    return header;
}

std::optional<std::uint64_t> readLength(const JsonNode &node, EnvelopeItem &item)
{
    if (node.kind == JsonNode::Kind::Absent) {
        return std::nullopt;
    }
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), length);
    if (!node.isNumber() || error != std::errc() || end != node.text.data() + node.text.size()) {
        item.warnings.emplace_back("bad_length");
        return std::nullopt;
    }
    return length;
}

EnvelopeItem readItemHeader(const JsonNode &root, std::string_view raw)
{
    EnvelopeItem item;
    item.header = raw;
    item.isEvent = looksLikeEvent(root);
    item.type = stringOf(root["type"]);
    item.contentType = stringOf(root["content_type"]);
    item.filename = stringOf(root["filename"]);
    item.attachmentType = stringOf(root["attachment_type"]);
    item.declaredLength = readLength(root["length"], item);
    if (item.type.empty()) {
        item.warnings.emplace_back("no_type");
    }
    return item;
}

bool isJsonType(const EnvelopeItem &item)
{
    return std::find(binaryTypes.begin(), binaryTypes.end(), item.type) == binaryTypes.end();
}

// A line that can stand where an item header is expected after something went wrong: stricter than parseHeader(), as
// any JSON line of a text attachment would pass that.
bool looksLikeItemHeader(std::string_view line)
{
    const auto document = parseHeader(line);
    return document && document->root()["type"].isString();
}

// Every byte is looked at a bounded number of times, whatever the sender wrote: m_at only grows, and what a step
// examines ahead of it is either consumed by that step or paid from m_lookAhead.
class EnvelopeSplitter final
{
public:
    explicit EnvelopeSplitter(std::string_view bytes)
        : m_bytes(bytes)
        , m_lookAhead(2 * bytes.size())
    {
    }

    Result<Envelope> run()
    {
        if (m_bytes.starts_with(byteOrderMark)) {
            m_at = byteOrderMark.size();
            m_envelope.warnings.emplace_back("bom");
        }
        skipBlanks();
        if (isAtEnd()) {
            return failure(ErrorCode::EmptyBody);
        }
        const std::size_t begin = m_at;
        std::string_view header = takeLine();
        auto document = parseHeader(header);
        if (!document) {
            const auto end = gluedEnd(begin);
            header = end ? slice(begin, *end) : header;
            document = end ? parseHeader(header) : std::nullopt;
            moveBehindLine(end.value_or(m_at));
        }
        if (!document) {
            return failure(ErrorCode::InvalidEnvelope, "it begins with no JSON object");
        }
        m_envelope.header = readHeader(document->root(), header);
        for (skipBlanks(); !isAtEnd(); skipBlanks()) {
            takeItem();
        }
        return std::move(m_envelope);
    }

private:
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_bytes.size(); }

    void skipBlanks() { m_at = std::min(m_bytes.find_first_not_of(blanks, m_at), m_bytes.size()); }

    [[nodiscard]] std::size_t lineEnd(std::size_t from) const
    {
        return std::min(m_bytes.find('\n', from), m_bytes.size());
    }

    [[nodiscard]] std::string_view slice(std::size_t from, std::size_t to) const
    {
        return m_bytes.substr(from, to - from);
    }

    void moveBehindLine(std::size_t end) { m_at = std::min(end + 1, m_bytes.size()); }

    // Up to the line feed, which is consumed; a carriage return before it does not count.
    std::string_view takeLine()
    {
        const std::size_t end = lineEnd(m_at);
        std::string_view line = slice(m_at, end);
        moveBehindLine(end);
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        return line;
    }

    void takeItem()
    {
        if (m_envelope.itemsOverLimit >= itemsCounted) {
            m_envelope.warnings.emplace_back("too_many_items");
            m_envelope.rest = m_bytes.substr(m_at);
            m_at = m_bytes.size();
            return;
        }
        const std::size_t begin = m_at;
        std::string_view header = takeLine();
        auto document = parseHeader(header);
        if (!document) {
            header = takeGluedHeader(begin);
            document = header.empty() ? std::nullopt : parseHeader(header);
        }
        if (!document) {
            takeJunk(begin);
            return;
        }
        EnvelopeItem item = readItemHeader(document->root(), header);
        if (item.declaredLength) {
            takeDeclared(item);
        } else {
            takeImplicit(item);
        }
        keep(std::move(item));
    }

    // A header over several lines, as a pretty printer writes it; empty if none stands here.
    std::string_view takeGluedHeader(std::size_t begin)
    {
        const auto end = m_bytes[begin] == '{' ? gluedEnd(begin) : std::nullopt;
        const std::string_view header = end ? slice(begin, *end) : std::string_view();
        if (header.empty() || !looksLikeItemHeader(header)) {
            return {};
        }
        moveBehindLine(*end);
        return header;
    }

    void keep(EnvelopeItem item)
    {
        if (m_envelope.items.size() < limits::envelopeItems) {
            m_envelope.items.push_back(std::move(item));
        } else {
            ++m_envelope.itemsOverLimit;
        }
    }

    // Where the next line begins that can be an item header; size() if there is none.
    [[nodiscard]] std::size_t nextHeader(std::size_t from) const
    {
        for (std::size_t at = from; at < m_bytes.size();) {
            const std::size_t end = lineEnd(at);
            if (looksLikeItemHeader(slice(at, end))) {
                return at;
            }
            at = std::min(end + 1, m_bytes.size());
        }
        return m_bytes.size();
    }

    [[nodiscard]] bool headerStandsAt(std::size_t at)
    {
        const std::string_view line = slice(at, lineEnd(at));
        if (line.size() > m_lookAhead) {
            return false;
        }
        m_lookAhead -= line.size();
        return looksLikeItemHeader(line);
    }

    // No header where one must be: what lies before the next one is kept as an item without a type, or as the rest.
    void takeJunk(std::size_t begin)
    {
        const std::size_t end = nextHeader(m_at);
        m_at = end;
        if (end == m_bytes.size()) {
            m_envelope.warnings.emplace_back("rest");
            m_envelope.rest = m_bytes.substr(begin);
            return;
        }
        EnvelopeItem item;
        item.payload = slice(begin, end);
        item.warnings.emplace_back("bad_header");
        keep(std::move(item));
    }

    void takeDeclared(EnvelopeItem &item)
    {
        const std::size_t begin = m_at;
        if (*item.declaredLength > m_bytes.size() - begin) {
            takeTruncated(item, begin);
            return;
        }
        const std::size_t end = begin + static_cast<std::size_t>(*item.declaredLength);
        const bool crlf = m_bytes.substr(end, 2) == "\r\n";
        if (end == m_bytes.size() || m_bytes[end] == '\n' || crlf) {
            item.payload = slice(begin, end);
            moveBehindLine(crlf ? end + 1 : end);
            return;
        }
        takeMisdeclared(item, begin, end);
    }

    // The bytes end before the payload does. A JSON payload whose own line is complete only had a wrong length.
    void takeTruncated(EnvelopeItem &item, std::size_t begin)
    {
        const std::size_t line = lineEnd(begin);
        if (isJsonType(item) && line < m_bytes.size() && isCompleteJson(slice(begin, line))) {
            item.payload = slice(begin, line);
            item.warnings.emplace_back("bad_length");
            moveBehindLine(line);
            return;
        }
        item.payload = m_bytes.substr(begin);
        item.warnings.emplace_back("truncated");
        m_at = m_bytes.size();
    }

    // The declared length ends in the middle of something. A header right behind it only lacks its line feed; of a JSON
    // payload the first line, the declared slice or the slice up to the next line feed may be the whole; else
    // everything up to the next header belongs to it, so that no byte is lost.
    void takeMisdeclared(EnvelopeItem &item, std::size_t begin, std::size_t declaredEnd)
    {
        item.warnings.emplace_back("missing_newline");
        if (headerStandsAt(declaredEnd)) {
            item.payload = slice(begin, declaredEnd);
            m_at = declaredEnd;
            return;
        }
        item.warnings.emplace_back("bad_length");
        if (isJsonType(item)) {
            for (const std::size_t end : {lineEnd(begin), declaredEnd, lineEnd(declaredEnd)}) {
                if (isCompleteJson(slice(begin, end))) {
                    item.payload = slice(begin, end);
                    moveBehindLine(lineEnd(end));
                    return;
                }
            }
        }
        const std::size_t end = nextHeader(std::min(lineEnd(declaredEnd) + 1, m_bytes.size()));
        m_at = end;
        item.payload = slice(begin, end < m_bytes.size() ? end - 1 : end);
    }

    void takeImplicit(EnvelopeItem &item)
    {
        const std::size_t begin = m_at;
        const std::size_t end = lineEnd(begin);
        if (isJsonType(item) && isCutShort(begin, end)) {
            if (const auto glued = gluedEnd(begin)) {
                item.payload = slice(begin, *glued);
                item.warnings.emplace_back("glued_lines");
                moveBehindLine(*glued);
                return;
            }
        }
        item.payload = slice(begin, end);
        moveBehindLine(end);
    }

    // Whether a JSON payload goes on behind its first line. Looks at the ends only, since this runs for every item of
    // the JavaScript SDKs: a complete text ends in a bracket and is followed by nothing or by a header.
    [[nodiscard]] bool isCutShort(std::size_t begin, std::size_t end) const
    {
        const std::size_t first = m_bytes.find_first_not_of(blanks, begin);
        if (first >= end || (m_bytes[first] != '{' && m_bytes[first] != '[')) {
            return false;
        }
        const char last = m_bytes[m_bytes.find_last_not_of(blanks, end - 1)];
        const std::size_t next = m_bytes.find_first_not_of(blanks, end);
        return next < m_bytes.size() && ((last != '}' && last != ']') || m_bytes[next] != '{');
    }

    // End of the line in which the JSON text that starts at `begin` becomes complete.
    [[nodiscard]] std::optional<std::size_t> gluedEnd(std::size_t begin)
    {
        const std::string_view window = m_bytes.substr(begin, m_lookAhead);
        const std::size_t length = jsonExtent(window);
        m_lookAhead -= length == 0 ? window.size() : std::min(length, m_lookAhead);
        if (length == 0) {
            return std::nullopt;
        }
        const std::size_t end = lineEnd(begin + length);
        const bool onlyBlanks = slice(begin + length, end).find_first_not_of(blanks) == std::string_view::npos;
        return onlyBlanks ? std::optional(end) : std::nullopt;
    }

    static bool isCompleteJson(std::string_view text)
    {
        const auto document = JsonDocument::parse(text);
        if (!document) {
            return false;
        }
        const auto &repairs = document->repairs();
        return std::find(repairs.begin(), repairs.end(), "trailing_garbage") == repairs.end();
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::size_t m_lookAhead;
    Envelope m_envelope;
};

} // namespace

Result<Envelope> parseEnvelope(std::string_view bytes)
{
    return EnvelopeSplitter(bytes).run();
}

bool looksLikeEnvelope(std::string_view bytes)
{
    bytes.remove_prefix(bytes.starts_with(byteOrderMark) ? byteOrderMark.size() : 0);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(blanks), bytes.size()));
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) {
        return false;
    }
    const std::string_view second = bytes.substr(end + 1, bytes.find('\n', end + 1) - end - 1);
    return looksLikeItemHeader(second) && parseHeader(bytes.substr(0, end)).has_value();
}

} // namespace picket::protocol
