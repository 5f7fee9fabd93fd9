// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/merit.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace picket;

class TestMerit final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aNewOneCountsMoreThanAnOldSilentOne()
    {
        const Merit old(0);
        const Merit young(0.1);
        QVERIFY(old.rank() < young.rank());
    }

    void whoBringsMoreCountsMore()
    {
        Merit little(0);
        Merit much(0);
        for (int time = 1; time <= 10; ++time) {
            little.add(1, time);
            much.add(1000, time);
        }
        QVERIFY(little.rank() < much.rank());
    }

    void whatWasBroughtLongAgoCountsLess()
    {
        Merit once(0);
        once.add(1'000'000, 0); // four half-lives more than a new one
        QVERIFY(once.rank() > Merit(3).rank());
        QVERIFY(once.rank() < Merit(5).rank());
    }

    void manySmallAddsAreOneLargeOne()
    {
        Merit small(0);
        Merit large(0);
        for (int i = 0; i < 1000; ++i) {
            small.add(100, 2);
        }
        large.add(100'000, 2);
        QVERIFY(qAbs(small.rank() - large.rank()) < 1e-6);
    }

    void oddTimesStayFinite_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("the clock was set back a year") << 525600.0 << 0.0;
        QTest::newRow("a month of silence") << 0.0 << 650000.0;
        QTest::newRow("the beginning of time") << -1e6 << 0.0;
    }
    void oddTimesStayFinite()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        Merit merit(from);
        merit.add(0, to);
        merit.add(1, to);
        QVERIFY(std::isfinite(merit.rank()));
        QVERIFY(merit.rank() <= to + 61);
    }
};

PICKET_TEST(TestMerit)
#include "tst_merit.moc"
