// SPDX-License-Identifier: GPL-3.0-or-later
// The window's own commands and its menus.
#include "ui/window/mainwindow.h"

#include "core/ingest/ingestservice.h"
#include "ui/issues/issuepane.h"
#include "ui/state/actions.h"
#include "ui/state/changebus.h"
#include "ui/state/currentevent.h"
#include "ui/state/overview.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/window/firstrunpage.h"
#include "ui/window/headerstrip.h"
#include "ui/window/layoutmanager.h"
#include "ui/window/shortcutsdialog.h"
#include "ui/window/testevent.h"
#include "ui/wire/wirelogdock.h"
#include "ui/wording/dsn.h"

#include <QActionGroup>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

void MainWindow::addActions()
{
    const auto add = [this](const QString &id, const QString &text, std::initializer_list<QKeySequence> keys,
                            auto action) {
        QAction *added = m_actions->add(id, text, keys);
        connect(added, &QAction::triggered, this, action);
        return added;
    };
    add(u"view.issues"_s, tr("Back to the &Issues"), {QKeySequence(Qt::Key_Escape)}, [this] {
        if (m_overview->numbers().totals.issues > 0) {
            leaveFirstRun();
        }
        m_pane->setFocus(Qt::ShortcutFocusReason);
    });
    add(u"file.quit"_s, tr("&Quit"), {QKeySequence::Quit}, [this] { close(); });
    add(u"edit.filter"_s, tr("&Filter Issues"), {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)},
        [this] {
            leaveFirstRun();
            m_header->filterBox().setFocus(Qt::ShortcutFocusReason);
            m_header->filterBox().selectAll();
        });
    addIssueActions();
    const QKeySequence newer(Qt::Key_BracketRight);
    const QKeySequence older(Qt::Key_BracketLeft);
    add(u"event.oldest"_s, tr("Oldest Event"), {}, [this] { m_current->goToOldest(); })->setIcon(icon(u"first"_s));
    add(u"event.older"_s, tr("Older Event"), {older, QKeySequence(Qt::ALT | Qt::Key_Left)}, [this] {
        m_current->step(-1);
    })->setIcon(icon(u"previous"_s));
    add(u"event.newer"_s, tr("Newer Event"), {newer, QKeySequence(Qt::ALT | Qt::Key_Right)}, [this] {
        m_current->step(1);
    })->setIcon(icon(u"next"_s));
    add(u"event.newest"_s, tr("Newest Event"), {}, [this] { m_current->goToNewest(); })->setIcon(icon(u"last"_s));
    QAction *pause =
        add(u"view.pause"_s, tr("&Pause the Display"), {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this](bool on) {
            m_bus->setPaused(on);
            m_header->setPaused(on, 0);
        });
    pause->setCheckable(true);
    add(u"view.refused"_s, tr("Refused Requests"), {}, [this] {
        m_layout->bringUp(m_wireLogDock);
        m_wireLogDock->showRefused();
    })->setVisible(false);
    add(u"listener.connect"_s, tr("&Connect a Program …"), {}, [this] { showFirstRun(true); });
    add(u"listener.copyDsn"_s, tr("Copy &DSN"), {}, [this] { m_firstRun->copyDsn(); });
    QAction *send = add(u"listener.sendTestEvent"_s, tr("Send &Test Event"), {}, [this] {
        m_firstRun->setSending(true);
        m_testEvent->send(envelopeUrl(m_context.listening));
    });
    const bool listens = !m_context.listening.addresses.empty();
    send->setEnabled(listens);
    m_actions->get(u"listener.copyDsn"_s)->setEnabled(listens);
    addThemeActions();
    addHelpActions();
}

void MainWindow::addHelpActions()
{
    const auto add = [this](const QString &id, const QString &text, std::initializer_list<QKeySequence> keys,
                            auto action) {
        connect(m_actions->add(id, text, keys), &QAction::triggered, this, action);
    };
    add(u"help.shortcuts"_s, tr("&Keyboard Shortcuts"), {QKeySequence(Qt::Key_Question)}, [this] {
        auto *dialog = new ShortcutsDialog(*m_actions, *m_theme, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    add(u"help.about"_s, tr("&About Picket"), {}, [this] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Picket"),
                                    tr("Picket %1").arg(QStringLiteral(PICKET_VERSION)), QMessageBox::Close, this);
        box->setTextFormat(Qt::PlainText);
        box->setIconPixmap(applicationIcon().pixmap(64));
        box->setInformativeText(tr("An issue browser for the SDKs of Sentry, on this machine only.\n"
                                   "Free software under the GNU General Public License, version 3 or later."));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

void MainWindow::addIssueActions()
{
    using model::IssueStatus;
    const auto add = [this](const QString &id, const QString &text, std::initializer_list<QKeySequence> keys,
                            auto action) {
        QAction *added = m_actions->add(id, text, keys);
        connect(added, &QAction::triggered, this, action);
        added->setEnabled(m_context.ingest != nullptr);
        return added;
    };
    add(u"issue.resolve"_s, tr("&Resolve"), {QKeySequence(Qt::Key_R)}, [this] { setStatus(IssueStatus::Resolved); });
    add(u"issue.mute"_s, tr("&Mute"), {QKeySequence(Qt::Key_M)}, [this] { setStatus(IssueStatus::Muted); });
    add(u"issue.reopen"_s, tr("Re&open"), {QKeySequence(Qt::SHIFT | Qt::Key_R)},
        [this] { setStatus(IssueStatus::Unresolved); });
    add(u"issue.delete"_s, tr("&Delete"), {QKeySequence::Delete}, [this] { deleteIssues(); });
    add(u"issue.undoDelete"_s, tr("&Undo Delete"), {QKeySequence::Undo}, [this] { undoDelete(); })->setEnabled(false);
    add(u"issue.mark"_s, tr("Mark"), {QKeySequence(Qt::CTRL | Qt::Key_M)}, [this] {
        beginEdit();
        m_context.ingest->addMark({});
    })->setToolTip(tr("Mark this moment: “New since mark” shows what is new from now on"));
}

void MainWindow::addThemeActions()
{
    auto *group = new QActionGroup(this);
    const struct {
        Theme::Choice choice;
        QString id;
        QString text;
    } themes[] = {{Theme::Choice::System, u"view.themeSystem"_s, tr("Colours as the System")},
                  {Theme::Choice::Dark, u"view.themeDark"_s, tr("Dark")},
                  {Theme::Choice::Light, u"view.themeLight"_s, tr("Light")}};
    for (const auto &theme : themes) {
        QAction *action = m_actions->add(theme.id, theme.text);
        action->setCheckable(true);
        action->setChecked(theme.choice == m_theme->choice());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = theme.choice] { m_theme->setChoice(choice); });
    }
    QAction *contrast = m_actions->add(u"view.highContrast"_s, tr("&High Contrast"));
    contrast->setCheckable(true);
    connect(contrast, &QAction::toggled, m_theme, &Theme::setHighContrastWanted);
}

void MainWindow::fillMenus()
{
    const auto menu = [this](const QString &title, std::initializer_list<QString> ids) {
        QMenu *added = menuBar()->addMenu(title);
        for (const QString &id : ids) {
            if (id.isEmpty()) {
                added->addSeparator();
            } else {
                added->addAction(m_actions->get(id));
            }
        }
        return added;
    };
    menu(tr("&File"), {u"file.quit"_s});
    menu(tr("&Edit"), {u"issue.undoDelete"_s, QString(), u"edit.filter"_s});
    QMenu *view =
        menu(tr("&View"), {u"view.issues"_s, u"view.pause"_s, u"view.timeline"_s, u"view.columns"_s, QString()});
    m_layout->fillViewMenu(view);
    view->addSeparator();
    for (const auto &id : {u"view.themeSystem"_s, u"view.themeDark"_s, u"view.themeLight"_s, u"view.highContrast"_s}) {
        view->addAction(m_actions->get(id));
    }
    menu(tr("&Issue"),
         {u"issue.next"_s, u"issue.previous"_s, QString(), u"issue.resolve"_s, u"issue.mute"_s, u"issue.reopen"_s,
          u"issue.delete"_s, QString(), u"issue.mark"_s});
    menu(tr("Eve&nt"),
         {u"event.newer"_s, u"event.older"_s, u"event.newest"_s, u"event.oldest"_s, QString(), u"frame.nextInApp"_s,
          u"frame.previousInApp"_s, u"stack.oldestFirst"_s, u"stack.asText"_s, u"stack.copy"_s, QString(),
          u"source.recorded"_s, u"event.asReceived"_s});
    menu(tr("&Listener"), {u"listener.connect"_s, u"listener.copyDsn"_s, u"listener.sendTestEvent"_s});
    m_layout->fillWindowMenu(menuBar()->addMenu(tr("&Window")));
    menu(tr("&Help"), {u"help.shortcuts"_s, u"help.about"_s});
}

QMenu *MainWindow::createPopupMenu()
{
    auto *popup = new QMenu(this);
    m_layout->fillViewMenu(popup);
    return popup;
}

} // namespace picket::ui
