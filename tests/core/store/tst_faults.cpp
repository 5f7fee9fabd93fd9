// SPDX-License-Identifier: GPL-3.0-or-later
// Promises 1 and 11 (CONTRIBUTING.md): whatever fails on the way to the disk, what was acknowledged is there, what was
// not is not, and the writer goes on when the trouble is over.
#include "core/store/diskspace.h"
#include "tests/core/store/faultyvfs.h"
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

#include <sqlite3.h>

using namespace picket;
using namespace picket::test;

namespace {

struct Sent {
    EventUuid uuid;
    bool isAcknowledged = false;
};

std::vector<Sent> sendBatch(store::Writer &writer, int number)
{
    std::vector<store::Delivery> batch;
    std::vector<Sent> sent;
    for (int i = 0; i < 3; ++i) {
        batch.push_back(deliver(one, newEvent("title " + std::to_string(number), {number * 10 + i, i})));
        sent.push_back({batch.back().events.front().event.id});
    }
    const store::WriteOutcome outcome = writer.write(batch);
    for (std::size_t i = 0; i < sent.size(); ++i) {
        sent[i].isAcknowledged = !outcome.receipts.at(i).error;
    }
    return sent;
}

void verifyStored(const StoreFolder &folder, const std::vector<Sent> &sent)
{
    store::Reader reader = folder.reader();
    std::int64_t acknowledged = 0;
    for (const Sent &event : sent) {
        const auto found = reader.findEvent(event.uuid);
        QCOMPARE(found.has_value(), event.isAcknowledged);
        if (found) {
            QVERIFY(reader.event(*found).has_value());
        }
        acknowledged += event.isAcknowledged ? 1 : 0;
    }
    const store::Totals totals = take(reader.totals());
    QCOMPARE(totals.events, acknowledged);
    QCOMPARE(totals.deliveries, acknowledged);
    QCOMPARE(folder.count("SELECT count(*) FROM event_payload"), acknowledged);
    QCOMPARE(folder.count("SELECT coalesce(sum(count), 0) FROM issue_hour"), acknowledged);
    QCOMPARE(folder.count("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
}

} // namespace

class TestFaults final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void oneFailingOperationLosesNothingAcknowledged_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<ErrorCode>("expected");
        QTest::newRow("a write fails") << SQLITE_IOERR_WRITE << ErrorCode::IoError;
        QTest::newRow("a sync fails") << SQLITE_IOERR_FSYNC << ErrorCode::IoError;
        QTest::newRow("the disk is full") << SQLITE_FULL << ErrorCode::Full;
    }
    void oneFailingOperationLosesNothingAcknowledged()
    {
        QFETCH(const int, code);
        FaultyVfs vfs;
        int failures = 0;
        for (int nth = 1;; ++nth) {
            const StoreFolder folder;
            std::vector<Sent> sent;
            {
                store::Writer writer = folder.writer({store::Durability::Full, 0, 1000});
                vfs.failAt(nth, code);
                for (int batch = 1; batch <= 3; ++batch) {
                    const auto some = sendBatch(writer, batch);
                    sent.insert(sent.end(), some.begin(), some.end());
                    if (batch == 2) {
                        writer.checkpoint(true);
                    }
                }
                vfs.heal();
                const auto afterwards = sendBatch(writer, 4);
                for (const Sent &event : afterwards) {
                    QVERIFY2(event.isAcknowledged, "the writer did not recover");
                }
                sent.insert(sent.end(), afterwards.begin(), afterwards.end());
            }
            verifyStored(folder, sent);
            if (QTest::currentTestFailed()) {
                qInfo("operation %d", nth);
                return;
            }
            if (!vfs.hasFailed()) {
                break; // every operation has had its turn
            }
            ++failures;
        }
        QVERIFY(failures > 30);
    }

    void aFullDiskIsSaidAndSurvived_data() { oneFailingOperationLosesNothingAcknowledged_data(); }
    void aFullDiskIsSaidAndSurvived()
    {
        QFETCH(const int, code);
        QFETCH(const ErrorCode, expected);
        FaultyVfs vfs;
        const StoreFolder folder;
        store::Writer writer = folder.writer({store::Durability::Full, 0, 1000});
        std::vector<Sent> sent = sendBatch(writer, 1);
        vfs.failAt(1, code, true);
        for (int batch = 2; batch < 6; ++batch) {
            std::vector<store::Delivery> deliveries;
            deliveries.push_back(deliver(one, newEvent("lost", {batch})));
            sent.push_back({deliveries.front().events.front().event.id});
            const store::WriteOutcome outcome = writer.write(deliveries);
            QVERIFY(outcome.receipts.front().error.has_value());
            QCOMPARE(outcome.receipts.front().error->code, expected);
            QCOMPARE(outcome.changes.events, 0);
        }
        QVERIFY(!writer.setStatus(std::vector<IssueId>{{1}}, model::IssueStatus::Resolved).has_value());
        vfs.heal();
        const auto afterwards = sendBatch(writer, 7);
        sent.insert(sent.end(), afterwards.begin(), afterwards.end());
        QVERIFY(afterwards.front().isAcknowledged);
        writer.checkpoint(true);
        verifyStored(folder, sent);
    }

    void aFailureWhileOpeningHarmsNothing()
    {
        FaultyVfs vfs;
        const StoreFolder folder;
        for (int nth = 1;; ++nth) {
            vfs.failAt(nth, SQLITE_IOERR_WRITE);
            const bool opened = store::Writer::open(folder.paths).has_value();
            vfs.heal();
            QVERIFY(opened || vfs.hasFailed());
            if (!vfs.hasFailed()) {
                QVERIFY(nth > 1);
                break;
            }
        }
        store::Writer writer = folder.writer();
        QVERIFY(sendBatch(writer, 1).front().isAcknowledged);
    }

    void oneBadDeliveryCostsItsNeighboursNothing()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        std::vector<store::Delivery> batch;
        batch.push_back(deliver(one, newEvent("before", {1})));
        batch.push_back(deliver(one, newEvent("bad", {2})));
        batch.push_back(deliver(one, newEvent("after", {1})));
        // More than SQLite takes as one value. The pages are never touched.
        batch[1].events.front().payload.resize(1'100'000'000);
        const store::WriteOutcome outcome = writer.write(batch);
        QVERIFY(!outcome.receipts[0].error);
        QCOMPARE(outcome.receipts[1].error.value().code, ErrorCode::TooLarge);
        QVERIFY(!outcome.receipts[2].error);
        QCOMPARE(outcome.changes.events, 2);
        QCOMPARE(outcome.changes.issues.size(), 1U);
        store::Reader reader = folder.reader();
        QCOMPARE(allIssues(reader).size(), 1U);
        QCOMPARE(allIssues(reader).front().events, 2);
    }

    void aConnectionForReadingOnlyIsOpenedAnew()
    {
        FaultyVfs vfs;
        const StoreFolder folder;
        store::Writer writer = folder.writer({store::Durability::Full, 0, 1000});
        std::vector<Sent> sent = sendBatch(writer, 1);
        vfs.failAt(1, SQLITE_READONLY);
        const auto more = sendBatch(writer, 2);
        QVERIFY(vfs.hasFailed());
        QVERIFY(more.front().isAcknowledged);
        sent.insert(sent.end(), more.begin(), more.end());
        verifyStored(folder, sent);
        // As long as the cause is there it is said, and not a try longer.
        vfs.failAt(1, SQLITE_READONLY, true);
        std::vector<store::Delivery> deliveries;
        deliveries.push_back(deliver(one, newEvent("lost", {9})));
        QCOMPARE(writer.write(deliveries).receipts.front().error.value().code, ErrorCode::ReadOnly);
        vfs.heal();
        const auto last = sendBatch(writer, 3);
        QVERIFY(last.front().isAcknowledged);
    }

    void freePagesAreFreeSpace_data()
    {
        QTest::addColumn<std::uint64_t>("floor");
        QTest::addColumn<std::uint64_t>("reusable");
        QTest::addColumn<bool>("isEnough");
        constexpr std::uint64_t all = std::uint64_t(1) << 60;
        QTest::newRow("no floor") << std::uint64_t(0) << std::uint64_t(0) << true;
        QTest::newRow("room enough") << std::uint64_t(1) << std::uint64_t(0) << true;
        QTest::newRow("too little") << all << std::uint64_t(0) << false;
        QTest::newRow("too little with free pages") << all << std::uint64_t(4096) << false;
        QTest::newRow("enough with free pages") << all << all << true;
    }
    void freePagesAreFreeSpace()
    {
        QFETCH(const std::uint64_t, floor);
        QFETCH(const std::uint64_t, reusable);
        QFETCH(const bool, isEnough);
        const StoreFolder folder;
        store::DiskSpace space(folder.paths.folder, floor);
        const auto checked = space.check([&] { return reusable; });
        QCOMPARE(checked.has_value(), isEnough);
        if (!isEnough) {
            const QString detail = QString::fromStdString(checked.error().detail);
            QVERIFY2(
                QRegularExpression(QStringLiteral("^\\d+ MiB free, 1099511627776 needed$")).match(detail).hasMatch(),
                qPrintable(detail));
        }
    }

    void belowTheFloorNothingIsWritten()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer({store::Durability::Full, std::uint64_t(1) << 62, 1000});
        std::vector<store::Delivery> batch;
        batch.push_back(deliver(one, newEvent("a", {1})));
        QCOMPARE(writer.write(batch).receipts.front().error.value().code, ErrorCode::Full);
        QCOMPARE(folder.count("SELECT count(*) FROM event"), 0);
    }
};

PICKET_TEST(TestFaults)
#include "tst_faults.moc"
