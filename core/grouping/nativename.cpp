// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/nativename.h"

#include "core/grouping/text.h"

#include <utility>

namespace picket::grouping {

namespace {

constexpr std::string_view anonymousNamespace = "(anonymous namespace)";

// Where the bracket at `open` ends (one past it), or npos. The '>' of an arrow closes nothing.
std::size_t afterClosing(std::string_view text, std::size_t open, char opening, char closing)
{
    std::size_t depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        if (text[i] == opening) {
            ++depth;
        } else if (text[i] == closing && !(closing == '>' && i > 0 && text[i - 1] == '-')) {
            if (--depth == 0) {
                return i + 1;
            }
        }
    }
    return std::string_view::npos;
}

// Reads a demangled name once, left to right, and writes what is kept.
class NativeNameTrimmer final
{
public:
    explicit NativeNameTrimmer(std::string_view name)
        : m_rest(name)
    {
        m_out.reserve(name.size());
    }

    std::string run();

private:
    void step(); // one character, or one of the constructs below
    void copy(std::size_t count);
    void replace(std::size_t count, std::string_view by);
    void replaceLambda(std::size_t count);
    [[nodiscard]] bool atPathStart() const { return m_out.empty() || m_out.ends_with("::"); }

    void parenthesis(); // an argument list is dropped; an anonymous namespace gets its one spelling
    void angle(); // template and generic arguments become <T>; Rust's "<A as B>::f" becomes "A::f"
    void rustSelf(std::string_view inner);
    void brace(); // "{lambda(int)#1}", "{closure#0}", "{impl#3}", "{dtor}"
    void bracket(); // "core[0123456789abcdef]::fmt": the hash of a Rust crate
    void tick(); // "`2'::": MSVC numbers the blocks of a function
    void quote(); // "'lambda'(int)#1"
    void dollar(); // "$_0"
    void blank(); // what precedes one is a return type or a keyword; what follows one may be a qualifier
    void operatorName(); // "operator<" opens no bracket

    std::string_view m_rest;
    std::string m_out;
    bool m_finished = false;
};

std::string NativeNameTrimmer::run()
{
    while (!m_rest.empty() && !m_finished) {
        step();
    }
    while (!m_out.empty() && (isBlank(m_out.back()) || m_out.back() == '&')) {
        m_out.pop_back();
    }
    return std::move(m_out);
}

void NativeNameTrimmer::step()
{
    switch (m_rest.front()) {
    case '(':
    case '?':
        parenthesis();
        break;
    case '`':
        tick();
        break;
    case '[':
        bracket();
        break;
    case '<':
        angle();
        break;
    case '{':
        brace();
        break;
    case '\'':
        quote();
        break;
    case '$':
        dollar();
        break;
    case ' ':
        blank();
        break;
    case 'o':
        operatorName();
        break;
    default:
        copy(1);
    }
}

void NativeNameTrimmer::copy(std::size_t count)
{
    m_out.append(m_rest.substr(0, count));
    m_rest.remove_prefix(count);
}

void NativeNameTrimmer::replace(std::size_t count, std::string_view by)
{
    m_out.append(by);
    m_rest.remove_prefix(count);
}

void NativeNameTrimmer::replaceLambda(std::size_t count)
{
    replace(count, "lambda");
    if (m_rest.starts_with('(')) {
        parenthesis();
    }
    if (m_rest.size() > 1 && m_rest[0] == '#' && isDigit(m_rest[1])) {
        m_rest.remove_prefix(1 + digitsAt(m_rest, 1));
    }
}

void NativeNameTrimmer::parenthesis()
{
    for (const std::string_view spelling :
         {anonymousNamespace, std::string_view("`anonymous namespace'"), std::string_view("`anonymous-namespace'")}) {
        if (m_rest.starts_with(spelling)) {
            replace(spelling.size(), anonymousNamespace);
            return;
        }
    }
    if (m_rest.starts_with("?A0x")) {
        replace(4 + hexDigitsAt(m_rest, 4), anonymousNamespace);
        return;
    }
    if (m_rest.front() != '(') {
        copy(1);
        return;
    }
    const std::size_t end = afterClosing(m_rest, 0, '(', ')');
    if (end == std::string_view::npos) { // cut by the SDK
        m_finished = true;
        return;
    }
    if (atPathStart() || m_out.ends_with('.')) { // Swift's private "(save in _0123…)": the digits are the file's
        const std::string_view inner = m_rest.substr(1, end - 2);
        const std::size_t in = inner.rfind(" in _");
        if (in != std::string_view::npos && hexDigitsAt(inner, in + 5) == inner.size() - in - 5) {
            m_out.append(inner.substr(0, in));
        }
    }
    m_rest.remove_prefix(end);
}

void NativeNameTrimmer::tick()
{
    constexpr std::string_view scope = "'::";
    const std::size_t digits = digitsAt(m_rest, 1);
    if (digits > 0 && m_rest.substr(1 + digits).starts_with(scope)) {
        m_rest.remove_prefix(1 + digits + scope.size());
    } else {
        parenthesis();
    }
}

void NativeNameTrimmer::bracket()
{
    constexpr std::size_t fewest = 8;
    const std::size_t digits = hexDigitsAt(m_rest, 1);
    const bool closes = m_rest.size() > 1 + digits && m_rest[1 + digits] == ']';
    if (digits >= fewest && closes && !m_out.empty() && isWordCharacter(m_out.back())) {
        m_rest.remove_prefix(2 + digits);
    } else {
        copy(1);
    }
}

void NativeNameTrimmer::angle()
{
    const std::size_t end = afterClosing(m_rest, 0, '<', '>');
    if (end == std::string_view::npos || (m_out.empty() && end == m_rest.size())) { // "<compiler-generated>"
        copy(m_rest.size());
        return;
    }
    const std::string_view inner = m_rest.substr(1, end - 2);
    if (inner == "lambda" || inner.starts_with("lambda_")) {
        replaceLambda(end);
        return;
    }
    if (atPathStart() && m_rest.substr(end).starts_with("::")) {
        rustSelf(inner);
        m_rest.remove_prefix(end);
        return;
    }
    replace(end, "<T>");
}

void NativeNameTrimmer::rustSelf(std::string_view inner)
{
    std::size_t depth = 0;
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] == '<') {
            if (depth++ == 0) {
                m_out.append("<T>");
            }
        } else if (inner[i] == '>' && depth > 0) {
            --depth;
        } else if (depth == 0) {
            if (inner.substr(i).starts_with(" as ")) {
                return;
            }
            m_out.push_back(inner[i]);
        }
    }
}

void NativeNameTrimmer::brace()
{
    const std::size_t end = afterClosing(m_rest, 0, '{', '}');
    if (end == std::string_view::npos) {
        copy(m_rest.size());
    } else if (m_rest.starts_with("{lambda")) {
        replaceLambda(end);
    } else if (m_rest.starts_with("{closure#")) { // the spelling of Rust's newer mangling
        replace(end, "{{closure}}");
    } else {
        const std::string_view text = m_rest.substr(0, end - 1);
        const std::size_t hash = text.rfind('#');
        const bool numbered = hash != std::string_view::npos && hash + 1 < text.size()
            && hash + 1 + digitsAt(text, hash + 1) == text.size();
        m_out.append(numbered ? text.substr(0, hash) : text).push_back('}');
        m_rest.remove_prefix(end);
    }
}

void NativeNameTrimmer::quote()
{
    if (!m_rest.starts_with("'lambda")) {
        copy(1);
        return;
    }
    const std::size_t end = m_rest.find('\'', 1);
    replaceLambda(end == std::string_view::npos ? m_rest.size() : end + 1);
}

void NativeNameTrimmer::dollar()
{
    const std::size_t digits = m_rest.starts_with("$_") ? digitsAt(m_rest, 2) : 0;
    if (digits > 0) {
        replaceLambda(2 + digits);
    } else {
        copy(1);
    }
}

void NativeNameTrimmer::blank()
{
    const std::string_view next = trimmed(m_rest);
    for (const std::string_view qualifier : {"const", "volatile", "noexcept", "throws", "rethrows", "async"}) {
        if (next.starts_with(qualifier)
            && (next.size() == qualifier.size() || !isWordCharacter(next[qualifier.size()]))) {
            m_finished = !m_out.empty() && next.find('(') == std::string_view::npos;
        }
    }
    if (m_finished || next.empty() || next.starts_with("->") || next.starts_with("[abi:") || next[0] == '&') {
        m_finished = m_finished || !m_out.empty();
        m_rest = next;
        return;
    }
    if (m_out.ends_with("operator")) { // "operator new", "operator bool"
        copy(1);
        return;
    }
    m_out.clear();
    m_rest = next;
}

void NativeNameTrimmer::operatorName()
{
    constexpr std::string_view word = "operator";
    const bool starts = m_rest.starts_with(word) && (m_out.empty() || !isWordCharacter(m_out.back()))
        && (m_rest.size() == word.size() || !isWordCharacter(m_rest[word.size()]));
    if (!starts) {
        copy(1);
        return;
    }
    copy(word.size());
    for (const std::string_view symbol : {"()", "[]", "<=>", "<<=", ">>=", "->*", "<<", ">>", "<=", ">=", "->", "<",
                                          ">"}) { // longest first; others need no care
        if (m_rest.starts_with(symbol)) {
            copy(symbol.size());
            return;
        }
    }
}

} // namespace

std::string trimNativeName(std::string_view name)
{
    return NativeNameTrimmer(name).run();
}

} // namespace picket::grouping
