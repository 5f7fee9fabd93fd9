// SPDX-License-Identifier: GPL-3.0-or-later
// What people write about an error: the web API's endpoint and the crash dialog.
#include "tests/core/ingest/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

const Headers form{{"Content-Type", "application/x-www-form-urlencoded"}};
const Headers formOfAPage{{"Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"},
                          {"Origin", "http://localhost:40895"},
                          {"Sec-Fetch-Site", "cross-site"}};
const std::string dialog =
    "/api/embed/error-page/?dsn=http://0123456789abcdef0123456789abcdef@127.0.0.1:36031/4&eventId=";

} // namespace

class TestUserFeedback final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theWebApiTakesAReport_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("project");
        QTest::newRow("by the project's name") << QStringLiteral("/api/0/projects/acme/shop/user-feedback/") << 0;
        QTest::newRow("by the project's number") << QStringLiteral("/api/0/projects/acme/7/user-feedback/") << 7;
        QTest::newRow("in the project's own path") << QStringLiteral("/api/7/user-feedback") << 7;
    }
    void theWebApiTakesAReport()
    {
        QFETCH(QString, path);
        QFETCH(int, project);
        IngestFixture fixture;
        const std::string body = "{\"event_id\": \"" + eventId(1)
            + "\", \"name\": \"Ada\", \"email\": \"a@example.com\", \"comments\": \"It broke.\", \"more\": 0.10}";
        const Answer answer = fixture.post(path.toStdString(), body, {{"Content-Type", "application/json"}});
        QCOMPARE(answer.status, 200);
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 1u);
        QCOMPARE(items[0].type, std::string("user_report"));
        QCOMPARE(items[0].eventId, eventId(1));
        QCOMPARE(items[0].project, project);
        QCOMPARE(items[0].payload, body);
    }

    void aFormIsTakenToo()
    {
        IngestFixture fixture;
        const std::string body = "event_id=" + eventId(1) + "&name=Ada+L.&comments=a%26b%3Cscript%3E";
        QCOMPARE(fixture.post("/api/7/user-feedback/", body, form).status, 200);
        const auto items = keptItems(fixture);
        QCOMPARE(items.at(0).eventId, eventId(1));
        QCOMPARE(textAt(items[0].json(), "name"), std::string("Ada L."));
        QCOMPARE(textAt(items[0].json(), "comments"), std::string("a&b<script>"));
    }

    void jsonIsJsonWhateverCurlCallsIt()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/7/user-feedback/", "{\"comments\":\"x\"}", form).status, 200);
        QCOMPARE(keptItems(fixture).at(0).payload, std::string("{\"comments\":\"x\"}"));
    }

    void whatIsNoReportIsKept_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isForm");
        QTest::newRow("text") << QByteArray("It broke.") << false;
        QTest::newRow("a list") << QByteArray("[]") << false;
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00", 3) << false;
        QTest::newRow("a form that says nothing") << QByteArray("a=1&b=2") << true;
        QTest::newRow("a form of signs") << QByteArray("&&==%%%&") << true;
    }
    void whatIsNoReportIsKept()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isForm);
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/7/user-feedback/", body.toStdString(), isForm ? form : Headers()).status, 200);
        QCOMPARE(keptItems(fixture).at(0).payload, body.toStdString());
        const auto row = fixture.deliveries().at(0);
        QCOMPARE(model::outcomeName(row.outcome), std::string_view("kept"));
        QVERIFY(!row.reason.empty());
    }

    void theDialogIsAScript()
    {
        IngestFixture fixture;
        // As recorded of Chromium 156, where the SDK loads the script with CORS.
        const Answer answer =
            exchange(fixture.port(), "GET", dialog + eventId(1) + "&name=Ada&email=a%40example.com&lang=de", "",
                     {{"Origin", "http://localhost:40895"},
                      {"Sec-Fetch-Site", "cross-site"},
                      {"Sec-Fetch-Mode", "cors"},
                      {"Sec-Fetch-Dest", "script"}});
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.head.find("Content-Type: text/javascript") != std::string::npos);
        QVERIFY(answer.head.find("X-Content-Type-Options: nosniff") != std::string::npos);
        QVERIFY(answer.head.find("Access-Control-Allow-Origin: http://localhost:40895") != std::string::npos);
        QVERIFY(answer.body.find("showModal") != std::string::npos);
        // The same for everybody: nothing of the address gets into it.
        QCOMPARE(
            answer.body,
            exchange(fixture.port(), "GET", "/api/embed/error-page?title=%3C/script%3E%22%29%3Balert%281", "").body);
        QVERIFY(answer.body.find("innerHTML") == std::string::npos);
        QCOMPARE(fixture.deliveries().size(), 2u);
    }

    void theDialogsFormIsAUserReport()
    {
        IngestFixture fixture;
        const Answer answer =
            fixture.post(dialog + eventId(1), "name=Ada&email=a%40example.com&comments=It+broke.\r\n", formOfAPage);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.head.find("Access-Control-Allow-Origin: http://localhost:40895") != std::string::npos);
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 1u);
        QCOMPARE(items[0].type, std::string("user_report"));
        QCOMPARE(items[0].eventId, eventId(1));
        QCOMPARE(items[0].project, 4);
        QCOMPARE(textAt(items[0].json(), "event_id"), eventId(1));
        QCOMPARE(textAt(items[0].json(), "email"), std::string("a@example.com"));
    }

    void aFormWithoutAnEventIsKeptWithItsReason()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/embed/error-page/?dsn=nonsense&eventId=x", "comments=hello", form).status, 200);
        QCOMPARE(keptItems(fixture).at(0).eventId, std::string());
        QCOMPARE(fixture.deliveries().at(0).reason, std::string("bad_event_id"));
    }

    void anEmptyFormIsRefused()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post(dialog + eventId(1), "", formOfAPage).status, 400);
        QCOMPARE(fixture.post("/api/1/user-feedback/", "").status, 400);
    }

    void foreignPagesAreRefused()
    {
        IngestFixture fixture;
        const Headers foreign{{"Origin", "https://evil.test"}};
        QCOMPARE(fixture.post(dialog + eventId(1), "comments=x", foreign).status, 403);
        QCOMPARE(exchange(fixture.port(), "GET", dialog + eventId(1), "", foreign).status, 403);
    }
};

PICKET_TEST(TestUserFeedback)
#include "tst_userfeedback.moc"
