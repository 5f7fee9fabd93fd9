// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/issuescope.h"

#include "core/base/limits.h"

#include <QSettings>
#include <QSignalBlocker>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr std::chrono::seconds step{15}; // a period that moves with the time is asked again this often

std::vector<model::IssueStatus> statusesOf(QuickFilter filter)
{
    using model::IssueStatus;
    switch (filter) {
    case QuickFilter::Unresolved:
    case QuickFilter::New:
        return {IssueStatus::Unresolved, IssueStatus::Regressed};
    case QuickFilter::Regressed:
        return {IssueStatus::Regressed};
    case QuickFilter::Muted:
        return {IssueStatus::Muted};
    case QuickFilter::Resolved:
        return {IssueStatus::Resolved};
    case QuickFilter::All:
        break;
    }
    return {};
}

// nullopt: not so many hours, but something else.
std::optional<std::chrono::minutes> lengthOf(Period period)
{
    using namespace std::chrono_literals;
    switch (period) {
    case Period::QuarterHour:
        return 15min;
    case Period::Hour:
        return 1h;
    case Period::Day:
        return 24h;
    case Period::Week:
        return 7 * 24h;
    case Period::Month:
        return 30 * 24h;
    case Period::All:
    case Period::SinceMark:
        break;
    }
    return std::nullopt;
}

} // namespace

IssueScope::IssueScope(QObject *parent)
    : QObject(parent)
{
    m_clock.setInterval(step);
    connect(&m_clock, &QTimer::timeout, this, &IssueScope::movedOn);
}

void IssueScope::setQuickFilter(QuickFilter filter)
{
    if (std::exchange(m_quick, filter) != filter) {
        Q_EMIT changed();
    }
}

void IssueScope::setProject(std::optional<ProjectId> project)
{
    if (std::exchange(m_project, project) != project) {
        Q_EMIT changed();
    }
}

void IssueScope::setText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (std::exchange(m_text, trimmed) != trimmed) {
        Q_EMIT changed();
    }
}

void IssueScope::setPeriod(Period period)
{
    const bool wasBrushed = m_brush.has_value();
    m_brush.reset();
    if (std::exchange(m_period, period) != period || wasBrushed) {
        follow();
        Q_EMIT changed();
    }
}

void IssueScope::setBrush(std::optional<store::TimeRange> brush)
{
    if (std::exchange(m_brush, brush) != brush) {
        follow();
        Q_EMIT changed();
    }
}

void IssueScope::setLastMark(std::optional<Timestamp> time)
{
    if (std::exchange(m_lastMark, time) != time && (m_period == Period::SinceMark || m_quick == QuickFilter::New)) {
        Q_EMIT changed();
    }
}

void IssueScope::follow()
{
    if (lengthOf(m_period) && !m_brush) {
        m_clock.start();
    } else {
        m_clock.stop();
    }
}

std::optional<store::TimeRange> IssueScope::axis(Timestamp now) const
{
    if (const auto length = lengthOf(m_period)) {
        return store::TimeRange{now - *length, now};
    }
    if (m_period == Period::SinceMark && m_lastMark) {
        return store::TimeRange{*m_lastMark, std::max(now, *m_lastMark)};
    }
    return std::nullopt;
}

store::IssueFilter IssueScope::timelessFilter() const
{
    store::IssueFilter filter;
    filter.statuses = statusesOf(m_quick);
    filter.project = m_project;
    filter.text = m_text.toStdString();
    if (m_quick == QuickFilter::New) {
        filter.newSince = m_lastMark.value_or(Timestamp::max()); // without a mark nothing is new
    }
    return filter;
}

store::IssueFilter IssueScope::filter(Timestamp now) const
{
    store::IssueFilter filter = timelessFilter();
    filter.range = m_brush;
    if (auto period = m_brush ? std::nullopt : axis(now)) {
        // What comes next belongs to it as well, until the question is asked again.
        filter.range = store::TimeRange{period->from, fromMicros(std::numeric_limits<std::int64_t>::max())};
    }
    return filter;
}

void IssueScope::save(QSettings &settings) const
{
    settings.setValue("scope/filter"_L1, int(m_quick));
    settings.setValue("scope/period"_L1, int(m_period));
    settings.setValue("scope/text"_L1, m_text);
    settings.setValue("scope/project"_L1, m_project ? QString::number(m_project->value) : QString());
}

void IssueScope::restore(const QSettings &settings)
{
    const auto choices = [this] {
        return std::tuple(m_quick, m_project, m_text, m_period);
    };
    const auto before = choices();
    {
        const QSignalBlocker once(this);
        const int quick = settings.value("scope/filter"_L1).toInt();
        const int period = settings.value("scope/period"_L1).toInt();
        bool isNumber = false;
        const qulonglong project = settings.value("scope/project"_L1).toString().toULongLong(&isNumber);
        setQuickFilter(static_cast<QuickFilter>(std::clamp(quick, 0, int(QuickFilter::All))));
        setPeriod(static_cast<Period>(std::clamp(period, 0, int(Period::Month))));
        setText(settings.value("scope/text"_L1).toString());
        setProject(isNumber ? std::optional(ProjectId{project}) : std::nullopt);
    }
    if (choices() != before) {
        Q_EMIT changed();
    }
}

} // namespace picket::ui
