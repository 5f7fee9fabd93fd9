// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"
#include "core/ingest/storenews.h"
#include "core/model/rows.h"
#include "core/store/delivery.h"
#include "ui/state/ratemeter.h"
#include "ui/widgets/dock.h"

#include <QMainWindow>
#include <QSettings>
#include <QTimer>

#include <memory>

class QLabel;
class QStackedWidget;

namespace picket::ingest {
class IngestService;
}
namespace picket::query {
class QueryService;
}

namespace picket::ui {

class ChangeBus;
class EventDock;
class FirstRunPage;
class HeaderStrip;
class HistogramModel;
class IssueModel;
class IssuePane;
class IssueScope;
class LayoutManager;
class Overview;
class ProjectNames;
class TestEvent;
class WireLogDock;
class WireLogModel;

// What the application hands to a window; everything outlives the window.
struct WindowContext {
    query::QueryService &query;
    ingest::IngestService *ingest = nullptr; // null: the workspace is somebody else's, the window only views it
    http::Listening listening; // of our own listener; without addresses nobody listens
    QString workspace; // its name: "default"
    QString ownerNote; // who owns it, when it is not ours: "picket serve, process 4711"; empty: it cannot be written
    QString settingsFile; // empty: the application's own settings
};

// GUI thread only. Frame of everything: makes the parts, connects them, and knows nothing of what they show.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(const WindowContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    // What the store says has changed. The application feeds it from IngestService::takeChanges().
    void applyChanges(const store::ChangeSet &changes);

    [[nodiscard]] Navigator &navigator() const { return *m_navigator; }
    [[nodiscard]] LayoutManager &layoutManager() const { return *m_layout; }
    [[nodiscard]] Actions &actions() const { return *m_actions; }
    [[nodiscard]] Theme &theme() const { return *m_theme; }
    [[nodiscard]] IssueModel &issues() const { return *m_issues; }
    [[nodiscard]] IssueScope &scope() const { return *m_scope; }
    [[nodiscard]] IssuePane &issuePane() const { return *m_pane; }
    [[nodiscard]] FirstRunPage &firstRunPage() const { return *m_firstRun; }
    [[nodiscard]] CurrentEvent &currentEvent() const { return *m_current; }
    [[nodiscard]] bool showsFirstRun() const;

    // For a right click on a title or the menu bar: which docks are open. Tool bars are not on offer, nothing else
    // would bring the header back.
    QMenu *createPopupMenu() override;

public Q_SLOTS:
    void showStoreTrouble(const picket::Error &error);
    void hideStoreTrouble();
    // Of a reader that makes the database's log grow.
    void showHeldLog(const picket::store::HeldLog &log);
    void hideHeldLog();
    void showReplacement();
    // What was shown before it was done is taken back.
    void showFailedEdit(const picket::ingest::FailedEdit &edit);

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addActions();
    void addThemeActions();
    void addHelpActions();
    void fillMenus();
    void makeCentral();
    void makeDocks();
    void addTelemetryDocks(const DockContext &context, const ProjectNames &names);
    void showTrace();
    void makeStatusBar();
    void connectParts();
    void connectChanges();
    void watchStore();
    void showNumbers();
    void showListener();
    void showFirstRun(bool asked);
    void leaveFirstRun();
    void addIssueActions();
    [[nodiscard]] std::vector<IssueId> chosenIssues() const;
    void setStatus(model::IssueStatus status);
    void deleteIssues();
    void undoDelete();
    void offerUndo();
    void beginEdit();
    void showBanner();
    void connectStore();
    void saveSettings();
    void restoreSettings();

    WindowContext m_context;
    std::unique_ptr<QSettings> m_settings;
    Theme *m_theme;
    Actions *m_actions;
    Navigator *m_navigator;
    ChangeBus *m_bus;
    CurrentEvent *m_current;
    IssueScope *m_scope;
    Overview *m_overview;
    IssueModel *m_issues;
    WireLogModel *m_wireLog;
    TestEvent *m_testEvent;
    LayoutManager *m_layout;
    HeaderStrip *m_header = nullptr;
    HistogramModel *m_histogram = nullptr;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_banner = nullptr;
    QString m_trouble; // lines of the banner; empty ones are not shown
    QString m_heldLog;
    QString m_failedEdit; // until the next one is tried
    IssuePane *m_pane = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    EventDock *m_eventDock = nullptr;
    WireLogDock *m_wireLogDock = nullptr;
    QLabel *m_numbers = nullptr;
    QLabel *m_workspace = nullptr;
    QLabel *m_problem = nullptr;
    std::vector<std::vector<IssueId>> m_deleted; // what can be brought back, the last one first to come
    RateMeter m_rate;
    QTimer m_rateTimer;
    bool m_wasShown = false;
    bool m_firstRunAsked = false; // somebody wanted to see the page, it does not leave by itself
};

} // namespace picket::ui
