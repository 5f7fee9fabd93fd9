// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/timeticks.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

enum class Unit { Micros, Hours, Days, Months, Years };

struct Step {
    Unit unit;
    std::int64_t count; // of the unit; microseconds below an hour
    double micros; // about as long as this
    int labelLength; // in characters
};

constexpr std::size_t mostTicks = 500; // wider than any screen
constexpr double second = 1e6;
constexpr double hour = 3600 * second;
constexpr double day = 24 * hour;

std::vector<Step> makeSteps()
{
    std::vector<Step> steps;
    for (std::int64_t decade = 1; decade < 1'000'000; decade *= 10) {
        for (const int factor : {1, 2, 5}) {
            steps.push_back(
                {Unit::Micros, decade * factor, static_cast<double>(decade * factor), decade < 1000 ? 15 : 12});
        }
    }
    for (const std::int64_t unit : {1'000'000, 60'000'000}) {
        for (const int factor : {1, 2, 5, 10, 15, 30}) {
            steps.push_back(
                {Unit::Micros, unit * factor, static_cast<double>(unit * factor), unit == 1'000'000 ? 8 : 6});
        }
    }
    for (const int hours : {1, 2, 3, 6, 12}) {
        steps.push_back({Unit::Hours, hours, hours * hour, 6});
    }
    for (const int days : {1, 2, 7}) {
        steps.push_back({Unit::Days, days, days * day, 10});
    }
    for (const int months : {1, 3, 6}) {
        steps.push_back({Unit::Months, months, months * 30 * day, 9});
    }
    for (std::int64_t decade = 1; decade <= 1000; decade *= 10) {
        for (const int factor : {1, 2, 5}) {
            steps.push_back({Unit::Years, decade * factor, static_cast<double>(decade * factor) * 365 * day, 5});
        }
    }
    return steps;
}

const Step &stepFor(const TimeScale &scale, double charWidth)
{
    static const std::vector<Step> steps = makeSteps();
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step &step) {
        return step.micros / scale.microsPerPixel() >= (step.labelLength + 4) * charWidth;
    });
    return found == steps.end() ? steps.back() : *found;
}

QDateTime toLocal(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count());
}

Timestamp fromLocal(const QDateTime &local)
{
    return Timestamp(std::chrono::milliseconds(local.toMSecsSinceEpoch()));
}

QString microsText(Timestamp time)
{
    const std::int64_t micros = ((toMicros(time) % 1'000'000) + 1'000'000) % 1'000'000;
    return toLocal(time).toString(u"HH:mm:ss."_s) + u"%1"_s.arg(micros, 6, 10, QChar(u'0'));
}

QString dayText(const QDate &date, bool withYear)
{
    return QLocale().toString(date, withYear ? u"d MMM yyyy"_s : u"d MMM"_s);
}

QString labelOf(const Step &step, Timestamp time)
{
    const QDateTime local = toLocal(time);
    const QDate date = local.date();
    switch (step.unit) {
    case Unit::Years:
        return QString::number(date.year());
    case Unit::Months:
        return QLocale().toString(date, u"MMM yyyy"_s);
    case Unit::Days:
        return dayText(date, date.dayOfYear() == 1);
    case Unit::Hours:
    case Unit::Micros:
        break;
    }
    if (step.micros >= 60 * second) {
        return local.time() == QTime(0, 0) ? dayText(date, date.dayOfYear() == 1) : local.toString(u"HH:mm"_s);
    }
    return step.micros >= second ? local.toString(u"HH:mm:ss"_s)
        : step.micros >= 1000    ? local.toString(u"HH:mm:ss.zzz"_s)
                                 : microsText(time);
}

// The moment of the first step in or before the day, month or year of `local`.
QDate firstDate(const Step &step, const QDate &date)
{
    switch (step.unit) {
    case Unit::Years: {
        const auto year = static_cast<int>(date.year() - date.year() % step.count);
        return {std::max(1, year), 1, 1};
    }
    case Unit::Months:
        return {date.year(), date.month() - (date.month() - 1) % static_cast<int>(step.count), 1};
    case Unit::Days:
        return date.addDays(-(date.toJulianDay() % step.count)); // a Julian day divisible by seven is a Monday
    case Unit::Hours:
    case Unit::Micros:
        break;
    }
    return date;
}

QDate nextDate(const Step &step, const QDate &date)
{
    switch (step.unit) {
    case Unit::Years:
        // There is no year 0: from year 1 the next ten is year 10.
        return {static_cast<int>(date.year() - date.year() % step.count + step.count), 1, 1};
    case Unit::Months:
        return date.addMonths(static_cast<int>(step.count));
    case Unit::Days:
        return date.addDays(step.count);
    case Unit::Hours:
    case Unit::Micros:
        break;
    }
    return date.addDays(1);
}

class TickList final
{
public:
    TickList(const TimeScale &scale, const Step &step)
        : m_range(scale.range())
        , m_step(step)
    {
    }

    // False: no more are wanted. Out of order come the hours that clocks skip or repeat.
    bool add(Timestamp time)
    {
        if (time >= m_range.from && time <= m_range.to && (m_ticks.empty() || m_ticks.back().time < time)) {
            m_ticks.push_back({time, labelOf(m_step, time)});
        }
        return time <= m_range.to && m_ticks.size() < mostTicks;
    }
    [[nodiscard]] std::vector<TimeTick> take() { return std::move(m_ticks); }

private:
    store::TimeRange m_range;
    const Step &m_step;
    std::vector<TimeTick> m_ticks;
};

void addEven(TickList &ticks, const Step &step, Timestamp from)
{
    const std::int64_t offset = utcOffset(from).count();
    const std::int64_t local = toMicros(from) + offset;
    std::int64_t time = local - ((local % step.count) + step.count) % step.count;
    while (ticks.add(fromMicros(time - offset))) {
        time += step.count;
    }
}

void addHours(TickList &ticks, const Step &step, Timestamp from)
{
    for (QDate date = toLocal(from).date(); date.isValid(); date = date.addDays(1)) {
        for (int h = 0; h < 24; h += static_cast<int>(step.count)) {
            if (!ticks.add(fromLocal(QDateTime(date, QTime(h, 0))))) {
                return;
            }
        }
    }
}

void addDates(TickList &ticks, const Step &step, Timestamp from)
{
    QDate date = firstDate(step, toLocal(from).date());
    while (date.isValid() && ticks.add(fromLocal(date.startOfDay()))) {
        date = nextDate(step, date);
    }
}

} // namespace

std::vector<TimeTick> timeTicks(const TimeScale &scale, double charWidth)
{
    const Step &step = stepFor(scale, std::max(1.0, charWidth));
    TickList ticks(scale, step);
    const Timestamp from = scale.range().from;
    if (step.unit == Unit::Micros) {
        addEven(ticks, step, from);
    } else if (step.unit == Unit::Hours) {
        addHours(ticks, step, from);
    } else {
        addDates(ticks, step, from);
    }
    return ticks.take();
}

QString rangeText(const store::TimeRange &range, const QDate &today)
{
    const QDateTime from = toLocal(range.from);
    const QDateTime to = toLocal(range.to);
    const auto length = range.to - range.from;
    const QString clock = length < std::chrono::seconds(10) ? u"HH:mm:ss.zzz"_s
        : length < std::chrono::hours(2)                    ? u"HH:mm:ss"_s
                                                            : u"HH:mm"_s;
    const bool oneDay = from.date() == to.date();
    const auto text = [&](const QDateTime &time, bool withDay) {
        const QString date = dayText(time.date(), time.date().year() != today.year());
        return withDay ? u"%1 %2"_s.arg(date, time.toString(clock)) : time.toString(clock);
    };
    return u"%1 – %2"_s.arg(text(from, !oneDay || from.date() != today), text(to, !oneDay));
}

std::chrono::microseconds utcOffset(Timestamp time)
{
    return std::chrono::seconds(toLocal(time).offsetFromUtc());
}

} // namespace picket::ui
