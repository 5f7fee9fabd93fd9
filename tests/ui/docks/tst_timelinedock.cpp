// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "tests/ui/docks/hostileevents.h"
#include "ui/timeline/timeaxislayout.h"
#include "ui/timeline/timeaxisview.h"
#include "ui/timeline/timelinedock.h"
#include "ui/timeline/timelinesource.h"
#include "ui/values/breadcrumbmodel.h"
#include "ui/values/breadcrumbsdock.h"
#include "ui/values/valuetreeview.h"
#include "ui/widgets/treeview.h"

#include <QElapsedTimer>
#include <QFontMetricsF>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto noKey = Qt::NoModifier;

std::string secondsBefore(double seconds)
{
    return QString::number(static_cast<double>(toMicros(now()) / 1'000'000) - seconds, 'f', 3).toStdString();
}

// An event of this moment with breadcrumbs 12.4, 6.1 and 0.9 seconds before it.
std::string shop()
{
    const auto crumb = [](double before, const std::string &rest) {
        return "{\"timestamp\":" + secondsBefore(before) + "," + rest + "}";
    };
    return R"({"platform":"python","timestamp":)" + secondsBefore(0) + R"(,"breadcrumbs":[)"
        + crumb(12.4, R"("category":"navigation","data":{"from":"/","to":"/cart"})") + ","
        + crumb(6.1,
                R"("type":"http","category":"httplib","data":{"method":"POST","url":"/api/items","status_code":200})")
        + ",null," + crumb(0.9, R"("category":"console","level":"warning","message":"stock low")")
        + R"(],"exception":[{"type":"TypeError","value":"cannot read"}]})";
}

std::vector<model::EventPoint> points(std::size_t count, std::chrono::microseconds apart)
{
    std::vector<model::EventPoint> made;
    const Timestamp begin = fromMicros(1'769'850'000'000'000);
    for (std::size_t i = 0; i < count; ++i) {
        const auto level = i % 1000 == 0 ? model::Level::Fatal : model::Level::Error;
        made.push_back(
            {EventId{static_cast<std::int64_t>(i) + 1}, begin + apart * static_cast<std::int64_t>(i), level});
    }
    return made;
}

void turnWheel(QWidget &widget, const QPoint &at, int notches)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, QPoint(0, notches * 120), Qt::NoButton, noKey, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

class TimelineDockTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void fitsTheBreadcrumbsAndTheEvent()
    {
        DocksFixture f;
        auto &dock = f.add<TimelineDock>();
        f.openWindow();
        QVERIFY(f.show(shop()));
        const EventCrumbs &crumbs = dock.view().crumbs();
        QCOMPARE(crumbs.points.size(), 3U); // null has no time
        QCOMPARE(crumbs.farAway, 0);
        QCOMPARE(dock.note(), QString());
        const store::TimeRange shown = dock.view().scale().range();
        QCOMPARE(shown.to, crumbs.event);
        QCOMPARE(shown.from, crumbs.event - 12'400ms);
        QVERIFY(dock.view().rect().contains(dock.view().crumbPlace(0)));
        QTRY_VERIFY(dock.source().isLoaded());
        QCOMPARE(dock.source().events().size(), 1U);
    }
    void hoveringTellsABreadcrumbInPlainText()
    {
        DocksFixture f;
        auto &dock = f.add<TimelineDock>();
        f.openWindow();
        QVERIFY(f.show(shop()));
        const QString text = dock.view().textAt(dock.view().crumbPlace(1));
        QVERIFY2(text.startsWith(u"httplib · info\nPOST /api/items 200\n−6.10 s · "_s), qPrintable(text));
        QVERIFY(f.show(R"({"message":"x","timestamp":)" + secondsBefore(0) + R"(,"breadcrumbs":[{"timestamp":)"
                       + secondsBefore(3) + R"(,"message":")" + markup + R"("}]})"));
        const QPoint place = dock.view().crumbPlace(0);
        QVERIFY(dock.view().textAt(place).contains(u"<img src"_s));
    }
    void clickOnABreadcrumbIsFollowedByTheirList()
    {
        DocksFixture f;
        auto &dock = f.add<TimelineDock>();
        auto &list = f.add<BreadcrumbsDock>();
        f.openWindow();
        QVERIFY(f.show(shop()));
        QTest::mouseClick(&dock.view(), Qt::LeftButton, noKey, dock.view().crumbPlace(3));
        QCOMPARE(f.navigator.breadcrumb(), 3);
        const QModelIndex current = list.view().tree().currentIndex();
        QCOMPARE(current.siblingAtColumn(int(BreadcrumbModel::Column::Message)).data().toString(), u"stock low"_s);
        QVERIFY(f.show(R"({"message":"another"})"));
        QCOMPARE(f.navigator.breadcrumb(), -1);
    }
    void theAxisOfAllEventsGrowsUntilSomebodyZooms()
    {
        DocksFixture f;
        auto &dock = f.add<TimelineDock>();
        f.openWindow();
        const auto at = [](int seconds) {
            return R"({"message":"x","timestamp":)" + secondsBefore(seconds) + "}";
        };
        QVERIFY(f.show(at(1000)));
        f.actions.get(u"timeline.events"_s)->trigger();
        const Timestamp end = dock.view().visibleRange().to;
        const auto deliver = [&](int seconds) {
            f.current.applyChanges(f.workspace.deliver(at(seconds)));
        };
        deliver(600);
        QTRY_VERIFY(dock.view().visibleRange().to > end + 300s);
        QTest::keyClick(&dock.view(), Qt::Key_Plus);
        const store::TimeRange zoomed = dock.view().visibleRange();
        deliver(100);
        QTRY_COMPARE(f.current.count(), 3);
        QTRY_COMPARE(dock.source().events().size(), 3U);
        QCOMPARE(dock.view().visibleRange().to, zoomed.to);
    }
    void keysStepThroughTheBreadcrumbs()
    {
        DocksFixture f;
        auto &dock = f.add<TimelineDock>();
        f.openWindow();
        QVERIFY(f.show(shop()));
        QTest::keyClick(&dock.view(), Qt::Key_Up);
        QCOMPARE(f.navigator.breadcrumb(), 3); // the last one before the event
        QTest::keyClick(&dock.view(), Qt::Key_Up);
        QCOMPARE(f.navigator.breadcrumb(), 1);
        QVERIFY(dock.view().accessibleDescription().contains(u"POST /api/items"_s));
        QTest::keyClick(&dock.view(), Qt::Key_Down);
        QTest::keyClick(&dock.view(), Qt::Key_Down);
        QCOMPARE(f.navigator.breadcrumb(), 3);
    }

    void clickOnAnEventGoesThere()
    {
        DocksFixture f;
        auto &dock = f.add<TimelineDock>();
        f.openWindow();
        const std::string json = errorJson("TypeError", "no price", "total");
        const store::ChangeSet older = f.workspace.deliver(json, 10min);
        f.workspace.deliver(json, 5min);
        QVERIFY(f.show(json));
        QTRY_COMPARE(dock.source().events().size(), 3U);
        const model::EventPoint first = dock.source().events().front();
        QCOMPARE(first.id, older.lastEvent);
        // No breadcrumbs: the axis shows the events.
        const QPoint place = dock.view().eventPlace(first.timestamp);
        QVERIFY(dock.view().rect().contains(place));
        QVERIFY(dock.view().textAt(place).contains(u"to the shown one"_s));
        QTest::mouseClick(&dock.view(), Qt::LeftButton, noKey, place);
        QCOMPARE(f.navigator.selectedEvent(), older.lastEvent);
        QTRY_COMPARE(f.current.detail()->row.id, older.lastEvent);
        QTRY_VERIFY(dock.view().textAt(place).contains(u"this is the shown event"_s));
    }
    void newEventsOfTheIssueAppear()
    {
        DocksFixture f;
        auto &dock = f.add<TimelineDock>();
        f.openWindow();
        const std::string json = errorJson("TypeError", "no price", "total");
        QVERIFY(f.show(json));
        QTRY_COMPARE(dock.source().events().size(), 1U);
        for (int i = 0; i < 4; ++i) {
            f.current.applyChanges(f.workspace.deliver(json, 1min));
        }
        QTRY_COMPARE(dock.source().events().size(), 5U);
    }

    void zoomsPansAndFitsAgain()
    {
        DocksFixture f;
        auto &dock = f.add<TimelineDock>();
        f.openWindow();
        QVERIFY(f.show(shop()));
        TimeAxisView &view = dock.view();
        const store::TimeRange fitted = view.scale().range();
        const QPoint place = view.crumbPlace(1);
        turnWheel(view, place, 3);
        QVERIFY(view.scale().range().to - view.scale().range().from < fitted.to - fitted.from);
        QVERIFY((view.crumbPlace(1) - place).manhattanLength() <= 1);
        QTest::mousePress(&view, Qt::LeftButton, noKey, QPoint(100, 20));
        QTest::mouseMove(&view, QPoint(160, 20));
        QTest::mouseRelease(&view, Qt::LeftButton, noKey, QPoint(160, 20));
        QVERIFY(std::abs(view.crumbPlace(1).x() - place.x() - 60) <= 1);
        QTest::keyClick(&view, Qt::Key_Left);
        QTest::keyClick(&view, Qt::Key_Plus);
        QTest::keyClick(&view, Qt::Key_0);
        QCOMPARE(view.scale().range(), fitted);
        QTest::keyClick(&view, Qt::Key_Minus);
        QVERIFY(view.scale().range() != fitted);
        QTest::mouseDClick(&view, Qt::LeftButton, noKey, QPoint(5, 5));
        QCOMPARE(view.scale().range(), fitted);
        f.actions.get(u"timeline.events"_s)->trigger();
        QVERIFY(view.scale().range() != fitted);
        f.actions.get(u"timeline.breadcrumbs"_s)->trigger();
        QCOMPARE(view.scale().range(), fitted);
    }

    void absurdTimesDoNotStretchTheAxis_data()
    {
        QTest::addColumn<QString>("times"); // of the breadcrumbs; the event's is 2026-01-31T12:00:00Z
        QTest::addColumn<int>("far");
        QTest::addColumn<qint64>("from"); // milliseconds before the event; -1: no span
        QTest::newRow("none") << QString() << 0 << qint64(-1);
        QTest::newRow("seconds") << u"2026-01-31T11:59:50Z 2026-01-31T11:59:59Z"_s << 0 << qint64(10'000);
        QTest::newRow("one in the first year") << u"0001-01-01T00:00:00Z 2026-01-31T11:59:50Z"_s << 1 << qint64(10'000);
        QTest::newRow("one in the last year") << u"2026-01-31T11:59:50Z 9999-12-31T23:59:59Z"_s << 1 << qint64(10'000);
        QTest::newRow("all in the first year") << u"0001-01-01T00:00:00Z 0001-01-01T00:00:00Z"_s << 2 << qint64(-1);
        QTest::newRow("one at the epoch") << u"1970-01-01T00:00:00Z 2026-01-31T11:59:58Z"_s << 1 << qint64(2000);
        QTest::newRow("one an hour before the others")
            << u"2026-01-31T11:00:00Z 2026-01-31T11:59:50Z"_s << 1 << qint64(10'000);
        QTest::newRow("all in another time zone")
            << u"2026-01-31T10:59:50Z 2026-01-31T10:59:58Z"_s << 0 << qint64(3'610'000);
        QTest::newRow("over an hour, step by step")
            << u"2026-01-31T11:00:00Z 2026-01-31T11:57:00Z 2026-01-31T11:59:50Z"_s << 0 << qint64(3'600'000);
        QTest::newRow("at the moment of the event") << u"2026-01-31T12:00:00Z"_s << 0 << qint64(0);
    }
    void absurdTimesDoNotStretchTheAxis()
    {
        QFETCH(QString, times);
        QFETCH(int, far);
        QFETCH(qint64, from);
        query::EventDetail detail;
        detail.event.timestamp = detail.row.timestamp = parseRfc3339("2026-01-31T12:00:00Z").value();
        for (const QString &time : times.split(u' ', Qt::SkipEmptyParts)) {
            detail.event.breadcrumbs.emplace_back().timestamp = parseRfc3339(time.toStdString());
        }
        const EventCrumbs crumbs = eventCrumbs(std::make_shared<const query::EventDetail>(detail));
        QCOMPARE(crumbs.points.size(), detail.event.breadcrumbs.size());
        QCOMPARE(crumbs.farAway, far);
        QCOMPARE(crumbs.span.has_value(), from >= 0);
        if (crumbs.span) {
            QCOMPARE(std::chrono::duration_cast<std::chrono::milliseconds>(crumbs.event - crumbs.span->from).count(),
                     from);
        }
    }
    void farBreadcrumbsAreSaid()
    {
        DocksFixture f;
        auto &dock = f.add<TimelineDock>();
        f.openWindow();
        QVERIFY(f.show(R"({"message":"x","timestamp":)" + secondsBefore(0) + R"(,"breadcrumbs":[
            {"timestamp":"0001-01-01T00:00:00Z"},{"timestamp":1},{"timestamp":"NaN"},{"timestamp":null},
            {"timestamp":"9999-12-31T23:59:59Z"},{"timestamp":)"
                       + secondsBefore(2) + "}]}"));
        QCOMPARE(dock.note(), u"3 breadcrumbs lie far away"_s);
        QCOMPARE(dock.view().scale().range().from, dock.view().crumbs().event - 2s);
        for (int i = 0; i < 300; ++i) {
            turnWheel(dock.view(), QPoint(100, 20), i < 150 ? -1 : 2);
            if (i % 30 == 0) {
                QVERIFY(!dock.view().grab().isNull());
            }
        }
    }
    // An event whose clock was wrong is shown at another time; its breadcrumbs keep their distance.
    void breadcrumbsStandByTheClockThatToldThem()
    {
        query::EventDetail detail;
        detail.row.timestamp = detail.event.timestamp = parseRfc3339("2026-01-31T12:00:00Z").value();
        detail.event.originalTimestamp = parseRfc3339("1999-01-01T00:00:10Z");
        detail.event.breadcrumbs.emplace_back().timestamp = parseRfc3339("1999-01-01T00:00:00Z");
        const EventCrumbs crumbs = eventCrumbs(std::make_shared<const query::EventDetail>(detail));
        QCOMPARE(crumbs.points.front().time, detail.row.timestamp - 10s);
    }
    void hostileEventsAreDrawn()
    {
        DocksFixture f;
        auto &dock = f.add<TimelineDock>();
        f.openWindow();
        for (const auto &[what, json] : hostileEvents()) {
            if (f.show(json)) {
                QVERIFY2(!dock.view().grab().isNull(), what.c_str());
            }
        }
    }

    void labelsNeverOverlap()
    {
        query::EventDetail detail;
        detail.row.title = "TypeError: cannot read 'price' of None";
        detail.event.timestamp = detail.row.timestamp = parseRfc3339("2026-01-31T12:00:00Z").value();
        for (int i = 0; i < 200; ++i) {
            auto &crumb = detail.event.breadcrumbs.emplace_back();
            crumb.timestamp = detail.row.timestamp - i * i * 3ms;
            crumb.message = "breadcrumb number " + std::to_string(i);
        }
        const EventCrumbs crumbs = eventCrumbs(std::make_shared<const query::EventDetail>(detail));
        const AxisLanes lanes = axisLanes({600, 150}, CrumbSpread::Wide, 15);
        QCOMPARE(lanes.labelLines, 2);
        const TimeScale scale(*crumbs.span, 16, 528);
        const auto placed = placeCrumbs(crumbs, scale, lanes, QFontMetricsF(QFont()));
        QCOMPARE(placed.size(), 201U);
        QCOMPARE(placed.front().point, -1);
        QVERIFY(placed.front().text.startsWith(u"TypeError"_s));
        int above = 0;
        int below = 0;
        for (const PlacedCrumb &crumb : placed) {
            if (crumb.label.isEmpty()) {
                continue;
            }
            (crumb.above ? above : below) += 1;
            QVERIFY(lanes.crumbs.contains(crumb.label));
            for (const PlacedCrumb &other : placed) {
                QVERIFY(&crumb == &other || !crumb.label.intersects(other.label));
            }
        }
        QVERIFY(above >= 2 && below >= 2);
    }
    void lowDocksLeaveOutWhatDoesNotFit()
    {
        const auto lanes = [](double height, CrumbSpread spread) {
            return axisLanes({600, height}, spread, 15);
        };
        QVERIFY(lanes(130, CrumbSpread::Wide).labelLines == 2 && !lanes(130, CrumbSpread::Wide).ticks.isEmpty());
        QVERIFY(lanes(100, CrumbSpread::Wide).labelLines == 2 && lanes(100, CrumbSpread::Wide).ticks.isEmpty());
        QVERIFY(lanes(100, CrumbSpread::Squeezed).labelLines == 1
                && !lanes(100, CrumbSpread::Squeezed).ticks.isEmpty());
        QCOMPARE(lanes(50, CrumbSpread::Wide).labelLines, 0);
        QVERIFY(lanes(20, CrumbSpread::Wide).ticks.isEmpty());
        QVERIFY(lanes(100, CrumbSpread::None).crumbs.isEmpty());
    }

    void columnsCountEveryEventOnce()
    {
        const auto events = points(200'000, 5ms);
        const TimeScale all({events.front().timestamp, events.back().timestamp}, 0, 600);
        std::size_t counted = 0;
        double before = -1e6;
        for (const EventColumn &column : eventColumns(events, all, -10, 610)) {
            QCOMPARE(column.first, counted);
            counted = column.last;
            QVERIFY(column.x > before);
            before = column.x;
        }
        QCOMPARE(counted, events.size());
        const auto zoomed = eventColumns(events, all.zoomed(20'000, 300), 0, 600);
        QVERIFY(!zoomed.empty() && zoomed.size() <= 12);
        QCOMPARE(zoomed.front().count(), 1U);
        const auto [first, last] = eventsNear(events, all, 300, 1);
        QVERIFY(last - first > 600 && last - first < 700);
    }
    // Prints a figure and asserts none: machines differ.
    void drawsManyEventsQuickly()
    {
        const auto events = points(200'000, 5ms);
        const Theme theme;
        TimeAxisView view(theme);
        view.resize(1400, 160);
        query::EventDetail detail;
        detail.event.timestamp = detail.row.timestamp = events.back().timestamp;
        for (int i = 0; i < 1000; ++i) {
            auto &crumb = detail.event.breadcrumbs.emplace_back();
            crumb.timestamp = events.back().timestamp - i * 900ms;
            crumb.message = "breadcrumb number " + std::to_string(i);
        }
        view.setCrumbs(eventCrumbs(std::make_shared<const query::EventDetail>(detail)));
        view.setEvents(events);
        view.fit({events.front().timestamp, events.back().timestamp});
        QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
        view.render(&image);
        QElapsedTimer timer;
        timer.start();
        constexpr int rounds = 20;
        for (int i = 0; i < rounds; ++i) {
            view.render(&image);
        }
        qInfo("200,000 events and 1,000 breadcrumbs: %.2f ms a frame",
              static_cast<double>(timer.nsecsElapsed()) / 1e6 / rounds);
        bool drawn = false;
        for (int y = 0; y < image.height(); ++y) {
            drawn = drawn || image.pixelColor(700, y) == theme.colors().error;
        }
        QVERIFY(drawn);
    }
};

PICKET_TEST(TimelineDockTest)
#include "tst_timelinedock.moc"
