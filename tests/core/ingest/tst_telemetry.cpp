// SPDX-License-Identifier: GPL-3.0-or-later
// OpenTelemetry exports and log drains: kept as they came.
#include "tests/core/ingest/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

class TestTelemetry final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptAsItCame_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("contentType");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("answer");
        const QString protobuf = QStringLiteral("application/x-protobuf");
        const QString json = QStringLiteral("application/json");
        const auto row = [](const char *path, const QString &contentType, const char *type, const char *answer) {
            QTest::newRow(qPrintable(QLatin1String(path) + QStringLiteral(" as ") + contentType))
                << QString::fromLatin1(path) << contentType << QString::fromLatin1(type) << QString::fromLatin1(answer);
        };
        row("/api/1/otlp/v1/traces/", protobuf, "otel_traces_data", "");
        row("/api/1/otlp/v1/traces", json, "otel_traces_data", "{}");
        row("/api/1/integration/otlp/v1/traces", json, "otel_traces_data", "{}");
        row("/api/1/integration/otlp/v1/logs/", protobuf, "otel_logs_data", "");
        row("/api/1/otlp/v1/logs", json, "otel_logs_data", "{}");
        row("/api/1/otlp/v1/metrics", protobuf, "otel_metrics_data", "");
        row("/api/1/integration/otlp/v1/metrics/", json, "otel_metrics_data", "{}");
        row("/api/1/integration/vercel/logs/", json, "log_drain", "{}");
        row("/api/1/integration/heroku/logs/", QStringLiteral("application/logplex-1"), "log_drain", "{}");
    }
    void isKeptAsItCame()
    {
        QFETCH(QString, path);
        QFETCH(QString, contentType);
        QFETCH(QString, type);
        QFETCH(QString, answer);
        IngestFixture fixture;
        const std::string body("\x0a\x02\x00\xff any", 8);
        const Answer given = fixture.post(path.toStdString(), body, {{"Content-Type", contentType.toStdString()}});
        QCOMPARE(given.status, 200);
        QCOMPARE(given.body, answer.toStdString());
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 1u);
        QCOMPARE(items[0].type, type.toStdString());
        QCOMPARE(items[0].contentType, contentType.toStdString());
        QCOMPARE(items[0].payload, body);
        // The wire log says why nothing is shown of it.
        const model::DeliveryRow row = fixture.deliveries().at(0);
        const std::string reason = type == u"log_drain" ? "log_drain_not_read" : "otlp_not_read";
        QCOMPARE(model::outcomeName(row.outcome), std::string_view("kept"));
        QCOMPARE(row.reason, reason);
        QCOMPARE(row.items.at(0).outcome, std::string("kept"));
        QCOMPARE(row.items.at(0).reason, reason);
    }
};

PICKET_TEST(TestTelemetry)
#include "tst_telemetry.moc"
