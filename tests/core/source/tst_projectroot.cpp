// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/projectroot.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;

class TestProjectRoot final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheProjectByThePathsText_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("shortName");
        QTest::addColumn<QString>("root");
        const auto row = [](const char *what, const char *file, const char *shortName, const char *root) {
            QTest::newRow(what) << QString::fromLatin1(file) << QString::fromLatin1(shortName)
                                << QString::fromLatin1(root);
        };
        row("what stands before the short name", "/home/me/shop/web/cart.py", "web/cart.py", "/home/me/shop");
        row("a short name that begins with a dot", "/srv/www/shop/web/a.js", "./web/a.js", "/srv/www/shop");
        row("a short name without a folder", "/home/me/shop/web/cart.py", "cart.py", "/home/me/shop/web");
        row("a short name of another file", "/home/me/shop/web/cart.py", "web/other.py", "/home/me/shop/web");
        row("a short name that begins within a name", "/home/me/shop/web/cart.py", "op/web/cart.py",
            "/home/me/shop/web");
        row("a short name that would leave a home", "/home/me/web/cart.py", "web/cart.py", "/home/me/web");
        row("a short name that would leave a system folder", "/opt/shop/cart.py", "shop/cart.py", "/opt/shop");
        row("a folder of sources", "/home/me/shop/src/deep/cart.rs", "", "/home/me/shop");
        row("packages inside of sources", "/home/me/shop/web/node_modules/left/lib/a.js", "", "/home/me/shop/web");
        row("projects kept in a folder named src", "/home/me/src/shop/main.go", "", "/home/me/src/shop");
        row("the system's libraries", "/usr/lib/python3.11/json/decoder.py", "json/decoder.py", "/usr/lib/python3.11");
        row("the system's libraries by their full name", "/usr/lib/python3.11/json/decoder.py", "",
            "/usr/lib/python3.11/json");
        row("a project at the top of a container", "/app/src/cart.py", "", "/app/src");
        row("another user's sources", "/home/you/src/a.c", "", "/home/you/src");
        row("no known part", "/home/me/scripts/nightly/run.py", "", "/home/me/scripts/nightly");
        row("directly below the top", "/no-such-folder/boot.py", "", "/no-such-folder");
        row("the top of the disk", "/boot.py", "", "");
        row("the home folder", "/home/me/run.py", "", "");
        row("above the home folder", "/home/run.py", "", "");
    }
    void tellsTheProjectByThePathsText()
    {
        QFETCH(QString, file);
        QFETCH(QString, shortName);
        QFETCH(QString, root);
        const auto found = source::projectRoot(file.toStdString(), shortName.toStdString(), "/home/me");
        QCOMPARE(QString::fromStdString(found.value_or(std::string())), root);
        QCOMPARE(found.has_value(), !root.isEmpty());
    }
    void pathsAreMadeNormal()
    {
        QCOMPARE(source::normalPath("/a//b/./c/../d/"), std::string("/a/b/d"));
        QCOMPARE(source::normalPath("/../../etc"), std::string("/etc"));
        QCOMPARE(source::normalPath("/"), std::string("/"));
        QCOMPARE(source::normalPath("/..."), std::string("/..."));
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
