// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/hints.h"
#include "tests/core/grouping/eventbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

Exception wrapper(int parent = -1, int id = 0)
{
    return numbered(exception("ExceptionGroup", "several", calls({"gather"})), id, parent, true);
}

Exception valueError(int id, int parent = 0, const char *function = "parse")
{
    return numbered(exception("ValueError", "bad", calls({function})), id, parent);
}

Exception typeError(int id, int parent = 0)
{
    return numbered(exception("TypeError", "worse", calls({"convert"})), id, parent);
}

Event python(std::vector<Exception> exceptions) // oldest first: the root last
{
    return eventOf("python", std::move(exceptions));
}

} // namespace

class TestExceptionGroup final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void compares_data()
    {
        QTest::addColumn<Event>("one");
        QTest::addColumn<Event>("other");
        QTest::addColumn<bool>("together");
        const Event lone = python({valueError(0, -1)});
        const Event two = python({typeError(2), valueError(1), wrapper()});
        QTest::newRow("three equal errors are the lone error")
            << python({valueError(3), valueError(2), valueError(1), wrapper()}) << lone << true;
        QTest::newRow("a group in a group is the lone error")
            << python({valueError(3, 1), valueError(2, 1), wrapper(0, 1), wrapper()}) << lone << true;
        QTest::newRow("two kinds are not one kind") << two << lone << false;
        QTest::newRow("the order of the kinds is no difference")
            << two << python({valueError(2), typeError(1), wrapper()}) << true;
        QTest::newRow("the number of each kind is no difference")
            << two << python({valueError(4), typeError(3), valueError(2), typeError(1), wrapper()}) << true;
        QTest::newRow("equal errors that are not neighbours are still equal")
            << python({valueError(3), valueError(2, 0, "read"), valueError(1), wrapper()})
            << python({valueError(2, 0, "read"), valueError(1), wrapper()}) << true;
        QTest::newRow("errors from two places are two kinds")
            << python({valueError(2, 0, "read"), valueError(1), wrapper()}) << lone << false;
        QTest::newRow("a lone error with its cause is the group's error with its cause")
            << python({typeError(3, 2), valueError(2), typeError(4, 1), valueError(1), wrapper()})
            << eventOf("python",
                       {exception("TypeError", "worse", calls({"convert"})),
                        exception("ValueError", "bad", calls({"parse"}))})
            << true;
        QTest::newRow("another cause of the group's error")
            << python({typeError(3, 1), valueError(1), wrapper()}) << python({valueError(1), wrapper()}) << false;
    }
    void compares()
    {
        QFETCH(Event, one);
        QFETCH(Event, other);
        QTEST(shareIssue(one, other), "together");
    }

    void contradictionsAreAPlainChain_data()
    {
        QTest::addColumn<Event>("event");
        const auto without = [](Exception exception) {
            exception.mechanism.reset();
            return exception;
        };
        QTest::newRow("an id twice") << python({valueError(1), valueError(1), wrapper()});
        QTest::newRow("an id missing") << python({valueError(2), without(valueError(1)), wrapper()});
        QTest::newRow("no root") << python({valueError(3, 1), valueError(2, 1), wrapper(-1, 1)});
        QTest::newRow("its own parent") << python({valueError(2), valueError(1, 1), wrapper()});
        QTest::newRow("its own parent, the root") << python({valueError(2), valueError(1), wrapper(0)});
        QTest::newRow("a parent that is not there") << python({valueError(2, 7), valueError(1), wrapper()});
        QTest::newRow("a ring") << python({valueError(3), valueError(2, 1), valueError(1, 2), wrapper()});
        QTest::newRow("nothing but groups") << python({wrapper(0, 2), wrapper(0, 1), wrapper()});
    }
    void contradictionsAreAPlainChain()
    {
        QFETCH(Event, event);
        Event plain = event;
        for (Exception &exception : plain.exceptions) {
            exception.mechanism.reset();
        }
        QVERIFY(grouping::group(event).hashes == grouping::group(plain).hashes);
    }

    void namesTheMainError()
    {
        const auto grouping = grouping::group(python({valueError(2), valueError(1), wrapper()}));
        QVERIFY(grouping.title == "ValueError: bad");
        QVERIFY(grouping.type == "ValueError" && grouping.value == "bad");
        QVERIFY(grouping::group(python({typeError(2), valueError(1), wrapper()})).title == "ExceptionGroup: several");
    }

    void tellsWhatWasLeftOut()
    {
        const auto variants = grouping::group(python({valueError(2), valueError(1), wrapper()})).variants;
        const auto &chain = findPart(variants.at(0).children, "chained_exception")->children;
        const auto duplicates = std::count_if(chain.begin(), chain.end(), [](const model::GroupingPart &part) {
            return part.hint == grouping::hints::duplicateInGroup && !part.contributes;
        });
        QCOMPARE(duplicates, 1);
        QVERIFY(chain.back().hint == grouping::hints::groupWrapper && !chain.back().contributes);
    }
};

PICKET_TEST(TestExceptionGroup)
#include "tst_exceptiongroup.moc"
