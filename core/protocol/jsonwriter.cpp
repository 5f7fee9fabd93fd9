// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/jsonwriter.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <utility>

namespace picket::protocol {

namespace {

constexpr std::size_t indentWidth = 2;

bool needsEscape(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

void appendEscape(std::string &text, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"':
        text += "\\\"";
        break;
    case '\\':
        text += "\\\\";
        break;
    case '\b':
        text += "\\b";
        break;
    case '\f':
        text += "\\f";
        break;
    case '\n':
        text += "\\n";
        break;
    case '\r':
        text += "\\r";
        break;
    case '\t':
        text += "\\t";
        break;
    default:
        text += "\\u00";
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 0x0f];
    }
}

void appendEscaped(std::string &text, std::string_view utf8)
{
    std::size_t begin = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if (needsEscape(utf8[i])) {
            text.append(utf8, begin, i - begin);
            appendEscape(text, utf8[i]);
            begin = i + 1;
        }
    }
    text.append(utf8, begin, utf8.size() - begin);
}

// Everything that is printed passes here: JSON is UTF-8, whatever a request's bytes were.
void appendQuoted(std::string &text, std::string_view bytes)
{
    text += '"';
    if (isValidUtf8(bytes)) {
        appendEscaped(text, bytes);
    } else {
        appendEscaped(text, validUtf8(bytes));
    }
    text += '"';
}

} // namespace

JsonWriter::JsonWriter(Style style)
    : m_style(style)
{
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (!m_first) {
        m_text += ',';
    }
    if (!m_stack.empty()) {
        newline();
    }
    m_first = false;
}

void JsonWriter::newline()
{
    if (m_style == Style::Indented) {
        m_text += '\n';
        m_text.append(std::min(m_stack.size(), limits::jsonIndent) * indentWidth, ' ');
    }
}

void JsonWriter::beginObject()
{
    separate();
    m_text += '{';
    m_stack += '{';
    m_first = true;
}

void JsonWriter::endObject()
{
    m_stack.pop_back();
    if (!m_first) {
        newline();
    }
    m_text += '}';
    m_first = false;
}

void JsonWriter::beginArray()
{
    separate();
    m_text += '[';
    m_stack += '[';
    m_first = true;
}

void JsonWriter::endArray()
{
    m_stack.pop_back();
    if (!m_first) {
        newline();
    }
    m_text += ']';
    m_first = false;
}

void JsonWriter::key(std::string_view name)
{
    separate();
    appendQuoted(m_text, name);
    m_text += m_style == Style::Indented ? ": " : ":";
    m_afterKey = true;
}

void JsonWriter::string(std::string_view utf8)
{
    separate();
    appendQuoted(m_text, utf8);
}

void JsonWriter::number(std::int64_t value)
{
    separate();
    m_text += std::to_string(value);
}

void JsonWriter::numberToken(std::string_view token)
{
    separate();
    m_text += token;
}

void JsonWriter::boolean(bool value)
{
    separate();
    m_text += value ? "true" : "false";
}

void JsonWriter::null()
{
    separate();
    m_text += "null";
}

void JsonWriter::value(const model::Value &value)
{
    switch (value.kind()) {
    case model::Value::Kind::Absent:
    case model::Value::Kind::Null:
        null();
        break;
    case model::Value::Kind::Bool:
        boolean(value.text() == "true");
        break;
    case model::Value::Kind::Number:
        numberToken(value.text());
        break;
    case model::Value::Kind::String:
        string(value.text());
        break;
    case model::Value::Kind::Array:
        beginArray();
        for (const auto &[unused, item] : value.members()) {
            this->value(item);
        }
        endArray();
        break;
    case model::Value::Kind::Object:
        beginObject();
        for (const auto &[name, member] : value.members()) {
            key(name);
            this->value(member);
        }
        endObject();
        break;
    }
}

void JsonWriter::member(std::string_view name, std::string_view utf8)
{
    key(name);
    if (utf8.empty()) {
        null();
    } else {
        string(utf8);
    }
}

void JsonWriter::member(std::string_view name, std::int64_t value)
{
    key(name);
    number(value);
}

std::string JsonWriter::take()
{
    m_first = true;
    return std::exchange(m_text, {});
}

} // namespace picket::protocol
