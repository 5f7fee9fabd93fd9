// SPDX-License-Identifier: GPL-3.0-or-later
// JsonDocument: simdjson finds and checks the structure in document order; strings and number tokens become views into
// the document's own copy of the text, escapes being resolved in place (the result is never longer).
#include "core/base/limits.h"
#include "core/protocol/json.h"
#include "core/protocol/utf8.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace picket::protocol {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t smallestBlock = 256; // members; an ordinary event has a few hundred

// Blocks of members that never move. The contents of one container are contiguous in one of them.
class MemberArena final
{
public:
    std::span<const JsonMember> keep(std::span<const JsonMember> members)
    {
        if (members.empty()) {
            return {};
        }
        if (m_blocks.empty() || m_blocks.back().capacity() - m_blocks.back().size() < members.size()) {
            const std::size_t wanted = m_blocks.empty() ? smallestBlock : m_blocks.back().capacity() * 2;
            m_blocks.emplace_back().reserve(std::max(wanted, members.size()));
        }
        std::vector<JsonMember> &block = m_blocks.back();
        const std::size_t begin = block.size();
        block.insert(block.end(), members.begin(), members.end());
        return std::span<const JsonMember>(block).subspan(begin);
    }

private:
    std::vector<std::vector<JsonMember>> m_blocks;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t skipDigits(std::string_view token, std::size_t at)
{
    while (at < token.size() && isDigit(token[at])) {
        ++at;
    }
    return at;
}

bool isJsonNumber(std::string_view token)
{
    std::size_t at = !token.empty() && token[0] == '-' ? 1 : 0;
    const std::size_t integer = at;
    at = skipDigits(token, at);
    if (at == integer || (token[integer] == '0' && at - integer > 1)) {
        return false;
    }
    if (at < token.size() && token[at] == '.') {
        const std::size_t fraction = at + 1;
        at = skipDigits(token, fraction);
        if (at == fraction) {
            return false;
        }
    }
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        ++at;
        at += at < token.size() && (token[at] == '+' || token[at] == '-') ? 1 : 0;
        const std::size_t exponent = at;
        at = skipDigits(token, exponent);
        if (at == exponent) {
            return false;
        }
    }
    return at == token.size();
}

std::string_view trimmed(std::string_view token)
{
    const std::size_t last = token.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos ? std::string_view() : token.substr(0, last + 1);
}

// Length up to the next quote or backslash. Reads whole words: the buffer is padded.
std::size_t plainLength(const char *text)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = 0x8080808080808080;
    for (std::size_t at = 0;; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text + at, sizeof word);
        const std::uint64_t quotes = word ^ ones * '"';
        const std::uint64_t slashes = word ^ ones * '\\';
        const std::uint64_t hits = ((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes);
        if ((hits & highs) == 0) {
            continue;
        }
        std::size_t end = at;
        while (text[end] != '"' && text[end] != '\\') {
            ++end;
        }
        return end;
    }
}

std::optional<char32_t> readHex4(const char *text)
{
    char32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexDigitValue(text[i]);
        if (digit < 0) {
            return std::nullopt;
        }
        value = value << 4 | static_cast<char32_t>(digit);
    }
    return value;
}

// The code point of "\uXXXX" (or of a surrogate pair) at `text`; moves past it. Lone surrogates are an error here and
// become U+FFFD in the repair.
std::optional<char32_t> readUnicodeEscape(const char *&text)
{
    const auto high = readHex4(text + 2);
    if (!high || isLowSurrogate(*high)) {
        return std::nullopt;
    }
    text += 6;
    if (!isHighSurrogate(*high)) {
        return high;
    }
    if (text[0] != '\\' || text[1] != 'u') {
        return std::nullopt;
    }
    const auto low = readHex4(text + 2);
    if (!low || !isLowSurrogate(*low)) {
        return std::nullopt;
    }
    text += 6;
    return fromSurrogates(*high, *low);
}

char simpleEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
    case '/':
        return c;
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return 0;
    }
}

// `begin` is behind the opening quote. nullopt: an escape that JSON does not know.
std::optional<std::string_view> unescapeInPlace(char *begin)
{
    char *out = begin + plainLength(begin);
    const char *in = out;
    while (*in != '"') {
        if (in[1] == 'u') {
            const auto codePoint = readUnicodeEscape(in);
            if (!codePoint) {
                return std::nullopt;
            }
            out += encodeUtf8(*codePoint, out);
        } else {
            const char c = simpleEscape(in[1]);
            if (c == 0) {
                return std::nullopt;
            }
            *out++ = c;
            in += 2;
        }
        const std::size_t length = plainLength(in);
        std::memmove(out, in, length);
        out += length;
        in += length;
    }
    return std::string_view(begin, static_cast<std::size_t>(out - begin));
}

// Turns simdjson's forward-only cursor into nodes. Everything is visited exactly once and in order, so that its lazy
// validation leaves nothing unchecked.
class TreeBuilder final
{
public:
    TreeBuilder(char *buffer, MemberArena &arena)
        : m_buffer(buffer)
        , m_arena(arena)
    {
    }

    [[nodiscard]] bool isTooDeep() const { return m_tooDeep; }

    bool array(ondemand::array array, std::size_t depth, JsonNode &node)
    {
        const std::size_t mark = m_open.size();
        for (auto item : array) {
            ondemand::value value;
            JsonMember member;
            if (item.get(value) != simdjson::SUCCESS || !build(value, depth + 1, member.value)) {
                return false;
            }
            m_open.push_back(member);
        }
        close(mark, JsonNode::Kind::Array, node);
        return true;
    }

    bool object(ondemand::object object, std::size_t depth, JsonNode &node)
    {
        const std::size_t mark = m_open.size();
        for (auto result : object) {
            ondemand::field field;
            if (std::move(result).get(field) != simdjson::SUCCESS) {
                return false;
            }
            JsonMember member;
            const auto key = text(field.key());
            if (!key || !build(field.value(), depth + 1, member.value)) {
                return false;
            }
            member.key = *key;
            m_open.push_back(member);
        }
        close(mark, JsonNode::Kind::Object, node);
        return true;
    }

private:
    bool build(ondemand::value &value, std::size_t depth, JsonNode &node)
    {
        ondemand::json_type type{};
        if (value.type().get(type) != simdjson::SUCCESS) {
            return false;
        }
        switch (type) {
        case ondemand::json_type::array: {
            ondemand::array array;
            return enter(depth) && value.get_array().get(array) == simdjson::SUCCESS && this->array(array, depth, node);
        }
        case ondemand::json_type::object: {
            ondemand::object object;
            return enter(depth) && value.get_object().get(object) == simdjson::SUCCESS
                && this->object(object, depth, node);
        }
        case ondemand::json_type::string: {
            ondemand::raw_json_string raw;
            if (value.get_raw_json_string().get(raw) != simdjson::SUCCESS) {
                return false;
            }
            const auto string = text(raw);
            node.kind = JsonNode::Kind::String;
            node.text = string.value_or(std::string_view());
            return string.has_value();
        }
        case ondemand::json_type::number:
            node.kind = JsonNode::Kind::Number;
            node.text = trimmed(value.raw_json_token());
            return isJsonNumber(node.text);
        case ondemand::json_type::boolean:
            node.kind = JsonNode::Kind::Bool;
            node.text = trimmed(value.raw_json_token());
            return node.text == "true" || node.text == "false";
        case ondemand::json_type::null:
            node.kind = JsonNode::Kind::Null;
            return trimmed(value.raw_json_token()) == "null";
        }
        return false;
    }

    bool enter(std::size_t depth)
    {
        m_tooDeep = m_tooDeep || depth > limits::jsonDepth;
        return !m_tooDeep;
    }

    std::optional<std::string_view> text(ondemand::raw_json_string raw)
    {
        // simdjson hands out pointers to const into the buffer, which is ours to write.
        const char *begin = raw.raw();
        return unescapeInPlace(m_buffer + (begin - m_buffer));
    }

    void close(std::size_t mark, JsonNode::Kind kind, JsonNode &node)
    {
        node.kind = kind;
        node.members = m_arena.keep(std::span<const JsonMember>(m_open).subspan(mark));
        m_open.resize(mark);
    }

    char *m_buffer;
    MemberArena &m_arena;
    std::vector<JsonMember> m_open; // members of the containers that are still open, innermost last
    bool m_tooDeep = false;
};

} // namespace

struct JsonDocument::Private {
    std::unique_ptr<char[]> buffer;
    MemberArena arena;
    JsonNode root;
    std::vector<std::string> repairs;

    Result<void> parse(std::string_view text);
};

Result<void> JsonDocument::Private::parse(std::string_view text)
{
    // One pair of brackets around the text makes every root, scalars included, an item of a list.
    const std::size_t length = text.size() + 2;
    buffer.reset(new char[length + simdjson::SIMDJSON_PADDING]);
    buffer[0] = '[';
    std::memcpy(buffer.get() + 1, text.data(), text.size());
    buffer[length - 1] = ']';
    std::memset(buffer.get() + length, ' ', simdjson::SIMDJSON_PADDING);

    ondemand::parser parser;
    ondemand::document document;
    ondemand::array array;
    if (parser.allocate(length, limits::jsonDepth + 2) != simdjson::SUCCESS) {
        return failure(ErrorCode::InvalidJson, "no memory");
    }
    const simdjson::error_code error =
        parser.iterate(buffer.get(), length, length + simdjson::SIMDJSON_PADDING).get(document);
    if (error != simdjson::SUCCESS) {
        return failure(ErrorCode::InvalidJson, simdjson::error_message(error));
    }
    TreeBuilder builder(buffer.get(), arena);
    JsonNode wrapper;
    const bool built = document.get_array().get(array) == simdjson::SUCCESS && builder.array(array, 0, wrapper);
    if (builder.isTooDeep()) {
        return failure(ErrorCode::TooDeep);
    }
    // A location behind the end is reported as an error: the wanted case.
    const bool atEnd = built && document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    if (!atEnd || wrapper.members.size() != 1) {
        return failure(ErrorCode::InvalidJson, "not one JSON value");
    }
    root = wrapper.members.front().value;
    return {};
}

JsonDocument::JsonDocument()
    : d(std::make_unique<Private>())
{
}

JsonDocument::JsonDocument(JsonDocument &&) noexcept = default;
JsonDocument &JsonDocument::operator=(JsonDocument &&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Result<JsonDocument> JsonDocument::parse(std::string_view text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return failure(ErrorCode::EmptyBody);
    }
    JsonDocument document;
    const bool marked = text.substr(0, byteOrderMark.size()) == byteOrderMark;
    Result<void> parsed = marked ? failure(ErrorCode::InvalidJson) : document.d->parse(text);
    if (!parsed && parsed.error().code == ErrorCode::InvalidJson) {
        RepairedJson repaired = repairJson(text);
        if (repaired.repairs.empty()) {
            return tl::unexpected(parsed.error());
        }
        document = JsonDocument();
        parsed = document.d->parse(repaired.text);
        document.d->repairs = std::move(repaired.repairs);
    }
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    return document;
}

const JsonNode &JsonDocument::root() const
{
    return d->root;
}

const std::vector<std::string> &JsonDocument::repairs() const
{
    return d->repairs;
}

} // namespace picket::protocol
