// SPDX-License-Identifier: GPL-3.0-or-later
// Who is at the other end of a connection: the kernel's answers and tables.
#include "core/http/sockettable.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <string>

using namespace picket;
using namespace picket::http;

namespace {

SocketEnds v4(std::uint16_t peerPort, std::uint16_t localPort)
{
    SocketEnds ends;
    ends.peer = {127, 0, 0, 1};
    ends.local = {127, 0, 0, 1};
    ends.peerPort = peerPort;
    ends.localPort = localPort;
    return ends;
}

SocketEnds v6(std::uint16_t peerPort, std::uint16_t localPort)
{
    SocketEnds ends = v4(peerPort, localPort);
    ends.family = AF_INET6;
    ends.peer = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    ends.local = ends.peer;
    return ends;
}

const std::string heading =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout "
    "inode                                                     \n";
const std::string listening =
    "   0: 0100007F:2309 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        "
    "0 651 1 000000002108b090 100 0 0 10 0                       \n";
const std::string accepted = "   1: 0100007F:2309 0100007F:A978 01 00000000:00000000 00:00000000 00000000  1000        "
                             "0 652 1 000000002108b090 100 0 0 10 0                       \n";
const std::string peers = "   2: 0100007F:A978 0100007F:2309 01 00000000:00000000 02:000000AB 00000000  1001        0 "
                          "4711 2 00000000a84de973 20 4 30 10 -1                     \n";
const std::string gone = "   3: 0100007F:A979 0100007F:2309 06 00000000:00000000 03:0000093A 00000000     0        0 0 "
                         "3 00000000a84de973\n";
const std::string table = heading + listening + accepted + peers + gone;

std::string diagMessage(std::uint16_t peerPort, std::uint16_t localPort, std::uint32_t inode)
{
    struct {
        nlmsghdr header;
        inet_diag_msg body;
    } message{};
    message.header.nlmsg_len = sizeof message;
    message.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    message.body.id.idiag_sport = htons(peerPort);
    message.body.id.idiag_dport = htons(localPort);
    message.body.idiag_inode = inode;
    message.body.idiag_uid = 1001;
    return {reinterpret_cast<const char *>(&message), sizeof message};
}

// A connection of this process to itself: `family` is the client's.
struct Loop {
    Loop(int serverFamily, int clientFamily)
    {
        const auto address = [](int family, std::uint16_t port, bool mapped) {
            sockaddr_storage storage{};
            storage.ss_family = static_cast<sa_family_t>(family);
            if (family == AF_INET) {
                auto &in = reinterpret_cast<sockaddr_in &>(storage);
                in.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
                in.sin_port = htons(port);
            } else {
                auto &in = reinterpret_cast<sockaddr_in6 &>(storage);
                ::inet_pton(AF_INET6, mapped ? "::ffff:127.0.0.1" : "::1", &in.sin6_addr);
                in.sin6_port = htons(port);
            }
            return storage;
        };
        const Descriptor listener(::socket(serverFamily, SOCK_STREAM, 0));
        sockaddr_storage at = address(serverFamily, 0, false);
        socklen_t size = sizeof at;
        const socklen_t bindSize = serverFamily == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
        isReady = ::bind(listener.get(), reinterpret_cast<const sockaddr *>(&at), bindSize) == 0
            && ::listen(listener.get(), 1) == 0
            && ::getsockname(listener.get(), reinterpret_cast<sockaddr *>(&at), &size) == 0;
        const std::uint16_t port = serverFamily == AF_INET
            ? ntohs(reinterpret_cast<const sockaddr_in &>(at).sin_port)
            : ntohs(reinterpret_cast<const sockaddr_in6 &>(at).sin6_port);
        client = Descriptor(::socket(clientFamily, SOCK_STREAM, 0));
        const sockaddr_storage to = address(clientFamily, port, serverFamily == AF_INET);
        const socklen_t toSize = clientFamily == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
        isReady = isReady && ::connect(client.get(), reinterpret_cast<const sockaddr *>(&to), toSize) == 0;
        server = Descriptor(::accept(listener.get(), nullptr, nullptr));
    }

    Descriptor client;
    Descriptor server;
    bool isReady = false;
};

std::uint64_t inodeOf(int socket)
{
    struct stat status {
    };
    ::fstat(socket, &status);
    return status.st_ino;
}

} // namespace

class TestSocketTable final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheOtherEndInATable()
    {
        const auto found = findInTable(table, v4(0xA978, 0x2309), false);
        QVERIFY(found.has_value());
        QVERIFY((*found == PeerSocket{4711, 1001}));
    }

    void findsNothingThatIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("peerPort");
        const auto row = [](const char *name, const std::string &text, int port) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << port;
        };
        row("another port", table, 0xA977);
        row("a socket that its process has closed", table, 0xA979);
        row("an empty table", heading, 0xA978);
        row("no text", "", 0xA978);
        const std::size_t inode = peers.find("4711");
        for (const std::size_t cut : {std::size_t{20}, std::size_t{50}, inode, inode + 2, inode + 4}) {
            QTest::addRow("a line cut at %d", static_cast<int>(cut))
                << QByteArray::fromStdString(peers.substr(0, cut)) << 0xA978;
        }
        row("letters for the inode", peers.substr(0, peers.find("4711")) + "x4711 2\n", 0xA978);
        row("an inode beyond all numbers", peers.substr(0, peers.find("4711")) + "99999999999999999999999 2\n", 0xA978);
    }
    void findsNothingThatIsNotThere()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, peerPort);
        const auto ends = v4(static_cast<std::uint16_t>(peerPort), 0x2309);
        QVERIFY(!findInTable({text.constData(), static_cast<std::size_t>(text.size())}, ends, false));
    }

    void findsAnIpv4PeerAmongIpv6Sockets()
    {
        const std::string text =
            "   2: 0000000000000000FFFF00000100007F:A978 0000000000000000FFFF00000100007F:2309 01 00000000:00000000 "
            "00:00000000 00000000  1001        0 4712 1 0 20 4 30 10 -1\n"
            "   3: 00000000000000000000000001000000:A978 00000000000000000000000001000000:2309 01 00000000:00000000 "
            "00:00000000 00000000  1001        0 4713 1 0 20 4 30 10 -1\n";
        QCOMPARE(findInTable(text, v4(0xA978, 0x2309), true).value_or(PeerSocket{}).inode, 4712U);
        QCOMPARE(findInTable(text, v6(0xA978, 0x2309), true).value_or(PeerSocket{}).inode, 4713U);
        QVERIFY(!findInTable(text, v4(0xA978, 0x2309), false));
    }

    void readsTheKernelsAnswer()
    {
        const SocketEnds ends = v4(1000, 2000);
        const std::string good = diagMessage(1000, 2000, 4711);
        const DiagAnswer answer = parseDiagAnswer(good, ends);
        QVERIFY(answer.found.has_value() && !answer.isRefused);
        QVERIFY((*answer.found == PeerSocket{4711, 1001}));
        QVERIFY(!parseDiagAnswer(diagMessage(1000, 0, 4711), ends).found); // whoever listens there
        QVERIFY(!parseDiagAnswer(diagMessage(1000, 2000, 0), ends).found);
        for (std::size_t cut = 0; cut < good.size(); ++cut) {
            QVERIFY(!parseDiagAnswer(std::string_view(good).substr(0, cut), ends).found);
        }
        std::string refused = good;
        const std::uint16_t error = NLMSG_ERROR;
        std::memcpy(refused.data() + offsetof(nlmsghdr, nlmsg_type), &error, sizeof error);
        QVERIFY(parseDiagAnswer(refused, ends).isRefused);
    }

    void findsARealPeer_data()
    {
        QTest::addColumn<int>("serverFamily");
        QTest::addColumn<int>("clientFamily");
        QTest::newRow("IPv4") << AF_INET << AF_INET;
        QTest::newRow("IPv6") << AF_INET6 << AF_INET6;
        QTest::newRow("an IPv6 socket that speaks IPv4, as Java's do") << AF_INET << AF_INET6;
    }
    void findsARealPeer()
    {
        QFETCH(const int, serverFamily);
        QFETCH(const int, clientFamily);
        const Loop loop(serverFamily, clientFamily);
        if (!loop.isReady) {
            QVERIFY(serverFamily == AF_INET6 || clientFamily == AF_INET6);
            QSKIP("no IPv6 on this machine");
        }
        const auto ends = SocketEnds::of(loop.server.get());
        QVERIFY(ends.has_value());
        SocketTable sockets;
        for (int i = 0; i < 3; ++i) {
            const auto found = sockets.find(*ends);
            QVERIFY(found.has_value());
            QCOMPARE(found->inode, inodeOf(loop.client.get()));
            QCOMPARE(found->user, ::geteuid());
        }
        SocketEnds other = *ends;
        other.peerPort = 1;
        QVERIFY(!sockets.find(other));
    }

    void namesNoEndsOfOtherSockets()
    {
        const Descriptor unconnected(::socket(AF_INET, SOCK_STREAM, 0));
        QVERIFY(!SocketEnds::of(unconnected.get()));
        QVERIFY(!SocketEnds::of(-1));
    }
};

PICKET_TEST(TestSocketTable)
#include "tst_sockettable.moc"
