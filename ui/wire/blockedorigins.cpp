// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wire/blockedorigins.h"

#include "ui/wording/plaintext.h"
#include "ui/wording/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace picket::ui {

namespace {

constexpr std::size_t linesAtMost = 3; // the log tells the others

bool same(const std::vector<model::BlockedOrigin> &a, const std::vector<model::BlockedOrigin> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto &x, const auto &y) { return x.origin == y.origin && x.requests == y.requests; });
}

} // namespace

BlockedOrigins::BlockedOrigins(bool mayAllow, QWidget *parent)
    : QWidget(parent)
    , m_mayAllow(mayAllow)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(8, 4, 8, 4);
    m_lines->setSpacing(4);
    hide();
}

void BlockedOrigins::setOrigins(const std::vector<model::BlockedOrigin> &origins)
{
    if (same(origins, m_shown)) {
        return;
    }
    m_shown = origins;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < std::min(origins.size(), linesAtMost); ++i) {
        addLine(origins[i]);
    }
    setVisible(!origins.empty());
}

void BlockedOrigins::addLine(const model::BlockedOrigin &origin)
{
    const QString name = toLine(origin.origin, 120);
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    QLabel *text =
        plainLabel(tr("Blocked %n request(s) from %1", nullptr, static_cast<int>(origin.requests)).arg(name), line);
    auto *allow = new QPushButton(tr("Allow"), line);
    allow->setAccessibleName(tr("Allow requests from %1").arg(name));
    allow->setEnabled(m_mayAllow);
    connect(allow, &QPushButton::clicked, this, [this, origin = origin.origin] { Q_EMIT allowWanted(origin); });
    layout->addWidget(text);
    layout->addWidget(allow);
    layout->addStretch(1);
    m_lines->addWidget(line);
}

} // namespace picket::ui
