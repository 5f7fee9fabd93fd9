// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/glob.h"
#include "tests/support/testmain.h"

#include <QTest>

using picket::grouping::Glob;

class TestGlob final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<bool>("isPath");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *title, const char *pattern, bool isPath, const char *text, bool expected) {
            QTest::newRow(title) << QByteArray(pattern) << isPath << QByteArray(text) << expected;
        };
        row("the same text", "abort", false, "abort", true);
        row("a longer text", "abort", false, "abort2", false);
        row("a prefix", "std::*", false, "std::sort", true);
        row("a prefix with nothing behind it", "std::*", false, "std::", true);
        row("a suffix", "*.cpp", false, "a.cpp", true);
        row("a part", "*<lambda>*", false, "x<lambda>y", true);
        row("a run crosses '/' in a name", "@babel*x", false, "@babel/a/b/x", true);
        row("a run stays in its component of a path", "/usr/*/x", true, "/usr/a/b/x", false);
        row("a run in its component", "/usr/*/x", true, "/usr/a/x", true);
        row("two stars cross components", "**/site-packages/**", true, "/a/b/site-packages/c/d.py", true);
        row("two stars match no component", "**/foo", true, "/foo", true);
        row("both kinds of run", "**/*.app/contents/**", true, "/applications/x.y/my.app/contents/macos/my", true);
        row("both kinds of run, in vain", "**/*.app/contents/**", true, "/applications/my.app/other/x", false);
        row("come back to the right run", "**/a*b/c", true, "/a1b/x/a2b/c", true);
        row("one character", "fo?", false, "foo", true);
        row("one character is none", "fo?", false, "fo", false);
        row("one character is no '/' in a path", "a?b", true, "a/b", false);
        row("a class", "[abc]x", false, "bx", true);
        row("a class with a range", "v[0-9]", false, "v7", true);
        row("a negated class", "[!a]x", false, "ax", false);
        row("a class without an end is text", "[Sentry", false, "[Sentry", true);
        row("an escaped bracket", "-\\[NS*", false, "-[NSArray x]", true);
        row("an escaped star", "a\\*", false, "ab", false);
        row("any text", "*", false, "", true);
        row("no text", "", false, "", true);
        row("bytes that are not ASCII", "*ü*", false, "grün", true);
    }
    void matches()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(bool, isPath);
        QFETCH(QByteArray, text);
        QFETCH(bool, expected);
        const Glob glob(pattern.toStdString(), isPath ? Glob::Kind::Path : Glob::Kind::Name);
        QCOMPARE(glob.matches(text.toStdString()), expected);
    }
};

PICKET_TEST(TestGlob)
#include "tst_glob.moc"
