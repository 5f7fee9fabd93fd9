// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dock.h"

class QAction;
class QStackedWidget;

namespace picket::ui {

class CodeView;
class ElidedLabel;
class StackModel;
class TableView;

// GUI thread only. Exceptions, frames and threads of the shown event; selecting a frame selects it for everybody. Or
// the same as text, as the language prints it.
class StackDock final : public Dock
{
    Q_OBJECT

public:
    explicit StackDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const StackModel &model() const { return *m_model; }
    [[nodiscard]] const CodeView &text() const { return *m_text; }
    [[nodiscard]] bool isTextShown() const;

    void takeFocus() override;

private:
    QWidget *makeContent();
    QWidget *makeHead();
    void showStack();
    void showText();
    void showFrame();
    void onCurrentRow(int row);
    void stepInApp(int by);
    void addActions();
    void copyText() const;

    DockContext m_context;
    StackModel *m_model;
    TableView *m_view;
    CodeView *m_text;
    QStackedWidget *m_pages;
    ElidedLabel *m_summary;
    QAction *m_oldestFirst = nullptr;
    QAction *m_asText = nullptr;
    bool m_textIsStale = true;
};

} // namespace picket::ui
