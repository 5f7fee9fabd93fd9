// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFontDatabase>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr auto appearanceGroup = "org.freedesktop.appearance"_L1;
constexpr auto schemeKey = "color-scheme"_L1;
constexpr auto contrastKey = "contrast"_L1;

QPalette toPalette(const Colors &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.base);
    p.setColor(QPalette::AlternateBase, c.alternate);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Button, c.window);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.error);
    p.setColor(QPalette::Highlight, c.selected);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::ToolTipBase, c.window);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Mid, c.hairline);
    p.setColor(QPalette::Midlight, c.hairline);
    p.setColor(QPalette::Dark, c.hairline);
    p.setColor(QPalette::Light, c.base);
    p.setColor(QPalette::Shadow, c.hairline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        p.setColor(QPalette::Disabled, role, c.muted);
    }
    return p;
}

} // namespace

Colors darkColors()
{
    Colors c;
    c.base = QColor(0x17181c);
    c.alternate = QColor(0x1c1d22);
    c.window = QColor(0x212329);
    c.selected = QColor(0x22345a);
    c.text = QColor(0xe4e6eb);
    c.muted = QColor(0xa9b0bb);
    c.accent = QColor(0x7aa7ff);
    c.fatal = QColor(0xff7aa8);
    c.error = QColor(0xff7b72);
    c.warning = QColor(0xe3b341);
    c.info = QColor(0x79b8ff);
    c.debug = QColor(0xa9b0bb);
    c.good = QColor(0x5fc58a);
    c.hairline = QColor(0x30333b);
    c.marked = QColor(0x3a2226);
    c.bar = QColor(0x7886a3);
    c.keyword = QColor(0xc792ea);
    c.string = QColor(0x9ad0a5);
    c.number = QColor(0xe3b341);
    return c;
}

Colors lightColors()
{
    Colors c;
    c.base = QColor(0xffffff);
    c.alternate = QColor(0xf7f8fa);
    c.window = QColor(0xeff1f4);
    c.selected = QColor(0xd6e4ff);
    c.text = QColor(0x1b1d21);
    c.muted = QColor(0x5a616d);
    c.accent = QColor(0x1f5fd0);
    c.fatal = QColor(0xa3124f);
    c.error = QColor(0xc0271c);
    c.warning = QColor(0x805300);
    c.info = QColor(0x1a62b3);
    c.debug = QColor(0x5a616d);
    c.good = QColor(0x1d7244);
    c.hairline = QColor(0xd5d9df);
    c.marked = QColor(0xfde7e5);
    c.bar = QColor(0x8493b1);
    c.keyword = QColor(0x7a2fb5);
    c.string = QColor(0x1d7244);
    c.number = QColor(0x805300);
    return c;
}

Colors highContrastDarkColors()
{
    Colors c;
    c.base = QColor(Qt::black);
    c.alternate = QColor(0x0b0b0d);
    c.window = QColor(0x0b0b0d);
    c.selected = QColor(0x00307a);
    c.text = QColor(0xffffff);
    c.muted = QColor(0xe2e5ea);
    c.accent = QColor(0xb5d1ff);
    c.fatal = QColor(0xffb3cf);
    c.error = QColor(0xffbab5);
    c.warning = QColor(0xffd666);
    c.info = QColor(0xb9dbff);
    c.debug = QColor(0xe2e5ea);
    c.good = QColor(0x86eab0);
    c.hairline = QColor(0x9aa1ad);
    c.marked = QColor(0x4d0d12);
    c.bar = QColor(0xb5d1ff);
    c.keyword = QColor(0xe7c7ff);
    c.string = QColor(0xb7efc4);
    c.number = QColor(0xffd666);
    return c;
}

Colors highContrastLightColors()
{
    Colors c;
    c.base = QColor(0xffffff);
    c.alternate = QColor(0xffffff);
    c.window = QColor(0xf4f4f6);
    c.selected = QColor(0xcfe0ff);
    c.text = QColor(Qt::black);
    c.muted = QColor(0x26292f);
    c.accent = QColor(0x00318a);
    c.fatal = QColor(0x6b0031);
    c.error = QColor(0x7d0a04);
    c.warning = QColor(0x4f3300);
    c.info = QColor(0x003a78);
    c.debug = QColor(0x26292f);
    c.good = QColor(0x00431f);
    c.hairline = QColor(0x4a4f58);
    c.marked = QColor(0xffdad7);
    c.bar = QColor(0x00318a);
    c.keyword = QColor(0x4d0a80);
    c.string = QColor(0x00431f);
    c.number = QColor(0x4f3300);
    return c;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    // Until the portal answers, and where there is none, the platform's own palette tells.
    m_systemDark = QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5F;
    apply();
    askPortal();
}

// The portal's answer comes as (v) inside (v); its Read() is asked asynchronously, the window does not wait for it.
void Theme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    const QString service = u"org.freedesktop.portal.Desktop"_s;
    const QString path = u"/org/freedesktop/portal/desktop"_s;
    const QString interface = u"org.freedesktop.portal.Settings"_s;
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    for (const QString &key : {QString(schemeKey), QString(contrastKey)}) {
        QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
        question << QString(appearanceGroup) << key;
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, 2000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *finished) {
            finished->deleteLater();
            const QDBusPendingReply<QDBusVariant> reply = *finished;
            if (!reply.isError()) {
                onPortalSetting(appearanceGroup, key, reply.value());
            }
        });
    }
}

void Theme::onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearanceGroup) {
        return;
    }
    QVariant inner = value.variant();
    while (inner.canConvert<QDBusVariant>()) {
        inner = inner.value<QDBusVariant>().variant();
    }
    const uint number = inner.toUInt();
    if (key == schemeKey && (number == 1 || number == 2)) { // 0 no preference, 1 dark, 2 light
        m_systemDark = number == 1;
    } else if (key == contrastKey) { // 0 no preference, 1 higher
        m_systemHighContrast = number == 1;
    }
    apply();
}

void Theme::setHighContrastWanted(bool wanted)
{
    m_highContrastWanted = wanted;
    apply();
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    const bool dark = m_choice == Choice::System ? m_systemDark : m_choice == Choice::Dark;
    const bool high = m_highContrastWanted || m_systemHighContrast;
    const bool first = !m_colors.base.isValid();
    if (!first && dark == m_dark && high == m_highContrast) {
        return;
    }
    m_dark = dark;
    m_highContrast = high;
    m_colors =
        high ? (dark ? highContrastDarkColors() : highContrastLightColors()) : (dark ? darkColors() : lightColors());
    if (first) {
        QApplication::setStyle(new Style);
    }
    QApplication::setPalette(toPalette(m_colors));
    Q_EMIT changed();
}

QColor Theme::levelColor(model::Level level) const
{
    switch (level) {
    case model::Level::Debug:
        return m_colors.debug;
    case model::Level::Info:
        return m_colors.info;
    case model::Level::Warning:
        return m_colors.warning;
    case model::Level::Error:
        return m_colors.error;
    case model::Level::Fatal:
        return m_colors.fatal;
    }
    return m_colors.error;
}

QFont Theme::codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(qMax(9.0, QApplication::font().pointSizeF()));
    return font;
}

} // namespace picket::ui
