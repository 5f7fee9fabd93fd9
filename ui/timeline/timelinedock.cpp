// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinedock.h"

#include "core/base/limits.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/timeline/timeaxisview.h"
#include "ui/timeline/timelinesource.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/wording/text.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr std::chrono::seconds besideLone{30}; // shown on either side of an event that stands alone
constexpr std::chrono::milliseconds leastCrumbs{2}; // an axis of one moment tells nothing

} // namespace

TimelineDock::TimelineDock(const DockContext &context, QWidget *parent)
    : Dock(u"timeline"_s, tr("Timeline"), parent)
    , m_context(context)
    , m_source(new TimelineSource(context.query, this))
    , m_view(new TimeAxisView(context.theme, this))
    , m_note(new ElidedLabel(this))
{
    auto *group = new QActionGroup(this);
    m_fitCrumbs =
        addFit(u"timeline.breadcrumbs"_s, tr("Timeline: Fit the Breadcrumbs"), tr("Breadcrumbs"), Fit::Breadcrumbs);
    m_fitEvents = addFit(u"timeline.events"_s, tr("Timeline: Fit the Events"), tr("Events"), Fit::Events);
    group->addAction(m_fitCrumbs);
    group->addAction(m_fitEvents);
    setWidget(makeContent());
    Navigator &navigator = context.navigator;
    connect(m_view, &TimeAxisView::eventChosen, &navigator, &Navigator::selectEvent);
    connect(m_view, &TimeAxisView::crumbChosen, &navigator, &Navigator::selectBreadcrumb);
    connect(&navigator, &Navigator::breadcrumbChanged, m_view, &TimeAxisView::setChosenCrumb);
    connect(m_view, &TimeAxisView::fitWanted, this, &TimelineDock::fit);
    connect(m_view, &TimeAxisView::rangeChanged, this, [this] { m_source->setVisible(m_view->visibleRange()); });
    connect(m_source, &TimelineSource::changed, this, &TimelineDock::showEvents);
    connect(&context.current, &CurrentEvent::detailChanged, this, &TimelineDock::showDetail);
    connect(&context.current, &CurrentEvent::issueChanged, this, &TimelineDock::ask);
    connect(this, &QDockWidget::visibilityChanged, this, &TimelineDock::ask);
    showDetail();
}

QAction *TimelineDock::addFit(const QString &id, const QString &text, const QString &shortText, Fit fit)
{
    QAction *action = m_context.actions.add(id, text);
    action->setIconText(shortText);
    action->setCheckable(true);
    action->setChecked(fit == m_fit);
    connect(action, &QAction::triggered, this, [this, fit] {
        m_fit = fit;
        this->fit();
    });
    return action;
}

QWidget *TimelineDock::makeContent()
{
    auto *content = new QWidget(this);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 8, 0);
    top->setSpacing(0);
    for (QAction *action : {m_fitCrumbs, m_fitEvents}) {
        auto *button = new QToolButton(content);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        top->addWidget(button);
    }
    m_note->setColorRole(QPalette::PlaceholderText);
    top->addSpacing(8);
    top->addWidget(m_note, 1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    return content;
}

void TimelineDock::takeFocus()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

QString TimelineDock::note() const
{
    return m_note->text();
}

void TimelineDock::showDetail()
{
    const DetailPtr detail = m_context.current.detail();
    const DetailPtr before = m_view->crumbs().detail;
    const bool another = !detail || !before || before->row.id != detail->row.id;
    const bool anotherIssue = !detail || !before || before->row.issue != detail->row.issue;
    m_view->setCrumbs(eventCrumbs(detail));
    m_view->setChosenCrumb(m_context.navigator.breadcrumb());
    m_view->setEmptyText(detail ? QString() : tr("Select an issue to see when it happened."));
    ask();
    if (detail && (anotherIssue || (another && m_fit == Fit::Breadcrumbs))) {
        fit();
    }
    showNote();
}

// What somebody looks at is asked for; the source sees to it that it is not too often.
void TimelineDock::ask()
{
    // First of all: while the window is destroyed, docks are told that they are hidden.
    if (!isVisible() || visibleRegion().isEmpty()) {
        return;
    }
    const IssueId issue = m_context.navigator.issue();
    m_source->setIssue(issue);
    const auto &row = m_context.current.issue();
    if (!row || row->id != issue) {
        m_asked = -1;
    } else if (std::exchange(m_asked, row->events) != row->events || !m_source->isLoaded()) {
        m_source->refresh();
    }
}

void TimelineDock::showEvents()
{
    m_view->setEvents(m_source->events());
    m_view->setMarks(m_source->marks());
    if ((m_fitWaits && m_source->isLoaded()) || hasNewerEvents()) {
        fit();
    }
    showNote();
}

// Behind an axis that shows all events, as long as nobody has zoomed or moved it.
bool TimelineDock::hasNewerEvents() const
{
    const store::TimeRange visible = m_view->visibleRange();
    const auto &events = m_source->events();
    return m_fittedToEvents && m_fittedToEvents->from == visible.from && m_fittedToEvents->to == visible.to
        && !events.empty() && events.back().timestamp > visible.to;
}

void TimelineDock::fit()
{
    const EventCrumbs &crumbs = m_view->crumbs();
    m_fitCrumbs->setEnabled(crumbs.span.has_value());
    m_fitWaits = false;
    m_fittedToEvents.reset();
    if (!crumbs.detail) {
        return;
    }
    const bool byCrumbs = m_fit == Fit::Breadcrumbs && crumbs.span;
    (byCrumbs ? m_fitCrumbs : m_fitEvents)->setChecked(true);
    if (byCrumbs) {
        m_view->fit({std::min(crumbs.span->from, crumbs.span->to - leastCrumbs), crumbs.span->to});
        return;
    }
    store::TimeRange range{crumbs.event, crumbs.event};
    if (const auto &events = m_source->events(); !events.empty()) {
        range = {std::min(range.from, events.front().timestamp), std::max(range.to, events.back().timestamp)};
    }
    m_fitWaits = !m_source->isLoaded();
    if (range.to - range.from < 2 * besideLone) {
        range = {range.from - besideLone, range.to + besideLone};
    }
    m_view->fit(range);
    m_fittedToEvents = m_view->visibleRange();
}

void TimelineDock::showNote()
{
    const EventCrumbs &crumbs = m_view->crumbs();
    QStringList notes;
    if (crumbs.farAway > 0) {
        notes.push_back(crumbs.farAway == 1 ? tr("1 breadcrumb lies far away")
                                            : tr("%1 breadcrumbs lie far away").arg(countText(crumbs.farAway)));
    }
    if (!m_source->isWhole()) {
        notes.push_back(tr("at most %1 events at a time").arg(countText(limits::timelineEvents)));
    }
    m_note->setText(notes.join(u" · "_s));
}

} // namespace picket::ui
