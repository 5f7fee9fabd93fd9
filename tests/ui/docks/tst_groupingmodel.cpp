// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/events/groupingdock.h"
#include "ui/events/groupingmodel.h"
#include "ui/events/groupingtext.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/treeview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

class GroupingModelTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyHintHasWords()
    {
        QFile header(QStringLiteral(PICKET_HINTS_HEADER));
        QVERIFY(header.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(header.readAll());
        const QRegularExpression code(u"string_view\\s+\\w+\\s*=\\s*\"([^\"]+)\""_s);
        int codes = 0;
        for (auto match = code.globalMatch(text); match.hasNext(); ++codes) {
            const QString hint = match.next().captured(1);
            QVERIFY2(!groupingHintText(hint.toStdString()).isEmpty(), qPrintable(hint));
        }
        QVERIFY(codes > 30);
        QVERIFY(groupingHintText("no such hint").isEmpty());
    }

    void tellsWhatCountsAndWhy()
    {
        GroupingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setDetail(detailOf(errorJson("TypeError", "cannot read 7 of None", "total")));
        const QModelIndex value = findRow(model, u"value"_s);
        QVERIFY(value.isValid());
        QCOMPARE(value.siblingAtColumn(1).data().toString(), u"cannot read <int> of None"_s);
        QCOMPARE(value.siblingAtColumn(2).data().toString(), u"no: the stack decides"_s);
        QCOMPARE(value.data(ToneRole).toInt(), int(Tone::Quiet));
        const QModelIndex frame = findRow(model, u"frame"_s);
        QVERIFY(frame.siblingAtColumn(1).data().toString().contains(u"total"_s));
        QCOMPARE(frame.siblingAtColumn(2).data().toString(), u"counts"_s);
        QVERIFY(frame.data(Qt::AccessibleTextRole).toString().contains(u"counts"_s));
        model.setDetail(detailOf(R"({"checksum":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})"));
        QVERIFY(findRow(model, u"checksum"_s).isValid());
        model.setDetail(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void theHashIsShownAndCopied()
    {
        DocksFixture fixture;
        auto &dock = fixture.add<GroupingDock>();
        fixture.openWindow();
        QVERIFY(!fixture.actions.get(u"grouping.copyHash"_s)->isEnabled());
        QVERIFY(fixture.show(errorJson("TypeError", "x", "total")));
        const QString hash = hashText(fixture.current.detail()->storedHashes.front());
        QCOMPARE(hash.size(), 32);
        QVERIFY(dock.hashLine().contains(hash));
        QVERIFY(dock.hashLine().contains(u"rules version "_s));
        QVERIFY(!dock.hashLine().contains(u"stored under"_s));
        fixture.actions.get(u"grouping.copyHash"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), hash);
        QVERIFY(dock.tree().isExpanded(dock.model().index(0, 0)));
    }
};

PICKET_TEST(GroupingModelTest)
#include "tst_groupingmodel.moc"
