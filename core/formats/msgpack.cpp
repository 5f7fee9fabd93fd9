// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/msgpack.h"

#include "core/base/limits.h"
#include "core/formats/msgpackscalars.h"
#include "core/formats/text.h"
#include "core/formats/valuetree.h"

#include <algorithm>
#include <optional>

namespace picket::formats {

using model::Value;

namespace {

constexpr int timestampExtension = -1;

// Reads values off the front of its bytes. After the first failure nothing more can be read.
class MsgpackReader final
{
public:
    explicit MsgpackReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_bytes.empty(); }
    [[nodiscard]] const Error &error() const { return m_error; }
    std::vector<std::string> takeNotes() { return std::move(m_notes); }

    void note(std::string_view code)
    {
        if (std::find(m_notes.begin(), m_notes.end(), code) == m_notes.end()) {
            m_notes.emplace_back(code);
        }
    }

    std::optional<Value> read(std::size_t depth = 0)
    {
        if (depth > limits::jsonTreeDepth || m_nodes == limits::treeNodes) {
            const bool tooDeep = m_nodes != limits::treeNodes;
            return fail(tooDeep ? ErrorCode::TooDeep : ErrorCode::TooLarge, tooDeep ? "nesting" : "number of values");
        }
        ++m_nodes;
        if (m_bytes.empty()) {
            return cut();
        }
        const auto type = static_cast<std::uint8_t>(m_bytes.front());
        m_bytes.remove_prefix(1);
        if (type < 0x80) {
            return Value::number(std::to_string(type));
        }
        if (type >= 0xE0) {
            return Value::number(std::to_string(static_cast<std::int8_t>(type)));
        }
        if (type < 0x90) {
            return map(type & 0x0FU, depth);
        }
        if (type < 0xA0) {
            return array(type & 0x0FU, depth);
        }
        return type < 0xC0 ? text(type & 0x1FU) : typed(type, depth);
    }

private:
    std::optional<Value> fail(ErrorCode code, std::string_view detail)
    {
        m_error = {code, std::string("MessagePack: ").append(detail)};
        m_bytes = {};
        return std::nullopt;
    }
    std::optional<Value> cut() { return fail(ErrorCode::InvalidArgument, "ends early"); }

    // A big-endian number of that many bytes.
    std::optional<std::uint64_t> number(std::size_t size)
    {
        if (m_bytes.size() < size) {
            return std::nullopt;
        }
        std::uint64_t value = 0;
        for (const char c : m_bytes.substr(0, size)) {
            value = value << 8 | static_cast<std::uint8_t>(c);
        }
        m_bytes.remove_prefix(size);
        return value;
    }

    std::optional<Value> typed(std::uint8_t type, std::size_t depth)
    {
        switch (type) {
        case 0xC0:
            return Value::null();
        case 0xC2:
        case 0xC3:
            return Value::boolean(type == 0xC3);
        case 0xCA:
        case 0xCB:
            return floating(type == 0xCA ? 4 : 8);
        case 0xC1:
            return fail(ErrorCode::InvalidArgument, "type 0xc1");
        default:
            break;
        }
        if (type >= 0xCC && type <= 0xD3) {
            return integer(std::size_t(1) << (type & 3U), type >= 0xD0);
        }
        if (type >= 0xD4 && type <= 0xD8) {
            return extension(std::uint64_t(1) << (type - 0xD4U));
        }
        return sized(type, depth);
    }

    // Types whose length follows them.
    std::optional<Value> sized(std::uint8_t type, std::size_t depth)
    {
        // bin, ext and str come in sizes of 1, 2 and 4 bytes, array and map of 2 and 4.
        const std::size_t step = type <= 0xC6 ? type - 0xC4U
            : type <= 0xC9                    ? type - 0xC7U
            : type <= 0xDB                    ? type - 0xD9U
                                              : 1U + (type & 1U);
        const auto size = number(std::size_t(1) << step);
        if (!size) {
            return cut();
        }
        if (type <= 0xC6) {
            return binary(*size);
        }
        if (type <= 0xC9) {
            return extension(*size);
        }
        if (type <= 0xDB) {
            return text(*size);
        }
        return type <= 0xDD ? array(*size, depth) : map(*size, depth);
    }

    std::optional<Value> integer(std::size_t size, bool isSigned)
    {
        const auto bits = number(size);
        if (!bits) {
            return cut();
        }
        if (!isSigned) {
            return Value::number(std::to_string(*bits));
        }
        const std::size_t unused = 64 - 8 * size;
        return Value::number(std::to_string(static_cast<std::int64_t>(*bits << unused) >> unused));
    }

    std::optional<Value> floating(std::size_t size)
    {
        const auto bits = number(size);
        if (!bits) {
            return cut();
        }
        auto token = size == 4 ? float32Token(static_cast<std::uint32_t>(*bits)) : float64Token(*bits);
        if (!token) {
            note("nan");
            return Value::null();
        }
        return Value::number(std::move(*token));
    }

    std::optional<std::string_view> take(std::uint64_t size)
    {
        if (size > m_bytes.size()) {
            return std::nullopt;
        }
        const std::string_view taken = m_bytes.substr(0, static_cast<std::size_t>(size));
        m_bytes.remove_prefix(taken.size());
        return taken;
    }

    std::optional<Value> text(std::uint64_t size)
    {
        const auto bytes = take(size);
        if (!bytes) {
            return cut();
        }
        if (isUtf8(*bytes)) {
            return Value::string(std::string(*bytes));
        }
        note("invalid_utf8");
        return Value::string(repairedUtf8(*bytes));
    }

    std::optional<Value> binary(std::uint64_t size)
    {
        const auto bytes = take(size);
        if (!bytes) {
            return cut();
        }
        note("binary");
        return Value::string(toBase64(*bytes));
    }

    std::optional<Value> extension(std::uint64_t size)
    {
        const auto type = number(1);
        const auto bytes = type ? take(size) : std::nullopt;
        if (!bytes) {
            return cut();
        }
        if (static_cast<std::int8_t>(*type) == timestampExtension) {
            if (const auto time = msgpackTimestamp(*bytes)) {
                return Value::string(toRfc3339(*time));
            }
        }
        note("extension");
        return Value::null();
    }

    // The declared sizes of containers are claims: nothing is reserved by them.
    std::optional<Value> array(std::uint64_t size, std::size_t depth)
    {
        std::vector<Value> items;
        for (std::uint64_t i = 0; i < size; ++i) {
            auto item = read(depth + 1);
            if (!item) {
                return std::nullopt;
            }
            items.push_back(std::move(*item));
        }
        return Value::array(std::move(items));
    }

    std::optional<Value> map(std::uint64_t size, std::size_t depth)
    {
        Members members;
        for (std::uint64_t i = 0; i < size; ++i) {
            const auto key = read(depth + 1);
            auto value = key ? read(depth + 1) : std::nullopt;
            if (!value) {
                return std::nullopt;
            }
            if (key->kind() != Value::Kind::String) {
                note("odd_key");
            }
            members.emplace_back(msgpackKey(*key), std::move(*value));
        }
        return Value::object(withUniqueKeys(std::move(members)));
    }

    std::string_view m_bytes;
    std::size_t m_nodes = 0;
    std::vector<std::string> m_notes;
    Error m_error;
};

} // namespace

Result<MsgpackValue> parseMsgpack(std::string_view bytes)
{
    if (bytes.empty()) {
        return failure(ErrorCode::EmptyBody);
    }
    MsgpackReader reader(bytes);
    auto value = reader.read();
    if (!value) {
        return tl::unexpected(reader.error());
    }
    if (!reader.atEnd()) {
        reader.note("trailing_garbage");
    }
    return MsgpackValue{std::move(*value), reader.takeNotes()};
}

MsgpackStream parseMsgpackStream(std::string_view bytes)
{
    MsgpackStream stream;
    MsgpackReader reader(bytes);
    while (!stream.truncated && !reader.atEnd()) {
        if (auto value = reader.read()) {
            stream.values.push_back(std::move(*value));
        } else {
            stream.truncated = true;
        }
    }
    stream.notes = reader.takeNotes();
    return stream;
}

} // namespace picket::formats
