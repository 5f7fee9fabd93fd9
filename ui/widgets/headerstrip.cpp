// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headerstrip.h"

#include "ui/actions.h"
#include "ui/icons.h"
#include "ui/text.h"
#include "ui/theme.h"

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

HeaderStrip::HeaderStrip(Actions &actions, const Theme &theme, QWidget *parent)
    : QToolBar(tr("Header"), parent)
    , m_theme(theme)
    , m_projects(new QComboBox(this))
    , m_filter(new QLineEdit(this))
    , m_pause(new QToolButton(this))
    , m_listener(new QToolButton(this))
{
    setObjectName(u"header"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);

    m_projects->setAccessibleName(tr("Project"));
    m_projects->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_projects->setMinimumContentsLength(10);
    m_projects->setMaximumWidth(220);
    m_filter->setAccessibleName(tr("Filter issues"));
    m_filter->setPlaceholderText(tr("Filter by title or culprit"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    QAction *pause = actions.get(u"view.pause"_s);
    pause->setIcon(icon(u"pause"_s));
    m_pause->setDefaultAction(pause);
    m_pause->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_pause->setAccessibleName(tr("Pause the display"));
    m_pause->setFocusPolicy(Qt::TabFocus);
    m_listener->setDefaultAction(actions.get(u"listener.connect"_s));
    m_listener->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_listener->setFocusPolicy(Qt::TabFocus);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_projects, m_filter, m_pause, m_listener}) {
        addWidget(widget);
    }

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingRest);
    connect(m_filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] { Q_EMIT textChosen(m_filter->text()); });
    connect(m_projects, &QComboBox::currentIndexChanged, this, [this](int index) {
        const auto row = static_cast<std::size_t>(index) - 1;
        Q_EMIT projectChosen(index > 0 && row < m_shownProjects.size() ? std::optional(m_shownProjects[row].id)
                                                                       : std::nullopt);
    });
    connect(&theme, &Theme::changed, this, &HeaderStrip::applyColors);
    setProjects({});
    applyColors();
}

void HeaderStrip::setProjects(const std::vector<model::ProjectRow> &projects)
{
    if (m_projects->count() > 0 && sameProjects(projects, m_shownProjects)) {
        return;
    }
    const int index = m_projects->currentIndex();
    const bool anyChosen = index > 0;
    const ProjectId chosen = anyChosen ? m_shownProjects[static_cast<std::size_t>(index) - 1].id : ProjectId();
    const QSignalBlocker quiet(m_projects);
    m_shownProjects = projects;
    m_projects->clear();
    m_projects->addItem(tr("All projects"));
    for (const model::ProjectRow &project : projects) {
        m_projects->addItem(toLine(project.name, 60));
        if (anyChosen && chosen == project.id) {
            m_projects->setCurrentIndex(m_projects->count() - 1);
        }
    }
}

void HeaderStrip::setListener(const QString &text, bool listens)
{
    m_listens = listens;
    m_listener->setText(withoutMnemonics(u"● "_s + text));
    m_listener->setAccessibleName(listens ? tr("Listening on %1").arg(text) : text);
    applyColors();
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
