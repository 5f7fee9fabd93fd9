// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/stackcomponent.h"

#include "core/grouping/hints.h"
#include "core/grouping/loggingframes.h"
#include "core/grouping/stackrules.h"
#include "core/model/framenames.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

namespace picket::grouping {

namespace {

bool isNameless(const FrameComponent &frame)
{
    return !frame.function.contributes
        && (model::isPlaceholder(frame.functionName) || frame.function.hint == hints::anonymous);
}

// A file that holds the whole program: line and column identify a function. Not scripts of pages, whose columns differ
// between browsers.
bool isBundle(const model::Frame &frame)
{
    constexpr std::array<std::string_view, 3> endings = {".bundle", ".jsbundle", ".hbc"};
    return std::any_of(endings.begin(), endings.end(),
                       [&frame](std::string_view ending) { return frame.filename.ends_with(ending); });
}

// "wasm-function[17]" of "https://a.example/app.wasm:wasm-function[17]:0x2f1".
std::string_view wasmFunction(const model::Frame &frame)
{
    constexpr std::string_view word = "wasm-function[";
    const std::string_view path = frame.absPath;
    const std::size_t begin = path.find(word);
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::size_t digits = digitsAt(path, begin + word.size());
    const std::size_t end = begin + word.size() + digits;
    return digits > 0 && end < path.size() && path[end] == ']' ? path.substr(begin, end + 1 - begin)
                                                               : std::string_view();
}

std::string_view placeOf(const FrameComponent &component, bool someTells, const StackScope &scope)
{
    const model::Frame &frame = *component.frame;
    // Versions of system libraries, and so their addresses, differ from machine to machine.
    if (!frame.instructionAddr.empty() && component.state.category == 0) {
        return scope.images->place(frame, *scope.arena);
    }
    const bool hasFile = component.filename.contributes || component.module.contributes;
    if (component.family == Family::JavaScript && hasFile && frame.lineno && frame.colno
        && (!someTells || isBundle(frame))) {
        return scope.arena->keep(std::to_string(*frame.lineno) + ':' + std::to_string(*frame.colno));
    }
    return {};
}

// Frames without a name are identified by their other attributes.
void tellNamelessApart(StackComponent &component, const StackScope &scope)
{
    std::vector<FrameComponent> &frames = component.frames;
    const bool someTells = std::any_of(frames.begin(), frames.end(), [](const FrameComponent &frame) {
        return frame.usable && !frame.state.ignored && frame.tells();
    });
    const FrameComponent *previous = nullptr;
    for (FrameComponent &frame : frames) {
        const FrameComponent *const before = std::exchange(previous, &frame);
        if (!frame.isCall() || !isNameless(frame) || (!frame.usable && frame.hint != hints::nameless)) {
            continue;
        }
        if (const std::string_view wasm = wasmFunction(*frame.frame); !wasm.empty()) {
            frame.function = {wasm, hints::generatedName, true};
        } else if (const std::string_view place = placeOf(frame, someTells, scope); !place.empty()) {
            frame.place = {place, {}, true};
        } else {
            continue;
        }
        frame.usable = true;
        frame.hint = {};
        if (before && before->place.contributes && before->place.value == frame.place.value) {
            frame.usable = false;
            frame.hint = hints::recursion;
        }
    }
}

// Such a frame is all that some browsers tell about an error anywhere on a page.
bool isLoneNameless(const StackComponent &component)
{
    const FrameComponent *only = nullptr;
    for (const FrameComponent &frame : component.frames) {
        if (frame.isCall()) {
            if (only) {
                return false;
            }
            only = &frame;
        }
    }
    return only && !component.isCut && only->family == Family::JavaScript && !only->tells() && isNameless(*only);
}

StackComponent::Verdict verdictOf(const StackComponent &component, bool appVariant)
{
    const auto &frames = component.frames;
    if (frames.empty()) {
        return {false, hints::noFrames};
    }
    const auto isGap = [](const FrameComponent &frame) {
        return frame.isGap;
    };
    if (std::all_of(frames.begin(), frames.end(), isGap)) {
        return {false, hints::onlyGaps};
    }
    if (isLoneNameless(component)) {
        return {false, hints::weakFrame};
    }
    bool counts = false;
    bool tells = false;
    bool logs = false;
    for (const FrameComponent &frame : frames) {
        if (frame.contributes(appVariant)) {
            counts = true;
            const bool isLogging = isLoggingFrame(frame);
            logs = logs || isLogging;
            tells = frame.tells() && !isLogging;
            if (tells) {
                break;
            }
        }
    }
    if (counts && !tells) {
        return logs ? StackComponent::Verdict{false, hints::onlyLogging}
                    : StackComponent::Verdict{true, hints::onlyFileNames, true};
    }
    if (counts) {
        return {true, component.isCut ? hints::oldestFramesCut : std::string_view()};
    }
    const auto isInApp = [](const FrameComponent &frame) {
        return frame.state.inApp;
    };
    const bool lacksApp = appVariant && std::none_of(frames.begin(), frames.end(), isInApp);
    return {false, lacksApp ? hints::noInAppFrames : hints::noContributingFrames};
}

} // namespace

const FrameComponent *StackComponent::crashFrame() const
{
    const auto last = [this](std::size_t count, auto &&applies) -> const FrameComponent * {
        const auto end = frames.begin() + static_cast<std::ptrdiff_t>(count);
        const auto found =
            std::find_if(std::make_reverse_iterator(end), frames.rend(),
                         [&applies](const FrameComponent &frame) { return frame.isCall() && applies(frame); });
        return found != frames.rend() ? &*found : nullptr;
    };
    const auto isOwn = [](const FrameComponent &frame) {
        return frame.state.inApp && !isLoggingFrame(frame);
    };
    if (const FrameComponent *inApp = last(frames.size(), isOwn)) {
        return inApp;
    }
    const auto raising = std::find_if(frames.begin(), frames.end(), [](const FrameComponent &frame) {
        return frame.state.ignored && StackRules::builtIn().isBorder(frame.state.groupRule);
    });
    const auto before = static_cast<std::size_t>(raising - frames.begin());
    if (const FrameComponent *failed =
            last(before, [](const FrameComponent &frame) { return !isLoggingFrame(frame); })) {
        return failed;
    }
    return last(frames.size(), [](const FrameComponent &) { return true; });
}

void StackComponent::addLeaves(Leaves &leaves, bool appVariant) const
{
    if (!verdict(appVariant).contributes) {
        return;
    }
    const auto addValue = [&leaves](Leaf leaf, const FrameValue &value) {
        if (value.contributes) {
            leaves.add(leaf, value.value);
        }
    };
    for (const FrameComponent &frame : frames) {
        if (!frame.contributes(appVariant)) {
            continue;
        }
        leaves.begin(Leaf::Frame);
        addValue(Leaf::Module, frame.module);
        addValue(Leaf::Filename, frame.filename);
        addValue(Leaf::Function, frame.function);
        addValue(Leaf::ContextLine, frame.contextLine);
        addValue(Leaf::Place, frame.place);
    }
}

StackComponent stackComponent(const model::Stacktrace &stack, const StackScope &scope, std::size_t frameLimit)
{
    StackComponent component;
    component.stack = &stack;
    component.isCut = stack.frames.size() > frameLimit;
    const std::size_t first = component.isCut ? stack.frames.size() - frameLimit : 0;
    component.frames.reserve(stack.frames.size() - first);
    for (std::size_t i = first; i < stack.frames.size(); ++i) {
        const model::Frame &frame = stack.frames[i];
        FrameComponent &added = component.frames.emplace_back(frameComponent(frame, scope.platform, *scope.arena));
        if (added.usable && i > 0 && isRecursion(frame, stack.frames[i - 1])) {
            added.usable = false;
            added.hint = hints::recursion;
        }
    }
    StackRules::builtIn().apply(component.frames, *scope.arena);
    tellNamelessApart(component, scope);
    component.app = verdictOf(component, true);
    component.system = verdictOf(component, false);
    return component;
}

} // namespace picket::grouping
