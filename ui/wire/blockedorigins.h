// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rows.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace picket::ui {

// GUI thread only. "Blocked 3 requests from https://myapp.test: Allow", a line for each origin; hidden without any.
class BlockedOrigins final : public QWidget
{
    Q_OBJECT

public:
    // `mayAllow`: the listener is ours.
    explicit BlockedOrigins(bool mayAllow, QWidget *parent = nullptr);

    void setOrigins(const std::vector<model::BlockedOrigin> &origins);

Q_SIGNALS:
    void allowWanted(const std::string &origin);

private:
    void addLine(const model::BlockedOrigin &origin);

    const bool m_mayAllow;
    QVBoxLayout *m_lines;
    std::vector<model::BlockedOrigin> m_shown;
};

} // namespace picket::ui
