// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/workspacefixture.h"
#include "ui/state/changebus.h"
#include "ui/widgets/roles.h"
#include "ui/wire/deliverycountmodel.h"
#include "ui/wire/deliveryroots.h"
#include "ui/wire/wirelogmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace picket;
using namespace picket::ui;

namespace {

struct LogFixture {
    test::WorkspaceFixture workspace;
    WireLogModel model{workspace.query()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    [[nodiscard]] QString text(int row, WireLogModel::Column column) const
    {
        return model.index(row, int(column)).data().toString();
    }
};

using Column = WireLogModel::Column;

} // namespace

class TestWireLog final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatBecameOfARequest()
    {
        LogFixture f;
        f.workspace.deliver(test::errorJson("OneError", "a", "one"));
        f.model.reload();
        QTRY_COMPARE(f.model.rowCount(), 1);
        QCOMPARE(f.text(0, Column::Outcome), QStringLiteral("stored"));
        QCOMPARE(f.text(0, Column::Status), QStringLiteral("200"));
        QCOMPARE(f.text(0, Column::Request), QStringLiteral("POST /api/1/envelope/"));
        QCOMPARE(f.text(0, Column::Sdk), QStringLiteral("sentry.python/2.0"));
        QCOMPARE(f.text(0, Column::Items), QStringLiteral("event"));
        QCOMPARE(f.text(0, Column::Reason), QString());
    }
    void refusedRowsSayWhyInWordsAndWithABar()
    {
        LogFixture f;
        f.workspace.refuse("forbidden_origin: https://myapp.test", 403);
        f.model.reload();
        QTRY_COMPARE(f.model.rowCount(), 1);
        QCOMPARE(f.text(0, Column::Outcome), QStringLiteral("refused"));
        QCOMPARE(f.text(0, Column::Status), QStringLiteral("403"));
        QCOMPARE(f.text(0, Column::Reason), QStringLiteral("sent by a page of another origin (https://myapp.test)"));
        QCOMPARE(f.model.index(0, 0).data(BarRole).toInt(), int(Tone::Bad));
        QVERIFY(f.model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("refused")));
    }
    void tellsOfUploadsThatNobodyNamed()
    {
        LogFixture f;
        f.workspace.giveUpUpload("0123", 5, "abc");
        f.model.reload();
        QTRY_COMPARE(f.model.rowCount(), 1);
        QCOMPARE(f.text(0, Column::Outcome), QStringLiteral("stored"));
        QCOMPARE(f.text(0, Column::Request), QStringLiteral("/upload/0123/"));
        QCOMPARE(f.text(0, Column::Items), QStringLiteral("attachment"));
        QCOMPARE(f.text(0, Column::Reason),
                 QStringLiteral("an upload that no envelope has named; what came is kept (3 of 5 bytes)"));
    }
    void newRowsComeOnTopAndOthersKeepTheirPlace()
    {
        LogFixture f;
        f.workspace.deliver(test::errorJson("OneError", "a", "one"));
        f.model.reload();
        QTRY_COMPARE(f.model.rowCount(), 1);
        const QPersistentModelIndex first = f.model.index(0, 0);
        QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);
        f.model.applyChanges(f.workspace.refuse("too_large", 413));
        QTRY_COMPARE(f.model.rowCount(), 2);
        QCOMPARE(first.row(), 1);
        QCOMPARE(resets.size(), 0);
    }
    void saysWhoSentItAsSoonAsThatIsKnown()
    {
        LogFixture f;
        f.workspace.deliver(test::errorJson("OneError", "a", "one"));
        f.model.reload();
        QTRY_COMPARE(f.model.rowCount(), 1);
        QCOMPARE(f.text(0, Column::Program), QString());
        QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        // On the way that the window's changes take.
        ChangeBus bus;
        QObject::connect(&bus, &ChangeBus::changed, &f.model, &WireLogModel::applyChanges);
        bus.add(f.workspace.setPeer(f.model.deliveryAt(0)->id, {4711, "python3.11"}));
        QTRY_COMPARE(f.text(0, Column::Program), QStringLiteral("python3.11 (4711)"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(resets.size(), 0);
        QVERIFY(f.model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("python3.11")));
        const auto roots = deliveryRoots(*f.model.deliveryAt(0));
        const model::Value &request = *roots.back().value;
        QCOMPARE(request["program"].text(), std::string("python3.11"));
        QCOMPARE(request["process"].text(), std::string("4711"));
    }
    void countersAreWorded()
    {
        DeliveryCountModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setRows({{"sentry.python/2.0", std::nullopt, "stored", 12345},
                       {"sentry.python/2.0", "event", "over_limit", 1},
                       {"", std::nullopt, "refused", 2},
                       {"*", "*", "kept", 3}});
        const auto text = [&](int row, DeliveryCountModel::Column column) {
            return model.index(row, int(column)).data().toString();
        };
        using Counts = DeliveryCountModel::Column;
        QCOMPARE(text(0, Counts::Item), QStringLiteral("requests"));
        QCOMPARE(text(0, Counts::Outcome), QStringLiteral("stored"));
        QCOMPARE(text(1, Counts::Item), QStringLiteral("event"));
        QCOMPARE(text(1, Counts::Outcome), QStringLiteral("over limit"));
        QCOMPARE(text(2, Counts::Sdk), QStringLiteral("not said"));
        QCOMPARE(model.index(2, 0).data(BarRole).toInt(), int(Tone::Bad));
        QCOMPARE(text(3, Counts::Sdk), QStringLiteral("all others"));
        QCOMPARE(text(3, Counts::Item), QStringLiteral("all others"));
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(text(0, Counts::Count)));
    }
    void changesAreCollectedAndPausedOnesKept()
    {
        ChangeBus bus;
        QSignalSpy changed(&bus, &ChangeBus::changed);
        store::ChangeSet one;
        one.issues = {IssueId{1}};
        one.events = 1;
        for (int i = 0; i < 50; ++i) {
            bus.add(one);
        }
        QTRY_COMPARE(changed.size(), 1);
        const auto merged = changed.first().first().value<store::ChangeSet>();
        QCOMPARE(merged.events, 50);
        QCOMPARE(merged.issues.size(), std::size_t(1));

        bus.setPaused(true);
        bus.add(one);
        bus.add(one);
        QCOMPARE(bus.heldEvents(), 2);
        QTest::qWait(0);
        QCOMPARE(changed.size(), 1);
        bus.setPaused(false);
        QCOMPARE(changed.size(), 2);
    }
};

PICKET_TEST(TestWireLog)
#include "tst_wirelog.moc"
