// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/grouping/grouper.h"
#include "core/grouping/text.h"

#include <QRegularExpression>
#include <QString>

#include <array>

namespace picket::grouping {

namespace {

struct Alternative {
    const char *name;
    const char *pattern; // without capturing groups of its own
};

// Parts that several patterns share: "%NAME%" in a pattern or in an earlier piece stands for them.
struct Piece {
    const char *name;
    const char *pattern;
};

constexpr std::array<Piece, 9> pieces = {{
    {"%DAY%", "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"},
    {"%MONTH%",
     "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|"
     "Nov(?:ember)?|Dec(?:ember)?)"},
    {"%TIME%", "(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?"},
    {"%ISO_DAY%", "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])"},
    {"%IPV4%", "(?:%OCTET%\\.){3}%OCTET%"},
    {"%OCTET%", "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)"},
    {"%H16%", "[0-9A-Fa-f]{1,4}"},
    {"%LABEL%", "[A-Za-z0-9-]{1,63}"},
    {"%TLD%",
     "com|net|org|jp|de|uk|fr|br|it|ru|es|me|gov|pl|ca|au|cn|co|in|nl|edu|info|eu|ch|id|at|kr|cz|mx|be|tv|se|tr|tw|"
     "al|ua|ir|vn|cl|sk|ly|cc|to|no|fi|us|pt|dk|ar|hu|tk|gr|il|news|ro|my|biz|ie|za|nz|sg|ee|th|io|xyz|pe|bg|hk|lt|"
     "link|ph|club|si|site|mobi|by|cat|wiki|la|ga|xxx|cf|hr|ng|jobs|online|kz|ug|gq|ae|is|lv|pro|fm|tips|ms|sa|app"},
}};

// PROTOCOL D.8, in its order: at each position the first that matches wins. Repetitions are bounded or possessive, so
// that no text makes the pass slow.
constexpr std::array<Alternative, 17> alternatives = {{
    {"email", "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}+@%LABEL%(?:\\.%LABEL%)*"},
    {"url", "\\b(?:wss?|https?|ftp)://[^\\s/$.?#]\\S*"},
    {"hostname", "\\b(?:%LABEL%\\.){1,20}(?:(?:%TLD%)|(?:%UPPER_TLD%))\\b"},
    {"ip",
     "(?<![0-9A-Za-z_])(?:"
     "(?:%H16%:){7}%H16%|"
     "(?:%H16%:){6}%IPV4%|"
     "fe80:(?::%H16%){1,4}%[0-9A-Za-z]+|"
     "::(?:ffff(?::0{1,4})?:)?%IPV4%|"
     "(?:%H16%:){1,4}:%IPV4%|"
     "(?:%H16%:){1}(?::%H16%){1,6}|(?:%H16%:){2}(?::%H16%){1,5}|(?:%H16%:){3}(?::%H16%){1,4}|"
     "(?:%H16%:){4}(?::%H16%){1,3}|(?:%H16%:){5}(?::%H16%){1,2}|(?:%H16%:){6}:%H16%|"
     "(?:%H16%:){1,7}:|"
     ":(?:(?::%H16%){1,7}|:)"
     ")(?![0-9A-Za-z])|\\b%IPV4%\\b"},
    {"traceparent", "\\b(?:00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]|1-[0-9a-f]{8}-[0-9a-f]{24})\\b"},
    {"uuid", "\\b[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\\b"},
    {"sha1", "\\b[0-9A-Fa-f]{40}\\b"},
    {"md5", "\\b[0-9A-Fa-f]{32}\\b"},
    {"date",
     // RFC 822, 1123 and 850
     "\\b(?:%DAY%,?\\s)?\\d{1,2}[\\s-]%MONTH%[\\s-]\\d{2,4}\\s%TIME%(?:\\s(?:[A-Z]{3,4}\\b|[+-]\\d{4}\\b))?|"
     // JavaScript's Date
     "\\b%DAY%\\s%MONTH%\\s\\d{2}\\s\\d{4}\\s%TIME%\\s(?:GMT|UTC)[+-]\\d{4}(?:\\s\\([^)]{1,60}\\))?|"
     // ctime, with or without a zone
     "\\b%DAY%\\s%MONTH%\\s{1,2}\\d{1,2}\\s%TIME%(?:\\s[A-Z]{3,4})?\\s\\d{4}\\b|"
     "\\b%DAY%\\s%MONTH%\\s\\d{1,2},\\s\\d{4}\\b|"
     // ISO 8601 and RFC 3339
     "\\b%ISO_DAY%[T\\s]%TIME%(?:\\s?Z\\b|\\s?[+-]\\d{2}:?\\d{2}\\b)?+(?!\\d)|"
     "\\b\\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])T\\d{6}(?:Z\\b|\\b)|"
     "\\b%ISO_DAY%\\b|"
     "\\b(?:0?[1-9]|1[0-2]):[0-5]\\d(?::[0-5]\\d)?\\s?[AaPp][Mm]\\b|"
     "\\b%TIME%\\b|"
     "\\bdatetime\\.datetime\\((?:[^()]++|\\((?:[^()]++|\\([^()]*+\\))*+\\))*+\\)"},
    {"duration", "(?<!\\d)(?:\\d{1,30}ms|\\d{1,30}(?:\\.\\d{1,30})?s)\\b"},
    {"swift_txn_id", "\\btx[0-9a-f]{21}-[0-9a-f]{10}[\\w.-]*"},
    {"hex", "\\b0[xX][0-9A-Fa-f]+\\b|\\b(?=[a-f]*+[0-9])[0-9a-f]{8,128}\\b|\\b(?=[A-F]*+[0-9])[0-9A-F]{8,128}\\b"},
    {"git_sha", "\\b(?=[a-f]*+[0-9])(?=[0-9]*+[a-f])[0-9a-f]{7}\\b"},
    {"float", "(?:(?<!\\w)-)?\\b\\d{1,300}\\.\\d{1,300}\\b"},
    {"int", "(?:(?<!\\w)-)?\\b\\d{1,7}\\b"},
    {"quoted_str", "(?<==)(?:'[^']*'|\"[^\"]*\")"},
    {"bool", "(?<==)(?:True|true|False|false)\\b"},
}};

// Compiled at the first call; constant from then on, and QRegularExpression's matching is thread-safe.
const QRegularExpression &combined()
{
    static const QRegularExpression expression = [] {
        QString pattern = QStringLiteral("(*LIMIT_MATCH=1000000)");
        for (const Alternative &alternative : alternatives) {
            pattern += &alternative == alternatives.data() ? QLatin1String("(") : QLatin1String("|(");
            pattern += QLatin1String(alternative.pattern) + QLatin1Char(')');
        }
        for (const Piece &piece : pieces) {
            pattern.replace(QLatin1String(piece.name), QLatin1String(piece.pattern));
        }
        pattern.replace(QLatin1String("%UPPER_TLD%"), QString::fromLatin1(pieces.back().pattern).toUpper());
        QRegularExpression result(pattern);
        result.optimize();
        Q_ASSERT_X(result.isValid(), "parameterise", qPrintable(result.errorString()));
        return result;
    }();
    return expression;
}

} // namespace

std::string parameterise(const std::string &utf8)
{
    const std::string_view text = cutBytes(utf8, limits::parameterised);
    std::string result;
    if (text.find_first_of("0123456789@.:=") == std::string_view::npos) { // no alternative can match
        result = text;
    } else {
        const QString input = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        QRegularExpressionMatchIterator matches = combined().globalMatch(input);
        qsizetype kept = 0;
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            result += QStringView(input).mid(kept, match.capturedStart() - kept).toUtf8().toStdString();
            const auto which = static_cast<std::size_t>(match.lastCapturedIndex() - 1);
            result.append("<").append(alternatives[which].name).append(">");
            kept = match.capturedEnd();
        }
        result += QStringView(input).mid(kept).toUtf8().toStdString();
    }
    if (text.size() < utf8.size()) {
        result += "...";
    }
    return result;
}

} // namespace picket::grouping
