// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/tracetext.h"

#include "ui/wording/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Trace)
};

QString shownOf(std::size_t shown, std::int64_t all, const QString &one, const QString &many, const QString &cut)
{
    const auto here = static_cast<std::int64_t>(shown);
    return all > here ? cut.arg(countText(here), countText(all)) : all == 1 ? one : many.arg(countText(here));
}

} // namespace

QString spanDuration(std::chrono::microseconds duration)
{
    const std::int64_t micros = duration.count();
    const std::int64_t seconds = micros / 1'000'000;
    if (seconds < 1) {
        return durationText(micros);
    }
    if (seconds < 60) {
        return Words::tr("%1 s").arg(QLocale().toString(static_cast<double>(micros) / 1e6, 'f', seconds < 10 ? 2 : 1));
    }
    if (seconds < 3600) {
        return Words::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    }
    return seconds < 86'400 ? Words::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60)
                            : Words::tr("%1 d").arg(QLocale().toString(qlonglong(seconds / 86'400)));
}

QString spanOffset(std::chrono::microseconds offset)
{
    if (offset.count() == 0) {
        return u"0"_s;
    }
    return (offset.count() < 0 ? QChar(0x2212) : QChar(u'+')) + spanDuration(std::chrono::abs(offset));
}

bool isFailure(std::string_view spanStatus)
{
    constexpr std::string_view harmless[] = {"", "ok", "unset", "cancelled", "unknown"};
    return std::find(std::begin(harmless), std::end(harmless), spanStatus) == std::end(harmless);
}

QString spanStatusWord(const std::string &spanStatus)
{
    return spanStatus == "ok"             ? Words::tr("ok")
        : spanStatus == "cancelled"       ? Words::tr("cancelled")
        : spanStatus == "unknown"         ? Words::tr("unknown")
        : spanStatus == "error"           ? Words::tr("error")
        : spanStatus == "internal_error"  ? Words::tr("internal error")
        : spanStatus == "unauthenticated" ? Words::tr("unauthenticated")
                                          : toLine(spanStatus, 100).replace(u'_', u' ');
}

model::Level levelOf(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Trace:
    case model::Severity::Debug:
        return model::Level::Debug;
    case model::Severity::Unknown:
    case model::Severity::Info:
        return model::Level::Info;
    case model::Severity::Warning:
        return model::Level::Warning;
    case model::Severity::Error:
        return model::Level::Error;
    case model::Severity::Fatal:
        return model::Level::Fatal;
    }
    return model::Level::Info;
}

QString tracePartsText(const model::TraceParts &parts)
{
    QStringList texts{shownOf(parts.spans.size(), parts.spanCount, Words::tr("1 span"), Words::tr("%1 spans"),
                              Words::tr("showing %1 of %2 spans")),
                      shownOf(parts.events.size(), parts.eventCount, Words::tr("1 event"), Words::tr("%1 events"),
                              Words::tr("showing %1 of %2 events"))};
    if (parts.logCount > 0) {
        texts.push_back(shownOf(parts.logs.size(), parts.logCount, Words::tr("1 log"), Words::tr("%1 logs"),
                                Words::tr("showing %1 of %2 logs")));
    }
    return texts.join(u" · "_s);
}

} // namespace picket::ui
