// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a request has where text belongs: what is stored and what is printed is valid UTF-8.
#include "core/base/utf8.h"
#include "core/query/documents.h"
#include "core/store/sqlite.h"
#include "tests/core/ingest/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

// Every text of every table.
QStringList invalidTexts(const IngestFixture &fixture)
{
    QStringList invalid;
    const auto database = store::Database::open(fixture.paths().database, store::Database::Mode::ReadOnly);
    if (!database) {
        return {QStringLiteral("no database")};
    }
    auto tables = database->prepare("SELECT m.name, c.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c"
                                    " WHERE m.type = 'table' AND c.type = 'TEXT'");
    store::Cursor column(tables);
    while (column.next()) {
        auto texts = database->prepare("SELECT " + column.string(1) + " FROM " + column.string(0));
        store::Cursor text(texts);
        while (text.next()) {
            if (!isValidUtf8(text.text(0))) {
                invalid.append(QString::fromStdString(column.string(0) + '.' + column.string(1)));
            }
        }
    }
    return invalid;
}

std::string repeated(std::string_view text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

} // namespace

class TestValidText final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void isValidInTheWireLog_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("header"); // of the name Origin or User-Agent
        QTest::newRow("a byte that is none, in the path") << QByteArray("/api/1/%ff/") << QByteArray();
        QTest::newRow("a byte that is none, in a known path") << QByteArray("/api/1/cron/a%ffb%c3/") << QByteArray();
        QTest::newRow("a byte that is none, in the SDK's name")
            << QByteArray("/api/1/envelope/?sentry_key=0&sentry_client=a%ff/1") << QByteArray();
        for (int blanks = 0; blanks < 4; ++blanks) {
            QTest::newRow(("a path cut inside a character, " + std::to_string(blanks)).c_str())
                << QByteArray("/" + QByteArray(blanks, 'x') + QByteArray("%f0%9f%98%80").repeated(120)) << QByteArray();
        }
        QTest::newRow("a header") << QByteArray("/api/1/envelope/") << QByteArray("http://\xff\xc3");
        QTest::newRow("a long header") << QByteArray("/api/1/envelope/")
                                       << QByteArray("x" + QByteArray("\u20AC").repeated(200));
    }
    void isValidInTheWireLog()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, header);
        IngestFixture fixture;
        const std::string name = header.startsWith("http") ? "Origin" : "X-Sentry-Client";
        const Headers headers = header.isEmpty() ? Headers{} : Headers{{name, header.toStdString()}};
        static_cast<void>(fixture.post(target.toStdString(), errorEnvelope(eventId(1), "E", "f"), headers));
        QVERIFY(fixture.awaitDeliveries(1));
        const std::string document = query::deliveryDocument(fixture.deliveries().at(0));
        QVERIFY2(isValidUtf8(document), document.c_str());
        QCOMPARE(invalidTexts(fixture), QStringList());
    }

    void aCutPathEndsInAMark()
    {
        IngestFixture fixture;
        static_cast<void>(fixture.post("/x" + repeated("%e2%82%ac", 300), "{}"));
        QVERIFY(fixture.awaitDeliveries(1));
        const QString path = QString::fromStdString(fixture.deliveries().at(0).path);
        QVERIFY(path.endsWith(QChar(0x2026)));
        QCOMPARE(path.size(), 256);
        QVERIFY(path.startsWith(QString::fromUtf8("/x\u20AC\u20AC")));
    }

    void isValidInEveryTable()
    {
        IngestFixture fixture;
        const std::string bad = "a\xff\xc3";
        static_cast<void>(fixture.post("/api/1/envelope/?sentry_client=%ff%c3", errorEnvelope(eventId(1), "E", "f")));
        static_cast<void>(fixture.post("/api/1/envelope/",
                                       "{}\n{\"type\":\"" + bad + "\",\"filename\":\"" + bad + "\"}\npayload " + bad));
        static_cast<void>(fixture.post("/api/1/store/",
                                       "{\"message\":\"" + bad + "\",\"tags\":{\"" + bad + "\":\"" + bad
                                           + "\"},\"release\":\"" + bad + "\"}"));
        static_cast<void>(fixture.post("/api/1/cron/%ff%c3/?environment=%ff&status=%ff", ""));
        static_cast<void>(fixture.post("/api/1/security/?sentry_release=%ff&sentry_environment=%ff",
                                       "{\"csp-report\":{\"document-uri\":\"" + bad + "\",\"blocked-uri\":\"x\"}}"));
        static_cast<void>(fixture.post("/api/1/minidump/?%ff=%ff",
                                       multipart({{"upload_file_minidump", "no dump " + bad, bad}, {bad, bad}}),
                                       multipartHeaders()));
        static_cast<void>(fixture.post("/api/embed/error-page/?dsn=http://0@h/1&eventId=" + eventId(1),
                                       "name=%ff&email=%ff&comments=%ff%c3"));
        static_cast<void>(fixture.post("/api/1/events/" + eventId(1) + "/attachments/",
                                       multipart({{"file", "x", bad, bad}}), multipartHeaders()));
        QVERIFY(fixture.awaitDeliveries(8));
        QCOMPARE(invalidTexts(fixture), QStringList());
        for (const model::DeliveryRow &row : fixture.deliveries()) {
            QVERIFY(isValidUtf8(query::deliveryDocument(row)));
        }
        for (const model::EventRow &row : fixture.events()) {
            QVERIFY(isValidUtf8(query::eventRowDocument(row)));
        }
    }
};

PICKET_TEST(TestValidText)
#include "tst_validtext.moc"
