// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinebar.h"

#include "ui/state/actions.h"
#include "ui/timeline/timelinestrip.h"

#include <QEvent>
#include <QLayout>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

TimelineBar::TimelineBar(HistogramModel &model, IssueScope &scope, const Theme &theme, Actions &actions,
                         QWidget *parent)
    : QToolBar(tr("Time Strip"), parent)
    , m_strip(new TimelineStrip(model, scope, theme, this))
{
    setObjectName(u"timeline.bar"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    addWidget(m_strip);
    layout()->setContentsMargins(0, 0, 0, 0);
    QAction *show = actions.add(u"view.timeline"_s, tr("&Time Strip"));
    show->setCheckable(true);
    show->setChecked(true);
    connect(show, &QAction::toggled, this, &QWidget::setVisible);
    // A restored layout may hide it as well.
    connect(toggleViewAction(), &QAction::toggled, show, &QAction::setChecked);
}

// The layout takes the style's margins again with every change of the style.
void TimelineBar::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        layout()->setContentsMargins(0, 0, 0, 0);
    }
}

} // namespace picket::ui
