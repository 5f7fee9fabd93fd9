// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/state/issuescope.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp noon = fromMicros(1'000'000'000'000'000);

} // namespace

class TestIssueScope final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void unresolvedMeansRegressedToo()
    {
        using model::IssueStatus;
        const IssueScope scope;
        QCOMPARE(scope.timelessFilter().statuses,
                 (std::vector<IssueStatus>{IssueStatus::Unresolved, IssueStatus::Regressed}));
        QVERIFY(!scope.filter(noon).range);
        QVERIFY(!scope.axis(noon));
    }
    void newMeansSinceTheMark()
    {
        IssueScope scope;
        scope.setQuickFilter(QuickFilter::New);
        QCOMPARE(*scope.filter(noon).newSince, Timestamp::max()); // nothing is new
        QSignalSpy changed(&scope, &IssueScope::changed);
        scope.setLastMark(noon);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(*scope.filter(noon).newSince, noon);
        scope.setLastMark(noon);
        QCOMPARE(changed.size(), 1);
    }
    void markMattersOnlyToThoseWhoLookAtIt()
    {
        IssueScope scope;
        QSignalSpy changed(&scope, &IssueScope::changed);
        scope.setLastMark(noon);
        QCOMPARE(changed.size(), 0);
    }
    void periodEndsNowOnTheAxisAndNeverInTheList()
    {
        IssueScope scope;
        scope.setPeriod(Period::Hour);
        QCOMPARE(scope.axis(noon)->from, noon - 1h);
        QCOMPARE(scope.axis(noon)->to, noon);
        QCOMPARE(scope.filter(noon).range->from, noon - 1h);
        QVERIFY(scope.filter(noon).range->to > noon + 24h);
        QVERIFY(!scope.timelessFilter().range);
    }
    void brushCountsInsteadOfThePeriod()
    {
        IssueScope scope;
        scope.setPeriod(Period::Day);
        const store::TimeRange brush{noon - 3h, noon - 2h};
        scope.setBrush(brush);
        QCOMPARE(*scope.filter(noon).range, brush);
        QCOMPARE(scope.axis(noon)->from, noon - 24h);
        scope.setPeriod(Period::Day);
        QVERIFY(!scope.brush());
        QCOMPARE(scope.filter(noon).range->from, noon - 24h);
    }
    void textIsTrimmed()
    {
        IssueScope scope;
        QSignalSpy changed(&scope, &IssueScope::changed);
        scope.setText(QStringLiteral("  cart "));
        scope.setText(QStringLiteral("cart"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(scope.filter(noon).text, std::string("cart"));
    }
    void choicesComeBack()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        IssueScope before;
        before.setQuickFilter(QuickFilter::Muted);
        before.setPeriod(Period::Week);
        before.setText(QStringLiteral("cart"));
        before.setProject(ProjectId{42});
        before.save(settings);
        IssueScope after;
        QSignalSpy changed(&after, &IssueScope::changed);
        after.restore(settings);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(after.text(), QStringLiteral("cart"));
        QCOMPARE(*after.project(), ProjectId{42});
        QCOMPARE(after.quickFilter(), QuickFilter::Muted);
        QCOMPARE(after.period(), Period::Week);
        settings.setValue("scope/filter", 99);
        settings.setValue("scope/period", -3);
        after.restore(settings);
        QCOMPARE(after.quickFilter(), QuickFilter::All);
        QCOMPARE(after.period(), Period::All);
        after.setProject(std::nullopt);
        after.save(settings);
        before.restore(settings);
        QVERIFY(!before.project());
    }
};

PICKET_TEST(TestIssueScope)
#include "tst_issuescope.moc"
