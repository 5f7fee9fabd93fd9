// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/rulelanguage.h"

#include "core/grouping/text.h"

#include <algorithm>
#include <limits>

namespace picket::grouping {

namespace {

constexpr std::uint8_t everyFamily = 0x07;

std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    while (!(line = trimmed(line)).empty()) {
        const std::size_t end = line.find_first_of(" \t");
        words.push_back(line.substr(0, end));
        line.remove_prefix(words.back().size());
    }
    return words;
}

// Turns the words of one line into a rule; the categories' numbers are shared by all lines.
class RuleParser final
{
public:
    [[nodiscard]] std::optional<StackRule> parse(std::string_view line);
    [[nodiscard]] const std::vector<std::string> &categories() const { return m_categories; }

private:
    enum class Place { Frame, InNeighbour, AfterCaller, AfterCallee, BeforeCallee };

    bool parseWord(StackRule &rule, std::string_view word);
    bool parseBracket(StackRule &rule, char bracket);
    std::optional<FrameMatcher> parseMatcher(std::string_view word);
    static std::optional<FrameMatcher> parseFamily(FrameMatcher matcher, std::string_view value);
    static std::optional<FrameMatcher> parsePattern(FrameMatcher matcher, std::string_view name,
                                                    std::string_view value);
    std::optional<RuleAction> parseAction(std::string_view word);
    std::uint8_t categoryNumber(std::string_view name);

    std::vector<std::string> m_categories;
    Place m_place = Place::Frame;
    Place m_after = Place::Frame; // where the bracket that is open leads to
    std::vector<FrameMatcher> *m_neighbour = nullptr; // where matchers between brackets go
};

std::optional<StackRule> RuleParser::parse(std::string_view line)
{
    StackRule rule;
    rule.text = line;
    rule.families = everyFamily;
    for (const std::string_view word : wordsOf(line)) {
        if (!parseWord(rule, word)) {
            return std::nullopt;
        }
    }
    if (m_place != Place::Frame && m_place != Place::AfterCallee) {
        return std::nullopt;
    }
    m_place = Place::Frame;
    // Numbers are compared faster than texts.
    std::stable_partition(rule.matchers.begin(), rule.matchers.end(), [](const FrameMatcher &matcher) {
        return matcher.field == FrameMatcher::Field::App || matcher.field == FrameMatcher::Field::Category;
    });
    if (rule.actions.empty()) {
        return std::nullopt;
    }
    return rule;
}

bool RuleParser::parseWord(StackRule &rule, std::string_view word)
{
    if (word == "[" || word == "]" || word == "|") {
        return parseBracket(rule, word.front());
    }
    if (m_place == Place::InNeighbour) {
        const auto matcher = parseMatcher(word);
        if (matcher) {
            m_neighbour->push_back(*matcher);
        }
        return matcher.has_value();
    }
    if (const auto action = parseAction(word)) {
        rule.changesState = rule.changesState || action->what != RuleAction::What::Group;
        rule.changesGroup = rule.changesGroup || action->what == RuleAction::What::Group;
        rule.actions.push_back(*action);
        return true;
    }
    const auto matcher = rule.actions.empty() && m_place == Place::Frame ? parseMatcher(word) : std::nullopt;
    if (!matcher) {
        return false;
    }
    if (matcher->field == FrameMatcher::Field::Family) {
        const auto families = static_cast<unsigned>(matcher->families);
        rule.families &= static_cast<std::uint8_t>(matcher->negated ? ~families : families);
    } else {
        rule.matchers.push_back(*matcher);
    }
    return true;
}

// '[', ']' or '|': where the next words belong.
bool RuleParser::parseBracket(StackRule &rule, char bracket)
{
    if (bracket == '[' && (m_place == Place::Frame || m_place == Place::BeforeCallee)) {
        const bool isCaller = m_place == Place::Frame && rule.matchers.empty() && !rule.caller;
        if (!isCaller && m_place == Place::Frame) {
            return false;
        }
        m_neighbour = &(isCaller ? rule.caller : rule.callee).emplace();
        m_after = isCaller ? Place::AfterCaller : Place::AfterCallee;
        m_place = Place::InNeighbour;
        return true;
    }
    if (bracket == ']' && m_place == Place::InNeighbour && !m_neighbour->empty()) {
        m_place = m_after;
        return true;
    }
    if (bracket == '|' && (m_place == Place::AfterCaller || m_place == Place::Frame)) {
        m_place = m_place == Place::AfterCaller ? Place::Frame : Place::BeforeCallee;
        return true;
    }
    return false;
}

std::optional<FrameMatcher> RuleParser::parseMatcher(std::string_view word)
{
    FrameMatcher matcher;
    if (word.starts_with('!')) {
        matcher.negated = true;
        word.remove_prefix(1);
    }
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos || colon + 1 == word.size()) {
        return std::nullopt;
    }
    const std::string_view name = word.substr(0, colon);
    const std::string_view value = word.substr(colon + 1);
    if (name == "family") {
        matcher.field = FrameMatcher::Field::Family;
        return parseFamily(matcher, value);
    }
    if (name == "app" && (value == "yes" || value == "no")) {
        matcher.field = FrameMatcher::Field::App;
        matcher.app = value == "yes";
        return matcher;
    }
    if (name == "category") {
        matcher.field = FrameMatcher::Field::Category;
        matcher.category = categoryNumber(value);
        return matcher;
    }
    return parsePattern(matcher, name, value);
}

std::optional<FrameMatcher> RuleParser::parseFamily(FrameMatcher matcher, std::string_view value)
{
    matcher.families = value == "native" ? familyBit(Family::Native)
        : value == "javascript"          ? familyBit(Family::JavaScript)
        : value == "other"               ? familyBit(Family::Other)
        : value == "all"                 ? everyFamily
                                         : std::uint8_t{0};
    return matcher.families == 0 ? std::nullopt : std::optional(matcher);
}

std::optional<FrameMatcher> RuleParser::parsePattern(FrameMatcher matcher, std::string_view name,
                                                     std::string_view value)
{
    const bool isPath = name == "path" || name == "package";
    if (name == "function") {
        matcher.field = FrameMatcher::Field::Function;
    } else if (name == "module") {
        matcher.field = FrameMatcher::Field::Module;
    } else if (isPath) {
        matcher.field = name == "path" ? FrameMatcher::Field::Path : FrameMatcher::Field::Package;
    } else {
        return std::nullopt;
    }
    std::string pattern(value);
    if (isPath) { // compared with lower-cased paths
        std::transform(pattern.begin(), pattern.end(), pattern.begin(), lowered);
    }
    matcher.glob = Glob(pattern, isPath ? Glob::Kind::Path : Glob::Kind::Name);
    return matcher;
}

std::optional<RuleAction> RuleParser::parseAction(std::string_view word)
{
    RuleAction action;
    constexpr std::string_view category = "category=";
    if (word.starts_with(category) && word.size() > category.size()) {
        action.what = RuleAction::What::Category;
        action.category = categoryNumber(word.substr(category.size()));
        return action;
    }
    if (word.starts_with('^') || word.starts_with('v')) {
        action.where = word[0] == '^' ? RuleAction::Where::NewerFrames : RuleAction::Where::OlderFrames;
        word.remove_prefix(1);
    }
    if (word != "+app" && word != "-app" && word != "+group" && word != "-group") {
        return std::nullopt;
    }
    action.on = word[0] == '+';
    action.what = word.substr(1) == "app" ? RuleAction::What::App : RuleAction::What::Group;
    return action;
}

std::uint8_t RuleParser::categoryNumber(std::string_view name)
{
    const auto found = std::find(m_categories.begin(), m_categories.end(), name);
    const auto number = static_cast<std::uint8_t>(found - m_categories.begin() + 1);
    if (found == m_categories.end()) {
        m_categories.emplace_back(name);
    }
    return number;
}

} // namespace

Result<StackRuleSet> parseStackRules(std::string_view text)
{
    StackRuleSet set;
    RuleParser parser;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        auto rule = parser.parse(line);
        if (!rule) {
            return failure(ErrorCode::InvalidArgument, "line " + std::to_string(number) + ": " + std::string(line));
        }
        set.rules.push_back(*std::move(rule));
    }
    set.categories = parser.categories();
    return set;
}

} // namespace picket::grouping
