// SPDX-License-Identifier: GPL-3.0-or-later
// Small events for grouping tests, as the reader would have made them.
#pragma once

#include "core/grouping/grouper.h"
#include "core/model/event.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace picket::test {

using model::Event;
using model::Exception;
using model::Frame;

struct FrameParts {
    std::string module = {};
    std::string filename = {};
    std::string function = {};
    std::string contextLine = {};
    std::string absPath = {};
    std::string package = {};
    bool inApp = true;
    int lineno = 0;
};

inline Frame frame(FrameParts parts)
{
    Frame frame;
    frame.module = std::move(parts.module);
    frame.filename = std::move(parts.filename);
    frame.function = std::move(parts.function);
    frame.contextLine = std::move(parts.contextLine);
    frame.hasContext = !frame.contextLine.empty();
    frame.absPath = parts.absPath.empty() ? frame.filename : std::move(parts.absPath);
    frame.package = std::move(parts.package);
    frame.inApp = parts.inApp;
    if (parts.lineno > 0) {
        frame.lineno = parts.lineno;
    }
    return frame;
}

// In-app frames of these functions, oldest first.
inline std::vector<Frame> calls(std::initializer_list<std::string> functions)
{
    std::vector<Frame> frames;
    for (const std::string &function : functions) {
        frames.push_back(frame({.function = function}));
    }
    return frames;
}

inline model::Stacktrace stack(std::vector<Frame> frames)
{
    model::Stacktrace stacktrace;
    stacktrace.frames = std::move(frames);
    return stacktrace;
}

inline Exception exception(std::string type, std::string value, std::vector<Frame> frames = {})
{
    Exception exception;
    exception.type = std::move(type);
    exception.value = std::move(value);
    if (!frames.empty()) {
        exception.stacktrace = stack(std::move(frames));
    }
    return exception;
}

inline model::Mechanism mechanism(std::string type, std::string source = {})
{
    model::Mechanism mechanism;
    mechanism.type = std::move(type);
    mechanism.source = std::move(source);
    return mechanism;
}

inline Exception numbered(Exception exception, int id, int parent, bool isGroup = false)
{
    model::Mechanism &link = exception.mechanism.emplace();
    link.exceptionId = id;
    if (parent >= 0) {
        link.parentId = parent;
    }
    link.isExceptionGroup = isGroup;
    return exception;
}

inline Exception synthetic(Exception exception)
{
    exception.mechanism.emplace().synthetic = true;
    return exception;
}

inline Event eventOf(std::string platform, std::vector<Exception> exceptions)
{
    Event event;
    event.type = model::EventType::Error;
    event.platform = std::move(platform);
    event.exceptions = std::move(exceptions);
    return event;
}

// One exception with this stack.
inline Event crash(std::string platform, std::vector<Frame> frames)
{
    return eventOf(std::move(platform), {exception("Error", "it broke", std::move(frames))});
}

inline Event message(std::string text, std::string templateText = {})
{
    Event event;
    event.platform = "python";
    event.logentry.formatted = std::move(text);
    event.logentry.message = std::move(templateText);
    return event;
}

inline Event with(Event event, const std::function<void(Event &)> &change)
{
    change(event);
    return event;
}

inline bool shareIssue(const Event &one, const Event &other)
{
    const auto hashes = grouping::group(one).hashes;
    const auto others = grouping::group(other).hashes;
    return std::any_of(hashes.begin(), hashes.end(), [&others](const model::GroupingHash &hash) {
        return std::find(others.begin(), others.end(), hash) != others.end();
    });
}

// The first part with that id, depth first; null if there is none.
inline const model::GroupingPart *findPart(const std::vector<model::GroupingPart> &parts, std::string_view id)
{
    for (const model::GroupingPart &part : parts) {
        if (part.id == id) {
            return &part;
        }
        if (const model::GroupingPart *found = findPart(part.children, id)) {
            return found;
        }
    }
    return nullptr;
}

// The values that make up the variant's hash.
inline std::vector<std::string> countedValues(const model::GroupingPart &part)
{
    std::vector<std::string> values;
    if (part.children.empty() && part.contributes) {
        values.push_back(part.value);
    }
    for (const model::GroupingPart &child : part.children) {
        const std::vector<std::string> inner = countedValues(child);
        values.insert(values.end(), inner.begin(), inner.end());
    }
    return values;
}

} // namespace picket::test
