// SPDX-License-Identifier: GPL-3.0-or-later
// A property: whatever items an envelope holds and whichever SDK family writes it, the same items are read; and
// wherever it is cut off, the items before the cut are.
#include "core/protocol/envelope.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;
using test::view;

namespace {

struct Item {
    QByteArray type;
    QByteArray payload;
    bool isBinary = false;
};

using Written = QByteArray (*)(const QList<Item> &items);

QByteArray withLength(const Item &item)
{
    return "{\"type\":\"" + item.type + "\",\"length\":" + QByteArray::number(item.payload.size()) + "}\n"
        + item.payload;
}

// JavaScript: no length but on binary items, no line feed at the end.
QByteArray asJavaScript(const QList<Item> &items)
{
    QByteArray text = "{\"sent_at\":\"2026-01-31T12:00:00.000Z\"}";
    for (const Item &item : items) {
        text += "\n" + (item.isBinary ? withLength(item) : "{\"type\":\"" + item.type + "\"}\n" + item.payload);
    }
    return text;
}

// sentry-native: lengths, no line feed at the end.
QByteArray asNative(const QList<Item> &items)
{
    QByteArray text = "{\"dsn\":\"http://k@127.0.0.1/1\"}";
    for (const Item &item : items) {
        text += "\n" + withLength(item);
    }
    return text;
}

// Rust: lengths, a line feed at the end.
QByteArray asRust(const QList<Item> &items)
{
    QByteArray text = "{}\n";
    for (const Item &item : items) {
        text += withLength(item) + "\n";
    }
    return text;
}

QByteArray randomParts(QRandomGenerator &random, const QByteArrayList &parts, int most)
{
    QByteArray text;
    for (int left = random.bounded(most); left > 0; --left) {
        text += parts[random.bounded(parts.size())];
    }
    return text;
}

// Bytes that look like the envelope's own.
QByteArray randomBytes(QRandomGenerator &random)
{
    static const QByteArrayList parts{"\n",   "\r\n", QByteArray(1, '\0'),     "{", "}", "\"", "\\",
                                      "\xff", "ab",   "{\"type\":\"event\"}\n"};
    return randomParts(random, parts, 30);
}

QByteArray randomJson(QRandomGenerator &random)
{
    static const QByteArrayList parts{"a", "{", "}", "[", "]", "\\n", "\\\"", "\\\\", "\u00e9", " ", ",", ":"};
    return "{\"message\":\"" + randomParts(random, parts, 30) + "\",\"n\":[" + QByteArray::number(random.bounded(1000))
        + ",{}]}";
}

QList<Item> randomItems(QRandomGenerator &random)
{
    QList<Item> items;
    const int count = random.bounded(6);
    for (int i = 0; i < count; ++i) {
        const bool isBinary = random.bounded(3) == 0;
        items.append(
            {isBinary ? "attachment" : "event", isBinary ? randomBytes(random) : randomJson(random), isBinary});
    }
    return items;
}

QByteArrayList read(const QByteArray &text)
{
    const auto envelope = parseEnvelope(view(text));
    QByteArrayList items;
    if (envelope) {
        for (const EnvelopeItem &item : envelope->items) {
            items.append(bytes(item.type) + bytes(item.payload));
        }
    }
    return items;
}

} // namespace

class TestEnvelopeWriters final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void allWritersSayTheSame()
    {
        QRandomGenerator random(20260131);
        for (int round = 0; round < 2000; ++round) {
            const QList<Item> items = randomItems(random);
            QByteArrayList expected;
            for (const Item &item : items) {
                expected.append(item.type + item.payload);
            }
            for (const Written write : {asJavaScript, asNative, asRust}) {
                const QByteArray text = write(items);
                const auto envelope = parseEnvelope(view(text));
                QVERIFY2(envelope.has_value(), text.constData());
                QCOMPARE(read(text), expected);
                QVERIFY2(envelope->rest.empty() && envelope->warnings.empty(), text.constData());
                for (const EnvelopeItem &item : envelope->items) {
                    QVERIFY2(item.warnings.empty(), text.constData());
                }
            }
        }
    }

    void aCutCostsNothingBeforeIt()
    {
        QRandomGenerator random(8969);
        for (int round = 0; round < 150; ++round) {
            const QList<Item> items = randomItems(random);
            for (const Written write : {asJavaScript, asNative, asRust}) {
                const QByteArray text = write(items);
                for (qsizetype length = 0; length <= text.size(); ++length) {
                    const QByteArrayList found = read(text.left(length));
                    for (qsizetype whole = 0; whole < items.size(); ++whole) {
                        if (write(items.first(whole + 1)).size() > length) {
                            break;
                        }
                        QVERIFY2(whole < found.size(), text.left(length).constData());
                        QCOMPARE(found[whole], items[whole].type + items[whole].payload);
                    }
                }
            }
        }
    }
};

PICKET_TEST(TestEnvelopeWriters)
#include "tst_envelopewriters.moc"
