// SPDX-License-Identifier: GPL-3.0-or-later
// Crash dumps among an envelope's attachments.
#include "tests/core/ingest/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

std::string attachment(const std::string &type, const std::string &bytes)
{
    return "{\"type\":\"attachment\",\"length\":" + std::to_string(bytes.size()) + ",\"filename\":\"a.bin\","
        + "\"attachment_type\":\"" + type + "\"}\n" + bytes + "\n";
}

std::string dump()
{
    return attachment("event.minidump", testData("minidumps/linux_null_read_av.dmp"));
}

std::string eventItem(const std::string &json)
{
    return "{\"type\":\"event\",\"length\":" + std::to_string(json.size()) + "}\n" + json + "\n";
}

std::string header(int id)
{
    return "{\"event_id\":\"" + eventId(id) + "\"}\n";
}

} // namespace

class TestDumpsInEnvelopes final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void anEventWithoutAnExceptionGetsTheDumps_data()
    {
        QTest::addColumn<QByteArray>("envelope");
        // As sentry-native sends a crash: everything but the exception. The number must keep its digits.
        const std::string sent = eventItem("{\"release\":\"app@1\",\"unknown\":{\"n\":0.10},\"level\":\"fatal\"}");
        const auto row = [](const char *name, const std::string &envelope) {
            QTest::newRow(name) << QByteArray::fromStdString(envelope);
        };
        row("before the dump", header(1) + sent + dump());
        row("behind the dump", header(1) + dump() + sent);
        row("before a packed dump",
            header(1) + sent + attachment("event.minidump", gzipped(testData("minidumps/linux_null_read_av.dmp"))));
        row("with an exception without values",
            header(1) + eventItem("{\"release\":\"app@1\",\"unknown\":{\"n\":0.10},\"exception\":{\"values\":null}}")
                + dump());
        row("with an exception that is empty",
            header(1) + eventItem("{\"release\":\"app@1\",\"unknown\":{\"n\":0.10},\"exception\":{\"values\":[]}}")
                + dump());
    }
    void anEventWithoutAnExceptionGetsTheDumps()
    {
        QFETCH(QByteArray, envelope);
        IngestFixture fixture;
        const Answer answer = fixture.post("/api/1/envelope/", envelope.toStdString());
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.find(eventId(1)) != std::string::npos);
        const auto row = fixture.events().at(0);
        QCOMPARE(row.eventId.hex(), eventId(1));
        QVERIFY2(row.title.starts_with("SIGSEGV"), row.title.c_str());
        QCOMPARE(row.release, std::string("app@1"));
        QVERIFY(fixture.stored(row.id).payload.find("\"unknown\":{\"n\":0.10}") != std::string::npos);
        QCOMPARE(fixture.stored(row.id).attachments.size(), 1u);
        // What the SDK sent, byte by byte.
        const auto items = keptItems(fixture);
        const auto sent =
            std::find_if(items.begin(), items.end(), [](const KeptItem &item) { return item.type == "event"; });
        QVERIFY(sent != items.end());
        QVERIFY(envelope.contains(QByteArray::fromStdString(sent->payload)));
        QCOMPARE(sent->eventId, eventId(1));
    }

    void anEventWithAnExceptionStaysAsItIs()
    {
        IngestFixture fixture;
        const std::string sent = errorEvent(eventId(1), "CppException", "run");
        QCOMPARE(fixture.post("/api/1/envelope/", header(1) + eventItem(sent) + dump()).status, 200);
        QCOMPARE(fixture.events().size(), 1u);
        QCOMPARE(fixture.stored(fixture.events()[0].id).payload, sent);
        QCOMPARE(keptItems(fixture).size(), 1u);
    }

    void aDumpWithoutAnEventMakesOne_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("the header names the id") << QString::fromStdString(eventId(1));
        QTest::newRow("nothing names an id") << QString();
    }
    void aDumpWithoutAnEventMakesOne()
    {
        QFETCH(QString, id);
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/envelope/", (id.isEmpty() ? "{}\n" : header(1)) + dump()).status, 200);
        const auto row = fixture.events().at(0);
        QVERIFY(row.level == model::Level::Fatal);
        QVERIFY(id.isEmpty() || row.eventId.hex() == id.toStdString());
        QCOMPARE(fixture.stored(row.id).attachments.size(), 1u);
    }

    void anUnreadableEventIsReplacedAndKept()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/envelope/", header(1) + eventItem("no json") + dump()).status, 200);
        QVERIFY(fixture.events().at(0).title.starts_with("SIGSEGV"));
        const auto items = keptItems(fixture);
        QVERIFY(
            std::any_of(items.begin(), items.end(), [](const KeptItem &item) { return item.payload == "no json"; }));
    }

    void anUnreadableDumpSaysSo()
    {
        IngestFixture fixture;
        const std::string sent = eventItem("{\"release\":\"app@1\"}");
        QCOMPARE(fixture.post("/api/1/envelope/", header(1) + sent + attachment("event.minidump", "MDMP")).status, 200);
        QCOMPARE(textAt(storedJson(fixture), "exception/values/0/value"), std::string("Invalid Minidump"));
        QCOMPARE(textAt(storedJson(fixture), "release"), std::string("app@1"));
    }

    void onlyDeclaredDumpsAreCrashes()
    {
        IngestFixture fixture;
        const std::string plain = attachment("event.attachment", testData("minidumps/linux_null_read_av.dmp"));
        QCOMPARE(fixture.post("/api/1/envelope/", header(1) + plain).status, 200);
        QVERIFY(fixture.events().empty());
        QCOMPARE(keptItems(fixture).size(), 1u);
    }

    void aDumpThatNobodyReadsMakesAnEventWhereThereIsNone()
    {
        IngestFixture fixture;
        const std::string report = attachment("event.applecrashreport", "Incident Identifier: 1");
        QCOMPARE(fixture.post("/api/1/envelope/", header(1) + report).status, 200);
        QCOMPARE(textAt(storedJson(fixture), "exception/values/0/value"), std::string("Apple crash report"));
        const std::string sent = "{\"message\":\"mine\"}";
        QCOMPARE(fixture.post("/api/1/envelope/", header(2) + eventItem(sent) + report).status, 200);
        QCOMPARE(fixture.stored(fixture.events().at(0).id).payload, sent);
    }
};

PICKET_TEST(TestDumpsInEnvelopes)
#include "tst_dumpsinenvelopes.moc"
