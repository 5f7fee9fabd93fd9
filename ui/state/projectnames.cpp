// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/projectnames.h"

#include "ui/wording/text.h"

#include <algorithm>

namespace picket::ui {

void ProjectNames::set(const std::vector<model::ProjectRow> &projects)
{
    std::vector<std::pair<ProjectId, std::string>> names;
    names.reserve(projects.size());
    for (const model::ProjectRow &project : projects) {
        names.emplace_back(project.id, project.name);
    }
    if (names != m_names) {
        m_names = std::move(names);
        Q_EMIT changed();
    }
}

QString ProjectNames::nameOf(ProjectId project) const
{
    const auto found =
        std::find_if(m_names.begin(), m_names.end(), [&](const auto &named) { return named.first == project; });
    const QString number = QString::number(project.value);
    const QString name = found == m_names.end() ? number : toLine(found->second, 200);
    return name == number ? tr("project %1").arg(number) : name;
}

} // namespace picket::ui
