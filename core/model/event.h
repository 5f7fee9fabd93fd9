// SPDX-License-Identifier: GPL-3.0-or-later
// The normalised event (PROTOCOL C): plain values, no JSON, no SQL, no Qt models.
//
// Text is UTF-8 in std::string, valid by construction (broken input was repaired by the reader), and may hold NUL.
// It stays UTF-8 from the wire through grouping into SQLite; `ui` turns it into QString where it is shown.
// An empty string means "absent" unless a comment says otherwise. Lists keep the order received.
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/time.h"
#include "core/model/level.h"
#include "core/model/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace picket::model {

using TextPair = std::pair<std::string, std::string>;

// The numbers are stored: never renumber.
enum class EventType : std::uint8_t {
    Error = 1,
    Default = 2,
    Transaction = 3,
    Feedback = 4,
    Security = 5,
    Unreadable = 6
};

// PROTOCOL C.4. Frames run from the oldest call to the crash or throw site, as sent.
struct Frame {
    bool isNull = false; // the SDK sent no object in this position, mostly `null`; kept so that positions stay true
    std::string function;
    std::string rawFunction;
    std::string symbol;
    std::string module;
    std::string package;
    std::string filename;
    std::string absPath;
    std::string platform; // overrides the event's; absent in most
    std::optional<std::int64_t> lineno;
    std::optional<std::int64_t> colno; // as sent: 1-based in JavaScript
    std::optional<bool> inApp;
    bool hasContext = false; // context_line or one of its neighbours was sent; contextLine may then be an empty line
    std::string contextLine;
    std::vector<std::string> preContext;
    std::vector<std::string> postContext;
    std::string sourceLink;
    std::string imageAddr; // addresses stay text: they exceed 2^53
    std::string instructionAddr;
    std::string symbolAddr;
    std::string addrMode;
    std::string trust;
    Value vars; // an object, or an array of positional values
    Value data;
    Value lock;
    Value other; // as in Event, of this frame; all of it when isNull
};

struct Stacktrace {
    std::vector<Frame> frames;
    Value registers;
    std::optional<bool> snapshot;
};

// PROTOCOL C.3.
struct Mechanism {
    std::string type;
    std::optional<bool> handled;
    bool synthetic = false; // type and function are the SDK's invention
    std::string description;
    std::string helpLink;
    std::string source; // attribute path such as "__cause__"
    std::optional<std::int64_t> exceptionId;
    std::optional<std::int64_t> parentId;
    bool isExceptionGroup = false;
    Value data;
    Value meta; // errno, signal, mach_exception, ns_error
};

struct Exception {
    bool isNull = false;
    std::string type;
    std::string value;
    std::string module;
    std::string threadId;
    std::optional<Mechanism> mechanism;
    std::optional<Stacktrace> stacktrace;
    std::optional<Stacktrace> rawStacktrace;
    Value other; // as in Event, of this exception

    // Not a cause of the raised exception: an error that occurred while that one was handled (Java, Kotlin,
    // JavaScript's SuppressedError), or a diagnostic object that only records where it was created (coroutines,
    // Compose, Reactor, RxJava).
    [[nodiscard]] bool isSuppressed() const;
};

// PROTOCOL C.5.
struct Thread {
    bool isNull = false;
    std::string id; // integer or text, compared as text
    std::string name;
    std::string state;
    std::optional<bool> crashed;
    std::optional<bool> current;
    std::optional<bool> main;
    std::optional<Stacktrace> stacktrace;
    Value heldLocks;
    Value other; // as in Event, of this thread; all of it when isNull
};

// PROTOCOL C.2.
struct LogEntry {
    std::string message; // the template
    std::string formatted; // with the parameters in it
    Value params;

    [[nodiscard]] bool isEmpty() const { return message.empty() && formatted.empty(); }
    // What a person reads.
    [[nodiscard]] const std::string &text() const { return formatted.empty() ? message : formatted; }
};

// PROTOCOL C.6: Django's one pseudo frame.
struct Template {
    std::string filename;
    std::string absPath;
    std::optional<std::int64_t> lineno;
    std::string contextLine;
    std::vector<std::string> preContext;
    std::vector<std::string> postContext;
};

// PROTOCOL C.7.
struct Breadcrumb {
    bool isNull = false;
    std::optional<Timestamp> timestamp;
    std::string type; // "default" when none was sent
    std::string category;
    Level level = Level::Info;
    std::string message;
    Value data; // an object, or a list
    std::string eventId;
    std::string origin;
    Value other; // as in Event, of this breadcrumb
};

// PROTOCOL C.8.
struct Request {
    std::string url;
    std::string method;
    std::string protocol;
    std::string fragment;
    std::string queryString; // as text, without the leading '?', when it was sent as text
    std::vector<TextPair> query;
    std::vector<TextPair> headers;
    std::vector<TextPair> cookies;
    std::vector<TextPair> env;
    Value data;
    std::string inferredContentType;
    std::string apiTarget;
};

// PROTOCOL C.9.
struct User {
    std::string id;
    std::string username;
    std::string name;
    std::string email;
    std::string ipAddress;
    std::string segment;
    Value geo;
    Value data; // every other key, too

    // The one word by which a person recognises the user: "id:42", "username:…", "email:…" or "ip:…"; empty if none.
    [[nodiscard]] std::string tag() const
    {
        return !id.empty()       ? "id:" + id
            : !username.empty()  ? "username:" + username
            : !email.empty()     ? "email:" + email
            : !ipAddress.empty() ? "ip:" + ipAddress
                                 : std::string();
    }
};

// A game engine's name, as contexts are called by it: "unreal", "Unity Engine", "godot_engine" …
[[nodiscard]] bool isEngineName(std::string_view text);

// PROTOCOL C.20. `type` is the alias unless the context itself names another.
struct Context {
    std::string alias;
    std::string type;
    Value value; // an object

    [[nodiscard]] bool isEngine() const { return isEngineName(alias) || isEngineName(type); }
};

struct Sdk {
    std::string name;
    std::string version;
    std::vector<std::string> integrations;
    std::vector<TextPair> packages;
};

// A processing problem: the payload's own `errors`, and what our reader had to mend or leave out.
struct Problem {
    std::string type; // the field's names where they exist: "invalid_data", "value_too_long", "future_timestamp" …
    std::string name; // path of the attribute
    std::string value;
};

struct Event {
    EventUuid id;
    EventType type = EventType::Default;
    Timestamp timestamp; // shown: clamped to `received` when absurd (PROTOCOL C.1)
    std::optional<Timestamp> originalTimestamp; // as sent, if it was readable
    std::optional<Timestamp> startTimestamp;
    Timestamp received;
    std::string platform = "other"; // a known name, or "other"; the text as sent stays in the payload
    Level level = Level::Error;
    bool levelSent = false;
    std::string logger;
    LogEntry logentry;
    std::string transaction;
    std::string culprit;
    std::string serverName;
    std::string release;
    std::string dist;
    std::string environment;
    std::vector<TextPair> tags; // the SDK's, unique keys (the first wins)
    std::vector<std::string> fingerprint;
    std::string checksum;
    std::vector<Exception> exceptions; // oldest cause first, the one that was raised last, by their ids where they have
    std::optional<Stacktrace> stacktrace;
    std::optional<Template> templ;
    std::vector<Thread> threads;
    std::vector<Breadcrumb> breadcrumbs; // oldest first
    std::optional<Request> request;
    std::optional<User> user;
    std::vector<Context> contexts;
    Value extra;
    std::vector<TextPair> modules;
    Sdk sdk;
    Value debugMeta;
    Value security; // an object with one member: the report, named "csp", "hpkp", "expectct" or "expectstaple"
    Value meta; // `_meta`: what the SDK redacted or cut
    Value other; // attributes without a place above, and those whose shape is not understood, as sent
    std::vector<Problem> errors;

    // 32 hex digits from contexts.trace, or empty.
    [[nodiscard]] std::string traceId() const
    {
        for (const Context &context : contexts) {
            if (context.type == "trace") {
                return context.value["trace_id"].text();
            }
        }
        return {};
    }
    // Some exception says that nobody caught it.
    [[nodiscard]] bool isUnhandled() const
    {
        for (const Exception &exception : exceptions) {
            if (exception.mechanism && exception.mechanism->handled == false) {
                return true;
            }
        }
        return false;
    }
};

} // namespace picket::model
