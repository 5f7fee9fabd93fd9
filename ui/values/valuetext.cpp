// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/valuetext.h"

#include "core/base/limits.h"
#include "core/protocol/jsonwriter.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cctype>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using model::Value;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Value)
};

constexpr qsizetype lineCut = 1000;
constexpr qsizetype previewCut = 120;
constexpr qsizetype previewStringCut = 40;

template <std::size_t N> bool isOneOf(std::string_view text, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool looksLikeNumber(std::string_view text)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        text.remove_prefix(1);
    }
    return !text.empty() && text.size() < 40 && std::isdigit(static_cast<unsigned char>(text.front())) != 0
        && std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return std::isxdigit(c) != 0 || c == '.' || c == '_' || c == 'x' || c == 'j' || c == '-' || c == '+';
           });
}

// Backslashes and quotes as JSON writes them; what else cannot be seen is made visible by toLine().
QString quoted(std::string_view utf8, qsizetype most)
{
    std::string escaped;
    for (const char c : utf8.substr(0, static_cast<std::size_t>(most) * 4 + 4)) {
        if (c == '"' || c == '\\') {
            escaped += '\\';
        }
        if (c == '\n') {
            escaped += "\\n";
        } else if (c == '\r') {
            escaped += "\\r";
        } else if (c == '\t') {
            escaped += "\\t";
        } else {
            escaped += c;
        }
    }
    return u'"' + toLine(escaped, most) + u'"';
}

QString stringLine(std::string_view utf8, ValueStyle style, qsizetype most)
{
    return style == ValueStyle::Json || utf8.empty() ? quoted(utf8, most) : toLine(utf8, most);
}

QString scalarLine(const Value &value, ValueStyle style, qsizetype most)
{
    switch (value.kind()) {
    case Value::Kind::Absent:
    case Value::Kind::Null:
        return u"null"_s;
    case Value::Kind::Bool:
    case Value::Kind::Number:
        return toLine(value.text(), most);
    case Value::Kind::String:
        return stringLine(value.text(), style, most);
    case Value::Kind::Array:
        return value.members().empty() ? u"[]"_s : u"[…]"_s;
    case Value::Kind::Object:
        return value.members().empty() ? u"{}"_s : u"{…}"_s;
    }
    return {};
}

QString preview(const Value &value, ValueStyle style)
{
    const bool isObject = value.kind() == Value::Kind::Object;
    QString text;
    for (const auto &[key, member] : value.members()) {
        if (!text.isEmpty()) {
            text += u", "_s;
        }
        if (text.size() > previewCut) {
            text += u'…';
            break;
        }
        if (isObject) {
            text += toLine(key, previewStringCut) + u": "_s;
        }
        text += scalarLine(member, style, previewStringCut);
    }
    return isObject ? u'{' + text + u'}' : u'[' + text + u']';
}

QString jsonOf(const Value &value, protocol::JsonWriter::Style style)
{
    protocol::JsonWriter writer(style);
    writer.value(value);
    const std::string json = writer.take();
    return QString::fromUtf8(json.data(), static_cast<qsizetype>(json.size()));
}

} // namespace

QString valueLine(const Value &value, ValueStyle style)
{
    return value.isContainer() ? preview(value, style) : scalarLine(value, style, lineCut);
}

QString valueWhole(const Value &value)
{
    if (value.isContainer()) {
        return {};
    }
    if (value.isAbsent() || value.kind() == Value::Kind::Null) {
        return u"null"_s;
    }
    std::string_view text = value.text();
    std::size_t cut = std::min(text.size(), limits::rawShown);
    while (cut > 0 && cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xc0U) == 0x80) {
        --cut; // not amid a character
    }
    const std::size_t rest = text.size() - cut;
    const QString shown = toText(text.substr(0, cut));
    return rest == 0 ? shown : shown + Words::tr("\n… %1 more: Copy Value gives all of it").arg(sizeText(rest));
}

QString valueCopy(const Value &value)
{
    if (value.isContainer() || value.kind() == Value::Kind::Null) {
        return valueJson(value);
    }
    return QString::fromUtf8(value.text().data(), static_cast<qsizetype>(value.text().size()));
}

QString valueJson(const Value &value)
{
    return jsonOf(value, protocol::JsonWriter::Style::Indented);
}

ValueKind valueKind(const Value &value, ValueStyle style)
{
    static constexpr std::array<std::string_view, 3> nothing{"None", "null", "NotImplemented"};
    static constexpr std::array<std::string_view, 2> truth{"True", "False"};
    switch (value.kind()) {
    case Value::Kind::Absent:
    case Value::Kind::Null:
        return ValueKind::Nothing;
    case Value::Kind::Bool:
        return ValueKind::Truth;
    case Value::Kind::Number:
        return ValueKind::Number;
    case Value::Kind::Array:
    case Value::Kind::Object:
        return ValueKind::Preview;
    case Value::Kind::String:
        break;
    }
    if (style != ValueStyle::Repr) {
        return ValueKind::Text;
    }
    return isOneOf(value.text(), nothing) ? ValueKind::Nothing
        : isOneOf(value.text(), truth)    ? ValueKind::Truth
        : looksLikeNumber(value.text())   ? ValueKind::Number
                                          : ValueKind::Text;
}

QString valueKindWord(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::Absent:
    case Value::Kind::Null:
        return Words::tr("nothing");
    case Value::Kind::Bool:
        return Words::tr("truth value");
    case Value::Kind::Number:
        return Words::tr("number");
    case Value::Kind::String:
        return Words::tr("text");
    case Value::Kind::Array:
        return Words::tr("list of %1").arg(countText(static_cast<std::int64_t>(value.members().size())));
    case Value::Kind::Object:
        return Words::tr("object of %1").arg(countText(static_cast<std::int64_t>(value.members().size())));
    }
    return {};
}

QString pathStep(const std::string &key)
{
    const bool simple = !key.empty() && std::isdigit(static_cast<unsigned char>(key.front())) == 0
        && std::all_of(key.begin(), key.end(),
                       [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '-' || c >= 0x80; });
    const QString text = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    if (simple) {
        return u'.' + text;
    }
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u"[\""_s + escaped + u"\"]"_s;
}

} // namespace picket::ui
