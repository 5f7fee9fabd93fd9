// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/http/portbinding.h"
#include "tests/core/http/fixture.h"
#include "tests/support/testmain.h"

#include <QTcpServer>
#include <QTest>

#include <cstring>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

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
    void anyPortIsFoundAmongManyConnections_data();
    void anyPortIsFoundAmongManyConnections();
    void foreignAddressCannotBeListenedOn_data();
    void foreignAddressCannotBeListenedOn();
    void loopbackMayBeListenedOn();

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

// A port that was free a moment ago on both addresses, and so were the next ones. Below what systems take for outgoing
// connections: where thousands are open, no four in a row of that range may be free.
std::uint16_t freePort()
{
    const auto isFree = [](int port) {
        QTcpServer v4;
        QTcpServer v6;
        return v4.listen(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(port))
            && (!hasIpv6() || v6.listen(QHostAddress(QHostAddress::LocalHostIPv6), static_cast<quint16>(port)));
    };
    const int begin = 10'000 + static_cast<int>(QCoreApplication::applicationPid() % 2000) * 8;
    for (int port = begin; port < 32'000; port += 4) {
        if (isFree(port) && isFree(port + 1) && isFree(port + 2) && isFree(port + 3)) {
            return static_cast<std::uint16_t>(port);
        }
    }
    qFatal("no free port");
}

// Of the calling thread; needs to be root.
bool enterNetworkWithPorts(const char *range)
{
    if (::unshare(CLONE_NEWNET) != 0)
        return false;
    const Descriptor any(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    ifreq loopback{};
    std::strcpy(loopback.ifr_name, "lo");
    loopback.ifr_flags = IFF_UP | IFF_RUNNING;
    const Descriptor ports(::open("/proc/sys/net/ipv4/ip_local_port_range", O_WRONLY | O_CLOEXEC));
    return ::ioctl(any.get(), SIOCSIFFLAGS, &loopback) == 0
        && ::write(ports.get(), range, std::strlen(range)) == static_cast<ssize_t>(std::strlen(range));
}

// As a connection holds it: nobody else gets it.
Descriptor boundToAnyPort(int family)
{
    Descriptor socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_storage address{};
    address.ss_family = static_cast<sa_family_t>(family);
    if (family == AF_INET)
        reinterpret_cast<sockaddr_in &>(address).sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    else
        reinterpret_cast<sockaddr_in6 &>(address).sin6_addr = in6addr_loopback;
    (void)::bind(socket.get(), reinterpret_cast<sockaddr *>(&address),
                 family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6));
    return socket;
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

// Connections of this machine hold nearly all ports that the kernel would choose; then one outside of them is found.
void TestPortBinding::anyPortIsFoundAmongManyConnections_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("127.0.0.1") << QByteArray("127.0.0.1");
    QTest::newRow("localhost") << QByteArray("localhost");
    if (hasIpv6())
        QTest::newRow("::1") << QByteArray("::1");
}

void TestPortBinding::anyPortIsFoundAmongManyConnections()
{
    QFETCH(QByteArray, host);
    // The kernel chooses among a few ports only, for a thread of a network of its own.
    bool isAlone = false;
    Result<Listening> listening = failure(ErrorCode::CannotListen);
    std::thread([&] {
        isAlone = enterNetworkWithPorts("40000 40003");
        std::vector<Descriptor> holders;
        while (isAlone && holders.size() < 8)
            holders.push_back(boundToAnyPort(holders.size() % 2 == 0 ? AF_INET : AF_INET6));
        if (isAlone) {
            ListenOptions options;
            options.endpoint = Endpoint{host.toStdString(), 0};
            listening = bindPort(options).map([](BoundPort &&bound) { return bound.listening; });
        }
    }).join();
    if (!isAlone)
        QSKIP("no network of its own is allowed here");
    QVERIFY2(listening, listening ? "" : listening.error().detail.c_str());
    QVERIFY(listening->port < 32'768);
}

void TestPortBinding::foreignAddressCannotBeListenedOn_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *host : {"192.0.2.1", "0.0.0.0", "::", "10.0.2.2", "127.lan.test", "a.localhost", "localhost.",
                             "ip6-localhost", "::ffff:127.0.0.1", "example.test", "127.0.0.256", "126.255.255.255"})
        QTest::newRow(host) << QByteArray(host);
}

void TestPortBinding::foreignAddressCannotBeListenedOn()
{
    QFETCH(QByteArray, host);
    ListenOptions options;
    options.endpoint = Endpoint{host.toStdString(), 0};
    QVERIFY(!isListenable(*options.endpoint));
    const auto listening = tryListen(options);
    QVERIFY(!listening);
    QCOMPARE(listening.error().code, ErrorCode::CannotListen);
    QVERIFY2(listening.error().detail.starts_with(joinHostPort(host.toStdString(), 0) + ": "),
             listening.error().detail.c_str());
}

void TestPortBinding::loopbackMayBeListenedOn()
{
    for (const char *host : {"localhost", "127.0.0.1", "127.255.255.254", "::1"})
        QVERIFY2(isListenable({host, 0}), host);
}

PICKET_TEST(TestPortBinding)

#include "tst_portbinding.moc"
