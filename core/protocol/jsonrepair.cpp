// SPDX-License-Identifier: GPL-3.0-or-later
// repairJson(): one pass over the bytes that knows strings, scalars and the depth of brackets, and nothing else of the
// grammar; the strict parser has the last word on the result.
#include "core/protocol/json.h"
#include "core/protocol/utf8.h"

#include <algorithm>

namespace picket::protocol {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";

bool isScalarCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-'
        || c == '.';
}

class JsonRepair final
{
public:
    explicit JsonRepair(std::string_view text)
        : m_rest(text)
    {
        m_result.text.reserve(text.size() + 16);
    }

    RepairedJson run()
    {
        if (m_rest.substr(0, byteOrderMark.size()) == byteOrderMark) {
            m_rest.remove_prefix(byteOrderMark.size());
            note("bom");
        }
        while (!m_rest.empty() && !m_complete) {
            const char c = m_rest.front();
            if (c == '"') {
                string();
            } else if (isScalarCharacter(c)) {
                scalar();
            } else {
                punctuation(c);
            }
        }
        if (m_rest.find_first_not_of(blanks) != std::string_view::npos) {
            note("trailing_garbage");
        }
        return std::move(m_result);
    }

private:
    void note(std::string_view code)
    {
        auto &repairs = m_result.repairs;
        if (std::find(repairs.begin(), repairs.end(), code) == repairs.end()) {
            repairs.emplace_back(code);
        }
    }

    void copy(std::size_t count)
    {
        m_result.text += m_rest.substr(0, count);
        m_rest.remove_prefix(std::min(count, m_rest.size()));
    }

    void replace(std::size_t count, std::string_view by, std::string_view code)
    {
        m_result.text += by;
        m_rest.remove_prefix(std::min(count, m_rest.size()));
        note(code);
    }

    void punctuation(char c)
    {
        if (c == '{' || c == '[') {
            ++m_depth;
        } else if ((c == '}' || c == ']') && m_depth > 0) {
            --m_depth;
            m_complete = m_depth == 0;
        }
        copy(1);
    }

    void scalar()
    {
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), isScalarCharacter);
        const std::string_view token = m_rest.substr(0, static_cast<std::size_t>(end - m_rest.begin()));
        if (token == "NaN" || token == "Infinity" || token == "-Infinity" || token == "+Infinity") {
            replace(token.size(), "null", "nan");
            return;
        }
        std::size_t at = token.front() == '+' || token.front() == '-' ? 1 : 0;
        std::size_t zeros = at;
        while (zeros + 1 < token.size() && token[zeros] == '0' && token[zeros + 1] >= '0' && token[zeros + 1] <= '9') {
            ++zeros;
        }
        if (zeros > at) {
            note("leading_zeros");
        }
        if (token.front() == '+') {
            note("leading_plus");
        } else if (token.front() == '-') {
            m_result.text += '-';
        }
        m_result.text += token.substr(zeros);
        m_rest.remove_prefix(token.size());
    }

    void string()
    {
        copy(1);
        while (!m_rest.empty()) {
            const auto plain = std::find_if(m_rest.begin(), m_rest.end(), [](char c) {
                const auto byte = static_cast<std::uint8_t>(c);
                return byte < 0x20 || byte >= 0x80 || c == '"' || c == '\\';
            });
            copy(static_cast<std::size_t>(plain - m_rest.begin()));
            if (m_rest.empty()) {
                return;
            }
            const char c = m_rest.front();
            if (c == '"') {
                copy(1);
                return;
            }
            if (c == '\\') {
                escape();
            } else if (static_cast<std::uint8_t>(c) < 0x20) {
                controlCharacter(c);
            } else if (const std::size_t length = utf8SequenceLength(m_rest); length > 0) {
                copy(length);
            } else {
                replace(1, replacementCharacter, "invalid_utf8");
            }
        }
    }

    void controlCharacter(char c)
    {
        static constexpr char digits[] = "0123456789abcdef";
        const char escaped[] = {'\\', 'u', '0', '0', digits[c >> 4], digits[c & 0x0f]};
        replace(1, std::string_view(escaped, sizeof escaped), "control_character");
    }

    void escape()
    {
        if (m_rest.size() < 2) {
            copy(1);
            return;
        }
        if (m_rest[1] == 'u') {
            unicodeEscape();
        } else if (std::string_view("\"\\/bfnrt").find(m_rest[1]) != std::string_view::npos) {
            copy(2);
        } else {
            replace(1, "\\\\", "bad_escape");
        }
    }

    void unicodeEscape()
    {
        const auto unit = escapedUnit(m_rest);
        if (!unit) {
            replace(1, "\\\\", "bad_escape");
        } else if (isHighSurrogate(*unit)) {
            const auto low = escapedUnit(m_rest.substr(6));
            if (low && isLowSurrogate(*low)) {
                copy(12);
            } else {
                replace(6, replacementCharacter, "lone_surrogate");
            }
        } else if (isLowSurrogate(*unit)) {
            replace(6, replacementCharacter, "lone_surrogate");
        } else {
            copy(6);
        }
    }

    // The UTF-16 unit of a "\uXXXX" at the start of `text`.
    static std::optional<char32_t> escapedUnit(std::string_view text)
    {
        if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') {
            return std::nullopt;
        }
        char32_t unit = 0;
        for (const char c : text.substr(2, 4)) {
            const int digit = hexDigitValue(c);
            if (digit < 0) {
                return std::nullopt;
            }
            unit = unit << 4 | static_cast<char32_t>(digit);
        }
        return unit;
    }

    std::string_view m_rest;
    RepairedJson m_result;
    std::size_t m_depth = 0;
    bool m_complete = false; // a root object or list has been closed
};

} // namespace

RepairedJson repairJson(std::string_view text)
{
    return JsonRepair(text).run();
}

} // namespace picket::protocol
