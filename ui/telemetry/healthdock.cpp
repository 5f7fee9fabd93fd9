// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/healthdock.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "core/store/delivery.h"
#include "ui/telemetry/discardedmodel.h"
#include "ui/telemetry/monitormodel.h"
#include "ui/telemetry/releasehealthmodel.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tableview.h"
#include "ui/wording/errortext.h"
#include "ui/wording/text.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

// The row that was current is so again, wherever it has moved to.
template <class Model, class Row> void setRows(TableView &table, Model &model, std::vector<Row> rows)
{
    const std::string key = model.keyAt(table.currentIndex().row());
    model.setRows(std::move(rows));
    if (const int row = key.empty() ? -1 : model.find(key); row >= 0 && row != table.currentIndex().row()) {
        table.setCurrentRow(row);
    }
}

} // namespace

HealthDock::HealthDock(const DockContext &context, const ProjectNames &names, QWidget *parent)
    : Dock(u"health"_s, tr("Health"), parent)
    , m_context(context)
    , m_channel(context.query.newChannel())
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_monitors(new MonitorModel(names, this))
    , m_releases(new ReleaseHealthModel(names, this))
    , m_discarded(new DiscardedModel(names, this))
{
    m_tables = {addPage(tr("Monitors"), *m_monitors, int(MonitorModel::Column::Monitor)),
                addPage(tr("Sessions"), *m_releases, int(ReleaseHealthModel::Column::Release)),
                addPage(tr("Dropped by SDK"), *m_discarded, int(DiscardedModel::Column::Reason))};
    m_tabs->setAccessibleName(tr("Pages of Health"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    setWidget(content);
    setUpWidths();
    showEmptyTexts();
    m_again.setSingleShot(true);
    m_again.setInterval(limits::reorderInterval);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_stale) {
            ask();
        }
    });
    connect(this, &Dock::cameIntoView, this, [this] {
        if (m_stale) {
            ask();
        }
    });
}

TableView *HealthDock::addPage(const QString &name, TableModel &model, int stretched)
{
    auto *table = new TableView(name, TableView::plainRow, this);
    table->setModel(&model);
    table->setItemDelegate(new RowDelegate(m_context.theme, table));
    table->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    auto *copy = new QAction(tr("&Copy Row"), table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, table, [table] {
        QStringList cells;
        const QModelIndex current = table->currentIndex();
        for (int column = 0; current.isValid() && column < table->model()->columnCount(); ++column) {
            cells.push_back(current.siblingAtColumn(column).data().toString());
        }
        if (!cells.isEmpty()) {
            QApplication::clipboard()->setText(cells.join(u'\t'));
        }
    });
    table->addAction(copy);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tabs->addTab(name);
    m_pages->addWidget(table);
    return table;
}

void HealthDock::setUpWidths()
{
    const auto set = [](TableView &table, std::initializer_list<int> pixels) {
        int column = 0;
        for (const int width : pixels) {
            table.setColumnWidth(column++, width);
        }
    };
    set(table(Page::Monitors), {160, 88, 104, 76, 136, 76, 56, 104, 104});
    set(table(Page::Sessions), {160, 88, 80, 72, 72, 76, 80, 84, 128, 104, 104});
    set(table(Page::Dropped), {76, 96, 260, 172, 68, 112, 104});
}

TableView &HealthDock::table(Page page) const
{
    return *m_tables[static_cast<std::size_t>(page)];
}

void HealthDock::showPage(Page page)
{
    m_tabs->setCurrentIndex(int(page));
}

void HealthDock::takeFocus()
{
    TableView &shown = table(static_cast<Page>(m_tabs->currentIndex()));
    shown.setFocus(Qt::ShortcutFocusReason);
    if (!shown.currentIndex().isValid() && shown.model()->rowCount() > 0) {
        shown.setCurrentRow(0);
    }
}

// In a narrow dock the names need the room more.
void HealthDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    const int room = width();
    const auto hide = [room](TableView &table, auto column, int below) {
        table.setColumnHidden(int(column), room < below);
    };
    using Monitor = MonitorModel::Column;
    hide(table(Page::Monitors), Monitor::Project, 960);
    hide(table(Page::Monitors), Monitor::Environment, 860);
    hide(table(Page::Monitors), Monitor::Duration, 760);
    hide(table(Page::Monitors), Monitor::Schedule, 580);
    using Release = ReleaseHealthModel::Column;
    hide(table(Page::Sessions), Release::Project, 1040);
    hide(table(Page::Sessions), Release::Environment, 920);
    hide(table(Page::Sessions), Release::LastStarted, 820);
    hide(table(Page::Sessions), Release::Unhandled, 700);
    hide(table(Page::Sessions), Release::Abnormal, 620);
    hide(table(Page::Sessions), Release::Exited, 540);
    using Dropped = DiscardedModel::Column;
    hide(table(Page::Dropped), Dropped::Project, 960);
    hide(table(Page::Dropped), Dropped::Reports, 880);
    hide(table(Page::Dropped), Dropped::Last, 560);
    hide(table(Page::Dropped), Dropped::By, 780);
}

void HealthDock::applyChanges(const store::ChangeSet &changes)
{
    if (changes.telemetry || changes.issuesReordered) {
        m_stale = true;
        if (!m_again.isActive()) {
            ask();
        }
    }
}

Result<HealthDock::Content> HealthDock::read(store::Reader &reader)
{
    auto monitors = reader.monitors();
    if (!monitors) {
        return tl::unexpected<Error>(std::move(monitors.error()));
    }
    auto releases = reader.releaseHealth();
    if (!releases) {
        return tl::unexpected<Error>(std::move(releases.error()));
    }
    auto discarded = reader.discarded();
    if (!discarded) {
        return tl::unexpected<Error>(std::move(discarded.error()));
    }
    return Content{std::move(*monitors), std::move(*releases), std::move(*discarded)};
}

void HealthDock::ask()
{
    if (!isInView()) {
        return;
    }
    m_stale = false;
    m_again.start();
    m_context.query.ask<Content>(query::Lane::Lists, m_channel, this, &HealthDock::read,
                                 [this](Result<Content> content) {
                                     if (content) {
                                         showContent(std::move(*content));
                                     } else if (content.error().code == ErrorCode::Interrupted) {
                                         m_stale = true;
                                     } else {
                                         const QString text = errorText(content.error(), tr("The workspace"));
                                         for (TableView *table : m_tables) {
                                             table->setEmptyText(text);
                                         }
                                     }
                                 });
}

void HealthDock::showContent(Content content)
{
    setRows(table(Page::Monitors), *m_monitors, std::move(content.monitors));
    setRows(table(Page::Sessions), *m_releases, std::move(content.releases));
    setRows(table(Page::Dropped), *m_discarded, std::move(content.discarded));
    showEmptyTexts(); // an error may have stood there
    showCounts();
}

void HealthDock::showCounts()
{
    const auto show = [this](Page page, const QString &name) {
        const int count = table(page).model()->rowCount();
        m_tabs->setTabText(int(page), count == 0 ? name : u"%1  %2"_s.arg(name, countText(count)));
    };
    show(Page::Monitors, tr("Monitors"));
    show(Page::Sessions, tr("Sessions"));
    show(Page::Dropped, tr("Dropped by SDK"));
}

void HealthDock::showEmptyTexts()
{
    table(Page::Monitors)
        .setEmptyText(tr("No check-in has come yet. A job sends them with its SDK's monitor (in Python "
                         "sentry_sdk.monitor, in JavaScript Sentry.withMonitor), with sentry-cli monitors run, or by a "
                         "request to /api/1/cron/<monitor>/."));
    table(Page::Sessions)
        .setEmptyText(tr("No session has come yet. SDKs send them by themselves when a release is set and session "
                         "tracking is not turned off."));
    table(Page::Dropped)
        .setEmptyText(tr("No SDK has reported that it dropped anything. SDKs tell it from time to time, unless "
                         "send_client_reports is turned off."));
}

} // namespace picket::ui
