// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/contextreader.h"

#include "core/protocol/leftovers.h"

#include <algorithm>
#include <array>

namespace picket::protocol {

namespace {

constexpr std::array<std::string_view, 7> summaryTypes{"trace",  "runtime",  "os", "browser",
                                                       "device", "feedback", "app"};

constexpr std::array<std::string_view, 16> summaryKeys{
    "type",
    "name",
    "version",
    "raw_description",
    "model",
    "family",
    "trace_id",
    "span_id",
    "message",
    "email",
    "contact_email",
    "url",
    "associated_event_id",
    "replay_id",
    "error_message",
    "crash_type",
};

constexpr std::string_view startKey = "app_start_time"; // text or a number

template <std::size_t N> bool contains(const std::array<std::string_view, N> &list, std::string_view text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

model::Value summaryOf(const JsonNode &node)
{
    std::vector<model::Value::Member> members;
    for (const auto &[key, value] : node.members) {
        if (value.isString() && (contains(summaryKeys, key) || key == startKey)) {
            members.emplace_back(std::string(key), model::Value::string(std::string(value.text)));
        } else if (value.isNumber() && key == startKey) {
            members.emplace_back(std::string(key), model::Value::number(std::string(value.text)));
        }
    }
    return model::Value::object(std::move(members));
}

} // namespace

std::vector<model::Context> readContexts(const JsonNode &node, const ReadScope &scope)
{
    std::vector<model::Context> contexts;
    if (!node.isObject()) {
        if (!isEmptyList(node)) {
            scope.problems->invalid("contexts", node);
        }
        return contexts;
    }
    std::vector<model::Value::Member> others;
    for (const auto &[alias, value] : node.members) {
        if (value.isNothing()) {
            continue; // what SDKs send for a context that they do not have
        }
        if (!value.isObject() && !isEmptyList(value)) {
            scope.problems->add("invalid_data", "contexts." + std::string(alias), toJson(value));
            if (scope.isFull()) {
                others.emplace_back(std::string(alias), readAnything(value));
            }
            continue;
        }
        const JsonNode type = value["type"];
        const std::string_view typeName = type.isString() && !type.text.empty() ? type.text : alias;
        if (scope.isFull()) {
            contexts.push_back({std::string(alias), std::string(typeName), readBag(value, "contexts", scope)});
        } else if (contains(summaryTypes, typeName) || model::isEngineName(alias) || model::isEngineName(typeName)) {
            contexts.push_back({std::string(alias), std::string(typeName), summaryOf(value)});
        }
    }
    if (!others.empty()) {
        scope.problems->keep("contexts", model::Value::object(std::move(others)));
    }
    return contexts;
}

model::Sdk readSdk(const JsonNode &node, const ReadScope &scope)
{
    model::Sdk sdk;
    if (node.isString()) {
        sdk.name = node.text;
        return sdk;
    }
    if (!node.isObject()) {
        if (!isEmptyList(node)) {
            scope.problems->invalid("sdk", node);
        }
        return sdk;
    }
    const Leftovers left(scope);
    sdk.name = readText(node["name"], "sdk.name", scope);
    sdk.version = readText(node["version"], "sdk.version", scope);
    if (scope.isFull()) {
        if (const JsonNode integrations = node["integrations"]; !integrations.isNothing()) {
            sdk.integrations = readTexts(integrations, "sdk.integrations", scope);
        }
        sdk.packages = readPairs(node["packages"], "sdk.packages", scope);
    }
    static constexpr std::array<std::string_view, 4> known{"name", "version", "integrations", "packages"};
    keepRest("sdk", left.of(node, known), scope);
    return sdk;
}

} // namespace picket::protocol
