// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/dock.h"

namespace picket::ui {

class StackModel;
class TableView;

// GUI thread only. Exceptions and frames of the shown event; selecting one selects it for everybody.
class StackDock final : public Dock
{
    Q_OBJECT

public:
    explicit StackDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const StackModel &model() const { return *m_model; }

private:
    void showStack();
    void showFrame();
    void onCurrentRow(int row);
    void stepInApp(int by);
    void addActions(Actions &actions);

    DockContext m_context;
    StackModel *m_model;
    TableView *m_view;
};

} // namespace picket::ui
