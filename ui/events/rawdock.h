// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dock.h"

namespace picket::ui {

class CodeSearch;
class CodeView;
class ElidedLabel;
struct ShownJson;

// GUI thread only. The received JSON, indented or as it came, with a field to search it. The text is made on a reader
// lane.
class RawDock final : public Dock
{
    Q_OBJECT

public:
    explicit RawDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] CodeView &code() const { return *m_code; }
    [[nodiscard]] CodeSearch &search() const { return *m_search; }

    void takeFocus() override;

private:
    void onEvent();
    void refresh();
    void showJson(const ShownJson &json);
    [[nodiscard]] QString noteFor(const ShownJson &json) const;

    DockContext m_context;
    const int m_channel;
    ElidedLabel *m_note;
    CodeView *m_code;
    CodeSearch *m_search = nullptr;
    QAction *m_asReceived;
    bool m_lookedAt = false; // visible, and not behind another tab
    bool m_stale = true; // the text is made when the dock is looked at
};

} // namespace picket::ui
