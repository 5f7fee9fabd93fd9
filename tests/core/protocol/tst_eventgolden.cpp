// SPDX-License-Identifier: GPL-3.0-or-later
// Real events: what Picket makes of them is written beside them (tests/data/README.md says how to renew it).
#include "core/protocol/envelope.h"
#include "core/protocol/json.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;
using test::documentOf;
using test::view;

namespace {

struct Sent {
    QByteArray payload;
    ReadContext context; // on the day when the requests were recorded
};

// The events of a file: of an envelope those that its items hold.
QList<Sent> eventsOf(const QString &file)
{
    const QByteArray content = test::readFile(file);
    ReadContext context;
    context.received = *parseRfc3339("2026-11-22T12:00:00Z");
    if (!file.endsWith(QStringLiteral(".envelope"))) {
        const auto document = JsonDocument::parse(view(content));
        if (document && !EventUuid::parse(document->root()["event_id"].text)) {
            context.envelopeId = EventUuid::parse("11111111111111111111111111111111");
        }
        return {{content, context}};
    }
    QList<Sent> events;
    if (const auto envelope = parseEnvelope(view(content))) {
        context.envelopeId = envelope->header.eventId;
        for (const EnvelopeItem &item : envelope->items) {
            if (item.type == "event" || item.type == "transaction" || item.type == "feedback") {
                events.append({bytes(item.payload), context});
            }
        }
    }
    return events;
}

QStringList allFiles()
{
    return test::dataFiles(QStringLiteral("events"), {QStringLiteral("*.json")})
        + test::dataFiles(QStringLiteral("envelopes"), {QStringLiteral("*.json"), QStringLiteral("*.envelope")});
}

QString goldenOf(const QString &file)
{
    const QFileInfo info(file);
    return info.path() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".expected.json");
}

QByteArray nameOf(const QString &file)
{
    return file.mid(static_cast<int>(sizeof PICKET_TEST_DATA)).toUtf8();
}

} // namespace

class TestEventGolden final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(allFiles().size() > 140); }

    void isReadAsExpected_data()
    {
        QTest::addColumn<QString>("file");
        int count = 0;
        for (const QString &file : allFiles()) {
            if (QFile::exists(goldenOf(file))) {
                QTest::newRow(nameOf(file).constData()) << file;
                ++count;
            }
        }
        QVERIFY(count >= 30);
    }
    void isReadAsExpected()
    {
        QFETCH(QString, file);
        QByteArray document;
        for (const Sent &sent : eventsOf(file)) {
            document += documentOf(test::readEvent(sent.payload, sent.context), true) + "\n";
        }
        if (qEnvironmentVariableIsSet("PICKET_UPDATE_GOLDEN")) {
            QFile golden(goldenOf(file));
            QVERIFY(golden.open(QIODevice::WriteOnly));
            QCOMPARE(golden.write(document), document.size());
            return;
        }
        const QByteArrayList expected = test::readFile(goldenOf(file)).split('\n');
        const QByteArrayList lines = document.split('\n');
        for (qsizetype i = 0; i < std::max(lines.size(), expected.size()); ++i) {
            const QByteArray place = "line " + QByteArray::number(i + 1) + ": ";
            QCOMPARE(place + lines.value(i), place + expected.value(i));
        }
    }

    void theKnownBrokenOnesAreAmongThem()
    {
        const QByteArray list = test::readFile(QStringLiteral(PICKET_TEST_DATA "/events/KNOWN-BROKEN"));
        QCOMPARE(list.trimmed().split('\n').size(), 11);
        for (const QByteArray &name : list.trimmed().split('\n')) {
            QVERIFY2(QFile::exists(goldenOf(QStringLiteral(PICKET_TEST_DATA "/events/") + QString::fromUtf8(name))),
                     name.constData());
        }
    }

    // PROTOCOL E.2: nothing is lost on the way. An event that says something still says it.
    void everyEventSaysSomething_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : allFiles()) {
            QTest::newRow(nameOf(file).constData()) << file;
        }
    }
    void everyEventSaysSomething()
    {
        QFETCH(QString, file);
        for (const Sent &sent : eventsOf(file)) {
            const auto document = JsonDocument::parse(view(sent.payload));
            QVERIFY(document.has_value());
            const JsonNode &root = document->root();
            const model::Event event = test::readEvent(sent.payload, sent.context);
            const bool hasException =
                !root["exception"].isNothing() || !root["sentry.interfaces.Exception"].isNothing();
            QCOMPARE(!event.exceptions.empty(), hasException);
            QCOMPARE(event.type == model::EventType::Error, hasException);
            if (!root["message"].text.empty() || !root["logentry"].isNothing()) {
                QVERIFY(!event.logentry.isEmpty());
            }
            const auto own = EventUuid::parse(root["event_id"].text);
            QVERIFY(own || sent.context.envelopeId);
            QCOMPARE(event.id, sent.context.envelopeId.value_or(own.value_or(EventUuid())));
        }
    }

    void aSummaryAgreesWithTheWhole_data() { everyEventSaysSomething_data(); }
    void aSummaryAgreesWithTheWhole()
    {
        QFETCH(QString, file);
        for (const Sent &sent : eventsOf(file)) {
            ReadContext context = sent.context;
            const model::Event whole = test::readEvent(sent.payload, context);
            context.detail = Detail::Summary;
            const model::Event summary = test::readEvent(sent.payload, context);
            QCOMPARE(summary.type, whole.type);
            QCOMPARE(summary.level, whole.level);
            QCOMPARE(summary.timestamp, whole.timestamp);
            QVERIFY(summary.tags == whole.tags);
            QCOMPARE(summary.logentry.text(), whole.logentry.text());
            QCOMPARE(summary.exceptions.size(), whole.exceptions.size());
            for (std::size_t i = 0; i < whole.exceptions.size(); ++i) {
                const auto &a = summary.exceptions[i].stacktrace;
                const auto &b = whole.exceptions[i].stacktrace;
                QCOMPARE(summary.exceptions[i].type, whole.exceptions[i].type);
                QCOMPARE(summary.exceptions[i].value, whole.exceptions[i].value);
                QCOMPARE(a.has_value(), b.has_value());
                for (std::size_t f = 0; b && f < b->frames.size(); ++f) {
                    QCOMPARE(a->frames[f].function, b->frames[f].function);
                    QCOMPARE(a->frames[f].filename, b->frames[f].filename);
                    QCOMPARE(a->frames[f].contextLine, b->frames[f].contextLine);
                    QCOMPARE(a->frames[f].hasContext, b->frames[f].hasContext);
                }
            }
        }
    }

    // What an event says of itself can be read back.
    void whatIsWrittenIsValid_data() { everyEventSaysSomething_data(); }
    void whatIsWrittenIsValid()
    {
        QFETCH(QString, file);
        for (const Sent &sent : eventsOf(file)) {
            const auto document = JsonDocument::parse(view(documentOf(test::readEvent(sent.payload, sent.context))));
            QVERIFY(document.has_value());
            QVERIFY(document->repairs().empty());
        }
    }
};

PICKET_TEST(TestEventGolden)
#include "tst_eventgolden.moc"
