// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timetext.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;

class TestTimeText final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("time"); // empty: not understood
        const auto row = [](const char *name, const char *text, const char *time) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(time);
        };
        const char *const evening = "2026-11-30T20:20:00.000000Z";
        row("RFC 3339", "2026-11-30T20:20:00Z", evening);
        row("HTTP", "Mon, 30 Nov 2026 20:20:00 GMT", evening);
        row("mail", "Mon, 30 Nov 2026 21:20:00 +0100", evening);
        row("mail with the zone's name", "30 Nov 2026 21:20:00 +0100 (CET)", evening);
        row("mail with one digit", "Tue, 1 Dec 2026 8:20:00 GMT", "2026-12-01T08:20:00.000000Z");
        row("RFC 850", "Monday, 30-Nov-26 20:20:00 GMT", evening);
        row("asctime", "Mon Nov 30 20:20:00 2026", evening);
        row("asctime with a blank before the day", "Tue Dec  1 20:20:00 2026", "2026-12-01T20:20:00.000000Z");
        row("date, in UTC", "Mon Nov 30 20:20:00 UTC 2026", evening);
        row("JavaScript", "Mon Nov 30 2026 21:20:00 GMT+0100 (Central European Standard Time)", evening);
        row("JavaScript, in UTC", "Mon, 30 Nov 2026 20:20:00 GMT", evening);
        row("UTC behind a blank", "2026-11-30 20:20:00 UTC", evening);
        row("UTC behind a fraction", "2026-11-30 20:20:00.125 UTC", "2026-11-30T20:20:00.125000Z");
        row("UTC behind a T", "2026-11-30T20:20:00 UTC", evening);
        row("GMT behind a blank", "2026-11-30 20:20:00 GMT", evening);
        row("Z behind a blank", "2026-11-30 20:20:00 Z", evening);
        row("Ruby", "2026-11-30 21:20:00 +0100", evening);
        row("Ruby, with the zone's name", "2026-11-30 21:20:00 +0100 CET", evening);
        row("Go", "2026-11-30 20:20:00.123456789 +0000 UTC", "2026-11-30T20:20:00.123456Z");
        row("Go with its monotonic clock", "2026-11-30 20:20:00 +0000 UTC m=+0.004213", evening);
        row("Go's log", "2026/11/30 20:20:00", evening);
        row("Java with the zone's name", "2026-11-30T21:20:00+01:00[Europe/Vienna]", evening);
        row("Java in UTC", "2026-11-30T20:20:00Z[UTC]", evening);
        row(".NET", "/Date(1796070000000)/", evening);
        row(".NET with an offset", "/Date(1796070000123+0100)/", "2026-11-30T20:20:00.123000Z");
        row("without separators", "20261130T202000Z", evening);
        row("without separators, with an offset", "20261130T212000+0100", evening);
        row("blanks around", "  2026-11-30 20:20:00  ", evening);

        row("a zone without an offset", "2026-11-30 20:20:00 PST", "");
        row("day and month in doubt", "11/12/2026 20:20:00", "");
        row("a day that is none", "Mon, 31 Nov 2026 20:20:00 GMT", "");
        row("a time that is none", "Mon, 30 Nov 2026 25:20:00 GMT", "");
        row("a date alone in words", "30 Nov 2026", "");
        row("a clock alone", "20:20:00", "");
        row("two clocks", "2026-11-30 20:20:00 20:20:00", "");
        row("two dates", "2026-11-30 2026-11-30 20:20:00", "");
        row("a word", "yesterday", "");
        row("a word beside a date", "about 2026-11-30 20:20:00", "");
        row("nothing", "", "");
        row("a bracket", "(", "");
        row("half of .NET's", "/Date(", "");
        row("before the epoch of .NET", "/Date(-99999999999999999)/", "");
    }
    void readsDates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, time);
        const auto read = parseTime({text.constData(), static_cast<std::size_t>(text.size())});
        QCOMPARE(read ? QByteArray::fromStdString(toRfc3339(*read)) : QByteArray(), time);
    }

    // Cut anywhere, nothing is read beyond the end.
    void byteByByte()
    {
        for (const char *whole : {"Mon Nov 30 2026 21:20:00 GMT+0100 (CET)", "2026-11-30T21:20:00+01:00[Europe/Vienna]",
                                  "20261130T202000Z", "/Date(1796070000123+0100)/", "Monday, 30-Nov-26 20:20:00 GMT"}) {
            const std::string_view text(whole);
            for (std::size_t size = 0; size <= text.size(); ++size) {
                const std::string cut(text.substr(0, size));
                const auto time = parseTime(cut);
                QVERIFY(!time || toRfc3339(*time).substr(0, 4) == "2026");
            }
        }
    }
};

PICKET_TEST(TestTimeText)
#include "tst_timetext.moc"
