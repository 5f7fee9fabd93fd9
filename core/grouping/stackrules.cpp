// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/stackrules.h"

#include "core/base/limits.h"
#include "core/grouping/builtinrules.h"

#include <QtGlobal>

#include <algorithm>

namespace picket::grouping {

namespace {

using Field = FrameMatcher::Field;

constexpr std::string_view unknownFunction = "<unknown>"; // what patterns compare a frame without a name with

// A path as patterns want it: lower-case, '/' only, and readable with or without a '/' in front.
struct PathText {
    std::string_view withSlash;
    bool isRelative = false;

    [[nodiscard]] std::string_view asSent() const { return isRelative ? withSlash.substr(1) : withSlash; }
};

PathText pathText(std::string_view path, TextArena &arena)
{
    path = cutBytes(path, limits::groupedName);
    if (path.empty()) {
        return {};
    }
    const bool isRelative = path[0] != '/' && path[0] != '\\';
    char *text = arena.room(path.size() + 1);
    text[0] = '/';
    std::transform(path.begin(), path.end(), text + (isRelative ? 1 : 0),
                   [](char c) { return c == '\\' ? '/' : lowered(c); });
    return {{text, path.size() + (isRelative ? 1 : 0)}, isRelative};
}

bool matchesPath(const Glob &glob, const PathText &path)
{
    if (path.withSlash.empty()) {
        return false;
    }
    return glob.matches(path.asSent()) || (path.isRelative && glob.matches(path.withSlash));
}

// What the patterns of the rules are compared with.
struct FrameTexts {
    std::string_view function;
    std::string_view module;
    PathText path;
    PathText package;
};

// One stack while the rules run over it.
class RuleRun final
{
public:
    RuleRun(std::span<FrameComponent> frames, TextArena &arena)
        : m_frames(frames)
    {
        m_texts.reserve(frames.size());
        m_matched.reserve(frames.size());
        for (const FrameComponent &frame : frames) {
            const model::Frame &sent = *frame.frame;
            const bool isNameless = frame.functionName.empty() && !sent.isNull;
            m_texts.push_back(
                {isNameless ? unknownFunction : frame.functionName, cutBytes(sent.module, limits::groupedName),
                 pathText(sent.absPath.empty() ? sent.filename : sent.absPath, arena), pathText(sent.package, arena)});
            m_families |= familyBit(frame.family);
        }
    }

    [[nodiscard]] bool concerns(const StackRule &rule) const { return (rule.families & m_families) != 0; }

    // First all matches, then their actions: an action does not hide a frame from its own rule.
    void run(const StackRule &rule, std::uint16_t number, bool groupPass)
    {
        m_matched.clear();
        for (std::size_t i = 0; i < m_frames.size(); ++i) {
            if ((familyBit(m_frames[i].family) & rule.families) != 0 && matches(rule, i)) {
                m_matched.push_back(i);
            }
        }
        if (m_matched.empty()) {
            return;
        }
        for (const RuleAction &action : rule.actions) {
            if ((action.what == RuleAction::What::Group) == groupPass) {
                apply(action, number);
            }
        }
    }

private:
    [[nodiscard]] bool matches(const StackRule &rule, std::size_t i) const
    {
        return matchesAll(rule.matchers, i) && (!rule.caller || (i > 0 && matchesAll(*rule.caller, i - 1)))
            && (!rule.callee || (i + 1 < m_frames.size() && matchesAll(*rule.callee, i + 1)));
    }

    [[nodiscard]] bool matchesAll(const std::vector<FrameMatcher> &matchers, std::size_t i) const
    {
        return std::all_of(matchers.begin(), matchers.end(), [this, i](const FrameMatcher &matcher) {
            return matchesOne(matcher, i) != matcher.negated;
        });
    }

    [[nodiscard]] bool matchesOne(const FrameMatcher &matcher, std::size_t i) const
    {
        const FrameComponent &frame = m_frames[i];
        switch (matcher.field) {
        case Field::Family:
            return (familyBit(frame.family) & matcher.families) != 0;
        case Field::App:
            return frame.state.inApp == matcher.app;
        case Field::Category:
            return frame.state.category == matcher.category;
        case Field::Function:
            return !m_texts[i].function.empty() && matcher.glob.matches(m_texts[i].function);
        case Field::Module:
            return !m_texts[i].module.empty() && matcher.glob.matches(m_texts[i].module);
        case Field::Path:
            return matchesPath(matcher.glob, m_texts[i].path);
        case Field::Package:
            return matchesPath(matcher.glob, m_texts[i].package);
        }
        return false;
    }

    void apply(const RuleAction &action, std::uint16_t number)
    {
        switch (action.where) {
        case RuleAction::Where::ThisFrame:
            for (const std::size_t i : m_matched) {
                apply(action, m_frames[i], number);
            }
            break;
        case RuleAction::Where::NewerFrames: // than the oldest match: that includes what is newer than the others
            for (FrameComponent &frame : m_frames.subspan(m_matched.front() + 1)) {
                apply(action, frame, number);
            }
            break;
        case RuleAction::Where::OlderFrames:
            for (FrameComponent &frame : m_frames.first(m_matched.back())) {
                apply(action, frame, number);
            }
            break;
        }
    }

    static void apply(const RuleAction &action, FrameComponent &frame, std::uint16_t number)
    {
        FrameState &state = frame.state;
        switch (action.what) {
        case RuleAction::What::App:
            if (state.inApp != action.on) {
                state.inApp = action.on;
                state.inAppRule = number;
            }
            break;
        case RuleAction::What::Group:
            if (state.ignored == action.on) {
                state.ignored = !action.on;
                state.groupRule = number;
            }
            break;
        case RuleAction::What::Category:
            state.category = action.category;
            break;
        }
    }

    std::span<FrameComponent> m_frames;
    std::vector<FrameTexts> m_texts;
    std::vector<std::size_t> m_matched;
    std::uint8_t m_families = 0;
};

} // namespace

const StackRules &StackRules::builtIn()
{
    static const StackRules rules = [] {
        auto parsed = parseStackRules(builtInRulesText);
        Q_ASSERT_X(parsed, "rules.txt", parsed ? "" : parsed.error().detail.c_str());
        return StackRules(parsed ? *std::move(parsed) : StackRuleSet());
    }();
    return rules;
}

StackRules::StackRules(StackRuleSet set)
    : m_set(std::move(set))
{
}

bool StackRules::isBorder(std::uint16_t rule) const
{
    const std::vector<RuleAction> &actions = m_set.rules[rule].actions;
    return std::any_of(actions.begin(), actions.end(), [](const RuleAction &action) {
        return action.what == RuleAction::What::Group && action.where == RuleAction::Where::NewerFrames && !action.on;
    });
}

void StackRules::apply(std::span<FrameComponent> frames, TextArena &arena) const
{
    RuleRun run(frames, arena);
    for (const bool groupPass : {false, true}) {
        for (std::size_t i = 0; i < m_set.rules.size(); ++i) {
            const StackRule &rule = m_set.rules[i];
            if ((groupPass ? rule.changesGroup : rule.changesState) && run.concerns(rule)) {
                run.run(rule, static_cast<std::uint16_t>(i), groupPass);
            }
        }
    }
}

} // namespace picket::grouping
