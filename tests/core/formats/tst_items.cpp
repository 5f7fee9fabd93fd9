// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/checkin.h"
#include "core/formats/clientreport.h"
#include "core/formats/session.h"
#include "core/formats/userfeedback.h"
#include "tests/core/formats/support.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::formats;
using namespace picket::test;

namespace {

QByteArray hex(const std::optional<EventUuid> &id)
{
    return id ? bytes(id->hex()) : QByteArray();
}

QByteArray seconds(std::optional<double> duration)
{
    return duration ? QByteArray::number(*duration) : QByteArray();
}

const QList<QByteArray> hostilePayloads = {"", "[]", "5", "null", "{", "\xFF\xFE", "[[[[", "\"text\""};

} // namespace

class TestItems final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsCheckIns_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("expected"); // id, slug, status, duration, release, environment, trace
        QTest::addColumn<QByteArray>("config");
        const QByteArray crontab = R"("schedule":{"type":"crontab","value":"*/5 * * * *")";
        QTest::newRow("node begins")
            << testData("items/check_in-node.json")
            << QByteArray("8f407006e0ee4d32a1a8b06075e448d4 nightly-import in_progress  "
                          "node-client@1.2.3+build.45 staging 9f8d3835d8204c1f932aaa2ed66cb5cb")
            << QByteArray('{' + crontab + R"(},"checkin_margin":2,"max_runtime":10,"timezone":"Europe/Berlin"})");
        QTest::newRow("php writes nulls")
            << testData("items/check_in-php.json")
            << QByteArray("42825c9b466a49edade33049f3d5efe3 nightly-import in_progress  php-client@1.2.3 staging "
                          "b61e78a8b1a24ba2a718aa337f5342c6")
            << QByteArray('{' + crontab
                          + R"(,"unit":""},"checkin_margin":2,"max_runtime":10,"timezone":"Europe/Berlin",)"
                            R"("failure_issue_threshold":null,"recovery_threshold":null})");
        QTest::newRow("go ends") << testData("items/check_in-go.json")
                                 << QByteArray(
                                        "3a3770b038e14c17898b6a31d74d45f4 nightly-import ok 1.25 go-client@1.2.3 "
                                        "staging ")
                                 << QByteArray();
        QTest::newRow("sentry-cli has no release")
            << testData("items/check_in-cli.json")
            << QByteArray("652b4d15d58341dc956509776bab7a74 nightly-import in_progress   staging ") << QByteArray();
        QTest::newRow("wrong types") << QByteArray(
            R"({"monitor_slug":7,"check_in_id":"x","status":["ok"],"duration":-1,"monitor_config":5,"contexts":[]})")
                                     << QByteArray(" 7     ") << QByteArray();
        QTest::newRow("numbers as text") << QByteArray(R"({"monitor_slug":"a","duration":"2.5"})")
                                         << QByteArray(" a  2.5   ") << QByteArray();
        QTest::newRow("an endless duration")
            << QByteArray(R"({"monitor_slug":"a","duration":"inf"})") << QByteArray(" a     ") << QByteArray();
    }
    void readsCheckIns()
    {
        QFETCH(QByteArray, payload);
        const auto row = readCheckIn(view(payload));
        QVERIFY(row.has_value());
        const QByteArray actual = hex(row->checkInId) + ' ' + bytes(row->monitorSlug) + ' ' + bytes(row->status) + ' '
            + seconds(row->duration) + ' ' + bytes(row->release) + ' ' + bytes(row->environment) + ' '
            + bytes(row->traceId);
        QTEST(actual, "expected");
        QTEST(json(row->monitorConfig), "config");
    }

    void findsTheCheckInInAWholeEvent()
    {
        const auto row = readCheckIn(view(testData("items/check_in-ruby.json")));
        QVERIFY(row.has_value());
        QCOMPARE(bytes(row->monitorSlug + ' ' + row->status), QByteArray("nightly-import in_progress"));
        QCOMPARE(bytes(row->monitorConfig["timezone"].text()), QByteArray("Europe/Berlin"));
        QCOMPARE(bytes(row->release), QByteArray("ruby-client@1.2.3"));
    }

    void readsCheckInsFromAQuery()
    {
        const CheckInRow row = checkInFromQuery(
            "backup",
            "status=ok&environment=dev%20box&duration=3.5&check_in_id=3a3770b0-38e1-4c17-898b-6a31d74d45f4&x=1");
        QCOMPARE(bytes(row.monitorSlug + '|' + row.status + '|' + row.environment), QByteArray("backup|ok|dev box"));
        QCOMPARE(seconds(row.duration), QByteArray("3.5"));
        QCOMPARE(hex(row.checkInId), QByteArray("3a3770b038e14c17898b6a31d74d45f4"));
        const CheckInRow bad = checkInFromQuery("backup", "duration=soon&check_in_id=1");
        QVERIFY(!bad.duration && !bad.checkInId && bad.status.empty());
        QVERIFY(!checkInFromQuery("backup", "duration=-4").duration);
        QVERIFY(!checkInFromQuery("backup", "duration=nan").duration);
    }

    void readsSessions()
    {
        const auto native = readSession(view(testData("items/session-native.json")));
        QVERIFY(native.has_value());
        QCOMPARE(bytes(native->sid), QByteArray("86486cda-1554-41ce-2977-73fe2ab98a40"));
        QCOMPARE(bytes(native->did), QByteArray("4bef3344-ea9c-46c3-3ec8-5487cc081946"));
        QCOMPARE(bytes(toRfc3339(native->started)), QByteArray("2026-11-22T09:35:17.127410Z"));
        QCOMPARE(native->errors, 1);
        QVERIFY(native->init && !native->sequence && !native->timestamp);
        QCOMPARE(seconds(native->duration), QByteArray("0.001366"));
        QCOMPARE(bytes(native->attributes.release), QByteArray("native-client@1.2.3"));

        const auto browser = readSession(view(testData("items/session-browser.json")));
        QVERIFY(browser.has_value());
        QCOMPARE(bytes(toRfc3339(*browser->timestamp)), QByteArray("2026-11-22T09:22:48.822000Z"));
        QCOMPARE(bytes(browser->attributes.ipAddress), QByteArray("{{auto}}"));

        const auto least = readSession(R"({"started":1600000000,"did":42,"seq":"7","errors":-3})");
        QVERIFY(least.has_value());
        QCOMPARE(bytes(least->did + ' ' + least->status), QByteArray("42 ok"));
        QCOMPARE(least->sequence.value_or(0), 7);
        QCOMPARE(least->errors, 0);
    }

    void readsSessionAggregates()
    {
        const auto sessions = readSessions(view(testData("items/sessions-node.json")));
        QVERIFY(sessions && sessions->buckets.size() == 1);
        const SessionAggregate &bucket = sessions->buckets[0];
        QCOMPARE(bytes(toRfc3339(bucket.started)), QByteArray("2026-11-22T09:18:00.000000Z"));
        QCOMPARE(bucket.exited, 3);
        QCOMPARE(bucket.crashed, 2);
        QCOMPARE(bucket.errored + bucket.abnormal + bucket.unhandled, 0);
        QCOMPARE(bytes(sessions->attributes.environment), QByteArray("staging"));

        const auto odd =
            readSessions(R"({"aggregates":[null,{"exited":1},{"started":"2026-01-01T00:00:00Z","exited":-5}]})");
        QVERIFY(odd && odd->buckets.size() == 1);
        QCOMPARE(odd->unreadable, std::uint64_t(2));
        QCOMPARE(odd->buckets[0].exited, 0);
        QVERIFY(readSessions("{}")->buckets.empty());
    }

    void readsClientReports()
    {
        const auto report = readClientReport(view(testData("items/client_report-node.json")));
        QVERIFY(report && report->discarded.size() == 2);
        QCOMPARE(bytes(toRfc3339(*report->timestamp)), QByteArray("2026-11-22T09:18:59.100000Z"));
        QCOMPARE(
            bytes(report->discarded[1].list + ' ' + report->discarded[1].reason + ' ' + report->discarded[1].category),
            QByteArray("discarded_events ratelimit_backoff session"));
        QCOMPARE(report->discarded[1].quantity, 1);

        const auto odd = readClientReport(R"({"filtered_events":[{"reason":"r","category":"error","quantity":4}],)"
                                          R"("discarded_events":[{"quantity":0},{"quantity":-1},5]})");
        QVERIFY(odd && odd->discarded.size() == 1);
        QCOMPARE(bytes(odd->discarded[0].list), QByteArray("filtered_events"));
        QCOMPARE(odd->unreadable, std::uint64_t(3));
        QVERIFY(!odd->timestamp);
    }

    void readsUserReports()
    {
        const auto report = readUserReport(view(testData("items/user_report-native.json")));
        QVERIFY(report.has_value());
        QCOMPARE(hex(report->eventId), QByteArray("acc2b82a59bc4fa68815166b9b5e3a16"));
        QCOMPARE(bytes(report->name + '|' + report->email + '|' + report->comments),
                 QByteArray("J\xC3\xB6rg|j@example.com|It broke"));
        QVERIFY(!report->feedbackId);
        QVERIFY(!readUserReport(R"({"event_id":5})")->eventId);
    }

    void readsFeedback()
    {
        const auto native = readFeedback(view(testData("items/feedback-native.json")));
        QVERIFY(native.has_value());
        QCOMPARE(hex(native->feedbackId), QByteArray("cf1a60f08f02466468ea86ba545e148e"));
        QCOMPARE(hex(native->eventId), QByteArray("acc2b82a59bc4fa68815166b9b5e3a16"));
        QCOMPARE(bytes(native->comments), QByteArray("It broke again"));
        QCOMPARE(bytes(toRfc3339(*native->timestamp)), QByteArray("2026-11-22T09:35:17.067031Z"));

        const auto node = readFeedback(view(testData("items/feedback-node.json")));
        QVERIFY(node.has_value());
        QCOMPARE(bytes(node->comments + '|' + node->url), QByteArray("It broke\nwhen I clicked|http://localhost/x"));
        QVERIFY(!readFeedback(R"({"contexts":{"feedback":"text"}})").has_value());
    }

    void readsTheCrashDialog()
    {
        const UserReport report =
            userReportFromForm({{"name", "Ada"}, {"email", "a@b"}, {"comments", "it broke"}, {"x", "y"}},
                               "ACC2B82A-59BC-4FA6-8815-166B9B5E3A16");
        QCOMPARE(hex(report.eventId), QByteArray("acc2b82a59bc4fa68815166b9b5e3a16"));
        QCOMPARE(bytes(report.name + report.email + report.comments), QByteArray("Adaa@bit broke"));
    }

    void refusesWhatIsNoObject()
    {
        for (const QByteArray &payload : hostilePayloads) {
            QVERIFY2(!readCheckIn(view(payload)), payload.constData());
            QVERIFY2(!readSession(view(payload)), payload.constData());
            QVERIFY2(!readSessions(view(payload)), payload.constData());
            QVERIFY2(!readClientReport(view(payload)), payload.constData());
            QVERIFY2(!readUserReport(view(payload)), payload.constData());
            QVERIFY2(!readFeedback(view(payload)), payload.constData());
        }
        QCOMPARE(int(readCheckIn("{}").error().code), int(ErrorCode::InvalidArgument));
        QCOMPARE(int(readSession(R"({"sid":"1"})").error().code), int(ErrorCode::InvalidArgument));
    }

    void everyPrefixIsReadOrRefused()
    {
        const QByteArray payload = testData("items/check_in-php.json");
        QVERIFY(!payload.isEmpty());
        for (qsizetype size = 0; size < payload.size(); ++size) {
            const QByteArray prefix(payload.constData(), size);
            QVERIFY(!readCheckIn(view(prefix)).has_value());
        }
    }
};

PICKET_TEST(TestItems)
#include "tst_items.moc"
