// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/projectroot.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace picket;

class TestProjectRoot final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNearestProject_data()
    {
        QTest::addColumn<QString>("marks"); // paths below the home folder, ending in a slash for folders
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("root");
        QTest::newRow("a repository") << "shop/.git/"
                                      << "shop/src/cart.py"
                                      << "shop";
        QTest::newRow("a worktree, whose .git is a file") << "shop/.git"
                                                          << "shop/src/cart.py"
                                                          << "shop";
        QTest::newRow("a package inside a repository") << "shop/.git/,shop/web/package.json"
                                                       << "shop/web/src/a.js"
                                                       << "shop/web";
        QTest::newRow("a solution of any name") << "shop/Shop.sln"
                                                << "shop/Web/Cart.cs"
                                                << "shop";
        QTest::newRow("no project: the file's own folder") << ""
                                                           << "scripts/nightly/run.py"
                                                           << "scripts/nightly";
        QTest::newRow("a project's mark in the home folder does not make it one") << ".git/,package.json"
                                                                                  << "scripts/run.py"
                                                                                  << "scripts";
        QTest::newRow("nothing to agree to for a file in the home folder") << ".git/"
                                                                           << "run.py" << QString();
        QTest::newRow("a suffix alone is no name") << "shop/.sln"
                                                   << "shop/Web/Cart.cs"
                                                   << "shop/Web";
    }
    void findsTheNearestProject()
    {
        QFETCH(QString, marks);
        QFETCH(QString, file);
        QFETCH(QString, root);
        const QTemporaryDir folder;
        const QDir home(QFileInfo(folder.path()).canonicalFilePath());
        QVERIFY(home.mkpath(QFileInfo(file).path()));
        for (const QString &mark : marks.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            QVERIFY(home.mkpath(QFileInfo(mark).path()));
            QFile made(home.filePath(mark));
            QVERIFY(mark.endsWith(QLatin1Char('/')) ? home.mkpath(mark) : made.open(QIODevice::WriteOnly));
        }
        const auto found = source::projectRoot(home.filePath(file).toStdString(), home.path().toStdString());
        QCOMPARE(found ? QString::fromStdString(*found) : QString(), root.isEmpty() ? QString() : home.filePath(root));
    }
    void theTopOfTheDiskIsNeverOffered()
    {
        QVERIFY(!source::projectRoot("/boot.py", "/home/me"));
        QCOMPARE(source::projectRoot("/no-such-folder/boot.py", "/home/me"),
                 std::optional<std::string>("/no-such-folder"));
    }
    void belowIsDecidedByWholeNames()
    {
        QVERIFY(source::isBelow("/srv/me/shop/a.py", "/srv/me/shop"));
        QVERIFY(!source::isBelow("/srv/me/shop2/a.py", "/srv/me/shop"));
        QVERIFY(!source::isBelow("/srv/me/shop", "/srv/me/shop"));
        QVERIFY(!source::isBelow("/etc/passwd", "/"));
        QVERIFY(!source::isBelow("/etc/passwd", ""));
    }
};

PICKET_TEST(TestProjectRoot)
#include "tst_projectroot.moc"
