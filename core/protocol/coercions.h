// SPDX-License-Identifier: GPL-3.0-or-later
// PROTOCOL C.0, once: the shapes in which SDKs send one and the same thing. Pure; any thread.
#pragma once

#include "core/base/time.h"
#include "core/model/event.h"
#include "core/protocol/eventreader.h"
#include "core/protocol/json.h"
#include "core/protocol/problems.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace picket::protocol {

// What the readers of an event's parts share.
struct ReadScope {
    Detail detail = Detail::Full;
    Problems *problems = nullptr; // never null while reading

    [[nodiscard]] bool isFull() const { return detail == Detail::Full; }
};

// Lenient string: a number keeps its digits, a bool becomes "True" or "False"; containers are a problem named `name`.
[[nodiscard]] std::string readText(const JsonNode &node, std::string_view name, const ReadScope &scope);
// JSON-lenient string: whatever is no string becomes its compact JSON text; null is empty.
[[nodiscard]] std::string readJsonText(const JsonNode &node);

// An integer, also written as text or with an empty fraction.
[[nodiscard]] std::optional<std::int64_t> readInteger(const JsonNode &node, std::string_view name,
                                                      const ReadScope &scope);
// true/false, also as text ("True") or as 1/0.
[[nodiscard]] std::optional<bool> readBool(const JsonNode &node, std::string_view name, const ReadScope &scope);
// Text of an ISO or HTTP date, seconds since the epoch as number or text; numbers that can only be milliseconds,
// microseconds or nanoseconds are taken as such with a problem.
[[nodiscard]] std::optional<Timestamp> readTimestamp(const JsonNode &node, std::string_view name,
                                                     const ReadScope &scope);
[[nodiscard]] std::optional<model::Level> readLevel(const JsonNode &node, std::string_view name,
                                                    const ReadScope &scope);

// The items of a list: of an array, or of the object that PHP makes of a list with holes ({"0": …, "2": …}), in the
// order sent. nullopt for anything else.
[[nodiscard]] std::optional<std::span<const JsonMember>> listItems(const JsonNode &node);

// Values<T>: {"values": […]}, a bare list, a single object, or a single text or number, whose reader says what it is.
class ValueList final
{
public:
    ValueList(const JsonNode &node, std::string_view name, const ReadScope &scope);

    [[nodiscard]] std::span<const JsonMember> items() const
    {
        return m_single.value.isNothing() ? m_items : std::span<const JsonMember>(&m_single, 1);
    }

private:
    std::span<const JsonMember> m_items;
    JsonMember m_single; // what stands for a list of one
};

// PairList: an object, a list of [key, value], or of {key, value}; lists as values are joined by commas.
[[nodiscard]] std::vector<model::TextPair> readPairs(const JsonNode &node, std::string_view name,
                                                     const ReadScope &scope);
// Texts of a list; null items are empty texts, so that positions stay true.
[[nodiscard]] std::vector<std::string> readTexts(const JsonNode &node, std::string_view name, const ReadScope &scope);

// An object as it is; an empty list stands for an empty object (PHP). Absent otherwise.
[[nodiscard]] model::Value readBag(const JsonNode &node, std::string_view name, const ReadScope &scope);
// Anything as it is; null is absent.
[[nodiscard]] model::Value readAnything(const JsonNode &node);

} // namespace picket::protocol
