// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/protocol/eventreader.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;

namespace {

QByteArray tagsOf(const QByteArray &json)
{
    QByteArrayList tags;
    for (const auto &[key, value] : indexedTags(test::readEvent(json, Detail::Summary))) {
        tags.append(bytes(key) + "=" + bytes(value));
    }
    return tags.join("; ");
}

} // namespace

class TestEventTags final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void derivesTags_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("tags");
        const auto row = [](const char *name, const QByteArray &event, const QByteArray &tags) {
            QTest::newRow(name) << event << tags;
        };
        row("an empty event has its level", "{}", "level=error");
        row("attributes",
            R"({"level":"info","environment":"staging","release":"a@1","dist":"7","server_name":"h","transaction":"/x","logger":"l"})",
            "level=info; environment=staging; release=a@1; dist=7; server_name=h; transaction=/x; logger=l");
        row("the SDK's own come last, in order", R"({"tags":{"b":"2","a":"1"}})", "level=error; b=2; a=1");
        row("a derived name that the SDK uses is the SDK's", R"({"logger":"x","tags":{"logger":"mine"}})",
            "level=error; logger=mine");
        row("level is the event's", R"({"tags":{"level":"high"}})", "level=error");
        row("user by id before name", R"({"user":{"id":5,"username":"u","email":"e"}})", "level=error; user=id:5");
        row("user by address", R"({"user":{"ip_address":"10.1.2.3"}})", "level=error; user=ip:10.1.2.3");
        row("the peer is nobody", R"({"user":{"ip_address":"{{auto}}"}})", "level=error");
        row("the address that the application saw", R"({"request":{"env":{"REMOTE_ADDR":"10.1.2.3"}}})",
            "level=error; user=ip:10.1.2.3");
        row("this machine is nobody", R"({"request":{"env":{"REMOTE_ADDR":"127.0.0.1"}}})", "level=error");
        row("url without its query", "{\"request\":{\"url\":\"http://a/b?c=d#e\"}}", "level=error; url=http://a/b");
        row("handled", R"({"exception":{"values":[{"type":"E","mechanism":{"type":"generic","handled":true}}]}})",
            "level=error; mechanism=generic; handled=yes");
        row("unhandled anywhere in the chain",
            R"({"exception":[{"type":"A","mechanism":{"type":"chained","handled":false}},{"type":"B","mechanism":{"type":"onerror","handled":true}}]})",
            "level=error; mechanism=onerror; handled=no");
        row("runtime with version", R"({"contexts":{"runtime":{"name":"CPython","version":"3.12.3"}}})",
            "level=error; runtime=CPython 3.12.3; runtime.name=CPython");
        row("os without version has one tag", R"({"contexts":{"os":{"name":"Linux"}}})", "level=error; os=Linux");
        row("os that only describes itself", R"({"contexts":{"server-os":{"type":"os","raw_description":"Linux 5"}}})",
            "level=error; os=Linux 5");
        row("browser and device",
            R"({"contexts":{"browser":{"name":"Firefox","version":"133"},"device":{"family":"f","model":"m"}}})",
            "level=error; browser=Firefox 133; browser.name=Firefox; device=m");
    }
    void derivesTags()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, tags);
        QCOMPARE(tagsOf(event), tags);
    }

    void aFullEventHasTheSameTags()
    {
        for (const QString &file : test::dataFiles(QStringLiteral("events"), {QStringLiteral("*.json")})) {
            const QByteArray json = test::readFile(file);
            QVERIFY2(indexedTags(test::readEvent(json, Detail::Summary))
                         == indexedTags(test::readEvent(json, Detail::Full)),
                     qPrintable(file));
        }
    }

    void longOnesAreCutWithAMark()
    {
        const QByteArray text = QByteArray("\u20AC").repeated(300);
        const auto tags = indexedTags(test::readEvent("{\"tags\":{\"" + text + "\":\"" + text + "\"}}"));
        QCOMPARE(tags.size(), 2u);
        const QByteArray cut = QByteArray("\u20AC").repeated(199) + "\u2026";
        QCOMPARE(bytes(tags[1].first), cut);
        QCOMPARE(bytes(tags[1].second), cut);
    }

    void keysThatAreEqualWhenCutAreOne()
    {
        const QByteArray key(250, 'k');
        const auto tags = indexedTags(test::readEvent("{\"tags\":{\"" + key + "a\":\"1\",\"" + key + "b\":\"2\"}}"));
        QCOMPARE(tags.size(), 2u);
        QCOMPARE(bytes(tags[1].second), QByteArray("1"));
    }

    void thereIsALimit()
    {
        QByteArray text = "{\"logger\":\"kept\",\"tags\":{";
        for (int i = 0; i < 500; ++i) {
            text += "\"t" + QByteArray::number(i) + "\":\"v\",";
        }
        text.back() = '}';
        const auto tags = indexedTags(test::readEvent(text + "}"));
        QCOMPARE(tags.size(), limits::indexedTags);
        QCOMPARE(bytes(tags[1].second), QByteArray("kept"));
    }
};

PICKET_TEST(TestEventTags)
#include "tst_eventtags.moc"
