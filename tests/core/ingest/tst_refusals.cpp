// SPDX-License-Identifier: GPL-3.0-or-later
// What is refused or kept unread: the answer, the reason in the wire log, and that nothing else suffers.
#include "tests/core/ingest/ingestfixture.h"
#include "tests/support/smallfiles.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

struct Case {
    const char *name;
    std::string method;
    std::string target;
    std::string body;
    Headers headers;
    int status;
    const char *outcome;
    const char *reason; // what the wire log's reason begins with
};

std::vector<Case> cases()
{
    const std::string envelope = errorEnvelope(eventId(1), "ValueError", "total");
    return {
        {"unknown path", "POST", "/api/1/nothing/", envelope, {}, 404, "refused", "not_found"},
        {"the root", "GET", "/", "", {}, 404, "refused", "not_found"},
        {"Django's probe for assets", "HEAD", "/assets/main.js", "", {}, 404, "refused", "not_found"},
        {"reading the stream", "GET", "/stream", "", {}, 405, "refused", "method_not_allowed"},
        {"wrong method", "PUT", "/api/1/envelope/", envelope, {}, 405, "refused", "method_not_allowed"},
        {"a project that is no number", "POST", "/api/abc/envelope/", envelope, {}, 400, "refused", "bad_project"},
        {"unknown encoding",
         "POST",
         "/api/1/envelope/",
         "\x5d\x80\x80\x01",
         {{"Content-Encoding", "lzma"}},
         415,
         "refused",
         "unsupported_encoding"},
        {"broken gzip",
         "POST",
         "/api/1/envelope/",
         "\x1f\x8b garbage",
         {{"Content-Encoding", "gzip"}},
         400,
         "refused",
         "bad_encoding"},
        {"empty envelope body", "POST", "/api/1/envelope/", "", {}, 400, "refused", "empty_body"},
        {"empty store body, as raven-php sends it", "POST", "/api/1/store/", "", {}, 400, "refused", "empty_body"},
        {"envelope whose header is no JSON",
         "POST",
         "/api/1/envelope/",
         "hello\n{}",
         {},
         400,
         "kept",
         "invalid_envelope"},
        {"store body that is no JSON", "POST", "/api/1/store/", "{\"message\": ", {}, 200, "stored", ""},
        {"foreign origin",
         "POST",
         "/api/1/envelope/",
         envelope,
         {{"Origin", "https://evil.test"}},
         403,
         "refused",
         "forbidden_origin"},
        {"null origin", "POST", "/api/1/envelope/", envelope, {{"Origin", "null"}}, 403, "refused", "forbidden_origin"},
        {"foreign host",
         "POST",
         "/api/1/envelope/",
         envelope,
         {{"Host", "evil.test"}},
         403,
         "refused",
         "forbidden_host"},
        {"cross-site without an origin",
         "POST",
         "/api/1/envelope/",
         envelope,
         {{"Sec-Fetch-Site", "cross-site"}},
         403,
         "refused",
         "cross_site"},
        {"a body said to be over the limit",
         "POST",
         "/api/1/envelope/",
         "",
         {{"Content-Length", "999999999999"}},
         413,
         "refused",
         "body_too_large"},
    };
}

} // namespace

namespace {

} // namespace

class TestRefusals final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyAndGoesOn_data()
    {
        QTest::addColumn<int>("index");
        const auto all = cases();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name) << static_cast<int>(i);
        }
    }
    void saysWhyAndGoesOn()
    {
        QFETCH(int, index);
        const Case row = cases()[static_cast<std::size_t>(index)];
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(9), "Before", "f")).status, 200);

        std::string bytes = request(row.method, row.target, row.body, row.headers);
        if (!row.headers.empty() && row.headers[0].first == "Content-Length") {
            bytes = "POST " + row.target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + row.headers[0].second
                + "\r\n\r\n";
        }
        HttpClient client(fixture.port());
        client.send(bytes);
        const Answer answer = client.receive();
        QCOMPARE(answer.status, row.status);
        if (row.status >= 400 && row.method != "HEAD") {
            const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
            QVERIFY2(!document[QLatin1String("detail")].toString().isEmpty(), answer.body.c_str());
        }

        QVERIFY(fixture.awaitDeliveries(2));
        const model::DeliveryRow logged = fixture.deliveries().at(0);
        QCOMPARE(logged.status, row.status);
        QCOMPARE(model::outcomeName(logged.outcome), std::string_view(row.outcome));
        QVERIFY2(logged.reason.starts_with(row.reason), logged.reason.c_str());

        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(10), "After", "g")).status, 200);
        std::size_t readable = 0;
        for (const model::EventRow &event : fixture.events()) {
            readable += event.title.starts_with("Before") || event.title.starts_with("After") ? 1 : 0;
        }
        QCOMPARE(readable, 2u);
    }

    void unreadableBytesAreKeptAsAnEvent()
    {
        IngestFixture fixture;
        const std::string body = "{\"message\": cut of";
        QCOMPARE(fixture.post("/api/1/store/", body).status, 200);
        const auto events = fixture.events();
        QCOMPARE(events.size(), 1u);
        QVERIFY(events[0].type == model::EventType::Unreadable);
        const auto stored = fixture.stored(events[0].id);
        QCOMPARE(stored.payload, body);
        QVERIFY(stored.unreadable);
        QCOMPARE(fixture.deliveries().at(0).items.at(0).outcome, std::string("unreadable"));
    }

    void anUndecodableEventInAQueryIsKept()
    {
        IngestFixture fixture;
        QCOMPARE(exchange(fixture.port(), "GET", "/api/1/store/?sentry_data=%21%21", "").status, 400);
        QVERIFY(fixture.awaitDeliveries(1));
        const auto row = fixture.deliveries().at(0);
        QCOMPARE(row.items.size(), 1u);
        QCOMPARE(row.items[0].outcome, std::string("kept"));
    }

    // Nobody delivers anything after the disk has room again, and yet the window learns of it and the log is whole.
    void troubleEndsWithoutTraffic()
    {
        IngestFixture fixture;
        QSignalSpy trouble(&fixture.service(), &ingest::IngestService::storeTrouble);
        QSignalSpy recovered(&fixture.service(), &ingest::IngestService::storeRecovered);
        {
            const SmallFiles nothingFits;
            QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "ValueError", "total")).status, 503);
            QCOMPARE(fixture.post("/nowhere", "{}").status, 404);
            QTRY_VERIFY(!trouble.isEmpty());
        }
        QTRY_VERIFY(!recovered.isEmpty());
        QVERIFY(fixture.awaitDeliveries(2));
        const auto log = fixture.deliveries();
        QCOMPARE(log.at(1).status, 503);
        QCOMPARE(model::outcomeName(log.at(1).outcome), std::string_view("failed"));
        QCOMPARE(log.at(0).status, 404);
        QVERIFY(fixture.events().empty());
    }

    // The wire log has the last ones; all of them are counted, whatever ends the trouble.
    void refusalsBeyondTheWireLogAreCounted_data()
    {
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("the trouble ends") << false;
        QTest::newRow("Picket is stopped after it") << true;
    }
    void refusalsBeyondTheWireLogAreCounted()
    {
        QFETCH(const bool, isStopped);
        constexpr int beyond = 30;
        constexpr int all = int(limits::deliveriesKept) + beyond;
        IngestFixture fixture;
        {
            const SmallFiles nothingFits;
            HttpClient client(fixture.port());
            for (int i = 0; i < all; ++i) {
                client.send(request("POST", "/api/1/envelope/", errorEnvelope(eventId(i), "ValueError", "total")));
                QCOMPARE(client.receive().status, 503);
            }
        }
        if (isStopped) {
            fixture.service().stop();
        }
        QVERIFY(fixture.awaitDeliveries(limits::deliveriesKept));
        const auto counted = [&] {
            std::int64_t sum = 0;
            const auto counts = fixture.reader().deliveryCounts().value(); // a temporary would end before the loop
            for (const model::DeliveryCount &count : counts) {
                sum += !count.item && count.outcome == "failed" ? count.count : 0;
            }
            return sum;
        };
        QTRY_COMPARE_WITH_TIMEOUT(counted(), std::int64_t(all), 10000);
        QCOMPARE(fixture.reader().totals().value().refused, std::int64_t(all));
    }

    void tooLittleRoomIsSaidAtTheStartAndAnswered503()
    {
        store::WriterOptions options;
        options.freeDiskFloor = ~std::uint64_t(0);
        IngestFixture fixture(options);
        QList<Error> troubles;
        QObject::connect(&fixture.service(), &ingest::IngestService::storeTrouble, this,
                         [&](const Error &error) { troubles.append(error); });
        QTRY_COMPARE(troubles.size(), 1);
        QCOMPARE(troubles.front().code, ErrorCode::Full);
        const std::string expected = " MiB free, 17592186044415 needed";
        QVERIFY2(troubles.front().detail.ends_with(expected), troubles.front().detail.c_str());
        const Answer answer = fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "ValueError", "total"),
                                           {{"Origin", "http://localhost:3000"}});
        QCOMPARE(answer.status, 503);
        QVERIFY2(answer.body.find(expected) != std::string::npos, answer.body.c_str());
        QVERIFY(answer.head.find("Access-Control-Allow-Origin: http://localhost:3000") != std::string::npos);
        QVERIFY(fixture.events().empty());
        fixture.service().stop();
        QCOMPARE(troubles.size(), 1); // the same trouble is no news
        // What people ask for has the room that deliveries leave.
        QVERIFY(fixture.deliveries().empty());
    }

    void aFailedEditIsTold()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "ValueError", "total")).status, 200);
        const IssueId issue = fixture.issues().at(0).id;
        QList<ingest::FailedEdit> failed;
        QObject::connect(&fixture.service(), &ingest::IngestService::editFailed, this,
                         [&](const ingest::FailedEdit &edit) { failed.append(edit); });
        {
            const SmallFiles nothingFits;
            fixture.service().setDeleted({issue}, true);
            fixture.service().setStatus({issue}, model::IssueStatus::Muted);
            fixture.service().addMark("m");
            fixture.service().allowOrigin("https://a.example");
            QTRY_COMPARE(failed.size(), 4);
        }
        const ingest::EditKind expected[] = {ingest::EditKind::Delete, ingest::EditKind::SetStatus,
                                             ingest::EditKind::Mark, ingest::EditKind::AllowOrigin};
        for (int i = 0; i < 4; ++i) {
            QVERIFY(failed.at(i).kind == expected[i]);
            QCOMPARE(failed.at(i).error.code, ErrorCode::Full);
        }
        QCOMPARE(failed.front().issues, std::vector<IssueId>{issue});
        fixture.service().setStatus({issue}, model::IssueStatus::Muted);
        QTRY_VERIFY(fixture.issues().at(0).status == model::IssueStatus::Muted);
        QCOMPARE(failed.size(), 4);
    }

    void corsIsAnsweredInTheSamePlaceForEverything()
    {
        IngestFixture fixture;
        const Headers origin{{"Origin", "http://localhost:5173"}};
        const std::string expected = "Access-Control-Allow-Origin: http://localhost:5173";
        for (const Answer &answer :
             {fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "E", "f"), origin),
              fixture.post("/api/1/envelope/", "", origin), fixture.post("/nowhere", "{}", origin)}) {
            QVERIFY2(answer.head.find(expected) != std::string::npos, answer.head.c_str());
        }
        const Answer preflight = exchange(fixture.port(), "OPTIONS", "/stream", "",
                                          {{"Origin", "http://localhost:5173"},
                                           {"Access-Control-Request-Method", "POST"},
                                           {"Access-Control-Request-Headers", "content-type"}});
        QVERIFY(preflight.status == 200 || preflight.status == 204);
        QVERIFY(preflight.head.find(expected) != std::string::npos);
    }
};

PICKET_TEST(TestRefusals)
#include "tst_refusals.moc"
