// SPDX-License-Identifier: GPL-3.0-or-later
// What is accepted, in which shapes: from the socket to the database.
#include "tests/core/ingest/ingestfixture.h"
#include "tests/support/testmain.h"

#include <QByteArray>
#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

std::string zlibbed(std::string_view text)
{
    const QByteArray compressed = qCompress(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    return compressed.mid(4).toStdString(); // qCompress puts the length before the zlib stream
}

std::string base64(std::string_view bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64().toStdString();
}

struct Shape {
    const char *name;
    const char *method;
    std::string target;
    std::string body;
    Headers headers;
    ProjectId project;
};

std::vector<Shape> shapes()
{
    const std::string id = eventId(1);
    const std::string envelope = errorEnvelope(id, "ValueError", "total");
    const std::string event = errorEvent(id, "ValueError", "total");
    const std::string withDsn =
        R"({"event_id":")" + id + R"(","dsn":"http://key@localhost:8969/9"})" + envelope.substr(envelope.find('\n'));
    const ProjectId spotlight;
    const ProjectId one{1};
    return {
        {"envelope", "POST", "/api/1/envelope/", envelope, {}, one},
        {"envelope without the final slash", "POST", "/api/1/envelope", envelope, {}, one},
        {"envelope under a path prefix", "POST", "/a/b/api/42/envelope/", envelope, {}, ProjectId{42}},
        {"envelope with repeated slashes", "POST", "//api//1//envelope/", envelope, {}, one},
        {"envelope with its key in the query",
         "POST",
         "/api/1/envelope/?sentry_key=abc&sentry_version=7",
         envelope,
         {},
         one},
        {"envelope as text/plain, as browsers send it",
         "POST",
         "/api/1/envelope/",
         envelope,
         {{"Content-Type", "text/plain;charset=UTF-8"}, {"Origin", "http://localhost:3000"}},
         one},
        {"envelope, deflate", "POST", "/api/1/envelope/", zlibbed(envelope), {{"Content-Encoding", "deflate"}}, one},
        {"envelope, zlib without saying so", "POST", "/api/1/envelope/", zlibbed(envelope), {}, one},
        {"envelope with an empty Content-Encoding, as Ruby sends it",
         "POST",
         "/api/1/envelope/",
         envelope,
         {{"Content-Encoding", ""}},
         one},
        {"envelope with a final newline missing",
         "POST",
         "/api/1/envelope/",
         envelope.substr(0, envelope.size() - 1),
         {},
         one},
        {"stream without a project", "POST", "/stream", envelope, {}, spotlight},
        {"stream whose envelope names its DSN", "POST", "/stream", withDsn, {}, ProjectId{9}},
        {"tunnel", "POST", "/tunnel", withDsn, {}, ProjectId{9}},
        {"store, plain", "POST", "/api/1/store/", event, {}, one},
        {"store, raven's zlib", "POST", "/api/1/store/", zlibbed(event), {{"Content-Encoding", "deflate"}}, one},
        {"store, raven's undeclared base64 of zlib", "POST", "/api/1/store/", base64(zlibbed(event)), {}, one},
        {"store that holds an envelope", "POST", "/api/1/store/", envelope, {}, one},
        {"store without a project", "POST", "/api/store/", event, {}, spotlight},
        {"store by GET",
         "GET",
         "/api/1/store/?sentry_data="
             + QByteArray::fromStdString(base64(zlibbed(event))).toPercentEncoding().toStdString(),
         "",
         {},
         one},
    };
}

} // namespace

class TestDelivery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShapeBecomesTheSameEvent_data()
    {
        QTest::addColumn<int>("index");
        const auto all = shapes();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name) << static_cast<int>(i);
        }
    }
    void everyShapeBecomesTheSameEvent()
    {
        QFETCH(int, index);
        const Shape shape = shapes()[static_cast<std::size_t>(index)];
        IngestFixture fixture;
        const Answer answer = exchange(fixture.port(), shape.method, shape.target, shape.body, shape.headers);
        QCOMPARE(answer.status, 200);
        if (std::string_view(shape.method) == "POST") {
            QCOMPARE(answer.body, R"({"id":")" + eventId(1) + R"("})");
        }
        const auto events = fixture.events();
        QCOMPARE(events.size(), 1u);
        QCOMPARE(events[0].eventId.hex(), eventId(1));
        QCOMPARE(events[0].title, std::string("ValueError: it broke"));
        QVERIFY(events[0].project == shape.project);
        QCOMPARE(fixture.stored(events[0].id).payload, errorEvent(eventId(1), "ValueError", "total"));
        const auto log = fixture.deliveries();
        QCOMPARE(log.size(), 1u);
        QCOMPARE(log[0].status, 200);
        QCOMPARE(model::outcomeName(log[0].outcome), std::string_view("stored"));
        QCOMPARE(log[0].items.size(), 1u);
        QCOMPARE(log[0].items[0].event, events[0].id);
    }

    void aLargeBodyIsStoredBesideSmallOnes()
    {
        IngestFixture fixture;
        std::string large = errorEvent(eventId(1), "RecursionError", "deep");
        large.insert(large.size() - 1, R"(,"extra":{"pad":")" + std::string(6'000'000, 'x') + "\"}");
        HttpClient client(fixture.port());
        client.send(request("POST", "/api/1/store/", large));
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(2), "ValueError", "total")).status, 200);
        QCOMPARE(client.receive().status, 200);
        const auto events = fixture.events();
        QCOMPARE(events.size(), 2u);
        for (const model::EventRow &row : events) {
            if (row.eventId.hex() == eventId(1)) {
                QCOMPARE(fixture.stored(row.id).payload.size(), large.size());
            }
        }
    }

    void itemsStandAlone()
    {
        IngestFixture fixture;
        const std::string envelope = R"({"event_id":")" + eventId(1)
            + "\"}\n{\"type\":\"attachment\",\"length\":5,\"filename\":\"a.txt\"}\nhello\n"
              "{\"type\":\"event\"}\nthis is no json\n{\"type\":\"mystery\",\"length\":2}\n\xff\xfe\n"
              "{\"type\":\"event\"}\n"
            + errorEvent(eventId(2), "KeyError", "lookup") + "\n";
        QCOMPARE(fixture.post("/api/1/envelope/", envelope).status, 200);
        const auto row = fixture.deliveries().at(0);
        QCOMPARE(row.items.size(), 4u);
        QCOMPARE(row.items[0].outcome, std::string("kept"));
        QCOMPARE(row.items[1].outcome, std::string("unreadable"));
        QCOMPARE(row.items[2].outcome, std::string("kept"));
        QCOMPARE(row.items[2].type, std::string("mystery"));
        QCOMPARE(row.items[3].outcome, std::string("stored"));
        QCOMPARE(fixture.events().size(), 2u);
    }

    void theSameEventTwiceCountsOnce()
    {
        IngestFixture fixture;
        const std::string envelope = errorEnvelope(eventId(1), "ValueError", "total");
        QCOMPARE(fixture.post("/stream", envelope).status, 200);
        QCOMPARE(fixture.post("/api/1/envelope/", envelope).status, 200);
        QCOMPARE(fixture.post("/stream", envelope).status, 200);
        const auto events = fixture.events();
        QCOMPARE(events.size(), 1u);
        QVERIFY(events[0].project == ProjectId{1});
        QCOMPARE(fixture.issues().size(), 1u);
        QCOMPARE(fixture.issues()[0].events, 1);
        QCOMPARE(model::outcomeName(fixture.deliveries().at(0).outcome), std::string_view("duplicate"));
    }

    void sameBugOneIssueDifferentBugAnother()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "ValueError", "total", 10)).status, 200);
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(2), "ValueError", "total", 99)).status, 200);
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(3), "ValueError", "other", 10)).status, 200);
        const auto issues = fixture.issues();
        QCOMPARE(issues.size(), 2u);
        QCOMPARE(issues[0].events + issues[1].events, 3);
    }

    void anEnvelopeWithoutItemsIsFine()
    {
        IngestFixture fixture;
        const Answer answer = fixture.post("/api/1/envelope/", "{}\n");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string("{}"));
        QCOMPARE(model::outcomeName(fixture.deliveries().at(0).outcome), std::string_view("empty"));
    }

    void everythingIsStillThereAfterARestart()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "ValueError", "total")).status, 200);
        fixture.restart();
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(2), "ValueError", "total")).status, 200);
        QCOMPARE(fixture.issues().size(), 1u);
        QCOMPARE(fixture.issues()[0].events, 2);
        QCOMPARE(fixture.deliveries().size(), 2u);
    }
};

PICKET_TEST(TestDelivery)
#include "tst_delivery.moc"
