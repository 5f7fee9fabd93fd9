// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "ui/docks/dock.h"

class QStackedWidget;

namespace picket::ui {

class CodeView;
class ElidedLabel;

// GUI thread only. The source that came with the selected frame, with its own line numbers and the line of the call
// marked; where there is none, a sentence that says so.
class SourceDock final : public Dock
{
    Q_OBJECT

public:
    explicit SourceDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const CodeView &code() const { return *m_code; }
    // The sentence shown instead of source; empty while there is source.
    [[nodiscard]] QString emptyText() const;

    void takeFocus() override;

private:
    void showFrame();
    void showSource(const model::Frame &frame);
    void showEmpty(const QString &text);

    DockContext m_context;
    ElidedLabel *m_place;
    QStackedWidget *m_pages;
    CodeView *m_code;
    ElidedLabel *m_empty;
};

} // namespace picket::ui
