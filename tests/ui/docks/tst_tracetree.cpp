// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/logtext.h"
#include "ui/telemetry/tracemodel.h"
#include "ui/telemetry/traceroles.h"
#include "ui/telemetry/tracetext.h"
#include "ui/wording/timescale.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <limits>

using namespace picket;
using namespace picket::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Timestamp begin = fromMicros(1'700'000'000'000'000);

struct ContentMaker {
    TraceContent content;

    ContentMaker &span(model::SpanNumber number, model::SpanNumber parent, std::chrono::microseconds from,
                       std::chrono::microseconds to, const std::string &op = {})
    {
        model::SpanRow row;
        row.id = {static_cast<std::int64_t>(content.parts.spans.size()) + 1};
        row.number = number;
        row.parent = parent;
        row.start = begin + from;
        row.end = begin + to;
        row.op = op.empty() ? "span " + std::to_string(number) : op;
        content.parts.spans.push_back(row);
        content.parts.spanCount = static_cast<std::int64_t>(content.parts.spans.size());
        return *this;
    }
    ContentMaker &event(std::int64_t id, std::chrono::microseconds at, model::SpanNumber span, const std::string &title)
    {
        model::EventRow row;
        row.id = {id};
        row.timestamp = begin + at;
        row.title = title;
        content.parts.events.push_back(row);
        content.parts.eventCount = static_cast<std::int64_t>(content.parts.events.size());
        content.spanOfEvent[row.id] = span;
        return *this;
    }
    ContentMaker &log(std::int64_t id, std::chrono::microseconds at, model::SpanNumber span, const std::string &body)
    {
        model::LogRow row;
        row.id = {id};
        row.timestamp = begin + at;
        row.span = span;
        row.severity = model::Severity::Warning;
        row.body = body;
        content.parts.logs.push_back(row);
        content.parts.logCount = static_cast<std::int64_t>(content.parts.logs.size());
        return *this;
    }
};

struct ModelFixture {
    ProjectNames names;
    TraceModel model{names};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    void show(const ContentMaker &maker) { model.setContent(std::make_shared<const TraceContent>(maker.content)); }
    // The names of all rows, by depth in blanks.
    [[nodiscard]] QStringList outline() const
    {
        QStringList rows = test::rowsOf(model, 5000);
        for (QString &row : rows) {
            row = row.section(u" | "_s, 0, 0);
        }
        return rows;
    }
};

int deepest(const TraceTree &tree)
{
    int depth = 0;
    for (const TraceRow &row : tree.rows) {
        depth = std::max(depth, row.depth);
    }
    return depth;
}

} // namespace

class TestTraceTree final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void spansStandBelowTheirParentsByTime()
    {
        ModelFixture f;
        f.show(ContentMaker()
                   .span(1, 0, 0ms, 900ms, "http.server")
                   .span(2, 1, 500ms, 600ms, "late")
                   .span(3, 1, 10ms, 20ms, "early")
                   .span(4, 3, 11ms, 12ms, "inner"));
        QCOMPARE(f.outline(), QStringList({u"http.server"_s, u"  early"_s, u"    inner"_s, u"  late"_s}));
    }
    void orphansStandAtTheTop()
    {
        ModelFixture f;
        f.show(ContentMaker().span(1, 0, 0ms, 9ms, "root").span(2, 77, 1ms, 2ms, "orphan"));
        QCOMPARE(f.outline(), QStringList({u"root"_s, u"orphan"_s}));
    }
    void eventsAndLogsStandInTheirSpanElseAtTheTop()
    {
        ModelFixture f;
        const ContentMaker maker = ContentMaker()
                                       .span(1, 0, 0ms, 90ms, "root")
                                       .span(2, 1, 50ms, 60ms, "child")
                                       .event(1, 20ms, 1, "Broken")
                                       .event(2, 70ms, 0, "Elsewhere")
                                       .log(1, 55ms, 2, "inside")
                                       .log(2, 10ms, 99, "outside");
        f.show(maker);
        QCOMPARE(f.outline(),
                 QStringList({u"root"_s, u"  error  Broken"_s, u"  child"_s, u"    warning  inside"_s,
                              u"warning  outside"_s, u"error  Elsewhere"_s}));
        f.model.setLogsShown(false);
        QCOMPARE(f.outline(), QStringList({u"root"_s, u"  error  Broken"_s, u"  child"_s, u"error  Elsewhere"_s}));
    }
    void cyclesAreCut_data()
    {
        QTest::addColumn<QList<int>>("parents"); // of the spans 1, 2, 3 …
        QTest::addColumn<int>("roots");
        QTest::newRow("its own parent") << QList<int>{1} << 1;
        QTest::newRow("each other's parents") << QList<int>{2, 1} << 1;
        QTest::newRow("a ring with a tail") << QList<int>{3, 1, 2, 3, 4} << 1;
        QTest::newRow("two rings") << QList<int>{2, 1, 4, 3} << 2;
    }
    void cyclesAreCut()
    {
        QFETCH(QList<int>, parents);
        QFETCH(int, roots);
        ContentMaker maker;
        for (int i = 0; i < parents.size(); ++i) {
            maker.span(static_cast<model::SpanNumber>(i + 1), static_cast<model::SpanNumber>(parents[i]), 1ms * i, 9ms);
        }
        ModelFixture f;
        f.show(maker);
        QCOMPARE(f.model.rowCount(), roots);
        QCOMPARE(f.outline().size(), parents.size());
    }
    void aNumberSentTwiceKeepsBothSpans()
    {
        ModelFixture f;
        f.show(ContentMaker().span(1, 0, 0ms, 9ms, "first").span(1, 0, 1ms, 9ms, "second").span(2, 1, 2ms, 3ms, "x"));
        QCOMPARE(f.outline(), QStringList({u"first"_s, u"  x"_s, u"second"_s}));
    }
    void deepNestsAreFlattened()
    {
        ContentMaker maker;
        for (model::SpanNumber i = 1; i <= limits::traceSpans; ++i) {
            maker.span(i, i - 1, 1us * i, 10ms);
        }
        maker.log(1, 5ms, limits::traceSpans, "at the bottom");
        ModelFixture f;
        f.show(maker);
        QCOMPARE(deepest(f.model.tree()), limits::traceDepth - 1);
        QCOMPARE(f.outline().size(), qsizetype(limits::traceSpans) + 1);
    }
    void absurdTimesDoNotBreakTheAxis_data()
    {
        QTest::addColumn<qint64>("from"); // microseconds since 1970
        QTest::addColumn<qint64>("to");
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        constexpr qint64 least = std::numeric_limits<qint64>::min();
        const qint64 start = toMicros(begin);
        QTest::newRow("the end before the start") << start + 500'000 << start - 500'000;
        QTest::newRow("zero length") << start + 500'000 << start + 500'000;
        QTest::newRow("years before") << qint64(0) << qint64(1000);
        QTest::newRow("years after") << start * 2 << start * 2 + 1;
        QTest::newRow("endless") << start + 1 << most;
        QTest::newRow("everlasting") << least << most;
        QTest::newRow("the end of time") << most << least;
    }
    void absurdTimesDoNotBreakTheAxis()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        ContentMaker maker = ContentMaker().span(1, 0, 0ms, 900ms).span(2, 1, 10ms, 20ms);
        maker.span(3, 1, 0ms, 0ms);
        maker.content.parts.spans.back().start = fromMicros(from);
        maker.content.parts.spans.back().end = fromMicros(to);
        ModelFixture f;
        f.show(maker);
        const TraceTree &tree = f.model.tree();
        QCOMPARE(tree.axis.from, begin);
        QCOMPARE(tree.axis.to, begin + 900ms);
        const QModelIndex odd = f.model.find({TraceRow::Kind::Span, 3}).siblingAtColumn(int(TraceModel::Column::Axis));
        const double left = odd.data(BarFromRole).toDouble();
        const double right = odd.data(BarToRole).toDouble();
        QVERIFY(left >= -1 && left <= right && right <= 2);
        QVERIFY(!odd.siblingAtColumn(int(TraceModel::Column::Duration)).data().toString().startsWith(u'-'));
    }
    void aTraceOfOneMomentHasAnAxis()
    {
        ModelFixture f;
        f.show(ContentMaker().event(1, 0ms, 0, "Only"));
        QCOMPARE(f.model.tree().axis.to - f.model.tree().axis.from, std::chrono::microseconds(1ms));
        QCOMPARE(f.model.index(0, int(TraceModel::Column::Axis)).data(MomentRole).toDouble(), 0.0);
        f.model.setContent(nullptr);
        QCOMPARE(f.model.rowCount(), 0);
    }
    void barsStandWhereTheirSpansWere()
    {
        ModelFixture f;
        f.show(ContentMaker().span(1, 0, 0ms, 1000ms).span(2, 1, 250ms, 500ms));
        const QModelIndex child = f.model.find({TraceRow::Kind::Span, 2});
        const auto text = [&](TraceModel::Column column) {
            return child.siblingAtColumn(int(column)).data().toString();
        };
        QCOMPARE(child.siblingAtColumn(int(TraceModel::Column::Axis)).data(BarFromRole).toDouble(), 0.25);
        QCOMPARE(child.siblingAtColumn(int(TraceModel::Column::Axis)).data(BarToRole).toDouble(), 0.5);
        QCOMPARE(text(TraceModel::Column::Start), u"+250 ms"_s);
        QCOMPARE(text(TraceModel::Column::Duration), u"250 ms"_s);
        QCOMPARE(f.model.headerData(int(TraceModel::Column::Axis), Qt::Horizontal).toString(), u"0 – 1.00 s"_s);
    }
    void failedSpansSaySoAndTheShownEventIsMarked()
    {
        ModelFixture f;
        ContentMaker maker = ContentMaker().span(1, 0, 0ms, 9ms).event(7, 1ms, 1, "Broken");
        maker.content.parts.spans[0].status = "internal_error";
        f.show(maker);
        const QModelIndex status = f.model.index(0, int(TraceModel::Column::Status));
        QCOMPARE(status.data().toString(), u"internal error"_s);
        QCOMPARE(status.data(ToneRole).toInt(), int(Tone::Bad));
        const QModelIndex event = f.model.find({TraceRow::Kind::Event, 7});
        QVERIFY(!event.data(InAppRole).toBool());
        f.model.setShownEvent({7});
        QVERIFY(event.data(InAppRole).toBool());
        QVERIFY(event.data(Qt::AccessibleTextRole).toString().startsWith(u"The shown event"_s));
    }
    void textOfATraceStaysPlain()
    {
        ModelFixture f;
        ContentMaker maker = ContentMaker().span(1, 0, 0ms, 9ms, "<img src=x>");
        maker.content.parts.spans[0].description = std::string("a\0b\u202ec\nd", 9).append(100'000, 'x');
        maker.content.parts.spans[0].status = "<table>";
        maker.log(1, 1ms, 1, "<a href='x'>y</a>");
        f.show(maker);
        for (const TraceModel::Key &key : {TraceModel::Key(TraceRow::Kind::Span, 1), {TraceRow::Kind::Log, 1}}) {
            for (int column = 0; column < TraceModel::columnTotal; ++column) {
                const QModelIndex cell = f.model.find(key).siblingAtColumn(column);
                const QString text = cell.data().toString();
                QVERIFY(text.size() < 1200);
                QVERIFY(!text.contains(QChar(0)) && !text.contains(QChar(0x202e)) && !text.contains(u'\n'));
                const QString tip = cell.data(Qt::ToolTipRole).toString();
                QVERIFY(!tip.contains(u"<img"_s) && !tip.contains(u"<a "_s) && !tip.contains(u"<table"_s));
            }
        }
    }
    void theSameContentKeepsTheRows()
    {
        ModelFixture f;
        const ContentMaker maker = ContentMaker().span(1, 0, 0ms, 9ms).span(2, 1, 1ms, 2ms);
        f.show(maker);
        const QPersistentModelIndex child = f.model.find({TraceRow::Kind::Span, 2});
        f.show(maker);
        QVERIFY(child.isValid());
    }
    void durationsRead_data()
    {
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << u"0 µs"_s;
        QTest::newRow("milliseconds") << qint64(31'200) << u"31.2 ms"_s;
        QTest::newRow("seconds") << qint64(1'240'000) << u"1.24 s"_s;
        QTest::newRow("minutes") << qint64(192'000'000) << u"3 min 12 s"_s;
        QTest::newRow("hours") << qint64(7'500'000'000) << u"2 h 5 min"_s;
        QTest::newRow("days") << qint64(3) * 86'400 * 1'000'000 << u"3 d"_s;
    }
    void durationsRead()
    {
        QFETCH(qint64, micros);
        QFETCH(QString, text);
        QCOMPARE(spanDuration(std::chrono::microseconds(micros)), text);
        QCOMPARE(spanOffset(-std::chrono::microseconds(micros)), micros == 0 ? u"0"_s : QChar(0x2212) + text);
    }
    void cutListsSayOfHowMany()
    {
        ContentMaker maker = ContentMaker().span(1, 0, 0ms, 9ms).log(1, 1ms, 1, "x");
        QCOMPARE(tracePartsText(maker.content.parts), u"1 span · 0 events · 1 log"_s);
        maker.content.parts.spanCount = 13'331;
        QCOMPARE(tracePartsText(maker.content.parts), u"showing 1 of 13,331 spans · 0 events · 1 log"_s);
    }
};

PICKET_TEST(TestTraceTree)
#include "tst_tracetree.moc"
