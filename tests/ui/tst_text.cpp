// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/window/snippets.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/text.h"

#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace std::chrono_literals;

class TestText final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsOneLine_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain text stays") << QByteArray("TypeError: ä €") << QStringLiteral("TypeError: ä €");
        QTest::newRow("NUL is a picture") << QByteArray("a\0b", 3) << QStringLiteral("a\u2400b");
        QTest::newRow("escape is a picture") << QByteArray("\x1b[31m") << QStringLiteral("\u241b[31m");
        QTest::newRow("line ends become blanks") << QByteArray("a\r\nb\tc") << QStringLiteral("a  b c");
        QTest::newRow("text that would run backwards is named") << QByteArray("a\xe2\x80\xae"
                                                                              "b")
                                                                << QStringLiteral("a[U+202E]b");
        QTest::newRow("an isolate is named") << QByteArray("\xe2\x81\xa6x") << QStringLiteral("[U+2066]x");
        QTest::newRow("markup is text") << QByteArray("<b>x</b>") << QStringLiteral("<b>x</b>");
        QTest::newRow("broken UTF-8 is marked") << QByteArray("a\xff") << QStringLiteral("a\ufffd");
        QTest::newRow("emoji survive") << QByteArray("\xf0\x9f\x94\xa5") << QStringLiteral("\U0001f525");
    }
    void showsOneLine()
    {
        QFETCH(QByteArray, utf8);
        QFETCH(QString, shown);
        QCOMPARE(toLine({utf8.constData(), static_cast<std::size_t>(utf8.size())}), shown);
    }
    void cutsLongLinesBetweenCharacters()
    {
        QCOMPARE(toLine("abcdef", 3), QStringLiteral("abc\u2026"));
        QCOMPARE(toLine("ab\xf0\x9f\x94\xa5"
                        "c",
                        3),
                 QStringLiteral("ab\u2026"));
        QCOMPARE(toLine("abc", 3), QStringLiteral("abc"));
    }
    void keepsLinesOfLongText() { QCOMPARE(toText("a\r\nb\rc\td"), QStringLiteral("a\nb\u240dc\td")); }
    void tellsAge_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("shortText");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("the future is now") << qint64(-5) << QStringLiteral("now") << QStringLiteral("just now");
        QTest::newRow("below a minute") << qint64(59) << QStringLiteral("now") << QStringLiteral("just now");
        QTest::newRow("one minute") << qint64(60) << QStringLiteral("1 min") << QStringLiteral("1 minute ago");
        QTest::newRow("below an hour") << qint64(3599) << QStringLiteral("59 min") << QStringLiteral("59 minutes ago");
        QTest::newRow("hours") << qint64(7200) << QStringLiteral("2 h") << QStringLiteral("2 hours ago");
        QTest::newRow("a day") << qint64(86400) << QStringLiteral("1 d") << QStringLiteral("1 day ago");
        QTest::newRow("months") << qint64(86400 * 61) << QStringLiteral("2 mo") << QStringLiteral("2 months ago");
        QTest::newRow("years") << qint64(86400 * 731) << QStringLiteral("2 y") << QStringLiteral("2 years ago");
    }
    void tellsAge()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, shortText);
        QFETCH(QString, sentence);
        const Timestamp time = fromMicros(1'700'000'000'000'000);
        QCOMPARE(agoShort(time, time + std::chrono::seconds(seconds)), shortText);
        QCOMPARE(agoSentence(time, time + std::chrono::seconds(seconds)), sentence);
    }
    void tellsTheDateOfOtherDays()
    {
        const auto local = [](int year, int month, int day, int hour) {
            const QDateTime time(QDate(year, month, day), QTime(hour, 5, 7, 250));
            return fromMicros(time.toMSecsSinceEpoch() * 1000);
        };
        const Timestamp noon = local(2026, 1, 31, 12);
        QCOMPARE(listTime(local(2026, 1, 31, 0), noon), QStringLiteral("00:05:07.250"));
        QCOMPARE(listTime(local(2026, 1, 31, 23), noon), QStringLiteral("23:05:07.250"));
        QCOMPARE(listTime(local(2026, 1, 30, 23), noon), QStringLiteral("01-30 23:05:07"));
        QCOMPARE(listTime(local(2026, 2, 1, 0), noon), QStringLiteral("02-01 00:05:07"));
        QCOMPARE(listTime(local(2025, 12, 31, 10), noon), QStringLiteral("2025-12-31 10:05"));
    }
    void spotlightIsToldAnUnusualPort()
    {
        const auto shell = [](const QString &dsn) {
            return snippets(dsn).constLast().code;
        };
        QVERIFY(shell(QStringLiteral("http://ab@localhost:8969/1")).contains(QStringLiteral("SENTRY_SPOTLIGHT=1\n")));
        QVERIFY(shell(QStringLiteral("http://ab@localhost:8970/1"))
                    .contains(QStringLiteral("SENTRY_SPOTLIGHT=http://localhost:8970/stream\n")));
    }
    void toolTipsShowMarkupAsItIs()
    {
        const QString hostile = QStringLiteral("<img src=\"file:///etc/passwd\">");
        QVERIFY(Qt::mightBeRichText(hostile));
        const QString shown = plainToolTip(hostile);
        QVERIFY(!shown.contains(QStringLiteral("<img")));
        QVERIFY(shown.contains(QStringLiteral("&lt;img")));
        QCOMPARE(plainToolTip(QStringLiteral("a < b")), QStringLiteral("a < b"));
    }
    void labelsShowMarkupAsItIs()
    {
        const std::unique_ptr<QLabel> label(plainLabel(QStringLiteral("<b>x</b>")));
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
};

PICKET_TEST(TestText)
#include "tst_text.moc"
