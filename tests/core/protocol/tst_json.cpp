// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/protocol/json.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;
using test::view;

namespace {

QByteArray nested(int levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

QByteArray joined(const std::vector<std::string> &codes)
{
    QByteArrayList list;
    for (const std::string &code : codes) {
        list.append(bytes(code));
    }
    return list.join(' ');
}

} // namespace

class TestJson final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsValidJsonWithoutRepair_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("compact");
        const auto same = [](const char *name, const QByteArray &text) {
            QTest::newRow(name) << text << text;
        };
        same("an empty object", "{}");
        same("an empty list", "[]");
        same("a text as root", "\"a\"");
        same("a number as root", "12");
        same("null as root", "null");
        same("nested containers in order", R"({"b":[1,{"c":[]},[[2]]],"a":{}})");
        same("all scalars", R"([true,false,null,-0,1.5,"x"])");
        same("a trailing zero stays", "[0.10]");
        same("an integer beyond 2^53 stays exact", "[9007199254740993]");
        same("an integer beyond 64 bits stays exact", "[1000000000000000000000000000000]");
        same("a number beyond a double stays as sent", "[1e400,-1E-999]");
        same("repeated keys are all there", R"({"a":1,"a":2})");
        same("an empty key", R"({"":1})");
        QTest::newRow("blanks around everything")
            << QByteArray(" \r\n{ \"a\" :\t[ 1 , 2 ] } \n") << QByteArray(R"({"a":[1,2]})");
        QTest::newRow("simple escapes") << QByteArray("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]")
                                        << QByteArray("[\"\\\"\\\\/\\b\\f\\n\\r\\t\"]");
        QTest::newRow("an escaped NUL is text") << QByteArray(R"(["a\u0000b"])") << QByteArray(R"(["a\u0000b"])");
        QTest::newRow("escapes of two, three and four bytes")
            << QByteArray(R"(["\u00e9\u20AC\ud83d\uDE00"])") << QByteArray("[\"\u00e9\u20AC\U0001F600\"]");
        QTest::newRow("escapes in keys") << QByteArray(R"({"\u0061\n":1})") << QByteArray(R"({"a\n":1})");
        QTest::newRow("an escape right before the end")
            << QByteArray(R"(["0123456789abcde\n"])") << QByteArray(R"(["0123456789abcde\n"])");
    }
    void readsValidJsonWithoutRepair()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, compact);
        const auto document = JsonDocument::parse(view(text));
        QVERIFY(document.has_value());
        QCOMPARE(bytes(toJson(document->root())), compact);
        QCOMPARE(joined(document->repairs()), QByteArray());
    }

    void mendsWhatSdksSend_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("compact");
        QTest::addColumn<QByteArray>("repairs");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << QByteArray("{}") << QByteArray("bom");
        QTest::newRow("a byte that is no UTF-8")
            << QByteArray("[\"a\x80z\"]") << QByteArray("[\"a\uFFFDz\"]") << QByteArray("invalid_utf8");
        QTest::newRow("a sequence cut off by the quote")
            << QByteArray("[\"\xE2\x82\"]") << QByteArray("[\"\uFFFD\uFFFD\"]") << QByteArray("invalid_utf8");
        QTest::newRow("an overlong sequence")
            << QByteArray("[\"\xC0\xAF\"]") << QByteArray("[\"\uFFFD\uFFFD\"]") << QByteArray("invalid_utf8");
        QTest::newRow("a surrogate in UTF-8")
            << QByteArray("[\"\xED\xA0\x80\"]") << QByteArray("[\"\uFFFD\uFFFD\uFFFD\"]") << QByteArray("invalid_utf8");
        QTest::newRow("a lone high surrogate escape")
            << QByteArray(R"(["\ud800x"])") << QByteArray("[\"\uFFFDx\"]") << QByteArray("lone_surrogate");
        QTest::newRow("a lone low surrogate escape")
            << QByteArray(R"(["\udc00"])") << QByteArray("[\"\uFFFD\"]") << QByteArray("lone_surrogate");
        QTest::newRow("two high surrogate escapes")
            << QByteArray(R"(["\ud83d\ud83d\ude00"])") << QByteArray("[\"\uFFFD\U0001F600\"]")
            << QByteArray("lone_surrogate");
        QTest::newRow("raw control characters")
            << QByteArray("[\"a\nb\tc\x01\"]") << QByteArray("[\"a\\nb\\tc\\u0001\"]")
            << QByteArray("control_character");
        QTest::newRow("a raw NUL in a text")
            << QByteArray("[\"a\0b\"]", 7) << QByteArray("[\"a\\u0000b\"]") << QByteArray("control_character");
        QTest::newRow("an escape that does not exist")
            << QByteArray(R"(["C:\x"])") << QByteArray(R"(["C:\\x"])") << QByteArray("bad_escape");
        QTest::newRow("a short unicode escape")
            << QByteArray(R"(["\u12"])") << QByteArray(R"(["\\u12"])") << QByteArray("bad_escape");
        QTest::newRow("Python's NaN and infinities")
            << QByteArray("[NaN,Infinity,-Infinity]") << QByteArray("[null,null,null]") << QByteArray("nan");
        QTest::newRow("NaN within a text is text")
            << QByteArray("[\"NaN\",NaN]") << QByteArray("[\"NaN\",null]") << QByteArray("nan");
        QTest::newRow("leading zeros") << QByteArray("[007,-01.5,00]") << QByteArray("[7,-1.5,0]")
                                       << QByteArray("leading_zeros");
        QTest::newRow("a leading plus") << QByteArray("[+5]") << QByteArray("[5]") << QByteArray("leading_plus");
        QTest::newRow("garbage behind the root")
            << QByteArray("{\"a\":1}x y") << QByteArray("{\"a\":1}") << QByteArray("trailing_garbage");
        QTest::newRow("a second root") << QByteArray("{\"a\":1}{\"b\":2}") << QByteArray("{\"a\":1}")
                                       << QByteArray("trailing_garbage");
        QTest::newRow("NULs behind the root")
            << QByteArray("{}\0\0\0", 5) << QByteArray("{}") << QByteArray("trailing_garbage");
        QTest::newRow("several at once") << QByteArray("\xEF\xBB\xBF[NaN,\"\xFF\"]]") << QByteArray("[null,\"\uFFFD\"]")
                                         << QByteArray("bom nan invalid_utf8 trailing_garbage");
    }
    void mendsWhatSdksSend()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, compact);
        QFETCH(QByteArray, repairs);
        const auto document = JsonDocument::parse(view(text));
        QVERIFY(document.has_value());
        QCOMPARE(bytes(toJson(document->root())), compact);
        QCOMPARE(joined(document->repairs()), repairs);
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &text, ErrorCode code = ErrorCode::InvalidJson) {
            QTest::newRow(name) << text << static_cast<int>(code);
        };
        row("nothing", "", ErrorCode::EmptyBody);
        row("blanks only", " \n\t", ErrorCode::EmptyBody);
        row("a word", "hello");
        row("an object that does not end", "{\"a\":1");
        row("a text that does not end", "{\"a\":\"b");
        row("a text that ends in a backslash", "[\"a\\");
        row("a list that does not end", "[1,2");
        row("two values without a comma", R"([1 2])");
        row("a key without a colon", R"({"a" 1})");
        row("a key without a value", R"({"a":})");
        row("a key that is no text", "{1:2}");
        row("a comma before the end", "[1,]");
        row("a comma before the end of an object", R"({"a":1,})");
        row("only a comma", "[,]");
        row("brackets of two kinds", "[1}");
        row("a bracket too few", "[[1]");
        row("a closing bracket first", "]");
        row("a bare minus", "[-]");
        row("a number with two dots", "[1.2.3]");
        row("a number without a fraction", "[1.]");
        row("a number without an exponent", "[1e]");
        row("a word that begins like true", "[trueish]");
        row("two roots in a list's clothes", "1],[2");
        row("two numbers", "1,2");
        row("a text glued to a word", "[\"a\"b]");
    }
    void refusesWhatIsNoJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto document = JsonDocument::parse(view(text));
        QVERIFY(!document.has_value());
        QCOMPARE(static_cast<int>(document.error().code), code);
    }

    void depthIsLimited()
    {
        const int depth = static_cast<int>(limits::jsonDepth);
        QVERIFY(JsonDocument::parse(view(nested(depth))).has_value());
        for (const QByteArray &deep :
             {nested(depth + 1), nested(100000), QByteArray(100000, '['), QByteArray("{\"a\":").repeated(100000)}) {
            const auto document = JsonDocument::parse(view(deep));
            QVERIFY(!document.has_value());
            QCOMPARE(document.error().code, ErrorCode::TooDeep);
        }
    }

    void theNumberOfValuesIsLimited()
    {
        const auto list = [](std::size_t values) {
            return "[" + QByteArray("0,").repeated(static_cast<qsizetype>(values) - 1) + "0]";
        };
        // The list itself is one of them.
        QVERIFY(JsonDocument::parse(view(list(limits::treeNodes - 1))).has_value());
        const QByteArray members = "{" + QByteArray("\"a\":{},").repeated(limits::treeNodes) + "\"b\":1}";
        for (const QByteArray &large : {list(limits::treeNodes), members, "[" + list(limits::treeNodes)}) {
            const auto document = JsonDocument::parse(view(large));
            QVERIFY(!document.has_value());
            QCOMPARE(document.error().code, ErrorCode::TooLarge);
        }
    }

    void aTextOfTenMegabytesIsWhole()
    {
        const QByteArray text = QByteArray("ab\\u00e9").repeated(10 * 1024 * 1024 / 8);
        const auto document = JsonDocument::parse(view("{\"a\":\"" + text + "\"}"));
        QVERIFY(document.has_value());
        QCOMPARE(document->root()["a"].text.size(), static_cast<std::size_t>(text.size()) / 8 * 4);
    }

    void theLastOfRepeatedKeysWins()
    {
        const auto document = JsonDocument::parse(R"({"a":1,"b":2,"a":3})");
        QVERIFY(document.has_value());
        QCOMPARE(bytes(document->root()["a"].text), QByteArray("3"));
        QCOMPARE(document->root()["c"].kind, JsonNode::Kind::Absent);
        QCOMPARE(document->root()["a"]["b"].kind, JsonNode::Kind::Absent);
        const model::Value value = toValue(document->root(), limits::jsonTreeDepth);
        QCOMPARE(value.members().size(), 2u);
        QCOMPARE(bytes(value["a"].text()), QByteArray("3"));
    }

    void manyRepeatedKeysAreReadInNoTime()
    {
        QByteArray text = "{";
        for (int i = 0; i < 200000; ++i) {
            text += "\"k" + QByteArray::number(i % 100000) + "\":" + QByteArray::number(i) + ",";
        }
        text.back() = '}';
        const auto document = JsonDocument::parse(view(text));
        QVERIFY(document.has_value());
        const model::Value value = toValue(document->root(), 4);
        QCOMPARE(value.members().size(), 100000u);
        QCOMPARE(bytes(value.members().front().second.text()), QByteArray("100000"));
    }

    void deeperLevelsBecomeText()
    {
        const auto document = JsonDocument::parse(R"({"a":{"b":[1,{"c":2}]}})");
        QVERIFY(document.has_value());
        const model::Value value = toValue(document->root(), 2);
        QVERIFY(value["a"]["b"].kind() == model::Value::Kind::String);
        QCOMPARE(bytes(value["a"]["b"].text()), QByteArray(R"([1,{"c":2}])"));
    }

    void aDocumentSurvivesItsTextAndBeingMoved()
    {
        auto text = std::make_unique<std::string>(R"({"key":["value\n",1.50]})");
        auto parsed = JsonDocument::parse(*text);
        text.reset();
        QVERIFY(parsed.has_value());
        const JsonDocument document = std::move(*parsed);
        QCOMPARE(bytes(toJson(document.root())), QByteArray(R"({"key":["value\n",1.50]})"));
    }

    void aDocumentCutAnywhereIsReadOrRefused()
    {
        const QByteArray text = "{\"a\":[1.5e3,\"x\\u00e9\\ud83d\\ude00\",null,{\"b\":true}],\"c\":\"\\\"\\\\\"}";
        for (qsizetype length = 0; length < text.size(); ++length) {
            const QByteArray cut = text.left(length);
            QVERIFY(!JsonDocument::parse(view(cut)).has_value());
        }
        QVERIFY(JsonDocument::parse(view(text)).has_value());
    }

    void everyReplacedByteIsReadOrRefused()
    {
        const QByteArray text = "{\"a\":[1.5,\"x\\u00e9\",null],\"c\":\"\\\"\\\\\"}";
        for (qsizetype i = 0; i < text.size(); ++i) {
            for (int c = 0; c < 256; ++c) {
                QByteArray changed = text;
                changed[i] = static_cast<char>(c);
                const auto document = JsonDocument::parse(view(changed));
                if (document) {
                    const std::string again = toJson(document->root());
                    QVERIFY(JsonDocument::parse(again).has_value());
                    QVERIFY(JsonDocument::parse(again)->repairs().empty());
                }
            }
        }
    }
};

PICKET_TEST(TestJson)
#include "tst_json.moc"
