// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/values/valuesearch.h"
#include "ui/values/valuetreemodel.h"

#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// Slice by slice, as short as can be.
ValueMatches searchIn(const ValueTreeModel &model, const QString &needle)
{
    ValueSearch search(model.searchRoots(), needle);
    while (!search.advance(std::chrono::milliseconds(0))) { }
    return search.take();
}

TextFinder::State findIn(const std::string &text, const QString &needle)
{
    TextFinder finder(needle);
    finder.start(text);
    TextFinder::State state = TextFinder::State::Searching;
    while (state == TextFinder::State::Searching) {
        state = finder.advance();
    }
    return state;
}

} // namespace

class ValueSearchTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void narrowsTheTree_data()
    {
        QTest::addColumn<QString>("needle");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("a value brings its ancestors")
            << u"paris"_s
            << QStringList{u"user | {name: \"Zoë\", home: {…}}"_s, u"  home | {city: \"Paris\"}"_s,
                           u"    city | \"Paris\""_s};
        QTest::newRow("a key brings all that is below it")
            << u"HOME"_s
            << QStringList{u"user | {name: \"Zoë\", home: {…}}"_s, u"  home | {city: \"Paris\"}"_s,
                           u"    city | \"Paris\""_s};
        QTest::newRow("other letters in the other case")
            << u"ZOË"_s << QStringList{u"user | {name: \"Zoë\", home: {…}}"_s, u"  name | \"Zoë\""_s};
        QTest::newRow("a number by its digits") << u"0.10"_s << QStringList{u"price | 0.10"_s};
        QTest::newRow("null") << u"null"_s << QStringList{u"none | null"_s};
        QTest::newRow("what is not there") << u"berlin"_s << QStringList();
    }
    void narrowsTheTree()
    {
        QFETCH(QString, needle);
        ValueTreeModel model;
        model.setValue(valueOf(R"({"user":{"name":"Zoë","home":{"city":"Paris"}},"price":0.10,"none":null})"),
                       ValueStyle::Json);
        model.setMatches(searchIn(model, needle));
        QVERIFY(!findRow(model, u"no such row"_s).isValid()); // makes every row
        QTEST(rowsOf(model), "rows");
    }

    void findsAcrossPieces_data()
    {
        QTest::addColumn<int>("at");
        const auto piece = static_cast<int>(TextFinder::piece);
        QTest::newRow("at the start") << 0;
        QTest::newRow("right before the end of a piece") << piece - 1;
        QTest::newRow("at the end of a piece") << piece;
        QTest::newRow("after the overlap") << piece + 40;
        QTest::newRow("in the third piece") << 2 * piece + 7;
    }
    void findsAcrossPieces()
    {
        QFETCH(int, at);
        for (const char *needle : {"Needle", "Nädel"}) {
            std::string text(static_cast<std::size_t>(at), '.');
            text += needle + std::string(1000, '.');
            QCOMPARE(findIn(text, QString::fromUtf8(needle).toUpper()), TextFinder::State::Found);
            QCOMPARE(findIn(text, QString::fromUtf8(needle) + u'!'), TextFinder::State::NotFound);
        }
    }

    void endsAtTheLimit()
    {
        std::string json = "[";
        for (int i = 0; i < 5000; ++i) {
            json += i > 0 ? ",\"x\"" : "\"x\"";
        }
        ValueTreeModel model;
        model.setValue(valueOf(json + "]"), ValueStyle::Json);
        const ValueMatches matches = searchIn(model, u"x"_s);
        QVERIFY(matches.more);
        QCOMPARE(matches.count, limits::treeMatches);
    }

    void finishesDeepTrees()
    {
        std::string json;
        for (int i = 0; i < 900; ++i) {
            json += "[";
        }
        ValueTreeModel model;
        model.setValue(valueOf(json + "\"deep\"" + std::string(900, ']')), ValueStyle::Json);
        QCOMPARE(searchIn(model, u"deep"_s).count, std::size_t(1)); // in the text of what lies deeper than trees go
    }
};

PICKET_TEST(ValueSearchTest)
#include "tst_valuesearch.moc"
