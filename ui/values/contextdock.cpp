// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/contextdock.h"

#include "ui/state/currentevent.h"
#include "ui/values/eventroots.h"
#include "ui/values/valuetreemodel.h"
#include "ui/values/valuetreeview.h"
#include "ui/widgets/treeview.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

ContextDock::ContextDock(const DockContext &context, QWidget *parent)
    : Dock(u"context"_s, tr("Context"), parent)
    , m_context(context)
    , m_model(new ValueTreeModel(this))
    , m_view(new ValueTreeView(context.theme, *m_model, tr("Context"), this))
{
    m_view->setRootsOpen(true);
    setWidget(m_view);
    connect(&context.current, &CurrentEvent::detailChanged, this, &ContextDock::showDetail);
    showDetail();
}

void ContextDock::takeFocus()
{
    m_view->tree().setFocus(Qt::ShortcutFocusReason);
}

void ContextDock::showDetail()
{
    m_view->setEmptyText(tr("Select an issue to see the context of its events."));
    m_model->setRoots(contextRoots(m_context.current.detail()));
}

} // namespace picket::ui
