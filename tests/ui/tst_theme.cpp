// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace picket;
using namespace picket::ui;

namespace {

double luminance(const QColor &color)
{
    const auto channel = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(double(color.redF())) + 0.7152 * channel(double(color.greenF()))
        + 0.0722 * channel(double(color.blueF()));
}

// WCAG 2.
double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestTheme final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextCanBeRead_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("background");
        QTest::addColumn<double>("least");
        const struct {
            const char *name;
            Colors colors;
            double least;
        } themes[] = {{"dark", darkColors(), 4.5},
                      {"light", lightColors(), 4.5},
                      {"high contrast dark", highContrastDarkColors(), 7},
                      {"high contrast light", highContrastLightColors(), 7}};
        for (const auto &theme : themes) {
            const Colors &c = theme.colors;
            const std::pair<const char *, QColor> texts[] = {
                {"text", c.text},   {"muted", c.muted},     {"accent", c.accent}, {"fatal", c.fatal},
                {"error", c.error}, {"warning", c.warning}, {"info", c.info},     {"debug", c.debug},
                {"good", c.good},   {"keyword", c.keyword}, {"string", c.string}, {"number", c.number}};
            const std::pair<const char *, QColor> backgrounds[] = {{"base", c.base},
                                                                   {"alternate", c.alternate},
                                                                   {"window", c.window},
                                                                   {"selected", c.selected},
                                                                   {"marked", c.marked}};
            for (const auto &[textName, text] : texts) {
                for (const auto &[backgroundName, background] : backgrounds) {
                    QTest::addRow("%s on %s, %s", textName, backgroundName, theme.name)
                        << text << background << theme.least;
                }
            }
        }
    }
    void everyTextCanBeRead()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, background);
        QFETCH(double, least);
        QVERIFY2(contrast(text, background) >= least, qPrintable(QString::number(contrast(text, background))));
    }
    void choiceWinsOverTheSystem()
    {
        Theme theme;
        theme.setChoice(Theme::Choice::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(Theme::Choice::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(theme.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Base), darkColors().base);
        theme.setChoice(Theme::Choice::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Base), lightColors().base);
    }
    void followsThePortalWhileItMay()
    {
        Theme theme;
        const auto tell = [&](const char *group, uint scheme) {
            QVERIFY(QMetaObject::invokeMethod(
                &theme, "onPortalSetting", Q_ARG(QString, QString::fromLatin1(group)),
                Q_ARG(QString, QStringLiteral("color-scheme")),
                Q_ARG(QDBusVariant, QDBusVariant(QVariant::fromValue(QDBusVariant(scheme))))));
        };
        tell("org.freedesktop.appearance", 1);
        QVERIFY(theme.isDark());
        tell("org.freedesktop.appearance", 2);
        QVERIFY(!theme.isDark());
        tell("org.gnome.desktop.interface", 1);
        QVERIFY(!theme.isDark());
        theme.setChoice(Theme::Choice::Dark);
        tell("org.freedesktop.appearance", 2);
        QVERIFY(theme.isDark());
        theme.setChoice(Theme::Choice::System);
        QVERIFY(!theme.isDark());
    }
};

PICKET_TEST(TestTheme)
#include "tst_theme.moc"
