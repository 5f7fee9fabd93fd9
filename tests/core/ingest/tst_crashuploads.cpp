// SPDX-License-Identifier: GPL-3.0-or-later
// /minidump/, /unreal/ and /playstation/: what crash reporters upload.
#include "core/base/limits.h"
#include "core/store/compression.h"
#include "tests/core/ingest/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

constexpr const char *nullRead = "minidumps/linux_null_read_av.dmp";

FormPart dumpPart(std::string bytes)
{
    return {"upload_file_minidump", std::move(bytes), "crash.dmp", "application/octet-stream"};
}

// {"release":"app@2","tags":{"ring":"beta"},"level":"error"} in MessagePack.
std::string packedEvent()
{
    return "\x83\xa7release\xa5"
           "app@2\xa4tags\x81\xa4ring\xa4"
           "beta\xa5level\xa5"
           "error";
}

// {"timestamp":"…:0n","message":"m<n>"}
std::string packedCrumb(char n)
{
    return std::string("\x82\xa9timestamp\xb4"
                       "2026-01-01T00:00:0")
        + n + "Z\xa7message\xa2m" + n;
}

// The id that a crash reporter reads in the answer, without its dashes; empty if it is no such id.
std::string answeredId(const Answer &answer)
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    QString text = QString::fromStdString(answer.body);
    const bool isText = answer.head.find("Content-Type: text/plain") != std::string::npos;
    return isText && form.match(text).hasMatch() ? text.remove(QLatin1Char('-')).toStdString() : std::string();
}

} // namespace

class TestCrashUploads final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aDumpBecomesAFatalEvent_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("contentType");
        const std::string dump = testData(nullRead);
        const QString form = QStringLiteral("multipart/form-data; boundary=X");
        const auto row = [](const char *name, const std::string &body, const QString &type) {
            QTest::newRow(name) << QByteArray::fromStdString(body) << type;
        };
        row("in a form", multipart({dumpPart(dump)}), form);
        row("in a form that no header announces", multipart({dumpPart(dump)}), {});
        row("in a form with another boundary than announced", multipart({dumpPart(dump)}, "Y"), form);
        row("in a form under another name", multipart({{"crash", dump, "a.bin"}}), form);
        row("in a form without a file name", multipart({{"upload_file_minidump", dump}}), form);
        row("in a form within a form, as Electron wraps it",
            multipart({{"upload_file_minidump", multipart({{"prod", "Electron"}, dumpPart(dump)}, "Inner"), "a.dmp"}}),
            form);
        row("packed by gzip in a form", multipart({dumpPart(gzipped(dump))}), form);
        row("packed by zstd in a form", multipart({dumpPart(store::compress(dump))}), form);
        row("as it is", dump, QStringLiteral("application/x-dmp"));
        row("as bytes", dump, QStringLiteral("application/octet-stream"));
        row("as it is, without a content type", dump, {});
        row("packed by gzip", gzipped(dump), {});
    }
    void aDumpBecomesAFatalEvent()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, contentType);
        IngestFixture fixture;
        const Headers headers =
            contentType.isEmpty() ? Headers() : Headers{{"Content-Type", contentType.toStdString()}};
        const Answer answer = fixture.post("/api/3/minidump/?sentry_key=k", body.toStdString(), headers);
        QCOMPARE(answer.status, 200);
        const auto events = fixture.events();
        QCOMPARE(events.size(), 1u);
        QCOMPARE(answeredId(answer), events[0].eventId.hex());
        QVERIFY(events[0].project == ProjectId{3});
        QVERIFY(events[0].level == model::Level::Fatal);
        QCOMPARE(events[0].platform, std::string("native"));
        const QJsonObject event = storedJson(fixture);
        QCOMPARE(textAt(event, "exception/values/0/type"), std::string("Minidump"));
        QVERIFY(textAt(event, "exception/values/0/value").starts_with("SIGSEGV"));
        QVERIFY(!textAt(event, "debug_meta/images/0/code_file").empty());
        QVERIFY(!textAt(event, "threads/values/0/id").empty());
        const auto attachments = fixture.stored(events[0].id).attachments;
        QCOMPARE(attachments.size(), 1u);
        QCOMPARE(attachments[0].attachmentType, std::string("event.minidump"));
    }

    void theFormSaysMoreAboutTheCrash()
    {
        IngestFixture fixture;
        const std::string body = multipart({{"sentry[release]", "app@1"},
                                            {"sentry[tags][ring]", "alpha"},
                                            {"sentry__2", "\"environment\":\"test\"}"},
                                            {"sentry__1", "{"},
                                            {"guid", "7"},
                                            {"ptype", "renderer"},
                                            {"log", "line 1\n", "app.log", "text/plain"},
                                            {"view-hierarchy.json", "{}", "view-hierarchy.json"},
                                            dumpPart(testData(nullRead))});
        QCOMPARE(fixture.post("/api/1/minidump/", body, multipartHeaders()).status, 200);
        const QJsonObject event = storedJson(fixture);
        QCOMPARE(textAt(event, "release"), std::string("app@1"));
        QCOMPARE(textAt(event, "environment"), std::string("test"));
        QCOMPARE(textAt(event, "tags/ring"), std::string("alpha"));
        QCOMPARE(textAt(event, "extra/guid"), std::string("7"));
        QCOMPARE(textAt(event, "extra/ptype"), std::string("renderer"));
        const auto row = fixture.events().at(0);
        QCOMPARE(row.release, std::string("app@1"));
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 3u);
        QCOMPARE(items[0].attachmentType, std::string("event.minidump")); // first, whatever its place in the form
        QCOMPARE(items[0].payload, testData(nullRead));
        QCOMPARE(items[1].filename, std::string("app.log"));
        QCOMPARE(items[1].contentType, std::string("text/plain"));
        QCOMPARE(items[1].payload, std::string("line 1\n"));
        QCOMPARE(items[2].attachmentType, std::string("event.view_hierarchy"));
        for (const KeptItem &item : items) {
            QCOMPARE(item.eventId, row.eventId.hex());
        }
    }

    void whatTheSdkWroteBeforeTheCrashIsReadFromItsFiles()
    {
        IngestFixture fixture;
        const std::string body =
            multipart({{"__sentry-event", packedEvent(), "__sentry-event"},
                       {"__sentry-breadcrumb1", packedCrumb('3'), "__sentry-breadcrumb1"},
                       {"__sentry-breadcrumb2", packedCrumb('1') + packedCrumb('2'), "__sentry-breadcrumb2"},
                       dumpPart(testData(nullRead))});
        QCOMPARE(fixture.post("/api/1/minidump/", body, multipartHeaders()).status, 200);
        const QJsonObject event = storedJson(fixture);
        QCOMPARE(textAt(event, "release"), std::string("app@2"));
        QCOMPARE(textAt(event, "tags/ring"), std::string("beta"));
        QCOMPARE(textAt(event, "level"), std::string("error")); // the SDK's word
        QCOMPARE(textAt(event, "exception/values/0/type"), std::string("Minidump"));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(textAt(event, "breadcrumbs/" + std::to_string(i) + "/message"), "m" + std::to_string(i + 1));
        }
        QCOMPARE(keptItems(fixture).size(), 4u);
    }

    void theIdOfTheSdksEventIsTheEventsId()
    {
        IngestFixture fixture;
        const std::string body =
            multipart({{"sentry", "{\"event_id\":\"" + eventId(5) + "\"}"}, dumpPart(testData(nullRead))});
        const Answer answer = fixture.post("/api/1/minidump/", body, multipartHeaders());
        QCOMPARE(answeredId(answer), eventId(5));
        QCOMPARE(fixture.events().at(0).eventId.hex(), eventId(5));
    }

    void whatIsNoDumpIsAnEventThatSaysSo_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("attachments");
        const auto row = [](const char *name, const std::string &body, int attachments = 1) {
            QTest::newRow(name) << QByteArray::fromStdString(body) << attachments;
        };
        row("text", "hello");
        row("a header without an end", "MDMP\x93\xa7");
        row("the head of a packed dump", multipart({dumpPart(gzipped(testData(nullRead)).substr(0, 10))}));
        row("a packing that is not unpacked",
            multipart({dumpPart(std::string("\xfd"
                                            "7zXZ\0\0\4\xe6",
                                            9))}));
        row("a microdump", multipart({dumpPart(testData("minidumps/microdump-mips64.dmp"))}));
        row("a form without a dump", multipart({{"prod", "x"}, {"log", "line", "a.txt"}}));
        row("a form without anything", multipart({{"prod", "x"}}), 0);
    }
    void whatIsNoDumpIsAnEventThatSaysSo()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, attachments);
        IngestFixture fixture;
        const Answer answer = fixture.post("/api/1/minidump/", body.toStdString());
        QCOMPARE(answer.status, 200);
        const auto events = fixture.events();
        QCOMPARE(events.size(), 1u);
        QCOMPARE(answeredId(answer), events[0].eventId.hex());
        const QJsonObject event = storedJson(fixture);
        QCOMPARE(textAt(event, "exception/values/0/value"), std::string("Invalid Minidump"));
        QVERIFY(!textAt(event, "exception/values/0/mechanism/data/error").empty());
        QCOMPARE(keptItems(fixture).size(), static_cast<std::size_t>(attachments));
        QVERIFY(fixture.deliveries().at(0).items.at(0).reason.find("invalid_minidump") != std::string::npos);
    }

    // Every byte that arrived is kept, wherever the upload broke off.
    void anUploadThatBreaksOffIsKept()
    {
        IngestFixture fixture;
        const std::string whole = multipart({{"prod", "x"}, dumpPart(testData(nullRead)), {"log", "line", "a.txt"}});
        std::size_t sent = 0;
        for (std::size_t size = 1; size < whole.size(); size = size < 200 ? size + 7 : size * 2) {
            QCOMPARE(fixture.post("/api/1/minidump/", whole.substr(0, size), multipartHeaders()).status, 200);
            ++sent;
        }
        QCOMPARE(fixture.events().size(), sent);
    }

    void aBombIsAnEventThatSaysSo()
    {
        IngestFixture fixture;
        const std::string bomb = gzipped(std::string(limits::attachment + 1, '\0'));
        QCOMPARE(fixture.post("/api/1/minidump/", multipart({dumpPart(bomb)}), multipartHeaders()).status, 200);
        QVERIFY(textAt(storedJson(fixture), "exception/values/0/mechanism/data/error").starts_with("too_large"));
        QCOMPARE(keptItems(fixture).at(0).payload, bomb);
    }

    void moreFilesThanTheLimitNeverCostTheDump()
    {
        IngestFixture fixture;
        std::vector<FormPart> parts;
        for (std::size_t i = 0; i < limits::attachmentsPerEnvelope + 3; ++i) {
            parts.push_back({"file" + std::to_string(i), "x", std::to_string(i) + ".txt"});
        }
        parts.push_back(dumpPart(testData(nullRead)));
        QCOMPARE(fixture.post("/api/1/minidump/", multipart(parts), multipartHeaders()).status, 200);
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), limits::attachmentsPerEnvelope);
        QCOMPARE(items[0].attachmentType, std::string("event.minidump"));
        const auto row = fixture.deliveries().at(0);
        QCOMPARE(row.items.size(), 1 + limits::attachmentsPerEnvelope + 4);
        QCOMPARE(row.items.back().outcome, std::string("over_limit"));
    }

    void anEmptyUploadIsRefused()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/minidump/", "").status, 400);
        QCOMPARE(exchange(fixture.port(), "GET", "/api/1/minidump/", "").status, 405);
    }

    void aForeignCrashIsAnEventThatSaysWhatItIs_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("attachmentType");
        QTest::newRow("Unreal Engine") << QStringLiteral("/api/1/unreal/abc/?UserID=u-1&AppVersion=1.2&sentry_key=k")
                                       << QByteArray("CR1\x01 anything")
                                       << QStringLiteral("Unreal Engine crash container")
                                       << QStringLiteral("unreal_report");
        QTest::newRow("PlayStation, in a form")
            << QStringLiteral("/api/1/playstation/?sentry_key=k")
            << QByteArray::fromStdString(multipart({{"UserID", "u-1"},
                                                    dumpPart("\x7f"
                                                             "ELF anything")}))
            << QStringLiteral("PlayStation crash dump") << QStringLiteral("playstation.prosperodump");
        QTest::newRow("PlayStation, as it is")
            << QStringLiteral("/api/1/playstation/")
            << QByteArray("\x7f"
                          "ELF anything")
            << QStringLiteral("PlayStation crash dump") << QStringLiteral("playstation.prosperodump");
    }
    void aForeignCrashIsAnEventThatSaysWhatItIs()
    {
        QFETCH(QString, target);
        QFETCH(QByteArray, body);
        QFETCH(QString, value);
        QFETCH(QString, attachmentType);
        IngestFixture fixture;
        const Answer answer = fixture.post(target.toStdString(), body.toStdString());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answeredId(answer), fixture.events().at(0).eventId.hex());
        QVERIFY(fixture.events().at(0).level == model::Level::Fatal);
        const QJsonObject event = storedJson(fixture);
        QCOMPARE(textAt(event, "exception/values/0/value"), value.toStdString());
        if (target.contains(QLatin1String("sentry_key"))) {
            QCOMPARE(textAt(event, "extra/UserID"), std::string("u-1"));
            QCOMPARE(textAt(event, "extra/sentry_key"), std::string());
        }
        QCOMPARE(keptItems(fixture).size(), 1u);
        QCOMPARE(keptItems(fixture)[0].attachmentType, attachmentType.toStdString());
        QVERIFY(keptItems(fixture)[0].payload.ends_with("anything"));
    }
};

PICKET_TEST(TestCrashUploads)
#include "tst_crashuploads.moc"
