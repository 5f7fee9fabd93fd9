// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoint.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;
using test::view;

Q_DECLARE_METATYPE(picket::protocol::EndpointKind)

class TestEndpoint final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void matchesPaths_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<EndpointKind>("kind");
        QTest::addColumn<int>("project"); // -1: none, -2: a bad one
        const auto row = [](const QByteArray &path, EndpointKind kind, int project = -1) {
            QTest::newRow(path.constData()) << path << kind << project;
        };
        row("/api/1/envelope/", EndpointKind::Envelope, 1);
        row("/api/1/envelope", EndpointKind::Envelope, 1);
        row("/api/42/store/", EndpointKind::Store, 42);
        row("/api/42/store", EndpointKind::Store, 42);
        row("/api/store/", EndpointKind::Store);
        row("/api/store", EndpointKind::Store);
        row("/prefix/api/3/envelope/", EndpointKind::Envelope, 3);
        row("/a/b/api/3/store/", EndpointKind::Store, 3);
        row("/api/1/envelope/api/2/envelope/", EndpointKind::Envelope, 2);
        row("/api/shop/envelope/", EndpointKind::Envelope, -2);
        row("/api/0/envelope/", EndpointKind::Envelope, -2);
        row("/api/-1/envelope/", EndpointKind::Envelope, -2);
        row("/api/1x/envelope/", EndpointKind::Envelope, -2);
        row("/api//envelope/", EndpointKind::Envelope, -2);
        row("/api/99999999999999999999/store/", EndpointKind::Store, -2);
        row("/stream", EndpointKind::Stream);
        row("/stream/", EndpointKind::Stream);
        row("/tunnel", EndpointKind::Envelope);
        row("/tunnel/", EndpointKind::Envelope);
        row("/tunnel/endpoint", EndpointKind::Envelope);
        row("/tunnel/any/depth/", EndpointKind::Envelope);
        row("/tunnel/api/3/envelope/", EndpointKind::Envelope, 3);
        row("/tunnels", EndpointKind::Unknown);
        row("/health", EndpointKind::Health);
        row("/api/relay/healthcheck/live/", EndpointKind::Health);
        row("/api/relay/healthcheck/ready", EndpointKind::Health);
        row("/api/relay/healthcheck/", EndpointKind::Unknown);
        row("/", EndpointKind::Unknown);
        row("", EndpointKind::Unknown);
        row("/assets/main.js", EndpointKind::Unknown);
        row("/api/0/projects/", EndpointKind::Unknown);
        row("/api/1/", EndpointKind::Unknown);
        row("/api/1/security/", EndpointKind::BrowserReports, 1);
        row("/api/1/csp-report", EndpointKind::BrowserReports, 1);
        row("/api/1/nel/", EndpointKind::BrowserReports, 1);
        row("/prefix/api/1/nel", EndpointKind::BrowserReports, 1);
        row("/api/x/security/", EndpointKind::BrowserReports, -2);
        row("/api/1/minidump", EndpointKind::Minidump, 1);
        row("/api/1/minidump/", EndpointKind::Minidump, 1);
        row("/api/1/unreal/abc/", EndpointKind::Unreal, 1);
        row("/api/1/unreal/abc", EndpointKind::Unreal, 1);
        row("/api/1/unreal/", EndpointKind::Unknown);
        row("/api/1/unreal//", EndpointKind::Unknown);
        row("/api/1/playstation/", EndpointKind::PlayStation, 1);
        row("/api/1/playstation", EndpointKind::PlayStation, 1);
        row("/api/1/events/abc/attachments/", EndpointKind::Attachments, 1);
        row("/api/1/events/abc/attachments", EndpointKind::Attachments, 1);
        row("/api/1/events/abc/", EndpointKind::Unknown);
        row("/api/1/events/attachments/", EndpointKind::Unknown);
        row("/api/1/upload/", EndpointKind::Upload, 1);
        row("/api/1/upload", EndpointKind::Upload, 1);
        row("/prefix/api/1/upload/0a1b/", EndpointKind::UploadPart, 1);
        row("/api/1/upload/0a1b/more/", EndpointKind::Unknown);
        row("/api/1/cron/nightly/", EndpointKind::CheckIn, 1);
        row("/api/1/cron/nightly", EndpointKind::CheckIn, 1);
        row("/api/1/cron/nightly/abc/", EndpointKind::CheckIn, 1);
        row("/a/api/1/cron/nightly/abc", EndpointKind::CheckIn, 1);
        row("/api/1/cron/nightly/abc/more", EndpointKind::Unknown);
        row("/api/1/cron/", EndpointKind::Unknown);
        row("/api/1/cron/api/", EndpointKind::CheckIn, 1);
        row("/api/1/user-feedback/", EndpointKind::UserFeedback, 1);
        row("/api/1/user-feedback", EndpointKind::UserFeedback, 1);
        row("/api/0/projects/acme/7/user-feedback/", EndpointKind::UserFeedback, 7);
        row("/api/0/projects/acme/shop/user-feedback/", EndpointKind::UserFeedback);
        row("/api/0/projects/acme/shop/user-feedback", EndpointKind::UserFeedback);
        row("/api/0/projects/acme/user-feedback/", EndpointKind::Unknown);
        row("/api/0/projects/acme/shop/releases/", EndpointKind::Unknown);
        row("/api/embed/error-page/", EndpointKind::ErrorPage);
        row("/api/embed/error-page", EndpointKind::ErrorPage);
        row("/prefix/api/embed/error-page/", EndpointKind::ErrorPage);
        row("/api/embed/", EndpointKind::Unknown);
        row("/api/1/otlp/v1/traces/", EndpointKind::OtlpTraces, 1);
        row("/api/1/integration/otlp/v1/traces", EndpointKind::OtlpTraces, 1);
        row("/api/1/integration/otlp/v1/logs/", EndpointKind::OtlpLogs, 1);
        row("/api/1/otlp/v1/logs", EndpointKind::OtlpLogs, 1);
        row("/api/1/integration/otlp/v1/metrics", EndpointKind::OtlpMetrics, 1);
        row("/api/1/otlp/v1/metrics/", EndpointKind::OtlpMetrics, 1);
        row("/api/1/otlp/v1/profiles", EndpointKind::Unknown);
        row("/api/1/integration/vercel/logs", EndpointKind::LogDrain, 1);
        row("/api/1/integration/heroku/logs/", EndpointKind::LogDrain, 1);
        row("/1/envelope/", EndpointKind::Unknown);
        row("/xapi/1/envelope/", EndpointKind::Unknown);
        row("/envelope/", EndpointKind::Unknown);
        row("/api/1/Envelope/", EndpointKind::Unknown);
        row("/stream/x", EndpointKind::Unknown);
    }
    void matchesPaths()
    {
        QFETCH(QByteArray, path);
        QFETCH(EndpointKind, kind);
        QFETCH(int, project);
        const EndpointMatch match = matchEndpoint("POST", view(path));
        QCOMPARE(match.kind, kind);
        QCOMPARE(match.badProject, project == -2);
        QCOMPARE(match.project ? static_cast<int>(match.project->value) : -1, project < 0 ? -1 : project);
    }

    void namesWhatThePathNames_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("the event of attachments")
            << QByteArray("/api/1/events/0a1b/attachments/") << QByteArray("0a1b");
        QTest::newRow("the key of an upload") << QByteArray("/api/1/upload/0a1b/") << QByteArray("0a1b");
        QTest::newRow("a monitor") << QByteArray("/api/1/cron/nightly") << QByteArray("nightly");
        QTest::newRow("a monitor before its key") << QByteArray("/api/1/cron/nightly/abc/") << QByteArray("nightly");
        QTest::newRow("a key is no name") << QByteArray("/api/1/unreal/abc/") << QByteArray();
        QTest::newRow("nothing") << QByteArray("/api/1/envelope/") << QByteArray();
    }
    void namesWhatThePathNames()
    {
        QFETCH(QByteArray, path);
        QTEST(bytes(matchEndpoint("POST", view(path)).name), "name");
    }

    void longPathsAreSoonDecided()
    {
        QByteArray path;
        for (int i = 0; i < 1600; ++i) {
            path += "/api/1"; // as many as fit into a request line
        }
        QCOMPARE(matchEndpoint("POST", view(path)).kind, EndpointKind::Unknown);
        QCOMPARE(matchEndpoint("POST", view(path + "/envelope/")).kind, EndpointKind::Envelope);
    }

    void allowsMethods_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArrayList>("allowed");
        QTest::addColumn<QByteArray>("allow");
        QTest::newRow("envelope") << QByteArray("/api/1/envelope/") << QByteArrayList{"POST", "OPTIONS"}
                                  << QByteArray("POST, OPTIONS");
        QTest::newRow("store") << QByteArray("/api/1/store/") << QByteArrayList{"POST", "GET", "OPTIONS"}
                               << QByteArray("POST, GET, OPTIONS");
        QTest::newRow("a page must not be had from /stream")
            << QByteArray("/stream") << QByteArrayList{"POST", "OPTIONS"} << QByteArray("POST, OPTIONS");
        QTest::newRow("tunnel") << QByteArray("/tunnel") << QByteArrayList{"POST", "OPTIONS"}
                                << QByteArray("POST, OPTIONS");
        QTest::newRow("health") << QByteArray("/health") << QByteArrayList{"GET", "HEAD"} << QByteArray("GET, HEAD");
        const QByteArrayList post{"POST", "OPTIONS"};
        for (const QByteArray path :
             {"/api/1/security/", "/api/1/csp-report/", "/api/1/nel/", "/api/1/minidump/", "/api/1/unreal/k/",
              "/api/1/playstation/", "/api/1/events/e/attachments/", "/api/1/user-feedback/",
              "/api/0/projects/o/p/user-feedback/", "/api/1/otlp/v1/traces", "/api/1/integration/otlp/v1/logs",
              "/api/1/integration/vercel/logs"}) {
            QTest::newRow(path.constData()) << path << post << QByteArray("POST, OPTIONS");
        }
        const QByteArrayList postAndGet{"POST", "GET", "OPTIONS"};
        QTest::newRow("a check-in by curl")
            << QByteArray("/api/1/cron/a/") << postAndGet << QByteArray("POST, GET, OPTIONS");
        QTest::newRow("the crash dialog")
            << QByteArray("/api/embed/error-page/") << postAndGet << QByteArray("POST, GET, OPTIONS");
        QTest::newRow("nothing is allowed on unknown paths") << QByteArray("/") << QByteArrayList{} << QByteArray();
    }
    void allowsMethods()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArrayList, allowed);
        QFETCH(QByteArray, allow);
        for (const QByteArray method :
             {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "post", "", ", ", "POST, OPTIONS"}) {
            const EndpointMatch match = matchEndpoint(view(method), view(path));
            QCOMPARE(match.methodAllowed, allowed.contains(method));
            QCOMPARE(bytes(match.allow), allow);
        }
    }
};

PICKET_TEST(TestEndpoint)
#include "tst_endpoint.moc"
