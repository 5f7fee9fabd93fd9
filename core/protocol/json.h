// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/value.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace picket::protocol {

struct JsonMember;

// A node of a parsed document: a view that is valid as long as its JsonDocument. Cheap to copy.
struct JsonNode {
    enum class Kind : std::uint8_t { Absent, Null, Bool, Number, String, Array, Object };

    Kind kind = Kind::Absent;
    std::string_view text; // string: unescaped UTF-8; number: the token as sent; bool: "true"/"false"
    std::span<const JsonMember> members; // array items (keys empty) or object members in order, keys may repeat

    [[nodiscard]] bool isObject() const { return kind == Kind::Object; }
    [[nodiscard]] bool isArray() const { return kind == Kind::Array; }
    [[nodiscard]] bool isString() const { return kind == Kind::String; }
    [[nodiscard]] bool isNumber() const { return kind == Kind::Number; }
    [[nodiscard]] bool isBool() const { return kind == Kind::Bool; }
    // Absent or null.
    [[nodiscard]] bool isNothing() const { return kind == Kind::Absent || kind == Kind::Null; }

    // The member of that name (the last one when it repeats), or an absent node.
    [[nodiscard]] JsonNode operator[](std::string_view key) const;
};

struct JsonMember {
    std::string_view key;
    JsonNode value;
};

// One parsed JSON text with its strings and nodes in an arena of its own. Movable; any one thread at a time.
class JsonDocument final
{
public:
    // Strict first; when that fails, once more over repaired bytes (repairJson()). Errors: InvalidJson, TooDeep,
    // TooLarge (limits::treeNodes), EmptyBody. `text` need not outlive the document.
    [[nodiscard]] static Result<JsonDocument> parse(std::string_view text);

    // The same, and of text that breaks off what is there (completeJson()); then the repairs say "cut_short".
    [[nodiscard]] static Result<JsonDocument> parseFront(std::string_view text);

    JsonDocument(JsonDocument &&) noexcept;
    JsonDocument &operator=(JsonDocument &&) noexcept;
    ~JsonDocument();

    [[nodiscard]] const JsonNode &root() const;
    // What had to be mended, as codes ("invalid_utf8", "nan", "trailing_garbage" …); empty for valid JSON.
    [[nodiscard]] const std::vector<std::string> &repairs() const;

private:
    JsonDocument();
    struct Private;
    std::unique_ptr<Private> d;
};

struct RepairedJson {
    std::string text;
    std::vector<std::string> repairs;
};

// Repairs, byte by byte, what SDKs send and strict parsers reject (PROTOCOL A.6): BOM, invalid UTF-8 and lone surrogate
// escapes -> U+FFFD, raw control characters escaped, NaN/Infinity -> null, leading zeros, trailing garbage cut. An
// unterminated end is not completed.
[[nodiscard]] RepairedJson repairJson(std::string_view text);

// Deep copy into the model; deeper levels than `maxDepth` become their compact JSON text.
[[nodiscard]] model::Value toValue(const JsonNode &node, std::size_t maxDepth);

// Compact JSON of a node.
[[nodiscard]] std::string toJson(const JsonNode &node);

} // namespace picket::protocol
