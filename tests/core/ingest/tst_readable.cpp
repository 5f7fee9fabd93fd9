// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read of a delivery is read, and what could not be is told in the wire log and on the event.
#include "core/base/limits.h"
#include "core/query/eventdetail.h"
#include "tests/core/http/encoders.h"
#include "tests/core/ingest/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

namespace encode = picket::http::test;

std::string envelopeOf(const std::string &json)
{
    return "{}\n{\"type\":\"event\"}\n" + json + "\n";
}

// Text without much redundancy, so that a compressed front is a real part of it.
std::string noise(std::size_t size)
{
    std::string text;
    std::uint32_t state = 7;
    while (text.size() < size) {
        state = state * 1664525 + 1013904223;
        text += std::to_string(state) + ' ';
    }
    return text;
}

std::string longEvent(std::size_t size)
{
    return "{\"exception\":{\"values\":[{\"type\":\"OrderException\",\"value\":\"Order 17 cannot be shipped\"}]},"
           "\"extra\":{\"log\":\""
        + noise(size) + "\"}}";
}

query::EventDetail detailOf(const IngestFixture &fixture, std::size_t event = 0)
{
    store::Reader reader = fixture.reader();
    auto detail = query::loadEventDetail(reader, fixture.events().at(event).id);
    return detail ? std::move(*detail) : query::EventDetail();
}

// "name type: value"
QStringList problemsOf(const query::EventDetail &detail)
{
    QStringList texts;
    for (const model::Problem &problem : detail.event.errors) {
        texts.append(QString::fromStdString(problem.name + ' ' + problem.type + ": " + problem.value));
    }
    return texts;
}

bool anyContains(const QStringList &texts, const char *part)
{
    return std::any_of(texts.begin(), texts.end(),
                       [&](const QString &text) { return text.contains(QLatin1String(part)); });
}

std::string attachment(const std::string &type, const std::string &bytes, const std::string &name = "a.bin")
{
    return "{\"type\":\"attachment\",\"length\":" + std::to_string(bytes.size()) + ",\"filename\":\"" + name
        + "\",\"attachment_type\":\"" + type + "\"}\n" + bytes + "\n";
}

} // namespace

class TestReadable final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void eventsWithoutAnEnvelope_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QStringList>("titles"); // newest first
        const auto row = [](const char *name, const QByteArray &body, const QStringList &titles = {QStringLiteral("a")},
                            const char *encoding = "", const char *target = "/api/12/envelope/") {
            QTest::newRow(name) << QString::fromLatin1(target) << body << QByteArray(encoding) << titles;
        };
        const QByteArray one = "{\"message\":\"a\",\"level\":\"warning\"}";
        const QByteArray pretty = "{\n  \"message\": \"a\",\n  \"level\": \"warning\"\n}";
        const QStringList two{QStringLiteral("b"), QStringLiteral("a")};
        row("one line", one);
        row("one line with its end", one + "\n");
        row("one line with a carriage return", one + "\r\n\r\n");
        row("pretty-printed", pretty);
        row("pretty-printed, with its end", pretty + "\n");
        row("pretty-printed by Windows", QByteArray(pretty).replace('\n', "\r\n"));
        row("behind a byte order mark", "\xef\xbb\xbf" + one);
        row("pretty-printed behind a byte order mark", "\xef\xbb\xbf" + pretty);
        row("to Spotlight's path", pretty, {QStringLiteral("a")}, "", "/stream");
        row("compressed", encode::gzipped(one), {QStringLiteral("a")}, "gzip");
        row("compressed, not labelled", encode::zlibbed(pretty));
        row("as base64 of zlib", encode::zlibbed(one).toBase64());
        row("a list", "[" + one + ",{\"message\":\"b\"}]", two);
        row("a list of one", "[\n" + pretty + "\n]");
        row("a line each", one + "\n{\"message\":\"b\"}\n", two);
        row("a line each, with types",
            "{\"message\":\"a\",\"type\":\"error\"}\n{\"message\":\"b\",\"type\":\"error\"}\n", two);
        row("something behind it", one + " and so on");
        row("cut in its end", pretty.chopped(1));
        row("an id like a header's", "{\"event_id\":\"9ec79c33ec9942ab8353589fcb2e04dc\",\"message\":\"a\"}");
        row("an event in the header of an attachment's envelope",
            one + "\n{\"type\":\"attachment\",\"length\":1,\"filename\":\"x\"}\nx\n");
        row("a list to the store endpoint", "[" + one + ",{\"message\":\"b\"}]", two, "", "/api/12/store/");
        row("a line each to the store endpoint", one + "\n{\"message\":\"b\"}", two, "", "/api/12/store/");
        row("an envelope to the store endpoint", "{}\n{\"type\":\"event\"}\n" + one, {QStringLiteral("a")}, "",
            "/api/12/store/");
        row("an envelope behind a byte order mark to the store endpoint",
            "\xef\xbb\xbf{}\n{\"type\":\"event\"}\n" + one, {QStringLiteral("a")}, "", "/api/12/store/");
        row("a pretty-printed envelope", "{\n\"sdk\": {}\n}\n{\n\"type\": \"event\"\n}\n" + pretty + "\n");
    }
    void eventsWithoutAnEnvelope()
    {
        QFETCH(QString, target);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, encoding);
        QFETCH(QStringList, titles);
        IngestFixture fixture;
        const Headers headers = encoding.isEmpty() ? Headers() : Headers{{"Content-Encoding", encoding.toStdString()}};
        const Answer answer = fixture.post(target.toStdString(), body.toStdString(), headers);
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body.find("\"id\"") != std::string::npos, answer.body.c_str());
        QStringList shown;
        for (const model::EventRow &event : fixture.events()) {
            shown.append(QString::fromStdString(event.title));
            QVERIFY(target == QLatin1String("/stream") || event.project == ProjectId{12});
        }
        std::sort(shown.rbegin(), shown.rend());
        QCOMPARE(shown, titles);
        QCOMPARE(model::outcomeName(fixture.deliveries().at(0).outcome), std::string_view("stored"));
    }

    void anEmptyEnvelopeIsNoEvent()
    {
        IngestFixture fixture;
        for (const char *header : {"{}", "{\"dsn\":\"http://a@localhost/1\",\"sent_at\":\"2026-01-01T00:00:00Z\"}\n"}) {
            QCOMPARE(fixture.post("/api/1/envelope/", header).status, 200);
        }
        QVERIFY(fixture.events().empty());
        QCOMPARE(model::outcomeName(fixture.deliveries().at(0).outcome), std::string_view("empty"));
    }

    void aBodyThatEndsEarlyIsReadToItsEnd_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("target");
        const QByteArray medium = QByteArray::fromStdString(longEvent(600 * limits::KiB));
        const QByteArray large = QByteArray::fromStdString(longEvent(3 * limits::bodySpoolAbove));
        const auto rows = [](const QByteArray &size, const QByteArray &event) {
            const QString store = QStringLiteral("/api/1/store/");
            const QString envelope = QStringLiteral("/api/1/envelope/");
            const QByteArray inEnvelope = QByteArray::fromStdString(envelopeOf(event.toStdString()));
            const auto row = [&size](const char *name) -> QTestData & {
                return QTest::newRow((QByteArray(name) + ", " + size).constData());
            };
            const auto cut = [](const QByteArray &whole) {
                return whole.left(whole.size() * 4 / 5);
            };
            row("gzip") << QByteArray("gzip") << cut(encode::gzipped(inEnvelope)) << envelope;
            row("zlib") << QByteArray("deflate") << cut(encode::zlibbed(inEnvelope)) << envelope;
            row("raw deflate") << QByteArray("deflate") << cut(encode::rawDeflated(inEnvelope)) << envelope;
            row("br") << QByteArray("br") << cut(encode::brotlied(inEnvelope)) << envelope;
            row("zstd") << QByteArray("zstd") << cut(encode::zstded(inEnvelope)) << envelope;
            row("undeclared gzip") << QByteArray() << cut(encode::gzipped(inEnvelope)) << envelope;
            row("gzip to the store endpoint") << QByteArray("gzip") << cut(encode::gzipped(event)) << store;
            row("gzip of gzip") << QByteArray("gzip") << cut(encode::gzipped(encode::gzipped(inEnvelope))) << envelope;
            row("base64 of zlib") << QByteArray() << cut(encode::zlibbed(event).toBase64()) << store;
        };
        rows("medium", medium);
        rows("large", large);
    }
    void aBodyThatEndsEarlyIsReadToItsEnd()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, body);
        QFETCH(QString, target);
        IngestFixture fixture;
        const Headers headers = encoding.isEmpty() ? Headers() : Headers{{"Content-Encoding", encoding.toStdString()}};
        QCOMPARE(fixture.post(target.toStdString(), body.toStdString(), headers).status, 200);
        QCOMPARE(fixture.events().size(), 1U);
        QCOMPARE(fixture.events()[0].title, std::string("OrderException: Order 17 cannot be shipped"));
        const query::EventDetail detail = detailOf(fixture);
        QVERIFY(detail.payload.size() > 300 * limits::KiB);
        const QStringList problems = problemsOf(detail);
        QVERIFY2(anyContains(problems, "cut_short"), qPrintable(problems.join(u'|')));
        QVERIFY2(anyContains(problems, "bad_encoding"), qPrintable(problems.join(u'|')));
        const auto row = fixture.deliveries().at(0);
        QVERIFY2(row.reason.find("bad_encoding: ") != std::string::npos, row.reason.c_str());
        QVERIFY2(row.reason.find("cut short") != std::string::npos, row.reason.c_str());
    }

    void whereNothingCanBeReadTheDeliveryIsKeptWithTheReason_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("kept");
        QTest::addColumn<QString>("reason");
        const QByteArray whole = QByteArray::fromStdString(envelopeOf("{\"message\":\"a\"}"));
        const QByteArray head = encode::gzipped(whole).left(10);
        QTest::newRow("the head of gzip") << head << QByteArray("gzip") << head << QStringLiteral("gzip: cut short");
        QTest::newRow("the head of gzip in gzip")
            << encode::gzipped(head) << QByteArray("gzip, gzip") << head << QStringLiteral("gzip: cut short");
        QTest::newRow("the header of an envelope alone")
            << encode::gzipped("{\"event_id\":\"9ec79c33ec9942ab8353589fcb2e04dc\"}\n").chopped(4) << QByteArray("gzip")
            << QByteArray("{\"event_id\":\"9ec79c33ec9942ab8353589fcb2e04dc\"}\n") << QStringLiteral("gzip: cut short");
    }
    void whereNothingCanBeReadTheDeliveryIsKeptWithTheReason()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, kept);
        QFETCH(QString, reason);
        IngestFixture fixture;
        const Answer answer =
            fixture.post("/api/1/envelope/", body.toStdString(), {{"Content-Encoding", encoding.toStdString()}});
        QCOMPARE(answer.status, 400);
        const auto row = fixture.deliveries().at(0);
        QVERIFY2(row.reason.find("bad_encoding: " + reason.toStdString()) != std::string::npos, row.reason.c_str());
        QCOMPARE(keptItems(fixture).at(0).payload, kept.toStdString());
    }

    void aCutEnvelopeKeepsItsWholeItems()
    {
        IngestFixture fixture;
        const std::string body =
            envelopeOf("{\"message\":\"a\"}") + "{\"type\":\"attachment\",\"filename\":\"log.txt\"}\n" + noise(4000);
        const QByteArray packed = encode::gzipped(QByteArray::fromStdString(body));
        QCOMPARE(
            fixture
                .post("/api/1/envelope/", packed.left(packed.size() / 2).toStdString(), {{"Content-Encoding", "gzip"}})
                .status,
            200);
        QCOMPARE(fixture.events().at(0).title, std::string("a"));
        const QStringList problems = problemsOf(detailOf(fixture));
        QVERIFY2(anyContains(problems, "attachments.log.txt truncated"), qPrintable(problems.join(u'|')));
        QVERIFY2(anyContains(problems, "bad_encoding"), qPrintable(problems.join(u'|')));
    }

    void anUnreadableEventSaysWhy()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/store/", "{\"message\": ").status, 200);
        const query::EventDetail detail = detailOf(fixture);
        QVERIFY(detail.unreadable);
        QVERIFY2(anyContains(problemsOf(detail), "invalid_json"), qPrintable(problemsOf(detail).join(u'|')));
    }

    // An event with an exception of its own, or none; in an envelope, or uploaded.
    void whatIsWrongWithACrashsFilesIsOnItemAndEvent_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const QByteArray own = "{\"exception\":{\"values\":[{\"type\":\"CppException\",\"value\":\"x\"}]}}";
        const QByteArray none = "{\"release\":\"app@1\"}";
        const std::string dump = testData("minidumps/linux_null_read_av.dmp");
        const QByteArray cutDump = QByteArray::fromStdString(dump.substr(0, dump.size() / 2));
        const QByteArray cutPacked = QByteArray::fromStdString(gzipped(dump)).chopped(2000);
        for (const auto &[name, event] : {std::pair("its own", own), {"none", none}}) {
            const auto row = [&, event = event](const char *what, const QByteArray &type, const QByteArray &bytes,
                                                const char *code) {
                QTest::addRow("%s, event with %s", what, name) << event << type << bytes << QString::fromLatin1(code);
            };
            row("no dump at all", "event.minidump", "MDMP", "invalid_minidump");
            row("a dump that is cut", "event.minidump", cutDump, "stream_outside");
            row("a packed dump that is cut", "event.minidump", cutPacked, "bad_encoding");
            row("a container that is not unpacked", "event.minidump",
                QByteArray("\xfd"
                           "7zXZ\0\0\4",
                           8),
                "invalid_minidump");
        }
    }
    void whatIsWrongWithACrashsFilesIsOnItemAndEvent()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const std::string item = attachment(type.toStdString(), bytes.toStdString(), "crash.dmp");
        const std::string sent =
            "{\"type\":\"event\",\"length\":" + std::to_string(event.size()) + "}\n" + event.toStdString() + "\n";
        for (const std::string &body : {"{}\n" + sent + item, "{}\n" + item + sent}) {
            IngestFixture fixture;
            QCOMPARE(fixture.post("/api/1/envelope/", body).status, 200);
            QCOMPARE(fixture.events().size(), 1U);
            const QStringList problems = problemsOf(detailOf(fixture));
            QVERIFY2(anyContains(problems, ("attachments.crash.dmp " + code.toStdString()).c_str()),
                     qPrintable(problems.join(u'|')));
            bool onItem = false;
            const auto delivery = fixture.deliveries().at(0);
            for (const model::ItemOutcome &outcome : delivery.items) {
                onItem = onItem
                    || (outcome.type == "attachment" && outcome.reason.find(code.toStdString()) != std::string::npos);
            }
            QVERIFY(onItem);
        }
    }

    void whatIsWrongWithAnUploadIsOnItemAndEvent_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<int>("item"); // whose reason names it
        const auto row = [](const char *name, const std::string &body, const char *problem, int item) {
            QTest::newRow(name) << QByteArray::fromStdString(body) << QString::fromLatin1(problem) << item;
        };
        const std::string dump = testData("minidumps/linux_null_read_av.dmp");
        const FormPart whole{"upload_file_minidump", dump, "crash.dmp"};
        row("no dump", multipart({{"upload_file_minidump", "no dump", "crash.dmp"}}),
            "attachments.crash.dmp invalid_minidump", 1);
        row("a form without a dump", multipart({{"log", "line", "a.txt"}}), " invalid_minidump: empty_body", 0);
        row("an event of the SDK that is none", multipart({whole, {"__sentry-event", "\xc1", "__sentry-event"}}),
            "attachments.__sentry-event invalid_msgpack", 2);
        row("breadcrumbs that end early",
            multipart({whole, {"__sentry-breadcrumb1", "\x82\xa7message", "__sentry-breadcrumb1"}}),
            "attachments.__sentry-breadcrumb1 breadcrumbs_cut", 2);
        row("a field that is no JSON", multipart({whole, {"sentry", "{no"}}), " invalid_json", 0);
        const std::string form = multipart({whole, {"log", "line 1 line 2", "a.txt"}});
        row("a form that breaks off", form.substr(0, form.size() - 10), "attachments.a.txt truncated", 2);
    }
    void whatIsWrongWithAnUploadIsOnItemAndEvent()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, problem);
        QFETCH(int, item);
        IngestFixture fixture;
        QCOMPARE(fixture.post("/api/1/minidump/", body.toStdString(), multipartHeaders()).status, 200);
        const QStringList problems = problemsOf(detailOf(fixture));
        QVERIFY2(anyContains(problems, problem.toLatin1().constData()), qPrintable(problems.join(u'|')));
        const auto delivery = fixture.deliveries().at(0);
        const auto &outcome = delivery.items.at(static_cast<std::size_t>(item));
        const std::string code = problem.section(u' ', 1, 1).section(u':', 0, 0).toStdString();
        QVERIFY2(outcome.reason.find(code) != std::string::npos, outcome.reason.c_str());
    }

    // Whichever comes first, and in whichever delivery.
    void anAttachmentsProblemsComeToItsEvent()
    {
        IngestFixture fixture;
        const std::string target = "/api/1/events/" + eventId(1) + "/attachments/";
        const std::string form = multipart({{"log", "line 1 line 2", "a.txt"}});
        QCOMPARE(fixture.post(target, form.substr(0, form.size() - 10), multipartHeaders()).status, 201);
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "E", "f")).status, 200);
        QVERIFY2(anyContains(problemsOf(detailOf(fixture)), "attachments.a.txt truncated"),
                 qPrintable(problemsOf(detailOf(fixture)).join(u'|')));
    }

    void attachmentsBeyondTheLimitAreNamedOnTheEvent()
    {
        IngestFixture fixture;
        std::string body = "{}\n";
        for (std::size_t i = 0; i <= limits::attachmentsPerEnvelope; ++i) {
            body += attachment("event.attachment", std::to_string(i));
        }
        QCOMPARE(fixture.post("/api/1/envelope/", body + "{\"type\":\"event\"}\n{\"message\":\"a\"}").status, 200);
        QVERIFY(anyContains(problemsOf(detailOf(fixture)), "attachments over_limit"));
    }

    void partsOfFilesStayAsTheyAre()
    {
        IngestFixture fixture;
        const std::string part = gzipped("a file that was gzip before").substr(0, 20);
        const Answer answer = fixture.post(
            "/api/1/upload/", part,
            {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", "60"}, {"Content-Type", "application/offset+octet-stream"}});
        QCOMPARE(answer.status, 201);
        QVERIFY2(answer.head.find("Upload-Offset: 20") != std::string::npos, answer.head.c_str());
    }
};

PICKET_TEST(TestReadable)
#include "tst_readable.moc"
