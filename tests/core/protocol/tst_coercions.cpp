// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/coercions.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;
using test::view;

namespace {

// A parsed text with a place for problems.
struct Input {
    explicit Input(const QByteArray &json)
        : document(JsonDocument::parse(view(json)))
    {
    }
    [[nodiscard]] const JsonNode &node() const { return document->root(); }

    Result<JsonDocument> document;
    Problems problems;
    ReadScope scope{Detail::Full, &problems};
};

} // namespace

class TestCoercions final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("lenient");
        QTest::addColumn<QByteArray>("jsonLenient");
        QTest::addColumn<int>("problems"); // of the lenient form
        QTest::newRow("a text") << QByteArray(R"("a")") << QByteArray("a") << QByteArray("a") << 0;
        QTest::newRow("true") << QByteArray("true") << QByteArray("True") << QByteArray("true") << 0;
        QTest::newRow("false") << QByteArray("false") << QByteArray("False") << QByteArray("false") << 0;
        QTest::newRow("a number keeps its digits")
            << QByteArray("1.50") << QByteArray("1.50") << QByteArray("1.50") << 0;
        QTest::newRow("null") << QByteArray("null") << QByteArray() << QByteArray() << 0;
        QTest::newRow("an object") << QByteArray(R"({"a": [1]})") << QByteArray() << QByteArray(R"({"a":[1]})") << 1;
        QTest::newRow("an empty list") << QByteArray("[]") << QByteArray() << QByteArray("[]") << 1;
    }
    void texts()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, lenient);
        QFETCH(QByteArray, jsonLenient);
        QFETCH(int, problems);
        Input input(json);
        QCOMPARE(bytes(readText(input.node(), "x", input.scope)), lenient);
        QCOMPARE(bytes(readJsonText(input.node())), jsonLenient);
        QCOMPARE(static_cast<int>(input.problems.take().size()), problems);
    }

    void integers_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("value"); // empty: none
        QTest::addColumn<bool>("isProblem");
        QTest::newRow("a number") << QByteArray("42") << QByteArray("42") << false;
        QTest::newRow("below zero") << QByteArray("-42") << QByteArray("-42") << false;
        QTest::newRow("beyond 2^53") << QByteArray("9007199254740993") << QByteArray("9007199254740993") << false;
        QTest::newRow("as text") << QByteArray(R"("42")") << QByteArray("42") << false;
        QTest::newRow("with an empty fraction") << QByteArray("42.0") << QByteArray("42") << false;
        QTest::newRow("with an exponent") << QByteArray("4.2e1") << QByteArray("42") << false;
        QTest::newRow("with a fraction") << QByteArray("42.5") << QByteArray() << true;
        QTest::newRow("too large") << QByteArray("1e30") << QByteArray() << true;
        QTest::newRow("larger than any double") << QByteArray("1e400") << QByteArray() << true;
        QTest::newRow("a word") << QByteArray(R"("x")") << QByteArray() << true;
        QTest::newRow("an empty text") << QByteArray(R"("")") << QByteArray() << false;
        QTest::newRow("null") << QByteArray("null") << QByteArray() << false;
        QTest::newRow("a bool") << QByteArray("true") << QByteArray() << true;
        QTest::newRow("a list") << QByteArray("[1]") << QByteArray() << true;
    }
    void integers()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, value);
        QFETCH(bool, isProblem);
        Input input(json);
        const auto integer = readInteger(input.node(), "x", input.scope);
        QCOMPARE(integer ? QByteArray::number(qlonglong(*integer)) : QByteArray(), value);
        QCOMPARE(!input.problems.take().empty(), isProblem);
    }

    void bools_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("value"); // -1: none
        QTest::addColumn<bool>("isProblem");
        QTest::newRow("true") << QByteArray("true") << 1 << false;
        QTest::newRow("false") << QByteArray("false") << 0 << false;
        QTest::newRow("as text") << QByteArray(R"("true")") << 1 << false;
        QTest::newRow("as Python text") << QByteArray(R"("False")") << 0 << false;
        QTest::newRow("as a number") << QByteArray("0") << 0 << false;
        QTest::newRow("null") << QByteArray("null") << -1 << false;
        QTest::newRow("another number") << QByteArray("2") << -1 << true;
        QTest::newRow("an object") << QByteArray("{}") << -1 << true;
    }
    void bools()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, value);
        QFETCH(bool, isProblem);
        Input input(json);
        const auto truth = readBool(input.node(), "x", input.scope);
        QCOMPARE(truth ? int(*truth) : -1, value);
        QCOMPARE(!input.problems.take().empty(), isProblem);
    }

    void timestamps_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("time"); // empty: none
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char *name, const QByteArray &json, const QByteArray &time,
                            const QByteArray &problem = {}) {
            QTest::newRow(name) << json << time << problem;
        };
        row("RFC 3339 (Python)", R"("2026-01-31T09:05:07.250000Z")", "2026-01-31T09:05:07.250000Z");
        row("nanoseconds and an offset (Go)", R"("2026-01-31T10:05:07.123456789+01:00")",
            "2026-01-31T09:05:07.123456Z");
        row("seven digits (.NET)", R"("2026-01-31T09:05:07.1234567Z")", "2026-01-31T09:05:07.123456Z");
        row("no zone (raven)", R"("2026-01-31T09:05:07")", "2026-01-31T09:05:07.000000Z");
        row("a blank for the T", R"("2026-01-31 09:05:07.5")", "2026-01-31T09:05:07.500000Z");
        row("whole seconds", "1769850307", "2026-01-31T09:05:07.000000Z");
        row("seconds with microseconds", "1769850307.250001", "2026-01-31T09:05:07.250001Z");
        row("seconds with an exponent", "1.769850307e9", "2026-01-31T09:05:07.000000Z");
        row("seconds as text", R"("1769850307.25")", "2026-01-31T09:05:07.250000Z");
        row("milliseconds", "1769850307250", "2026-01-31T09:05:07.250000Z", "milliseconds");
        row("the epoch", "0", "1970-01-01T00:00:00.000000Z");
        row("before the epoch", "-1.5", "1969-12-31T23:59:58.500000Z");
        row("microseconds", "1769850307250001", "2026-01-31T09:05:07.250001Z", "microseconds");
        row("microseconds as text", R"("1769850307250001")", "2026-01-31T09:05:07.250001Z", "microseconds");
        row("nanoseconds", "1769850307250001999", "2026-01-31T09:05:07.250002Z", "nanoseconds");
        row("nanoseconds as text (OTLP)", R"("1769850307250000000")", "2026-01-31T09:05:07.250000Z", "nanoseconds");
        row("a date of HTTP", R"("Sat, 31 Jan 2026 09:05:07 GMT")", "2026-01-31T09:05:07.000000Z");
        row("finer than nanoseconds", "1769850307250000000000", "", "invalid_data");
        row("beyond the year 9999", "99999999999999", "5138-11-16T09:46:39.999000Z", "milliseconds");
        row("before the year 1", "-99999999999", "", "invalid_data");
        row("beyond any number", "1e400", "", "invalid_data");
        row("a word", R"("yesterday")", "", "invalid_data");
        row("an empty text", R"("")", "", "invalid_data");
        row("an object", "{}", "", "invalid_data");
        row("null", "null", "");
    }
    void timestamps()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, time);
        QFETCH(QByteArray, problem);
        Input input(json);
        const auto timestamp = readTimestamp(input.node(), "x", input.scope);
        QCOMPARE(timestamp ? bytes(toRfc3339(*timestamp)) : QByteArray(), time);
        const auto problems = input.problems.take();
        QCOMPARE(problems.empty() ? QByteArray() : bytes(problems.front().type), problem);
    }

    void valueLists_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("items");
        const auto row = [](const char *name, const QByteArray &json, const QByteArray &items) {
            QTest::newRow(name) << json << items;
        };
        row("values", R"({"values":[{"a":1},null]})", R"({"a":1} null )");
        row("a bare list", R"([{"a":1},null])", R"({"a":1} null )");
        row("a single object", R"({"a":1})", R"({"a":1} )");
        row("a single object in values", R"({"values":{"a":1}})", R"({"a":1} )");
        row("values null", R"({"values":null})", "");
        row("values empty", R"({"values":[]})", "");
        row("an empty object", "{}", "");
        row("null", "null", "");
        row("a numbered object", R"({"0":{"a":1},"2":{"b":2}})", R"({"a":1} {"b":2} )");
        row("a numbered object in values", R"({"values":{"1":{"a":1},"3":null}})", R"({"a":1} null )");
        row("an object with a number among its names", R"({"0":{"a":1},"b":2})", R"({"0":{"a":1},"b":2} )");
        row("a text stands for a list of one", R"("x")", R"("x" )");
        row("a number, too", "5", "5 ");
        row("an empty text", R"("")", "");
        row("false", "false", "");
        row("true", "true", "");
    }
    void valueLists()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, items);
        Input input(json);
        const ValueList list(input.node(), "x", input.scope);
        QByteArray text;
        for (const JsonMember &item : list.items()) {
            text += bytes(toJson(item.value)) + " ";
        }
        QCOMPARE(text, items);
        QCOMPARE(!input.problems.take().empty(), input.node().isBool() && input.node().text == "true");
    }

    void pairLists_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("pairs");
        QTest::addColumn<bool>("isProblem");
        const auto row = [](const char *name, const QByteArray &json, const QByteArray &pairs, bool isProblem = false) {
            QTest::newRow(name) << json << pairs << isProblem;
        };
        row("an object", R"({"a":"1","b":2,"c":true,"d":null})", "a=1;b=2;c=True;d=;");
        row("pairs", R"([["a","1"],["b",2]])", "a=1;b=2;");
        row("objects with key and value", R"([{"key":"a","value":"1"},{"key":"b","value":null}])", "a=1;b=;");
        row("objects with name and version", R"([{"name":"pip:x","version":"1"}])", "pip:x=1;");
        row("lists as values", R"({"a":["1",2]})", "a=1,2;");
        row("objects as values", R"({"a":{"b":1}})", "a={\"b\":1};");
        row("an empty list", "[]", "");
        row("null", "null", "");
        row("a triple among pairs", R"([["a","1"],["b",2,3],null,"x"])", "a=1;", true);
        row("pairs with holes", R"({"0":["a","1"],"3":["b",2]})", "a=1;b=2;");
        row("a pair with holes", R"([{"1":"a","4":"1"}])", "a=1;");
        row("numbers as names", R"({"404":"a","500":"b"})", "404=a;500=b;");
        row("a text", R"("a=1")", "", true);
    }
    void pairLists()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, pairs);
        QFETCH(bool, isProblem);
        Input input(json);
        QByteArray text;
        for (const auto &[key, value] : readPairs(input.node(), "x", input.scope)) {
            text += bytes(key) + "=" + bytes(value) + ";";
        }
        QCOMPARE(text, pairs);
        QCOMPARE(!input.problems.take().empty(), isProblem);
    }

    void problemsAreBounded()
    {
        Input input("[" + QByteArray("{\"a\":1},").repeated(5000) + "1]");
        for (const JsonMember &item : input.node().members) {
            QVERIFY(readText(item.value, "x", input.scope).empty() || item.value.isNumber());
        }
        const auto problems = input.problems.take();
        QCOMPARE(problems.size(), 101u);
        QCOMPARE(bytes(problems.front().value), QByteArray("{\"a\":1}"));
        QCOMPARE(bytes(problems.back().type), QByteArray("problems_over_limit"));
        QCOMPARE(bytes(problems.back().value), QByteArray("4900"));
    }
};

PICKET_TEST(TestCoercions)
#include "tst_coercions.moc"
