// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/breadcrumbsdock.h"

#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/theme/icons.h"
#include "ui/values/breadcrumbmodel.h"
#include "ui/values/breadcrumbtext.h"
#include "ui/values/valuetreeview.h"
#include "ui/widgets/treeview.h"
#include "ui/wording/text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

BreadcrumbsDock::BreadcrumbsDock(const DockContext &context, QWidget *parent)
    : Dock(u"breadcrumbs"_s, tr("Breadcrumbs"), parent)
    , m_context(context)
    , m_model(new BreadcrumbModel(this))
    , m_view(new ValueTreeView(context.theme, *m_model, tr("Breadcrumbs"), this))
    , m_levels(new QComboBox(this))
    , m_types(new QComboBox(this))
{
    using Column = BreadcrumbModel::Column;
    TreeView &tree = m_view->tree();
    m_view->setColumnsFitted(false);
    tree.header()->show();
    tree.header()->setStretchLastSection(false);
    tree.header()->setSectionResizeMode(int(Column::Message), QHeaderView::Stretch);
    tree.header()->resizeSection(int(Column::Level), 72);
    tree.header()->resizeSection(int(Column::Time), 92);
    setWidget(m_view);
    addControls();
    connect(&context.current, &CurrentEvent::detailChanged, this, &BreadcrumbsDock::showDetail);
    connect(&context.navigator, &Navigator::breadcrumbChanged, this, &BreadcrumbsDock::follow);
    showDetail();
}

void BreadcrumbsDock::addControls()
{
    using model::Level;
    m_levels->setAccessibleName(tr("Least level of breadcrumbs"));
    m_levels->addItem(tr("All levels"), int(Level::Debug));
    for (const Level level : {Level::Info, Level::Warning, Level::Error}) {
        m_levels->addItem(tr("%1 and above").arg(levelWord(level)), int(level));
    }
    m_types->setAccessibleName(tr("Type of breadcrumbs"));
    for (QComboBox *box : {m_levels, m_types}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->view()->setMinimumWidth(160); // the list shows in full what the box cuts
    }
    QAction *absolute = m_context.actions.add(u"breadcrumbs.timeOfDay"_s, tr("Breadcrumbs with Time of Day"));
    absolute->setCheckable(true);
    absolute->setIcon(icon(u"clock"_s));
    auto *button = new QToolButton(this);
    button->setDefaultAction(absolute);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(absolute->text());
    m_view->addControl(m_levels);
    m_view->addControl(m_types);
    m_view->addControl(button);
    connect(absolute, &QAction::toggled, m_model, &BreadcrumbModel::setAbsoluteTime);
    connect(m_levels, &QComboBox::currentIndexChanged, this, &BreadcrumbsDock::applyFilter);
    connect(m_types, &QComboBox::currentIndexChanged, this, &BreadcrumbsDock::applyFilter);
}

// In a narrow dock the message needs the room more.
void BreadcrumbsDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    using Column = BreadcrumbModel::Column;
    QHeaderView *header = m_view->tree().header();
    header->setSectionHidden(int(Column::Level), width() < 440);
    header->resizeSection(int(Column::Category), std::clamp(width() / 4, 96, 160));
}

void BreadcrumbsDock::takeFocus()
{
    m_view->tree().setFocus(Qt::ShortcutFocusReason);
}

void BreadcrumbsDock::showDetail()
{
    const DetailPtr detail = m_context.current.detail();
    m_view->setEmptyText(!detail ? tr("Select an issue to see what led to it.")
                                 : tr("This event came without breadcrumbs."));
    m_model->setDetail(detail);
    fillTypes();
    applyFilter();
    m_view->tree().scrollToBottom(); // the last ones before the event tell most
}

void BreadcrumbsDock::follow(int position)
{
    if (const QModelIndex row = m_model->find(position); position >= 0 && row.isValid()) {
        m_view->tree().setCurrentIndex(row);
        m_view->tree().scrollTo(row);
    }
}

// The type chosen stays chosen when the next event has it, too.
void BreadcrumbsDock::fillTypes()
{
    const QSignalBlocker blocker(m_types);
    const QVariant chosen = m_types->currentData();
    m_types->clear();
    m_types->addItem(tr("All types"), QByteArray());
    for (const std::string &type : m_model->types()) {
        m_types->addItem(breadcrumbTypeWord(type), QByteArray::fromStdString(type));
    }
    m_types->setCurrentIndex(std::max(0, m_types->findData(chosen)));
}

void BreadcrumbsDock::applyFilter()
{
    m_model->setFilter(static_cast<model::Level>(m_levels->currentData().toInt()),
                       m_types->currentData().toByteArray().toStdString());
}

} // namespace picket::ui
