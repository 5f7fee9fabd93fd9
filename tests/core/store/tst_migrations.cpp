// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/migrations.h"

#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>

using namespace picket;
using namespace picket::test;

namespace {

// A database of a past version, made by that version's own statements, with an event in it.
void makeVersion(const StoreFolder &folder, int version)
{
    const auto known = store::migrations().first(static_cast<std::size_t>(version));
    {
        auto database = take(store::openForWriting(folder.paths.database, store::Durability::Normal, known));
        take(database.execute(
            "INSERT INTO project (id, name) VALUES (1, 'shop');"
            "INSERT INTO text VALUES (1, 1, 'ValueError: x'), (2, 2, '1.0');"
            "INSERT INTO issue (id, project, status, events, first_seen, last_seen, first_received,"
            " last_received, first_release, level, unhandled, title, type, value, culprit,"
            " platform, release, environment, logger, transaction_name)"
            " VALUES (1, 1, 0, 1, 5000000, 5000000, 6000000, 6000000, '1.0', 40, 1,"
            " 'ValueError: x', 'ValueError', 'x', 'app in f', 'python', '1.0', 'dev', 'app', '/');"
            "INSERT INTO issue_hash VALUES (1, 1, zeroblob(16), 1, 1);"
            "INSERT INTO delivery (slot, seq, refused_ever, time, sdk, method, path, origin, peer,"
            " status, outcome, reason, bytes_on_wire, bytes_decoded, duration, project, items)"
            " VALUES (7, 7, 2, 6000000, 'python/2', 'POST', '/api/1/envelope/', '', '127.0.0.1', 200,"
            " 0, '', 1, 2, 3, 1, x'');"
            "INSERT INTO event (id, uuid, project, issue, type, level, timestamp, received, repeats, title, "
            "platform, release, environment, transaction_name, user, sdk, payload_size, "
            "hashes, tags)"
            " VALUES (1, x'0123456789abcdef0123456789abcdef', 1, 1, 1, 40, 5000000,"
            " 6000000, 0, 1, 0, 2, 0, 0, 0, 0, 2, x'01', x'');"));
        auto payload = database.prepare("INSERT INTO event_payload VALUES (1, ?1)");
        const std::string json = store::compress("{}");
        take(payload.run(store::Blob{json}));
    }
}

const char *const extra = "CREATE TABLE later (x INTEGER) STRICT; INSERT INTO later SELECT count(*) FROM event;";

std::vector<store::Migration> withAnother(const char *sql)
{
    std::vector<store::Migration> known(store::migrations().begin(), store::migrations().end());
    known.push_back({known.back().version + 1, "later.sql", sql});
    return known;
}

} // namespace

class TestMigrations final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreNumberedWithoutGaps()
    {
        int expected = 0;
        for (const store::Migration &migration : store::migrations()) {
            QCOMPARE(migration.version, ++expected);
        }
        QVERIFY(expected >= 1);
    }

    void everyPastVersionOpens_data()
    {
        QTest::addColumn<int>("version");
        for (const store::Migration &migration : store::migrations()) {
            QTest::addRow("version %d", migration.version) << migration.version;
        }
    }
    void everyPastVersionOpens()
    {
        QFETCH(const int, version);
        const StoreFolder folder;
        makeVersion(folder, version);
        store::Writer writer = folder.writer();
        store::Reader reader = folder.reader();
        const auto issues = allIssues(reader);
        QCOMPARE(issues.size(), 1U);
        QCOMPARE(issues.front().title, std::string("ValueError: x"));
        QCOMPARE(issues.front().projectName, std::string("shop"));
        const store::StoredEvent event = take(reader.event({1}));
        QCOMPARE(event.payload, std::string("{}"));
        QCOMPARE(event.row.eventId.hex(), std::string("0123456789abcdef0123456789abcdef"));
        // And goes on from there.
        store::NewEvent next = newEvent("ValueError: y", {});
        next.grouping.hashes.emplace_back();
        QVERIFY(write(writer, deliver(one, next)).newIssues.empty());
        QCOMPARE(allIssues(reader).front().events, 2);
        // The wire log went on as well: who sent the old request is not known, and it is in no counter.
        const auto deliveries = take(reader.deliveries(10));
        QCOMPARE(deliveries.size(), 2U);
        QCOMPARE(deliveries.back().sdk, std::string("python/2"));
        QCOMPARE(deliveries.back().peerProcess, 0);
        QCOMPARE(deliveries.front().id.value, 8);
        const auto counts = take(reader.deliveryCounts());
        QCOMPARE(counts.size(), 2U); // the request and its event
        QCOMPARE(counts.front().count, 1);
        const bool hasBackup =
            QFileInfo::exists(QString::fromStdString(store::backupPath(folder.paths.database, version)));
        QCOMPARE(hasBackup, version < store::migrations().back().version);
    }

    void releasesOfEventsThatAreThereAreMarked()
    {
        const StoreFolder folder;
        makeVersion(folder, 1);
        store::Writer writer = folder.writer();
        store::Reader reader = folder.reader();
        const auto marks = take(reader.marks({fromMicros(0), minute(0)}));
        QCOMPARE(marks.size(), 1U);
        QVERIFY(marks.front().kind == model::MarkKind::Release);
        QCOMPARE(marks.front().label, std::string("1.0"));
        QCOMPARE(marks.front().project, one);
        QVERIFY(marks.front().time == fromMicros(5'000'000));
        QVERIFY(take(reader.allowedOrigins()).empty());
        QCOMPARE(take(reader.totals()).events, 1);
        // What was there can be deleted and removed like what comes.
        QCOMPARE(take(writer.setDeleted(std::vector<IssueId>{{1}}, true)).issues.size(), 1U);
        while (take(writer.purge(now() + std::chrono::hours(1)))) { }
        QCOMPARE(folder.count("SELECT count(*) FROM event"), 0);
    }

    void aCopyIsMadeBeforeAMigration()
    {
        const StoreFolder folder;
        const int version = store::migrations().back().version;
        makeVersion(folder, version);
        const auto known = withAnother(extra);
        {
            const auto database = take(store::openForWriting(folder.paths.database, store::Durability::Full, known));
            QCOMPARE(take(database.integer("SELECT x FROM later")), 1);
            QCOMPARE(take(database.integer("PRAGMA user_version")), version + 1);
        }
        const std::string copy = store::backupPath(folder.paths.database, version);
        struct stat status {
        };
        QCOMPARE(::stat(copy.c_str(), &status), 0);
        QCOMPARE(static_cast<int>(status.st_mode & 0777), 0600);
        const auto old = take(store::Database::open(copy, store::Database::Mode::ReadOnly));
        QCOMPARE(take(old.integer("PRAGMA user_version")), version);
        QCOMPARE(take(old.integer("SELECT count(*) FROM event_payload")), 1);
        // Today's program meets the file of a later one.
        QCOMPARE(store::Writer::open(folder.paths).error().code, ErrorCode::NewerSchema);
        QCOMPARE(store::Reader::open(folder.paths).error().code, ErrorCode::NewerSchema);
    }

    void aMigrationThatFailsChangesNothing()
    {
        const StoreFolder folder;
        const int version = store::migrations().back().version;
        makeVersion(folder, version);
        const auto broken = withAnother("CREATE TABLE later (x); INSERT INTO nowhere VALUES (1);");
        QVERIFY(!store::openForWriting(folder.paths.database, store::Durability::Full, broken).has_value());
        QCOMPARE(folder.count("PRAGMA user_version"), version);
        QCOMPARE(folder.count("SELECT count(*) FROM sqlite_schema WHERE name = 'later'"), 0);
        QVERIFY(store::Writer::open(folder.paths).has_value());
    }
};

PICKET_TEST(TestMigrations)
#include "tst_migrations.moc"
