// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/formfields.h"
#include "core/formats/valuetree.h"
#include "tests/core/formats/support.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::formats;
using namespace picket::test;

namespace {

QByteArrayList summary(const std::vector<FormField> &fields)
{
    QByteArrayList all;
    for (const FormField &field : fields) {
        all.append(bytes(field.name) + '=' + bytes(field.value));
    }
    return all;
}

std::vector<FormField> fieldsOf(const QByteArray &body)
{
    return parseUrlEncoded(view(body)).fields;
}

} // namespace

class TestFormFields final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArrayList>("fields");
        QTest::newRow("pairs") << QByteArray("a=1&b=2&a=3") << QByteArrayList{"a=1", "b=2", "a=3"};
        QTest::newRow("blanks and escapes") << QByteArray("a+b=c%26d+e") << QByteArrayList{"a b=c&d e"};
        QTest::newRow("no value, no name, nothing") << QByteArray("a&=b&&=") << QByteArrayList{"a=", "=b", "="};
        QTest::newRow("equals signs in the value") << QByteArray("a=b=c") << QByteArrayList{"a=b=c"};
        QTest::newRow("broken escapes stay") << QByteArray("a=%&b=%4&c=%zz") << QByteArrayList{"a=%", "b=%4", "c=%zz"};
        QTest::newRow("invalid UTF-8") << QByteArray("a=%FF%C3%A9") << QByteArrayList{"a=\xEF\xBF\xBD\xC3\xA9"};
        QTest::newRow("empty") << QByteArray() << QByteArrayList{};
    }
    void decodes()
    {
        QFETCH(QByteArray, body);
        QTEST(summary(fieldsOf(body)), "fields");
    }

    void countsFieldsOverTheLimit()
    {
        const auto form = parseUrlEncoded(view(QByteArray("a=1&").repeated(int(limits::formParts) + 3)));
        QCOMPARE(form.fields.size(), limits::formParts);
        QCOMPARE(form.fieldsOverLimit, std::uint64_t(3));
    }

    void buildsTheEvent_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArrayList>("others");
        QTest::newRow("Crashpad's arguments")
            << QByteArray("sentry[release]=1.0&prod=App&sentry[tags][foo]=bar&sentry[tags][b]=c")
            << QByteArray(R"({"release":"1.0","tags":{"foo":"bar","b":"c"}})") << QByteArrayList{"prod=App"};
        QTest::newRow("digits build lists in the order of the numbers")
            << QByteArray("sentry[fingerprint][10]=c&sentry[fingerprint][2]=b&sentry[fingerprint][0]=a")
            << QByteArray(R"({"fingerprint":["a","b","c"]})") << QByteArrayList{};
        QTest::newRow("a huge index makes no huge list")
            << QByteArray("sentry[a][99999999999999999999999]=y&sentry[a][7]=x") << QByteArray(R"({"a":["x","y"]})")
            << QByteArrayList{};
        QTest::newRow("empty brackets append")
            << QByteArray("sentry[a][]=x&sentry[a][]=y") << QByteArray(R"({"a":["x","y"]})") << QByteArrayList{};
        QTest::newRow("lists of objects")
            << QByteArray("sentry[e][values][0][type]=T&sentry[e][values][0][value]=V")
            << QByteArray(R"({"e":{"values":[{"type":"T","value":"V"}]}})") << QByteArrayList{};
        QTest::newRow("digits beside words are keys") << QByteArray("sentry[t][1]=x&sentry[t][a]=y")
                                                      << QByteArray(R"({"t":{"1":"x","a":"y"}})") << QByteArrayList{};
        QTest::newRow("the last value of a key wins")
            << QByteArray("sentry[a]=x&sentry[a]=y") << QByteArray(R"({"a":"y"})") << QByteArrayList{};
        QTest::newRow("members win over a text of the same name")
            << QByteArray("sentry[a][b]=x&sentry[a]=y") << QByteArray(R"({"a":{"b":"x"}})") << QByteArrayList{};
        QTest::newRow("a JSON event") << QByteArray(R"(sentry={"release":"1","tags":{"a":1}})")
                                      << QByteArray(R"({"release":"1","tags":{"a":1}})") << QByteArrayList{};
        QTest::newRow("JSON in pieces, out of order")
            << QByteArray(R"(sentry__10=}&sentry__2="1"&sentry__1={"release":)") << QByteArray(R"({"release":"1"})")
            << QByteArrayList{};
        QTest::newRow("brackets win over JSON, members are merged")
            << QByteArray(R"(sentry[tags][b]=3&sentry={"tags":{"a":1,"b":2}})")
            << QByteArray(R"({"tags":{"a":1,"b":"3"}})") << QByteArrayList{};
        QTest::newRow("JSON that is none stays a field")
            << QByteArray("sentry={{") << QByteArray() << QByteArrayList{"sentry={{"};
        QTest::newRow("a list is no event") << QByteArray("sentry=[1]") << QByteArray() << QByteArrayList{"sentry=[1]"};
        QTest::newRow("pieces that make no JSON stay fields")
            << QByteArray("sentry__2=b&sentry__1={") << QByteArray() << QByteArrayList{"sentry__1={", "sentry__2=b"};
        QTest::newRow("names that only begin alike")
            << QByteArray("sentry_x=1&sentry[a=2&sentry[a]b=3&sentry__x=4&sentryx[a]=5&sentry[]x=6") << QByteArray()
            << QByteArrayList{"sentry_x=1", "sentry[a=2", "sentry[a]b=3", "sentry__x=4", "sentryx[a]=5", "sentry[]x=6"};
        QTest::newRow("nothing at all") << QByteArray() << QByteArray() << QByteArrayList{};
    }
    void buildsTheEvent()
    {
        QFETCH(QByteArray, body);
        const SentryForm form = readSentryForm(fieldsOf(body));
        QTEST(json(form.event), "event");
        QTEST(summary(form.others), "others");
    }

    void saysWhatItCouldNotRead()
    {
        const std::string deep = "sentry" + QByteArray("[a]").repeated(100000).toStdString();
        const SentryForm form = readSentryForm({{deep, "1"}, {"sentry", "{"}, {"sentry", "["}});
        QCOMPARE(list(form.problems), (QByteArrayList{"too_deep", "invalid_json"}));
        QCOMPARE(form.others.size(), 3u);
        QVERIFY(form.event.isAbsent());
    }

    void fieldsBeyondTheLimitStayFields()
    {
        std::vector<FormField> fields;
        for (std::size_t i = 0; i < limits::formParts + 5; ++i) {
            fields.push_back({"sentry[tags][k" + std::to_string(i) + "]", "v"});
        }
        const SentryForm form = readSentryForm(fields);
        QCOMPARE(form.event["tags"].members().size(), limits::formParts);
        QCOMPARE(form.others.size(), 5u);
        QCOMPARE(list(form.problems), QByteArrayList{"over_limit"});
    }

    void mergesTrees_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("over");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("objects at every level")
            << QByteArray(R"({"a":{"x":1,"y":2},"b":1})") << QByteArray(R"({"a":{"y":3,"z":4},"c":5})")
            << QByteArray(R"({"a":{"x":1,"y":3,"z":4},"b":1,"c":5})");
        QTest::newRow("lists replace") << QByteArray(R"({"a":[1,2]})") << QByteArray(R"({"a":[3]})")
                                       << QByteArray(R"({"a":[3]})");
        QTest::newRow("null replaces nothing")
            << QByteArray(R"({"a":1})") << QByteArray(R"({"a":null})") << QByteArray(R"({"a":1})");
        QTest::newRow("kinds that differ")
            << QByteArray(R"({"a":{"b":1}})") << QByteArray(R"({"a":"x"})") << QByteArray(R"({"a":"x"})");
    }
    void mergesTrees()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, over);
        const auto tree = [](const QByteArray &text) {
            return readSentryForm({{"sentry", text.toStdString()}}).event;
        };
        QTEST(json(merged(tree(base), tree(over))), "expected");
    }
};

PICKET_TEST(TestFormFields)
#include "tst_formfields.moc"
