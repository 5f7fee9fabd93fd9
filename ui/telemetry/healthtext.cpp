// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/healthtext.h"

#include "core/protocol/json.h"
#include "ui/wording/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Health)
};

constexpr qsizetype longest = 200;

struct Sentence {
    std::string_view code;
    const char *text;
};

// The reasons of SDKs (PROTOCOL C.16).
constexpr Sentence reasons[] = {
    {"queue_overflow", QT_TRANSLATE_NOOP("DiscardReason", "the SDK's queue was full")},
    {"cache_overflow", QT_TRANSLATE_NOOP("DiscardReason", "the SDK's cache on disk was full")},
    {"buffer_overflow", QT_TRANSLATE_NOOP("DiscardReason", "the SDK's buffer was full")},
    {"ratelimit_backoff", QT_TRANSLATE_NOOP("DiscardReason", "the SDK had been told to wait")},
    {"network_error", QT_TRANSLATE_NOOP("DiscardReason", "the network failed")},
    {"sample_rate", QT_TRANSLATE_NOOP("DiscardReason", "not chosen by the sample rate")},
    {"before_send", QT_TRANSLATE_NOOP("DiscardReason", "dropped by a before_send function")},
    {"event_processor", QT_TRANSLATE_NOOP("DiscardReason", "dropped by an event processor")},
    {"send_error", QT_TRANSLATE_NOOP("DiscardReason", "refused by the server")},
    {"internal_sdk_error", QT_TRANSLATE_NOOP("DiscardReason", "a fault in the SDK")},
    {"insufficient_data", QT_TRANSLATE_NOOP("DiscardReason", "too little data for a profile")},
    {"backpressure", QT_TRANSLATE_NOOP("DiscardReason", "the SDK was overloaded")},
    {"ignored", QT_TRANSLATE_NOOP("DiscardReason", "ignored as the SDK's options say")},
    {"invalid", QT_TRANSLATE_NOOP("DiscardReason", "not valid")},
    {"no_parent_span", QT_TRANSLATE_NOOP("DiscardReason", "it had no parent span")},
};

QString everyText(std::int64_t count, std::string_view unit)
{
    const bool one = count == 1;
    const QString number = countText(count);
    return unit == "minute" ? (one ? Words::tr("every minute") : Words::tr("every %1 minutes").arg(number))
        : unit == "hour"    ? (one ? Words::tr("every hour") : Words::tr("every %1 hours").arg(number))
        : unit == "day"     ? (one ? Words::tr("every day") : Words::tr("every %1 days").arg(number))
        : unit == "week"    ? (one ? Words::tr("every week") : Words::tr("every %1 weeks").arg(number))
        : unit == "month"   ? (one ? Words::tr("every month") : Words::tr("every %1 months").arg(number))
        : unit == "year"    ? (one ? Words::tr("every year") : Words::tr("every %1 years").arg(number))
                            : Words::tr("every %1 × %2").arg(number, toLine(unit, longest));
}

} // namespace

QString scheduleText(const std::string &config)
{
    const auto document = config.empty() ? Result<protocol::JsonDocument>(failure(ErrorCode::EmptyBody))
                                         : protocol::JsonDocument::parse(config);
    if (!document) {
        return {};
    }
    const protocol::JsonNode schedule = document->root()["schedule"];
    const protocol::JsonNode value = schedule["value"];
    if (schedule["type"].text == "interval") {
        const std::int64_t count = QByteArray(value.text.data(), qsizetype(value.text.size())).toLongLong();
        return count > 0 ? everyText(count, schedule["unit"].text) : QString();
    }
    if (value.text.empty()) {
        return {};
    }
    const QString crontab = Words::tr("crontab %1").arg(toLine(value.text, longest));
    const std::string_view zone = document->root()["timezone"].text;
    return zone.empty() ? crontab : Words::tr("%1 (%2)").arg(crontab, toLine(zone, longest));
}

QString checkInWord(const std::string &status)
{
    return status == "ok"         ? Words::tr("ok")
        : status == "error"       ? Words::tr("error")
        : status == "in_progress" ? Words::tr("in progress")
        : status == "missed"      ? Words::tr("missed")
        : status == "timeout"     ? Words::tr("timed out")
                                  : toLine(status, longest).replace(u'_', u' ');
}

QString crashFreeText(const model::ReleaseHealthRow &row)
{
    if (row.started <= 0) {
        return QString(QChar(0x2013));
    }
    const auto started = static_cast<double>(row.started);
    const double share = std::clamp(1.0 - static_cast<double>(row.counts.crashed) / started, 0.0, 1.0);
    const double percent = row.counts.crashed > 0 ? std::min(99.99, std::floor(share * 1e4) / 100) : 100.0;
    return Words::tr("%1 %").arg(QLocale().toString(percent, 'f', row.counts.crashed > 0 ? 2 : 0));
}

QString discardedByText(const std::string &list)
{
    return list == "discarded_events"        ? Words::tr("discarded by the SDK")
        : list == "rate_limited_events"      ? Words::tr("rate limited by a gateway")
        : list == "filtered_events"          ? Words::tr("filtered by a gateway")
        : list == "filtered_sampling_events" ? Words::tr("sampled by a gateway")
                                             : toLine(list, longest).replace(u'_', u' ');
}

QString discardReasonText(const std::string &reason)
{
    const auto *known = std::find_if(std::begin(reasons), std::end(reasons),
                                     [&](const Sentence &sentence) { return sentence.code == reason; });
    const QString code = toLine(reason, longest);
    return known == std::end(reasons)
        ? (code.isEmpty() ? Words::tr("it gave no reason") : code)
        : Words::tr("%1 (%2)").arg(QCoreApplication::translate("DiscardReason", known->text), code);
}

QString categoryWord(const std::string &category)
{
    return category == "default"    ? Words::tr("event")
        : category == "error"       ? Words::tr("error")
        : category == "transaction" ? Words::tr("transaction")
        : category == "span"        ? Words::tr("span")
        : category == "session"     ? Words::tr("session")
        : category == "attachment"  ? Words::tr("attachment")
        : category == "monitor"     ? Words::tr("check-in")
        : category == "log_item"    ? Words::tr("log")
        : category == "log_byte"    ? Words::tr("bytes of logs")
        : category == "profile"     ? Words::tr("profile")
        : category == "replay"      ? Words::tr("replay")
        : category == "feedback"    ? Words::tr("feedback")
                                    : toLine(category, longest).replace(u'_', u' ');
}

QString dateTime(Timestamp time)
{
    const QDateTime local =
        QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count());
    const QDate today = QDate::currentDate();
    if (local.date() == today) {
        return local.toString(u"HH:mm:ss"_s);
    }
    return QLocale().toString(local, local.date().year() == today.year() ? u"d MMM HH:mm"_s : u"d MMM yyyy HH:mm"_s);
}

} // namespace picket::ui
