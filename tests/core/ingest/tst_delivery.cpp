// SPDX-License-Identifier: GPL-3.0-or-later
// What is accepted, in which shapes: from the socket to the database.
#include "tests/core/ingest/deliveryshapes.h"
#include "tests/core/ingest/ingestfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

class TestDelivery final : public picket::test::TestCase
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
            QCOMPARE(answer.body, acceptedBody(eventId(1)));
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
        const std::string large = largeEvent(eventId(1));
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
        const std::string envelope = mixedEnvelope(eventId(1), eventId(2));
        QCOMPARE(fixture.post("/api/1/envelope/", envelope).status, 200);
        const auto row = fixture.deliveries().at(0);
        QCOMPARE(row.items.size(), 4u);
        QCOMPARE(row.items[0].outcome, std::string("stored"));
        QCOMPARE(row.items[1].outcome, std::string("unreadable"));
        QCOMPARE(row.items[2].outcome, std::string("kept"));
        QCOMPARE(row.items[2].type, std::string("mystery"));
        QCOMPARE(row.items[3].outcome, std::string("stored"));
        QCOMPARE(fixture.events().size(), 2u);
    }

    void anAttachmentBeforeItsEventBelongsToIt_data()
    {
        QTest::addColumn<QString>("headerId");
        QTest::newRow("the header names no id") << QString();
        QTest::newRow("the header names the nil id") << QString(32, QLatin1Char('0'));
    }
    void anAttachmentBeforeItsEventBelongsToIt()
    {
        QFETCH(QString, headerId);
        IngestFixture fixture;
        for (int n = 1; n <= 2; ++n) {
            const Answer answer = fixture.post("/api/1/envelope/", attachmentFirst(headerId.toStdString(), eventId(n)));
            QCOMPARE(answer.body, acceptedBody(eventId(n)));
        }
        const auto events = fixture.events();
        QCOMPARE(events.size(), 2u);
        for (const model::EventRow &row : events) {
            QCOMPARE(fixture.stored(row.id).attachments.size(), 1u);
        }
    }

    void theAnswerToALargeBodyCanBeReadByItsPage()
    {
        IngestFixture fixture;
        const Answer answer =
            fixture.post("/api/1/store/", largeEvent(eventId(1)), {{"Origin", "http://localhost:5173"}});
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.head.find("Access-Control-Allow-Origin: http://localhost:5173") != std::string::npos);
    }

    void theNameOfAnItemIsBounded()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/envelope/", namedItem(std::string(1000000, 'x'))).status, 200);
        QVERIFY(fixture.deliveries().at(0).items.at(0).type.size() < 1000);
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
