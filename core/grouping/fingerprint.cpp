// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/fingerprint.h"

#include "core/base/limits.h"
#include "core/grouping/fingerprintvariables.h"
#include "core/grouping/grouper.h"
#include "core/grouping/hints.h"

#include <algorithm>
#include <array>

namespace picket::grouping {

namespace {

bool isDefaultEntry(std::string_view entry)
{
    return variableName(entry) == "default";
}

// The built-in rules, all for the JavaScript family.
constexpr std::array<std::string_view, 5> hydrationTexts = {
    "Hydration failed because",
    "The server could not finish this Suspense boundary",
    "There was an error while hydrating",
    "Text content does not match server-rendered HTML",
    "This Suspense boundary received an update",
};
constexpr std::string_view chunkLoadError = "ChunkLoadError";

template <class Applies> bool someValue(const EventComponents &components, Applies applies)
{
    const auto &exceptions = components.exceptions;
    return std::any_of(exceptions.begin(), exceptions.end(),
                       [applies](const ExceptionComponent &component) { return applies(component.exception->value); });
}

std::vector<std::string> builtInList(const EventComponents &components)
{
    const model::Event &event = *components.event;
    if (familyOf(event.platform) != Family::JavaScript) {
        return {};
    }
    const auto isChunkLoad = [](const ExceptionComponent &component) {
        return component.exception->type == chunkLoadError || component.exception->value.starts_with(chunkLoadError);
    };
    if (std::any_of(components.exceptions.begin(), components.exceptions.end(), isChunkLoad)) {
        return {"chunkloaderror"};
    }
    const auto isHydration = [](std::string_view text) {
        return std::any_of(hydrationTexts.begin(), hydrationTexts.end(),
                           [text](std::string_view known) { return text.starts_with(known); });
    };
    if (!event.transaction.empty() && (isHydration(event.logentry.text()) || someValue(components, isHydration))) {
        return {"hydrationerror", "{{ tags.transaction }}"};
    }
    return {};
}

FingerprintEntry entryOf(std::string_view sent, const EventComponents &components)
{
    const std::string_view name = variableName(sent);
    if (name == "default") {
        return {true, {}, hints::variable};
    }
    if (!name.empty()) {
        return {false, variableValue(name, components), hints::variable};
    }
    // SDK code that copies the message into the fingerprint means the message, not its numbers.
    const model::Exception *exception = components.mainException();
    const bool isCopy = sent == components.event->logentry.text() || (exception && sent == exception->value);
    if (isCopy && !sent.empty()) {
        std::string text = parameterise(std::string(sent));
        const bool changed = text != sent;
        return {false, std::move(text), changed ? hints::parameterised : std::string_view()};
    }
    return {false, std::string(sent), {}};
}

} // namespace

Fingerprint resolveFingerprint(const EventComponents &components)
{
    Fingerprint fingerprint;
    const std::vector<std::string> &sent = components.event->fingerprint;
    const bool saysDefault = sent.empty() || (sent.size() == 1 && isDefaultEntry(sent.front()));
    const std::vector<std::string> builtIn = saysDefault ? builtInList(components) : std::vector<std::string>();
    fingerprint.isBuiltIn = !builtIn.empty();
    if (saysDefault && !fingerprint.isBuiltIn) {
        return fingerprint;
    }
    for (const std::string &entry : saysDefault ? builtIn : sent) {
        fingerprint.entries.push_back(entryOf(entry, components));
    }
    const bool hybrid = std::any_of(fingerprint.entries.begin(), fingerprint.entries.end(),
                                    [](const FingerprintEntry &entry) { return entry.isDefault; });
    fingerprint.kind = hybrid ? Fingerprint::Kind::Hybrid : Fingerprint::Kind::Custom;
    return fingerprint;
}

} // namespace picket::grouping
