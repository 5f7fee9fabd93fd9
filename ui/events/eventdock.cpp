// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventdock.h"

#include "core/query/queryservice.h"
#include "core/store/delivery.h"
#include "ui/issues/tagmodel.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/state/pinnedtags.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factrow.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/text.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QMetaMethod>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

// The SDK's word for it; empty where it says nothing.
QString handledText(const model::Event &event)
{
    if (event.isUnhandled()) {
        return EventDock::tr("unhandled");
    }
    const bool handled = std::any_of(event.exceptions.begin(), event.exceptions.end(), [](const model::Exception &e) {
        return e.mechanism && e.mechanism->handled == true;
    });
    return handled ? EventDock::tr("handled") : QString();
}

// When and in which releases the issue came first and last.
QString seenText(const model::IssueRow &issue, Timestamp time)
{
    const auto ago = [time](Timestamp seen) {
        const QString text = agoShort(seen, time);
        return time - seen < std::chrono::minutes(1) ? text : EventDock::tr("%1 ago").arg(text);
    };
    const QString first = ago(issue.firstSeen);
    const QString last = ago(issue.lastSeen);
    const QString firstRelease = toLine(issue.firstRelease, 24);
    const QString release = toLine(issue.release, 24);
    if (firstRelease == release) {
        const QString seen = EventDock::tr("first seen %1, last %2").arg(first, last);
        return release.isEmpty() ? seen : EventDock::tr("%1, in %2").arg(seen, release);
    }
    const auto in = [](const QString &seen, const QString &name) {
        return name.isEmpty() ? seen : EventDock::tr("%1 in %2", "2 min ago in shop@1.4.2").arg(seen, name);
    };
    return EventDock::tr("first seen %1, last %2").arg(in(first, firstRelease), in(last, release));
}

QToolButton *buttonFor(QAction *action, QWidget *parent, bool iconOnly)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(iconOnly ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
    button->setAutoRaise(iconOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    return button;
}

} // namespace

EventDock::EventDock(const DockContext &context, QWidget *parent)
    : Dock(u"event"_s, tr("Event"), parent)
    , m_context(context)
    , m_level(plainLabel({}, this))
    , m_title(new ElidedLabel(this))
    , m_about(new ElidedLabel(this))
    , m_facts(new FactRow(this))
    , m_position(plainLabel({}, this))
    , m_time(plainLabel({}, this))
    , m_feedback(context.actions.add(u"event.feedback"_s, tr("Feedback About the Event")))
    , m_feedbackChannel(context.query.newChannel())
{
    setWidget(makeContent());
    setTitleShown(false);
    connect(&context.current, &CurrentEvent::detailChanged, this, &EventDock::showDetail);
    connect(&context.current, &CurrentEvent::issueChanged, this, &EventDock::showIssue);
    connect(&context.theme, &Theme::changed, this, &EventDock::applyColors);
    connect(&context.pinned, &PinnedTags::changed, this, &EventDock::showFacts);
    connect(m_facts, &FactRow::chosen, this, &EventDock::openMenu);
    connect(m_feedback, &QAction::triggered, this, [this] { Q_EMIT feedbackWanted(m_newestFeedback); });
    showDetail();
    showIssue();
}

QWidget *EventDock::makeContent()
{
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_title->setFont(large);
    m_about->setColorRole(QPalette::PlaceholderText);
    m_level->setForegroundRole(QPalette::WindowText); // it would be Text on a base background
    m_time->setForegroundRole(QPalette::PlaceholderText);

    Actions &actions = m_context.actions;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_level);
    top->addWidget(m_title, 1);
    QToolButton *feedback = buttonFor(m_feedback, content, false);
    connect(m_feedback, &QAction::visibleChanged, feedback,
            [this, feedback] { feedback->setVisible(m_feedback->isVisible()); });
    top->addWidget(feedback);
    m_reopen = buttonFor(actions.get(u"issue.reopen"_s), content, false);
    m_resolve = buttonFor(actions.get(u"issue.resolve"_s), content, false);
    m_mute = buttonFor(actions.get(u"issue.mute"_s), content, false);
    for (QToolButton *button : {m_reopen, m_resolve, m_mute}) {
        top->addWidget(button);
    }
    layout->addLayout(top);
    layout->addWidget(m_about);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(0);
    steps->addWidget(buttonFor(actions.get(u"event.oldest"_s), content, true));
    steps->addWidget(buttonFor(actions.get(u"event.older"_s), content, true));
    steps->addSpacing(4);
    steps->addWidget(m_position);
    steps->addSpacing(4);
    steps->addWidget(buttonFor(actions.get(u"event.newer"_s), content, true));
    steps->addWidget(buttonFor(actions.get(u"event.newest"_s), content, true));
    steps->addSpacing(8);
    steps->addWidget(m_time);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_facts, 1, Qt::AlignTop);
    bottom->addLayout(steps);
    bottom->setAlignment(steps, Qt::AlignTop); // beside the first of two lines
    layout->addLayout(bottom);
    content->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return content;
}

QString EventDock::title() const
{
    return m_title->text();
}

QString EventDock::aboutLine() const
{
    return m_about->text();
}

void EventDock::takeFocus()
{
    m_facts->setFocus(Qt::ShortcutFocusReason);
}

QString EventDock::positionText() const
{
    return m_position->text();
}

void EventDock::showDetail()
{
    const DetailPtr detail = m_context.current.detail();
    m_level->setVisible(detail != nullptr);
    m_facts->setVisible(true);
    askFeedback();
    if (!detail) {
        const auto &error = m_context.current.error();
        m_title->setText(error ? tr("This event cannot be shown") : tr("No issue selected"));
        m_about->setText(error ? toLine(error->detail) : tr("Select one in the list, or press J."));
        m_facts->setFacts({});
        m_time->clear();
        return;
    }
    const model::Event &event = detail->event;
    m_level->setText(levelWord(event.level));
    m_title->setText(toLine(detail->row.title.empty() ? detail->grouping.title : detail->row.title));
    m_time->setText(listTime(event.timestamp, now()));
    setPlainToolTip(m_time, absoluteTime(event.timestamp));
    showFacts();
    applyColors();
}

// What one looks for first, then what somebody pinned.
void EventDock::showFacts()
{
    const DetailPtr detail = m_context.current.detail();
    QList<FactRow::Fact> facts;
    if (!detail) {
        m_facts->setFacts(facts);
        return;
    }
    const model::Event &event = detail->event;
    const auto add = [&](const QString &name, const std::string &value, bool pinned = false) {
        if (!value.empty()) {
            facts.push_back({name, toLine(value, 200), pinned});
        }
    };
    add(tr("release"), event.release);
    add(tr("environment"), event.environment);
    add(tr("user"), event.user ? event.user->tag() : std::string());
    add(tr("transaction"), event.transaction);
    const std::vector<model::TextPair> tags = allTags(event);
    for (const QString &key : m_context.pinned.keys()) {
        const auto tag = std::find_if(tags.begin(), tags.end(),
                                      [&, utf8 = key.toStdString()](const auto &t) { return t.first == utf8; });
        if (tag != tags.end()) {
            add(toLine(tag->first, 60), tag->second, true);
        }
    }
    add(tr("server"), event.serverName);
    add(tr("platform"), event.platform);
    m_facts->setFacts(facts);
}

void EventDock::applyChanges(const store::ChangeSet &changes)
{
    if (changes.telemetry) {
        askFeedback();
    }
}

void EventDock::askFeedback()
{
    const DetailPtr detail = m_context.current.detail();
    if (!detail) {
        m_context.query.cancel(query::Lane::Details, m_feedbackChannel);
        showFeedback(0, {});
        return;
    }
    m_context.query.ask<std::vector<model::FeedbackRow>>(
        query::Lane::Details, m_feedbackChannel, this,
        [uuid = detail->row.eventId](store::Reader &reader) { return reader.feedback(uuid); },
        [this](const Result<std::vector<model::FeedbackRow>> &rows) {
            const bool any = rows && !rows->empty();
            showFeedback(any ? rows->size() : 0, any ? rows->front().id : FeedbackId());
        });
}

void EventDock::showFeedback(std::size_t count, FeedbackId newest)
{
    m_newestFeedback = newest;
    m_feedback->setIconText(tr("%n feedback", nullptr, static_cast<int>(count)));
    m_feedback->setVisible(count > 0);
}

void EventDock::openMenu(qsizetype first, qsizetype count, const QPoint &below)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype fact = first; fact < first + count; ++fact) {
        const FactRow::Fact &shown = m_facts->facts()[fact];
        fillMenu(count == 1 ? *menu : *menu->addMenu(withoutMnemonics(shown.name + u' ' + shown.value)), fact);
    }
    menu->popup(below);
}

void EventDock::fillMenu(QMenu &menu, qsizetype fact)
{
    const FactRow::Fact shown = m_facts->facts()[fact];
    const auto copy = [](const QString &text) {
        return [text] {
            QApplication::clipboard()->setText(text);
        };
    };
    connect(menu.addAction(tr("&Copy Value")), &QAction::triggered, this, copy(shown.value));
    connect(menu.addAction(tr("Copy &Name and Value")), &QAction::triggered, this,
            copy(shown.name + u':' + shown.value));
    if (isSignalConnected(QMetaMethod::fromSignal(&EventDock::filterWanted))) {
        connect(menu.addAction(tr("&Filter by This Text")), &QAction::triggered, this,
                [this, text = shown.value] { Q_EMIT filterWanted(text); });
    }
    if (shown.pinned) {
        connect(menu.addAction(tr("&Unpin")), &QAction::triggered, this,
                [this, key = shown.name] { m_context.pinned.setPinned(key, false); });
    }
}

QString EventDock::aboutText() const
{
    const DetailPtr detail = m_context.current.detail();
    QStringList parts;
    if (!detail->grouping.culprit.empty()) {
        parts.push_back(toLine(detail->grouping.culprit, 80)); // what follows matters, too
    }
    if (const QString handled = handledText(detail->event); !handled.isEmpty()) {
        parts.push_back(handled);
    }
    if (detail->deliveryProblems > 0) {
        parts.push_back(tr("delivered with problems")); // the Context dock lists them
    }
    if (const auto &issue = m_context.current.issue()) {
        const Timestamp time = now();
        parts.push_back(issue->events == 1 ? tr("1 event") : tr("%1 events").arg(countText(issue->events)));
        parts.push_back(seenText(*issue, time));
        if (issue->status != model::IssueStatus::Unresolved) {
            parts.push_back(statusWord(issue->status));
        }
    }
    return parts.join(u"  ·  "_s);
}

void EventDock::showIssue()
{
    const CurrentEvent &current = m_context.current;
    if (current.detail()) {
        m_about->setText(aboutText());
    }
    const auto status = current.issue() ? current.issue()->status : model::IssueStatus::Unresolved;
    m_reopen->setVisible(status == model::IssueStatus::Resolved || status == model::IssueStatus::Muted);
    m_resolve->setVisible(status != model::IssueStatus::Resolved);
    m_mute->setVisible(status != model::IssueStatus::Muted);
    const qsizetype position = current.position();
    m_position->setText(position > 0 ? tr("%1 of %2").arg(countText(position), countText(current.count())) : QString());
    Actions &actions = m_context.actions;
    actions.get(u"event.oldest"_s)->setEnabled(position > 1);
    actions.get(u"event.older"_s)->setEnabled(position > 1);
    actions.get(u"event.newer"_s)->setEnabled(position > 0 && position < current.count());
    actions.get(u"event.newest"_s)->setEnabled(position > 0 && position < current.count());
}

void EventDock::applyColors()
{
    if (const DetailPtr detail = m_context.current.detail()) {
        QPalette palette = m_level->palette();
        palette.setColor(QPalette::WindowText, m_context.theme.levelColor(detail->event.level));
        m_level->setPalette(palette);
    }
}

} // namespace picket::ui
