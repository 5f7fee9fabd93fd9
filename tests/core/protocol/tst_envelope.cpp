// SPDX-License-Identifier: GPL-3.0-or-later
// Each row of PROTOCOL B.2, LOCAL column, and what real SDKs sent.
#include "core/base/limits.h"
#include "core/protocol/envelope.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;
using test::view;

namespace {

// "event{…}!warning attachment(bytes)", then "|rest" and "+n" for items over the limit.
QByteArray described(const Result<Envelope> &envelope)
{
    if (!envelope) {
        return bytes(errorName(envelope.error().code));
    }
    QByteArrayList items;
    for (const EnvelopeItem &item : envelope->items) {
        QByteArray text = bytes(item.type) + "<" + bytes(item.payload) + ">";
        for (const std::string &warning : item.warnings) {
            text += "!" + bytes(warning);
        }
        items.append(text);
    }
    QByteArray text = items.join(' ');
    if (!envelope->rest.empty()) {
        text += "|" + bytes(envelope->rest);
    }
    return text;
}

} // namespace

class TestEnvelope final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void splitsItems_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("items");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &items) {
            QTest::newRow(name) << text << items;
        };
        row("header only, no line feed", "{}", "");
        row("header only, with a line feed", "{}\n", "");
        row("header only, with two line feeds", "{}\n\n", "");
        row("an item without length and final line feed", "{}\n{\"type\":\"event\"}\n{\"message\":\"x\"}",
            "event<{\"message\":\"x\"}>");
        row("an item without length, with a final line feed", "{}\n{\"type\":\"event\"}\n{\"a\":1}\n",
            "event<{\"a\":1}>");
        row("one extra line feed at the end", "{}\n{\"type\":\"event\"}\n{\"a\":1}\n\n", "event<{\"a\":1}>");
        row("extra blanks after the last item", "{}\n{\"type\":\"event\"}\n{\"a\":1}\n \r\n\t ", "event<{\"a\":1}>");
        row("blank lines between items", "{}\n\n\n{\"type\":\"a\"}\n{}\n\n \n{\"type\":\"b\"}\n{}", "a<{}> b<{}>");
        row("blank lines before the header", "\n \n{}\n{\"type\":\"a\"}\n{}", "a<{}>");
        row("several items with length", "{}\n{\"type\":\"a\",\"length\":2}\n{}\n{\"type\":\"b\",\"length\":3}\n{ }\n",
            "a<{}> b<{ }>");
        row("a payload with line feeds and a length",
            "{}\n{\"type\":\"attachment\",\"length\":7}\n\xEF\xBB\xBFHi\r\n\n{\"type\":\"b\"}\n{}",
            "attachment<\xEF\xBB\xBFHi\r\n> b<{}>");
        const QByteArray withNul("a\0b", 3);
        row("NUL in a payload", "{}\n{\"type\":\"attachment\",\"length\":3}\n" + withNul + "\n{\"type\":\"b\"}\n1",
            "attachment<" + withNul + "> b<1>");
        row("data shorter than the length",
            "{}\n{\"type\":\"a\",\"length\":2}\n{}\n{\"type\":\"attachment\",\"length\":10}\nabc",
            "a<{}> attachment<abc>!truncated");
        row("JSON data shorter than the length",
            "{}\n{\"type\":\"event\",\"length\":10}\n{\"a\":", "event<{\"a\":>!truncated");
        row("length too large for one line of JSON costs no sibling",
            "{}\n{\"type\":\"event\",\"length\":999}\n{\"a\":1}\n{\"type\":\"b\"}\n{}",
            "event<{\"a\":1}>!bad_length b<{}>");
        row("length too small for one line of JSON",
            "{}\n{\"type\":\"event\",\"length\":3}\n{\"a\":1}\n{\"type\":\"b\"}\n{}",
            "event<{\"a\":1}>!missing_newline!bad_length b<{}>");
        row("length too large, within the envelope",
            "{}\n{\"type\":\"event\",\"length\":12}\n{\"a\":1}\n{\"type\":\"b\"}\n{}",
            "event<{\"a\":1}>!missing_newline!bad_length b<{}>");
        row("length too small for several lines of JSON",
            "{}\n{\"type\":\"event\",\"length\":6}\n{\n\"a\":1 }\n{\"type\":\"b\"}\n{}",
            "event<{\n\"a\":1 }>!missing_newline!bad_length b<{}>");
        row("a stray byte behind the declared JSON",
            "{}\n{\"type\":\"event\",\"length\":7}\n{\"a\":1}x\n{\"type\":\"b\"}\n{}",
            "event<{\"a\":1}>!missing_newline!bad_length b<{}>");
        row("length too small for an attachment loses no byte",
            "{}\n{\"type\":\"attachment\",\"length\":2}\nab\x01 cd\nef\n{\"type\":\"b\"}\n{}",
            "attachment<ab\x01 cd\nef>!missing_newline!bad_length b<{}>");
        row("length too small for the last attachment", "{}\n{\"type\":\"attachment\",\"length\":2}\nabcd",
            "attachment<abcd>!missing_newline!bad_length");
        row("a header right behind the payload", "{}\n{\"type\":\"attachment\",\"length\":2}\nab{\"type\":\"b\"}\n{}",
            "attachment<ab>!missing_newline b<{}>");
        row("length as text", "{}\n{\"type\":\"event\",\"length\":\"2\"}\n{\"a\":1}\n", "event<{\"a\":1}>!bad_length");
        row("length as a float", "{}\n{\"type\":\"event\",\"length\":2.0}\n{\"a\":1}\n", "event<{\"a\":1}>!bad_length");
        row("length below zero", "{}\n{\"type\":\"event\",\"length\":-1}\n{\"a\":1}\n", "event<{\"a\":1}>!bad_length");
        row("length beyond 64 bits", "{}\n{\"type\":\"event\",\"length\":99999999999999999999}\n{\"a\":1}\n",
            "event<{\"a\":1}>!bad_length");
        row("length null", "{}\n{\"type\":\"event\",\"length\":null}\n{\"a\":1}\n", "event<{\"a\":1}>!bad_length");
        row("length zero, then an item", "{}\n{\"type\":\"attachment\",\"length\":0}\n\n{\"type\":\"b\"}\n{}",
            "attachment<> b<{}>");
        row("two empty attachments",
            "{}\n{\"type\":\"attachment\",\"length\":0}\n\n{\"type\":\"attachment\",\"length\":0}\n\n",
            "attachment<> attachment<>");
        row("two empty attachments without the last line feed",
            "{}\n{\"type\":\"attachment\",\"length\":0}\n\n{\"type\":\"attachment\",\"length\":0}\n",
            "attachment<> attachment<>");
        row("an item header as the last line", "{}\n{\"type\":\"event\"}", "event<>");
        row("an item header as the last line, with length", "{}\n{\"type\":\"event\",\"length\":5}",
            "event<>!truncated");
        row("JSON over several lines without length",
            "{}\n{\"type\":\"event\"}\n{\n  \"a\": \"}\",\n  \"b\": [1]\n}\n{\"type\":\"b\"}\n{}",
            "event<{\n  \"a\": \"}\",\n  \"b\": [1]\n}>!glued_lines b<{}>");
        row("JSON over several lines whose first one ends in a bracket",
            "{}\n{\"type\":\"event\"}\n{\"a\":{}\n}\n{\"type\":\"b\"}\n{}", "event<{\"a\":{}\n}>!glued_lines b<{}>");
        row("JSON that never ends", "{}\n{\"type\":\"a\"}\n{}\n{\"type\":\"event\"}\n{\"a\":\nxyz",
            "a<{}> event<{\"a\":>|xyz");
        row("JSON that never ends costs no sibling", "{}\n{\"type\":\"event\"}\n{\"a\":\n{\"type\":\"b\"}\n{}",
            "event<{\"a\":> b<{}>");
        row("text without length has one line", "{}\n{\"type\":\"attachment\"}\n{\nxx\n{\"type\":\"b\"}\n{}",
            "attachment<{> <xx\n>!bad_header b<{}>");
        row("CRLF line ends", "{}\r\n{\"type\":\"event\"}\r\n{\"a\":1}\r\n{\"type\":\"b\",\"length\":2}\r\n{}\r\n",
            "event<{\"a\":1}\r> b<{}>");
        row("CRLF and an empty attachment",
            "{}\r\n{\"type\":\"attachment\",\"length\":0}\r\n\r\n{\"type\":\"b\"}\r\n{}", "attachment<> b<{}>");
        row("byte order mark", "\xEF\xBB\xBF{}\n{\"type\":\"a\"}\n{}", "a<{}>");
        row("unknown item types", "{}\n{\"type\":\"unknown_thing\",\"length\":3}\nabc\n", "unknown_thing<abc>");
        row("an item without a type", "{}\n{\"x\":1}\n{}\n{\"type\":\"b\"}\n{}", "<{}>!no_type b<{}>");
        row("an item with a type that is no text", "{}\n{\"type\":5}\n{}\n", "<{}>!no_type");
        row("a broken item header costs no sibling", "{}\n{\"type\":\"a\"}\n{}\n{\"type\":\nxx\n{\"type\":\"b\"}\n{}",
            "a<{}> <{\"type\":\nxx\n>!bad_header b<{}>");
        row("a broken item header at the end", "{}\n{\"type\":\"a\"}\n{}\n{\"type\":\nxx", "a<{}>|{\"type\":\nxx");
        row("an item header with something behind it", "{}\n{\"type\":\"a\"} x\n{}\n", "|{\"type\":\"a\"} x\n{}\n");
        row("repeated keys: the last wins", "{}\n{\"type\":\"a\",\"type\":\"b\",\"length\":9,\"length\":2}\n{}\n",
            "b<{}>");
        row("nothing", "", "empty_body");
        row("blanks only", " \n\n", "empty_body");
        row("a header that is no object", "[]\n{\"type\":\"a\"}\n{}", "invalid_envelope");
        row("a header that is no JSON", "hello\n", "invalid_envelope");
        row("a header over several lines", "{\n  \"message\": \"x\"\n}", "");
        row("bytes", QByteArray("\x1f\x8b\x08\x00\x00", 5), "invalid_envelope");
    }
    void splitsItems()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, items);
        QCOMPARE(described(parseEnvelope(view(text))), items);
    }

    void readsHeaders()
    {
        const QByteArray text =
            "{\"event_id\":\"FC6D8C0C-43FC-4630-AD85-0EE518F1B9D0\",\"dsn\":\"http://k@h/1\",\"sdk\":{\"name\":"
            "\"sentry.python\",\"version\":\"2.40.0\"},\"sent_at\":\"2026-01-31T12:00:00Z\",\"x\":[1]}\n"
            "{\"type\":\"attachment\",\"length\":1,\"filename\":\"a.txt\",\"content_type\":\"text/plain\","
            "\"attachment_type\":\"event.minidump\",\"more\":true}\nx";
        const auto envelope = parseEnvelope(view(text));
        QVERIFY(envelope.has_value());
        QCOMPARE(bytes(envelope->header.eventId->hex()), QByteArray("fc6d8c0c43fc4630ad850ee518f1b9d0"));
        QCOMPARE(bytes(envelope->header.dsn), QByteArray("http://k@h/1"));
        QCOMPARE(bytes(envelope->header.sdk), QByteArray("sentry.python/2.40.0"));
        QCOMPARE(bytes(envelope->header.sentAt), QByteArray("2026-01-31T12:00:00Z"));
        QVERIFY(bytes(envelope->header.raw).endsWith("\"x\":[1]}"));
        QCOMPARE(envelope->items.size(), 1u);
        const EnvelopeItem &item = envelope->items.front();
        QCOMPARE(bytes(item.filename), QByteArray("a.txt"));
        QCOMPARE(bytes(item.contentType), QByteArray("text/plain"));
        QCOMPARE(bytes(item.attachmentType), QByteArray("event.minidump"));
        QCOMPARE(item.declaredLength.value_or(99), 1u);
        QVERIFY(bytes(item.header).contains("\"more\":true"));
    }

    void aBadEventIdIsNone()
    {
        const auto envelope = parseEnvelope("{\"event_id\":\"xyz\",\"sdk\":5,\"dsn\":null}\n");
        QVERIFY(envelope.has_value());
        QVERIFY(!envelope->header.eventId.has_value());
        QVERIFY(envelope->header.sdk.empty());
        QVERIFY(envelope->header.dsn.empty());
    }

    void itemsOverTheLimitAreCounted()
    {
        const QByteArray item = "{\"type\":\"session\"}\n{}\n";
        const auto envelope = parseEnvelope(view("{}\n" + item.repeated(static_cast<int>(limits::envelopeItems) + 7)));
        QVERIFY(envelope.has_value());
        QCOMPARE(envelope->items.size(), limits::envelopeItems);
        QCOMPARE(envelope->itemsOverLimit, 7u);
    }

    // Each of these would run into the test's time limit if any byte were looked at once per item.
    void hostileEnvelopesAreLinear_data()
    {
        QTest::addColumn<QByteArray>("text");
        const int megabyte = 1024 * 1024;
        QTest::newRow("line feeds") << "{}\n" + QByteArray(8 * megabyte, '\n') + "{\"type\":\"a\"}\n{}";
        QTest::newRow("empty items") << "{}\n" + QByteArray("{\"type\":\"a\"}\n\n").repeated(300000);
        QTest::newRow("payloads that never end") << "{}\n" + QByteArray("{\"type\":\"a\"}\n{\n").repeated(300000);
        QTest::newRow("lengths that reach to the end")
            << "{}\n" + QByteArray("{\"type\":\"a\",\"length\":4000000}\n{}\n").repeated(150000);
        QTest::newRow("lengths that reach into the middle")
            << "{}\n" + QByteArray("{\"type\":\"a\",\"length\":100000}\n{ }\n").repeated(150000);
        QTest::newRow("lengths that point into one long line") << "{}\n"
                + QByteArray("{\"type\":\"a\",\"length\":2000000}\n{ }\n").repeated(40000)
                + "{\"a\":" + QByteArray(2 * megabyte, '[');
        QTest::newRow("headers that are none") << "{}\n" + QByteArray("{\"type\":\n").repeated(300000);
        QTest::newRow("opening brackets") << "{}\n{\"type\":\"event\"}\n" + QByteArray(4 * megabyte, '{');
    }
    void hostileEnvelopesAreLinear()
    {
        QFETCH(QByteArray, text);
        const auto envelope = parseEnvelope(view(text));
        QVERIFY(envelope.has_value());
        QVERIFY(!envelope->items.empty() || !envelope->rest.empty());
        QVERIFY(envelope->items.size() <= limits::envelopeItems);
    }

    void recognisesEnvelopesInStoreBodies_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isEnvelope");
        QTest::newRow("an envelope") << QByteArray("{\"event_id\":\"a\"}\n{\"type\":\"event\"}\n{}") << true;
        QTest::newRow("an event") << QByteArray("{\"message\":\"x\"}") << false;
        QTest::newRow("an event with a line feed") << QByteArray("{\"message\":\"x\"}\n") << false;
        QTest::newRow("an indented event") << QByteArray("{\n\"type\":\"event\"\n}") << false;
        QTest::newRow("a second line without type") << QByteArray("{}\n{\"a\":1}\n") << false;
        QTest::newRow("behind a byte order mark and a blank line")
            << QByteArray("\xef\xbb\xbf\r\n{}\r\n{\"type\":\"event\"}\r\n{}") << true;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("a line feed") << QByteArray("\n") << false;
    }
    void recognisesEnvelopesInStoreBodies()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isEnvelope);
        QCOMPARE(looksLikeEnvelope(view(text)), isEnvelope);
    }

    void splitsWhatSdksSent_data()
    {
        QTest::addColumn<QByteArrayList>("types");
        const auto row = [](const char *name, const QByteArrayList &types) {
            QTest::newRow(name) << types;
        };
        row("sentry-browser-attachments", {"event", "attachment", "attachment", "attachment"});
        row("sentry-browser-feedback", {"feedback"});
        row("sentry-browser-replay", {"replay_event", "replay_recording"});
        row("sentry-cli-empty-header", {"event"});
        row("sentry-cli-envelope", {"event", "attachment", "log"});
        row("sentry-cli-envelope-odd-raw", {"event"});
        row("sentry-cli-envelope-raw", {"event", "attachment", "unknown_thing"});
        row("sentry-cli-event-raw", {"event"});
        row("sentry-go-attachments", {"event", "attachment", "attachment"});
        row("sentry-go-logs", {"log"});
        row("sentry-native-attachments", {"event", "attachment", "attachment", "attachment"});
        row("sentry-native-crash-and-session", {"event", "session"});
        row("sentry-native-unicode", {"event"});
        row("sentry-node-attachments", {"event", "attachment", "attachment", "attachment", "attachment"});
        row("sentry-node-sessions", {"sessions"});
        row("sentry-php-request", {"event"});
        row("sentry-python-attachments",
            {"event", "attachment", "attachment", "attachment", "attachment", "attachment"});
        row("sentry-python-profile", {"profile", "transaction"});
        row("sentry-ruby-attachments", {"event", "attachment", "attachment", "attachment"});
    }
    void splitsWhatSdksSent()
    {
        QFETCH(QByteArrayList, types);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QByteArray body =
            test::readFile(QStringLiteral(PICKET_TEST_DATA "/envelopes/") + name + QStringLiteral(".envelope"));
        QVERIFY(!body.isEmpty());
        const auto envelope = parseEnvelope(view(body));
        QVERIFY(envelope.has_value());
        QByteArrayList found;
        for (const EnvelopeItem &item : envelope->items) {
            found.append(bytes(item.type));
            const bool odd = name == QStringLiteral("sentry-cli-envelope-odd-raw");
            QCOMPARE(item.warnings.empty(), !odd);
        }
        QCOMPARE(found, types);
        QVERIFY(envelope->rest.empty());
    }
};

PICKET_TEST(TestEnvelope)
#include "tst_envelope.moc"
