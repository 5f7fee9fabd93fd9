// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace picket::ui {

// GUI thread only. A row of small boxes "release shop@1.4.2"; what has no room at the end is left out and told in the
// tooltip.
class FactRow final : public QWidget
{
    Q_OBJECT

public:
    struct Fact {
        QString name;
        QString value;
    };

    explicit FactRow(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Fact> m_facts;
};

} // namespace picket::ui
