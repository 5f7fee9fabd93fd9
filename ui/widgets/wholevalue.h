// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace picket::ui {

// GUI thread only. A long value in full, wrapped, to be read and copied from. Plain text.
class WholeValue final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit WholeValue(QWidget *parent = nullptr);

    void showValue(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace picket::ui
