// SPDX-License-Identifier: GPL-3.0-or-later
// More connections than places: who keeps one, who is closed, and what is said of it.
#include "core/base/limits.h"
#include "tests/core/http/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <set>

using namespace picket;
using namespace picket::http;
using namespace picket::http::test;

namespace {

const QByteArray halfHeader = "POST /half HTTP/1.1\r\nHos";
const QByteArray halfBody = "POST /half HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n";

using Clients = std::vector<std::unique_ptr<Client>>;

// Each is accepted, and what it sends is read, before the next one comes.
void addHalfSenders(Server &server, Clients &clients, int count, const QByteArray &bytes)
{
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<Client>(server));
        clients.back()->write(bytes);
        const std::size_t busy = std::min(server.listener.busyCount() + 1, server.options.connections);
        QTRY_VERIFY(server.listener.busyCount() >= busy || !server.handler.refusals.empty());
    }
}

std::size_t crowdedOut(const Server &server)
{
    return static_cast<std::size_t>(
        std::count_if(server.handler.refusals.begin(), server.handler.refusals.end(), [](const auto &refusal) {
            return refusal.status == 408 && refusal.reason.starts_with("crowded_out: ");
        }));
}

int closedCount(const Clients &clients)
{
    return static_cast<int>(
        std::count_if(clients.begin(), clients.end(), [](const auto &client) { return client->isClosed(); }));
}

} // namespace

class TestCrowding final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void closesWhoBroughtLeast_data()
    {
        QTest::addColumn<QByteArray>("half");
        QTest::newRow("in the header") << halfHeader;
        QTest::newRow("in the body") << halfBody;
    }
    void closesWhoBroughtLeast()
    {
        QFETCH(QByteArray, half);
        Server server([](ListenOptions &options) { options.connections = 3; });
        Client much(server);
        much.write(halfBody + QByteArray(50'000, 'x'));
        QTRY_COMPARE(server.listener.bufferedBytes(), 50'000U);
        Client little(server);
        little.write(half);
        QTRY_COMPARE(server.listener.busyCount(), 2U);
        Client young(server);
        young.write(half);
        QTRY_COMPARE(server.listener.busyCount(), 3U);
        Client normal(server);
        normal.write(post("/x", "1"));
        QTRY_COMPARE(normal.statuses(), QList<int>{200});
        QTRY_VERIFY(little.isClosed());
        QCOMPARE(little.statuses(), QList<int>{408});
        QVERIFY(!much.isClosed() && !young.isClosed());
        QCOMPARE(server.handler.refusals.size(), 1U);
        QCOMPARE(crowdedOut(server), 1U);
        QCOMPARE(server.handler.refusals.front().bytesOnWire, static_cast<std::uint64_t>(half.size()));
    }

    void anOrdinarySenderNoticesNothing_data() { closesWhoBroughtLeast_data(); }
    void anOrdinarySenderNoticesNothing()
    {
        QFETCH(QByteArray, half);
        Server server([](ListenOptions &options) { options.connections = 16; });
        Client kept(server);
        Clients crowd;
        for (int i = 1; i <= 20; ++i) {
            addHalfSenders(server, crowd, 5, half);
            Client once(server);
            once.write(post("/once", "1"));
            kept.write(post("/kept", "1"));
            QTRY_COMPARE(once.statuses(), QList<int>{200});
            QTRY_COMPARE(kept.statuses().size(), i);
        }
        QTRY_VERIFY(closedCount(crowd) >= 100 - 16);
        QCOMPARE(crowdedOut(server), server.handler.refusals.size());
        QVERIFY(!kept.isClosed());
        for (const auto &client : crowd) {
            QVERIFY(!client->isClosed() || client->statuses() == QList<int>{408});
        }
    }

    // The many of one process do not take the only place of another, though it brings less.
    void eachProcessHasItsShare()
    {
        Server server([](ListenOptions &options) { options.connections = 8; });
        std::set<std::uint16_t> others;
        server.handler.processOf = [&](std::uint16_t port) {
            return others.contains(port) ? 2 : 1;
        };
        Client quiet(server);
        others.insert(quiet.socket.localPort());
        quiet.write(halfHeader);
        QTRY_COMPARE(server.listener.busyCount(), 1U);
        Clients crowd;
        addHalfSenders(server, crowd, 30, halfBody + QByteArray(2000, 'x'));
        QTRY_VERIFY(closedCount(crowd) >= 23);
        QVERIFY(!quiet.isClosed());
        quiet.write("t: localhost\r\n\r\n");
        QTRY_COMPARE(quiet.statuses(), QList<int>{200});
    }

    // Reading is paused: what they brought meanwhile lies in the kernel, and none of them is slow.
    void whoHasSomethingToReadStays()
    {
        Server server([](ListenOptions &options) { options.connections = 2; });
        Client first(server);
        Client second(server);
        first.write(halfHeader);
        second.write(halfHeader);
        QTRY_COMPARE(server.listener.busyCount(), 2U);
        server.listener.setReadingPaused(true);
        first.write("t: localhost\r\n\r\n");
        second.write("t: localhost\r\n\r\n");
        Client third(server);
        third.write(post("/third", "1"));
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(timer.elapsed() > 400);
        QVERIFY(server.handler.refusals.empty());
        server.listener.setReadingPaused(false);
        QTRY_COMPARE(first.statuses(), QList<int>{200});
        QTRY_COMPARE(second.statuses(), QList<int>{200});
        QTRY_COMPARE(third.statuses(), QList<int>{200});
    }

    // Thousands of bodies that do not end must not take the memory that others' deliveries need.
    void manyHalfBodiesStaySmall()
    {
        Server server([](ListenOptions &options) { options.connections = 1000; });
        Clients crowd;
        for (int i = 0; i < 500; ++i) {
            crowd.push_back(std::make_unique<Client>(server));
            crowd.back()->write(halfBody + QByteArray(90'000, 'x'));
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            std::all_of(crowd.begin(), crowd.end(), [](const auto &each) { return each->socket.bytesToWrite() == 0; }),
            20000);
        QTRY_COMPARE(server.listener.busyCount(), 500U);
        QVERIFY(server.listener.bufferedBytes() < limits::memoryInFlight / 2);
        for (const auto &client : crowd) {
            client->write(QByteArray(10'000, 'x'));
        }
        for (const auto &client : crowd) {
            QTRY_COMPARE(client->statuses(), QList<int>{200});
        }
        QCOMPARE(server.listener.bufferedBytes(), 0U);
    }

    void manyThatTimeOutTogetherAreAllTold()
    {
        Server server([](ListenOptions &options) { options.timeouts.header = std::chrono::milliseconds(500); });
        Clients crowd;
        addHalfSenders(server, crowd, 300, halfHeader);
        QTRY_COMPARE(closedCount(crowd), 300);
        QCOMPARE(server.handler.refusals.size(), 300U);
        for (const auto &client : crowd) {
            QCOMPARE(client->statuses(), QList<int>{408});
        }
    }

    // They have connected, and sent, but the listener's thread had no time for them yet.
    void aStopAcceptsWhoWaits()
    {
        Server server;
        Clients waiting;
        for (int i = 0; i < 50; ++i) {
            waiting.push_back(std::make_unique<Client>(server));
            waiting.back()->write(post("/x", "1"));
        }
        server.listener.stopAccepting();
        QVERIFY(server.listener.isBusy());
        for (const auto &client : waiting) {
            QTRY_COMPARE(client->statuses(), QList<int>{200});
        }
        QTRY_VERIFY(!server.listener.isBusy());
    }
};

PICKET_TEST(TestCrowding)
#include "tst_crowding.moc"
