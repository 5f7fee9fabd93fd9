// SPDX-License-Identifier: GPL-3.0-or-later
// The threads together: many senders, stopping under load, states that people set.
#include "core/ingest/changeaccumulator.h"
#include "tests/core/ingest/deliveryshapes.h"
#include "tests/core/ingest/ingestfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <set>
#include <thread>

using namespace picket;
using namespace picket::test;

namespace {

// Answers leave before the window is told: what was acknowledged may be told a moment later.
store::ChangeSet awaitChanges(IngestFixture &fixture, std::int64_t events)
{
    store::ChangeSet changes;
    (void)picket::test::await([&] {
        changes.merge(fixture.service().takeChanges());
        return changes.events >= events;
    });
    return changes;
}

} // namespace

class TestIngestService final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void parallelSendersOfANewIssueMakeOneIssue()
    {
        IngestFixture fixture;
        constexpr int senders = 32;
        constexpr int perSender = 20;
        std::atomic<int> accepted = 0;
        std::vector<std::thread> threads;
        for (int s = 0; s < senders; ++s) {
            threads.emplace_back([&, s] {
                HttpClient client(fixture.port());
                for (int i = 0; i < perSender; ++i) {
                    const int n = s * perSender + i;
                    client.send(
                        request("POST", "/api/1/envelope/", errorEnvelope(eventId(n), "ValueError", "total", n)));
                    accepted += client.receive().status == 200 ? 1 : 0;
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QCOMPARE(accepted.load(), senders * perSender);
        const auto issues = fixture.issues();
        QCOMPARE(issues.size(), 1u);
        QCOMPARE(issues[0].events, senders * perSender);
        QCOMPARE(fixture.events().size(), static_cast<std::size_t>(senders * perSender));
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        IngestFixture fixture;
        HttpClient client(fixture.port());
        std::string bytes;
        for (int i = 0; i < 5; ++i) {
            bytes += request("POST", "/api/1/envelope/", errorEnvelope(eventId(i), "ValueError", "total"));
        }
        client.send(bytes);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(client.receive().body, acceptedBody(eventId(i)));
        }
    }

    void stoppingUnderLoadLosesNothingAcknowledged()
    {
        auto fixture = std::make_unique<IngestFixture>();
        std::mutex mutex;
        std::set<std::string> acknowledged;
        std::atomic<bool> go = true;
        std::vector<std::thread> threads;
        for (int s = 0; s < 8; ++s) {
            threads.emplace_back([&, s] {
                HttpClient client(fixture->port());
                for (int i = 0; go; ++i) {
                    const std::string id = eventId(s * 1000000 + i);
                    client.send(request("POST", "/api/1/envelope/", errorEnvelope(id, "ValueError", "total")));
                    if (client.receive().status != 200) {
                        return;
                    }
                    const std::lock_guard lock(mutex);
                    acknowledged.insert(id);
                }
            });
        }
        QTRY_VERIFY(fixture->events().size() > 200);
        fixture->service().stop();
        go = false;
        for (std::thread &thread : threads) {
            thread.join();
        }
        std::set<std::string> held;
        for (const model::EventRow &row : fixture->events()) {
            held.insert(row.eventId.hex());
        }
        for (const std::string &id : acknowledged) {
            QVERIFY2(held.contains(id), id.c_str());
        }
    }

    void changesAreToldOnceUntilTheyAreTaken()
    {
        IngestFixture fixture;
        QSignalSpy spy(&fixture.service(), &ingest::IngestService::changesAvailable);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(i), "ValueError", "total")).status, 200);
        }
        QTRY_VERIFY(!spy.isEmpty());
        QCOMPARE(spy.count(), 1); // three transactions, nobody has asked yet
        const store::ChangeSet changes = awaitChanges(fixture, 3);
        QCOMPARE(changes.issues.size(), 1u);
        QCOMPARE(changes.newIssues, changes.issues);
    }

    void aResolvedIssueThatHappensAgainIsRegressed()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "ValueError", "total")).status, 200);
        const IssueId issue = fixture.issues().at(0).id;
        fixture.service().setStatus({issue}, model::IssueStatus::Resolved);
        QTRY_VERIFY(fixture.issues().at(0).status == model::IssueStatus::Resolved);
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(2), "ValueError", "total")).status, 200);
        QVERIFY(fixture.issues().at(0).status == model::IssueStatus::Regressed);
        QCOMPARE(awaitChanges(fixture, 2).regressed, std::vector<IssueId>{issue});
    }
};

PICKET_TEST(TestIngestService)
#include "tst_ingestservice.moc"
