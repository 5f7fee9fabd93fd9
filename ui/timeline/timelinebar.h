// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

namespace picket::ui {

class Actions;
class HistogramModel;
class IssueScope;
class Theme;
class TimelineStrip;

// GUI thread only. Spans the window below the header and holds the strip; the action "view.timeline" shows and hides
// it.
class TimelineBar final : public QToolBar
{
    Q_OBJECT

public:
    TimelineBar(HistogramModel &model, IssueScope &scope, const Theme &theme, Actions &actions,
                QWidget *parent = nullptr);

    [[nodiscard]] TimelineStrip &strip() const { return *m_strip; }

protected:
    void changeEvent(QEvent *event) override;

private:
    TimelineStrip *m_strip;
};

} // namespace picket::ui
