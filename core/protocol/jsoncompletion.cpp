// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/jsoncompletion.h"

#include "core/base/limits.h"
#include "core/protocol/utf8.h"

#include <algorithm>

namespace picket::protocol {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view ends = " \t\r\n,:{}[]\"";

class JsonCompletion final
{
public:
    explicit JsonCompletion(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<std::string> run()
    {
        while (m_at < m_text.size() && !m_isOver) {
            step();
        }
        const bool isCut = !m_isOver && !m_closers.empty() && m_closers.size() <= limits::jsonDepth;
        if (!isCut || m_values == 0) {
            return std::nullopt;
        }
        std::string completed(m_text.substr(0, m_good));
        completed += m_tail;
        completed.append(m_closers.rbegin(), m_closers.rend());
        return completed;
    }

private:
    void step()
    {
        const char c = m_text[m_at];
        if (c == '"') {
            string();
        } else if (c == '{' || c == '[') {
            m_closers += c == '{' ? '}' : ']';
            m_expectsName = c == '{';
            m_good = ++m_at;
        } else if (c == '}' || c == ']') {
            close(c);
        } else if (c == ':' || c == ',') {
            m_expectsName = c == ',' && !m_closers.empty() && m_closers.back() == '}';
            ++m_at;
        } else if (blanks.find(c) != std::string_view::npos) {
            ++m_at;
        } else {
            scalar();
        }
    }

    void close(char c)
    {
        m_isOver = m_closers.empty() || m_closers.back() != c;
        if (m_isOver) {
            return; // wrong otherwise than by being cut
        }
        m_closers.pop_back();
        m_isOver = m_closers.empty();
        m_expectsName = false;
        m_good = ++m_at;
        ++m_values;
    }

    void scalar()
    {
        const std::size_t end = m_text.find_first_of(ends, m_at);
        if (m_closers.empty()) {
            m_isOver = true;
        } else if (end == std::string_view::npos) {
            m_at = m_text.size(); // nothing says that there are no further digits
        } else {
            m_at = m_good = end;
            ++m_values;
        }
    }

    void string()
    {
        const std::size_t begin = m_at++;
        std::size_t good = m_at; // behind the last whole character
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            m_at += length();
            good = m_at <= m_text.size() ? m_at : good;
        }
        if (m_closers.empty()) {
            m_isOver = true;
        } else if (m_at < m_text.size()) {
            ++m_at;
            if (!m_expectsName) {
                m_good = m_at;
                ++m_values;
            }
        } else if (!m_expectsName && good > begin + 1) {
            m_good = good;
            m_tail = std::string(ellipsis) + '"';
            ++m_values;
        }
    }

    // Of the character or escape at m_at, whole or not. What is neither is mended later, byte by byte.
    [[nodiscard]] std::size_t length() const
    {
        const std::string_view rest = m_text.substr(m_at);
        if (rest.front() != '\\') {
            const std::size_t whole = utf8SequenceLength(rest.substr(0, 4));
            return whole == 0 && isCutCharacter(rest) ? rest.size() + 1 : std::max<std::size_t>(whole, 1);
        }
        const std::string_view digits = rest.size() > 1 && rest[1] == 'u' ? rest.substr(2, 4) : std::string_view();
        const bool isHex = std::all_of(digits.begin(), digits.end(), [](char c) { return hexDigitValue(c) >= 0; });
        return rest.size() > 1 && rest[1] == 'u' && isHex ? 6 : 2;
    }

    static bool isCutCharacter(std::string_view rest)
    {
        const auto lead = static_cast<unsigned char>(rest.front());
        const std::size_t needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        return lead >= 0xc2 && lead < 0xf5 && rest.size() < needed
            && std::all_of(rest.begin() + 1, rest.end(),
                           [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; });
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_good = 0; // up to here everything is whole
    std::string m_tail; // what ends a text that breaks off behind that
    std::string m_closers; // of what is open, innermost last
    std::size_t m_values = 0;
    bool m_expectsName = false;
    bool m_isOver = false;
};

} // namespace

std::optional<std::string> completeJson(std::string_view text)
{
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    return JsonCompletion(text).run();
}

} // namespace picket::protocol
