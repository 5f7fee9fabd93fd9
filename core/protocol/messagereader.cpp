// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/messagereader.h"

#include "core/protocol/leftovers.h"

#include <array>
#include <charconv>

namespace picket::protocol {

namespace {

std::optional<std::size_t> parseIndex(std::string_view text)
{
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(index)
                                                                                     : std::nullopt;
}

// The parameters, and which of them have been asked for.
class Parameters final
{
public:
    explicit Parameters(const JsonNode &params)
        : m_params(params)
        , m_items(listItems(params).value_or(std::span<const JsonMember>()))
    {
    }

    std::optional<std::string> next() { return at(m_next++); }

    std::optional<std::string> at(std::size_t index)
    {
        if (index >= m_items.size()) {
            return std::nullopt;
        }
        m_used = std::max(m_used, index + 1);
        return readJsonText(m_items[index].value);
    }

    std::optional<std::string> named(std::string_view name)
    {
        const JsonNode node = m_params[name];
        if (node.kind == JsonNode::Kind::Absent) {
            return std::nullopt;
        }
        m_used = 1;
        return readJsonText(node);
    }

    // Something was put in, and no positional parameter is left over.
    [[nodiscard]] bool fit() const { return m_used > 0 && (m_params.isObject() || m_used == m_items.size()); }

private:
    const JsonNode &m_params;
    std::span<const JsonMember> m_items; // of a list
    std::size_t m_next = 0;
    std::size_t m_used = 0;
};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The conversion behind a '%', which `at` stands on; moves `at` behind it. nullopt: not one, or its value is missing.
std::optional<std::string> printfValue(std::string_view message, std::size_t &at, Parameters &params)
{
    std::size_t i = at + 1;
    if (i < message.size() && message[i] == '%') {
        at = i + 1;
        return "%";
    }
    std::string_view name;
    if (i < message.size() && message[i] == '(') {
        const std::size_t close = message.find(')', i);
        if (close == std::string_view::npos) {
            return std::nullopt;
        }
        name = message.substr(i + 1, close - i - 1);
        i = close + 1;
    }
    const std::size_t flags = i;
    while (i < message.size() && std::string_view("-+#0123456789.*$lh").find(message[i]) != std::string_view::npos) {
        ++i;
    }
    if (i >= message.size() || !isLetter(message[i])) {
        return std::nullopt;
    }
    at = i + 1;
    if (!name.empty()) {
        return params.named(name);
    }
    const std::string_view position = message.substr(flags, std::min(message.find('$', flags), i) - flags);
    if (message.substr(flags, i - flags).find('$') != std::string_view::npos) {
        const auto index = parseIndex(position);
        return index && *index > 0 ? params.at(*index - 1) : std::nullopt;
    }
    return params.next();
}

// The same for "{…}".
std::optional<std::string> braceValue(std::string_view message, std::size_t &at, Parameters &params)
{
    const std::size_t close = message.find('}', at);
    if (close == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view name = message.substr(at + 1, close - at - 1);
    name = name.substr(0, name.find_first_of(":!"));
    at = close + 1;
    if (name.empty()) {
        return params.next();
    }
    auto value = params.named(name); // numbers are names, too, in a list with holes
    const auto index = parseIndex(name);
    return value || !index ? value : params.at(*index);
}

template <class ReadValue>
std::optional<std::string> fill(std::string_view message, const JsonNode &params, char opening, ReadValue readValue)
{
    Parameters parameters(params);
    std::string text;
    for (std::size_t at = 0; at < message.size();) {
        const std::size_t next = std::min(message.find(opening, at), message.size());
        text += message.substr(at, next - at);
        at = next;
        if (at < message.size()) {
            const auto value = readValue(message, at, parameters);
            if (!value) {
                return std::nullopt;
            }
            text += *value;
        }
    }
    return parameters.fit() ? std::optional(std::move(text)) : std::nullopt;
}

// A plain text, an object, or anything else as its JSON text; `false` is what PHP sends for nothing.
model::LogEntry readOne(const JsonNode &node, std::string_view name, const ReadScope &scope)
{
    static constexpr std::array<std::string_view, 3> known{"message", "formatted", "params"};
    model::LogEntry entry;
    if (node.isString()) {
        entry.formatted = node.text;
    } else if (node.isObject()) {
        keepRest(name, Leftovers(scope).of(node, known), scope);
        entry.message = readJsonText(node["message"]);
        entry.formatted = readJsonText(node["formatted"]);
        const JsonNode params = node["params"];
        if (entry.formatted.empty() && !entry.message.empty()) {
            entry.formatted = interpolate(entry.message, params).value_or(std::string());
        }
        if (scope.isFull()) {
            entry.params = readAnything(params);
        }
    } else if (node.isNumber() || (node.isBool() && node.text == "true") || (node.isArray() && !node.members.empty())) {
        entry.formatted = toJson(node);
    }
    return entry;
}

} // namespace

std::optional<std::string> interpolate(std::string_view message, const JsonNode &params)
{
    if (params.members.empty()) {
        return std::nullopt;
    }
    auto text = fill(message, params, '%', printfValue);
    return text ? text : fill(message, params, '{', braceValue);
}

model::LogEntry readLogEntry(const JsonNode &logentry, const JsonNode &message, const ReadScope &scope)
{
    model::LogEntry entry = readOne(logentry, "logentry", scope);
    if (entry.isEmpty()) {
        model::Value params = std::move(entry.params);
        entry = readOne(message, "message", scope);
        if (entry.params.isAbsent()) {
            entry.params = std::move(params);
        }
    } else if (entry.formatted.empty() && message.isString()) {
        entry.formatted = message.text;
    } else {
        const model::LogEntry beside = readOne(message, "message", scope);
        if (!beside.isEmpty() && beside.text() != entry.formatted && beside.text() != entry.message) {
            scope.problems->keep("message"); // it says something else
        }
    }
    // Two equal texts: the template carries no information.
    if (entry.message == entry.formatted) {
        entry.message.clear();
    }
    return entry;
}

} // namespace picket::protocol
