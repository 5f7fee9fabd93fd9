// SPDX-License-Identifier: GPL-3.0-or-later
// Promise 10 (CONTRIBUTING.md): private files, one owner, and no file of another user is ever written to.
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <cerrno>
#include <cstring>

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

// Root may do everything: what depends on a mode is tried as somebody else.
class OrdinaryUser final
{
public:
    OrdinaryUser()
    {
        if (::geteuid() == 0 && ::seteuid(nobody) != 0) {
            qFatal("seteuid: %s", std::strerror(errno));
        }
    }
    OrdinaryUser(const OrdinaryUser &) = delete;
    OrdinaryUser &operator=(const OrdinaryUser &) = delete;
    ~OrdinaryUser()
    {
        if (::getuid() == 0 && ::seteuid(0) != 0) {
            qFatal("seteuid: %s", std::strerror(errno));
        }
    }

private:
    static constexpr uid_t nobody = 65534;
};

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
        ::chmod(folder.paths.folder.c_str(), 0755); // somebody's wish
        const auto lock = take(store::WorkspaceLock::acquire(folder.paths, "test"));
        (void)folder.writer();
        QCOMPARE(modeOf(folder.paths.database), 0600);
        QCOMPARE(modeOf(folder.paths.folder), 0755);
    }

    void logsAreTightened()
    {
        const StoreFolder folder;
        makeFile(folder.paths.database + "-wal", {});
        makeFile(folder.paths.database + "-shm", {});
        for (const char *file : {"-wal", "-shm"}) {
            ::chmod((folder.paths.database + file).c_str(), 0444);
        }
        store::Writer writer = folder.writer();
        write(writer, deliver(one, newEvent("title", {1})));
        for (const char *file : {"", "-wal", "-shm"}) {
            QCOMPARE(modeOf(folder.paths.database + file), 0600);
        }
    }

    void aFolderWithOtherThingsIsRefused_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("an empty folder") << QStringList() << 0755 << true;
        QTest::newRow("an empty private folder") << QStringList() << 0700 << true;
        QTest::newRow("a project") << QStringList{QStringLiteral("main.py")} << 0755 << false;
        QTest::newRow("anyone's folder") << QStringList{QStringLiteral("x")} << 01777 << false;
        QTest::newRow("a hidden file") << QStringList{QStringLiteral(".git")} << 0700 << false;
        QTest::newRow("a file called almost like ours") << QStringList{QStringLiteral("picket")} << 0755 << false;
        QTest::newRow("a workspace without its database")
            << QStringList{QStringLiteral("picket.lock"), QStringLiteral("uploads"), QStringLiteral("spool-a1B2c3"),
                           QStringLiteral("picket.db.version-2")}
            << 0750 << true;
        QTest::newRow("a new file system") << QStringList{QStringLiteral("lost+found")} << 0755 << true;
        QTest::newRow("a workspace with other things")
            << QStringList{QStringLiteral("picket.db"), QStringLiteral("notes.txt")} << 0711 << true;
    }
    void aFolderWithOtherThingsIsRefused()
    {
        QFETCH(const QStringList, files);
        QFETCH(const int, mode);
        QFETCH(const bool, isTaken);
        const StoreFolder folder;
        for (const QString &file : files) {
            makeFile(folder.paths.folder + '/' + file.toStdString(), {});
        }
        ::chmod(folder.paths.folder.c_str(), static_cast<mode_t>(mode));
        const auto lock = store::WorkspaceLock::acquire(folder.paths, "test");
        QCOMPARE(lock.has_value(), isTaken);
        if (!isTaken) {
            QCOMPARE(lock.error().code, ErrorCode::ForeignFolder);
            QVERIFY(!QFileInfo::exists(QString::fromStdString(folder.paths.lock)));
        }
        struct stat status {
        };
        QCOMPARE(::stat(folder.paths.folder.c_str(), &status), 0);
        QCOMPARE(static_cast<int>(status.st_mode & 07777), mode);
    }

    void anotherProgramsDatabaseKeepsItsMode()
    {
        const StoreFolder folder;
        makeDatabase(folder.paths.database, "CREATE TABLE notes (text)");
        ::chmod(folder.paths.database.c_str(), 0664);
        QCOMPARE(store::Writer::open(folder.paths).error().code, ErrorCode::Corrupt);
        QCOMPARE(modeOf(folder.paths.database), 0664);
    }

    // SQLite opens for reading what it cannot open for writing, and keeps it so.
    void aLogThatCouldOnlyBeReadIsOpenedAnew()
    {
        const OrdinaryUser user;
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        write(writer, deliver(one, newEvent("title", {1})));
        const auto aside = folder.paths.folder + "/picket.db.aside";
        QCOMPARE(::rename((folder.paths.database + "-wal").c_str(), aside.c_str()), 0);
        makeFile(folder.paths.database + "-wal", {});
        ::chmod((folder.paths.database + "-wal").c_str(), 0400);
        write(writer, deliver(one, newEvent("title", {1})));
        QCOMPARE(modeOf(folder.paths.database + "-wal"), 0600);
        QCOMPARE(folder.count("SELECT count(*) FROM event"), 2);
    }
    void aDatabaseThatCanOnlyBeReadIsNotOpenedForWriting()
    {
        const OrdinaryUser user;
        const StoreFolder folder;
        (void)folder.writer();
        ::chmod(folder.paths.database.c_str(), 0400);
        QCOMPARE(store::Database::open(folder.paths.database, store::Database::Mode::ReadWrite).error().code,
                 ErrorCode::ReadOnly);
    }

    void aWorkspaceOnReadOnlyMediaIsRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a plain name") << QStringLiteral("ws");
        QTest::newRow("a name with what means something in an address") << QStringLiteral("a%20b?c=d#e &");
    }
    void aWorkspaceOnReadOnlyMediaIsRead()
    {
        QFETCH(const QString, name);
        const OrdinaryUser user;
        const QTemporaryDir dir;
        const auto paths = store::workspacePaths((dir.path() + QLatin1Char('/') + name).toStdString());
        {
            store::Writer writer = take(store::Writer::open(take(store::WorkspaceLock::acquire(paths, "test")), paths));
            write(writer, deliver(one, newEvent("title", {1})));
        }
        ::chmod(paths.database.c_str(), 0400);
        ::chmod(paths.lock.c_str(), 0400);
        ::chmod(paths.folder.c_str(), 0500);
        QCOMPARE(store::WorkspaceLock::acquire(paths, "test").error().code, ErrorCode::ReadOnly);
        store::Reader reader = take(store::Reader::open(paths));
        QCOMPARE(allIssues(reader).size(), 1U);
        QVERIFY(reader.isInPlace());
        ::chmod(paths.folder.c_str(), 0700);
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
