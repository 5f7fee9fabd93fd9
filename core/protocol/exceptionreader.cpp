// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/exceptionreader.h"

#include "core/base/limits.h"
#include "core/protocol/exceptionorder.h"
#include "core/protocol/leftovers.h"
#include "core/protocol/stackreader.h"

#include <algorithm>
#include <array>

namespace picket::protocol {

namespace {

constexpr std::array<std::string_view, 11> mechanismKeys{
    "type", "handled",     "synthetic", "source", "exception_id", "parent_id", "is_exception_group",
    "meta", "description", "help_link", "data"};
constexpr std::array<std::string_view, 7> exceptionKeys{"type",      "value",      "module",        "thread_id",
                                                        "mechanism", "stacktrace", "raw_stacktrace"};
constexpr std::array<std::string_view, 8> threadKeys{"id",      "name", "state",      "crashed",
                                                     "current", "main", "stacktrace", "held_locks"};

// Mechanisms of SDKs before `type` existed: the keys of today's `meta` stood beside each other.
model::Value legacyMeta(const JsonNode &node)
{
    std::vector<model::Value::Member> meta;
    if (const JsonNode signal = node["posix_signal"]; signal.isObject()) {
        std::vector<model::Value::Member> members;
        for (const auto &[key, value] : signal.members) {
            members.emplace_back(std::string(key == "signal" ? "number" : key), readAnything(value));
        }
        meta.emplace_back("signal", model::Value::object(std::move(members)));
    }
    if (const JsonNode mach = node["mach_exception"]; mach.isObject()) {
        std::vector<model::Value::Member> members;
        for (const auto &[key, value] : mach.members) {
            members.emplace_back(std::string(key == "exception_name" ? "name" : key), readAnything(value));
        }
        meta.emplace_back("mach_exception", model::Value::object(std::move(members)));
    }
    return meta.empty() ? model::Value() : model::Value::object(std::move(meta));
}

// Which of the legacy keys became the mechanism's data or meta.
std::vector<std::string_view> readLegacy(model::Mechanism &mechanism, const JsonNode &node)
{
    std::vector<std::string_view> understood;
    if (mechanism.meta.isAbsent()) {
        mechanism.meta = legacyMeta(node);
        for (const std::string_view key : {"posix_signal", "mach_exception"}) {
            if (node[key].isObject()) {
                understood.push_back(key);
            }
        }
    }
    constexpr std::string_view addressKey = "relevant_address";
    if (const JsonNode address = node[addressKey]; !address.isNothing() && mechanism.data.isAbsent()) {
        mechanism.data = model::Value::object({{std::string(addressKey), readAnything(address)}});
        understood.push_back(addressKey);
    }
    return understood;
}

std::optional<model::Mechanism> readMechanism(const JsonNode &node, const ReadScope &scope)
{
    if (node.isString() && !node.text.empty()) {
        model::Mechanism mechanism;
        mechanism.type = node.text;
        return mechanism;
    }
    if (!node.isObject()) {
        if (!isEmptyList(node)) {
            scope.problems->invalid("mechanism", node);
        }
        return std::nullopt;
    }
    const Leftovers left(scope);
    model::Mechanism mechanism;
    mechanism.type = readText(node["type"], "mechanism.type", scope);
    mechanism.handled = readBool(node["handled"], "mechanism.handled", scope);
    mechanism.synthetic = readBool(node["synthetic"], "mechanism.synthetic", scope).value_or(false);
    mechanism.source = readText(node["source"], "mechanism.source", scope);
    mechanism.exceptionId = readInteger(node["exception_id"], "mechanism.exception_id", scope);
    mechanism.parentId = readInteger(node["parent_id"], "mechanism.parent_id", scope);
    mechanism.isExceptionGroup =
        readBool(node["is_exception_group"], "mechanism.is_exception_group", scope).value_or(false);
    mechanism.meta = readBag(node["meta"], "mechanism.meta", scope);
    if (scope.isFull()) {
        mechanism.description = readText(node["description"], "mechanism.description", scope);
        mechanism.helpLink = readText(node["help_link"], "mechanism.help_link", scope);
        mechanism.data = readBag(node["data"], "mechanism.data", scope);
    }
    std::vector<std::string_view> known(mechanismKeys.begin(), mechanismKeys.end());
    if (mechanism.type.empty()) {
        const auto legacy = readLegacy(mechanism, node);
        known.insert(known.end(), legacy.begin(), legacy.end());
        mechanism.type = "generic";
    }
    keepRest("mechanism", left.of(node, known), scope);
    return mechanism;
}

bool isWord(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'
            || c == '$';
    });
}

// "KeyError: 'id'" without a type: the blank after the colon keeps "http://…" and "12:30" whole.
void splitType(model::Exception &exception)
{
    const std::size_t colon = exception.value.find(": ");
    if (colon == std::string::npos || !isWord(std::string_view(exception.value).substr(0, colon))) {
        return;
    }
    exception.type = exception.value.substr(0, colon);
    exception.value.erase(0, colon + 2);
}

// An exception that is no object says what it says as its value: PowerShell and hand-made clients send a text.
model::Exception readPlainException(const JsonNode &node, const ReadScope &scope)
{
    model::Exception exception;
    exception.isNull = node.isNothing();
    exception.value = readJsonText(node);
    if (node.isString()) {
        splitType(exception);
    } else {
        const Leftovers left(scope);
        scope.problems->invalid("exception", node);
        static_cast<void>(left.whole(node)); // the value holds it
    }
    return exception;
}

model::Exception readException(const JsonNode &node, const ReadScope &scope)
{
    if (!node.isObject()) {
        return readPlainException(node, scope);
    }
    const Leftovers left(scope);
    model::Exception exception;
    exception.type = readText(node["type"], "exception.type", scope);
    exception.value = readJsonText(node["value"]);
    exception.module = readText(node["module"], "exception.module", scope);
    exception.threadId = readText(node["thread_id"], "exception.thread_id", scope);
    exception.mechanism = readMechanism(node["mechanism"], scope);
    exception.stacktrace = readStacktrace(node["stacktrace"], "stacktrace", scope);
    if (scope.isFull()) {
        exception.rawStacktrace = readStacktrace(node["raw_stacktrace"], "raw_stacktrace", scope);
    }
    exception.other = left.of(node, exceptionKeys);
    // A message that the SDK sends as an exception is whole in its value; there is no type to be found in it.
    const bool synthetic = exception.mechanism && exception.mechanism->synthetic;
    if (exception.type.empty() && !synthetic) {
        splitType(exception);
    }
    return exception;
}

model::Thread readThread(const JsonNode &node, const ReadScope &scope)
{
    const Leftovers left(scope);
    model::Thread thread;
    if (!node.isObject()) {
        scope.problems->invalid("thread", node);
        thread.isNull = true;
        thread.other = left.whole(node);
        return thread;
    }
    thread.id = readText(node["id"], "thread.id", scope);
    thread.name = readText(node["name"], "thread.name", scope);
    thread.state = readText(node["state"], "thread.state", scope);
    thread.crashed = readBool(node["crashed"], "thread.crashed", scope);
    thread.current = readBool(node["current"], "thread.current", scope);
    thread.main = readBool(node["main"], "thread.main", scope);
    thread.stacktrace = readStacktrace(node["stacktrace"], "stacktrace", scope);
    if (scope.isFull()) {
        thread.heldLocks = readBag(node["held_locks"], "thread.held_locks", scope);
    }
    thread.other = left.of(node, threadKeys);
    return thread;
}

// The raised exception of a list whose members number themselves.
bool isRoot(const JsonNode &exception)
{
    const JsonNode mechanism = exception["mechanism"];
    return !mechanism["exception_id"].isNothing() && mechanism["parent_id"].isNothing();
}

bool hasFrames(const std::optional<model::Stacktrace> &stack)
{
    return stack && !stack->frames.empty();
}

template <class Applies> const model::Thread *onlyThread(const std::vector<model::Thread> &threads, Applies applies)
{
    const auto matches = [&applies](const model::Thread &thread) {
        return !thread.isNull && applies(thread);
    };
    const auto first = std::find_if(threads.begin(), threads.end(), matches);
    if (first == threads.end() || std::find_if(std::next(first), threads.end(), matches) != threads.end()) {
        return nullptr;
    }
    return &*first;
}

model::Exception *onlyException(std::vector<model::Exception> &exceptions)
{
    model::Exception *only = nullptr;
    for (model::Exception &exception : exceptions) {
        if (!exception.isNull) {
            if (only) {
                return nullptr;
            }
            only = &exception;
        }
    }
    return only;
}

// Copied, not moved: the thread is still shown with it.
void giveStack(model::Exception &exception, const model::Thread *thread)
{
    if (!thread || !hasFrames(thread->stacktrace)) {
        return;
    }
    model::Value registers = exception.stacktrace ? std::move(exception.stacktrace->registers) : model::Value();
    exception.stacktrace = thread->stacktrace;
    if (exception.stacktrace->registers.isAbsent()) {
        exception.stacktrace->registers = std::move(registers);
    }
}

// Of the exceptions that name one thread, the raised one gets its stack, provided that none was sent with a stack.
void assignNamedThreads(model::Event &event)
{
    std::vector<std::string_view> settled;
    for (auto it = event.exceptions.rbegin(); it != event.exceptions.rend(); ++it) {
        const std::string &id = it->threadId;
        if (id.empty() || it->isSuppressed() || std::find(settled.begin(), settled.end(), id) != settled.end()) {
            continue;
        }
        settled.push_back(id);
        const bool someStack =
            std::any_of(event.exceptions.begin(), event.exceptions.end(), [&id](const model::Exception &other) {
                return other.threadId == id && hasFrames(other.stacktrace);
            });
        if (!someStack) {
            giveStack(*it, onlyThread(event.threads, [&id](const model::Thread &thread) { return thread.id == id; }));
        }
    }
}

} // namespace

std::vector<model::Exception> readExceptions(const JsonNode &node, const ReadScope &scope)
{
    const ValueList list(node, "exception", scope);
    std::span<const JsonMember> items = list.items();
    if (items.size() > limits::exceptions) {
        scope.problems->add("value_too_long", "exception", std::to_string(items.size()));
        items = isRoot(items.front().value) && !isRoot(items.back().value) ? items.first(limits::exceptions)
                                                                           : items.last(limits::exceptions);
    }
    std::vector<model::Exception> exceptions;
    exceptions.reserve(items.size());
    for (const JsonMember &item : items) {
        exceptions.push_back(readException(item.value, scope));
    }
    orderExceptions(exceptions);
    return exceptions;
}

std::vector<model::Thread> readThreads(const JsonNode &node, const ReadScope &scope)
{
    const ValueList list(node, "threads", scope);
    std::vector<model::Thread> threads;
    threads.reserve(list.items().size());
    for (const JsonMember &item : list.items()) {
        threads.push_back(readThread(item.value, scope));
    }
    return threads;
}

void assignStacks(model::Event &event)
{
    if (event.exceptions.empty()) {
        return;
    }
    model::Exception *const only = onlyException(event.exceptions);
    if (only && !hasFrames(only->stacktrace) && event.stacktrace) {
        only->stacktrace = std::move(event.stacktrace);
        event.stacktrace.reset();
        return;
    }
    if (event.threads.empty()) {
        return;
    }
    assignNamedThreads(event);
    if (!only || hasFrames(only->stacktrace)) {
        return;
    }
    const auto isNamed = [only](const model::Thread &thread) {
        return !only->threadId.empty() && thread.id == only->threadId;
    };
    if (std::none_of(event.threads.begin(), event.threads.end(), isNamed)) {
        giveStack(*only, onlyThread(event.threads, [](const model::Thread &thread) { return thread.crashed == true; }));
    }
}

} // namespace picket::protocol
