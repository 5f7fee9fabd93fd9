// SPDX-License-Identifier: GPL-3.0-or-later
// Which program sent a request: real sockets of real processes.
#include "core/base/limits.h"
#include "core/ingest/latepeers.h"
#include "tests/core/ingest/ingestfixture.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <unistd.h>

#include <algorithm>

using namespace picket;
using namespace picket::test;

namespace {

// A program that sends a request, and goes when it is told to: one that goes at once may do so before anybody looks.
class Sender final
{
public:
    Sender(std::uint16_t port, const std::string &bytes)
    {
        const auto script = QStringLiteral("exec 3<>/dev/tcp/127.0.0.1/%1; printf '%s' \"$0\" >&3; read -r line <&3;"
                                           " echo $line; read -r line");
        m_process.start(QStringLiteral("bash"),
                        {QStringLiteral("-c"), script.arg(port), QString::fromStdString(bytes)});
        m_isAnswered = m_process.waitForStarted() && m_process.waitForReadyRead()
            && m_process.readLine().startsWith("HTTP/1.1 200");
    }
    ~Sender()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Sender)

    [[nodiscard]] bool isAnswered() const { return m_isAnswered; }
    [[nodiscard]] std::int64_t process() const { return m_process.processId(); }

private:
    QProcess m_process;
    bool m_isAnswered = false;
};

model::DeliveryRow newest(const IngestFixture &fixture)
{
    const auto rows = fixture.deliveries();
    return rows.empty() ? model::DeliveryRow() : rows.front();
}

store::Delivery written(std::int64_t row, const std::shared_ptr<const model::PeerProcess> &peer)
{
    store::Delivery delivery;
    delivery.row.id = {row};
    delivery.peer = peer;
    return delivery;
}

} // namespace

class TestPeers final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void namesThisProcess()
    {
        IngestFixture fixture;
        HttpClient client(fixture.port()); // open until its owner is found
        client.send(request("POST", "/api/1/envelope/", errorEnvelope(eventId(1), "ValueError", "total")));
        QCOMPARE(client.receive().status, 200);
        QTRY_COMPARE(newest(fixture).peerProcess, static_cast<std::int64_t>(::getpid()));
        QCOMPARE(newest(fixture).peerProgram,
                 QFileInfo(QCoreApplication::applicationFilePath()).fileName().toStdString());
        QCOMPARE(newest(fixture).peer, std::string("127.0.0.1"));
    }

    void namesOtherPrograms()
    {
        IngestFixture fixture;
        for (int i = 1; i <= 3; ++i) {
            const Sender sender(fixture.port(),
                                request("POST", "/api/1/envelope/", errorEnvelope(eventId(i), "ValueError", "total")));
            QVERIFY(sender.isAnswered());
            QTRY_COMPARE(newest(fixture).peerProcess, sender.process());
            QCOMPARE(newest(fixture).peerProgram, std::string("bash"));
        }
    }

    void namesWhoIsRefused()
    {
        IngestFixture fixture;
        HttpClient client(fixture.port());
        client.send(request("POST", "/nowhere", "x"));
        QCOMPARE(client.receive().status, 404);
        QVERIFY(fixture.awaitDeliveries(1));
        QTRY_COMPARE(newest(fixture).peerProcess, static_cast<std::int64_t>(::getpid()));
    }

    void namesSendersOfManyShortConnections()
    {
        IngestFixture fixture;
        constexpr int count = 200;
        for (int i = 1; i <= count; ++i) {
            QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(i), "ValueError", "total")).status, 200);
        }
        const auto isNamed = [](const model::DeliveryRow &row) {
            return row.peerProcess == ::getpid();
        };
        // One that closed before anybody looked stays unknown; on a busy machine that may be most.
        QTRY_VERIFY(([&] {
            const auto rows = fixture.deliveries();
            return std::any_of(rows.begin(), rows.end(), isNamed);
        }()));
    }

    void tellsWhatBecomesKnownLater()
    {
        const auto known = std::make_shared<model::PeerProcess>();
        const auto pending = std::make_shared<model::PeerProcess>();
        const auto never = std::make_shared<model::PeerProcess>();
        ingest::LatePeers late;
        late.add(written(1, known));
        late.add(written(2, pending));
        late.add(written(3, never));
        late.add(written(4, nullptr));
        known->set({4711, "node"});
        never->set({});
        const auto news = late.take();
        QCOMPARE(news.size(), 1U);
        QCOMPARE(news.front().row, DeliveryId{1});
        QCOMPARE(news.front().peer.process, 4711);
        QCOMPARE(news.front().peer.program, std::string("node"));
        QVERIFY(!late.isEmpty());
        pending->set({4712, "java"});
        std::vector<store::Writer::PeerNews> more;
        QTRY_VERIFY(!more.empty() || !(more = late.take()).empty()); // not sooner than the interval
        QCOMPARE(more.front().row, DeliveryId{2});
        QVERIFY(late.isEmpty());
    }

    void waitsForNoMoreThanTheLogHolds()
    {
        const auto pending = std::make_shared<model::PeerProcess>();
        ingest::LatePeers late;
        constexpr auto most = static_cast<std::int64_t>(limits::deliveriesKept);
        for (std::int64_t row = 1; row <= most + 10; ++row) {
            late.add(written(row, pending));
        }
        pending->set({1, "init"});
        const auto news = late.take();
        QCOMPARE(news.size(), limits::deliveriesKept);
        QCOMPARE(news.front().row, DeliveryId{11});
    }
};

PICKET_TEST(TestPeers)
#include "tst_peers.moc"
