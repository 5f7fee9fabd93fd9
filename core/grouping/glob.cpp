// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/glob.h"

#include <algorithm>

namespace picket::grouping {

namespace {

std::size_t index(char c)
{
    return static_cast<unsigned char>(c);
}

} // namespace

Glob::Glob(std::string_view pattern, Kind kind)
    : m_kind(kind)
{
    compile(pattern);
    findShape();
}

void Glob::compile(std::string_view pattern)
{
    for (std::size_t i = 0; i < pattern.size();) {
        const char c = pattern[i];
        if (c == '*') {
            const std::size_t end = std::min(pattern.find_first_not_of('*', i), pattern.size());
            const bool within = m_kind == Kind::Path && end - i == 1;
            m_tokens.push_back({within ? What::RunInComponent : What::Run});
            i = end;
        } else if (c == '?') {
            m_tokens.push_back({What::One});
            ++i;
        } else if (c == '[') {
            i = compileClass(pattern, i);
        } else if (c == '\\' && i + 1 < pattern.size()) {
            m_tokens.push_back({What::Literal, pattern[i + 1]});
            i += 2;
        } else {
            m_tokens.push_back({What::Literal, c});
            ++i;
        }
    }
}

std::size_t Glob::compileClass(std::string_view pattern, std::size_t at)
{
    const bool negated = pattern.substr(at + 1).starts_with('!');
    const std::size_t begin = at + 1 + (negated ? 1 : 0);
    const std::size_t end = pattern.find(']', begin + 1); // a ']' in first place is a member
    if (end == std::string_view::npos) {
        m_tokens.push_back({What::Literal, '['});
        return at + 1;
    }
    std::bitset<256> members;
    for (std::size_t i = begin; i < end; ++i) {
        const bool range = i + 2 < end && pattern[i + 1] == '-';
        for (std::size_t c = index(pattern[i]); c <= index(pattern[range ? i + 2 : i]); ++c) {
            members.set(c);
        }
        i += range ? 2 : 0;
    }
    m_tokens.push_back({What::Class, 0, static_cast<std::uint16_t>(m_classes.size())});
    m_classes.push_back(negated ? ~members : members);
    return end + 1;
}

void Glob::findShape()
{
    if (!m_tokens.empty() && m_tokens.front().what == What::Literal) {
        m_first = m_tokens.front().literal;
    }
    const bool runFirst = !m_tokens.empty() && m_tokens.front().what == What::Run;
    const bool runLast = m_tokens.size() > 1 && m_tokens.back().what == What::Run;
    const auto begin = m_tokens.begin() + (runFirst ? 1 : 0);
    const auto end = m_tokens.end() - (runLast ? 1 : 0);
    if (!std::all_of(begin, end, [](const Token &token) { return token.what == What::Literal; })) {
        m_shape = Shape::General;
        return;
    }
    std::for_each(begin, end, [this](const Token &token) { m_literal.push_back(token.literal); });
    m_shape = runFirst && runLast ? Shape::Part : runFirst ? Shape::Suffix : runLast ? Shape::Prefix : Shape::Exact;
}

bool Glob::matchesOne(const Token &token, char c) const
{
    switch (token.what) {
    case What::Literal:
        return token.literal == c;
    case What::One:
        return m_kind == Kind::Name || c != '/';
    case What::Class:
        return m_classes[token.characters].test(index(c));
    case What::Run:
    case What::RunInComponent:
        break;
    }
    return false;
}

// Greedy with one place to come back to for each kind of run; never exponential.
bool Glob::matchesTokens(std::string_view text) const
{
    constexpr std::size_t none = std::string_view::npos;
    std::size_t i = 0;
    std::size_t t = 0;
    std::size_t runToken = none; // after the last run, and where the text went on behind it
    std::size_t runText = 0;
    std::size_t componentToken = none; // the same for the last run within a component
    std::size_t componentText = 0;
    while (i < text.size()) {
        if (t < m_tokens.size() && m_tokens[t].what == What::Run) {
            runToken = ++t;
            runText = i;
            componentToken = none;
        } else if (t < m_tokens.size() && m_tokens[t].what == What::RunInComponent) {
            componentToken = ++t;
            componentText = i;
        } else if (t < m_tokens.size() && matchesOne(m_tokens[t], text[i])) {
            ++t;
            ++i;
        } else if (componentToken != none && text[componentText] != '/') {
            t = componentToken;
            i = ++componentText;
        } else if (runToken != none) {
            t = runToken;
            i = ++runText;
            componentToken = none;
        } else {
            return false;
        }
    }
    return std::all_of(m_tokens.begin() + static_cast<std::ptrdiff_t>(t), m_tokens.end(), [](const Token &token) {
        return token.what == What::Run || token.what == What::RunInComponent;
    });
}

} // namespace picket::grouping
