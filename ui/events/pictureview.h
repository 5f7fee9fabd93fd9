// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace picket::ui {

// GUI thread only. An image, made smaller where it does not fit, never larger.
class PictureView final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setImage(const QImage &image);
    [[nodiscard]] const QImage &image() const { return m_image; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_image;
};

} // namespace picket::ui
