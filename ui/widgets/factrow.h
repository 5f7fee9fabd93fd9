// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <vector>

namespace picket::ui {

// GUI thread only. Small boxes "release shop@1.4.2" in two lines at most; those without room stand behind a last box
// "+3". Boxes are chosen by click, or by the arrow keys and Enter.
class FactRow final : public QWidget
{
    Q_OBJECT

public:
    struct Fact {
        QString name;
        QString value;
        bool pinned = false;
    };

    explicit FactRow(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; }
    // How many have a box of their own.
    [[nodiscard]] qsizetype shown() const;
    // Where a box stands; the last one may be that of the facts without room. Null rectangle: there is no such box.
    [[nodiscard]] QRect boxAt(qsizetype box) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    // `first` and the `count` - 1 facts after it; `below` is where a menu would stand, in the screen's coordinates.
    void chosen(qsizetype first, qsizetype count, const QPoint &below);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Box {
        QRect rect;
        qsizetype first = 0; // of the facts it stands for
        qsizetype count = 1;
        QString name; // empty for several
        QString value; // as it fits
    };

    void place();
    [[nodiscard]] Box boxOf(qsizetype fact) const;
    [[nodiscard]] Box boxOfRest(qsizetype first) const;
    [[nodiscard]] int lineHeight() const;
    void choose(qsizetype box);
    void setCurrent(qsizetype box);
    void setHot(const QPoint &point);

    QList<Fact> m_facts;
    std::vector<Box> m_boxes;
    qsizetype m_current = 0; // box with the keyboard
    qsizetype m_hot = -1; // box under the mouse
};

} // namespace picket::ui
