// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/title.h"

#include "core/base/limits.h"
#include "core/grouping/securityreport.h"

#include <algorithm>
#include <array>

namespace picket::grouping {

namespace {

constexpr std::string_view unlabeled = "<unlabeled event>"; // the field's own words
constexpr std::string_view unknown = "<unknown>";

bool hasMechanism(const model::Exception &exception, std::string_view type)
{
    return exception.mechanism && exception.mechanism->type == type;
}

// React reports that it recovered from an error; the error itself is the cause.
bool isReactRecovery(const model::Exception &exception)
{
    return exception.type == "Error"
        && (exception.value.starts_with("There was an error during concurrent rendering but React was able to recover")
            || exception.value.starts_with("There was an error while hydrating but React was able to recover"));
}

bool isRxJavaWrapper(const model::Exception &exception)
{
    constexpr std::array<std::string_view, 3> wrappers = {"OnErrorNotImplementedException", "CompositeException",
                                                          "UndeliverableException"};
    return exception.module == "io.reactivex.rxjava3.exceptions" && hasMechanism(exception, "UncaughtExceptionHandler")
        && std::find(wrappers.begin(), wrappers.end(), exception.type) != wrappers.end();
}

// The exception that names the event.
const model::Exception *mainException(const EventComponents &components)
{
    const auto &exceptions = components.exceptions;
    if (exceptions.empty()) {
        return nullptr;
    }
    const std::size_t chosen = components.selection.main;
    const model::Exception &main = *exceptions[chosen].exception;
    if (chosen + 1 != exceptions.size() || exceptions.size() < 2) {
        return &main;
    }
    const model::Exception &before = *exceptions[chosen - 1].exception;
    const bool isCause = before.mechanism && before.mechanism->source == "cause";
    return (isReactRecovery(main) && isCause) || isRxJavaWrapper(main) ? &before : &main;
}

std::string joined(std::string_view type, std::string_view value)
{
    if (type.empty() || value.empty()) {
        return std::string(type.empty() ? value : type);
    }
    return std::string(type).append(": ").append(value);
}

std::string exceptionTitle(const model::Exception &exception, const EventComponents &components)
{
    const std::string_view value = firstLine(exception.value);
    const bool synthetic = exception.mechanism && exception.mechanism->synthetic;
    // A captured message with a stack is sent as a synthetic exception without a type: the message says it all.
    const bool isMessage = exception.type.empty() && !value.empty();
    if (!synthetic || isMessage) {
        return joined(cutCharacters(exception.type, limits::titleType), value);
    }
    const FrameComponent *frame = components.crashFrame();
    std::string title = joined(frame ? frame->functionName : std::string_view(), value);
    return title.empty() ? std::string(unknown) : title;
}

std::string messageTitle(const model::Event &event)
{
    if (!event.logentry.isEmpty()) {
        return std::string(firstLine(event.logentry.text()));
    }
    if (event.type == model::EventType::Transaction) {
        return event.transaction;
    }
    if (event.type == model::EventType::Feedback) {
        for (const model::Context &context : event.contexts) {
            if (context.alias == "feedback") {
                return std::string(firstLine(context.value["message"].text()));
            }
        }
    }
    if (const auto security = securityKey(event.security)) {
        return joined(security->directive, security->target);
    }
    return {};
}

std::string frameCulprit(const FrameComponent &frame)
{
    const model::Frame &sent = *frame.frame;
    const std::string_view function = frame.functionName.empty() ? std::string_view("?") : frame.functionName;
    if (frame.family == Family::Native) {
        return std::string(function);
    }
    const std::string &place = sent.module.empty() ? sent.filename : sent.module;
    if (place.empty()) {
        return {};
    }
    return frame.family == Family::JavaScript ? std::string(function).append("(").append(place).append(")")
                                              : std::string(place).append(" in ").append(function);
}

std::string culpritOf(const EventComponents &components)
{
    const model::Event &event = *components.event;
    if (!event.transaction.empty() || !event.culprit.empty()) {
        return event.transaction.empty() ? event.culprit : event.transaction;
    }
    const model::Exception *last = components.lastException();
    if (last && last->mechanism && last->mechanism->synthetic) {
        return {};
    }
    if (const FrameComponent *frame = components.crashFrame()) {
        return frameCulprit(*frame);
    }
    return event.request ? event.request->url : std::string();
}

} // namespace

void fillTitle(model::Grouping &grouping, const EventComponents &components)
{
    std::string title;
    if (const model::Exception *main = mainException(components)) {
        grouping.type = cutCharacters(main->type, limits::titleType);
        grouping.value = cutCharacters(main->value, limits::exceptionValue);
        title = exceptionTitle(*main, components);
    }
    if (components.exceptions.empty() || title.empty()) {
        title = messageTitle(*components.event);
        grouping.value = grouping.value.empty() ? cutCharacters(title, limits::exceptionValue) : grouping.value;
    }
    grouping.title = cutCharacters(title.empty() ? unlabeled : firstLine(title), limits::title);
    grouping.culprit = cutCharacters(firstLine(culpritOf(components)), limits::culprit);
}

} // namespace picket::grouping
