// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/title.h"

#include "core/base/limits.h"
#include "core/grouping/loggingframes.h"
#include "core/grouping/securityreport.h"
#include "core/model/framenames.h"

namespace picket::grouping {

namespace {

constexpr std::string_view unlabeled = "<unlabeled event>"; // the field's own words

std::string joined(std::string_view type, std::string_view value)
{
    if (type.empty() || value.empty()) {
        return std::string(type.empty() ? value : type);
    }
    return std::string(type).append(": ").append(value);
}

bool isSynthetic(const model::Exception &exception)
{
    return exception.mechanism && exception.mechanism->synthetic;
}

// A captured message with a stack is sent as a synthetic exception without a type: the message says it all.
bool isMessage(const model::Exception &exception)
{
    return exception.type.empty() && !firstLine(exception.value).empty();
}

// The function that stands for the invented type of a synthetic exception; empty if none is known.
std::string_view titleFunction(const model::Exception &exception, const EventComponents &components)
{
    if (!isSynthetic(exception) || isMessage(exception) || !components.engineText.empty()) {
        return {};
    }
    const FrameComponent *frame = components.crashFrame();
    return frame && !model::isPlaceholder(frame->functionName) ? frame->functionName : std::string_view();
}

std::string exceptionTitle(const model::Exception &exception, const EventComponents &components)
{
    if (!components.engineText.empty()) {
        return std::string(firstLine(components.engineText));
    }
    const std::string_view value = firstLine(exception.value);
    if (const std::string_view function = titleFunction(exception, components); !function.empty()) {
        return joined(function, value);
    }
    // The type of a dump's exception says only that it is a dump's.
    const bool isDump = isSynthetic(exception) && exception.type == "Minidump" && !value.empty();
    const std::string type = isDump ? std::string() : cutCharacters(exception.type, limits::titleType);
    // Engines that know only a code send it twice.
    std::string title = isSynthetic(exception) && type == value
        ? type
        : joined(model::isPlaceholder(type) ? std::string_view() : type, value);
    const bool hasMechanism = exception.mechanism && exception.mechanism->type != "generic";
    return title.empty() && hasMechanism ? exception.mechanism->type : title;
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

// A native name with the arguments it was sent with, which tell overloads apart; without return type.
std::string_view nativeCulprit(const FrameComponent &frame)
{
    if (model::isPlaceholder(frame.functionName)) {
        return frame.place.value.empty() ? baseName(frame.frame->package) : frame.place.value;
    }
    const std::string_view name = frame.functionName;
    const std::string_view sent =
        frame.frame->rawFunction.empty() ? std::string_view(frame.frame->function) : frame.frame->rawFunction;
    const std::size_t at = sent.find(name);
    const std::size_t arguments = at == std::string_view::npos ? at : at + name.size();
    if (arguments >= sent.size() || sent[arguments] != '(') {
        return name;
    }
    const std::size_t end = sent.rfind(')');
    return end == std::string_view::npos || end < arguments ? name : sent.substr(at, end + 1 - at);
}

std::string frameCulprit(const FrameComponent &frame)
{
    const model::Frame &sent = *frame.frame;
    if (frame.family == Family::Native) {
        return std::string(nativeCulprit(frame));
    }
    const std::string_view function = frame.functionName.empty() ? std::string_view("?") : frame.functionName;
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
    const model::Exception *main = components.mainException();
    if (main && !titleFunction(*main, components).empty()) {
        return {}; // the title says it
    }
    if (const FrameComponent *frame = components.crashFrame(); frame && !isLoggingFrame(*frame)) {
        return frameCulprit(*frame);
    }
    return event.request ? event.request->url : std::string();
}

} // namespace

void fillTitle(model::Grouping &grouping, const EventComponents &components)
{
    std::string title;
    if (const model::Exception *main = components.mainException()) {
        grouping.type = cutCharacters(main->type, limits::titleType);
        grouping.value = cutCharacters(main->value, limits::exceptionValue);
        title = exceptionTitle(*main, components);
    }
    if (title.empty() && components.event->logentry.isEmpty()) {
        title = firstLine(components.engineText);
    }
    if (title.empty()) {
        title = messageTitle(*components.event);
        grouping.value = grouping.value.empty() ? cutCharacters(title, limits::exceptionValue) : grouping.value;
    }
    grouping.title = cutCharacters(title.empty() ? unlabeled : firstLine(title), limits::title);
    grouping.culprit = cutCharacters(firstLine(culpritOf(components)), limits::culprit);
}

} // namespace picket::grouping
