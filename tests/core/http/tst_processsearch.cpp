// SPDX-License-Identifier: GPL-3.0-or-later
// Which process holds a socket: on a made-up /proc, and on the real one.
#include "core/http/processsearch.h"

#include "core/http/descriptor.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace picket;
using namespace picket::http;

namespace {

// A folder that looks like /proc as far as the search looks.
class MadeUpProc final
{
public:
    void addProcess(int process, const QString &program, const QList<int> &inodes)
    {
        const QString folder = m_folder.filePath(QString::number(process));
        QDir().mkpath(folder + QStringLiteral("/fd"));
        QFile::link(QStringLiteral("/dev/null"), folder + QStringLiteral("/fd/0"));
        int next = 1;
        for (const int inode : inodes) {
            // QFile::link would complete the path
            const QByteArray to = "socket:[" + QByteArray::number(inode) + "]";
            const QByteArray at = (folder + QStringLiteral("/fd/")).toUtf8() + QByteArray::number(next++);
            QCOMPARE(::symlink(to.constData(), at.constData()), 0);
        }
        if (!program.isEmpty()) {
            QFile::link(program, folder + QStringLiteral("/exe"));
        }
    }
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] std::string path() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestProcessSearch final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheLinksOfSockets_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<qint64>("inode"); // -1: none
        QTest::newRow("a socket") << QByteArray("socket:[4711]") << qint64(4711);
        QTest::newRow("a pipe") << QByteArray("pipe:[4711]") << qint64(-1);
        QTest::newRow("a file that is called like one") << QByteArray("/tmp/socket:[4711]") << qint64(-1);
        QTest::newRow("cut short") << QByteArray("socket:[4711") << qint64(-1);
        QTest::newRow("no number") << QByteArray("socket:[]") << qint64(-1);
        QTest::newRow("letters") << QByteArray("socket:[12a]") << qint64(-1);
        QTest::newRow("beyond all numbers") << QByteArray("socket:[99999999999999999999]") << qint64(-1);
        QTest::newRow("nothing") << QByteArray() << qint64(-1);
    }
    void readsTheLinksOfSockets()
    {
        QFETCH(const QByteArray, link);
        QFETCH(const qint64, inode);
        const auto read = socketInode(link.toStdString());
        QCOMPARE(read ? static_cast<qint64>(*read) : -1, inode);
    }

    void namesPrograms()
    {
        QCOMPARE(programName("/usr/bin/python3.11"), std::string("python3.11"));
        QCOMPARE(programName("/opt/my app/server (deleted)"), std::string("server"));
        QCOMPARE(programName(""), std::string());
        QCOMPARE(programName("/bin/" + std::string(4000, 'x')).size(), 256U);
    }

    void looksAtTheNewestFirst()
    {
        std::vector<std::int64_t> processes{1, 7, 300, 32000, 32700};
        sortNewestFirst(processes, 300); // ids have begun again from below
        QCOMPARE(processes, (std::vector<std::int64_t>{300, 7, 1, 32700, 32000}));
        sortNewestFirst(processes, 0);
        QCOMPARE(processes, (std::vector<std::int64_t>{32700, 32000, 300, 7, 1}));
        sortNewestFirst(processes, 40000);
        QCOMPARE(processes.front(), 32700);
        QCOMPARE(lastProcess("0.1 0.2 0.3 1/129 30653"), 30653);
        QCOMPARE(lastProcess(""), 0);
        QCOMPARE(lastProcess("0.1 0.2 0.3 1/129 x"), 0);
    }

    void findsWhoHoldsWhat()
    {
        MadeUpProc proc;
        proc.addProcess(10, QStringLiteral("/usr/bin/node"), {100, 101});
        proc.addProcess(20, QStringLiteral("/usr/bin/python3.11"), {200});
        proc.addProcess(30, {}, {300});
        proc.write(QStringLiteral("30/comm"), "short-name\n");
        proc.write(QStringLiteral("loadavg"), "0.1 0.2 0.3 1/129 30\n");
        proc.write(QStringLiteral("40"), "a file where a folder should be");
        ProcessSearch search(proc.path());
        ProcessSearch::Inodes wanted{100, 200, 300, 999};
        ProcessSearch::Found found;
        search.searchKnown(wanted, found);
        QVERIFY(found.empty()); // nobody is known yet
        search.searchAll(wanted, found);
        QVERIFY((wanted == ProcessSearch::Inodes{999}));
        QCOMPARE(found.size(), 3U);
        QCOMPARE(found[100].process, 10);
        QCOMPARE(found[100].program, std::string("node"));
        QCOMPARE(found[200].program, std::string("python3.11"));
        QCOMPARE(found[300].program, std::string("short-name"));
        // From now on a look at those is enough.
        wanted = {101};
        search.searchKnown(wanted, found);
        QVERIFY(wanted.empty());
        QCOMPARE(found[101].process, 10);
    }

    void findsNothingWhereThereIsNoProc()
    {
        ProcessSearch search("/nonexistent/proc");
        ProcessSearch::Inodes wanted{1};
        ProcessSearch::Found found;
        search.searchAll(wanted, found);
        QCOMPARE(wanted.size(), 1U);
        QVERIFY(found.empty());
    }

    void findsThisProcess()
    {
        const Descriptor socket(::socket(AF_INET, SOCK_STREAM, 0));
        struct stat status {
        };
        QCOMPARE(::fstat(socket.get(), &status), 0);
        ProcessSearch search;
        ProcessSearch::Inodes wanted{status.st_ino};
        ProcessSearch::Found found;
        search.searchAll(wanted, found);
        QVERIFY(wanted.empty());
        QCOMPARE(found[status.st_ino].process, static_cast<std::int64_t>(::getpid()));
        QCOMPARE(found[status.st_ino].program,
                 QFileInfo(QCoreApplication::applicationFilePath()).fileName().toStdString());
    }
};

PICKET_TEST(TestProcessSearch)
#include "tst_processsearch.moc"
