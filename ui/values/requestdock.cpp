// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/requestdock.h"

#include "ui/state/currentevent.h"
#include "ui/values/eventroots.h"
#include "ui/values/valuetreemodel.h"
#include "ui/values/valuetreeview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/treeview.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

RequestDock::RequestDock(const DockContext &context, QWidget *parent)
    : Dock(u"request"_s, tr("Request"), parent)
    , m_context(context)
    , m_model(new ValueTreeModel(this))
    , m_view(new ValueTreeView(context.theme, *m_model, tr("Request"), this))
    , m_line(new ElidedLabel(this))
{
    m_view->setRootsOpen(true);
    m_line->setFixedHeight(26);
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *margins = new QHBoxLayout;
    margins->setContentsMargins(8, 0, 8, 0);
    margins->addWidget(m_line);
    layout->addLayout(margins);
    layout->addWidget(m_view, 1);
    setWidget(content);
    connect(&context.current, &CurrentEvent::detailChanged, this, &RequestDock::showDetail);
    showDetail();
}

QString RequestDock::line() const
{
    return m_line->text();
}

void RequestDock::takeFocus()
{
    m_view->tree().setFocus(Qt::ShortcutFocusReason);
}

void RequestDock::showDetail()
{
    const DetailPtr detail = m_context.current.detail();
    const QString line = detail ? requestLine(detail->event) : QString();
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
    m_view->setEmptyText(detail ? tr("This event came without a request.")
                                : tr("Select an issue to see the request behind it."));
    m_model->setRoots(requestRoots(detail));
}

} // namespace picket::ui
