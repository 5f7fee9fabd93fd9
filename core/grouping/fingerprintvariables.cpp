// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/fingerprintvariables.h"

#include "core/grouping/grouper.h"
#include "core/grouping/names/bundlename.h"
#include "core/grouping/names/foldername.h"
#include "core/model/level.h"

#include <algorithm>
#include <array>

namespace picket::grouping {

namespace {

std::string_view messageOf(const EventComponents &components)
{
    const std::string &text = components.event->logentry.text();
    const model::Exception *exception = components.mainException();
    return text.empty() && exception ? std::string_view(exception->value) : std::string_view(text);
}

std::string parameterisedMessage(const EventComponents &components)
{
    return parameterise(std::string(messageOf(components)));
}

std::string exceptionType(const EventComponents &components)
{
    const model::Exception *exception = components.mainException();
    return exception ? exception->type : std::string();
}

std::string exceptionValue(const EventComponents &components)
{
    const model::Exception *exception = components.mainException();
    return exception ? exception->value : std::string();
}

template <class Read> std::string ofCrashFrame(const EventComponents &components, Read read)
{
    const FrameComponent *frame = components.crashFrame();
    return frame ? std::string(read(*frame)) : std::string();
}

std::string function(const EventComponents &components)
{
    return ofCrashFrame(components, [](const FrameComponent &frame) { return frame.functionName; });
}

// Without what a bundler or a deploy generates, as everywhere in grouping.
std::string stable(std::string_view path)
{
    TextArena arena;
    const std::string_view folders = stablePath(path, arena);
    const std::string_view file = baseName(folders);
    return std::string(folders.substr(0, folders.size() - file.size())).append(stableFileName(file, arena));
}

std::string path(const EventComponents &components)
{
    return ofCrashFrame(components, [](const FrameComponent &frame) {
        return stable(frame.frame->absPath.empty() ? frame.frame->filename : frame.frame->absPath);
    });
}

std::string filename(const EventComponents &components)
{
    return ofCrashFrame(components, [](const FrameComponent &frame) { return stable(frame.frame->filename); });
}

std::string module(const EventComponents &components)
{
    return ofCrashFrame(components, [](const FrameComponent &frame) { return frame.module.value; });
}

std::string package(const EventComponents &components)
{
    return ofCrashFrame(components, [](const FrameComponent &frame) { return baseName(frame.frame->package); });
}

struct Variable {
    std::string_view name;
    std::string_view otherName;
    std::string (*read)(const EventComponents &);
    std::string_view missing;
};

constexpr std::array<Variable, 13> variables = {{
    {"transaction", {}, [](const EventComponents &c) { return c.event->transaction; }, "<no-transaction>"},
    {"message", {}, parameterisedMessage, "<no-message>"},
    {"raw_message", {}, [](const EventComponents &c) { return std::string(messageOf(c)); }, "<no-message>"},
    {"type", "error.type", exceptionType, "<no-type>"},
    {"value", "error.value", [](const EventComponents &c) { return parameterise(exceptionValue(c)); }, "<no-value>"},
    {"raw_value", "error.raw_value", exceptionValue, "<no-value>"},
    {"function", "stack.function", function, "<no-function>"},
    {"path", "stack.abs_path", path, "<no-abs-path>"},
    {"stack.filename", {}, filename, "<no-filename>"},
    {"module", "stack.module", module, "<no-module>"},
    {"package", "stack.package", package, "<no-package>"},
    {"level", {}, [](const EventComponents &c) { return std::string(model::levelName(c.event->level)); }, "<no-level>"},
    {"logger", {}, [](const EventComponents &c) { return c.event->logger; }, "<no-logger>"},
}};

// The SDK's own tag, or the attribute that the service shows as one.
std::string tagValue(const model::Event &event, std::string_view name)
{
    const auto tag = std::find_if(event.tags.begin(), event.tags.end(),
                                  [name](const model::TextPair &pair) { return pair.first == name; });
    if (tag != event.tags.end()) {
        return tag->second;
    }
    const std::string &attribute = name == "transaction" ? event.transaction
        : name == "environment"                          ? event.environment
        : name == "release"                              ? event.release
        : name == "dist"                                 ? event.dist
        : name == "logger"                               ? event.logger
        : name == "server_name"                          ? event.serverName
                                                         : std::string();
    return attribute.empty() && name == "level" ? std::string(model::levelName(event.level)) : attribute;
}

} // namespace

std::string_view variableName(std::string_view entry)
{
    entry = trimmed(entry);
    if (entry.size() < 5 || !entry.starts_with("{{") || !entry.ends_with("}}")) {
        return {};
    }
    const std::string_view name = trimmed(entry.substr(2, entry.size() - 4));
    const bool isName = std::all_of(name.begin(), name.end(),
                                    [](char c) { return isWordCharacter(c) || c == '.' || c == '-' || c == ':'; });
    return isName ? name : std::string_view();
}

std::string variableValue(std::string_view name, const EventComponents &components)
{
    constexpr std::string_view tags = "tags.";
    if (name.starts_with(tags)) {
        const std::string_view tag = name.substr(tags.size());
        std::string value = tagValue(*components.event, tag);
        return value.empty() ? "<no-value-for-tag-" + std::string(tag) + ">" : value;
    }
    for (const Variable &variable : variables) {
        if (name == variable.name || (name == variable.otherName && !name.empty())) {
            std::string value = variable.read(components);
            return value.empty() ? std::string(variable.missing) : value;
        }
    }
    return "<unrecognized-variable-" + std::string(name) + ">";
}

} // namespace picket::grouping
