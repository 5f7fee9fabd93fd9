// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/translation.h"
#include "ui/wire/blockedorigins.h"
#include "ui/wording/text.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace picket;
using namespace picket::ui;

namespace {

// What a widget with a number in its text says.
QString blockedText(std::int64_t requests)
{
    BlockedOrigins widget(true);
    widget.setOrigins({{"https://a.test", requests, now()}});
    return widget.findChild<QLabel *>()->text();
}

} // namespace

class TestTranslation final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    // Translators belong to the application: they go with what the test installed.
    void cleanup() { qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>()); }

    void englishKnowsOneAndMany()
    {
        installTranslations(QLocale(QLocale::French));
        QCOMPARE(blockedText(1), QStringLiteral("Blocked 1 request from https://a.test"));
        QCOMPARE(blockedText(3), QStringLiteral("Blocked 3 requests from https://a.test"));
    }
    void germanSpeaksGerman()
    {
        installTranslations(QLocale(QLocale::German, QLocale::Austria));
        QCOMPARE(statusWord(model::IssueStatus::Unresolved), QStringLiteral("offen"));
        QCOMPARE(blockedText(1), QStringLiteral("1 Anfrage von https://a.test abgewiesen"));
        QCOMPARE(blockedText(3), QStringLiteral("3 Anfragen von https://a.test abgewiesen"));
    }
};

PICKET_TEST(TestTranslation)
#include "tst_translation.moc"
