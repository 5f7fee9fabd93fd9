// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QSettings;

namespace picket::ui {

enum class QuickFilter { Unresolved, New, Regressed, Muted, Resolved, All };

// How far back one looks. SinceMark begins with the newest mark or run.
enum class Period { All, SinceMark, QuarterHour, Hour, Day, Week, Month };

// GUI thread only. Which issues, and which time, the window speaks of. The quick filters, the strip above and the time
// axis write it; the list, the numbers and the time axis read it; none knows the others.
class IssueScope final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IssueScope)

public:
    explicit IssueScope(QObject *parent = nullptr);

    [[nodiscard]] QuickFilter quickFilter() const { return m_quick; }
    [[nodiscard]] const std::optional<ProjectId> &project() const { return m_project; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] Period period() const { return m_period; }
    // A part of the time axis that somebody marked out; it counts instead of the period.
    [[nodiscard]] const std::optional<store::TimeRange> &brush() const { return m_brush; }
    [[nodiscard]] const std::optional<Timestamp> &lastMark() const { return m_lastMark; }

    void setQuickFilter(QuickFilter filter);
    void setProject(std::optional<ProjectId> project);
    void setText(const QString &text);
    void setPeriod(Period period); // lifts the brush
    void setBrush(std::optional<store::TimeRange> brush);
    // What the store says; not a choice.
    void setLastMark(std::optional<Timestamp> time);

    // What the time axis shows: the period as of now; nullopt: all there is.
    [[nodiscard]] std::optional<store::TimeRange> axis(Timestamp now) const;
    // Everything but the time.
    [[nodiscard]] store::IssueFilter timelessFilter() const;
    // Everything.
    [[nodiscard]] store::IssueFilter filter(Timestamp now) const;

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

Q_SIGNALS:
    // Somebody chose something else: lists start anew.
    void changed();
    // The same choice means a little less now, because time went on: lists adjust in place.
    void movedOn();

private:
    void follow();

    QuickFilter m_quick = QuickFilter::Unresolved;
    std::optional<ProjectId> m_project;
    QString m_text;
    Period m_period = Period::All;
    std::optional<store::TimeRange> m_brush;
    std::optional<Timestamp> m_lastMark;
    QTimer m_clock; // runs while the axis moves with the time
};

} // namespace picket::ui
