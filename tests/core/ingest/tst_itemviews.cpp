// SPDX-License-Identifier: GPL-3.0-or-later
// Items with a view of their own, from the wire to the rows that the window asks for.
#include "core/query/telemetrydetail.h"
#include "tests/core/ingest/endpointfixture.h"
#include "tests/core/ingest/itemenvelopes.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

// The value of what must not fail.
template <class T> T take(Result<T> result)
{
    if (!result) {
        qFatal("%s", std::string(errorName(result.error().code)).c_str());
    }
    return std::move(*result);
}

std::string outcomeOf(const IngestFixture &fixture, std::size_t item = 0)
{
    const model::DeliveryRow row = fixture.deliveries().at(0);
    return row.items.at(item).outcome;
}

void send(const IngestFixture &fixture, const std::string &envelope, int project = 1)
{
    const std::string path = "/api/" + std::to_string(project) + "/envelope/";
    const Answer answer = fixture.post(project == 0 ? "/stream" : path, envelope);
    QCOMPARE(answer.status, 200);
}

} // namespace

class TestItemViews final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void logsAreRows()
    {
        IngestFixture fixture;
        send(fixture, itemEnvelope("log", testData("items/log-go.json")));
        QCOMPARE(outcomeOf(fixture), std::string("stored"));
        store::Reader reader = fixture.reader();
        const auto ids = take(reader.logIds({}));
        QCOMPARE(ids.size(), 3U);
        const auto logs = take(reader.logs(ids));
        QCOMPARE(logs.back().body, std::string("log at info"));
        QVERIFY(logs.front().severity == model::Severity::Error);
        QCOMPARE(logs.front().trace.hex(), std::string("cb1ad630347a28ff08122eaa48b9779d"));
        const model::Value attributes = take(query::logAttributes(reader, logs.back()));
        QCOMPARE(attributes["n"].text(), std::string("3"));
        QCOMPARE(take(query::logBody(reader, logs[1])), std::string("order 1001 of ada"));
    }

    void logsAreFound()
    {
        IngestFixture fixture;
        send(fixture, itemEnvelope("log", testData("items/log-go.json")));
        store::Reader reader = fixture.reader();
        const auto count = [&](const store::LogFilter &filter) {
            return take(reader.logIds(filter)).size();
        };
        const auto trace = EventUuid::parse("cb1ad630347a28ff08122eaa48b9779d");
        QCOMPARE(count({std::nullopt, trace, {}, {}}), 3U);
        QCOMPARE(count({std::nullopt, EventUuid::generate(), {}, {}}), 0U);
        QCOMPARE(count({ProjectId{1}, {}, {}, {}}), 3U);
        QCOMPARE(count({ProjectId{2}, {}, {}, {}}), 0U);
        QCOMPARE(count({{}, {}, "ORDER 1001", {}}), 1U);
        QCOMPARE(count({{}, {}, {}, model::Severity::Warning}), 2U);
        QCOMPARE(count({{}, {}, {}, model::Severity::Fatal}), 0U);
        QCOMPARE(take(reader.logIds({}, 2)).size(), 2U);
    }

    // An SDK with a DSN and Spotlight sends both twice.
    void whatComesTwiceIsThereOnce()
    {
        IngestFixture fixture;
        for (const int project : {0, 1}) {
            send(fixture, itemEnvelope("log", testData("items/log-go.json")), project);
            send(fixture, itemEnvelope("span", testData("items/span-node.json")), project);
        }
        store::Reader reader = fixture.reader();
        QCOMPARE(take(reader.logIds({})).size(), 3U);
        const auto trace = take(reader.trace(*EventUuid::parse("8c3bd2352d3b47348b8f8cbd467ca1d4")));
        QCOMPARE(trace.spans.size(), 4U);
        QCOMPARE(trace.spans.front().project.value, 1U);
    }

    void logsOfOneTimeAreInTheirOrder()
    {
        IngestFixture fixture;
        send(fixture, numberedLogs(2));
        send(fixture, numberedLogs(0));
        store::Reader reader = fixture.reader();
        QStringList newestFirst;
        for (const model::LogRow &log : take(reader.logs(take(reader.logIds({}))))) {
            newestFirst.append(QString::fromStdString(log.body));
        }
        QStringList byTrace;
        for (const model::LogRow &log :
             take(reader.trace(*EventUuid::parse("3bb427c1a1da059d2ad1245c92010b38"))).logs) {
            byTrace.append(QString::fromStdString(log.body));
        }
        const QStringList order{QStringLiteral("step 0"), QStringLiteral("step 1"), QStringLiteral("step 2"),
                                QStringLiteral("step 3")};
        QCOMPARE(byTrace, order);
        std::reverse(newestFirst.begin(), newestFirst.end());
        QCOMPARE(newestFirst, order);
    }

    void whatLogsLackIsARemark()
    {
        IngestFixture fixture;
        send(fixture, miscountedLogs());
        const auto item = fixture.deliveries().at(0).items.at(0);
        QCOMPARE(item.outcome, std::string("stored"));
        QCOMPARE(item.reason, std::string("rows_without_body: 1, item_count: 9 for 4"));
        store::Reader reader = fixture.reader();
        const auto ids = take(reader.logIds({}));
        QCOMPARE(ids.size(), 4U);
        const auto logs = take(reader.logs(ids)); // the last first
        QVERIFY(logs[0].body.empty());
        const model::Value odd = take(query::logAttributes(reader, logs[0]));
        QCOMPARE(odd["level"].text(), std::string("loud"));
        QCOMPARE(odd["trace_id"].text(), std::string("none"));
        QCOMPARE(odd["a"].text(), std::string("1"));
        QCOMPARE(logs[1].body, std::string("{\"msg\":\"object\"}"));
        QCOMPARE(logs[2].body, std::string("12345"));
        QVERIFY(logs[3].severity == model::Severity::Warning);
        const model::Value attributes = take(query::logAttributes(reader, logs[3]));
        QCOMPARE(attributes["u64"].text(), std::string("18446744073709551615"));
        QCOMPARE(attributes["i64"].text(), std::string("-9223372036854775808"));
        QCOMPARE(attributes["list"].members().size(), 3U);
        QVERIFY(attributes["nothing"].kind() == model::Value::Kind::Null);
        QCOMPARE(attributes["bare"].text(), std::string("not wrapped"));
        QCOMPARE(attributes["size"]["value"].text(), std::string("17179869184"));
        QCOMPARE(attributes["size"]["unit"].text(), std::string("byte"));
    }

    // Only what Spotlight has of the same span is a duplicate, whichever came first.
    void spansMayShareAnId()
    {
        IngestFixture fixture;
        const std::string first = spanNamed("first");
        const std::string second = spanNamed("second");
        send(fixture, first);
        send(fixture, second);
        send(fixture, first, 0);
        store::Reader reader = fixture.reader();
        const auto trace = *EventUuid::parse("3bb427c1a1da059d2ad1245c92010b38");
        QCOMPARE(take(reader.trace(trace)).spans.size(), 2U);
        const std::string third = spanNamed("third");
        send(fixture, third, 0);
        send(fixture, third);
        const auto spans = take(reader.trace(trace)).spans;
        QCOMPARE(spans.size(), 3U);
        for (const model::SpanRow &span : spans) {
            QCOMPARE(span.project.value, 1U);
        }
    }

    void anErrorLeadsToItsTrace()
    {
        IngestFixture fixture;
        const std::string transaction = testData("items/transaction-node.json");
        const std::string trace = "a19affaa02854d85ad49802496a486f9";
        send(fixture, tracedError(eventId(1), trace));
        send(fixture, itemEnvelope("transaction", transaction, eventId(2)));
        send(fixture, tracedLog(trace, "same trace"));
        send(fixture, tracedError(eventId(3), eventId(77)));
        store::Reader reader = fixture.reader();
        const auto parts = take(reader.trace(*EventUuid::parse(trace)));
        QCOMPARE(parts.spanCount, 4);
        QCOMPARE(parts.spans.size(), 4U);
        QCOMPARE(parts.events.size(), 1U);
        QCOMPARE(parts.events.front().eventId.hex(), eventId(1));
        QCOMPARE(parts.logs.size(), 1U);
        QCOMPARE(parts.logs.front().body, std::string("same trace"));
        // The list of transactions has its root, with what it said.
        const auto roots = take(reader.spans(take(reader.transactionIds({}))));
        QCOMPARE(roots.size(), 1U);
        QCOMPARE(roots.front().description, std::string("GET /orders/:id"));
        QCOMPARE(roots.front().op, std::string("http.server"));
        QVERIFY(roots.front().end > roots.front().start);
        QCOMPARE(take(query::spanData(reader, roots.front()))["http.method"].text(), std::string("GET"));
        QCOMPARE(take(reader.transactionIds({std::nullopt, "orders"})).size(), 1U);
        QCOMPARE(take(reader.transactionIds({std::nullopt, "nothing"})).size(), 0U);
        const auto inside = std::count_if(parts.spans.begin(), parts.spans.end(), [&](const model::SpanRow &span) {
            return span.parent == roots.front().number;
        });
        QVERIFY(inside > 0);
    }

    void aCheckInEndsWhatItBegan()
    {
        IngestFixture fixture;
        send(fixture, itemEnvelope("check_in", testData("items/check_in-node.json")));
        store::Reader reader = fixture.reader();
        auto monitors = take(reader.monitors());
        QCOMPARE(monitors.size(), 1U);
        QCOMPARE(monitors.front().monitor, std::string("nightly-import"));
        QCOMPARE(monitors.front().status, std::string("in_progress"));
        QVERIFY(monitors.front().config.find("*/5 * * * *") != std::string::npos);
        send(fixture, itemEnvelope("check_in", checkIn("8f407006e0ee4d32a1a8b06075e448d4", "error", "1.5")));
        monitors = take(reader.monitors());
        QCOMPARE(monitors.size(), 1U);
        QCOMPARE(monitors.front().status, std::string("error"));
        QCOMPARE(monitors.front().durationMicros.value_or(0), 1'500'000);
        QCOMPARE(monitors.front().checkIns, 1);
        QCOMPARE(monitors.front().failed, 1);
        QVERIFY(monitors.front().config.find("*/5 * * * *") != std::string::npos);
        // By URL, without an id: the first begins another run, the second ends that one.
        QCOMPARE(fixture.post("/api/1/cron/nightly-import/key/?status=in_progress&environment=staging", "").status,
                 202);
        QCOMPARE(fixture.post("/api/1/cron/nightly-import/key/?status=ok&environment=staging", "").status, 202);
        monitors = take(reader.monitors());
        QCOMPARE(monitors.size(), 1U);
        QCOMPARE(monitors.front().status, std::string("ok"));
        QCOMPARE(monitors.front().checkIns, 2);
    }

    void sessionsAreCountedByRelease()
    {
        IngestFixture fixture;
        for (const char *status : {"ok", "crashed", "exited"}) { // the last one comes late: its sequence is lower
            send(fixture, itemEnvelope("session", session("one", status, status == std::string("exited") ? 1 : 2)));
        }
        send(fixture, itemEnvelope("session", session("two", "ok", 1)));
        send(fixture, itemEnvelope("sessions", testData("items/sessions-node.json")));
        store::Reader reader = fixture.reader();
        const auto releases = take(reader.releaseHealth());
        QCOMPARE(releases.size(), 2U);
        const bool isNodeFirst = releases.front().release.starts_with("node-client");
        const auto &node = releases[isNodeFirst ? 0 : 1];
        const auto &app = releases[isNodeFirst ? 1 : 0];
        QCOMPARE(app.release, std::string("app@1"));
        QCOMPARE(app.started, 2);
        QCOMPARE(app.counts.crashed, 1);
        QCOMPARE(app.counts.exited, 0);
        QCOMPARE(node.started, 5);
        QCOMPARE(node.counts.exited, 3);
        QCOMPARE(node.counts.crashed, 2);
    }

    void whatAnSdkDroppedIsSummedUp()
    {
        IngestFixture fixture;
        for (int i = 0; i < 2; ++i) {
            send(fixture, itemEnvelope("client_report", testData("items/client_report-node.json")));
        }
        store::Reader reader = fixture.reader();
        const auto discarded = take(reader.discarded());
        QCOMPARE(discarded.size(), 2U);
        QCOMPARE(discarded.front().discarded.reason, std::string("ratelimit_backoff"));
        QCOMPARE(discarded.front().discarded.quantity, 2);
        QCOMPARE(discarded.front().reports, 2);
    }

    void feedbackFindsItsEventThatComesLater()
    {
        IngestFixture fixture;
        send(fixture, itemEnvelope("user_report", userReport(eventId(5))));
        send(fixture, itemEnvelope("feedback", testData("items/feedback-node.json"), eventId(6)));
        store::Reader reader = fixture.reader();
        QVERIFY(!take(reader.feedback(EventUuid::parse(eventId(5)))).front().event.isValid());
        send(fixture, errorEnvelope(eventId(5), "ValueError", "f"));
        const auto about = take(reader.feedback(EventUuid::parse(eventId(5))));
        QCOMPARE(about.size(), 1U);
        QCOMPARE(about.front().feedback.message, std::string("It broke"));
        QVERIFY(about.front().event.isValid());
        QVERIFY(about.front().issue.isValid());
        const auto all = take(reader.feedback());
        QCOMPARE(all.size(), 2U);
        const auto modern = std::find_if(
            all.begin(), all.end(), [](const model::FeedbackRow &row) { return row.feedback.feedbackId.has_value(); });
        QVERIFY(modern != all.end());
        QCOMPARE(modern->feedback.email, std::string("j@example.com"));
        QCOMPARE(modern->feedback.message, std::string("It broke\nwhen I clicked"));
    }

    void whatIsNotUnderstoodIsListed_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("an unknown type") << QByteArray("mystery") << QByteArray("\0\xff bytes", 8) << QByteArray();
        QTest::newRow("a profile") << QByteArray("profile") << QByteArray("{\"version\":\"1\"}") << QByteArray();
        QTest::newRow("logs that are no JSON")
            << QByteArray("log") << QByteArray("{\"items\":[") << QByteArray("invalid_json");
        QTest::newRow("a session without a start")
            << QByteArray("session") << QByteArray("{\"sid\":\"x\"}") << QByteArray("invalid_argument: no started");
        QTest::newRow("a transaction without a trace") << QByteArray("transaction") << QByteArray("{\"spans\":[]}")
                                                       << QByteArray("invalid_argument: no contexts.trace");
    }
    void whatIsNotUnderstoodIsListed()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, reason);
        IngestFixture fixture;
        send(fixture, itemEnvelope(type.toStdString(), payload.toStdString()));
        const auto row = fixture.deliveries().at(0).items.at(0);
        QCOMPARE(row.outcome, std::string("kept"));
        QCOMPARE(row.reason, reason.toStdString());
        store::Reader reader = fixture.reader();
        const auto items = take(reader.keptItems(take(reader.keptItemIds())));
        QCOMPARE(items.size(), 1U);
        QCOMPARE(items.front().type, type.toStdString());
        QCOMPARE(items.front().size, static_cast<std::uint64_t>(payload.size()));
        QCOMPARE(take(reader.item(items.front().id)).payload, payload.toStdString());
    }

    // A screenshot that came with feedback, or before its event: nowhere else would it be seen.
    void anAttachmentWithoutItsEventIsListed()
    {
        IngestFixture fixture;
        send(fixture, itemEnvelope("attachment", "bytes", eventId(9)));
        store::Reader reader = fixture.reader();
        const auto items = take(reader.keptItems(take(reader.keptItemIds())));
        QCOMPARE(items.size(), 1U);
        QCOMPARE(items.front().type, std::string("attachment"));
        QCOMPARE(items.front().eventId.value_or(EventUuid()).hex(), eventId(9));
        send(fixture, errorEnvelope(eventId(9), "ValueError", "f"));
        QVERIFY(take(reader.keptItemIds()).empty());
    }

    // Bad rows in a good item cost no other row, and are told.
    void badRowsAreTold()
    {
        IngestFixture fixture;
        send(fixture, itemEnvelope("log", mixedLogs()));
        const auto row = fixture.deliveries().at(0).items.at(0);
        QCOMPARE(row.outcome, std::string("stored"));
        QCOMPARE(row.reason, std::string("unreadable_rows: 2"));
        store::Reader reader = fixture.reader();
        const auto logs = take(reader.logs(take(reader.logIds({}))));
        QCOMPARE(logs.size(), 2U);
        // A time of another century is shown where somebody looks for it; a megabyte is cut with a mark.
        const auto now = picket::now();
        for (const model::LogRow &log : logs) {
            QVERIFY(log.timestamp > now - std::chrono::minutes(5) && log.timestamp <= now);
        }
        const auto &large = logs[logs.front().body.size() > 100 ? 0 : 1];
        QVERIFY(large.body.size() < 9000);
        QCOMPARE(take(query::logBody(reader, large)).size(), std::size_t{1'000'000});
    }

    void theOldestMakeRoom()
    {
        store::WriterOptions options;
        options.keptItems = 2500;
        IngestFixture fixture(options);
        for (const char digit : {'1', '2', '3', '4'}) {
            send(fixture, itemEnvelope("mystery", std::string(1000, digit)));
        }
        send(fixture, itemEnvelope("log", testData("items/log-go.json"))); // has a view: it counts nothing here
        store::Reader reader = fixture.reader();
        const auto ids = take(reader.keptItemIds());
        QCOMPARE(ids.size(), 2U);
        QCOMPARE(take(reader.item(ids.front())).payload, std::string(1000, '4'));
        QCOMPARE(take(reader.item(ids.back())).payload, std::string(1000, '3'));
        QCOMPARE(take(reader.keptItemsRemoved()), 2);
        QCOMPARE(take(reader.logIds({})).size(), 3U);
    }
};

PICKET_TEST(TestItemViews)
#include "tst_itemviews.moc"
