// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "core/ingest/ingestservice.h"
#include "ui/issues/issuemodel.h"
#include "ui/issues/issuepane.h"
#include "ui/state/actions.h"
#include "ui/state/changebus.h"
#include "ui/state/currentevent.h"
#include "ui/state/issuescope.h"
#include "ui/state/overview.h"
#include "ui/state/storewatch.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/timeline/histogrammodel.h"
#include "ui/timeline/timelinebar.h"
#include "ui/widgets/tableview.h"
#include "ui/window/firstrunpage.h"
#include "ui/window/headerstrip.h"
#include "ui/window/layoutmanager.h"
#include "ui/window/testevent.h"
#include "ui/wire/blockedorigins.h"
#include "ui/wire/wirelogdock.h"
#include "ui/wire/wirelogmodel.h"
#include "ui/wording/dsn.h"
#include "ui/wording/errortext.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/text.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr int newsTime = 8000; // milliseconds: the status bar tells what was done for so long

} // namespace

MainWindow::MainWindow(const WindowContext &context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_settings(context.settingsFile.isEmpty()
                     ? std::make_unique<QSettings>(u"picket"_s, u"picket"_s)
                     : std::make_unique<QSettings>(context.settingsFile, QSettings::IniFormat))
    , m_theme(new Theme(this))
    , m_actions(new Actions(this))
    , m_navigator(new Navigator(this))
    , m_bus(new ChangeBus(this))
    , m_current(new CurrentEvent(context.query, *m_navigator, this))
    , m_scope(new IssueScope(this))
    , m_overview(new Overview(context.query, *m_scope, this))
    , m_issues(new IssueModel(context.query, this))
    , m_wireLog(new WireLogModel(context.query, this))
    , m_testEvent(new TestEvent(this))
    , m_layout(new LayoutManager(*this, *m_actions))
{
    setWindowTitle(tr("%1 - Picket").arg(toLine(context.workspace.toStdString())));
    setWindowIcon(applicationIcon());
    resize(1280, 800);
    addActions();
    makeCentral();
    makeDocks();
    m_layout->reset(); // before it is shown: docks that stand one below the other would make the window tall
    makeStatusBar();
    fillMenus();
    connectParts();
    connectChanges();
    restoreSettings();
    showListener();
    m_overview->refresh();
    m_wireLog->reload();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentral()
{
    auto *central = new QWidget(this);
    m_banner = plainLabel({}, central);
    m_banner->setWordWrap(true);
    m_banner->setContentsMargins(8, 6, 8, 6);
    m_banner->hide();
    m_header = new HeaderStrip(*m_actions, *m_scope, *m_theme, this);
    addToolBar(m_header);
    addToolBarBreak();
    m_histogram = new HistogramModel(m_context.query, *m_scope, this);
    addToolBar(new TimelineBar(*m_histogram, *m_scope, *m_theme, *m_actions, this));
    m_pages = new QStackedWidget(central);
    m_pane = new IssuePane(*m_issues, *m_scope, *m_navigator, *m_theme, *m_actions, m_pages);
    m_pane->view().addActions({m_actions->get(u"issue.resolve"_s), m_actions->get(u"issue.mute"_s),
                               m_actions->get(u"issue.reopen"_s), m_actions->get(u"issue.delete"_s)});
    m_pane->view().setContextMenuPolicy(Qt::ActionsContextMenu);
    const QString name = listenerName(m_context.listening);
    const QString state = !m_context.ingest ? m_context.ownerNote.isEmpty()
            ? tr("This window only views the workspace, which cannot be written.")
            : tr("This window only views the workspace; it is owned by %1.").arg(m_context.ownerNote)
        : name.isEmpty() ? tr("Nobody listens.")
        : m_context.listening.movedFromDefault
        ? tr("Listening on %1, because the usual port was taken. An SDK's “spotlight: true” finds only the usual port.")
              .arg(name)
        : tr("Listening on %1.").arg(name);
    m_firstRun = new FirstRunPage(m_context.listening, state, *m_theme, m_pages);
    m_pages->addWidget(m_pane);
    m_pages->addWidget(m_firstRun);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_pages);
    central->setFocusProxy(m_pane);
    setCentralWidget(central);
}

void MainWindow::makeStatusBar()
{
    m_numbers = plainLabel({}, this);
    m_workspace = plainLabel({}, this);
    m_problem = plainLabel({}, this);
    QAction *showRefused = m_actions->get(u"view.refused"_s);
    auto *refused = new QToolButton(this);
    refused->setDefaultAction(showRefused);
    refused->setVisible(showRefused->isVisible());
    connect(showRefused, &QAction::visibleChanged, refused,
            [refused, showRefused] { refused->setVisible(showRefused->isVisible()); });
    refused->setAutoRaise(true);
    refused->setFocusPolicy(Qt::TabFocus);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(m_numbers);
    statusBar()->addWidget(m_workspace);
    statusBar()->addWidget(m_problem, 1);
    statusBar()->addPermanentWidget(refused);
}

void MainWindow::connectParts()
{
    connect(m_pane, &IssuePane::detailsWanted, this, [this] { m_layout->bringUp(m_layout->find(u"stack"_s)); });
    connect(m_firstRun, &FirstRunPage::backWanted, this, &MainWindow::leaveFirstRun);
    connect(m_firstRun, &FirstRunPage::testEventWanted, m_actions->get(u"listener.sendTestEvent"_s), &QAction::trigger);
    connect(m_testEvent, &TestEvent::answered, m_firstRun, &FirstRunPage::showAnswer);
    connect(m_testEvent, &TestEvent::answered, this, [this](int status, const QString &problem) {
        statusBar()->showMessage(status == 200 ? tr("Test event stored") : tr("Test event: %1").arg(problem), newsTime);
    });
    const auto fail = [this](const Error &error) {
        m_problem->setText(tr("The workspace cannot be read: %1").arg(toLine(error.detail)));
    };
    connect(m_issues, &IssueModel::failed, this, fail);
    connect(m_wireLog, &WireLogModel::failed, this, fail);
    connect(m_overview, &Overview::failed, this, fail);
    connect(m_histogram, &HistogramModel::failed, this, fail);
    connect(m_overview, &Overview::changed, this, &MainWindow::showNumbers);
    if (m_context.ingest) {
        connectStore();
    } else {
        watchStore();
    }
}

void MainWindow::connectStore()
{
    using ingest::IngestService;
    IngestService *service = m_context.ingest;
    connect(service, &IngestService::storeTrouble, this, &MainWindow::showStoreTrouble);
    connect(service, &IngestService::storeRecovered, this, &MainWindow::hideStoreTrouble);
    connect(service, &IngestService::storeReplaced, this, &MainWindow::showReplacement);
    connect(service, &IngestService::editFailed, this, &MainWindow::showFailedEdit);
    connect(service, &IngestService::logHeld, this, &MainWindow::showHeldLog);
    connect(service, &IngestService::logReleased, this, &MainWindow::hideHeldLog);
}

void MainWindow::connectChanges()
{
    connect(m_bus, &ChangeBus::changed, m_issues, &IssueModel::applyChanges);
    connect(m_bus, &ChangeBus::changed, m_wireLog, &WireLogModel::applyChanges);
    connect(m_bus, &ChangeBus::changed, m_current, &CurrentEvent::applyChanges);
    connect(m_bus, &ChangeBus::changed, m_overview, &Overview::refresh);
    connect(m_bus, &ChangeBus::changed, m_histogram, &HistogramModel::refresh);
    connect(m_bus, &ChangeBus::held, this, [this](std::int64_t events) { m_header->setPaused(true, events); });
    m_rateTimer.setInterval(std::chrono::seconds(1));
    connect(&m_rateTimer, &QTimer::timeout, this, [this] {
        showListener();
        if (m_rate.perMinute() == 0) {
            m_rateTimer.stop();
        }
    });
}

void MainWindow::watchStore()
{
    auto *watch = new StoreWatch(m_context.query, this);
    connect(watch, &StoreWatch::changed, this, [this](bool replaced) {
        store::ChangeSet anything;
        anything.issuesReordered = true;
        anything.telemetry = true;
        anything.counters = true;
        anything.replaced = replaced;
        applyChanges(anything);
    });
}

void MainWindow::applyChanges(const store::ChangeSet &changes)
{
    if (changes.replaced) {
        // Ids of the old database name other rows in the new one.
        m_deleted.clear();
        offerUndo();
        m_navigator->selectIssue({});
    }
    if (changes.deliveries > 0) {
        m_rate.add(changes.deliveries);
        // Another text may lay the whole window out anew: at once for the first one, then at most once a second.
        if (!m_rateTimer.isActive()) {
            showListener();
            m_rateTimer.start();
        }
    }
    m_bus->add(changes);
}

void MainWindow::showListener()
{
    if (!m_context.ingest) {
        m_header->setListener(m_context.ownerNote.isEmpty() ? tr("viewing, read-only")
                                                            : tr("viewing, owned by %1").arg(m_context.ownerNote),
                              false);
        return;
    }
    const QString name = listenerName(m_context.listening);
    const std::int64_t rate = m_rate.perMinute();
    m_header->setListener(name.isEmpty() ? tr("not listening")
                              : rate > 0 ? tr("%1   %2 / min").arg(name, countText(rate))
                                         : name,
                          !name.isEmpty());
}

void MainWindow::showNumbers()
{
    const OverviewNumbers &numbers = m_overview->numbers();
    const store::Totals &totals = numbers.totals;
    const QString issues = totals.issues == 1 ? tr("1 issue") : tr("%1 issues").arg(countText(totals.issues));
    const QString events = totals.events == 1 ? tr("1 event") : tr("%1 events").arg(countText(totals.events));
    m_numbers->setText(u"%1 · %2"_s.arg(issues, events));
    m_workspace->setText(
        tr("   workspace %1 · %2").arg(toLine(m_context.workspace.toStdString()), sizeText(totals.databaseBytes)));
    QAction *refused = m_actions->get(u"view.refused"_s);
    refused->setVisible(totals.refused > 0);
    refused->setText(totals.refused == 1 ? tr("1 request refused")
                                         : tr("%1 requests refused").arg(countText(totals.refused)));
    m_pane->setCounts(numbers.counts, numbers.lastMark && numbers.lastMark->kind == model::MarkKind::Run);
    m_scope->setLastMark(numbers.lastMark ? std::optional(numbers.lastMark->time) : std::nullopt);
    m_wireLogDock->blocked().setOrigins(numbers.blocked);
    m_header->setProjects(numbers.projects);
    m_firstRun->setBackShown(totals.issues > 0);
    if (totals.issues == 0) {
        showFirstRun(false);
    } else if (!m_firstRunAsked) {
        leaveFirstRun();
    }
}

void MainWindow::showFirstRun(bool asked)
{
    m_firstRunAsked = asked;
    m_pages->setCurrentWidget(m_firstRun);
}

void MainWindow::leaveFirstRun()
{
    m_firstRunAsked = false;
    m_pages->setCurrentWidget(m_pane);
}

bool MainWindow::showsFirstRun() const
{
    return m_pages->currentWidget() == m_firstRun;
}

void MainWindow::setStatus(model::IssueStatus status)
{
    std::vector<IssueId> issues = chosenIssues();
    if (m_context.ingest && !issues.empty()) {
        beginEdit();
        m_issues->expectOwnChange();
        m_context.ingest->setStatus(issues, status);
    }
}

std::vector<IssueId> MainWindow::chosenIssues() const
{
    if (showsFirstRun()) {
        return {}; // nobody sees what is selected
    }
    std::vector<IssueId> issues = m_pane->selectedIssues();
    if (issues.empty() && m_navigator->issue().isValid()) {
        issues.push_back(m_navigator->issue());
    }
    return issues;
}

void MainWindow::deleteIssues()
{
    std::vector<IssueId> issues = chosenIssues();
    if (!m_context.ingest || issues.empty()) {
        return;
    }
    beginEdit();
    m_issues->expectOwnChange();
    m_context.ingest->setDeleted(issues, true);
    m_deleted.push_back(std::move(issues));
    offerUndo();
}

void MainWindow::offerUndo()
{
    m_pane->offerUndo(m_deleted.empty() ? 0 : m_deleted.back().size());
    m_actions->get(u"issue.undoDelete"_s)->setEnabled(!m_deleted.empty());
}

void MainWindow::undoDelete()
{
    if (m_deleted.empty()) {
        return;
    }
    const IssueId first = m_deleted.back().front();
    beginEdit();
    m_issues->expectOwnChange();
    m_context.ingest->setDeleted(m_deleted.back(), false);
    m_deleted.pop_back();
    offerUndo();
    m_navigator->selectIssue(first);
}

void MainWindow::showStoreTrouble(const Error &error)
{
    m_trouble = tr("Nothing can be stored at the moment: %1. Senders are answered 503, so their events are lost "
                   "unless they send them again.")
                    .arg(errorReason(error));
    showBanner();
}

void MainWindow::hideStoreTrouble()
{
    m_trouble.clear();
    showBanner();
}

void MainWindow::showHeldLog(const store::HeldLog &log)
{
    m_heldLog = heldLogText(log);
    showBanner();
}

void MainWindow::hideHeldLog()
{
    m_heldLog.clear();
    showBanner();
}

void MainWindow::beginEdit()
{
    m_failedEdit.clear();
    showBanner();
}

void MainWindow::showBanner()
{
    QStringList lines{m_failedEdit, m_trouble, m_heldLog};
    lines.removeAll(QString());
    m_banner->setText(lines.join(u'\n'));
    m_banner->setVisible(!lines.isEmpty());
}

void MainWindow::showReplacement()
{
    m_problem->setText(tr("The database was removed or replaced; events are stored in a new one."));
}

void MainWindow::showFailedEdit(const ingest::FailedEdit &edit)
{
    if (edit.kind == ingest::EditKind::Delete) {
        const auto offered = std::find(m_deleted.begin(), m_deleted.end(), edit.issues);
        if (offered != m_deleted.end()) {
            m_deleted.erase(offered);
        }
    } else if (edit.kind == ingest::EditKind::Restore) {
        m_deleted.push_back(edit.issues);
    }
    offerUndo();
    m_issues->forgetOwnChange();
    m_failedEdit = failedEditText(edit);
    showBanner();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_wasShown, true) && !m_layout->restore(*m_settings)) {
        m_layout->reset();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSettings();
    QMainWindow::closeEvent(event);
}

void MainWindow::saveSettings()
{
    m_layout->save(*m_settings);
    m_pane->save(*m_settings);
    m_scope->save(*m_settings);
    m_settings->setValue("window/theme"_L1, int(m_theme->choice()));
    m_settings->setValue("window/highContrast"_L1, m_theme->isHighContrastWanted());
}

void MainWindow::restoreSettings()
{
    restoreGeometry(m_settings->value("window/geometry"_L1).toByteArray());
    const int choice = m_settings->value("window/theme"_L1).toInt();
    if (choice >= int(Theme::Choice::System) && choice <= int(Theme::Choice::Light)) {
        m_theme->setChoice(static_cast<Theme::Choice>(choice));
    }
    m_actions->get(u"view.highContrast"_s)->setChecked(m_settings->value("window/highContrast"_L1).toBool());
    m_pane->restore(*m_settings);
    m_scope->restore(*m_settings);
}

} // namespace picket::ui
