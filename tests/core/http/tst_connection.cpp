// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/core/http/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QTimer>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <thread>

using namespace picket;
using namespace picket::http;
using namespace picket::http::test;
using std::chrono::milliseconds;

// What happens over time and between connections.
class TestConnection final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void continuesOnlyAfterAdmission();
    void reportsARefusalOnce();
    void earlyAnswersAreSeen_data();
    void earlyAnswersAreSeen();
    void answersInOrder();
    void answersAPeerThatHasShutItsSide();
    void chunksCutAnywhere();
    void reportsWhatAStopLeavesUnfinished();
    void reportsABrokenOffRequest();
    void slowHeaderTimesOut();
    void slowBodyTimesOut();
    void steadyBodyIsNotTimedOut();
    void stalledBodyTimesOut_data();
    void stalledBodyTimesOut();
    void idleConnectionClosesSilently();
    void deadlinesRestWhilePaused();
    void pauseLosesNothing();
    void pauseInsideAHandler();
    void largeBodyIsSpooled();
    void failingSpoolIsRefused();
    void spoolingLeavesRoomOnTheDisk();
    void capClosesTheOldestIdle();
    void capWaitsWhileAllAreBusy();
    void stopAcceptingLetsAnswersOut();
    void countsBufferedBytes();
};

namespace {

const QByteArray host = "Host: localhost\r\n";

} // namespace

void TestConnection::continuesOnlyAfterAdmission()
{
    Server server;
    server.handler.onAdmit = [&server](const RequestHead &head) -> std::optional<Response> {
        if (!server.handler.requests.empty())
            return std::nullopt;
        return head.path == "/no" ? std::optional(errorResponse(403, "blocked")) : std::nullopt;
    };
    Client refused(server);
    refused.write("POST /no HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QTRY_VERIFY(refused.isClosed());
    QCOMPARE(refused.statuses(), QList<int>{403});

    Client client(server);
    client.write("POST /yes HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QTRY_COMPARE(client.statuses(), QList<int>{100});
    QVERIFY(server.handler.requests.empty());
    client.write("abc");
    QTRY_COMPARE(client.statuses(), (QList<int>{100, 200}));
}

void TestConnection::reportsARefusalOnce()
{
    Server server;
    server.handler.onAdmit = [](const RequestHead &) {
        return errorResponse(404, "no such path");
    };
    Client client(server);
    const quint16 port = client.socket.localPort();
    client.write(post("/nowhere", "body") + post("/never-read", "body"));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.statuses(), QList<int>{404});
    QCOMPARE(server.handler.refusals.size(), 1U);
    const auto &refusal = server.handler.refusals.front();
    QCOMPARE(refusal.status, 404);
    QCOMPARE(refusal.reason, std::string("no such path"));
    QCOMPARE(refusal.head.path, std::string("/nowhere"));
    QCOMPARE(refusal.peer.address, std::string("127.0.0.1"));
    QCOMPARE(refusal.peer.port, port);
    QVERIFY(server.handler.requests.empty());

    Client broken(server);
    broken.write("GET / HTTP/1.1\r\nA : b\r\n\r\n");
    QTRY_VERIFY(broken.isClosed());
    QCOMPARE(server.handler.refusals.size(), 2U);
    QCOMPARE(server.handler.refusals.back().firstBytes, std::string("GET / HTTP/1.1\r\nA : b\r\n\r\n"));
    QVERIFY(broken.received.contains("X-Decorated: no head"));
}

void TestConnection::earlyAnswersAreSeen_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<int>("status");
    QTest::newRow("413 for what is announced too large") << QByteArray("300000000") << 413;
    QTest::newRow("403 for what is not admitted") << QByteArray("5000000") << 403;
}

namespace {

// A blocking client on its own thread that sends all of its body before it looks for an answer.
QByteArray sendAllThenRead(std::uint16_t port, const QByteArray &length)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QByteArray answer;
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0) {
        const QByteArray head = "POST /x HTTP/1.1\r\n" + host + "Content-Length: " + length + "\r\n\r\n";
        ::send(fd, head.data(), static_cast<std::size_t>(head.size()), MSG_NOSIGNAL);
        const QByteArray piece(64 * 1024, 'x');
        for (int i = 0; i < 64; ++i) { // 4 MiB
            if (::send(fd, piece.data(), static_cast<std::size_t>(piece.size()), MSG_NOSIGNAL) < 0)
                break;
        }
        char buffer[4096];
        for (ssize_t count = 0; (count = ::recv(fd, buffer, sizeof buffer, 0)) > 0;)
            answer.append(buffer, static_cast<qsizetype>(count));
    }
    ::close(fd);
    return answer;
}

} // namespace

void TestConnection::earlyAnswersAreSeen()
{
    QFETCH(QByteArray, length);
    QFETCH(int, status);
    constexpr int clients = 30;
    Server server;
    server.handler.onAdmit = [status](const RequestHead &) {
        return status == 403 ? std::optional(errorResponse(403, "blocked")) : std::nullopt;
    };
    std::atomic<int> seen = 0;
    std::atomic<int> done = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back([&, port = server.port] {
            if (sendAllThenRead(port, length).startsWith("HTTP/1.1 " + QByteArray::number(status)))
                ++seen;
            ++done;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done.load(), clients, 20000);
    for (std::thread &each : threads)
        each.join();
    QCOMPARE(seen.load(), clients);
    QCOMPARE(server.handler.refusals.size(), std::size_t(clients));
}

void TestConnection::answersInOrder()
{
    Server server;
    server.handler.hold = true;
    Client client(server);
    client.write(post("/1", "a") + post("/2", "bb") + post("/3", "ccc"));
    for (int status : {200, 201, 202}) {
        // The next request of a connection is not begun before the former is answered.
        QTRY_COMPARE(server.handler.held.size(), 1U);
        server.answerHeld(status);
    }
    QTRY_COMPARE(client.statuses(), (QList<int>{200, 201, 202}));
    QCOMPARE(server.handler.requests[1].head.path, std::string("/2"));
    QCOMPARE(server.handler.requests[2].body->bytes().size(), 3U);
    // A second answer, and one for a connection that never was, are ignored.
    server.listener.respond({1, 3}, jsonResponse(500, "{}"));
    server.listener.respond({99, 1}, jsonResponse(500, "{}"));
    client.write(post("/4", ""));
    QTRY_COMPARE(server.handler.held.size(), 1U);
    server.answerHeld(204);
    QTRY_COMPARE(client.statuses(), (QList<int>{200, 201, 202, 204}));
}

void TestConnection::answersAPeerThatHasShutItsSide()
{
    Server server;
    server.handler.hold = true;
    Client client(server);
    client.write(post("/1", "a"));
    ::shutdown(static_cast<int>(client.socket.socketDescriptor()), SHUT_WR);
    QTRY_COMPARE(server.handler.held.size(), 1U);
    server.answerHeld();
    QTRY_COMPARE(client.statuses(), QList<int>{200});
    QTRY_COMPARE(server.listener.connectionCount(), 0U);
    QVERIFY(server.handler.refusals.empty());
}

void TestConnection::chunksCutAnywhere()
{
    const QByteArray bytes = "POST /c HTTP/1.1\r\n" + host
        + "Transfer-Encoding: chunked\r\n\r\n5;n=\"v\"\r\nhello\r\n01\r\n \r\n5\r\nworld\r\n"
          "0;last\r\nX-Sum: 1\r\nHost: evil.test\r\n\r\n";
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        Server server;
        Client client(server);
        client.write(bytes.left(cut));
        QTRY_COMPARE(server.listener.connectionCount(), 1U);
        QCoreApplication::processEvents();
        client.write(bytes.mid(cut));
        QTRY_COMPARE(client.statuses(), QList<int>{200});
        const Request &request = server.handler.requests.front();
        const auto body = request.body->bytes();
        QCOMPARE(QByteArray(body.data(), static_cast<qsizetype>(body.size())), QByteArray("hello world"));
        QVERIFY(!request.head.header("X-Sum"));
    }
}

void TestConnection::reportsWhatAStopLeavesUnfinished()
{
    Server server;
    Client idle(server);
    idle.write(post("/a", "1"));
    QTRY_COMPARE(idle.statuses(), QList<int>{200});
    Client inHeader(server);
    inHeader.write("POST /b HTTP/1.1\r\nHos");
    QTRY_COMPARE(server.listener.busyCount(), 1U);
    Client inBody(server);
    inBody.write("POST /c HTTP/1.1\r\n" + host + "Content-Length: 10\r\n\r\nabc");
    QTRY_COMPARE(server.listener.bufferedBytes(), 3U);
    server.listener.stopAccepting();
    QVERIFY(server.handler.refusals.empty());
    server.listener.abandon();
    QCOMPARE(server.listener.connectionCount(), 0U);
    QCOMPARE(server.listener.bufferedBytes(), 0U);
    QCOMPARE(server.handler.refusals.size(), 2U);
    for (const auto &each : server.handler.refusals) {
        QCOMPARE(each.status, 0);
        QCOMPARE(each.reason, std::string("stopped"));
        QVERIFY(each.bytesOnWire > 0);
    }
    server.listener.abandon();
    QCOMPARE(server.handler.refusals.size(), 2U);
}

void TestConnection::reportsABrokenOffRequest()
{
    Server server;
    {
        Client inHeader(server);
        inHeader.write("POST /a HTTP/1.1\r\nHos");
        QTRY_COMPARE(server.listener.busyCount(), 1U);
    }
    QTRY_COMPARE(server.handler.refusals.size(), 1U);
    {
        Client inBody(server);
        inBody.write("POST /b HTTP/1.1\r\n" + host + "Content-Length: 10\r\n\r\nabc");
        QTRY_COMPARE(server.handler.admitted.size(), 1U);
        QTRY_COMPARE(server.listener.bufferedBytes(), 3U);
    }
    QTRY_COMPARE(server.handler.refusals.size(), 2U);
    {
        Client between(server);
        between.write(post("/c", "1") + "\r\n");
        QTRY_COMPARE(between.statuses(), QList<int>{200});
    }
    QTRY_COMPARE(server.listener.connectionCount(), 0U);
    QCOMPARE(server.handler.refusals.size(), 2U);
    for (const auto &each : server.handler.refusals) {
        QCOMPARE(each.status, 0);
        QVERIFY2(each.reason.starts_with("peer_closed: "), each.reason.c_str());
    }
    QCOMPARE(server.handler.refusals[0].firstBytes, std::string("POST /a HTTP/1.1\r\nHos"));
    QCOMPARE(server.handler.refusals[1].firstBytes, std::string("abc"));
    QCOMPARE(server.handler.refusals[1].head.path, std::string("/b"));
    QCOMPARE(server.listener.bufferedBytes(), 0U);
}

void TestConnection::slowHeaderTimesOut()
{
    Server server([](ListenOptions &options) { options.timeouts.header = milliseconds(60); });
    Client slow(server);
    Client normal(server);
    slow.write("POST / HTTP/1.1\r\n");
    normal.write(post("/x", "1"));
    QTRY_VERIFY(slow.isClosed());
    QCOMPARE(slow.statuses(), QList<int>{408});
    QCOMPARE(normal.statuses(), QList<int>{200});
    QVERIFY(!normal.isClosed());
    QCOMPARE(server.handler.refusals.size(), 1U);
    QCOMPARE(server.handler.refusals.front().reason, std::string("header_timeout"));
}

void TestConnection::slowBodyTimesOut()
{
    Server server([](ListenOptions &options) { options.timeouts.bodyGrace = milliseconds(60); });
    Client client(server);
    client.write("POST /slow HTTP/1.1\r\n" + host + "Content-Length: 10\r\n\r\nabc");
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.statuses(), QList<int>{408});
    QCOMPARE(server.handler.refusals.size(), 1U);
    QCOMPARE(server.handler.refusals.front().reason, std::string("body_timeout: 3 bytes came"));
    QCOMPARE(server.handler.refusals.front().firstBytes, std::string("abc"));
}

void TestConnection::steadyBodyIsNotTimedOut()
{
    Server server([](ListenOptions &options) {
        options.timeouts.bodyGrace = milliseconds(1500);
        options.timeouts.bodyRate = 1000;
    });
    Client client(server);
    client.write("POST /steady HTTP/1.1\r\n" + host + "Content-Length: 1000000\r\n\r\n");
    qsizetype left = 1000000;
    QTimer timer;
    connect(&timer, &QTimer::timeout, &client.socket, [&] {
        client.write(QByteArray(200, 'x')); // more than the rate asks for
        left -= 200;
    });
    timer.start(milliseconds(50));
    QElapsedTimer elapsed;
    elapsed.start();
    QTRY_VERIFY(elapsed.elapsed() > 3500);
    timer.stop();
    QVERIFY(!client.isClosed());
    client.write(QByteArray(left, 'x'));
    QTRY_COMPARE(client.statuses(), QList<int>{200});
}

// What came quickly at first earns no time for later, nor does a byte now and then.
void TestConnection::stalledBodyTimesOut_data()
{
    QTest::addColumn<int>("atOnce");
    QTest::addColumn<int>("drip"); // bytes each 20 ms
    QTest::newRow("in memory, then silence") << 60'000 << 0;
    QTest::newRow("in memory, then a byte now and then") << 60'000 << 1;
    QTest::newRow("spooled, then silence") << 6'000'000 << 0;
    QTest::newRow("spooled, then a byte now and then") << 6'000'000 << 1;
    QTest::newRow("nothing but a byte now and then") << 0 << 1;
}

void TestConnection::stalledBodyTimesOut()
{
    QFETCH(int, atOnce);
    QFETCH(int, drip);
    Server server([](ListenOptions &options) {
        options.timeouts.bodyGrace = milliseconds(300);
        options.timeouts.bodyRate = 1000; // the whole would have hours
    });
    Client client(server);
    client.write("POST /stalled HTTP/1.1\r\n" + host + "Content-Length: 100000000\r\n\r\n" + QByteArray(atOnce, 'x'));
    QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    QTimer timer;
    connect(&timer, &QTimer::timeout, &client.socket, [&] { client.write(QByteArray(drip, 'x')); });
    timer.start(milliseconds(20));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.statuses(), QList<int>{408});
    QCOMPARE(server.handler.refusals.size(), 1U);
    QVERIFY(server.handler.refusals.front().reason.starts_with("body_timeout: "));
    QCOMPARE(server.listener.bufferedBytes(), 0U);
}

void TestConnection::idleConnectionClosesSilently()
{
    Server server([](ListenOptions &options) { options.timeouts.idle = milliseconds(50); });
    Client unused(server);
    Client used(server);
    used.write(post("/x", "1"));
    QTRY_COMPARE(used.statuses(), QList<int>{200});
    QTRY_VERIFY(used.isClosed() && unused.isClosed());
    QVERIFY(server.handler.refusals.empty());
    QVERIFY(unused.received.isEmpty());
}

void TestConnection::deadlinesRestWhilePaused()
{
    Server server([](ListenOptions &options) {
        options.timeouts.header = options.timeouts.bodyGrace = options.timeouts.idle = milliseconds(200);
    });
    Client inHeader(server);
    Client inBody(server);
    Client idle(server);
    inHeader.write("POST /h HTTP/1.1\r\n");
    inBody.write("POST /b HTTP/1.1\r\n" + host + "Content-Length: 3\r\n\r\na");
    QTRY_COMPARE(server.listener.busyCount(), 2U);
    QTRY_COMPARE(server.listener.connectionCount(), 3U);
    server.listener.setReadingPaused(true);
    inHeader.write(host + "\r\n");
    inBody.write("bc");
    idle.write(post("/i", ""));
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(timer.elapsed() > 500);
    QVERIFY(!inHeader.isClosed() && !inBody.isClosed() && !idle.isClosed());
    server.listener.setReadingPaused(false);
    QTRY_COMPARE(inHeader.statuses(), QList<int>{200});
    QTRY_COMPARE(inBody.statuses(), QList<int>{200});
    QTRY_COMPARE(idle.statuses(), QList<int>{200});
    QVERIFY(server.handler.refusals.empty());
}

void TestConnection::pauseLosesNothing()
{
    Server server;
    std::vector<std::unique_ptr<Client>> clients;
    constexpr int perClient = 50;
    for (int i = 0; i < 8; ++i)
        clients.push_back(std::make_unique<Client>(server));
    for (int i = 0; i < perClient; ++i) {
        for (const auto &each : clients)
            each->write(post("/x", QByteArray(3000 + i, 'x')));
        server.listener.setReadingPaused(i % 3 != 0);
        QCoreApplication::processEvents();
    }
    server.listener.setReadingPaused(true);
    const std::size_t before = server.handler.requests.size();
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(server.handler.requests.size(), before);
    server.listener.setReadingPaused(false);
    for (const auto &each : clients)
        QTRY_COMPARE(each->statuses().size(), perClient);
    QCOMPARE(server.handler.requests.size(), std::size_t(8 * perClient));
    QVERIFY(server.handler.refusals.empty());
}

void TestConnection::pauseInsideAHandler()
{
    Server server;
    server.handler.onHandle = [&server](const Request &) {
        server.listener.setReadingPaused(true);
    };
    Client client(server);
    client.write(post("/1", "a") + post("/2", "b") + post("/3", "c"));
    for (std::size_t handled = 1; handled <= 3; ++handled) {
        QTRY_COMPARE(server.handler.requests.size(), handled);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(server.handler.requests.size(), handled);
        server.listener.setReadingPaused(false);
    }
    QTRY_COMPARE(client.statuses(), (QList<int>{200, 200, 200}));
}

void TestConnection::largeBodyIsSpooled()
{
    Server server;
    QByteArray body(static_cast<qsizetype>(limits::bodySpoolAbove) + 3 * 1024 * 1024, Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = static_cast<char>((i * 7 + i / 251) & 0xff);
    Client client(server);
    client.write(post("/large", body) + post("/small", "x"));
    QTRY_COMPARE_WITH_TIMEOUT(client.statuses(), (QList<int>{200, 200}), 20000);
    const Body &received = *server.handler.requests.front().body;
    QCOMPARE(received.memory(), 0U);
    QVERIFY(QByteArrayView(received.bytes().data(), static_cast<qsizetype>(received.bytes().size())) == body);
    QVERIFY(server.handler.requests.back().body->memory() > 0);
    // Nothing is left behind, whatever happens to this process.
    QVERIFY(QDir(server.folder.path()).isEmpty());

    Client chunked(server);
    chunked.write("POST /c HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n"
                  + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(chunked.statuses(), QList<int>{200}, 20000);
    const auto bytes = server.handler.requests.back().body->bytes();
    QVERIFY(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())) == body);
}

void TestConnection::failingSpoolIsRefused()
{
    Server server([](ListenOptions &options) { options.spoolFolder = "/nonexistent/picket"; });
    Client client(server);
    client.write(post("/large", QByteArray(static_cast<qsizetype>(limits::bodySpoolAbove) + 1, 'x')));
    QTRY_COMPARE_WITH_TIMEOUT(client.statuses(), QList<int>{503}, 20000);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(server.handler.refusals.size(), 1U);
    QVERIFY(server.handler.refusals.front().reason.starts_with("spool_failed: cannot create"));
    QCOMPARE(server.handler.refusals.front().firstBytes.size(), limits::undecodableKept);
    QCOMPARE(server.listener.bufferedBytes(), 0U);
}

void TestConnection::spoolingLeavesRoomOnTheDisk()
{
    Server server([](ListenOptions &options) { options.spoolFloor = ~std::uint64_t(0) - limits::MiB; });
    Client client(server);
    client.write(post("/large", QByteArray(static_cast<qsizetype>(limits::bodySpoolAbove) + 1, 'x')));
    QTRY_COMPARE_WITH_TIMEOUT(client.statuses(), QList<int>{503}, 20000);
    QCOMPARE(server.handler.refusals.size(), 1U);
    const std::string &reason = server.handler.refusals.front().reason;
    QVERIFY2(reason.starts_with("spool_failed: ") && reason.find(" MiB free, ") != std::string::npos, reason.c_str());
    Client small(server); // what fits into memory comes in
    small.write(post("/small", "x"));
    QTRY_COMPARE(small.statuses(), QList<int>{200});
}

void TestConnection::capClosesTheOldestIdle()
{
    Server server([](ListenOptions &options) { options.connections = 3; });
    Client first(server);
    QTRY_COMPARE(server.listener.connectionCount(), 1U);
    Client second(server);
    QTRY_COMPARE(server.listener.connectionCount(), 2U);
    Client third(server);
    QTRY_COMPARE(server.listener.connectionCount(), 3U);
    first.write(post("/x", "1")); // now the second is idle for longest
    QTRY_COMPARE(first.statuses(), QList<int>{200});
    Client fourth(server);
    QTRY_VERIFY(second.isClosed());
    fourth.write(post("/x", "1"));
    QTRY_COMPARE(fourth.statuses(), QList<int>{200});
    QVERIFY(!first.isClosed() && !third.isClosed());
    QCOMPARE(server.listener.connectionCount(), 3U);
}

void TestConnection::capWaitsWhileAllAreBusy()
{
    Server server([](ListenOptions &options) { options.connections = 2; });
    server.handler.hold = true;
    Client first(server);
    Client second(server);
    first.write(post("/1", "1"));
    second.write(post("/2", "1"));
    QTRY_COMPARE(server.handler.held.size(), 2U);
    Client third(server); // the kernel completes the handshake
    third.write(post("/3", "1"));
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(timer.elapsed() > 300);
    QCOMPARE(server.listener.connectionCount(), 2U);
    QCOMPARE(server.handler.requests.size(), 2U);
    server.answerHeld();
    QTRY_COMPARE(server.handler.requests.size(), 3U);
    server.answerHeld();
    QTRY_COMPARE(third.statuses(), QList<int>{200});
    QCOMPARE(server.listener.connectionCount(), 2U);
    QVERIFY(server.handler.refusals.empty());
}

void TestConnection::stopAcceptingLetsAnswersOut()
{
    Server server;
    server.handler.hold = true;
    Client idle(server);
    Client busy(server);
    busy.write(post("/1", "1"));
    QTRY_COMPARE(server.handler.held.size(), 1U);
    QTRY_COMPARE(server.listener.connectionCount(), 2U);
    server.listener.stopAccepting();
    QTRY_VERIFY(idle.isClosed());
    QTcpSocket late;
    late.connectToHost(QStringLiteral("127.0.0.1"), server.port);
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
    server.answerHeld();
    QTRY_VERIFY(busy.isClosed());
    QCOMPARE(busy.statuses(), QList<int>{200});
    QVERIFY(busy.received.contains("Connection: close"));
    QTRY_COMPARE(server.listener.connectionCount(), 0U);
}

void TestConnection::countsBufferedBytes()
{
    Server server;
    std::vector<std::unique_ptr<Client>> clients;
    // Each for itself is small enough for memory, all together are not: the later ones go to files.
    for (int i = 0; i < 12; ++i) {
        clients.push_back(std::make_unique<Client>(server));
        clients.back()->write("POST /x HTTP/1.1\r\n" + host + "Content-Length: 3000001\r\n\r\n"
                              + QByteArray(3000000, 'x'));
    }
    QTRY_COMPARE(server.handler.admitted.size(), 12U);
    QTRY_VERIFY_WITH_TIMEOUT(
        std::all_of(clients.begin(), clients.end(), [](const auto &each) { return each->socket.bytesToWrite() == 0; }),
        20000);
    QVERIFY(server.listener.bufferedBytes() > 0);
    QVERIFY(server.listener.bufferedBytes() < limits::memoryInFlight / 2);
    for (const auto &each : clients)
        each->write("x");
    for (const auto &each : clients)
        QTRY_COMPARE(each->statuses(), QList<int>{200});
    QCOMPARE(server.listener.bufferedBytes(), 0U);
    for (const Request &each : server.handler.requests)
        QCOMPARE(each.body->bytes().size(), 3000001U);
}

PICKET_TEST(TestConnection)

#include "tst_connection.moc"
