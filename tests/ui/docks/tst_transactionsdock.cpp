// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "tests/ui/tracesamples.h"
#include "ui/state/issuescope.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/transactionmodel.h"
#include "ui/telemetry/transactionsdock.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

using Column = TransactionModel::Column;

constexpr const char *otherTrace = "0af7651916cd43dd8448eb211c80319c";

struct TransactionsFixture : test::DocksFixture {
    TransactionsFixture()
    {
        place(*dock);
        openWindow();
    }

    void deliver(const std::string &name, double secondsAgo, const std::string &trace = test::traceHex)
    {
        dock->applyChanges(
            workspace.deliverEnvelope(test::transactionEnvelope(name, test::checkoutSpans(), secondsAgo, trace)));
    }
    [[nodiscard]] QString text(int row, Column column) const
    {
        return dock->model().index(row, int(column)).data().toString();
    }

    IssueScope scope;
    ProjectNames names;
    TransactionsDock *dock = new TransactionsDock(context, scope, names, &window);
    QAbstractItemModelTester tester{&dock->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

class TestTransactionsDock final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowTransactionsGetHere()
    {
        TransactionsFixture f;
        QTRY_VERIFY(f.dock->table().emptyText().contains(u"traces_sample_rate=1.0"_s));
    }
    void transactionsComeOnTopAsTheyArrive()
    {
        TransactionsFixture f;
        f.deliver("GET /first", 20);
        QTRY_COMPARE(f.text(0, Column::Name), u"GET /first"_s);
        QCOMPARE(f.text(0, Column::Operation), u"http.server"_s);
        QCOMPARE(f.text(0, Column::Status), u"internal error"_s);
        QCOMPARE(f.text(0, Column::Duration), u"900 ms"_s);
        QCOMPARE(f.text(0, Column::Trace), u"4bf92f35"_s);
        QCOMPARE(f.dock->model().index(0, int(Column::Status)).data(ToneRole).toInt(), int(Tone::Bad));
        const QPersistentModelIndex first = f.dock->model().index(0, 0);
        QSignalSpy resets(&f.dock->model(), &QAbstractItemModel::modelReset);
        f.deliver("GET /second", 10, otherTrace);
        QTRY_COMPARE(f.text(0, Column::Name), u"GET /second"_s);
        QCOMPARE(first.row(), 1);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(f.dock->search().answer(), u"2 transactions"_s);
    }
    void typingNarrowsTheList()
    {
        TransactionsFixture f;
        f.deliver("GET /cart", 20);
        f.deliver("POST /checkout", 10, otherTrace);
        QTRY_COMPARE(f.dock->model().rowCount(), 2);
        f.dock->takeFocus();
        QTest::keyClick(&f.dock->table(), Qt::Key_Slash);
        QTRY_VERIFY(f.dock->search().hasFocus());
        QTest::keyClicks(&f.dock->search(), u"CART"_s);
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        QTRY_COMPARE(f.text(0, Column::Name), u"GET /cart"_s);
        QTest::keyClick(&f.dock->search(), Qt::Key_Escape);
        QTRY_COMPARE(f.dock->model().rowCount(), 2);
    }
    void enterGoesToTheTrace()
    {
        TransactionsFixture f;
        QSignalSpy wanted(f.dock, &TransactionsDock::traceWanted);
        f.deliver("GET /first", 20);
        f.deliver("GET /other", 10, otherTrace);
        QTRY_COMPARE(f.text(1, Column::Name), u"GET /first"_s);
        f.dock->takeFocus();
        QTest::keyClick(&f.dock->table(), Qt::Key_Down);
        QTest::keyClick(&f.dock->table(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(f.navigator.trace().hex(), std::string(test::traceHex));
        QTest::keyClick(&f.dock->table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"GET /first"_s);
    }
    void onlyTheWindowsProjectIsListed()
    {
        TransactionsFixture f;
        f.deliver("GET /first", 20);
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        f.scope.setProject(ProjectId{99});
        QTRY_COMPARE(f.dock->model().rowCount(), 0);
        QCOMPARE(f.dock->table().emptyText(), u"No transaction here."_s);
    }
    void hostileNamesAreShownAsTheyAre()
    {
        TransactionsFixture f;
        f.deliver(std::string("<img src=x>\u202e\n") + std::string(100'000, 'z'), 5);
        QTRY_VERIFY(f.text(0, Column::Name).startsWith(u"<img src=x>[U+202E] zzz"_s));
        QVERIFY(f.text(0, Column::Name).size() < 1200);
        QVERIFY(!f.dock->model().index(0, int(Column::Name)).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
        f.dock->grab();
    }
};

PICKET_TEST(TestTransactionsDock)
#include "tst_transactionsdock.moc"
