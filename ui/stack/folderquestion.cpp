// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/folderquestion.h"

#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

FolderQuestion::FolderQuestion(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(this))
{
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    layout->addWidget(m_text);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    const auto add = [&](const QString &text, const QString &name, void (FolderQuestion::*signal)(const QString &)) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, signal] { Q_EMIT(this->*signal)(m_folder); });
        buttons->addWidget(button);
    };
    add(tr("Show Files"), u"show"_s, &FolderQuestion::agreed);
    add(tr("Not Now"), u"notNow"_s, &FolderQuestion::postponed);
    add(tr("Never for This Folder"), u"never"_s, &FolderQuestion::refused);
    buttons->addStretch();
    layout->addLayout(buttons);
}

void FolderQuestion::ask(const QString &file, const QString &folder)
{
    m_folder = folder;
    m_text->setText(tr("Show %1 and other files below %2 from this disk?").arg(file, folder));
}

QString FolderQuestion::text() const
{
    return m_text->text();
}

} // namespace picket::ui
