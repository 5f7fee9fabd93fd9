// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dock.h"

namespace picket::ui {

class ValueTreeModel;
class ValueTreeView;

// GUI thread only. Who and what surrounded the event: user, device, runtime, extra data, SDK, modules … in groups.
class ContextDock final : public Dock
{
    Q_OBJECT

public:
    explicit ContextDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const ValueTreeModel &model() const { return *m_model; }
    [[nodiscard]] ValueTreeView &view() const { return *m_view; }

    void takeFocus() override;

private:
    void showDetail();

    DockContext m_context;
    ValueTreeModel *m_model;
    ValueTreeView *m_view;
};

} // namespace picket::ui
