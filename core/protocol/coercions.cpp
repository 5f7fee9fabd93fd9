// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/coercions.h"

#include "core/base/limits.h"
#include "core/base/timetext.h"
#include "core/protocol/leftovers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace picket::protocol {

namespace {

constexpr long double firstSecond = -62135596800.0L; // 0001-01-01
constexpr long double lastSecond = 253402300799.0L; // 9999-12-31T23:59:59

// PROTOCOL C.0: numbers of this size are no seconds. Each unit has a thousandth of the one before, as of 1973 to 5138.
struct FineUnit {
    long double from;
    long double perSecond;
    std::string_view problem;
};
constexpr std::array fineUnits{
    FineUnit{1e17L, 1e9L, "nanoseconds"},
    FineUnit{1e14L, 1e6L, "microseconds"},
    FineUnit{1e11L, 1e3L, "milliseconds"},
};

std::optional<long double> parseDecimal(std::string_view text)
{
    long double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "42", "-7", "42.0", "4.2e1".
std::optional<std::int64_t> parseInteger(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size()) {
        return value;
    }
    const auto decimal = parseDecimal(text);
    constexpr long double exact = 9007199254740992.0L; // 2^53
    if (!decimal || std::fabs(*decimal) > exact || std::trunc(*decimal) != *decimal) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*decimal);
}

// A list as a header's value: "gzip, br" is sent as ["gzip", "br"] by servers that keep repeated fields apart.
std::string joined(const JsonNode &list)
{
    std::string text;
    for (const JsonMember &item : list.members) {
        text += text.empty() ? "" : ",";
        text += readJsonText(item.value);
    }
    return text;
}

std::string pairValue(const JsonNode &node)
{
    return node.isBool() ? (node.text == "true" ? "True" : "False")
        : node.isArray() ? joined(node)
                         : readJsonText(node);
}

JsonNode firstOf(const JsonNode &object, std::string_view a, std::string_view b)
{
    const JsonNode node = object[a];
    return node.isNothing() ? object[b] : node;
}

// Numbered members are a list of pairs only if each is one: otherwise numbers are the names.
bool isPair(const JsonMember &member)
{
    const auto parts = listItems(member.value);
    return (parts && parts->size() == 2) || !firstOf(member.value, "key", "name").isNothing();
}

} // namespace

std::string readText(const JsonNode &node, std::string_view name, const ReadScope &scope)
{
    switch (node.kind) {
    case JsonNode::Kind::String:
    case JsonNode::Kind::Number:
        return std::string(node.text);
    case JsonNode::Kind::Bool:
        return node.text == "true" ? "True" : "False";
    case JsonNode::Kind::Array:
    case JsonNode::Kind::Object:
        scope.problems->invalid(name, node);
        return {};
    case JsonNode::Kind::Absent:
    case JsonNode::Kind::Null:
        break;
    }
    return {};
}

std::string readJsonText(const JsonNode &node)
{
    return node.isNothing() ? std::string() : node.isString() ? std::string(node.text) : toJson(node);
}

std::optional<std::int64_t> readInteger(const JsonNode &node, std::string_view name, const ReadScope &scope)
{
    if (node.isNumber() || node.isString()) {
        if (const auto value = parseInteger(node.text)) {
            return value;
        }
    }
    if (!(node.isString() && node.text.empty())) {
        scope.problems->invalid(name, node);
    }
    return std::nullopt;
}

std::optional<bool> readBool(const JsonNode &node, std::string_view name, const ReadScope &scope)
{
    if (node.isBool() || node.isString() || node.isNumber()) {
        static constexpr std::array<std::string_view, 3> yes{"true", "True", "1"};
        static constexpr std::array<std::string_view, 3> no{"false", "False", "0"};
        if (std::find(yes.begin(), yes.end(), node.text) != yes.end()) {
            return true;
        }
        if (std::find(no.begin(), no.end(), node.text) != no.end()) {
            return false;
        }
    }
    scope.problems->invalid(name, node);
    return std::nullopt;
}

std::optional<Timestamp> readTimestamp(const JsonNode &node, std::string_view name, const ReadScope &scope)
{
    if (node.isString()) {
        if (const auto time = parseTime(node.text)) {
            return time;
        }
    }
    const auto number = node.isString() || node.isNumber() ? parseDecimal(node.text) : std::nullopt;
    const auto unit = std::find_if(fineUnits.begin(), fineUnits.end(), [&](const FineUnit &fine) {
        return number && *number >= fine.from && *number < fine.from * 1000;
    });
    const bool isFine = unit != fineUnits.end();
    const long double seconds = number ? *number / (isFine ? unit->perSecond : 1.0L) : lastSecond + 1;
    if (seconds < firstSecond || seconds > lastSecond) {
        scope.problems->invalid(name, node);
        return std::nullopt;
    }
    if (isFine) {
        scope.problems->add(unit->problem, name, node.text);
    }
    return fromMicros(std::llround(seconds * 1e6L));
}

std::optional<model::Level> readLevel(const JsonNode &node, std::string_view name, const ReadScope &scope)
{
    const auto level = node.isString() || node.isNumber() ? model::parseLevel(node.text) : std::nullopt;
    if (!level) {
        scope.problems->invalid(name, node);
    }
    return level;
}

std::optional<std::span<const JsonMember>> listItems(const JsonNode &node)
{
    const auto isNumbered = [](const JsonMember &member) {
        return isDigits(member.key);
    };
    const bool hasHoles =
        node.isObject() && !node.members.empty() && std::all_of(node.members.begin(), node.members.end(), isNumbered);
    return node.isArray() || hasHoles ? std::optional(node.members) : std::nullopt;
}

ValueList::ValueList(const JsonNode &node, std::string_view name, const ReadScope &scope)
{
    JsonNode list = node;
    if (const JsonNode values = node["values"]; values.kind != JsonNode::Kind::Absent) {
        list = values;
        const Leftovers beside(scope);
        if (model::Value rest = beside.of(node, std::array<std::string_view, 1>{"values"}); !rest.isAbsent()) {
            scope.problems->keep(name.substr(name.rfind('.') + 1), std::move(rest));
        }
    }
    if (const auto items = listItems(list)) {
        m_items = *items;
    } else if ((list.isObject() && !list.members.empty()) || list.isNumber()
               || (list.isString() && !list.text.empty())) {
        m_single.value = list;
    } else if (list.isBool() && list.text == "true") {
        scope.problems->invalid(name, list); // `false` is what PHP sends for nothing
    }
}

std::vector<model::TextPair> readPairs(const JsonNode &node, std::string_view name, const ReadScope &scope)
{
    std::vector<model::TextPair> pairs;
    pairs.reserve(node.members.size());
    const auto items = listItems(node);
    const bool isList = items && (node.isArray() || std::all_of(items->begin(), items->end(), isPair));
    if (!isList && node.isObject()) {
        for (const JsonMember &member : node.members) {
            pairs.emplace_back(std::string(member.key), pairValue(member.value));
        }
        return pairs;
    }
    if (!isList) {
        scope.problems->invalid(name, node);
        return pairs;
    }
    for (const auto &[unused, item] : *items) {
        const auto parts = listItems(item);
        if (parts && parts->size() == 2) {
            pairs.emplace_back(readText((*parts)[0].value, name, scope), pairValue((*parts)[1].value));
        } else if (item.isObject() && !firstOf(item, "key", "name").isNothing()) {
            pairs.emplace_back(readText(firstOf(item, "key", "name"), name, scope),
                               pairValue(firstOf(item, "value", "version")));
            if (item.members.size() > 2) {
                scope.problems->keep(name.substr(name.rfind('.') + 1)); // it says more than a name and a value
            }
        } else {
            scope.problems->invalid(name, item);
        }
    }
    return pairs;
}

std::vector<std::string> readTexts(const JsonNode &node, std::string_view name, const ReadScope &scope)
{
    std::vector<std::string> texts;
    const auto items = listItems(node);
    if (!items) {
        scope.problems->invalid(name, node);
        return texts;
    }
    texts.reserve(items->size());
    for (const JsonMember &item : *items) {
        texts.push_back(readText(item.value, name, scope));
    }
    return texts;
}

model::Value readBag(const JsonNode &node, std::string_view name, const ReadScope &scope)
{
    if (node.isObject()) {
        return toValue(node, limits::jsonTreeDepth);
    }
    if (node.isArray() && node.members.empty()) {
        return model::Value::object({});
    }
    scope.problems->invalid(name, node);
    return {};
}

model::Value readAnything(const JsonNode &node)
{
    return node.isNothing() ? model::Value() : toValue(node, limits::jsonTreeDepth);
}

} // namespace picket::protocol
