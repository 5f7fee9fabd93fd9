// SPDX-License-Identifier: GPL-3.0-or-later
// /events/<id>/attachments/: files for an event that is delivered otherwise.
#include "core/base/limits.h"
#include "tests/core/ingest/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

std::string target(std::string_view event)
{
    return "/api/1/events/" + std::string(event) + "/attachments/";
}

const std::string twoFiles =
    multipart({{"a", "hello", "a.txt", "text/plain"}, {"b", std::string("\0\xff", 2), "b.bin"}, {"note", "by hand"}});

} // namespace

class TestAttachments final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void filesBelongToTheirEvent_data()
    {
        QTest::addColumn<bool>("eventFirst");
        QTest::newRow("behind the event") << true;
        QTest::newRow("before the event") << false;
    }
    void filesBelongToTheirEvent()
    {
        QFETCH(bool, eventFirst);
        IngestFixture fixture;
        const auto sendEvent = [&] {
            QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "ValueError", "total")).status, 200);
        };
        if (eventFirst) {
            sendEvent();
        }
        const Answer answer = fixture.post(target(eventId(1)), twoFiles, multipartHeaders());
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body, std::string());
        if (!eventFirst) {
            sendEvent();
        }
        const auto attachments = fixture.stored(fixture.events().at(0).id).attachments;
        QCOMPARE(attachments.size(), 2u);
        QCOMPARE(attachments[0].filename, std::string("a.txt"));
        QCOMPARE(attachments[0].contentType, std::string("text/plain"));
        QCOMPARE(attachments[1].size, 2u);
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 3u);
        QCOMPARE(items[2].type, std::string("form_data"));
        QCOMPARE(textAt(items[2].json(), "note"), std::string("by hand"));
    }

    void anIdMayHaveDashesAndCapitals()
    {
        IngestFixture fixture;
        const Answer answer =
            fixture.post(target("0A1B2C3D-0000-4000-8000-00000000000F"), twoFiles, multipartHeaders());
        QCOMPARE(answer.status, 201);
        QCOMPARE(keptItems(fixture).at(0).eventId, std::string("0a1b2c3d00004000800000000000000f"));
    }

    void anIdThatIsNoneIsSaidAndTheFilesAreKept_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("a word") << QStringLiteral("latest");
        QTest::newRow("a short id") << QStringLiteral("0a1b");
        QTest::newRow("the nil id") << QString(32, QLatin1Char('0'));
        QTest::newRow("a path") << QStringLiteral("%2e%2e%5cx");
    }
    void anIdThatIsNoneIsSaidAndTheFilesAreKept()
    {
        QFETCH(QString, id);
        IngestFixture fixture;
        QCOMPARE(fixture.post(target(id.toStdString()), twoFiles, multipartHeaders()).status, 400);
        QCOMPARE(keptItems(fixture).size(), 3u);
        QCOMPARE(keptItems(fixture)[0].eventId, std::string());
        const auto row = fixture.deliveries().at(0);
        QCOMPARE(row.reason, std::string("bad_event_id"));
        QCOMPARE(row.status, 400);
    }

    void aBodyThatIsNoFormIsOneFile()
    {
        IngestFixture fixture;
        const Answer answer = fixture.post(target(eventId(1)), "just bytes", {{"Content-Type", "text/x-log"}});
        QCOMPARE(answer.status, 201);
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 1u);
        QCOMPARE(items[0].payload, std::string("just bytes"));
        QCOMPARE(items[0].contentType, std::string("text/x-log"));
        QCOMPARE(fixture.deliveries().at(0).items.at(0).reason, std::string("no_multipart"));
    }

    void moreFilesThanTheLimitAreSaid()
    {
        IngestFixture fixture;
        std::vector<FormPart> parts(limits::attachmentsPerEnvelope + 2, FormPart{"f", "x", "f.txt"});
        QCOMPARE(fixture.post(target(eventId(1)), multipart(parts), multipartHeaders()).status, 201);
        const auto row = fixture.deliveries().at(0);
        QCOMPARE(row.items.size(), limits::attachmentsPerEnvelope + 2);
        QCOMPARE(row.items.back().outcome, std::string("over_limit"));
    }

    void aFormThatBreaksOffIsKept()
    {
        IngestFixture fixture;
        std::size_t sent = 0;
        for (std::size_t size = 1; size < twoFiles.size(); size += 3) {
            QCOMPARE(fixture.post(target(eventId(1)), twoFiles.substr(0, size), multipartHeaders()).status, 201);
            ++sent;
        }
        QCOMPARE(fixture.deliveries().size(), sent);
        QCOMPARE(model::outcomeName(fixture.deliveries().at(0).outcome), std::string_view("stored"));
    }

    void anEmptyBodyIsRefused()
    {
        IngestFixture fixture;
        QCOMPARE(fixture.post(target(eventId(1)), "").status, 400);
    }
};

PICKET_TEST(TestAttachments)
#include "tst_attachments.moc"
