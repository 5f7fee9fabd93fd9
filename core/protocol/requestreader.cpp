// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/requestreader.h"

#include "core/base/utf8.h"
#include "core/protocol/auth.h"
#include "core/protocol/leftovers.h"

#include <algorithm>
#include <array>

namespace picket::protocol {

namespace {

constexpr std::string_view remoteAddress = "REMOTE_ADDR";

// "content-type" -> "Content-Type".
std::string titleCase(std::string name)
{
    bool atStart = true;
    for (char &c : name) {
        if (atStart && c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        } else if (!atStart && c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
        atStart = c == '-';
    }
    return name;
}

// As text: what is percent-encoded may be any bytes.
std::vector<model::TextPair> queryPairs(std::string_view query)
{
    std::vector<model::TextPair> pairs = parseQuery(query);
    for (auto &[name, value] : pairs) {
        name = validUtf8(name);
        value = validUtf8(value);
    }
    return pairs;
}

std::vector<model::TextPair> readHeaders(const JsonNode &node, const ReadScope &scope)
{
    auto headers = readPairs(node, "request.headers", scope);
    for (auto &[name, value] : headers) {
        name = titleCase(std::move(name));
    }
    if (node.isObject()) {
        std::stable_sort(headers.begin(), headers.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
    }
    return headers;
}

const std::string *findPair(const std::vector<model::TextPair> &pairs, std::string_view name)
{
    const auto it = std::find_if(pairs.begin(), pairs.end(), [name](const auto &pair) { return pair.first == name; });
    return it != pairs.end() ? &it->second : nullptr;
}

// "a=b; c=d".
std::vector<model::TextPair> parseCookies(std::string_view text)
{
    std::vector<model::TextPair> cookies;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        std::string_view cookie = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
        if (!cookie.empty()) {
            const std::size_t equals = std::min(cookie.find('='), cookie.size());
            cookies.emplace_back(std::string(cookie.substr(0, equals)),
                                 std::string(cookie.substr(std::min(equals + 1, cookie.size()))));
        }
    }
    return cookies;
}

void readCookies(model::Request &request, const JsonNode &node, const ReadScope &scope)
{
    request.cookies = node.isString() ? parseCookies(node.text) : readPairs(node, "request.cookies", scope);
    if (const std::string *header = findPair(request.headers, "Cookie"); header && request.cookies.empty()) {
        request.cookies = parseCookies(*header);
        std::erase_if(request.headers, [](const auto &pair) { return pair.first == "Cookie"; });
    }
}

// Query and fragment have attributes of their own; what the URL carries of them moves there unless they are filled.
void splitUrl(model::Request &request)
{
    const std::size_t hash = request.url.find('#');
    if (hash != std::string::npos) {
        if (request.fragment.empty()) {
            request.fragment = request.url.substr(hash + 1);
        }
        request.url.resize(hash);
    }
    const std::size_t mark = request.url.find('?');
    if (mark != std::string::npos) {
        if (request.queryString.empty() && request.query.empty()) {
            request.queryString = request.url.substr(mark + 1);
        }
        request.url.resize(mark);
    }
}

void readQuery(model::Request &request, const JsonNode &node, const ReadScope &scope)
{
    if (node.isString()) {
        request.queryString = node.text.substr(!node.text.empty() && node.text.front() == '?' ? 1 : 0);
    } else {
        request.query = readPairs(node, "request.query_string", scope);
    }
    splitUrl(request);
    if (request.query.empty()) {
        request.query = queryPairs(request.queryString);
    }
}

std::string_view essence(std::string_view contentType)
{
    return contentType.substr(0, contentType.find(';'));
}

// A body that came as text, as what its content type or its shape says that it is.
void readBody(model::Request &request, const JsonNode &node)
{
    const std::string *header = findPair(request.headers, "Content-Type");
    const std::string_view type = header ? essence(*header) : std::string_view();
    if (node.isString() && !node.text.empty()) {
        const bool looksLikeJson = node.text.front() == '{' || node.text.front() == '[';
        if (looksLikeJson || type.find("json") != std::string_view::npos) {
            const auto document = JsonDocument::parse(node.text);
            if (document && document->repairs().empty()) {
                request.data = readAnything(document->root());
                request.inferredContentType = "application/json";
                return;
            }
        }
        if (type == "application/x-www-form-urlencoded") {
            std::vector<model::Value::Member> members;
            for (auto &[name, value] : queryPairs(node.text)) {
                members.emplace_back(std::move(name), model::Value::string(std::move(value)));
            }
            request.data = model::Value::object(std::move(members));
            request.inferredContentType = type;
            return;
        }
    }
    request.data = readAnything(node);
    request.inferredContentType = type;
}

bool isLoopback(std::string_view address)
{
    return address == "::1" || address.substr(0, 4) == "127." || address == "localhost";
}

constexpr std::array<std::string_view, 11> requestKeys{"url",
                                                       "method",
                                                       "protocol",
                                                       "fragment",
                                                       "headers",
                                                       "env",
                                                       "api_target",
                                                       "cookies",
                                                       "query_string",
                                                       "data",
                                                       "inferred_content_type"};
constexpr std::array<std::string_view, 8> userKeys{"id",         "username", "name", "email",
                                                   "ip_address", "segment",  "geo",  "data"};

// Members that the user struct has no place for, and `data` opened up.
model::Value userData(const JsonNode &node, const Leftovers &left, const ReadScope &scope)
{
    std::vector<model::Value::Member> members;
    const model::Value rest = left.of(node, userKeys);
    if (!scope.isFull()) {
        return {};
    }
    const model::Value data = readAnything(node["data"]);
    if (data.kind() == model::Value::Kind::Object) {
        members = data.members();
    } else if (!data.isAbsent() && !isEmptyList(node["data"])) {
        members.emplace_back("data", data);
    }
    std::vector<model::Value::Member> taken;
    for (const auto &[key, value] : rest.members()) {
        const auto same =
            std::find_if(members.begin(), members.end(), [&key = key](const auto &m) { return m.first == key; });
        if (same == members.end()) {
            members.emplace_back(key, value);
        } else if (!(same->second == value)) {
            taken.emplace_back(key, value);
        }
    }
    if (!taken.empty()) {
        scope.problems->keep("user", model::Value::object(std::move(taken)));
    }
    return members.empty() ? model::Value() : model::Value::object(std::move(members));
}

} // namespace

std::optional<model::Request> readRequest(const JsonNode &node, const ReadScope &scope)
{
    if (!node.isObject()) {
        if (!isEmptyList(node)) {
            scope.problems->invalid("request", node);
        }
        return std::nullopt;
    }
    const Leftovers left(scope);
    model::Request request;
    request.url = readText(node["url"], "request.url", scope);
    request.method = readText(node["method"], "request.method", scope);
    std::transform(request.method.begin(), request.method.end(), request.method.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const JsonNode env = node["env"];
    if (!scope.isFull()) {
        splitUrl(request);
        request.queryString.clear();
        request.fragment.clear();
        if (const JsonNode address = env[remoteAddress]; address.isString()) {
            request.env.emplace_back(remoteAddress, address.text);
        }
        static_cast<void>(left.of(node, requestKeys));
        return request;
    }
    request.protocol = readText(node["protocol"], "request.protocol", scope);
    request.fragment = readText(node["fragment"], "request.fragment", scope);
    request.headers = readHeaders(node["headers"], scope);
    request.env = readPairs(env, "request.env", scope);
    request.apiTarget = readText(node["api_target"], "request.api_target", scope);
    readCookies(request, node["cookies"], scope);
    readQuery(request, node["query_string"], scope);
    readBody(request, node["data"]);
    if (std::string type = readText(node["inferred_content_type"], "request.inferred_content_type", scope);
        !type.empty()) {
        request.inferredContentType = std::move(type);
    }
    keepRest("request", left.of(node, requestKeys), scope);
    return request;
}

std::optional<model::User> readUser(const JsonNode &node, const ReadScope &scope)
{
    if (!node.isObject()) {
        if (!isEmptyList(node)) {
            scope.problems->invalid("user", node);
        }
        return std::nullopt;
    }
    const Leftovers left(scope);
    model::User user;
    user.id = readText(node["id"], "user.id", scope);
    user.username = readText(node["username"], "user.username", scope);
    user.name = readText(node["name"], "user.name", scope);
    user.email = readText(node["email"], "user.email", scope);
    user.ipAddress = readText(node["ip_address"], "user.ip_address", scope);
    if (user.ipAddress == "{{auto}}") {
        // The peer is this machine: that is nobody's identity (PROTOCOL C.9 LOCAL).
        user.ipAddress.clear();
    }
    user.segment = readText(node["segment"], "user.segment", scope);
    if (scope.isFull()) {
        user.geo = readBag(node["geo"], "user.geo", scope);
    }
    user.data = userData(node, left, scope);
    return user;
}

void fillUserAddress(model::Event &event)
{
    const std::string *address = event.request ? findPair(event.request->env, remoteAddress) : nullptr;
    if (!address || address->empty() || isLoopback(*address) || (event.user && !event.user->ipAddress.empty())) {
        return;
    }
    if (!event.user) {
        event.user.emplace();
    }
    event.user->ipAddress = *address;
}

} // namespace picket::protocol
