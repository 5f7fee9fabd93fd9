// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/msgpack.h"
#include "tests/core/formats/support.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::formats;
using namespace picket::test;

namespace {

// {"timestamp": "2026-01-31T09:05:07Z", "message": "one", "data": {"n": -5, "list": [1.5, null, true]}}
const QByteArray crumb = QByteArray::fromHex("83a974696d657374616d70b4323032362d30312d33315430393a30353a30375a"
                                             "a76d657373616765a36f6e65a46461746182a16efba46c69737493ca3fc00000c0c3");
const QByteArray crumbJson =
    R"({"timestamp":"2026-01-31T09:05:07Z","message":"one","data":{"n":-5,"list":[1.5,null,true]}})";

} // namespace

class TestMsgpack final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArrayList>("notes");
        const auto row = [](const char *name, const char *hex, const char *expected, const QByteArrayList &notes = {}) {
            QTest::newRow(name) << QByteArray(hex) << QByteArray(expected) << notes;
        };
        row("positive fixint", "7f", "127");
        row("negative fixint", "e0", "-32");
        row("uint8", "ccff", "255");
        row("uint16", "cdffff", "65535");
        row("uint32", "ceffffffff", "4294967295");
        row("uint64, more than a double holds", "cfffffffffffffffff", "18446744073709551615");
        row("int8", "d080", "-128");
        row("int16", "d18000", "-32768");
        row("int32", "d280000000", "-2147483648");
        row("int64", "d38000000000000000", "-9223372036854775808");
        row("float32 keeps its own digits", "ca3dcccccd", "0.1");
        row("float64", "cb3fb999999999999a", "0.1");
        row("float64 with many digits", "cb3fd5555555555555", "0.3333333333333333");
        row("a whole float stays a float", "cb4000000000000000", "2.0");
        row("a large float", "cb7fefffffffffffff", "1.7976931348623157e+308");
        row("NaN", "cb7ff8000000000000", "null", {"nan"});
        row("infinity as float32", "ca7f800000", "null", {"nan"});
        row("nil and booleans", "93c0c2c3", "[null,false,true]");
        row("str8", "d90161", R"("a")");
        row("str16", "da00026162", R"("ab")");
        row("str32", "db000000026162", R"("ab")");
        row("broken UTF-8", "a2ff61",
            "\"\xEF\xBF\xBD"
            "a\"",
            {"invalid_utf8"});
        row("NUL in text", "a3610062", R"("a\u0000b")");
        row("bin8", "c403010203", R"("AQID")", {"binary"});
        row("bin16", "c50001ff", R"("/w==")", {"binary"});
        row("bin32", "c600000001ff", R"("/w==")", {"binary"});
        row("array16", "dc00020102", "[1,2]");
        row("array32", "dd000000020102", "[1,2]");
        row("map16", "de0001a16101", R"({"a":1})");
        row("map32", "df00000001a16101", R"({"a":1})");
        row("keys that are no text", "84010243c3c0049003", R"({"1":2,"67":true,"null":4,"array":3})", {"odd_key"});
        row("the last of equal keys wins", "82a16101a16102", R"({"a":2})");
        row("timestamp of 4 bytes", "d6ff5e2d4a80", R"("2020-01-26T08:14:56.000000Z")");
        row("timestamp of 8 bytes", "d7ff773594005e2d4a80", R"("2020-01-26T08:14:56.500000Z")");
        row("timestamp of 12 bytes, before 1970", "c70cff00000000ffffffffffffffff", R"("1969-12-31T23:59:59.000000Z")");
        row("timestamp beyond the calendar", "c70cff000000007fffffffffffffff", "null", {"extension"});
        row("another extension", "d40100", "null", {"extension"});
        row("ext8 without content", "c70005", "null", {"extension"});
        row("ext16 and ext32", "92c80001050ac900000001050a", "[null,null]", {"extension"});
        row("bytes behind the value", "01ff", "1", {"trailing_garbage"});
    }
    void reads()
    {
        QFETCH(QByteArray, hex);
        const QByteArray packed = QByteArray::fromHex(hex);
        const auto parsed = parseMsgpack(view(packed));
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().detail.c_str());
        QTEST(json(parsed->value), "expected");
        QTEST(list(parsed->notes), "notes");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("packed");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QByteArray() << int(ErrorCode::EmptyBody);
        QTest::newRow("the type that is none") << QByteArray("\xC1") << int(ErrorCode::InvalidArgument);
        QTest::newRow("an array that claims four billion items")
            << QByteArray::fromHex("ddffffffff01") << int(ErrorCode::InvalidArgument);
        QTest::newRow("a text that claims four billion bytes")
            << QByteArray::fromHex("dbffffffff61") << int(ErrorCode::InvalidArgument);
        QTest::newRow("a binary that claims four billion bytes")
            << QByteArray::fromHex("c6ffffffff61") << int(ErrorCode::InvalidArgument);
        QTest::newRow("a map without its last value")
            << QByteArray::fromHex("81a161") << int(ErrorCode::InvalidArgument);
        QTest::newRow("nested without end") << QByteArray(1000000, '\x91') << int(ErrorCode::TooDeep);
        QTest::newRow("keys within keys within keys") << QByteArray(1000000, '\x81') << int(ErrorCode::TooDeep);
        QTest::newRow("too many values") << QByteArray::fromHex("ddffffffff")
                + QByteArray(int(limits::treeNodes) + 1, '\xC0')
                                         << int(ErrorCode::TooLarge);
    }
    void refuses()
    {
        QFETCH(QByteArray, packed);
        const auto parsed = parseMsgpack(view(packed));
        QVERIFY(!parsed.has_value());
        QTEST(int(parsed.error().code), "code");
    }

    void readsStreamsAsFarAsTheyGo_data()
    {
        QTest::addColumn<QByteArray>("packed");
        QTest::addColumn<int>("values");
        QTest::addColumn<bool>("truncated");
        QTest::newRow("empty") << QByteArray() << 0 << false;
        QTest::newRow("three crumbs") << crumb.repeated(3) << 3 << false;
        QTest::newRow("the last one is cut") << crumb.repeated(2) + crumb.left(20) << 2 << true;
        QTest::newRow("garbage behind") << crumb + "\xC1" + crumb << 1 << true;
        QTest::newRow("too many values") << QByteArray(int(limits::treeNodes) + 9, '\xC0') << int(limits::treeNodes)
                                         << true;
    }
    void readsStreamsAsFarAsTheyGo()
    {
        QFETCH(QByteArray, packed);
        const MsgpackStream stream = parseMsgpackStream(view(packed));
        QTEST(int(stream.values.size()), "values");
        QTEST(stream.truncated, "truncated");
    }

    void everyPrefixIsRefused()
    {
        const auto whole = parseMsgpack(view(crumb));
        QVERIFY(whole.has_value());
        QCOMPARE(json(whole->value), crumbJson);
        for (qsizetype size = 1; size < crumb.size(); ++size) {
            const QByteArray prefix = crumb.left(size);
            QVERIFY(!parseMsgpack(view(prefix)).has_value());
            QVERIFY(parseMsgpackStream(view(prefix)).truncated);
        }
    }

    void everyFlippedByteIsReadOrRefused()
    {
        for (qsizetype at = 0; at < crumb.size(); ++at) {
            for (int value = 0; value < 256; ++value) {
                QByteArray changed = crumb;
                changed[at] = static_cast<char>(value);
                const auto parsed = parseMsgpack(view(changed));
                QVERIFY(parsed.has_value() || !parsed.error().detail.empty());
            }
        }
    }
};

PICKET_TEST(TestMsgpack)
#include "tst_msgpack.moc"
