// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/spanitems.h"
#include "tests/core/formats/support.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::formats;
using namespace picket::test;

namespace {

QByteArray summary(const SpanRow &row)
{
    const auto time = [](const std::optional<Timestamp> &at) {
        return bytes(at ? toRfc3339(*at).substr(17, 9) : "never");
    };
    return bytes(row.op) + " '" + bytes(row.description) + "' " + bytes(row.status) + ' ' + bytes(row.origin) + ' '
        + bytes(row.traceId) + ' ' + bytes(row.spanId) + ' ' + bytes(row.parentSpanId) + ' ' + time(row.start) + '-'
        + time(row.end) + (row.isSegment ? " segment" : "");
}

} // namespace

class TestSpanItems final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsTransactions_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("spans");
        QTest::addColumn<QByteArray>("root");
        QTest::addColumn<QByteArray>("first");
        const auto row = [](const char *name, const char *file, int spans, const char *root, const char *first) {
            QTest::newRow(name) << testData(file) << spans << QByteArray(root) << QByteArray(first);
        };
        row("node", "items/transaction-node.json", 3,
            "http.server 'GET /orders/:id' ok manual a19affaa02854d85ad49802496a486f9 8bd92d39a0ba4999  "
            "28.471265-28.493888 "
            "segment",
            "db.query 'SELECT * FROM orders' ok manual a19affaa02854d85ad49802496a486f9 81340d3a598a3520 "
            "8bd92d39a0ba4999 "
            "28.472440-28.487445");
        row("go", "items/transaction-go.json", 1,
            "task 'nightly import'   8935c3c1d6de8c8870abe860aec18237 9aac213629363f65  56.196718-56.201901 segment",
            "db.query 'SELECT 1'  manual 8935c3c1d6de8c8870abe860aec18237 665dcaebfd4b7866 9aac213629363f65 "
            "56.196723-56.201899");
        row("native", "items/transaction-native.json", 1,
            "task 'nightly import' ok  cd38aa8a173b4257c44ab9ae2c8001a9 f9be687ea3fb4be5  17.024559-17.024596 segment",
            "db 'SELECT 1' ok  cd38aa8a173b4257c44ab9ae2c8001a9 b1ce1a61dc964e19 f9be687ea3fb4be5 17.024587-17.024593");
        row("php", "items/transaction-php.json", 1,
            "task 'nightly import'  manual a08aae961f6c4fe09e01f9f69646711c f4d55ca5de1b4b82  05.983161-05.986466 "
            "segment",
            "db.query 'SELECT 1'  manual a08aae961f6c4fe09e01f9f69646711c 235722f9d31d487f f4d55ca5de1b4b82 "
            "05.983379-05.986463");
    }
    void readsTransactions()
    {
        QFETCH(QByteArray, payload);
        const auto items = readTransaction(view(payload));
        QVERIFY(items && items->rows.size() > 1);
        QTEST(int(items->rows.size()) - 1, "spans");
        QTEST(summary(items->rows[0]), "root");
        QTEST(summary(items->rows[1]), "first");
        QCOMPARE(items->unreadable, std::uint64_t(0));
    }

    void readsContainers_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("spans");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<int>("attributes");
        QTest::newRow("node") << testData("items/span-node.json") << 4
                              << QByteArray(
                                     "db.query 'SELECT * FROM orders' ok manual 8c3bd2352d3b47348b8f8cbd467ca1d4 "
                                     "ad2c1fa77f7fef04 957c5cd67757a8ab 47.581776-47.597924")
                              << 10;
        QTest::newRow("the browser") << testData("items/span-browser.json") << 3
                                     << QByteArray("ui.action 'checkout' ok manual dff934fecaa2406a964ebaa69c43da72 "
                                                   "93ca3e09fb9b955e b6a7ff886fe8f7d1 09.843800-09.856800 segment")
                                     << 17;
    }
    void readsContainers()
    {
        QFETCH(QByteArray, payload);
        const auto items = readSpans(view(payload));
        QVERIFY(items && !items->rows.empty());
        QTEST(int(items->rows.size()), "spans");
        QTEST(summary(items->rows[0]), "first");
        QTEST(int(items->rows[0].data.members().size()), "attributes");
    }

    void readsSingleAndOddSpans_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArrayList>("spans");
        QTest::addColumn<int>("unreadable");
        QTest::newRow("one of the first generation") << QByteArray(
            R"({"span_id":"a","trace_id":"b","op":"db","description":"x","start_timestamp":1,"timestamp":2.5})")
                                                     << QByteArrayList{"db 'x'   b a  01.000000-02.500000"} << 0;
        QTest::newRow("null for the parent") << QByteArray(R"([{"span_id":"a","parent_span_id":null,"status":null}])")
                                             << QByteArrayList{" ''    a  never-never"} << 0;
        QTest::newRow("wrong types") << QByteArray(
            R"([{"span_id":"a","op":{},"start_timestamp":[],"is_segment":"yes","data":7}])")
                                     << QByteArrayList{" ''    a  never-never"} << 0;
        QTest::newRow("no spans") << QByteArray(R"([1,null,{},{"op":"db"},"x"])") << QByteArrayList{} << 5;
    }
    void readsSingleAndOddSpans()
    {
        QFETCH(QByteArray, payload);
        const auto items = readSpans(view(payload));
        QVERIFY(items.has_value());
        QByteArrayList spans;
        for (const SpanRow &row : items->rows) {
            spans.append(summary(row));
        }
        QTEST(spans, "spans");
        QTEST(int(items->unreadable), "unreadable");
    }

    void spansWithoutATraceHaveTheTransactions()
    {
        const auto items = readTransaction(
            R"({"transaction":"t","contexts":{"trace":{"trace_id":"T","span_id":"R"}},"spans":[{"span_id":"a"},null]})");
        QVERIFY(items && items->rows.size() == 2);
        QCOMPARE(bytes(items->rows[1].traceId), QByteArray("T"));
        QCOMPARE(items->unreadable, std::uint64_t(1));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QByteArray() << int(ErrorCode::EmptyBody);
        QTest::newRow("a list") << QByteArray("[]") << int(ErrorCode::InvalidJson);
        QTest::newRow("no trace") << QByteArray(R"({"transaction":"t","spans":[]})") << int(ErrorCode::InvalidArgument);
        QTest::newRow("a trace that is a text")
            << QByteArray(R"({"contexts":{"trace":"x"}})") << int(ErrorCode::InvalidArgument);
    }
    void refuses()
    {
        QFETCH(QByteArray, payload);
        const auto items = readTransaction(view(payload));
        QVERIFY(!items.has_value());
        QTEST(int(items.error().code), "code");
    }
};

PICKET_TEST(TestSpanItems)
#include "tst_spanitems.moc"
