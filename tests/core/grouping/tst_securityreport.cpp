// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/grouper.h"
#include "core/grouping/securityreport.h"
#include "core/protocol/eventreader.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;

class TestSecurityReport final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("json"); // the event
        QTest::addColumn<QByteArray>("key"); // kind, directive, target; empty: no report
        const auto row = [](const char *name, const char *json, const char *key) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(key);
        };
        row("CSP", R"({"csp": {"effective_directive": "img-src", "blocked_uri": "https://Evil.Example:8443/a?b"}})",
            "csp img-src evil.example:8443");
        row("CSP as the browser sends it",
            R"({"csp": {"csp-report": {"effective-directive": "img-src", "blocked-uri": "https://evil.example/"}}})",
            "csp img-src evil.example");
        row("CSP of the Reporting API",
            R"({"csp": {"type": "csp-violation",
                        "body": {"effectiveDirective": "script-src", "blockedURL": "inline"}}})",
            "csp script-src 'unsafe-inline'");
        row("CSP without an effective directive",
            R"({"csp": {"violated_directive": "style-src 'self' 'unsafe-inline'", "blocked_uri": ""}})",
            "csp style-src 'unsafe-inline'");
        row("CSP, own code", R"({"csp": {"effective_directive": "script-src", "blocked_uri": "self"}})",
            "csp script-src 'self'");
        row("CSP, eval", R"({"csp": {"effective_directive": "script-src", "blocked_uri": "eval"}})",
            "csp script-src 'unsafe-eval'");
        row("CSP, data", R"({"csp": {"effective_directive": "img-src", "blocked_uri": "data"}})", "csp img-src data");
        row("CSP, data with content", R"({"csp": {"effective_directive": "img-src", "blocked_uri": "data:image/png"}})",
            "csp img-src data");
        row("HPKP", R"({"hpkp": {"hostname": "a.example", "known_pins": []}})", "hpkp  a.example");
        row("Expect-CT", R"({"expectct": {"hostname": "a.example", "failure_mode": "enforce"}})",
            "expectct  a.example");
        row("Expect-Staple",
            R"({"expectstaple": {"expect-staple-report": {"hostname": "a.example", "response-status": "MISSING"}}})",
            "expectstaple  a.example");
        row("no report", R"({"message": "x"})", "");
        row("an empty report", R"({"csp": {}})", "");
        row("a report of other types", R"({"csp": {"effective_directive": ["x"], "blocked_uri": {"a": 1}}})", "");
    }
    void reads()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, key);
        const auto event =
            protocol::readEvent(std::string_view(json.data(), static_cast<std::size_t>(json.size())), {});
        QVERIFY(event);
        const auto found = grouping::securityKey(event->security);
        const std::string text =
            found ? std::string(found->kind) + ' ' + found->directive + ' ' + found->target : std::string();
        QCOMPARE(QByteArray::fromStdString(text), key);
        QCOMPARE(QByteArray::fromStdString(grouping::group(*event).variants.at(0).id),
                 QByteArray(found || !event->logentry.isEmpty() ? "default" : "fallback"));
    }
};

PICKET_TEST(TestSecurityReport)
#include "tst_securityreport.moc"
