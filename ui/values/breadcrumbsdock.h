// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dock.h"

class QComboBox;

namespace picket::ui {

class BreadcrumbModel;
class ValueTreeView;

// GUI thread only. What led to the shown event; narrowed by level, type and text.
class BreadcrumbsDock final : public Dock
{
    Q_OBJECT

public:
    explicit BreadcrumbsDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const BreadcrumbModel &model() const { return *m_model; }
    [[nodiscard]] ValueTreeView &view() const { return *m_view; }
    [[nodiscard]] QComboBox &levels() const { return *m_levels; }
    [[nodiscard]] QComboBox &types() const { return *m_types; }

    void takeFocus() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addControls();
    void showDetail();
    void fillTypes();
    void applyFilter();
    void follow(int position);

    DockContext m_context;
    BreadcrumbModel *m_model;
    ValueTreeView *m_view;
    QComboBox *m_levels;
    QComboBox *m_types;
};

} // namespace picket::ui
