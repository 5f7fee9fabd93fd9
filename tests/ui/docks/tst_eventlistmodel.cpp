// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/events/eventlistmodel.h"
#include "ui/events/eventsdock.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// Of one issue, `secondsAgo` before now.
std::string sale(const std::string &user, int secondsAgo, const std::string &type = "TypeError")
{
    const auto time = now() - std::chrono::seconds(secondsAgo);
    return R"({"platform":"python","timestamp":")" + toRfc3339(time) + R"(","release":"shop@1","environment":"dev",)"
        + R"("user":{"id":")" + user + R"("},"exception":[{"type":")" + type
        + R"(","value":"no price","stacktrace":{"frames":[{"function":"total","module":"shop","in_app":true}]}}]})";
}

QStringList usersOf(const EventListModel &model)
{
    QStringList users;
    for (int row = 0; row < model.rowCount(); ++row) {
        users.push_back(model.index(row, int(EventListModel::Column::User)).data().toString());
    }
    return users;
}

} // namespace

class EventListModelTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheNewestFirst()
    {
        WorkspaceFixture workspace;
        workspace.deliver(sale("old", 300));
        const auto changes = workspace.deliver(sale("new", 100));
        workspace.deliver(sale("other", 50, "KeyError"));
        EventListModel model(workspace.query());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.showIssue(changes.issues.front());
        QTRY_COMPARE(usersOf(model), (QStringList{u"id:new"_s, u"id:old"_s}));
        QTRY_COMPARE(model.index(0, 0).data().toString(), u"2"_s);
        QCOMPARE(model.index(1, 0).data().toString(), u"1"_s);
        QCOMPARE(model.index(0, int(EventListModel::Column::Message)).data().toString(), u"TypeError: no price"_s);
        QCOMPARE(model.index(0, int(EventListModel::Column::Release)).data().toString(), u"shop@1"_s);
        QVERIFY(model.index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"Event 2, error, TypeError: no price, at "_s));
        model.showAll();
        QTRY_COMPARE(usersOf(model), (QStringList{u"id:other"_s, u"id:new"_s, u"id:old"_s}));
        model.showIssue({});
        QCOMPARE(model.rowCount(), 0);
    }

    void newEventsComeAtTheirPlace()
    {
        WorkspaceFixture workspace;
        const auto changes = workspace.deliver(sale("first", 300));
        EventListModel model(workspace.query());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.showIssue(changes.issues.front());
        QTRY_COMPARE(usersOf(model), QStringList{u"id:first"_s});
        QTRY_VERIFY(model.isComplete());
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex first = model.index(0, 0);
        model.applyChanges(workspace.deliver(sale("newest", 10)));
        QTRY_COMPARE(usersOf(model), (QStringList{u"id:newest"_s, u"id:first"_s}));
        model.applyChanges(workspace.deliver(sale("late", 100)));
        QTRY_COMPARE(usersOf(model), (QStringList{u"id:newest"_s, u"id:late"_s, u"id:first"_s}));
        model.applyChanges(workspace.deliver(sale("oldest", 900)));
        QTRY_COMPARE(usersOf(model).last(), u"id:oldest"_s);
        QCOMPARE(first.row(), 2);
        QCOMPARE(resets.count(), 0);
        QTRY_COMPARE(model.index(0, 0).data().toString(), u"4"_s);
    }

    void aLateEventFindsItsPlaceInALongList()
    {
        WorkspaceFixture workspace;
        store::ChangeSet changes;
        for (int i = 0; i < 260; ++i) {
            changes = workspace.deliver(sale("u" + std::to_string(i), 10'000 - i));
        }
        EventListModel model(workspace.query());
        model.showIssue(changes.issues.front());
        QTRY_COMPARE(model.rowCount(), 260);
        model.applyChanges(workspace.deliver(sale("late", 10'000)));
        QTRY_COMPARE(model.rowCount(), 261);
        QTRY_COMPARE(model.index(259, int(EventListModel::Column::User)).data().toString(), u"id:late"_s);
        QTRY_COMPARE(model.index(260, int(EventListModel::Column::User)).data().toString(), u"id:u0"_s);
    }

    void changesOfOtherIssuesDoNotAsk()
    {
        WorkspaceFixture workspace;
        const auto changes = workspace.deliver(sale("a", 300));
        EventListModel model(workspace.query());
        model.showIssue(changes.issues.front());
        QTRY_VERIFY(model.isComplete());
        QSignalSpy loaded(&model, &EventListModel::loaded);
        model.applyChanges(workspace.deliver(sale("b", 10, "KeyError")));
        model.applyChanges(workspace.deliver(sale("c", 5)));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(loaded.count(), 1);
    }

    void theDockSelectsAndFollows()
    {
        DocksFixture fixture;
        auto &dock = fixture.add<EventsDock>();
        fixture.openWindow();
        std::vector<EventId> events;
        IssueId issue;
        for (int i = 0; i < 60; ++i) {
            const auto changes = fixture.workspace.deliver(sale("u" + std::to_string(i), 1000 - i));
            events.push_back(changes.lastEvent);
            issue = changes.issues.front();
        }
        fixture.navigator.selectIssue(issue);
        QTRY_COMPARE(dock.model().rowCount(), 60);
        QTRY_COMPARE(dock.table().currentIndex().row(), 0); // the latest is what an issue shows
        dock.table().setCurrentIndex(dock.model().index(3, 0));
        QCOMPARE(fixture.navigator.selectedEvent(), events[56]);
        fixture.navigator.selectEvent(events[50]);
        QCOMPARE(dock.table().currentIndex().row(), 9);

        // Whoever scrolls away reads: what comes does not move what is read, nor what is selected.
        QScrollBar *bar = dock.table().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 240);
        bar->setValue(240);
        QVERIFY(!fixture.actions.get(u"events.follow"_s)->isChecked());
        const EventId topmost = dock.model().idAt(dock.table().rowAt(1));
        dock.applyChanges(fixture.workspace.deliver(sale("new", 1)));
        QTRY_COMPARE(dock.model().rowCount(), 61);
        QCOMPARE(dock.model().idAt(dock.table().rowAt(1)), topmost);
        QCOMPARE(dock.model().idAt(dock.table().currentIndex().row()), events[50]);
        QCOMPARE(fixture.navigator.selectedEvent(), events[50]);

        fixture.actions.get(u"events.follow"_s)->setChecked(true);
        QCOMPARE(bar->value(), 0);
        dock.applyChanges(fixture.workspace.deliver(sale("newer", 0)));
        QTRY_COMPARE(dock.model().rowCount(), 62);
        QCOMPARE(bar->value(), 0);
    }

    void anEventOfAnotherIssueBringsItsIssue()
    {
        DocksFixture fixture;
        auto &dock = fixture.add<EventsDock>();
        fixture.openWindow();
        const auto type = fixture.workspace.deliver(sale("a", 300));
        const auto key = fixture.workspace.deliver(sale("b", 100, "KeyError"));
        fixture.navigator.selectIssue(key.issues.front());
        QTRY_COMPARE(dock.model().rowCount(), 1);
        fixture.actions.get(u"events.all"_s)->setChecked(true);
        QTRY_COMPARE(dock.model().rowCount(), 2);
        dock.table().setCurrentIndex(dock.model().index(1, 0));
        QTRY_COMPARE(fixture.navigator.issue(), type.issues.front());
        QCOMPARE(fixture.navigator.selectedEvent(), type.lastEvent);
        QCOMPARE(dock.model().rowCount(), 2);
    }
};

PICKET_TEST(EventListModelTest)
#include "tst_eventlistmodel.moc"
