// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/headerstrip.h"

#include "ui/state/actions.h"
#include "ui/state/issuescope.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/wording/text.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr std::chrono::milliseconds typingRest{150}; // no question for every letter

bool sameProjects(const std::vector<model::ProjectRow> &a, const std::vector<model::ProjectRow> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto &x, const auto &y) { return x.id == y.id && x.name == y.name; });
}

} // namespace

HeaderStrip::HeaderStrip(Actions &actions, IssueScope &scope, const Theme &theme, QWidget *parent)
    : QToolBar(tr("Header"), parent)
    , m_scope(scope)
    , m_theme(theme)
    , m_projects(new QComboBox(this))
    , m_filter(new QLineEdit(this))
    , m_period(new QComboBox(this))
    , m_pause(new QToolButton(this))
    , m_mark(new QToolButton(this))
    , m_listener(new QToolButton(this))
{
    setObjectName(u"header"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    toggleViewAction()->setVisible(false); // it is always there

    m_projects->setObjectName(u"projects"_s);
    m_projects->setAccessibleName(tr("Project"));
    m_projects->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_projects->setMinimumContentsLength(10);
    m_projects->setMaximumWidth(220);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setAccessibleName(tr("Filter issues"));
    m_filter->setPlaceholderText(tr("Filter by title or culprit"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    makePeriods();
    makeButtons(actions);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_projects, m_filter, m_period, m_pause, m_mark, m_listener}) {
        addWidget(widget);
    }

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingRest);
    connect(m_filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] { m_scope.setText(m_filter->text()); });
    connect(m_projects, &QComboBox::currentIndexChanged, this, [this](int index) {
        const auto row = static_cast<std::size_t>(index) - 1;
        m_scope.setProject(index > 0 && row < m_shownProjects.size() ? std::optional(m_shownProjects[row].id)
                                                                     : std::nullopt);
    });
    connect(&theme, &Theme::changed, this, &HeaderStrip::applyColors);
    connect(&scope, &IssueScope::changed, this, &HeaderStrip::showScope);
    m_projects->addItem(tr("All projects")); // which there are, the store will tell
    applyColors();
}

void HeaderStrip::makePeriods()
{
    const struct {
        Period period;
        QString text;
    } periods[] = {{Period::All, tr("All time")},           {Period::SinceMark, tr("Since the mark")},
                   {Period::QuarterHour, tr("15 minutes")}, {Period::Hour, tr("1 hour")},
                   {Period::Day, tr("24 hours")},           {Period::Week, tr("7 days")},
                   {Period::Month, tr("30 days")}};
    for (const auto &[period, text] : periods) {
        m_period->addItem(text, int(period));
    }
    m_period->setObjectName(u"period"_s);
    m_period->setAccessibleName(tr("Time range"));
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_period, &QComboBox::activated, this,
            [this] { m_scope.setPeriod(static_cast<Period>(m_period->currentData().toInt())); });
}

void HeaderStrip::makeButtons(Actions &actions)
{
    QAction *pause = actions.get(u"view.pause"_s);
    pause->setIcon(icon(u"pause"_s));
    m_pause->setDefaultAction(pause);
    m_pause->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_pause->setAccessibleName(tr("Pause the display"));
    m_pause->setFocusPolicy(Qt::TabFocus);
    m_mark->setDefaultAction(actions.get(u"issue.mark"_s));
    m_mark->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_mark->setFocusPolicy(Qt::TabFocus);
    m_listener->setDefaultAction(actions.get(u"listener.connect"_s));
    m_listener->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_listener->setFocusPolicy(Qt::TabFocus);
}

void HeaderStrip::setProjects(const std::vector<model::ProjectRow> &projects)
{
    if (!sameProjects(projects, m_shownProjects)) {
        const QSignalBlocker quiet(m_projects);
        m_shownProjects = projects;
        m_projects->clear();
        m_projects->addItem(tr("All projects"));
        for (const model::ProjectRow &project : projects) {
            m_projects->addItem(toLine(project.name, 60));
        }
    }
    showProject();
    if (m_scope.project() && m_projects->currentIndex() == 0) {
        m_scope.setProject(std::nullopt);
    }
}

void HeaderStrip::showProject()
{
    const QSignalBlocker quiet(m_projects);
    const auto chosen = std::find_if(m_shownProjects.begin(), m_shownProjects.end(),
                                     [this](const model::ProjectRow &p) { return p.id == m_scope.project(); });
    m_projects->setCurrentIndex(
        chosen == m_shownProjects.end() ? 0 : static_cast<int>(chosen - m_shownProjects.begin()) + 1);
}

void HeaderStrip::showScope()
{
    m_period->setCurrentIndex(m_period->findData(int(m_scope.period())));
    showProject();
    if (!m_typing.isActive() && m_filter->text().trimmed() != m_scope.text()) {
        m_filter->setText(m_scope.text());
    }
}

void HeaderStrip::setListener(const QString &text, bool listens)
{
    m_listener->setText(withoutMnemonics(u"● "_s + text));
    m_listener->setAccessibleName(listens ? tr("Listening on %1").arg(text) : text);
    if (std::exchange(m_listens, listens) != listens) {
        applyColors();
    }
}

QString HeaderStrip::listenerText() const
{
    return m_listener->text();
}

void HeaderStrip::setPaused(bool paused, std::int64_t heldEvents)
{
    m_pause->setToolButtonStyle(paused ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_pause->setText(tr("paused · %1 new").arg(countText(heldEvents)));
}

void HeaderStrip::applyColors()
{
    QPalette palette;
    palette.setColor(QPalette::ButtonText, m_listens ? m_theme.colors().good : m_theme.colors().muted);
    m_listener->setPalette(palette);
}

} // namespace picket::ui
