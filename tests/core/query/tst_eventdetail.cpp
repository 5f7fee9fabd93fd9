// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/eventdetail.h"

#include "core/grouping/grouper.h"
#include "core/protocol/eventreader.h"
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

constexpr const char *payload = R"({"event_id":"9ec79c33ec9942ab8353589fcb2e04dc","platform":"python",
"exception":{"values":[{"type":"ValueError","value":"no such order 17","stacktrace":{"frames":[
{"function":"pay","module":"shop.checkout","lineno":7,"in_app":true,"vars":{"order":17}}]}}]},
"breadcrumbs":{"values":[{"message":"clicked"}]}})";

// As the pipeline makes it.
store::NewEvent readAsReceived(const std::string &json)
{
    store::NewEvent event;
    const auto received = minute(5);
    event.event = take(protocol::readEvent(json, {std::nullopt, received, protocol::Detail::Summary}));
    event.grouping = grouping::group(event.event);
    event.tags = protocol::indexedTags(event.event);
    event.payload = store::compress(json);
    event.payloadSize = json.size();
    return event;
}

} // namespace

class TestEventDetail final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theDetailIsReadOffThePayload()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const store::NewEvent event = readAsReceived(payload);
        store::Delivery delivery = deliver(one, event);
        delivery.items.push_back(attachment(event.event.id, "log.txt", "text"));
        write(writer, delivery);
        write(writer, deliver(one, event));
        store::Reader reader = folder.reader();
        const query::EventDetail detail = take(query::loadEventDetail(reader, {1}));
        QVERIFY(!detail.unreadable);
        QCOMPARE(detail.payload, std::string(payload));
        QCOMPARE(detail.event.exceptions.size(), 1U);
        const model::Stacktrace &stack = detail.event.exceptions.front().stacktrace.value();
        QCOMPARE(stack.frames.front().vars["order"].text(), std::string("17")); // which a summary leaves out
        QCOMPARE(detail.event.breadcrumbs.size(), 1U);
        QVERIFY(detail.event.received == minute(5));
        QCOMPARE(detail.storedHashes, detail.grouping.hashes);
        QCOMPARE(detail.grouping.title, event.grouping.title);
        QCOMPARE(detail.row.title, event.grouping.title);
        QCOMPARE(detail.attachments.size(), 1U);
        QCOMPARE(detail.repeats, 1);
    }

    void anUnreadableEventShowsItsBytes()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::NewEvent event = newEvent("<unreadable>", {1});
        event.event.type = model::EventType::Unreadable;
        event.payload = store::compress("{{{ not json");
        write(writer, deliver(one, event));
        store::Reader reader = folder.reader();
        const query::EventDetail detail = take(query::loadEventDetail(reader, {1}));
        QVERIFY(detail.unreadable);
        QCOMPARE(detail.payload, std::string("{{{ not json"));
        QCOMPARE(detail.event.id, event.event.id);
        QVERIFY(detail.event.received == event.event.received);
    }

    void idsAreResolved_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("event"); // 0: an error
        QTest::addColumn<ErrorCode>("error");
        const auto row = [](const char *name, const char *text, int event, ErrorCode error = ErrorCode::Internal) {
            QTest::newRow(name) << QString::fromUtf8(text) << event << error;
        };
        row("an event's row", "event:1", 1);
        row("an issue is its latest event", "issue:1", 2);
        row("an SDK's id", "9ec79c33ec9942ab8353589fcb2e04dc", 1);
        row("the same with dashes and capitals", "9EC79C33-EC99-42AB-8353-589FCB2E04DC", 1);
        row("an event that is not there", "event:77", 0, ErrorCode::NotFound);
        row("an issue that is not there", "issue:77", 0, ErrorCode::NotFound);
        row("an SDK's id that is not there", "00000000000000000000000000000001", 0, ErrorCode::NotFound);
        row("no number", "event:x", 0, ErrorCode::InvalidArgument);
        row("a number with a tail", "issue:1 ", 0, ErrorCode::InvalidArgument);
        row("no positive number", "event:-1", 0, ErrorCode::InvalidArgument);
        row("a number too large", "event:99999999999999999999", 0, ErrorCode::InvalidArgument);
        row("nothing", "", 0, ErrorCode::InvalidArgument);
        row("something else", "latest", 0, ErrorCode::InvalidArgument);
    }
    void idsAreResolved()
    {
        QFETCH(const QString, text);
        QFETCH(const int, event);
        QFETCH(const ErrorCode, error);
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::NewEvent first = newEvent("title", {1}, minute(0));
        first.event.id = EventUuid::parse("9ec79c33ec9942ab8353589fcb2e04dc").value();
        write(writer, deliver(one, first));
        write(writer, deliver(one, newEvent("title", {1}, minute(1))));
        store::Reader reader = folder.reader();
        const auto id = query::resolveId(reader, text.toStdString());
        QCOMPARE(id.has_value(), event > 0);
        if (id) {
            QCOMPARE(id->value, std::int64_t(event));
        } else {
            QCOMPARE(id.error().code, error);
        }
    }
};

PICKET_TEST(TestEventDetail)
#include "tst_eventdetail.moc"
