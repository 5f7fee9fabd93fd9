// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dock.h"

namespace picket::ui {

class ValueTreeModel;
class ValueTreeView;

// GUI thread only. The variables of the selected frame, as the SDK recorded them; where there are none, how to have
// them recorded.
class VariablesDock final : public Dock
{
    Q_OBJECT

public:
    explicit VariablesDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const ValueTreeModel &model() const { return *m_model; }
    [[nodiscard]] ValueTreeView &view() const { return *m_view; }

    void takeFocus() override;

private:
    void showFrame();
    [[nodiscard]] QString emptyText() const;

    DockContext m_context;
    ValueTreeModel *m_model;
    ValueTreeView *m_view;
};

} // namespace picket::ui
