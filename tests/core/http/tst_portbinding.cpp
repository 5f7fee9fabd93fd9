// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/core/http/fixture.h"
#include "tests/support/testmain.h"

#include <QTcpServer>
#include <QTest>

#include <optional>

using namespace picket;
using namespace picket::http;
using namespace picket::http::test;

class TestPortBinding final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void endpoints_data();
    void endpoints();
    void defaultIsBothLoopbacks();
    void takenDefaultMoves_data();
    void takenDefaultMoves();
    void explicitEndpointNeverMoves_data();
    void explicitEndpointNeverMoves();
    void anyPortIsTheSameOnBoth();
    void foreignAddressCannotBeListenedOn();

private:
    [[nodiscard]] Result<Listening> tryListen(const ListenOptions &options);
    RecordingHandler m_handler;
    std::unique_ptr<Listener> m_listener;
};

namespace {

bool hasIpv6()
{
    QTcpServer probe;
    return probe.listen(QHostAddress(QHostAddress::LocalHostIPv6));
}

// A port that was free a moment ago on both addresses, and so were the next ones.
std::uint16_t freePort()
{
    for (int tries = 0; tries < 100; ++tries) {
        QTcpServer first;
        if (!first.listen(QHostAddress(QHostAddress::LocalHost)) || first.serverPort() > 60000)
            continue;
        const quint16 port = first.serverPort();
        bool isFree = true;
        for (quint16 next = 1; next < 4; ++next) {
            QTcpServer other;
            isFree = isFree && other.listen(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(port + next));
        }
        if (isFree)
            return port;
    }
    qFatal("no free port");
}

std::string v4(std::uint16_t port)
{
    return "127.0.0.1:" + std::to_string(port);
}

std::string v6(std::uint16_t port)
{
    return "[::1]:" + std::to_string(port);
}

} // namespace

Result<Listening> TestPortBinding::tryListen(const ListenOptions &options)
{
    m_listener = std::make_unique<Listener>(m_handler);
    m_handler.listener = m_listener.get();
    return m_listener->listen(options);
}

void TestPortBinding::endpoints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("host"); // empty: refused
    QTest::addColumn<int>("port");
    const auto row = [](const char *text, const char *host, int port) {
        QTest::newRow(*text ? text : "nothing") << QByteArray(text) << QByteArray(host) << port;
    };
    row("localhost:8969", "localhost", 8969);
    row("LocalHost:0", "localhost", 0);
    row("[::1]:0", "::1", 0);
    row("127.0.0.1:8970", "127.0.0.1", 8970);
    row("0.0.0.0:65535", "0.0.0.0", 65535);
    row("dev-box.lan:1", "dev-box.lan", 1);
    for (const char *bad : {"", "localhost", "localhost:", ":8969", "localhost:65536", "localhost:-1", "localhost:+1",
                            "localhost:1x", "localhost: 1", "::1:8969", "[::1]", "[]:1", "[localhost]:1", "a b:1",
                            "http://localhost:1", "user@localhost:1"})
        row(bad, "", 0);
}

void TestPortBinding::endpoints()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, host);
    const auto endpoint = parseEndpoint(text.toStdString());
    QCOMPARE(endpoint.has_value(), !host.isEmpty());
    if (!endpoint) {
        QCOMPARE(endpoint.error().code, ErrorCode::InvalidArgument);
        return;
    }
    QCOMPARE(QByteArray::fromStdString(endpoint->host), host);
    QTEST(int(endpoint->port), "port");
}

void TestPortBinding::defaultIsBothLoopbacks()
{
    ListenOptions options;
    options.defaultPort = freePort();
    const auto listening = tryListen(options);
    QVERIFY2(listening, listening ? "" : listening.error().detail.c_str());
    QCOMPARE(listening->port, options.defaultPort);
    QVERIFY(!listening->movedFromDefault);
    QCOMPARE(listening->hasIpv6, hasIpv6());
    std::vector<std::string> expected{v4(listening->port)};
    if (hasIpv6())
        expected.push_back(v6(listening->port));
    QCOMPARE(listening->addresses, expected);
    for (const QHostAddress &address :
         {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)}) {
        if (address.protocol() == QAbstractSocket::IPv6Protocol && !hasIpv6())
            continue;
        QTcpSocket socket;
        socket.connectToHost(address, listening->port);
        socket.write(post("/x", "1"));
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 "));
    }
    QCOMPARE(m_handler.requests.size(), hasIpv6() ? 2U : 1U);
}

void TestPortBinding::takenDefaultMoves_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("127.0.0.1 is taken") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("all IPv4 addresses are taken") << QHostAddress(QHostAddress::AnyIPv4);
    if (hasIpv6()) {
        QTest::newRow("::1 is taken") << QHostAddress(QHostAddress::LocalHostIPv6);
        QTest::newRow("all addresses are taken") << QHostAddress(QHostAddress::Any);
    }
}

void TestPortBinding::takenDefaultMoves()
{
    QFETCH(QHostAddress, address);
    ListenOptions options;
    options.defaultPort = freePort();
    QTcpServer other;
    QVERIFY(other.listen(address, options.defaultPort));
    const auto listening = tryListen(options);
    QVERIFY2(listening, listening ? "" : listening.error().detail.c_str());
    QCOMPARE(listening->port, options.defaultPort + 1);
    QVERIFY(listening->movedFromDefault);
    QCOMPARE(listening->addresses.front(), v4(listening->port));
}

void TestPortBinding::explicitEndpointNeverMoves_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QHostAddress>("taken");
    QTest::newRow("localhost, 127.0.0.1 taken") << QByteArray("localhost") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("127.0.0.1 taken") << QByteArray("127.0.0.1") << QHostAddress(QHostAddress::LocalHost);
    if (hasIpv6()) {
        QTest::newRow("localhost, ::1 taken") << QByteArray("localhost") << QHostAddress(QHostAddress::LocalHostIPv6);
        QTest::newRow("::1 taken") << QByteArray("::1") << QHostAddress(QHostAddress::LocalHostIPv6);
    }
}

void TestPortBinding::explicitEndpointNeverMoves()
{
    QFETCH(QByteArray, host);
    QFETCH(QHostAddress, taken);
    ListenOptions options;
    options.endpoint = Endpoint{host.toStdString(), freePort()};
    {
        QTcpServer other;
        QVERIFY(other.listen(taken, options.endpoint->port));
        const auto listening = tryListen(options);
        QVERIFY(!listening);
        QCOMPARE(listening.error().code, ErrorCode::AddressInUse);
        QVERIFY(listening.error().detail.find(std::to_string(options.endpoint->port)) != std::string::npos);
    }
    const auto listening = tryListen(options);
    QVERIFY2(listening, listening ? "" : listening.error().detail.c_str());
    QCOMPARE(listening->port, options.endpoint->port);
    QVERIFY(!listening->movedFromDefault);
    QCOMPARE(listening->addresses.size(), host == "localhost" && hasIpv6() ? 2U : 1U);
}

void TestPortBinding::anyPortIsTheSameOnBoth()
{
    ListenOptions options;
    options.endpoint = Endpoint{"localhost", 0};
    const auto listening = tryListen(options);
    QVERIFY2(listening, listening ? "" : listening.error().detail.c_str());
    QVERIFY(listening->port > 0);
    for (const std::string &each : listening->addresses)
        QVERIFY(each == v4(listening->port) || each == v6(listening->port));
}

void TestPortBinding::foreignAddressCannotBeListenedOn()
{
    ListenOptions options;
    options.endpoint = Endpoint{"192.0.2.1", 0}; // of nobody (RFC 5737)
    const auto listening = tryListen(options);
    QVERIFY(!listening);
    QCOMPARE(listening.error().code, ErrorCode::CannotListen);
    QVERIFY(listening.error().detail.starts_with("192.0.2.1:0: "));
}

PICKET_TEST(TestPortBinding)

#include "tst_portbinding.moc"
