// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/protocol/jsonwriter.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;

namespace {

void writeSample(JsonWriter &writer)
{
    writer.beginObject();
    writer.key("list");
    writer.beginArray();
    writer.number(-1);
    writer.numberToken("0.10");
    writer.boolean(true);
    writer.null();
    writer.beginObject();
    writer.endObject();
    writer.beginArray();
    writer.endArray();
    writer.endArray();
    writer.member("empty", "");
    writer.member("count", 7);
    writer.endObject();
}

} // namespace

class TestJsonWriter final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void compact()
    {
        JsonWriter writer;
        writeSample(writer);
        QCOMPARE(bytes(writer.take()), QByteArray(R"({"list":[-1,0.10,true,null,{},[]],"empty":null,"count":7})"));
    }

    void deepLevelsAreIndentedAlike()
    {
        JsonWriter writer(JsonWriter::Style::Indented);
        for (int level = 0; level < 1000; ++level) {
            writer.beginArray();
        }
        for (int level = 0; level < 1000; ++level) {
            writer.endArray();
        }
        const QByteArray text = bytes(writer.take());
        QCOMPARE(text.count('\n'), 1998);
        for (const QByteArray &line : text.split('\n')) {
            QVERIFY(line.size() <= qsizetype(2 * limits::jsonIndent) + 2);
        }
    }
    void indented()
    {
        JsonWriter writer(JsonWriter::Style::Indented);
        writeSample(writer);
        QCOMPARE(bytes(writer.take()), QByteArray(R"({
  "list": [
    -1,
    0.10,
    true,
    null,
    {},
    []
  ],
  "empty": null,
  "count": 7
})"));
    }

    void escapesWhatMustBeEscaped()
    {
        JsonWriter writer;
        writer.string(std::string_view("\"\\\b\f\n\r\t\0\x1f/\x7f\xE2\x82\xAC", 14));
        QCOMPARE(bytes(writer.take()), QByteArray("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f/\x7f\u20AC\""));
    }

    void writesValues()
    {
        using model::Value;
        JsonWriter writer;
        writer.value(Value::object({{"a", Value::array({Value::number("1.50"), Value::boolean(false), Value::null()})},
                                    {"b", Value()},
                                    {"c", Value::string("x")}}));
        QCOMPARE(bytes(writer.take()), QByteArray(R"({"a":[1.50,false,null],"b":null,"c":"x"})"));
    }

    void writesValidUtf8()
    {
        JsonWriter writer;
        writer.beginObject();
        writer.key("caf\xE9");
        writer.string("\xFF\n\xE2\x82");
        writer.endObject();
        QCOMPARE(bytes(writer.take()), QByteArray("{\"caf\uFFFD\":\"\uFFFD\\n\uFFFD\uFFFD\"}"));
    }

    void canBeUsedAgainAfterTake()
    {
        JsonWriter writer;
        writer.number(1);
        QCOMPARE(bytes(writer.take()), QByteArray("1"));
        writer.number(2);
        QCOMPARE(bytes(writer.take()), QByteArray("2"));
    }
};

PICKET_TEST(TestJsonWriter)
#include "tst_jsonwriter.moc"
