// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/sourcelines.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace picket;
using source::Agreement;
using Lines = std::vector<std::string_view>;

Q_DECLARE_METATYPE(picket::source::Agreement)

class TestSourceLines final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void linesEndAsEditorsEndThem()
    {
        QCOMPARE(source::splitLines("a\nb\r\nc\rd"), (Lines{"a", "b", "c", "d"}));
        QCOMPARE(source::splitLines("a\n\n"), (Lines{"a", ""}));
        QCOMPARE(source::splitLines("\xef\xbb\xbfusing System;\n"), (Lines{"using System;"}));
        QCOMPARE(source::splitLines(""), Lines());
    }
    void comparesWithTheLinesRecorded_data()
    {
        QTest::addColumn<qint64>("line");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("at");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<Agreement>("agreement");
        const QByteArray one("def total():");
        const QByteArray two("    return price");
        QTest::newRow("the same lines") << qint64(3) << one << two << QByteArray() << Agreement::Same;
        QTest::newRow("blanks and line ends do not count") << qint64(3) << one + "\r\n"
                                                           << two + " \t" << QByteArray("\n") << Agreement::Same;
        QTest::newRow("indentation counts")
            << qint64(3) << one << QByteArray("return price") << QByteArray() << Agreement::Different;
        QTest::newRow("another line") << qint64(3) << one << QByteArray("    return cost") << QByteArray()
                                      << Agreement::Different;
        QTest::newRow("a line was inserted above") << qint64(2) << one << two << QByteArray() << Agreement::Different;
        QTest::newRow("beyond the end") << qint64(99) << one << two << QByteArray() << Agreement::Different;
        QTest::newRow("before the start") << qint64(0) << one << two << QByteArray() << Agreement::Different;
        QTest::newRow("an impossible line")
            << std::numeric_limits<qint64>::min() << one << two << QByteArray() << Agreement::Different;
        QTest::newRow("the last possible line")
            << std::numeric_limits<qint64>::max() << one << two << QByteArray() << Agreement::Different;
        QTest::newRow("what was left out is not missed")
            << qint64(5) << QByteArray() << QByteArray("{snip} b, {snip} d;") << QByteArray() << Agreement::Same;
        QTest::newRow("what was kept must be there")
            << qint64(5) << QByteArray() << QByteArray("{snip} d, {snip} b;") << QByteArray() << Agreement::Different;
        QTest::newRow("a long line cut at its end")
            << qint64(6) << QByteArray() << QByteArray(200, 'x') + "..." << QByteArray("") << Agreement::Same;
        QTest::newRow("a short line is not cut")
            << qint64(6) << QByteArray() << QByteArray("xx...") << QByteArray("") << Agreement::Different;
    }
    void comparesWithTheLinesRecorded()
    {
        QFETCH(qint64, line);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, at);
        QFETCH(QByteArray, after);
        QFETCH(Agreement, agreement);
        const std::string text =
            "import os\ndef total():\n    return price\n\na, b, c, d;\n" + std::string(300, 'x') + "\n";
        model::Frame frame;
        frame.hasContext = true;
        frame.lineno = line;
        frame.preContext = {before.toStdString()};
        frame.contextLine = at.toStdString();
        frame.postContext = {after.toStdString()};
        if (before.isEmpty()) {
            frame.preContext.clear();
        }
        if (after.isNull()) {
            frame.postContext.clear();
        }
        QCOMPARE(source::compareWithRecorded(source::splitLines(text), frame), agreement);
    }
    void withoutLinesNothingIsSaid()
    {
        model::Frame frame;
        frame.lineno = 1;
        QCOMPARE(source::compareWithRecorded({"a"}, frame), Agreement::Unknown);
        frame.hasContext = true;
        frame.lineno.reset();
        QCOMPARE(source::compareWithRecorded({"a"}, frame), Agreement::Unknown);
    }
    void linesPaddedPastTheEndDoNotDiffer()
    {
        model::Frame frame;
        frame.hasContext = true;
        frame.lineno = 1;
        frame.preContext = {"", ""};
        frame.contextLine = "a";
        frame.postContext = {"", ""};
        QCOMPARE(source::compareWithRecorded({"a"}, frame), Agreement::Same);
    }
};

PICKET_TEST(TestSourceLines)
#include "tst_sourcelines.moc"
