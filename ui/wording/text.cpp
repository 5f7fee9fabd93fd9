// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Text)
};

bool reordersText(char16_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool needsCare(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || reordersText(c) || c == 0x2028 || c == 0x2029;
}

void appendVisible(QString &out, char16_t c, bool oneLine)
{
    if (c == u'\n' || c == u'\t' || c == 0x2028 || c == 0x2029) {
        out += oneLine ? QChar(u' ') : QChar(c);
    } else if (c == u'\r') {
        out += oneLine ? QChar(u' ') : QChar(0x240d);
    } else if (c < 0x20) {
        out += QChar(static_cast<char16_t>(0x2400 + c));
    } else if (c == 0x7f) {
        out += QChar(0x2421);
    } else if (needsCare(c)) {
        out += u"[U+%1]"_s.arg(uint(c), 4, 16, QChar(u'0')).toUpper();
    } else {
        out += QChar(c);
    }
}

QString visible(const QString &text, bool oneLine)
{
    const auto first = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return needsCare(c.unicode()); });
    if (first == text.cend()) {
        return text;
    }
    QString out;
    out.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        // A Windows line end is one line end.
        if (!oneLine && text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') {
            continue;
        }
        appendVisible(out, text[i].unicode(), oneLine);
    }
    return out;
}

QString decode(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QDateTime toLocal(Timestamp time)
{
    const auto millis = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis);
}

enum class Unit { Now, Minutes, Hours, Days, Months, Years };
struct Ago {
    Unit unit;
    qint64 count;
};

Ago ago(Timestamp time, Timestamp now)
{
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(now - time).count();
    constexpr qint64 minute = 60, hour = 60 * minute, day = 24 * hour, month = 30 * day, year = 365 * day;
    return seconds < minute ? Ago{Unit::Now, 0}
        : seconds < hour    ? Ago{Unit::Minutes, seconds / minute}
        : seconds < day     ? Ago{Unit::Hours, seconds / hour}
        : seconds < month   ? Ago{Unit::Days, seconds / day}
        : seconds < year    ? Ago{Unit::Months, seconds / month}
                            : Ago{Unit::Years, seconds / year};
}

} // namespace

QString toText(std::string_view utf8)
{
    return visible(decode(utf8), false);
}

QString toLine(std::string_view utf8, qsizetype most)
{
    // A character takes at most four bytes: what is far beyond the cut need not be decoded.
    const std::size_t enough = static_cast<std::size_t>(most) * 4 + 4;
    QString line = visible(decode(utf8.substr(0, enough)), true);
    if (line.size() > most) {
        line.truncate(line[most - 1].isHighSurrogate() ? most - 1 : most);
        line += QChar(0x2026);
    }
    return line;
}

QString withoutMnemonics(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

QString countText(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString sizeText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

QString durationText(std::int64_t micros)
{
    const QLocale locale;
    const auto value = static_cast<double>(micros);
    return micros < 1000     ? Words::tr("%1 µs").arg(locale.toString(static_cast<qlonglong>(micros)))
        : micros < 1'000'000 ? Words::tr("%1 ms").arg(locale.toString(value / 1e3, 'f', micros < 100'000 ? 1 : 0))
                             : Words::tr("%1 s").arg(locale.toString(value / 1e6, 'f', 1));
}

QString agoShort(Timestamp time, Timestamp now)
{
    const Ago a = ago(time, now);
    switch (a.unit) {
    case Unit::Now:
        return Words::tr("now");
    case Unit::Minutes:
        return Words::tr("%1 min").arg(a.count);
    case Unit::Hours:
        return Words::tr("%1 h").arg(a.count);
    case Unit::Days:
        return Words::tr("%1 d").arg(a.count);
    case Unit::Months:
        return Words::tr("%1 mo").arg(a.count);
    case Unit::Years:
        return Words::tr("%1 y").arg(a.count);
    }
    return {};
}

QString agoSentence(Timestamp time, Timestamp now)
{
    const Ago a = ago(time, now);
    const bool one = a.count == 1;
    switch (a.unit) {
    case Unit::Now:
        return Words::tr("just now");
    case Unit::Minutes:
        return one ? Words::tr("1 minute ago") : Words::tr("%1 minutes ago").arg(a.count);
    case Unit::Hours:
        return one ? Words::tr("1 hour ago") : Words::tr("%1 hours ago").arg(a.count);
    case Unit::Days:
        return one ? Words::tr("1 day ago") : Words::tr("%1 days ago").arg(a.count);
    case Unit::Months:
        return one ? Words::tr("1 month ago") : Words::tr("%1 months ago").arg(a.count);
    case Unit::Years:
        return one ? Words::tr("1 year ago") : Words::tr("%1 years ago").arg(a.count);
    }
    return {};
}

QString absoluteTime(Timestamp time)
{
    const QDateTime local = toLocal(time);
    return local.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s) + u' ' + local.timeZoneAbbreviation();
}

QString clockTime(Timestamp time)
{
    return toLocal(time).toString(u"HH:mm:ss.zzz"_s);
}

QString listTime(Timestamp time, Timestamp now)
{
    const QDateTime local = toLocal(time);
    const QDate today = toLocal(now).date();
    if (local.date() == today) {
        return clockTime(time);
    }
    return local.toString(local.date().year() == today.year() ? u"MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm"_s);
}

QString levelWord(model::Level level)
{
    switch (level) {
    case model::Level::Debug:
        return Words::tr("debug");
    case model::Level::Info:
        return Words::tr("info");
    case model::Level::Warning:
        return Words::tr("warning");
    case model::Level::Error:
        return Words::tr("error");
    case model::Level::Fatal:
        return Words::tr("fatal");
    }
    return Words::tr("error");
}

QString statusWord(model::IssueStatus status)
{
    switch (status) {
    case model::IssueStatus::Unresolved:
        return Words::tr("unresolved");
    case model::IssueStatus::Resolved:
        return Words::tr("resolved");
    case model::IssueStatus::Muted:
        return Words::tr("muted");
    case model::IssueStatus::Regressed:
        return Words::tr("regressed");
    }
    return {};
}

QString outcomeWord(model::Outcome outcome)
{
    switch (outcome) {
    case model::Outcome::Stored:
        return Words::tr("stored");
    case model::Outcome::Duplicate:
        return Words::tr("duplicate");
    case model::Outcome::Kept:
        return Words::tr("kept unread");
    case model::Outcome::Empty:
        return Words::tr("empty");
    case model::Outcome::Refused:
        return Words::tr("refused");
    case model::Outcome::Failed:
        return Words::tr("failed");
    }
    return {};
}

} // namespace picket::ui
