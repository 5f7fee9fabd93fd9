// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/workspacefixture.h"
#include "ui/state/actions.h"
#include "ui/state/issuescope.h"
#include "ui/theme/theme.h"
#include "ui/timeline/histogrammodel.h"
#include "ui/timeline/timelinebar.h"
#include "ui/timeline/timelinestrip.h"
#include "ui/timeline/timemarks.h"

#include <QFontMetricsF>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto noKey = Qt::NoModifier;

// Two issues: one happened 20, 20, 10 and 2 minutes ago, the other 10 minutes ago.
struct StripFixture {
    StripFixture()
        : model(workspace.query(), scope)
        , actions(&window)
        , bar(model, scope, theme, actions, &window)
        , strip(bar.strip())
    {
        for (const auto age : {20min, 20min, 10min, 2min}) {
            workspace.deliver(errorJson("TypeError", "no price", "total"), age);
        }
        workspace.deliver(errorJson("KeyError", "price", "find"), 10min);
        scope.setPeriod(Period::Hour);
        window.resize(1000, 300);
        window.addToolBar(&bar);
    }
    [[nodiscard]] bool show(std::int64_t events)
    {
        window.show();
        return picket::test::await([&] { return model.content().events() == events; });
    }
    [[nodiscard]] const model::Histogram &histogram() const { return model.content().histogram; }
    // Bars with events, oldest first.
    [[nodiscard]] std::vector<std::size_t> tall() const
    {
        std::vector<std::size_t> bars;
        for (std::size_t i = 0; i < histogram().events.size(); ++i) {
            if (histogram().events[i] > 0) {
                bars.push_back(i);
            }
        }
        return bars;
    }
    [[nodiscard]] QPoint middle(std::size_t column) const { return strip.columnOf(column).center(); }
    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(&strip, Qt::LeftButton, noKey, from);
        QTest::mouseMove(&strip, (from + to) / 2);
        QTest::mouseMove(&strip, to);
        QTest::mouseRelease(&strip, Qt::LeftButton, noKey, to);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = noKey) { QTest::keyClick(&strip, Qt::Key(key), modifiers); }

    WorkspaceFixture workspace;
    Theme theme;
    IssueScope scope;
    HistogramModel model;
    QMainWindow window;
    Actions actions;
    TimelineBar bar;
    TimelineStrip &strip;
};

} // namespace

class TimelineStripTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheEventsOfThePeriod()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        const std::vector<std::size_t> bars = f.tall();
        QCOMPARE(bars.size(), 3U);
        QCOMPARE(f.histogram().events[bars[0]], 2);
        QCOMPARE(f.histogram().newIssues[bars[0]], 1);
        QCOMPARE(f.histogram().newIssues[bars[1]], 1);
        QCOMPARE(f.histogram().newIssues[bars[2]], 0);
        QCOMPARE(f.histogram().span, std::chrono::microseconds(30s)); // 120 bars of 8 pixels for an hour
        QVERIFY(f.strip.columnOf(0).left() >= 0);
        QVERIFY(f.strip.columnOf(f.histogram().events.size() - 1).right() <= f.strip.width());
    }
    void followsTheFilterAtOnce()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        f.scope.setText(u"KeyError"_s);
        QTRY_COMPARE(f.model.content().events(), 1);
    }
    void showsAllThereIsWithoutAPeriod()
    {
        StripFixture f;
        f.scope.setPeriod(Period::All);
        QVERIFY(f.show(5));
        const store::TimeRange range = f.model.content().range();
        QVERIFY(range.from <= now() - 20min && range.to - range.from < 25min);
        QCOMPARE(f.histogram().events.front(), 2);
    }
    void newEventsComeWithinASecondOrTwo()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        QSignalSpy changed(&f.model, &HistogramModel::changed);
        for (int i = 0; i < 20; ++i) {
            f.workspace.deliver(errorJson("TypeError", "no price", "total"), 1min);
            f.model.refresh();
        }
        QTRY_COMPARE(f.model.content().events(), 25);
        QVERIFY(changed.size() <= 3);
    }
    void hiddenItAsksNothing()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        QAction *action = f.actions.get(u"view.timeline"_s);
        action->trigger();
        QVERIFY(!f.strip.isVisible());
        QSignalSpy changed(&f.model, &HistogramModel::changed);
        f.workspace.deliver(errorJson("TypeError", "no price", "total"), 1min);
        f.model.refresh();
        QVERIFY(!changed.wait(1500));
        action->trigger();
        QTRY_COMPARE(f.model.content().events(), 6);
    }

    void draggingMarksOutWholeBars()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        const std::vector<std::size_t> bars = f.tall();
        f.drag(f.middle(bars[1]) + QPoint(2, 0), f.middle(bars[0]));
        QVERIFY(f.scope.brush());
        QCOMPARE(*f.scope.brush(), f.model.content().rangeOf(bars[0], bars[1]));
        QVERIFY(f.strip.chip().isVisible());
        QVERIFY(f.strip.chip().text().endsWith(u'×'));
        QVERIFY(f.strip.accessibleDescription().contains(u"is shown"_s));
    }
    void clickTakesOneBarAndClickOutsideLiftsIt()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        const std::vector<std::size_t> bars = f.tall();
        QTest::mouseClick(&f.strip, Qt::LeftButton, noKey, f.middle(bars[1] + 4));
        QVERIFY(!f.scope.brush()); // no event, nothing to look at
        QTest::mouseClick(&f.strip, Qt::LeftButton, noKey, f.middle(bars[1]));
        QVERIFY(f.scope.brush());
        QCOMPARE(*f.scope.brush(), f.model.content().rangeOf(bars[1], bars[1]));
        QTest::mouseClick(&f.strip, Qt::LeftButton, noKey, f.middle(bars[0]));
        QVERIFY(!f.scope.brush());
        QVERIFY(!f.strip.chip().isVisible());
    }
    void edgesCanBeDragged()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        const std::vector<std::size_t> bars = f.tall();
        f.scope.setBrush(f.model.content().rangeOf(bars[0], bars[1]));
        const QRect last = f.strip.columnOf(bars[1]);
        f.drag(QPoint(last.right() + 2, 40), f.middle(bars[2]));
        QCOMPARE(*f.scope.brush(), f.model.content().rangeOf(bars[0], bars[2]));
        const QRect first = f.strip.columnOf(bars[0]);
        f.drag(QPoint(first.left(), 40), f.middle(bars[1]));
        QCOMPARE(*f.scope.brush(), f.model.content().rangeOf(bars[1], bars[2]));
    }
    void chipLiftsTheBrush()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        f.scope.setBrush(f.model.content().rangeOf(3, 30));
        QTRY_VERIFY(f.strip.chip().isVisible());
        f.strip.chip().click();
        QVERIFY(!f.scope.brush());
    }

    void keysMarkOut()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        f.strip.setFocus(Qt::TabFocusReason);
        const std::size_t last = f.histogram().events.size() - 1;
        QCOMPARE(f.strip.cursor(), std::optional(last));
        f.press(Qt::Key_Left);
        f.press(Qt::Key_Left);
        QCOMPARE(f.strip.cursor(), std::optional(last - 2));
        QVERIFY(f.strip.accessibleDescription().contains(u"Cursor: 0 events"_s));
        f.press(Qt::Key_Left, Qt::ShiftModifier);
        f.press(Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(!f.scope.brush()); // not before Enter
        f.press(Qt::Key_Return);
        QCOMPARE(*f.scope.brush(), f.model.content().rangeOf(last - 4, last - 2));
        f.press(Qt::Key_Home);
        f.press(Qt::Key_Enter);
        QCOMPARE(*f.scope.brush(), f.model.content().rangeOf(0, 0));
        f.press(Qt::Key_Right, Qt::ShiftModifier);
        f.press(Qt::Key_Escape);
        QVERIFY(f.scope.brush()); // first what was begun
        f.press(Qt::Key_Escape);
        QVERIFY(!f.scope.brush());
    }
    void escapeIsTheWindowsWhenThereIsNothingToLift()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        QKeyEvent escape(QEvent::ShortcutOverride, Qt::Key_Escape, noKey);
        escape.ignore();
        QApplication::sendEvent(&f.strip, &escape);
        QVERIFY(!escape.isAccepted());
        f.scope.setBrush(f.model.content().rangeOf(3, 30));
        QApplication::sendEvent(&f.strip, &escape);
        QVERIFY(escape.isAccepted());
    }

    void tooltipTellsWhatABarIs()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        const std::vector<std::size_t> bars = f.tall();
        const QString text = f.strip.textAt(f.middle(bars[1]));
        QVERIFY2(text.startsWith(u"2 events · 1 new issue · "_s), qPrintable(text));
        QVERIFY(f.strip.textAt(f.middle(bars[2])).startsWith(u"1 event · "_s));
        // The release of the first event stands where that was.
        QVERIFY(f.strip.textAt(f.middle(bars[0])).contains(u"shop@1.4.2"_s));
    }
    void isThereForThoseWhoDoNotSeeIt()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        QCOMPARE(f.strip.accessibleName(), u"Time strip"_s);
        QVERIFY2(f.strip.accessibleDescription().startsWith(u"5 events, 2 new issues, "_s),
                 qPrintable(f.strip.accessibleDescription()));
    }
    void newIssuesAreSeen()
    {
        StripFixture f;
        QVERIFY(f.show(5));
        const QImage image = f.strip.grab().toImage();
        const std::vector<std::size_t> bars = f.tall();
        const auto bottom = [&](std::size_t column) {
            return image.pixelColor(f.middle(column).x(), TimelineStrip::stripHeight - 11);
        };
        QCOMPARE(bottom(bars[1]), f.theme.colors().error);
        QVERIFY(bottom(bars[2]) != f.theme.colors().error);
        QVERIFY(bottom(bars[2]) != f.theme.colors().base);
        QCOMPARE(bottom(bars[2] - 3), f.theme.colors().base);
    }

    void labelsOfMarksNeverOverlap()
    {
        std::vector<model::MarkRow> marks;
        const Timestamp begin = fromMicros(1'769'850'000'000'000);
        for (int i = 0; i < 300; ++i) {
            const auto kind = i % 3 == 0 ? model::MarkKind::Run
                : i % 3 == 1             ? model::MarkKind::Release
                                         : model::MarkKind::Mark;
            marks.push_back(
                {{}, kind, begin + i * i * 40ms, {}, i % 3 == 1 ? "<b>shop</b>@1.4." + std::to_string(i) : ""});
        }
        const TimeScale scale({begin, begin + 1h}, 8, 992);
        const QRectF row(8, 2, 984, 16);
        LabelRow taken;
        taken.take(400, 520);
        const auto placed = placeMarks(marks, scale, row, QFontMetricsF(QFont()), taken);
        std::size_t labels = 0;
        for (const PlacedMark &mark : placed) {
            labels += mark.label.isEmpty() ? 0 : 1;
            QVERIFY(mark.label.isEmpty() || row.contains(mark.label));
            QVERIFY(!mark.label.intersects(QRectF(400, 0, 120, 30)));
            for (const PlacedMark &other : placed) {
                QVERIFY(&mark == &other || !mark.label.intersects(other.label));
                QVERIFY(&mark == &other || mark.x != other.x);
            }
        }
        QVERIFY(labels >= 3);
        QVERIFY(placed.front().kind == model::MarkKind::Run && !placed.front().label.isEmpty());
    }
    void anEmptyWorkspaceHasNothingToShow()
    {
        WorkspaceFixture workspace;
        const IssueScope scope;
        HistogramModel model(workspace.query(), scope);
        IssueScope own;
        const Theme theme;
        TimelineStrip strip(model, own, theme);
        strip.resize(400, TimelineStrip::stripHeight);
        strip.show();
        QSignalSpy changed(&model, &HistogramModel::changed);
        QVERIFY(changed.wait(picket::test::patience));
        QTest::keyClick(&strip, Qt::Key_Left);
        QTest::keyClick(&strip, Qt::Key_Return);
        QCOMPARE(model.content().events(), 0);
        QVERIFY(!strip.grab().isNull());
    }
};

PICKET_TEST(TimelineStripTest)
#include "tst_timelinestrip.moc"
