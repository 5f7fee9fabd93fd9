// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace picket::ui {

class Actions;
class Theme;

// GUI thread only. Every command of the window with its keys, to be searched.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const Actions &actions, const Theme &theme, QWidget *parent = nullptr);
};

} // namespace picket::ui
