// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/dock.h"

namespace picket::ui {

class TableView;
class WireLogModel;

// GUI thread only. Every request with what became of it and why; activating one goes to the event it brought.
class WireLogDock final : public Dock
{
    Q_OBJECT

public:
    // The model is the window's: it listens to the changes of the store.
    WireLogDock(const DockContext &context, WireLogModel &model, QWidget *parent = nullptr);

private:
    void goTo(int row);

    DockContext m_context;
    WireLogModel &m_model;
    TableView *m_view;
};

} // namespace picket::ui
