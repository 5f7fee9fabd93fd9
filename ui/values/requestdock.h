// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dock.h"

namespace picket::ui {

class ElidedLabel;
class ValueTreeModel;
class ValueTreeView;

// GUI thread only. The HTTP request that was being answered when the event happened.
class RequestDock final : public Dock
{
    Q_OBJECT

public:
    explicit RequestDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const ValueTreeModel &model() const { return *m_model; }
    [[nodiscard]] ValueTreeView &view() const { return *m_view; }
    [[nodiscard]] QString line() const;

    void takeFocus() override;

private:
    void showDetail();

    DockContext m_context;
    ValueTreeModel *m_model;
    ValueTreeView *m_view;
    ElidedLabel *m_line;
};

} // namespace picket::ui
