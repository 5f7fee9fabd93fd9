// SPDX-License-Identifier: GPL-3.0-or-later
// What browsers report on their own: /security/, /csp-report/ and /nel/.
#include "core/base/limits.h"
#include "tests/core/ingest/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

// As Chromium 156 sends it from a page of another port.
const Headers fromChromium{{"Content-Type", "application/csp-report"},
                           {"Origin", "http://localhost:37487"},
                           {"User-Agent", "Mozilla/5.0 HeadlessChrome/156.0.0.0"},
                           {"Sec-Fetch-Site", "cross-site"},
                           {"Sec-Fetch-Mode", "no-cors"},
                           {"Sec-Fetch-Dest", "report"}};
const std::string query =
    "?sentry_key=0123456789abcdef0123456789abcdef&sentry_environment=staging&sentry_release=csp-1";

std::string networkError()
{
    return "{\"type\":\"network-error\",\"age\":29,\"url\":\"https://example.com/thing.js\","
           "\"body\":{\"phase\":\"dns\",\"type\":\"dns.name_not_resolved\",\"status_code\":0}}";
}

std::string violation(int n)
{
    return "{\"type\":\"csp-violation\",\"age\":0,\"url\":\"http://localhost/\",\"body\":{\"effectiveDirective\":"
           "\"script-src\",\"blockedURL\":\"https://host"
        + std::to_string(n) + ".example/a.js\"}}";
}

} // namespace

class TestBrowserReports final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordedViolationBecomesAnEvent_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : {QStringLiteral("/api/1/security/"), QStringLiteral("/api/1/security"),
                                    QStringLiteral("/api/1/csp-report/"), QStringLiteral("/api/1/csp-report"),
                                    QStringLiteral("/api/1/nel/"), QStringLiteral("/proxy/api/1/nel")}) {
            QTest::newRow(qPrintable(path)) << path;
        }
    }
    void aRecordedViolationBecomesAnEvent()
    {
        QFETCH(QString, path);
        IngestFixture fixture;
        const Answer answer =
            fixture.post(path.toStdString() + query, testData("items/csp-browser.json"), fromChromium);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string());
        QVERIFY(answer.head.find("Access-Control-Allow-Origin: http://localhost:37487") != std::string::npos);
        const auto events = fixture.events();
        QCOMPARE(events.size(), 1u);
        QVERIFY(events[0].type == model::EventType::Security);
        QVERIFY(events[0].project == ProjectId{1});
        QCOMPARE(events[0].release, std::string("csp-1"));
        QCOMPARE(events[0].environment, std::string("staging"));
        QCOMPARE(events[0].title, std::string("Blocked 'image' from '127.0.0.1:1'"));
        const QJsonObject event = storedJson(fixture);
        QCOMPARE(textAt(event, "csp/disposition"), std::string("enforce"));
        QCOMPARE(textAt(event, "request/headers/User-Agent"), std::string("Mozilla/5.0 HeadlessChrome/156.0.0.0"));
        QCOMPARE(model::outcomeName(fixture.deliveries().at(0).outcome), std::string_view("stored"));
    }

    void reportsOfOneListStandAlone()
    {
        IngestFixture fixture;
        const std::string deprecation = "{\"type\":\"deprecation\",\"body\":{\"id\":\"WebSQL\",\"extra\":[1,0.10]}}";
        const std::string list =
            "[" + violation(1) + "," + networkError() + ",17," + deprecation + "," + violation(2) + "]";
        const Headers headers{{"Content-Type", "application/reports+json"}};
        QCOMPARE(fixture.post("/api/7/security/?sentry_key=k", list, headers).status, 200);
        QCOMPARE(fixture.events().size(), 2u);
        QCOMPARE(fixture.issues().size(), 2u); // by the host that was blocked
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 3u);
        QCOMPARE(items[0].type, std::string("nel"));
        QCOMPARE(items[0].payload, networkError());
        QCOMPARE(items[1].type, std::string("browser_report"));
        QCOMPARE(items[1].payload, std::string("17"));
        QCOMPARE(items[2].payload, deprecation);
        QCOMPARE(items[2].project, 7);
        QCOMPARE(fixture.deliveries().at(0).items.size(), 5u);
    }

    void theSameViolationAgainIsTheSameIssue()
    {
        IngestFixture fixture;
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(fixture.post("/api/1/security/", testData("items/csp-browser.json")).status, 200);
        }
        QCOMPARE(fixture.issues().size(), 1u);
        QCOMPARE(fixture.issues()[0].events, 2);
    }

    void whatIsNoReportIsKept_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("text") << QByteArray("blocked!");
        QTest::newRow("cut JSON") << QByteArray("{\"csp-report\":");
        QTest::newRow("a number") << QByteArray("42");
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\x01", 4);
        QTest::newRow("nested beyond reason") << QByteArray(100000, '[');
    }
    void whatIsNoReportIsKept()
    {
        QFETCH(QByteArray, body);
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/security/", body.toStdString()).status, 200);
        const auto events = fixture.events();
        QCOMPARE(events.size(), 1u);
        QVERIFY(events[0].type == model::EventType::Unreadable);
        QCOMPARE(fixture.stored(events[0].id).payload, body.toStdString());
        QVERIFY(!fixture.deliveries().at(0).items.at(0).reason.empty());
    }

    void anEmptyListIsFine()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/nel/", "[]").status, 200);
        QCOMPARE(model::outcomeName(fixture.deliveries().at(0).outcome), std::string_view("empty"));
    }

    void moreReportsThanTheLimitAreCounted()
    {
        IngestFixture fixture;
        std::string list = "[";
        for (std::size_t i = 0; i < limits::envelopeItems + 5; ++i) {
            list += networkError() + ",";
        }
        list.back() = ']';
        QCOMPARE(fixture.post("/api/1/nel/", list).status, 200);
        QCOMPARE(keptItems(fixture).size(), limits::envelopeItems);
        QCOMPARE(fixture.deliveries().at(0).reason, std::string("reports_over_limit: 5"));
    }

    void anEmptyBodyIsRefused()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/security/", "").status, 400);
        QCOMPARE(exchange(fixture.port(), "GET", "/api/1/security/", "").status, 405);
    }
};

PICKET_TEST(TestBrowserReports)
#include "tst_browserreports.moc"
