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

class TestEndpoint final : public QObject
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
        row("/health", EndpointKind::Health);
        row("/api/relay/healthcheck/live/", EndpointKind::Health);
        row("/api/relay/healthcheck/ready", EndpointKind::Health);
        row("/api/relay/healthcheck/", EndpointKind::Unknown);
        row("/", EndpointKind::Unknown);
        row("", EndpointKind::Unknown);
        row("/assets/main.js", EndpointKind::Unknown);
        row("/api/0/projects/", EndpointKind::Unknown);
        row("/api/1/", EndpointKind::Unknown);
        row("/api/1/security/", EndpointKind::Unknown);
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
