// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/sourcefolders.h"

#include "core/base/limits.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

void move(QStringList &to, QStringList &from, const QString &folder)
{
    from.removeAll(folder);
    to.removeAll(folder);
    to.push_back(folder);
    to = to.mid(std::max<qsizetype>(0, to.size() - static_cast<qsizetype>(limits::sourceFolders)));
}

void append(std::vector<std::string> &out, const QStringList &folders)
{
    for (const QString &folder : folders) {
        out.push_back(folder.toStdString());
    }
}

} // namespace

SourceFolders::SourceFolders(QSettings &settings)
    : m_settings(settings)
    , m_agreed(settings.value("source/agreed"_L1).toStringList())
    , m_refused(settings.value("source/refused"_L1).toStringList())
{
}

source::FolderChoices SourceFolders::choices() const
{
    source::FolderChoices choices;
    append(choices.agreed, m_agreed);
    append(choices.refused, m_refused);
    append(choices.refused, m_postponed);
    choices.home = QDir::homePath().toStdString();
    return choices;
}

void SourceFolders::agree(const QString &folder)
{
    m_postponed.removeAll(folder);
    move(m_agreed, m_refused, folder);
    save();
}

void SourceFolders::refuse(const QString &folder)
{
    move(m_refused, m_agreed, folder);
    save();
}

void SourceFolders::postpone(const QString &folder)
{
    m_postponed.push_back(folder);
}

void SourceFolders::forget()
{
    m_agreed.clear();
    m_refused.clear();
    m_postponed.clear();
    save();
}

void SourceFolders::save()
{
    m_settings.setValue("source/agreed"_L1, m_agreed);
    m_settings.setValue("source/refused"_L1, m_refused);
}

} // namespace picket::ui
