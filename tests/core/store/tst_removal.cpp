// SPDX-License-Identifier: GPL-3.0-or-later
// Promise 1 (CONTRIBUTING.md) while somebody else removes, moves or replaces the files: what is acknowledged after it
// is in the database that the workspace's path names, and what was there under another name stays whole.
#include "core/store/logholders.h"
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <functional>

#include <sys/stat.h>
#include <unistd.h>

using namespace picket;
using namespace picket::test;

namespace {

using Harm = std::function<void(const store::WorkspacePaths &)>;

struct Workspace {
    QTemporaryDir dir;
    store::WorkspacePaths paths = store::workspacePaths(dir.path().toStdString() + "/ws");

    [[nodiscard]] store::Writer writer(std::uint64_t floor = 0) const
    {
        store::WriterOptions options;
        options.freeDiskFloor = floor;
        return take(store::Writer::open(take(store::WorkspaceLock::acquire(paths, "test")), paths, options));
    }
    [[nodiscard]] bool holds(const EventUuid &event) const
    {
        return take(store::Reader::open(paths)).findEvent(event).has_value();
    }
};

EventUuid send(store::Writer &writer)
{
    store::NewEvent event = newEvent("title", {1});
    const EventUuid id = event.event.id;
    write(writer, deliver(one, std::move(event)));
    return id;
}

void remove(const std::string &path)
{
    std::filesystem::remove_all(path);
}

} // namespace

Q_DECLARE_METATYPE(Harm)

class TestRemoval final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAcknowledgedIsThere_data()
    {
        QTest::addColumn<Harm>("harm");
        QTest::addColumn<bool>("isReplaced");
        const auto row = [](const char *name, bool isReplaced, Harm harm) {
            QTest::newRow(name) << std::move(harm) << isReplaced;
        };
        using Paths = store::WorkspacePaths;
        row("the folder is removed", true, [](const Paths &paths) { remove(paths.folder); });
        row("the folder is moved away", true,
            [](const Paths &paths) { std::filesystem::rename(paths.folder, paths.folder + ".old"); });
        row("an empty folder takes its place", true, [](const Paths &paths) {
            remove(paths.folder);
            std::filesystem::create_directory(paths.folder);
        });
        row("the database alone is removed", true, [](const Paths &paths) { remove(paths.database); });
        row("the database is removed with its log", true, [](const Paths &paths) {
            for (const char *suffix : {"", "-wal", "-shm"}) {
                remove(paths.database + suffix);
            }
        });
        row("the database is moved away", true,
            [](const Paths &paths) { std::filesystem::rename(paths.database, paths.database + ".old"); });
        row("a copy takes its place", true, [](const Paths &paths) {
            const std::string copy = paths.folder + "/picket.db.copy";
            std::filesystem::copy_file(paths.database, copy);
            std::filesystem::rename(copy, paths.database);
            remove(paths.database + "-wal");
            remove(paths.database + "-shm");
        });
        row("the log is removed", false, [](const Paths &paths) { remove(paths.database + "-wal"); });
        row("the log and its index are removed", false, [](const Paths &paths) {
            remove(paths.database + "-wal");
            remove(paths.database + "-shm");
        });
        row("the lock is removed", false, [](const Paths &paths) { remove(paths.lock); });
    }
    void whatIsAcknowledgedIsThere()
    {
        QFETCH(const Harm, harm);
        QFETCH(const bool, isReplaced);
        const Workspace workspace;
        std::vector<EventUuid> acknowledged;
        EventUuid before;
        {
            store::Writer writer = workspace.writer();
            before = send(writer);
            writer.checkpoint(true);
            const EventUuid inTheLog = send(writer);
            QVERIFY(!writer.takeReplaced());
            harm(workspace.paths);
            for (int i = 0; i < 3; ++i) {
                acknowledged.push_back(send(writer));
            }
            QCOMPARE(writer.takeReplaced(), isReplaced);
            QVERIFY(!writer.takeReplaced());
            if (!isReplaced) {
                acknowledged.push_back(before);
                acknowledged.push_back(inTheLog);
            }
            for (const EventUuid &event : acknowledged) {
                QVERIFY(workspace.holds(event));
            }
            QVERIFY(!store::WorkspaceLock::acquire(workspace.paths, "second").has_value());
        }
        for (const EventUuid &event : acknowledged) {
            QVERIFY(workspace.holds(event));
        }
    }

    void whatWasMovedAwayIsWhole()
    {
        const Workspace workspace;
        store::Writer writer = workspace.writer();
        const EventUuid before = send(writer);
        const std::string aside = workspace.paths.folder + ".old";
        std::filesystem::rename(workspace.paths.folder, aside);
        const EventUuid after = send(writer);
        QVERIFY(workspace.holds(after));
        QVERIFY(!workspace.holds(before));
        store::Reader old = take(store::Reader::open(store::workspacePaths(aside)));
        QVERIFY(old.findEvent(before).has_value());
        QVERIFY(!old.findEvent(after).has_value());
    }

    // Whoever took the folder meanwhile keeps it.
    void aNewOwnerIsRespected()
    {
        const Workspace workspace;
        store::Writer writer = workspace.writer();
        (void)send(writer);
        remove(workspace.paths.folder);
        const auto other = take(store::WorkspaceLock::acquire(workspace.paths, "other"));
        std::vector<store::Delivery> deliveries;
        deliveries.push_back(deliver(one, newEvent("title", {1})));
        QCOMPARE(writer.write(deliveries).receipts.front().error.value().code, ErrorCode::Busy);
    }

    // The ids of the old database name other rows in the new one.
    void editsOfOldRowsAreRefused()
    {
        const Workspace workspace;
        store::Writer writer = workspace.writer();
        (void)send(writer);
        remove(workspace.paths.folder);
        const std::vector<IssueId> issue{IssueId{1}};
        QCOMPARE(writer.setDeleted(issue, true).error().code, ErrorCode::NotFound);
        QVERIFY(writer.takeReplaced());
        QVERIFY(writer.addMark(model::MarkKind::Mark, minute(0), {}, "m").has_value());
        (void)send(writer);
        QVERIFY(writer.setDeleted(issue, true).has_value());
    }

    void aReaderSeesThatItsFileIsGone()
    {
        const Workspace workspace;
        store::Writer writer = workspace.writer();
        (void)send(writer);
        store::Reader reader = take(store::Reader::open(workspace.paths));
        const store::DataVersion before = take(reader.dataVersion());
        QVERIFY(reader.isInPlace());
        (void)send(writer);
        QVERIFY(reader.isInPlace());
        QVERIFY(take(reader.dataVersion()).file == before.file);
        remove(workspace.paths.folder);
        QVERIFY(!reader.isInPlace());
        (void)send(writer);
        QVERIFY(take(take(store::Reader::open(workspace.paths)).dataVersion()).file != before.file);
    }

    void whatPeopleAskForWorksBelowTheFloor()
    {
        const Workspace workspace;
        {
            store::Writer writer = workspace.writer();
            (void)send(writer);
        }
        store::Writer writer = workspace.writer(std::uint64_t(1) << 62);
        QCOMPARE(writer.checkSpace().error().code, ErrorCode::Full);
        const std::vector<IssueId> issue{IssueId{1}};
        QVERIFY(writer.setStatus(issue, model::IssueStatus::Resolved).has_value());
        QVERIFY(writer.setStatus(issue, model::IssueStatus::Muted).has_value());
        QVERIFY(writer.setDeleted(issue, true).has_value());
        QVERIFY(writer.setDeleted(issue, false).has_value());
        QVERIFY(writer.addMark(model::MarkKind::Mark, minute(0), {}, "m").has_value());
        QVERIFY(writer.allowOrigin("https://a.example").has_value());
        store::Reader reader = take(store::Reader::open(workspace.paths));
        QVERIFY(allIssues(reader).front().status == model::IssueStatus::Muted);
    }

    void readersOfALogAreFound_data()
    {
        QTest::addColumn<QByteArray>("locks");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("nothing") << QByteArray() << QList<int>();
        QTest::newRow("a reader") << QByteArray("1: POSIX  ADVISORY  READ 4711 08:01:77 123 123\n") << QList<int>{4711};
        QTest::newRow("two, one with two marks")
            << QByteArray("1: POSIX  ADVISORY  READ 4711 08:01:77 124 124\n2: POSIX  ADVISORY  READ 4712 08:01:77 126 "
                          "126\n3: POSIX  ADVISORY  READ 4711 08:01:77 127 127\n")
            << QList<int>{4711, 4712};
        QTest::newRow("this process") << QByteArray("1: POSIX  ADVISORY  READ 1 08:01:77 123 123\n") << QList<int>();
        QTest::newRow("another file") << QByteArray("1: POSIX  ADVISORY  READ 4711 08:01:78 123 123\n") << QList<int>();
        QTest::newRow("the lock that says that it is in use")
            << QByteArray("1: POSIX  ADVISORY  READ 4711 08:01:77 128 128\n") << QList<int>();
        QTest::newRow("a writer") << QByteArray("1: POSIX  ADVISORY  WRITE 4711 08:01:77 123 123\n") << QList<int>();
        QTest::newRow("one that waits") << QByteArray("1: -> POSIX  ADVISORY  READ 4711 08:01:77 123 123\n")
                                        << QList<int>();
        QTest::newRow("of another name space")
            << QByteArray("1: POSIX  ADVISORY  READ 0 08:01:77 123 123\n") << QList<int>();
        QTest::newRow("no numbers") << QByteArray("1: POSIX  ADVISORY  READ x 08:01:77 y EOF\n\n\nabc") << QList<int>();
        QTest::newRow("a flock") << QByteArray("1: FLOCK  ADVISORY  READ 4711 08:01:77 0 EOF\n") << QList<int>();
    }
    void readersOfALogAreFound()
    {
        QFETCH(const QByteArray, locks);
        QFETCH(const QList<int>, expected);
        const auto found = store::readersOf(locks.toStdString(), {0, 77}, 1);
        QCOMPARE(QList<int>(found.begin(), found.end()), expected);
    }
};

PICKET_TEST(TestRemoval)
#include "tst_removal.moc"
