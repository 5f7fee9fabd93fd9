// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket::grouping {

// A pattern compiled once and matched often: "*" any run, "?" one byte, "[abc]" "[a-z]" "[!a]" one of a class, "\"
// takes the next character literally. In a path "*" and "?" stay within one component and "**" crosses '/'. Immutable;
// any thread. The usual shapes (a prefix, a suffix, a part) are compared without looking at each byte.
class Glob final
{
public:
    enum class Kind : std::uint8_t { Name, Path };

    Glob() = default; // matches the empty text
    Glob(std::string_view pattern, Kind kind);

    [[nodiscard]] bool matches(std::string_view text) const
    {
        if (m_first != 0 && (text.empty() || text[0] != m_first)) { // nearly all patterns end here for nearly all texts
            return false;
        }
        switch (m_shape) {
        case Shape::Exact:
            return text == m_literal;
        case Shape::Prefix:
            return text.starts_with(m_literal);
        case Shape::Suffix:
            return text.ends_with(m_literal);
        case Shape::Part:
            return text.find(m_literal) != std::string_view::npos;
        case Shape::General:
            return matchesTokens(text);
        }
        return false;
    }

private:
    enum class Shape : std::uint8_t { Exact, Prefix, Suffix, Part, General };
    enum class What : std::uint8_t { Literal, One, Class, Run, RunInComponent };
    struct Token {
        What what = What::Literal;
        char literal = 0;
        std::uint16_t characters = 0; // index into m_classes
    };

    void compile(std::string_view pattern);
    // The index after the class that begins at `at`; a '[' without an end is an ordinary character.
    std::size_t compileClass(std::string_view pattern, std::size_t at);
    void findShape();
    [[nodiscard]] bool matchesOne(const Token &token, char c) const;
    [[nodiscard]] bool matchesTokens(std::string_view text) const;

    Kind m_kind = Kind::Name;
    Shape m_shape = Shape::Exact;
    char m_first = 0; // what a text must begin with; 0 if there is no such character
    std::string m_literal;
    std::vector<Token> m_tokens;
    std::vector<std::bitset<256>> m_classes;
};

} // namespace picket::grouping
