// SPDX-License-Identifier: GPL-3.0-or-later
// JsonDocument: simdjson finds and checks the structure in document order; strings and number tokens become views into
// the document's own copy of the text, escapes being resolved in place (the result is never longer).
#include "core/base/limits.h"
#include "core/protocol/json.h"
#include "core/protocol/jsoncompletion.h"
#include "core/protocol/jsontokens.h"

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

std::string_view trimmed(std::string_view token)
{
    const std::size_t last = token.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos ? std::string_view() : token.substr(0, last + 1);
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

    // Why a text that may be valid was not built to its end.
    [[nodiscard]] const std::optional<Error> &limit() const { return m_limit; }

    bool array(ondemand::array array, std::size_t depth, JsonNode &node)
    {
        const std::size_t mark = m_open.size();
        for (auto item : array) {
            ondemand::value value;
            JsonMember member;
            if (item.get(value) != simdjson::SUCCESS || !build(value, depth + 1, member.value)) {
                return false;
            }
            if (!open(member)) {
                return false;
            }
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
            if (!open(member)) {
                return false;
            }
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
        if (depth > limits::jsonDepth) {
            m_limit = Error{ErrorCode::TooDeep, "more than " + std::to_string(limits::jsonDepth) + " levels"};
        }
        return !m_limit;
    }

    bool open(const JsonMember &member)
    {
        if (++m_count > limits::treeNodes) {
            m_limit = Error{ErrorCode::TooLarge, "more than " + std::to_string(limits::treeNodes) + " values"};
            return false;
        }
        m_open.push_back(member);
        return true;
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
    std::size_t m_count = 0;
    std::optional<Error> m_limit;
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
    if (builder.limit()) {
        return tl::unexpected(*builder.limit());
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

Result<JsonDocument> JsonDocument::parseFront(std::string_view text)
{
    auto whole = parse(text);
    if (whole || whole.error().code != ErrorCode::InvalidJson) {
        return whole;
    }
    const auto completed = completeJson(text);
    auto front = completed ? parse(*completed) : std::move(whole);
    if (completed && front) {
        front->d->repairs.emplace_back("cut_short");
    }
    return front;
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
