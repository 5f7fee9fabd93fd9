// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

QByteArray load(const QString &name)
{
    QFile file(u":/picket/icons/"_s + name + u".svg"_s);
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(found, "icon", "no such icon in the resources");
    return found ? file.readAll() : QByteArray();
}

class LineIconEngine final : public QIconEngine
{
public:
    explicit LineIconEngine(QByteArray svg)
        : m_svg(std::move(svg))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const QColor color = palette.color(mode == QIcon::Disabled ? QPalette::PlaceholderText : QPalette::WindowText);
        QSvgRenderer renderer(QByteArray(m_svg).replace("currentColor", color.name().toLatin1()));
        painter->save();
        if (mode == QIcon::Disabled) {
            painter->setOpacity(0.5);
        }
        renderer.render(painter, QRectF(rect));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new LineIconEngine(m_svg); }

private:
    QByteArray m_svg;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new LineIconEngine(load(name)));
}

QIcon applicationIcon()
{
    return QIcon(u":/picket/icons/picket.svg"_s);
}

} // namespace picket::ui
