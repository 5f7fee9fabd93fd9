// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rows.h"

#include <QObject>

#include <vector>

namespace picket::ui {

// GUI thread only. What projects are called, for rows that know only a project's number.
class ProjectNames final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectNames)

public:
    explicit ProjectNames(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    void set(const std::vector<model::ProjectRow> &projects);
    // One line. A project that nobody has named is called by its number.
    [[nodiscard]] QString nameOf(ProjectId project) const;

Q_SIGNALS:
    void changed();

private:
    std::vector<std::pair<ProjectId, std::string>> m_names;
};

} // namespace picket::ui
