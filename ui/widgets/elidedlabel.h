// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace picket::ui {

// GUI thread only. One line of plain text that ends in "…" where there is no room, with all of it in the tooltip.
class ElidedLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setColorRole(QPalette::ColorRole role);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QPalette::ColorRole m_role = QPalette::WindowText;
};

} // namespace picket::ui
