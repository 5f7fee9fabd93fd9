// SPDX-License-Identifier: GPL-3.0-or-later
// /cron/<slug>/: check-ins of cron jobs, most of them by curl.
#include "tests/core/ingest/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

class TestCheckIns final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptAsTheItemOfAnEnvelope_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("payload");
        const auto row = [](const char *name, const char *method, const char *target, const char *body,
                            const char *payload) {
            QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(body) << QByteArray(payload);
        };
        row("by GET", "GET", "/api/1/cron/nightly/abc/?status=ok", "", "{'monitor_slug':'nightly','status':'ok'}");
        row("by POST without a body", "POST", "/api/1/cron/nightly/abc?status=in_progress&environment=dev", "",
            "{'monitor_slug':'nightly','status':'in_progress','environment':'dev'}");
        row("without the key in its path", "POST", "/api/1/cron/nightly/?sentry_key=abc&status=error&duration=1.50", "",
            "{'monitor_slug':'nightly','status':'error','duration':1.5}");
        row("with an id", "GET", "/api/1/cron/nightly/abc/?check_in_id=0A1B2C3D-0000-4000-8000-00000000000F&status=ok",
            "", "{'check_in_id':'0a1b2c3d00004000800000000000000f','monitor_slug':'nightly','status':'ok'}");
        row("with a body", "POST", "/api/1/cron/nightly/abc/",
            "{'status':'ok','duration':0.10,'monitor_config':{'schedule':{'type':'crontab','value':'* * * * *'}}}",
            "{'monitor_slug':'nightly','status':'ok','duration':0.10,'monitor_config':{'schedule':{'type':'crontab',"
            "'value':'* * * * *'}}}");
        row("with a body that says more than the query", "POST", "/api/1/cron/nightly/abc/?status=ok&duration=2",
            "{'status':'error','monitor_slug':'other','extra':[1]}",
            "{'monitor_slug':'nightly','status':'error','duration':2,'extra':[1]}");
        row("a monitor named with blanks and umlauts", "GET", "/api/1/cron/n%C3%A4chtlich%20eins/?status=ok", "",
            "{'monitor_slug':'n\xc3\xa4"
            "chtlich eins','status':'ok'}");
        row("nonsense for numbers", "GET", "/api/1/cron/nightly/?status=ok&duration=-1e999&check_in_id=7", "",
            "{'monitor_slug':'nightly','status':'ok'}");
    }
    void isKeptAsTheItemOfAnEnvelope()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, payload);
        IngestFixture fixture;
        const Answer answer =
            exchange(fixture.port(), method.toStdString(), target.toStdString(), body.replace('\'', '"').toStdString());
        QCOMPARE(answer.status, 202);
        QCOMPARE(answer.body, std::string());
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 1u);
        QCOMPARE(items[0].type, std::string("check_in"));
        QCOMPARE(items[0].project, 1);
        QCOMPARE(items[0].payload, payload.replace('\'', '"').toStdString());
    }

    void aBodyThatCannotBeReadIsKeptBesideTheCheckIn_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("text") << QByteArray("backup done");
        QTest::newRow("a list") << QByteArray("[1,2]");
        QTest::newRow("cut JSON") << QByteArray("{\"status\":");
        QTest::newRow("nested beyond reason") << QByteArray(50000, '[');
    }
    void aBodyThatCannotBeReadIsKeptBesideTheCheckIn()
    {
        QFETCH(QByteArray, body);
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/cron/nightly/?status=ok", body.toStdString()).status, 202);
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 2u);
        QCOMPARE(items[0].payload, body.toStdString());
        QCOMPARE(items[1].payload, std::string("{\"monitor_slug\":\"nightly\",\"status\":\"ok\"}"));
        QVERIFY(!fixture.deliveries().at(0).items.at(0).reason.empty());
    }

    void blanksAreNoBody()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/cron/nightly/?status=ok", "\r\n").status, 202);
        QCOMPARE(keptItems(fixture).size(), 1u);
    }

    void aBrokenEncodingIsRefusedAndKept()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/cron/nightly/", "\x1f\x8b junk", {{"Content-Encoding", "gzip"}}).status, 400);
        QCOMPARE(keptItems(fixture).at(0).type, std::string("undecodable"));
    }
};

PICKET_TEST(TestCheckIns)
#include "tst_checkins.moc"
