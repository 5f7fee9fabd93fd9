// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/source/sourcefile.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace picket;
using namespace Qt::Literals::StringLiterals;
using State = picket::source::SourceFile::State;

Q_DECLARE_METATYPE(picket::source::SourceFile::State)

namespace {

// home/shop is the project; home/secret is not below it.
struct DiskFixture {
    DiskFixture()
    {
        for (const char *made : {"home/shop/src", "home/shop/.git", "home/shop2", "home/secret"}) {
            top.mkpath(QString::fromLatin1(made));
        }
        write("home/shop/src/cart.py", "total = 1\n");
        write("home/shop2/cart.py", "total = 2\n");
        write("home/secret/key.py", "key = 3\n");
        choices.home = path("home");
        choices.agreed = {path("home/shop")};
    }

    [[nodiscard]] std::string path(const char *relative) const
    {
        return top.filePath(QString::fromLatin1(relative)).toStdString();
    }
    void write(const char *relative, const QByteArray &bytes) const
    {
        QFile file(top.filePath(QString::fromLatin1(relative)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void link(const char *relative, const std::string &target) const
    {
        QCOMPARE(symlink(target.c_str(), path(relative).c_str()), 0);
    }
    [[nodiscard]] source::SourceFile find(const char *relative) const
    {
        return source::findSourceFile(path(relative), {}, choices);
    }

    QTemporaryDir folder;
    QDir top{QFileInfo(folder.path()).canonicalFilePath()};
    source::FolderChoices choices;
};

// Sees who lists a folder, or opens something in it.
class Watch final
{
public:
    explicit Watch(const std::vector<std::string> &folders)
        : m_fd(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        for (const std::string &folder : folders) {
            if (inotify_add_watch(m_fd, folder.c_str(), IN_OPEN | IN_ACCESS) < 0) {
                qFatal("%s cannot be watched", folder.c_str());
            }
        }
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
    ~Watch() { close(m_fd); }

    [[nodiscard]] bool hasSeen() const
    {
        std::array<char, 4096> events{};
        return read(m_fd, events.data(), events.size()) > 0;
    }

private:
    const int m_fd;
};

// Root may read everything, so the rights of files say nothing to it.
class WithoutPrivileges final
{
public:
    WithoutPrivileges()
        : m_user(geteuid())
    {
        if (m_user == 0 && seteuid(65534) != 0) {
            qFatal("cannot give up privileges");
        }
    }
    WithoutPrivileges(const WithoutPrivileges &) = delete;
    WithoutPrivileges &operator=(const WithoutPrivileges &) = delete;
    ~WithoutPrivileges()
    {
        if (seteuid(m_user) != 0) {
            qFatal("cannot take privileges back");
        }
    }

private:
    uid_t m_user;
};

} // namespace

class TestSourceFile final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsBelowAnAgreedFolder()
    {
        const DiskFixture disk;
        const source::SourceFile file = disk.find("home/shop/src/cart.py");
        QCOMPARE(file.state, State::Read);
        QCOMPARE(file.text, std::string("total = 1\n"));
        QCOMPARE(file.folder, disk.path("home/shop"));
        QCOMPARE(disk.find("home/shop/src/../src//cart.py").text, std::string("total = 1\n"));
    }
    void asksBeforeTheFirstFileOfAFolder()
    {
        DiskFixture disk;
        disk.choices.agreed.clear();
        const source::SourceFile file = disk.find("home/shop/src/cart.py");
        QCOMPARE(file.state, State::Unasked);
        QCOMPARE(file.folder, disk.path("home/shop"));
        QVERIFY(file.text.empty());
        disk.choices.refused = {disk.path("home/shop")};
        QCOMPARE(disk.find("home/shop/src/cart.py").state, State::Refused);
    }
    void theInnerFolderCounts()
    {
        DiskFixture disk;
        disk.choices.refused = {disk.path("home/shop/src")};
        QCOMPARE(disk.find("home/shop/src/cart.py").state, State::Refused);
        disk.choices.refused = {disk.path("home")};
        QCOMPARE(disk.find("home/shop/src/cart.py").state, State::Read);
        disk.choices.refused = {disk.path("home/shop")};
        QCOMPARE(disk.find("home/shop/src/cart.py").state, State::Refused); // agreed to and refused: refused
    }
    void namesOutsideNeverLeadOut_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("dots that leave the folder") << "home/shop/../secret/key.py";
        QTest::newRow("a folder whose name begins alike") << "home/shop2/cart.py";
        QTest::newRow("a link to a file outside") << "home/shop/src/link.py";
        QTest::newRow("a link to a folder outside") << "home/shop/src/out/key.py";
        QTest::newRow("a link to a link outside") << "home/shop/src/twice.py";
    }
    void namesOutsideNeverLeadOut()
    {
        QFETCH(QString, path);
        const DiskFixture disk;
        disk.link("home/shop/src/link.py", disk.path("home/secret/key.py"));
        disk.link("home/shop/src/out", disk.path("home/secret"));
        disk.link("home/shop/src/twice.py", "link.py");
        const source::SourceFile file = disk.find(path.toLatin1().constData());
        QCOMPARE(file.state, State::Unasked);
        QVERIFY(file.text.empty());
        QVERIFY(file.folder != disk.path("home/shop"));
    }
    void linksAreFollowedWithinWhatWasAgreed()
    {
        DiskFixture disk;
        disk.link("home/current", disk.path("home/shop"));
        QCOMPARE(disk.find("home/current/src/cart.py").state, State::Unasked); // by its text it is another folder
        disk.choices.agreed.push_back(disk.path("home/current"));
        QCOMPARE(disk.find("home/current/src/cart.py").text, std::string("total = 1\n"));
        disk.link("home/shop/near.py", "src/./cart.py");
        disk.link("home/shop/up", "src/../src");
        disk.link("home/shop/absolute.py", disk.path("home/shop/src/cart.py"));
        disk.link("home/shop/chain.py", "up/cart.py");
        for (const char *name : {"near.py", "up/cart.py", "absolute.py", "chain.py"}) {
            const source::SourceFile file = disk.find((std::string("home/shop/") + name).c_str());
            QCOMPARE(file.text, std::string("total = 1\n"));
            QCOMPARE(file.path, disk.path("home/shop/src/cart.py"));
        }
        disk.link("home/shop/other", disk.path("home/shop2"));
        QCOMPARE(disk.find("home/shop/other/cart.py").folder, disk.path("home/shop2"));
        disk.choices.agreed.push_back(disk.path("home/shop2"));
        QCOMPARE(disk.find("home/shop/other/cart.py").text, std::string("total = 2\n"));
        disk.link("home/shop2/back", disk.path("home/shop/there"));
        disk.link("home/shop/there", disk.path("home/shop2/back"));
        QCOMPARE(disk.find("home/shop/there").state, State::Missing); // links in a circle over two folders
        disk.choices.refused = {disk.path("home/shop/src")};
        QCOMPARE(disk.find("home/shop/near.py").state, State::Refused);
    }
    void nothingIsTouchedBeforeTheUserAgreed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<State>("state");
        QTest::newRow("a file") << "home/watched/a.py" << State::Unasked;
        QTest::newRow("a file that is not there") << "home/watched/none.py" << State::Unasked;
        QTest::newRow("a deep folder that is not there") << "home/watched/a/b/c/d.py" << State::Unasked;
        QTest::newRow("by a detour over the agreed folder") << "home/shop/../watched/a.py" << State::Unasked;
        QTest::newRow("a link in the agreed folder") << "home/shop/link.py" << State::Unasked;
        QTest::newRow("a link to the folder") << "home/shop/folder/a.py" << State::Unasked;
        QTest::newRow("a link over the top") << "home/shop/dots/watched/a.py" << State::Unasked;
        QTest::newRow("a refused folder") << "home/watched/never/a.py" << State::Refused;
        QTest::newRow("a link into the refused folder") << "home/shop/never.py" << State::Refused;
    }
    void nothingIsTouchedBeforeTheUserAgreed()
    {
        QFETCH(QString, path);
        QFETCH(State, state);
        DiskFixture disk;
        disk.top.mkpath(u"home/watched/never"_s);
        disk.write("home/watched/a.py", "a\n");
        disk.write("home/watched/never/a.py", "a\n");
        disk.link("home/shop/link.py", disk.path("home/watched/a.py"));
        disk.link("home/shop/folder", disk.path("home/watched"));
        disk.link("home/shop/dots", "..");
        disk.link("home/shop/never.py", "../watched/never/a.py");
        disk.choices.refused = {disk.path("home/watched/never")};
        const Watch watch({disk.path("home"), disk.path("home/watched"), disk.path("home/watched/never")});
        const source::SourceFile file = disk.find(path.toLatin1().constData());
        QCOMPARE(file.state, state);
        QVERIFY(file.text.empty());
        QVERIFY(!watch.hasSeen());
        QVERIFY(QFile(disk.top.filePath(u"home/watched/a.py"_s)).open(QIODevice::ReadOnly));
        QVERIFY(watch.hasSeen()); // the check can fail
    }
    void thePathsTextDecides_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<State>("state");
        QTest::newRow("another machine's disk") << "/net/host/share/a.py" << State::Absent;
        QTest::newRow("another machine's disk by a detour") << "/srv/..//net/host/a.py" << State::Absent;
        QTest::newRow("a folder of the agreed one") << "/srv/shop/src/deep/a.py" << State::Agreed;
        QTest::newRow("the agreed folder itself") << "/srv/shop" << State::Unasked;
        QTest::newRow("a name that begins alike") << "/srv/shop2/a.py" << State::Unasked;
        QTest::newRow("out of the agreed folder") << "/srv/shop/../secret/a.py" << State::Unasked;
        QTest::newRow("a container's path") << "/app/main.py" << State::Unasked;
        QTest::newRow("in the home folder") << "/home/me/a.py" << State::Unaskable;
        QTest::newRow("in the top folder") << "/a.py" << State::Unaskable;
        QTest::newRow("the top folder") << "/srv/.." << State::Absent;
    }
    void thePathsTextDecides()
    {
        QFETCH(QString, path);
        QFETCH(State, state);
        QCOMPARE(source::judgePath(path.toStdString(), {}, {{"/srv/shop"}, {}, "/home/me"}).state, state);
    }
    void whatIsNoRegularFileIsMissing()
    {
        const DiskFixture disk;
        QCOMPARE(mkfifo(disk.path("home/shop/src/pipe.py").c_str(), 0600), 0);
        QCOMPARE(disk.find("home/shop/src/pipe.py").state, State::Missing); // and did not wait for a writer
        QCOMPARE(disk.find("home/shop/src").state, State::Missing);
        QCOMPARE(disk.find("home/shop/src/gone.py").state, State::Missing);
        disk.link("home/shop/src/loop.py", "loop.py");
        QCOMPARE(disk.find("home/shop/src/loop.py").state, State::Missing);
        QCOMPARE(disk.find("home/shop/src/cart.py/below.py").state, State::Missing);
    }
    void namesThatAreNoPathsAreAbsent_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a relative path") << QByteArray("src/cart.py");
        QTest::newRow("a path of Windows") << QByteArray("C:\\shop\\cart.cs");
        QTest::newRow("a bundler's URL") << QByteArray("webpack:///./src/cart.js");
        QTest::newRow("a page's URL") << QByteArray("https://shop.test/cart.js");
        QTest::newRow("a NUL inside") << QByteArray("/etc/passwd\0.py", 15);
        QTest::newRow("longer than any path") << QByteArray("/" + QByteArray(100'000, 'a'));
        QTest::newRow("a process's memory") << QByteArray("/proc/self/environ");
        QTest::newRow("a device") << QByteArray("/dev/zero");
        QTest::newRow("a device by a detour") << QByteArray("/etc/../dev/zero");
    }
    void namesThatAreNoPathsAreAbsent()
    {
        QFETCH(QByteArray, path);
        source::FolderChoices choices;
        choices.agreed = {"/", "/proc", "/dev", "/etc"};
        QCOMPARE(source::findSourceFile(std::string_view(path.constData(), static_cast<std::size_t>(path.size())), {},
                                        choices)
                     .state,
                 State::Absent);
    }
    void readsUpToTheLimit()
    {
        const DiskFixture disk;
        disk.write("home/shop/src/most.py", QByteArray(int(limits::sourceFile), 'x'));
        disk.write("home/shop/src/more.py", QByteArray(int(limits::sourceFile) + 1, 'x'));
        disk.write("home/shop/src/empty.py", {});
        QCOMPARE(disk.find("home/shop/src/most.py").text.size(), limits::sourceFile);
        const source::SourceFile more = disk.find("home/shop/src/more.py");
        QCOMPARE(more.state, State::Failed);
        QCOMPARE(more.error, ErrorCode::TooLarge);
        QVERIFY(more.text.empty());
        QCOMPARE(disk.find("home/shop/src/empty.py").state, State::Read);
    }
    void whatMayNotBeReadIsSaid()
    {
        const DiskFixture disk;
        QCOMPARE(chmod(disk.top.path().toLatin1().constData(), 0755), 0);
        QCOMPARE(chmod(disk.path("home/shop/src/cart.py").c_str(), 0200), 0);
        source::SourceFile file;
        {
            const WithoutPrivileges user;
            file = disk.find("home/shop/src/cart.py");
        }
        QCOMPARE(file.state, State::Failed);
        QCOMPARE(file.error, ErrorCode::IoError);
    }
    void theHomeFolderIsNeverAgreedToAsAWhole()
    {
        const DiskFixture disk;
        disk.write("home/run.py", "1\n");
        QCOMPARE(disk.find("home/run.py").state, State::Unaskable);
    }
    void bytesComeAsTheyAre()
    {
        const DiskFixture disk;
        const QByteArray bytes("a\0b\xff\r\n", 6);
        disk.write("home/shop/src/odd.py", bytes);
        QCOMPARE(QByteArray::fromStdString(disk.find("home/shop/src/odd.py").text), bytes);
    }
    void theAbsolutePathOfAFrameCounts()
    {
        model::Frame frame;
        frame.filename = "src/cart.py";
        QCOMPARE(source::sourcePath(frame), std::string_view());
        frame.absPath = "https://shop.test/cart.js";
        frame.filename = "/srv/cart.js";
        QCOMPARE(source::sourcePath(frame), std::string_view("/srv/cart.js"));
        frame.absPath = "/app/cart.js";
        QCOMPARE(source::sourcePath(frame), std::string_view("/app/cart.js"));
    }
};

PICKET_TEST(TestSourceFile)
#include "tst_sourcefile.moc"
