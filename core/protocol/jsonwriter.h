// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/value.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace picket::protocol {

// Builds one JSON text, compact or indented (at most limits::jsonIndent levels), in valid UTF-8: invalid bytes become
// U+FFFD. Calls must nest properly; keys come before their values.
class JsonWriter final
{
public:
    enum class Style { Compact, Indented };
    explicit JsonWriter(Style style = Style::Compact);

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(std::string_view name);
    void string(std::string_view utf8);
    void number(std::int64_t value);
    void numberToken(std::string_view token); // as it is
    void boolean(bool value);
    void null();
    void value(const model::Value &value); // absent is written as null

    // key() and string() / number(); an empty string is written as null, which is how "absent" looks outside.
    void member(std::string_view name, std::string_view utf8);
    void member(std::string_view name, std::int64_t value);

    [[nodiscard]] std::string take();

private:
    void separate();
    void newline();

    Style m_style;
    std::string m_text;
    std::string m_stack; // '{' and '[' that are open
    bool m_first = true;
    bool m_afterKey = false;
};

} // namespace picket::protocol
