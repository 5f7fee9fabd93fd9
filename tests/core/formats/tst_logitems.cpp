// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/logitems.h"
#include "tests/core/formats/support.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::formats;
using namespace picket::test;

namespace {

QByteArray summary(const LogRow &row)
{
    return bytes(row.timestamp ? toRfc3339(*row.timestamp) : std::string("never")) + ' ' + bytes(row.level) + ' '
        + QByteArray::number(qlonglong(row.severityNumber.value_or(0))) + " '" + bytes(row.body) + "' "
        + bytes(row.traceId) + ' ' + bytes(row.spanId);
}

} // namespace

class TestLogItems final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatSdksSend_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<int>("attributes"); // of the first
        QTest::addColumn<QByteArray>("lastLevel");
        const auto row = [](const char *name, const char *file, int rows, const char *first, int attributes,
                            const char *last) {
            QTest::newRow(name) << testData(file) << rows << QByteArray(first) << attributes << QByteArray(last);
        };
        row("node, a full container", "items/log-node.json", 100,
            "2026-11-22T09:18:34.759507Z trace 1 'log at trace' 1e1d9287525d49b1b6db8424d16b1223 ", 11, "info");
        row("the browser", "items/log-browser.json", 7,
            "2026-11-22T09:23:32.801200Z trace 1 'log at trace' 988e617960fc432394afa99251bbecd1 ", 7, "info");
        row("go, nanoseconds as text", "items/log-go.json", 3,
            "2026-11-22T09:28:56.279285Z info 9 'log at info' cb1ad630347a28ff08122eaa48b9779d ", 7, "error");
        row("native", "items/log-native.json", 3,
            "2026-11-22T09:35:17.087833Z info 0 'log at info for 42' fae45d58b1f14d7cbd724b25cce34754 ", 9, "fatal");
        row("php, whose parent span is the text null", "items/log-php.json", 6,
            "2026-11-22T09:34:06.117163Z trace 0 'log at trace' 224cfa9bd4574539b9cfdb97ab4d1f67 ", 10, "fatal");
        row("ruby, with a span", "items/log-ruby.json", 6,
            "2026-11-22T09:40:21.005128Z trace 0 'log at trace for ada' a489dab3560846cdaa893b62d1714d61 "
            "2394cf4594454987",
            12, "fatal");
    }
    void readsWhatSdksSend()
    {
        QFETCH(QByteArray, payload);
        const auto logs = readLogs(view(payload));
        QVERIFY(logs && !logs->rows.empty());
        QCOMPARE(logs->unreadable, std::uint64_t(0));
        QTEST(int(logs->rows.size()), "rows");
        QTEST(summary(logs->rows.front()), "first");
        QTEST(int(logs->rows.front().attributes.members().size()), "attributes");
        QTEST(bytes(logs->rows.back().level), "lastLevel");
    }

    void unwrapsAttributes()
    {
        const auto logs = readLogs(view(testData("items/log-node.json")));
        QVERIFY(logs && !logs->rows.empty());
        const LogRow &row = logs->rows.front();
        QCOMPARE(bytes(row.attribute("user")), QByteArray("ada"));
        QCOMPARE(bytes(row.attribute("n")), QByteArray("3"));
        QCOMPARE(bytes(row.attribute("ok")), QByteArray("true"));
        QCOMPARE(json(row.attributes["list"]), QByteArray("[1,2]"));
        QCOMPARE(bytes(row.attribute("sentry.environment")), QByteArray("staging"));
        QCOMPARE(bytes(row.attribute("missing")), QByteArray());
    }

    void readsOddLogs_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArrayList>("rows");
        QTest::addColumn<int>("unreadable");
        QTest::newRow("no container") << QByteArray(R"({"body":"x","level":"WARNING"})")
                                      << QByteArrayList{"never warn 0 'x'  "} << 0;
        QTest::newRow("a bare list") << QByteArray(R"([{"body":"x"},{"body":"y","severity_number":24}])")
                                     << QByteArrayList{"never  0 'x'  ", "never fatal 24 'y'  "} << 0;
        QTest::newRow("a level from its number") << QByteArray(R"({"items":[{"body":"x","severity_number":13}]})")
                                                 << QByteArrayList{"never warn 13 'x'  "} << 0;
        QTest::newRow("a number that is no severity")
            << QByteArray(R"({"items":[{"body":"x","severity_number":99}]})") << QByteArrayList{"never  0 'x'  "} << 0;
        QTest::newRow("a body that is an object")
            << QByteArray(R"({"items":[{"body":{"a":[1]}}]})") << QByteArrayList{"never  0 '{\"a\":[1]}'  "} << 0;
        QTest::newRow("no logs among logs") << QByteArray(R"({"items":[1,null,{},{"level":"info"},[],{"body":"x"}]})")
                                            << QByteArrayList{"never info 0 ''  ", "never  0 'x'  "} << 4;
        QTest::newRow("a log without a body")
            << QByteArray(R"({"items":[{"level":"Information"}]})") << QByteArrayList{"never info 0 ''  "} << 0;
        QTest::newRow("an object that is no log") << QByteArray(R"({"items":[{"x":1}]})") << QByteArrayList{} << 1;
        QTest::newRow("a container with holes") << QByteArray(R"({"items":{"0":{"body":"x"},"3":{"body":"y"}}})")
                                                << QByteArrayList{"never  0 'x'  ", "never  0 'y'  "} << 0;
        QTest::newRow("the words of others")
            << QByteArray(R"([{"body":"x","level":"CRIT"},{"body":"y","level":"verbose"},{"body":"z","level":30}])")
            << QByteArrayList{"never fatal 0 'x'  ", "never trace 0 'y'  ", "never warn 0 'z'  "} << 0;
        QTest::newRow("attributes that are none")
            << QByteArray(R"({"items":[{"body":"x","attributes":[1]},{"body":"y","attributes":null}]})")
            << QByteArrayList{"never  0 'x'  ", "never  0 'y'  "} << 0;
        QTest::newRow("the span among the attributes") << QByteArray(
            R"({"items":[{"body":"x","attributes":{"sentry.trace.parent_span_id":{"value":"0123456789abcdef"}}}]})")
                                                       << QByteArrayList{"never  0 'x'  0123456789abcdef"} << 0;
        QTest::newRow("an empty container") << QByteArray(R"({"items":[]})") << QByteArrayList{} << 0;
        QTest::newRow("a text") << QByteArray(R"("x")") << QByteArrayList{} << 1;
    }
    void readsOddLogs()
    {
        QFETCH(QByteArray, payload);
        const auto logs = readLogs(view(payload));
        QVERIFY(logs.has_value());
        QByteArrayList rows;
        for (const LogRow &row : logs->rows) {
            rows.append(summary(row));
        }
        QTEST(rows, "rows");
        QTEST(int(logs->unreadable), "unreadable");
    }

    void readsOtelLogs_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("attributes");
        const QByteArray expected =
            "2026-11-22T09:18:34.759506Z info 9 'hello' 0123456789abcdef0123456789abcdef 0123456789abcdef";
        QTest::newRow("snake case") << QByteArray(
            R"({"severity_text":"Info","severity_number":9,"body":{"string_value":"hello"},)"
            R"("attributes":[{"key":"n","value":{"int_value":"9007199254740993"}},{"key":"b","value":{"bool_value":true}},)"
            R"({"key":"l","value":{"array_value":{"values":[{"double_value":1.5},{"string_value":"x"}]}}}],)"
            R"("time_unix_nano":"1795339114759506700","trace_id":"0123456789abcdef0123456789abcdef","span_id":"0123456789abcdef"})")
                                    << expected << QByteArray(R"({"n":9007199254740993,"b":true,"l":[1.5,"x"]})");
        QTest::newRow("camel case") << QByteArray(
            R"({"severityText":"Info","severityNumber":9,"body":{"stringValue":"hello"},)"
            R"("attributes":[{"key":"m","value":{"kvlistValue":{"values":[{"key":"a","value":{"intValue":5}}]}}}],)"
            R"("timeUnixNano":"0","observedTimeUnixNano":"1795339114759506700",)"
            R"("traceId":"0123456789abcdef0123456789abcdef","spanId":"0123456789abcdef"})")
                                    << expected << QByteArray(R"({"m":{"a":5}})");
        QTest::newRow("values that are odd")
            << QByteArray(R"({"body":{"kvlist_value":{"values":[{"key":"a","value":{"string_value":"b"}}]}},)"
                          R"("attributes":[5,{"key":1},{"key":"x","value":{}},{"key":"y","value":"plain"},)"
                          R"({"key":"z","value":{"int_value":"12x"}}],"time_unix_nano":"soon"})")
            << QByteArray("never  0 '{\"a\":\"b\"}'  ")
            << QByteArray(R"({"0":5,"1":{"key":1},"x":null,"y":"plain","z":"12x","time_unix_nano":"soon"})");
    }
    void readsOtelLogs()
    {
        QFETCH(QByteArray, payload);
        const QByteArray container = "{\"items\":[" + payload + "]}";
        for (const QByteArray &form : {payload, container}) {
            const auto logs = readOtelLogs(view(form));
            QVERIFY(logs && logs->rows.size() == 1);
            QTEST(summary(logs->rows[0]), "row");
            QTEST(json(logs->rows[0].attributes), "attributes");
        }
    }

    void deepValuesAreCut()
    {
        QByteArray value = R"({"string_value":"x"})";
        for (int i = 0; i < 300; ++i) {
            value = R"({"array_value":{"values":[)" + value + "]}}";
        }
        const auto logs = readOtelLogs(view(R"({"body":)" + value + '}'));
        QVERIFY(logs && logs->rows.size() == 1);
        QVERIFY(logs->rows[0].body.find("array_value") != std::string::npos);
    }

    void countsLogsOverTheLimit()
    {
        const auto logs =
            readLogs(view('[' + QByteArray(R"({"body":"x"},)").repeated(int(limits::containerItems) + 2) + "{}]"));
        QVERIFY(logs.has_value());
        QCOMPARE(logs->rows.size(), limits::containerItems);
        QCOMPARE(logs->overLimit, std::uint64_t(3));
    }

    void refusesWhatIsNoJson()
    {
        QVERIFY(!readLogs("").has_value());
        QVERIFY(!readLogs("{\"items\":[").has_value());
        QVERIFY(!readOtelLogs("\x80").has_value());
    }
};

PICKET_TEST(TestLogItems)
#include "tst_logitems.moc"
