// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/tracesamples.h"
#include "ui/state/currentevent.h"
#include "ui/state/navigator.h"
#include "ui/telemetry/healthdock.h"
#include "ui/telemetry/monitormodel.h"
#include "ui/telemetry/tracedock.h"
#include "ui/telemetry/transactionmodel.h"
#include "ui/telemetry/transactionsdock.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/treeview.h"
#include "ui/window/layoutmanager.h"

#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

// Whether a row of the tree reads so.
bool hasRow(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == text || hasRow(model, text, index)) {
            return true;
        }
    }
    return false;
}

template <class T> T &dockOf(const test::LiveWindow &live, const QString &id)
{
    return *static_cast<T *>(live.window().layoutManager().find(id));
}

} // namespace

// From the socket to the screen: what SDKs send beside events.
class TestTelemetry final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void anErrorStandsInItsTrace()
    {
        const test::LiveWindow live;
        auto &dock = dockOf<TraceDock>(live, u"trace"_s);
        QCOMPARE(live.send(test::errorInTrace("DeclinedError", "a000000000000004", 0.5)).status, 200);
        QTRY_VERIFY(live.window().currentEvent().detail());
        live.window().layoutManager().bringUp(&dock);
        QTRY_VERIFY(hasRow(dock.model(), u"error  DeclinedError: card was declined"_s));
        QVERIFY(!dock.notice().isEmpty());
        QCOMPARE(live.sendEnvelope(test::transactionEnvelope("POST /checkout", test::checkoutSpans(), 1)).status, 200);
        QCOMPARE(live.sendEnvelope(test::logEnvelope({{"warning", "slow answer", "a000000000000004", 0.6}})).status,
                 200);
        QTRY_VERIFY(hasRow(dock.model(), u"http.server  POST /checkout"_s));
        QTRY_VERIFY(hasRow(dock.model(), u"http.client  POST https://pay.test/charge"_s));
        QTRY_VERIFY(hasRow(dock.model(), u"warning  slow answer"_s));
        QVERIFY(dock.notice().isEmpty());
        QVERIFY(dock.summary().startsWith(u"6 spans · 1 event · 1 log"_s));
    }
    void aTransactionLeadsToItsTrace()
    {
        const test::LiveWindow live;
        auto &transactions = dockOf<TransactionsDock>(live, u"transactions"_s);
        auto &trace = dockOf<TraceDock>(live, u"trace"_s);
        live.window().layoutManager().bringUp(&transactions);
        QCOMPARE(live.sendEnvelope(test::transactionEnvelope("GET /cart", {}, 1)).status, 200);
        QTRY_COMPARE(transactions.model().index(0, int(TransactionModel::Column::Name)).data().toString(),
                     u"GET /cart"_s);
        transactions.takeFocus();
        QTest::keyClick(&transactions.table(), Qt::Key_Return);
        QTRY_VERIFY(!trace.visibleRegion().isEmpty());
        QTRY_VERIFY(hasRow(trace.model(), u"http.server  GET /cart"_s));
    }
    void healthShowsCheckInsSessionsAndWhatWasDropped()
    {
        const test::LiveWindow live;
        auto &dock = dockOf<HealthDock>(live, u"health"_s);
        live.window().layoutManager().bringUp(&dock);
        QCOMPARE(live.sendEnvelope(test::checkInEnvelope("nightly-import", "error", {})).status, 200);
        QCOMPARE(live.sendEnvelope(test::sessionEnvelope("shop@1.4.2", "crashed", 1)).status, 200);
        QCOMPARE(live.sendEnvelope(test::clientReportEnvelope("queue_overflow", "error", 12)).status, 200);
        const auto first = [&](HealthDock::Page page) {
            return dock.table(page).model()->index(0, 0).data().toString();
        };
        QTRY_COMPARE(first(HealthDock::Page::Monitors), u"nightly-import"_s);
        QTRY_COMPARE(first(HealthDock::Page::Sessions), u"shop@1.4.2"_s);
        QTRY_COMPARE(first(HealthDock::Page::Dropped), u"12"_s);
    }
};

PICKET_TEST(TestTelemetry)
#include "tst_telemetry.moc"
