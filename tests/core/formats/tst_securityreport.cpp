// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/securityreport.h"
#include "core/protocol/eventreader.h"
#include "tests/core/formats/support.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::formats;
using namespace picket::test;

namespace {

// The raw strings below write "//" as JSON may, "\/\/": moc 6.4 takes it for a comment.

const Timestamp received = fromMicros(1'790'000'000'000'000);

Result<SecurityReports> read(const QByteArray &body)
{
    return readSecurityReports(view(body), {received, "Browser/1", "web@1", "staging"});
}

QByteArray cspBody(const QByteArray &members)
{
    return R"({"csp-report":{"document-uri":"https:\/\/app.test/page",)" + members + "}}";
}

} // namespace

class TestSecurityReport final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatChromiumSends()
    {
        const auto reports = read(testData("items/csp-browser.json"));
        QVERIFY(reports && reports->events.size() == 1 && reports->kept.empty());
        const model::Value &event = reports->events[0];
        QCOMPARE(bytes(event["logentry"]["formatted"].text()), QByteArray("Blocked 'image' from '127.0.0.1:1'"));
        QCOMPARE(bytes(event["logger"].text()), QByteArray("csp"));
        QCOMPARE(bytes(event["culprit"].text()), QByteArray("img-src"));
        QCOMPARE(bytes(event["tags"]["effective-directive"].text()), QByteArray("img-src"));
        QCOMPARE(bytes(event["tags"]["blocked-uri"].text()), QByteArray("https://127.0.0.1:1/blocked.png"));
        QCOMPARE(bytes(event["tags"]["blocked-host"].text()), QByteArray("127.0.0.1:1"));
        QVERIFY(event["request"]["url"].text().rfind("http://localhost:37487/?s=csp", 0) == 0);
        QCOMPARE(json(event["request"]["headers"]), QByteArray(R"({"User-Agent":"Browser/1"})"));
        QCOMPARE(bytes(event["release"].text() + event["environment"].text()), QByteArray("web@1staging"));
        QCOMPARE(bytes(event["csp"]["original_policy"].text()), QByteArray("img-src 'self'"));
        QCOMPARE(json(event["csp"]["status_code"]), QByteArray("200"));
    }

    void isReadAsAnOrdinaryEvent()
    {
        const auto reports = read(testData("items/csp-browser.json"));
        QVERIFY(reports && reports->events.size() == 1);
        protocol::ReadContext context;
        context.received = received;
        const auto event = protocol::readEvent(view(json(reports->events[0])), context);
        QVERIFY(event.has_value());
        QCOMPARE(int(event->type), int(model::EventType::Security));
        QCOMPARE(bytes(event->security["csp"]["effective_directive"].text()), QByteArray("img-src"));
        QCOMPARE(bytes(event->logentry.text()), QByteArray("Blocked 'image' from '127.0.0.1:1'"));
        QCOMPARE(event->tags.size(), 3u);
        QVERIFY(event->errors.empty());
    }

    void saysWhatWasBlocked_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("host");
        const auto row = [](const char *name, const char *members, const char *message, const char *host) {
            QTest::newRow(name) << QByteArray(members) << QByteArray(message) << QByteArray(host);
        };
        row("a host, in any case", R"("effective-directive":"script-src","blocked-uri":"HTTPS:\/\/u@Evil.Test:8/x?y")",
            "Blocked 'script' from 'evil.test:8'", "evil.test:8");
        row("an inline script", R"("effective-directive":"script-src-elem","blocked-uri":"inline")",
            "Blocked inline 'script'", "");
        row("eval", R"("effective-directive":"script-src","blocked-uri":"eval")", "Blocked 'script' from eval", "");
        row("a data URI", R"("effective-directive":"img-src","blocked-uri":"data:image/png;base64,AAAA")",
            "Blocked 'image' from 'data'", "");
        row("only the violated directive",
            R"("violated-directive":"style-src 'self' https:\/\/cdn.test","blocked-uri":"http:\/\/a.test")",
            "Blocked 'style' from 'a.test'", "a.test");
        row("nothing named as blocked", R"("effective-directive":"connect-src","blocked-uri":"")",
            "Blocked 'connect' from 'self'", "");
        row("old browsers name inline scripts by the policy",
            R"("violated-directive":"script-src 'unsafe-inline'","blocked-uri":"self")", "Blocked inline 'script'", "");
        row("a form", R"("effective-directive":"form-action","blocked-uri":"https:\/\/a.test/")",
            "Blocked 'form' from 'a.test'", "a.test");
        row("a directive of the future", R"("effective-directive":"holo-src","blocked-uri":"https:\/\/a.test/")",
            "Blocked 'holo' from 'a.test'", "a.test");
        row("only something blocked", R"("blocked-uri":"https:\/\/a.test/")", "Blocked '' from 'a.test'", "a.test");
        row("numbers where texts belong", R"("effective-directive":5,"blocked-uri":7)", "Blocked '5' from '7'", "");
    }
    void saysWhatWasBlocked()
    {
        QFETCH(QByteArray, members);
        const auto reports = read(cspBody(members));
        QVERIFY(reports && reports->events.size() == 1);
        QTEST(bytes(reports->events[0]["logentry"]["formatted"].text()), "message");
        QTEST(bytes(reports->events[0]["tags"]["blocked-host"].text()), "host");
    }

    void everySpellingIsTheSame_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("kebab case") << QByteArray(
            R"({"csp-report":{"document-uri":"https:\/\/d.test/","effective-directive":"font-src","blocked-uri":"https:\/\/b.test/f"}})");
        QTest::newRow("snake case") << QByteArray(
            R"({"csp_report":{"document_uri":"https:\/\/d.test/","effective_directive":"font-src","blocked_uri":"https:\/\/b.test/f"}})");
        QTest::newRow("camel case") << QByteArray(
            R"({"cspReport":{"documentURI":"https:\/\/d.test/","effectiveDirective":"font-src","blockedURI":"https:\/\/b.test/f"}})");
        QTest::newRow("the Reporting API, one report") << QByteArray(
            R"({"type":"csp-violation","url":"https:\/\/d.test/","body":{"documentURL":"https:\/\/d.test/","effectiveDirective":"font-src","blockedURL":"https:\/\/b.test/f"}})");
        QTest::newRow("the Reporting API, a list") << QByteArray(
            R"([{"type":"csp-violation","url":"https:\/\/d.test/","body":{"effectiveDirective":"font-src","blockedURL":"https:\/\/b.test/f"}}])");
        QTest::newRow("no wrapper") << QByteArray(
            R"({"document-uri":"https:\/\/d.test/","violated-directive":"font-src","blocked-uri":"https:\/\/b.test/f"})");
    }
    void everySpellingIsTheSame()
    {
        QFETCH(QByteArray, body);
        const auto reports = read(body);
        QVERIFY(reports && reports->events.size() == 1);
        const model::Value &event = reports->events[0];
        QCOMPARE(bytes(event["logentry"]["formatted"].text()), QByteArray("Blocked 'font' from 'b.test'"));
        QCOMPARE(bytes(event["request"]["url"].text()), QByteArray("https://d.test/"));
        QCOMPARE(bytes(event["csp"]["effective_directive"].text()), QByteArray("font-src"));
        QCOMPARE(bytes(event["csp"]["blocked_uri"].text()), QByteArray("https://b.test/f"));
    }

    void reportsOfTheReportingApiHaveTheirOwnTimeAndAgent()
    {
        const auto reports =
            read(R"([{"type":"csp-violation","age":2500,"user_agent":"Other/2","url":"https:\/\/d.test/",)"
                 R"("body":{"effectiveDirective":"font-src","referrer":"https:\/\/r.test/"}},)"
                 R"({"type":"csp-violation","age":-1,"body":{"effectiveDirective":"font-src"}}])");
        QVERIFY(reports && reports->events.size() == 2);
        QCOMPARE(bytes(reports->events[0]["timestamp"].text()),
                 bytes(toRfc3339(received - std::chrono::milliseconds(2500))));
        const model::Value &headers = reports->events[0]["request"]["headers"];
        QCOMPARE(bytes(headers["User-Agent"].text()), QByteArray("Other/2"));
        QCOMPARE(bytes(headers["Referer"].text()), QByteArray("https://r.test/"));
        QVERIFY(reports->events[1]["timestamp"].isAbsent());
    }

    void readsReportsAboutHosts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("HPKP") << QByteArray(
            R"({"date-time":"2026-01-01T00:00:00Z","hostname":"a.test","port":443,"known-pins":["x"]})")
                              << QByteArray("hpkp") << QByteArray("Public key pinning validation failed for 'a.test'")
                              << QByteArray("https://a.test");
        QTest::newRow("Expect-CT") << QByteArray(
            R"({"expect-ct-report":{"date-time":"2026-01-01T00:00:00Z","hostname":"a.test","port":8443,"scts":[]}})")
                                   << QByteArray("expectct") << QByteArray("Expect-CT failed for 'a.test'")
                                   << QByteArray("https://a.test:8443");
        QTest::newRow("Expect-Staple") << QByteArray(
            R"({"expect-staple-report":{"date-time":"2026-01-01T00:00:00Z","hostname":"a.test","cert-status":"REVOKED"}})")
                                       << QByteArray("expectstaple") << QByteArray("Expect-Staple failed for 'a.test'")
                                       << QByteArray("https://a.test");
    }
    void readsReportsAboutHosts()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        const auto reports = read(body);
        QVERIFY(reports && reports->events.size() == 1);
        const model::Value &event = reports->events[0];
        QTEST(bytes(event["logentry"]["formatted"].text()), "message");
        QTEST(bytes(event["request"]["url"].text()), "url");
        QCOMPARE(bytes(event[type.toStdString()]["hostname"].text()), QByteArray("a.test"));
        QCOMPARE(bytes(event[type.toStdString()]["date_time"].text()), QByteArray("2026-01-01T00:00:00Z"));
        QCOMPARE(bytes(event["timestamp"].text()), QByteArray("2026-01-01T00:00:00Z"));
    }

    void keepsWhatMakesNoIssue_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArrayList>("types");
        QTest::newRow("NEL") << QByteArray(
            R"([{"type":"network-error","age":1,"url":"https:\/\/a.test/","body":{"phase":"dns","type":"dns.unreachable"}}])")
                             << QByteArrayList{"network-error"};
        QTest::newRow("deprecation and intervention")
            << QByteArray(R"([{"type":"deprecation","body":{"id":"x"}},{"type":"intervention","body":{}}])")
            << QByteArrayList{"deprecation", "intervention"};
        QTest::newRow("a violation without a body")
            << QByteArray(R"({"type":"csp-violation","body":[]})") << QByteArrayList{"csp-violation"};
        QTest::newRow("anything else") << QByteArray(R"([1,"x",null,[],{},{"expect-ct-report":{}},{"csp-report":5}])")
                                       << QByteArrayList(7, "unknown");
        QTest::newRow("an empty list") << QByteArray("[]") << QByteArrayList{};
    }
    void keepsWhatMakesNoIssue()
    {
        QFETCH(QByteArray, body);
        const auto reports = read(body);
        QVERIFY(reports && reports->events.empty());
        QByteArrayList types;
        for (const KeptReport &report : reports->kept) {
            types.append(bytes(report.type));
        }
        QTEST(types, "types");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QByteArray() << int(ErrorCode::EmptyBody);
        QTest::newRow("no JSON") << QByteArray("csp-report") << int(ErrorCode::InvalidJson);
        QTest::newRow("a number") << QByteArray("5") << int(ErrorCode::InvalidJson);
        QTest::newRow("nested without end") << QByteArray(5000, '[') + QByteArray(5000, ']') << int(ErrorCode::TooDeep);
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        const auto reports = read(body);
        QVERIFY(!reports.has_value());
        QTEST(int(reports.error().code), "code");
    }

    void countsReportsOverTheLimit()
    {
        const auto reports = read('[' + QByteArray("{},").repeated(int(limits::envelopeItems) + 4) + "{}]");
        QVERIFY(reports.has_value());
        QCOMPARE(reports->kept.size(), limits::envelopeItems);
        QCOMPARE(reports->reportsOverLimit, std::uint64_t(5));
    }
};

PICKET_TEST(TestSecurityReport)
#include "tst_securityreport.moc"
