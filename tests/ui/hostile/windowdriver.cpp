// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/hostile/windowdriver.h"

#include "tests/support/patience.h"
#include "ui/code/scintilla.h"
#include "ui/issues/issuemodel.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/state/navigator.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/searchbox.h"
#include "ui/window/layoutmanager.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHelpEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSet>
#include <QSettings>
#include <QTabBar>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace picket::test {

namespace {

// Counts what the event loop delivers beside the watchdog's beat.
class EventCounter final : public QObject
{
public:
    explicit EventCounter(const QObject &beat)
        : m_beat(beat)
    {
        QCoreApplication::instance()->installEventFilter(this);
    }
    [[nodiscard]] int take() { return std::exchange(m_count, 0); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_count += watched == &m_beat ? 0 : 1;
        return QObject::eventFilter(watched, event);
    }

private:
    const QObject &m_beat;
    int m_count = 0;
};

// Before the window reads it.
QString settingsWith(const QTemporaryDir &folder, const std::string &agreedFolder)
{
    QString file = folder.filePath(u"settings.ini"_s);
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue("source/agreed"_L1, QStringList{QString::fromStdString(agreedFolder)});
    return file;
}

template <class T> QList<T *> shown(const QWidget &root)
{
    QList<T *> found = root.findChildren<T *>();
    found.removeIf([](const T *widget) { return !widget->isVisible() || widget->visibleRegion().isEmpty(); });
    return found;
}

std::string nameOf(const QWidget &widget)
{
    return (widget.accessibleName().isEmpty() ? QString::fromLatin1(widget.metaObject()->className())
                                              : widget.accessibleName())
        .toStdString();
}

} // namespace

WindowDriver::WindowDriver(const std::string &agreedFolder)
    : m_channel(m_workspace.query().newChannel())
{
    ui::WindowContext context{m_workspace.query(), nullptr, {}, u"default"_s, {}, {}};
    context.ownerNote = u"picket serve, process 4711"_s;
    context.settingsFile = settingsWith(m_folder, agreedFolder);
    m_window = std::make_unique<ui::MainWindow>(context);
    m_window->resize(1440, 900);
    m_window->show();
    m_window->layoutManager().reset();
}

void WindowDriver::settle()
{
    EventCounter counter(m_watchdog.beatSource());
    int open = 0;
    QObject context;
    const auto ask = [&](query::Lane lane) {
        ++open;
        m_workspace.query().ask<int>(
            lane, m_channel, &context, [](store::Reader &) -> Result<int> { return 0; },
            [&](const Result<int> &) { --open; });
    };
    // Lanes answer in the order asked: behind this answer nothing older is open.
    ask(query::Lane::Lists);
    ask(query::Lane::Details);
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired() && (open > 0 || counter.take() > 0)) {
        QCoreApplication::processEvents(open > 0 ? QEventLoop::WaitForMoreEvents : QEventLoop::AllEvents);
    }
}

void WindowDriver::act(const std::string &what, const std::function<void()> &action)
{
    m_watchdog.begin(what);
    action();
    settle();
    m_watchdog.end();
}

bool WindowDriver::actUntil(const std::string &what, const std::function<void()> &action,
                            const std::function<bool()> &isDone)
{
    m_watchdog.begin(what);
    action();
    const bool done = picket::test::await(isDone);
    settle();
    m_watchdog.end();
    return done;
}

bool WindowDriver::show(const std::string &name, const std::string &eventJson)
{
    return select(name, m_workspace.deliver(eventJson));
}

bool WindowDriver::showEnvelope(const std::string &name, const std::string &envelope)
{
    return select(name, m_workspace.deliverEnvelope(envelope));
}

bool WindowDriver::select(const std::string &name, const store::ChangeSet &changes)
{
    if (changes.issues.empty()) {
        return false;
    }
    const IssueId issue = changes.issues.front();
    const bool listed = actUntil(
        name + " in the list", [&] { m_window->applyChanges(changes); },
        [&] { return m_window->issues().rowOf(issue) >= 0; });
    const auto choose = [&] {
        m_window->navigator().selectIssue(issue);
        m_window->navigator().selectEvent(changes.lastEvent);
    };
    return listed && actUntil(name + ", selected", choose, [&] {
               const ui::DetailPtr detail = m_window->currentEvent().detail();
               return detail && detail->row.id == changes.lastEvent;
           });
}

void WindowDriver::use(const std::string &name, ui::Dock &dock)
{
    const std::string what = name + " / " + dock.windowTitle().toStdString();
    act(what + ", brought up", [&] { m_window->layoutManager().bringUp(&dock); });
    const auto bars = shown<QTabBar>(dock);
    walk(what, dock);
    for (QTabBar *bar : bars) {
        for (int page = 1; page < bar->count(); ++page) {
            const std::string title = what + ", " + bar->tabText(page).toStdString();
            act(title, [&] { bar->setCurrentIndex(page); });
            walk(title, dock);
        }
        bar->setCurrentIndex(0);
    }
    act(what + ", narrow", [&] { m_window->resize(1280, 720); });
    act(what + ", wide", [&] { m_window->resize(1440, 900); });
}

void WindowDriver::walk(const std::string &what, const QWidget &root)
{
    for (auto *area : shown<QAbstractScrollArea>(root)) {
        scroll(what + ", " + nameOf(*area), *area);
    }
    // One list's row brings up the list of its details.
    QSet<QAbstractItemView *> used;
    const auto next = [&]() -> QAbstractItemView * {
        const auto views = shown<QAbstractItemView>(root);
        const auto found = std::find_if(views.begin(), views.end(), [&](auto *view) { return !used.contains(view); });
        return found == views.end() ? nullptr : *found;
    };
    while (QAbstractItemView *view = next()) {
        used.insert(view);
        useItems(what + ", " + nameOf(*view), *view);
        hover(what + ", " + nameOf(*view), *view);
    }
    for (auto *box : shown<ui::SearchBox>(root)) {
        search(what + ", " + nameOf(*box), *box);
    }
    for (auto *code : shown<QsciScintilla>(root)) {
        key(what + ", code", *code, Qt::Key_End, Qt::ControlModifier);
        key(what + ", code", *code, Qt::Key_A, Qt::ControlModifier);
        key(what + ", code", *code, Qt::Key_C, Qt::ControlModifier);
    }
}

void WindowDriver::search(const std::string &what, ui::SearchBox &box)
{
    for (const QString &text : {u"e"_s, u"\u202e"_s}) {
        act(what + " typed", [&] {
            box.setText(text);
            Q_EMIT box.searched(text); // at once: the box would wait whether more is typed
        });
    }
    key(what, box, Qt::Key_Return);
    act(what + " cleared", [&] {
        box.clear();
        Q_EMIT box.searched({});
    });
}

void WindowDriver::scroll(const std::string &what, QAbstractScrollArea &area)
{
    for (QScrollBar *bar : {area.verticalScrollBar(), area.horizontalScrollBar()}) {
        if (bar->maximum() > 0) {
            act(what + " scrolled to the end", [&] { bar->setValue(bar->maximum()); });
            act(what + " scrolled a page", [&] { bar->triggerAction(QScrollBar::SliderPageStepSub); });
            act(what + " scrolled to the start", [&] { bar->setValue(0); });
        }
    }
}

void WindowDriver::key(const std::string &what, QWidget &widget, int key, Qt::KeyboardModifiers modifiers)
{
    act(what + " " + QKeySequence(key | static_cast<int>(modifiers)).toString().toStdString(),
        [&] { QTest::keyClick(&widget, static_cast<Qt::Key>(key), modifiers); });
}

void WindowDriver::useItems(const std::string &what, QAbstractItemView &view)
{
    act(what + " focused", [&] { view.setFocus(); });
    key(what, view, Qt::Key_Home);
    if (qobject_cast<QTreeView *>(&view)) {
        for (const int step :
             {Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Asterisk, Qt::Key_End, Qt::Key_Left}) {
            key(what, view, step);
        }
    }
    for (const int step : {Qt::Key_PageDown, Qt::Key_Down, Qt::Key_End, Qt::Key_PageUp}) {
        key(what, view, step);
    }
    for (QAction *action : view.actions()) {
        if (action->text().remove(u'&').startsWith("Copy"_L1)) {
            act(what + ", " + action->text().toStdString(), [&] { action->trigger(); });
        }
    }
    scroll(what + " opened", view);
}

void WindowDriver::hover(const std::string &what, QAbstractItemView &view)
{
    const QSize size = view.viewport()->size();
    for (const QPoint point :
         {QPoint(20, 4), QPoint(size.width() / 2, 30), QPoint(size.width() - 8, size.height() / 2)}) {
        act(what + " hovered", [&] {
            QHelpEvent help(QEvent::ToolTip, point, view.viewport()->mapToGlobal(point));
            QCoreApplication::sendEvent(view.viewport(), &help);
        });
        const QString text = QToolTip::text();
        // Made from plain text, it holds markup of its own, but no element that could name anything.
        if (text.contains("<img"_L1) || text.contains("<a "_L1) || text.contains("<table"_L1)
            || text.contains("<link"_L1)) {
            m_richToolTips.push_back(QString::fromStdString(what) + u": "_s + text.left(200));
        }
        act(what + " left", [] { QToolTip::hideText(); });
    }
}

void WindowDriver::runCommands(const std::string &name)
{
    const QStringList twice{u"event.asReceived"_s, u"stack.oldestFirst"_s, u"breadcrumbs.timeOfDay"_s, u"events.all"_s};
    const QStringList groups{u"event."_s, u"frame."_s};
    for (QAction *action : m_window->actions().all()) {
        const QString id = action->objectName();
        const bool steps =
            std::any_of(groups.begin(), groups.end(), [&](const QString &g) { return id.startsWith(g); });
        const bool copies = id.contains("copy"_L1, Qt::CaseInsensitive) && !id.startsWith("listener."_L1);
        const int times = twice.contains(id) ? 2 : steps || copies ? 1 : 0;
        for (int i = 0; i < times && action->isEnabled(); ++i) {
            act(name + ", " + id.toStdString(), [&] { action->trigger(); });
        }
    }
}

} // namespace picket::test
