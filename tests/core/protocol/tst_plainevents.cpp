// SPDX-License-Identifier: GPL-3.0-or-later
// Events without an envelope, and events that break off.
#include "core/base/limits.h"
#include "core/protocol/envelope.h"
#include "core/protocol/eventreader.h"
#include "core/protocol/jsoncompletion.h"
#include "core/protocol/plainevents.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;
using test::view;

namespace {

QByteArray eventJson()
{
    return "{\"level\":\"error\",\"exception\":{\"values\":[{\"type\":\"E\",\"value\":\"caf\xc3\xa9 \\u00e9 "
           "\\\"x\\\"\","
           "\"stacktrace\":{\"frames\":[{\"lineno\":17,\"in_app\":true,\"vars\":{\"a\":null,\"b\":[1.5,-2]}}]}}]},"
           "\"message\":\"link is down\"}";
}

QByteArray completed(const QByteArray &text)
{
    const auto whole = completeJson(view(text));
    return whole ? bytes(*whole) : QByteArray("-");
}

} // namespace

class TestPlainEvents final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void endsTextThatBreaksOff_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("whole"); // "-": none
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &whole) {
            QTest::newRow(name) << text << whole;
        };
        const QByteArray mark = "\xe2\x80\xa6\"";
        row("in a text value", "{\"a\":\"bc", "{\"a\":\"bc" + mark + "}");
        row("before a text's end", "{\"a\":[\"b", "{\"a\":[\"b" + mark + "]}");
        row("at the begin of a text", "{\"a\":1,\"b\":\"", "{\"a\":1}");
        row("in an escape", "{\"a\":\"b\\", "{\"a\":\"b" + mark + "}");
        row("in an escaped character", "{\"a\":\"b\\u00e", "{\"a\":\"b" + mark + "}");
        row("behind an escaped quote", "{\"a\":\"b\\\"", "{\"a\":\"b\\\"" + mark + "}");
        row("in a character", "{\"a\":\"b\xe2\x82", "{\"a\":\"b" + mark + "}");
        row("behind a byte that is no UTF-8", "{\"a\":\"b\xe9\",\"c\":1,", "{\"a\":\"b\xe9\",\"c\":1}");
        row("in a name", "{\"a\":1,\"b", "{\"a\":1}");
        row("behind a name", "{\"a\":1,\"b\":", "{\"a\":1}");
        row("behind a comma", "{\"a\":1,", "{\"a\":1}");
        row("in a number", "{\"a\":1,\"b\":12", "{\"a\":1}");
        row("in a word", "{\"a\":1,\"b\":fal", "{\"a\":1}");
        row("behind an opened object", "{\"a\":1,\"b\":{", "{\"a\":1,\"b\":{}}");
        row("behind an opened list", "{\"a\":1,\"b\":[[", "{\"a\":1,\"b\":[[]]}");
        row("behind a closed one", "{\"a\":{\"b\":1}", "{\"a\":{\"b\":1}}");
        row("behind a byte order mark", "\xef\xbb\xbf{\"a\":1", "-");
        row("before its first value", "{\"a\":", "-");
        row("behind its first bracket", "{", "-");
        row("nowhere", "{\"a\":1}", "-");
        row("nowhere, something follows", "{\"a\":1} x", "-");
        row("with a bracket of the wrong kind", "{\"a\":[1}", "-");
        row("a text alone", "\"abc", "-");
        row("no JSON", "hello", "-");
        row("nothing", "", "-");
        row("deeper than anybody reads", QByteArray(2000, '[') + "1,", "-");
    }
    void endsTextThatBreaksOff()
    {
        QFETCH(QByteArray, text);
        QTEST(completed(text), "whole");
    }

    void anEventThatIsCutAnywhereIsValidAgain()
    {
        int readable = 0;
        for (qsizetype size = 1; size < eventJson().size(); ++size) {
            const QByteArray whole = completed(eventJson().left(size));
            if (whole == "-") {
                continue;
            }
            ++readable;
            const auto document = JsonDocument::parse(view(whole));
            QVERIFY2(document && document->repairs().empty(), whole.constData());
        }
        QVERIFY(readable > eventJson().size() - 20);
    }

    void aCutEventSaysSo()
    {
        const auto event = readEvent(view(eventJson().chopped(5)), {std::nullopt, Timestamp(), Detail::Full});
        QVERIFY(event);
        QCOMPARE(event->exceptions.at(0).type, std::string("E"));
        QCOMPARE(bytes(event->logentry.text()), QByteArray("link is d\xe2\x80\xa6"));
        QCOMPARE(event->errors.back().value, std::string("cut_short"));
        const auto none = readEvent("{\"message\": ", {std::nullopt, Timestamp(), Detail::Full});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::InvalidJson);
    }

    void findsEvents_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("events"); // with a bar between them
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &events) {
            QTest::newRow(name) << text << events;
        };
        row("one", "{\"message\":\"a\"}", "{\"message\":\"a\"}");
        row("one over several lines", "{\n \"message\": \"a\"\n}\n", "{\n \"message\": \"a\"\n}");
        row("behind a byte order mark and blanks", "\xef\xbb\xbf \r\n{\"message\":\"a\"}\r\n", "{\"message\":\"a\"}");
        row("a list", "[{\"message\":\"a\"} , {\"message\":\"]}\"}]", "{\"message\":\"a\"}|{\"message\":\"]}\"}");
        row("a list that breaks off", "[{\"message\":\"a\"},{\"message\":\"b", "{\"message\":\"a\"}|{\"message\":\"b");
        row("a line each", "{\"message\":\"a\"}\n{\"level\":\"info\"}\n", "{\"message\":\"a\"}|{\"level\":\"info\"}");
        row("one behind the other", "{\"message\":\"a\"}{\"message\":\"b\"}",
            "{\"message\":\"a\"}|{\"message\":\"b\"}");
        row("one that breaks off", "{\n\"message\":\"a", "{\n\"message\":\"a");
        row("something behind it", "{\"message\":\"a\"} x", "{\"message\":\"a\"} x");
        row("of unknown attributes only", "{\"text\":\"a\"}", "{\"text\":\"a\"}");
        row("an envelope's header", "{\"event_id\":\"a\",\"dsn\":\"b\",\"sent_at\":\"c\"}", "");
        row("an empty header", "{}", "");
        row("an empty list", "[]", "");
        row("a list of numbers", "[1]", "");
        row("words", "hello", "");
        row("nothing", "", "");
    }
    void findsEvents()
    {
        QFETCH(QByteArray, text);
        QByteArrayList events;
        for (const std::string_view event : plainEvents(view(text))) {
            events.append(bytes(event));
        }
        QTEST(events.join('|'), "events");
    }

    void thousandsOfObjectsAreBounded()
    {
        const QByteArray text = QByteArray("{\"message\":\"a\"}\n").repeated(5000);
        QCOMPARE(plainEvents(view(text)).size(), limits::envelopeItems);
        QVERIFY(plainEvents(view(QByteArray(1 << 20, '['))).empty());
        QVERIFY(plainEvents(view(QByteArray(1 << 20, '{'))).empty());
    }

    void anEnvelopesHeadersMaySpanLines()
    {
        const auto envelope = parseEnvelope("{\n \"event_id\": \"9ec79c33ec9942ab8353589fcb2e04dc\"\n}\n"
                                            "{\n \"type\": \"event\"\n}\n{\n \"message\": \"a\"\n}\n");
        QVERIFY(envelope);
        QVERIFY(envelope->header.eventId.has_value());
        QVERIFY(!envelope->header.isEvent);
        QCOMPARE(envelope->items.size(), 1U);
        QCOMPARE(envelope->items[0].type, std::string("event"));
        QCOMPARE(bytes(envelope->items[0].payload), QByteArray("{\n \"message\": \"a\"\n}"));
    }
};

PICKET_TEST(TestPlainEvents)
#include "tst_plainevents.moc"
