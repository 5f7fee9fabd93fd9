// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask for while events come in: deleting, marks, origins that are let in.
#include "core/base/time.h"
#include "core/ingest/changeaccumulator.h"
#include "core/store/sqlite.h"
#include "tests/core/ingest/ingestfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

template <class Condition> store::ChangeSet awaitChanges(IngestFixture &fixture, const Condition &isThere)
{
    store::ChangeSet changes;
    const bool came = picket::test::await([&] {
        changes.merge(fixture.service().takeChanges());
        return isThere(changes);
    });
    if (!came) {
        qWarning("the changes never came");
    }
    return changes;
}

Answer postFrom(const IngestFixture &fixture, const char *origin, int event)
{
    return fixture.post("/api/1/envelope/", errorEnvelope(eventId(event), "ValueError", "total"), {{"Origin", origin}});
}

std::string startedEvent(int id, Timestamp started)
{
    return R"({"event_id":")" + eventId(id) + R"(","message":"m","contexts":{"app":{"app_start_time":")"
        + toRfc3339(started) + R"("}}})";
}

std::vector<model::MarkRow> marks(const IngestFixture &fixture)
{
    return fixture.reader().marks({now() - std::chrono::hours(48), now() + std::chrono::hours(1)}).value();
}

} // namespace

class TestEdits final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void anIssueIsDeletedAndBroughtBack()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "ValueError", "total")).status, 200);
        const IssueId issue = fixture.issues().at(0).id;
        (void)awaitChanges(fixture, [](const store::ChangeSet &changes) { return changes.events == 1; });
        fixture.service().setDeleted({issue}, true);
        const store::ChangeSet gone =
            awaitChanges(fixture, [](const store::ChangeSet &changes) { return changes.issuesReordered; });
        QCOMPARE(gone.issues, std::vector<IssueId>{issue});
        QVERIFY(fixture.issues().empty());
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(2), "ValueError", "total")).status, 200);
        QCOMPARE(fixture.issues().size(), 1U);
        QVERIFY(fixture.issues().front().id != issue);
        fixture.service().setDeleted({issue}, false);
        QTRY_COMPARE(fixture.issues().front().id, issue);
        QCOMPARE(fixture.issues().size(), 1U);
        QCOMPARE(fixture.issues().front().events, 2);
    }

    // The writer removes what was deleted long ago when it has nothing else to do.
    void whatWasDeletedLongAgoIsRemoved()
    {
        IngestFixture fixture;
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(i), "ValueError", "total")).status, 200);
        }
        fixture.service().setDeleted({fixture.issues().at(0).id}, true);
        QTRY_VERIFY(fixture.issues().empty());
        {
            auto database = store::Database::open(fixture.paths().database, store::Database::Mode::ReadWrite).value();
            QVERIFY(database.execute("UPDATE issue SET deleted = deleted - 25 * 3600 * 1000000").has_value());
        }
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(9), "KeyError", "other")).status, 200);
        const auto database = store::Database::open(fixture.paths().database, store::Database::Mode::ReadOnly).value();
        QTRY_COMPARE(database.integer("SELECT count(*) FROM event").value(), 1);
        QCOMPARE(fixture.events().size(), 1U);
        QTRY_COMPARE(database.integer("SELECT count(*) FROM issue").value(), 1);
    }

    void aMarkIsSetAtThisMoment()
    {
        IngestFixture fixture;
        const Timestamp before = now();
        fixture.service().addMark("deployed");
        (void)awaitChanges(fixture, [](const store::ChangeSet &changes) { return changes.marks; });
        const auto mark = fixture.reader().lastMark().value().value();
        QVERIFY(mark.kind == model::MarkKind::Mark);
        QCOMPARE(mark.label, std::string("deployed"));
        QVERIFY(mark.time >= before && mark.time <= now());
    }

    void aRunIsMarkedByItsEvents()
    {
        IngestFixture fixture;
        const Timestamp started = now() - std::chrono::minutes(5);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(fixture.post("/api/1/store/", startedEvent(i, started)).status, 200);
        }
        (void)awaitChanges(fixture, [](const store::ChangeSet &changes) { return changes.marks; });
        QCOMPARE(marks(fixture).size(), 1U);
        fixture.restart();
        QCOMPARE(fixture.post("/api/1/store/", startedEvent(7, started)).status, 200);
        QCOMPARE(fixture.post("/api/1/store/", startedEvent(8, started + std::chrono::minutes(1))).status, 200);
        QCOMPARE(marks(fixture).size(), 2U);
        QVERIFY(marks(fixture).front().kind == model::MarkKind::Run);
        QVERIFY(marks(fixture).front().time == started);
        QCOMPARE(marks(fixture).front().project, ProjectId{1});
    }

    void anAllowedOriginIsLetInAtOnceAndInTheNextRun()
    {
        IngestFixture fixture;
        QCOMPARE(postFrom(fixture, "https://shop.example", 1).status, 403);
        QTRY_COMPARE(fixture.reader().blockedOrigins().value().size(), 1U);
        QCOMPARE(fixture.reader().blockedOrigins().value().front().origin, std::string("https://shop.example"));
        fixture.service().allowOrigin("https://Shop.example");
        (void)awaitChanges(fixture, [](const store::ChangeSet &changes) { return changes.origins; });
        QVERIFY(fixture.reader().blockedOrigins().value().empty());
        Answer answer;
        QTRY_VERIFY((answer = postFrom(fixture, "https://shop.example", 2)).status == 200);
        QVERIFY2(answer.head.find("Access-Control-Allow-Origin: https://shop.example") != std::string::npos,
                 answer.head.c_str());
        QCOMPARE(postFrom(fixture, "https://other.example", 3).status, 403);
        QCOMPARE(postFrom(fixture, "https://shop.example.evil.example", 3).status, 403);
        fixture.restart();
        QCOMPARE(postFrom(fixture, "https://shop.example", 4).status, 200);
        QCOMPARE(postFrom(fixture, "https://other.example", 5).status, 403);
    }

    void nobodyCanAllowNull()
    {
        IngestFixture fixture;
        fixture.service().allowOrigin("null");
        (void)awaitChanges(fixture, [](const store::ChangeSet &changes) { return changes.origins; });
        fixture.restart();
        QCOMPARE(postFrom(fixture, "null", 1).status, 403);
    }

    void aStopTellsOfWhatWasHalfSent()
    {
        IngestFixture fixture;
        HttpClient client(fixture.port());
        const std::string whole = request("POST", "/api/1/envelope/", errorEnvelope(eventId(1), "ValueError", "total"));
        client.send(whole.substr(0, whole.size() - 10));
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(2), "ValueError", "total")).status, 200);
        fixture.service().stop();
        const auto deliveries = fixture.deliveries();
        QCOMPARE(deliveries.size(), 2U);
        QCOMPARE(deliveries.front().status, 0);
        QCOMPARE(deliveries.front().reason, std::string("stopped"));
        QCOMPARE(deliveries.front().path, std::string("/api/1/envelope/"));
    }
};

PICKET_TEST(TestEdits)
#include "tst_edits.moc"
