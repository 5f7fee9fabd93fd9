// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/wording/timescale.h"
#include "ui/wording/timeticks.h"

#include <QTest>

#include <cmath>
#include <ctime>
#include <limits>

using namespace picket;
using namespace picket::ui;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *centralEurope = "CET-1CEST,M3.5.0,M10.5.0/3";

Timestamp at(const char *text)
{
    return parseRfc3339(text).value();
}

void setZone(const QByteArray &zone)
{
    qputenv("TZ", zone);
    tzset();
}

} // namespace

Q_DECLARE_METATYPE(picket::store::TimeRange)

class TimeScaleTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_zone = qgetenv("TZ");
        m_hadZone = qEnvironmentVariableIsSet("TZ");
        setZone(centralEurope);
    }
    void cleanupTestCase()
    {
        setZone(m_zone);
        if (!m_hadZone) {
            qunsetenv("TZ");
            tzset();
        }
    }

    void timeAndPixelAgree_data()
    {
        QTest::addColumn<store::TimeRange>("range");
        const Timestamp noon = at("2026-01-31T12:00:00Z");
        QTest::newRow("an hour") << store::TimeRange{noon, noon + 1h};
        QTest::newRow("a microsecond") << store::TimeRange{noon, noon + 1us};
        QTest::newRow("all years there are") << store::TimeRange{TimeScale::earliest, TimeScale::latest};
        QTest::newRow("before 1970") << store::TimeRange{at("1901-01-01T00:00:00Z"), at("1969-12-31T23:59:59Z")};
    }
    void timeAndPixelAgree()
    {
        QFETCH(store::TimeRange, range);
        const TimeScale scale(range, 16, 816);
        QCOMPARE(scale.toPixel(range.from), 16.0);
        QCOMPARE(scale.toPixel(range.to), 816.0);
        QCOMPARE(scale.toTime(16), range.from);
        QVERIFY(std::abs((scale.toTime(816) - range.to).count()) <= 64); // a double's share of ten thousand years
        const double middle = scale.toPixel(scale.toTime(416));
        QVERIFY(std::abs(middle - 416) <= 400); // of one microsecond there are only two ends
        if (range.to - range.from > 1ms) {
            QVERIFY(std::abs(middle - 416) < 1);
        }
    }

    void absurdRangesAreMadeSane_data()
    {
        QTest::addColumn<store::TimeRange>("range");
        QTest::addColumn<double>("width");
        const Timestamp noon = at("2026-01-31T12:00:00Z");
        const Timestamp least = fromMicros(std::numeric_limits<std::int64_t>::min());
        const Timestamp most = fromMicros(std::numeric_limits<std::int64_t>::max());
        QTest::newRow("no time at all") << store::TimeRange{noon, noon} << 800.0;
        QTest::newRow("backwards") << store::TimeRange{noon, noon - 1h} << 800.0;
        QTest::newRow("no width") << store::TimeRange{noon, noon + 1h} << 0.0;
        QTest::newRow("a negative width") << store::TimeRange{noon, noon + 1h} << -50.0;
        QTest::newRow("everything a number can hold") << store::TimeRange{least, most} << 800.0;
        QTest::newRow("behind the last year") << store::TimeRange{most, most} << 800.0;
        QTest::newRow("before the first year") << store::TimeRange{least, least} << 1.0;
    }
    void absurdRangesAreMadeSane()
    {
        QFETCH(store::TimeRange, range);
        QFETCH(double, width);
        TimeScale scale(range, 0, width);
        for (const double factor : {1.0, 1e-9, 1e30, 0.0, -1.0, std::nan("")}) {
            scale = scale.zoomed(factor, width / 2).panned(1e7).panned(-3e7);
            QVERIFY(scale.range().from < scale.range().to);
            QVERIFY(scale.range().from >= TimeScale::earliest);
            QVERIFY(scale.range().to <= TimeScale::latest);
            QVERIFY(std::isfinite(scale.toPixel(range.from)));
            QVERIFY(std::abs(scale.toPixel(range.to)) <= 1e6);
            QVERIFY(scale.toTime(1e300) <= TimeScale::latest);
            QVERIFY(timeTicks(scale, 7).size() <= 501);
        }
    }

    void zoomKeepsTheMomentUnderThePointer()
    {
        const Timestamp noon = at("2026-01-31T12:00:00Z");
        const TimeScale scale({noon, noon + 1h}, 0, 600);
        const TimeScale zoomed = scale.zoomed(4, 200);
        QCOMPARE(zoomed.toTime(200), noon + 20min);
        QCOMPARE(zoomed.range().to - zoomed.range().from, std::chrono::microseconds(15min));
        QCOMPARE(zoomed.zoomed(0.25, 200).range(), scale.range());
    }
    void panMovesWithThePointer()
    {
        const Timestamp noon = at("2026-01-31T12:00:00Z");
        const TimeScale scale = TimeScale({noon, noon + 1h}, 0, 600).panned(60);
        QCOMPARE(scale.toPixel(noon), 60.0);
        QCOMPARE(scale.range().to - scale.range().from, std::chrono::microseconds(1h));
    }

    void ticksStandAtWholeSteps_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("labels");
        const auto row = [](const char *name, const char *from, const char *to, const char *labels) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << QString::fromUtf8(labels);
        };
        row("seconds", "2026-01-31T12:00:00.2Z", "2026-01-31T12:00:11Z",
            "13:00:02, 13:00:04, 13:00:06, 13:00:08, 13:00:10");
        row("minutes", "2026-01-31T12:00:30Z", "2026-01-31T12:21:00Z", "13:05, 13:10, 13:15, 13:20");
        row("half milliseconds", "2026-01-31T12:00:00Z", "2026-01-31T12:00:00.002Z",
            "13:00:00.000000, 13:00:00.000500, 13:00:00.001000, 13:00:00.001500, 13:00:00.002000");
        row("microseconds", "2026-01-31T12:00:00.000001Z", "2026-01-31T12:00:00.000003Z",
            "13:00:00.000001, 13:00:00.000002, 13:00:00.000003");
        row("hours over midnight", "2026-01-31T20:00:00Z", "2026-02-01T02:00:00Z",
            "21:00, 22:00, 23:00, 1 Feb, 01:00, 02:00, 03:00");
        row("days over new year", "2025-12-29T12:00:00Z", "2026-01-02T12:00:00Z",
            "30 Dec, 12:00, 31 Dec, 12:00, 1 Jan 2026, 12:00, 2 Jan, 12:00");
        row("months over new year", "2025-11-15T12:00:00Z", "2026-02-15T12:00:00Z", "Dec 2025, Jan 2026, Feb 2026");
        row("years", "2020-06-01T12:00:00Z", "2026-06-01T12:00:00Z", "2021, 2022, 2023, 2024, 2025, 2026");
        row("when clocks are put forward", "2026-03-28T22:30:00Z", "2026-03-29T03:30:00Z",
            "29 Mar, 01:00, 03:00, 04:00, 05:00");
        row("when clocks are put back", "2026-10-24T22:30:00Z", "2026-10-25T03:30:00Z", "01:00, 02:00, 03:00, 04:00");
        row("from the first year", "0001-01-01T00:00:00Z", "2026-01-01T00:00:00Z",
            "200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000");
    }
    void ticksStandAtWholeSteps()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const TimeScale scale({at(from.toLatin1().constData()), at(to.toLatin1().constData())}, 0, 640);
        QStringList labels;
        double before = -1e6;
        for (const TimeTick &tick : timeTicks(scale, 7)) {
            labels.push_back(tick.label);
            const double x = scale.toPixel(tick.time);
            QVERIFY2(x - before > 7.0 * static_cast<double>(tick.label.size()), qPrintable(labels.join(u' ')));
            before = x;
        }
        QTEST(labels.join(u", "_s), "labels");
    }

    void rangesAreToldAsExactlyAsNeeded_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds of today") << u"2026-01-31T09:02:15Z"_s << qint64(5) << u"10:02:15.000 – 10:02:20.000"_s;
        QTest::newRow("minutes of today") << u"2026-01-31T09:02:15Z"_s << qint64(185) << u"10:02:15 – 10:05:20"_s;
        QTest::newRow("hours of another day")
            << u"2026-01-29T09:00:00Z"_s << qint64(10800) << u"29 Jan 10:00 – 13:00"_s;
        QTest::newRow("over midnight") << u"2026-01-30T22:00:00Z"_s << qint64(10800)
                                       << u"30 Jan 23:00 – 31 Jan 02:00"_s;
        QTest::newRow("another year") << u"2025-01-30T08:00:00Z"_s << qint64(10800) << u"30 Jan 2025 09:00 – 12:00"_s;
    }
    void rangesAreToldAsExactlyAsNeeded()
    {
        QFETCH(QString, from);
        QFETCH(qint64, seconds);
        const Timestamp begin = at(from.toLatin1().constData());
        QTEST(rangeText({begin, begin + std::chrono::seconds(seconds)}, QDate(2026, 1, 31)), "text");
    }

    void spansAreRoundAndHoldTheRange_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("most");
        QTest::addColumn<qint64>("span"); // seconds
        QTest::newRow("a minute") << qint64(60) << 160 << qint64(0);
        QTest::newRow("a quarter of an hour") << qint64(900) << 160 << qint64(6);
        QTest::newRow("an hour") << qint64(3600) << 160 << qint64(30);
        QTest::newRow("a day") << qint64(86'400) << 160 << qint64(600);
        QTest::newRow("a month") << qint64(30 * 86'400) << 160 << qint64(6 * 3600);
        QTest::newRow("a thousand years") << qint64(365'000) * 86'400 << 160 << qint64(3000) * 86'400;
        QTest::newRow("room for one span only") << qint64(3600) << 1 << qint64(3600);
        QTest::newRow("no room") << qint64(3600) << 0 << qint64(3600);
    }
    void spansAreRoundAndHoldTheRange()
    {
        QFETCH(qint64, seconds);
        QFETCH(int, most);
        QFETCH(qint64, span);
        const Timestamp begin = at("2026-01-31T09:02:17.25Z");
        const SpanGrid grid = spanGrid({begin, begin + std::chrono::seconds(seconds)}, static_cast<std::size_t>(most));
        QVERIFY(grid.from <= begin && grid.end() > begin + std::chrono::seconds(seconds));
        QVERIFY(grid.count <= static_cast<std::size_t>(std::max(2, most)));
        QCOMPARE(std::chrono::floor<std::chrono::seconds>(grid.span).count(), span);
        const auto local = (grid.from + utcOffset(begin + std::chrono::seconds(seconds))).time_since_epoch();
        QCOMPARE((local % grid.span).count(), 0);
    }

private:
    QByteArray m_zone;
    bool m_hadZone = false;
};

PICKET_TEST(TimeScaleTest)
#include "tst_timescale.moc"
