// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/support/testmain.h"
#include "tests/support/threadclock.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/code/codesearch.h"
#include "ui/code/codeview.h"
#include "ui/events/rawdock.h"
#include "ui/widgets/searchbox.h"
#include "ui/wording/textmatches.h"

#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct RawFixture : DocksFixture {
    RawFixture()
    {
        openWindow();
        window.activateWindow();
    }

    [[nodiscard]] QString selected() const { return dock.code().selectedText(); }
    [[nodiscard]] QString answer() const { return dock.search().box().answer(); }

    RawDock &dock = add<RawDock>();
    // The window has Ctrl+F for itself, as the main window does.
    QAction *filter = actions.add(u"edit.filter"_s, u"Filter"_s, {QKeySequence(Qt::CTRL | Qt::Key_F)});
};

} // namespace

class TestRawSearch final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void matchesAreFoundInAnyCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QList<int>>("starts");
        QTest::newRow("nothing is looked for") << u"abc"_s << QString() << QList<int>();
        QTest::newRow("in any case") << u"Total total TOTAL"_s << u"tOtal"_s << QList<int>{0, 6, 12};
        QTest::newRow("none inside another") << u"aaaaa"_s << u"aa"_s << QList<int>{0, 2};
        QTest::newRow("behind letters of several bytes") << u"Größe größe"_s << u"e"_s << QList<int>{6, 14};
        QTest::newRow("letters of several bytes") << u"Größe GRÖSSE grÖße"_s << u"ö"_s << QList<int>{2, 10, 18};
        QTest::newRow("letters beyond the first plane")
            << u"a\U0001F600b\U0001F600"_s << u"\U0001F600"_s << QList<int>{1, 6};
    }
    void matchesAreFoundInAnyCase()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QFETCH(QList<int>, starts);
        QList<int> found;
        for (const TextMatch &match : findMatches(text.toStdString(), words, 10).found) {
            found.push_back(int(match.start));
        }
        QCOMPARE(found, starts);
    }
    void noMoreAreFoundThanAsked()
    {
        const TextMatches matches = findMatches(std::string(100, 'x'), u"x"_s, 10);
        QCOMPARE(matches.found.size(), std::size_t(10));
        QVERIFY(matches.more);
        QVERIFY(!findMatches(std::string(10, 'x'), u"x"_s, 10).more);
    }
    void aTextMadeToBeSlowIsNot()
    {
        ThreadClock clock;
        const std::string text(limits::rawShown, 'a');
        QVERIFY(findMatches(text, QString(900, u'a') + u'b', 10).found.empty());
        const auto took = clock.elapsed();
        qInfo("%lld ms", took);
        QVERIFY(took < most(500));
    }
    void typingFindsAndEnterSteps()
    {
        RawFixture fixture;
        QVERIFY(fixture.show(R"({"message":"cart one","extra":{"Cart":2,"x":"CART"}})"));
        QTRY_VERIFY(fixture.dock.code().text().contains(u"cart one"_s));
        SearchBox &box = fixture.dock.search().box();
        fixture.dock.takeFocus();
        int filtered = 0;
        connect(fixture.filter, &QAction::triggered, this, [&filtered] { ++filtered; });
        QTest::keyClick(&fixture.dock.code(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(fixture.window.focusWidget(), &box);
        QCOMPARE(filtered, 0); // inside the dock the key is the dock's
        QTest::keyClicks(&box, u"cart"_s);
        QTRY_COMPARE(fixture.answer(), u"1 of 3"_s);
        QCOMPARE(fixture.selected(), u"cart"_s);
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(fixture.answer(), u"2 of 3"_s);
        QCOMPARE(fixture.selected(), u"Cart"_s);
        QTest::keyClick(&box, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(&box, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(fixture.answer(), u"3 of 3"_s); // round the end
        QCOMPARE(fixture.selected(), u"CART"_s);
        fixture.dock.search().step(1);
        QCOMPARE(fixture.answer(), u"1 of 3"_s);
        QTest::keyClick(&box, Qt::Key_Escape);
        QVERIFY(box.text().isEmpty());
        QTest::keyClick(&box, Qt::Key_Escape);
        QCOMPARE(fixture.window.focusWidget(), &fixture.dock.code());
    }
    void whatIsLookedForIsLookedForInTheNextEvent()
    {
        RawFixture fixture;
        QVERIFY(fixture.show(R"({"message":"cart cart"})"));
        QTRY_VERIFY(!fixture.dock.code().text().isEmpty());
        fixture.dock.search().box().setText(u"cart"_s);
        QTRY_COMPARE(fixture.answer(), u"1 of 2"_s);
        QVERIFY(fixture.show(R"({"message":"another cart"})"));
        QTRY_COMPARE(fixture.answer(), u"1 found"_s);
        fixture.dock.search().box().setText(u"no such"_s);
        QTRY_COMPARE(fixture.answer(), u"none"_s);
    }
    // The figure to keep is 100 ms; the bound is for a window that stands still.
    void theLongestJsonDoesNotStall()
    {
        RawFixture fixture;
        std::string json = R"({"message":"m","extra":{)";
        for (int i = 0; json.size() < limits::rawShown - 200'000; ++i) {
            json += (i > 0 ? ",\"key" : "\"key") + std::to_string(i) + "\":\"a value of some length, as values are\"";
        }
        QVERIFY(fixture.show(json + "}}"));
        QTRY_VERIFY(fixture.dock.code().lines() > 20'000);
        ThreadClock clock;
        fixture.dock.search().box().setText(u"value"_s);
        QTRY_VERIFY(!fixture.answer().isEmpty());
        QVERIFY2(fixture.answer().startsWith(u"1 of more than"_s), qPrintable(fixture.answer()));
        clock.restart();
        fixture.dock.search().refresh();
        const auto found = clock.restart();
        fixture.dock.search().step(-1); // to the last
        fixture.window.grab();
        const auto stepped = clock.elapsed();
        qInfo("found in %lld ms, stepped and painted in %lld ms", found, stepped);
        const auto bound = most(500);
        QVERIFY(found < bound && stepped < bound);
    }
};

PICKET_TEST(TestRawSearch)
#include "tst_rawsearch.moc"
