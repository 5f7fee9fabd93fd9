// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"
#include "ui/widgets/dock.h"

#include <optional>

namespace picket::ui {

class ElidedLabel;
class TimeAxisView;
class TimelineSource;

// GUI thread only. What led to the shown event and when its issue happened otherwise, on one axis of time.
class TimelineDock final : public Dock
{
    Q_OBJECT

public:
    explicit TimelineDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] TimeAxisView &view() const { return *m_view; }
    [[nodiscard]] const TimelineSource &source() const { return *m_source; }
    // What the axis does not show: "3 breadcrumbs lie far away"
    [[nodiscard]] QString note() const;

    void takeFocus() override;

private:
    // What the axis was fitted to last, and is again for the next event.
    enum class Fit { Breadcrumbs, Events };

    QWidget *makeContent();
    QAction *addFit(const QString &id, const QString &text, const QString &shortText, Fit fit);
    void showDetail();
    void showEvents();
    void showNote();
    void ask();
    void fit();
    [[nodiscard]] bool hasNewerEvents() const;

    DockContext m_context;
    TimelineSource *m_source;
    TimeAxisView *m_view;
    ElidedLabel *m_note;
    QAction *m_fitCrumbs = nullptr;
    QAction *m_fitEvents = nullptr;
    Fit m_fit = Fit::Breadcrumbs;
    std::optional<store::TimeRange> m_fittedToEvents; // what the axis then showed
    bool m_fitWaits = false; // for the events to arrive
    std::int64_t m_asked = -1; // how many events the issue had
};

} // namespace picket::ui
