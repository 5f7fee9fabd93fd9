// SPDX-License-Identifier: GPL-3.0-or-later
// Promise 10 (CONTRIBUTING.md): private files, one owner, and no file of another user is ever written to.
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace picket;
using namespace picket::test;

namespace {

int modeOf(const std::string &path)
{
    struct stat status {
    };
    return ::stat(path.c_str(), &status) == 0 ? static_cast<int>(status.st_mode & 0777) : -1;
}

QByteArray contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void makeFile(const std::string &path, const QByteArray &content)
{
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

// A database as another program or another version would leave it.
void makeDatabase(const std::string &path, const std::string &sql)
{
    makeFile(path, {});
    take(take(store::Database::open(path, store::Database::Mode::ReadWrite)).execute(sql));
}

} // namespace

class TestWorkspace final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void pathsLieInTheFolder()
    {
        QCOMPARE(store::workspacePaths("/a/b/").database, std::string("/a/b/picket.db"));
        QCOMPARE(store::workspacePaths("/a/b").lock, std::string("/a/b/picket.lock"));
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", "/data");
        QCOMPARE(store::defaultWorkspaceFolder(), std::string("/data/picket/default"));
        qputenv("XDG_DATA_HOME", "relative");
        QCOMPARE(store::defaultWorkspaceFolder(), qgetenv("HOME").toStdString() + "/.local/share/picket/default");
        qputenv("XDG_DATA_HOME", before);
    }

    void everythingIsPrivateWhateverTheUmask()
    {
        const QTemporaryDir dir;
        const auto paths = store::workspacePaths(dir.path().toStdString() + "/new/folder");
        const mode_t before = ::umask(0);
        {
            const auto lock = take(store::WorkspaceLock::acquire(paths, "test"));
            store::Writer writer = take(store::Writer::open(paths));
            write(writer, deliver(one, newEvent("title", {1})));
            for (const char *file : {"", "-wal", "-shm"}) {
                QCOMPARE(modeOf(paths.database + file), 0600);
            }
        }
        ::umask(before);
        QCOMPARE(modeOf(paths.folder), 0700);
        QCOMPARE(modeOf(paths.lock), 0600);
    }

    void openFilesAreTightened()
    {
        const StoreFolder folder;
        (void)folder.writer();
        ::chmod(folder.paths.database.c_str(), 0644);
        ::chmod(folder.paths.folder.c_str(), 0755);
        const auto lock = take(store::WorkspaceLock::acquire(folder.paths, "test"));
        (void)folder.writer();
        QCOMPARE(modeOf(folder.paths.database), 0600);
        QCOMPARE(modeOf(folder.paths.folder), 0700);
    }

    void theSecondOwnerIsToldWhoIsFirst()
    {
        const StoreFolder folder;
        {
            const auto lock = take(store::WorkspaceLock::acquire(folder.paths, "picket serve"));
            const auto second = store::WorkspaceLock::acquire(folder.paths, "picket");
            QVERIFY(!second.has_value());
            QCOMPARE(second.error().code, ErrorCode::Busy);
            QCOMPARE(second.error().detail, "picket serve, process " + std::to_string(::getpid()));
        }
        QVERIFY(store::WorkspaceLock::acquire(folder.paths, "picket").has_value());
    }

    void aLinkInTheDatabasesPlaceIsRefused()
    {
        const StoreFolder folder;
        const StoreFolder elsewhere;
        (void)elsewhere.writer();
        QCOMPARE(::symlink(elsewhere.paths.database.c_str(), folder.paths.database.c_str()), 0);
        const QByteArray before = contentOf(elsewhere.paths.database);
        QCOMPARE(store::Writer::open(folder.paths).error().code, ErrorCode::CannotOpen);
        QCOMPARE(store::Reader::open(folder.paths).error().code, ErrorCode::CannotOpen);
        QCOMPARE(contentOf(elsewhere.paths.database), before);
        ::unlink(folder.paths.database.c_str());
        QCOMPARE(::symlink("nowhere", folder.paths.database.c_str()), 0);
        QCOMPARE(store::Writer::open(folder.paths).error().code, ErrorCode::CannotOpen);
    }
    void aLinkInTheLocksPlaceIsRefused()
    {
        const StoreFolder folder;
        QCOMPARE(::symlink("/dev/null", folder.paths.lock.c_str()), 0);
        QCOMPARE(store::WorkspaceLock::acquire(folder.paths, "test").error().code, ErrorCode::CannotOpen);
    }
    void aLinkOnTheWayIsNot()
    {
        const StoreFolder folder;
        const QTemporaryDir dir;
        const std::string link = dir.path().toStdString() + "/link";
        QCOMPARE(::symlink(folder.paths.folder.c_str(), link.c_str()), 0);
        const auto paths = store::workspacePaths(link);
        QVERIFY(store::WorkspaceLock::acquire(paths, "test").has_value());
        QVERIFY(store::Writer::open(paths).has_value());
    }

    void foreignAndDamagedFilesStayUntouched_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<ErrorCode>("expected");
        const QByteArray noise("this is no database, but somebody may want it ");
        QTest::newRow("text") << noise.repeated(2000) << QString() << ErrorCode::Corrupt;
        QTest::newRow("a few bytes") << QByteArray("x") << QString() << ErrorCode::Corrupt;
        QTest::newRow("a database header and noise")
            << QByteArray("SQLite format 3\0", 16) + noise.repeated(1000) << QString() << ErrorCode::Corrupt;
        QTest::newRow("another program's database")
            << QByteArray() << QStringLiteral("CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')")
            << ErrorCode::Corrupt;
        QTest::newRow("a newer version")
            << QByteArray()
            << QStringLiteral("PRAGMA application_id = %1; PRAGMA user_version = 1000; CREATE TABLE future (x)")
                   .arg(store::applicationId)
            << ErrorCode::NewerSchema;
        QTest::newRow("ours by its marks, without our tables")
            << QByteArray()
            << QStringLiteral("PRAGMA application_id = %1; PRAGMA user_version = 1; CREATE TABLE other (x)")
                   .arg(store::applicationId)
            << ErrorCode::Corrupt;
    }
    void foreignAndDamagedFilesStayUntouched()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, sql);
        QFETCH(const ErrorCode, expected);
        const StoreFolder folder;
        if (sql.isEmpty()) {
            makeFile(folder.paths.database, content);
        } else {
            makeDatabase(folder.paths.database, sql.toStdString());
        }
        const QByteArray before = contentOf(folder.paths.database);
        const auto writer = store::Writer::open(folder.paths);
        QVERIFY(!writer.has_value());
        QCOMPARE(writer.error().code, expected);
        const auto reader = store::Reader::open(folder.paths);
        QVERIFY(!reader.has_value());
        QCOMPARE(reader.error().code, expected);
        QCOMPARE(contentOf(folder.paths.database), before);
    }

    void withoutADatabaseThereIsNothingToRead()
    {
        const StoreFolder folder;
        QCOMPARE(store::Reader::open(folder.paths).error().code, ErrorCode::NotFound);
        QCOMPARE(store::Reader::open(store::workspacePaths("/nonexistent/folder")).error().code, ErrorCode::NotFound);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(folder.paths.database)));
        makeFile(folder.paths.database, {});
        QCOMPARE(store::Reader::open(folder.paths).error().code, ErrorCode::NotFound);
    }

    void theLogIsEmptiedOnExit()
    {
        const StoreFolder folder;
        {
            store::Writer writer = folder.writer();
            write(writer, deliver(one, newEvent("title", {1})));
            QVERIFY(writer.walBytes() > 0);
            writer.checkpoint(true);
            QCOMPARE(writer.walBytes(), 0U);
            write(writer, deliver(one, newEvent("title", {1})));
            QVERIFY(writer.walBytes() > 0);
        }
        QCOMPARE(store::walSize(folder.paths.database), 0U);
        QCOMPARE(folder.count("SELECT count(*) FROM event"), 2);
    }
};

PICKET_TEST(TestWorkspace)
#include "tst_workspace.moc"
