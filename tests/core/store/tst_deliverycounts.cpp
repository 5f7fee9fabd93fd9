// SPDX-License-Identifier: GPL-3.0-or-later
// What the wire log counts beyond its ring, and what it is told afterwards.
#include "core/base/limits.h"
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <filesystem>

using namespace picket;
using namespace picket::test;

namespace {

store::Delivery from(const std::string &sdk, model::Outcome outcome,
                     const std::vector<std::pair<std::string, std::string>> &items)
{
    store::Delivery delivery = deliver(one, std::vector<store::NewEvent>());
    delivery.row.sdk = sdk;
    delivery.row.outcome = outcome;
    for (const auto &[type, result] : items) {
        delivery.row.items.push_back({type, 10, result, {}, {}, {}});
    }
    return delivery;
}

// "node/1 session kept 3"; requests as "-".
QStringList lines(store::Reader &reader)
{
    QStringList lines;
    for (const model::DeliveryCount &count : take(reader.deliveryCounts())) {
        const std::string line =
            count.sdk + ' ' + count.item.value_or("-") + ' ' + count.outcome + ' ' + std::to_string(count.count);
        lines.push_back(QString::fromStdString(line));
    }
    return lines;
}

std::int64_t sum(store::Reader &reader)
{
    std::int64_t sum = 0;
    for (const model::DeliveryCount &count : take(reader.deliveryCounts())) {
        sum += count.count;
    }
    return sum;
}

} // namespace

class TestDeliveryCounts final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void countsRequestsAndItemsOfEachSdk()
    {
        const StoreFolder folder;
        {
            store::Writer writer = folder.writer({store::Durability::Normal, 0, 2}); // a short ring
            std::vector<store::Delivery> batch;
            batch.push_back(from("python/2", model::Outcome::Stored, {{"event", "stored"}, {"session", "kept"}}));
            batch.push_back(from("python/2", model::Outcome::Duplicate, {{"event", "duplicate"}}));
            batch.push_back(from("node/1", model::Outcome::Stored, {{"event", "stored"}}));
            batch.push_back(from("", model::Outcome::Refused, {}));
            write(writer, batch);
            write(writer, from("python/2", model::Outcome::Stored, {{"event", "stored"}}));
        }
        store::Reader reader = folder.reader();
        const QStringList expected{QStringLiteral(" - refused 1"),
                                   QStringLiteral("node/1 - stored 1"),
                                   QStringLiteral("node/1 event stored 1"),
                                   QStringLiteral("python/2 - duplicate 1"),
                                   QStringLiteral("python/2 - stored 2"),
                                   QStringLiteral("python/2 event duplicate 1"),
                                   QStringLiteral("python/2 event stored 2"),
                                   QStringLiteral("python/2 session kept 1")};
        QCOMPARE(lines(reader), expected);
        // And goes on from there after a restart.
        store::Writer writer = folder.writer();
        write(writer, from("node/1", model::Outcome::Stored, {{"event", "stored"}}));
        QVERIFY(lines(reader).contains(QStringLiteral("node/1 event stored 2")));
    }

    void underLoadTheyAreWrittenLater()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::Reader reader = folder.reader();
        int written = 0;
        while (!writer.isOwing() && written < 1000) {
            write(writer, from("python/2", model::Outcome::Stored, {{"event", "stored"}}));
            ++written;
        }
        QVERIFY(writer.isOwing());
        QVERIFY(sum(reader) < 2 * written);
        QVERIFY(take(writer.settle()).counters);
        QVERIFY(!writer.isOwing());
        QCOMPARE(sum(reader), 2 * written);
    }

    // Also while there is no connection, and over the loss of one.
    void whatIsNotKeptIsCounted()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        writer.countUnkept(from("python/2", model::Outcome::Failed, {{"event", "failed"}}).row, 1);
        QVERIFY(writer.isOwing());
        std::filesystem::rename(folder.paths.database, folder.paths.database + ".old");
        std::filesystem::create_directory(folder.paths.database);
        QVERIFY(!writer.settle().has_value());
        writer.countUnkept(from("python/2", model::Outcome::Failed, {{"event", "failed"}}).row, 1);
        std::filesystem::remove(folder.paths.database);
        write(writer, from("node/1", model::Outcome::Refused, {}));
        if (writer.isOwing()) {
            QVERIFY(writer.settle().has_value());
        }
        store::Reader reader = folder.reader();
        QVERIFY(lines(reader).contains(QStringLiteral("python/2 - failed 2")));
        QVERIFY(lines(reader).contains(QStringLiteral("python/2 event failed 2")));
        QCOMPARE(take(reader.totals()).refused, 3);
        write(writer, from("node/1", model::Outcome::Refused, {}));
        QCOMPARE(take(reader.totals()).refused, 4);
    }

    void namesFromOutsideDoNotMakeItGrow()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        std::vector<store::Delivery> batch;
        constexpr int many = static_cast<int>(limits::deliveryCounts);
        for (int i = 0; i < many; ++i) {
            const std::string number = std::to_string(i);
            batch.push_back(from("sdk" + number, model::Outcome::Stored, {{"type" + number, "kept"}}));
        }
        write(writer, batch);
        store::Reader reader = folder.reader();
        QVERIFY(take(reader.deliveryCounts()).size() <= limits::deliveryCounts + 2);
        QCOMPARE(sum(reader), 2 * many); // nothing is forgotten
        QVERIFY(lines(reader).contains(QStringLiteral("* - stored %1").arg(many / 2)));
        QVERIFY(lines(reader).contains(QStringLiteral("* * kept %1").arg(many / 2)));
        // Known ones are still told apart, also after a restart.
        store::Writer again = folder.writer();
        batch.clear();
        batch.push_back(from("sdk0", model::Outcome::Stored, {}));
        batch.push_back(from("new", model::Outcome::Stored, {}));
        write(again, batch);
        QVERIFY(lines(reader).contains(QStringLiteral("sdk0 - stored 2")));
        QVERIFY(lines(reader).contains(QStringLiteral("* - stored %1").arg(many / 2 + 1)));
    }

    void keepsWhoSentARequest()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer({store::Durability::Normal, 0, 2});
        store::Delivery known = from("a", model::Outcome::Stored, {});
        known.row.peerProcess = 4711;
        known.row.peerProgram = "python3";
        std::vector<store::Delivery> batch;
        batch.push_back(std::move(known));
        batch.push_back(from("b", model::Outcome::Stored, {}));
        write(writer, batch);
        store::Reader reader = folder.reader();
        auto rows = take(reader.deliveries(10));
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(rows[1].peerProcess, 4711);
        QCOMPARE(rows[1].peerProgram, std::string("python3"));
        QCOMPARE(rows[0].peerProcess, 0);
        QCOMPARE(rows[0].peerProgram, std::string());
        // Told later.
        const std::vector<store::Writer::PeerNews> news{{rows[0].id, {4712, "node"}}, {{77}, {1, "init"}}};
        QVERIFY(take(writer.setPeers(news)).peers);
        rows = take(reader.deliveries(10));
        QCOMPARE(rows[0].peerProcess, 4712);
        QCOMPARE(rows[0].peerProgram, std::string("node"));
        QCOMPARE(rows[1].peerProcess, 4711);
        // A row that has left the ring gave its place to another.
        const DeliveryId old = rows[1].id;
        write(writer, from("c", model::Outcome::Stored, {}));
        (void)take(writer.setPeers(std::vector<store::Writer::PeerNews>{{old, {9, "wrong"}}}));
        QCOMPARE(take(reader.deliveries(10))[0].peerProcess, 0);
    }
};

PICKET_TEST(TestDeliveryCounts)
#include "tst_deliverycounts.moc"
