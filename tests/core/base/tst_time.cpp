// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;

class TestTime final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected"); // empty: not a time
        QTest::newRow("Python, microseconds")
            << QByteArray("2026-01-31T09:05:07.250000Z") << QByteArray("2026-01-31T09:05:07.250000Z");
        QTest::newRow("Go, nanoseconds and a zone")
            << QByteArray("2026-01-31T10:05:07.250123999+01:00") << QByteArray("2026-01-31T09:05:07.250123Z");
        QTest::newRow("Java, milliseconds")
            << QByteArray("2026-01-31T09:05:07.250Z") << QByteArray("2026-01-31T09:05:07.250000Z");
        QTest::newRow("raven, no zone") << QByteArray("2026-01-31T09:05:07")
                                        << QByteArray("2026-01-31T09:05:07.000000Z");
        QTest::newRow("blank for T, negative zone")
            << QByteArray("2026-01-31 23:30:00-0130") << QByteArray("2026-02-01T01:00:00.000000Z");
        QTest::newRow("date only") << QByteArray("2026-01-31") << QByteArray("2026-01-31T00:00:00.000000Z");
        QTest::newRow("no seconds") << QByteArray("2026-01-31T09:05Z") << QByteArray("2026-01-31T09:05:00.000000Z");
        QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59.5Z")
                                     << QByteArray("1969-12-31T23:59:59.500000Z");
        QTest::newRow("leap second") << QByteArray("2016-12-31T23:59:60Z") << QByteArray("2017-01-01T00:00:00.000000Z");
        QTest::newRow("impossible day") << QByteArray("2026-02-30T00:00:00Z") << QByteArray();
        QTest::newRow("year 0") << QByteArray("0000-01-01T00:00:00Z") << QByteArray();
        QTest::newRow("hour 24") << QByteArray("2026-01-31T24:00:00Z") << QByteArray();
        QTest::newRow("dot without digits") << QByteArray("2026-01-31T09:05:07.Z") << QByteArray();
        QTest::newRow("trailing text") << QByteArray("2026-01-31T09:05:07Z!") << QByteArray();
        QTest::newRow("words") << QByteArray("yesterday") << QByteArray();
        QTest::newRow("empty") << QByteArray("") << QByteArray();
    }
    void parses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto time = parseRfc3339({text.constData(), static_cast<std::size_t>(text.size())});
        QCOMPARE(time ? QByteArray::fromStdString(toRfc3339(*time)) : QByteArray(), expected);
    }
    void microsRoundTrip()
    {
        const Timestamp time = now();
        QVERIFY(fromMicros(toMicros(time)) == time);
        QVERIFY(parseRfc3339(toRfc3339(time)) == time);
    }
};

PICKET_TEST(TestTime)
#include "tst_time.moc"
