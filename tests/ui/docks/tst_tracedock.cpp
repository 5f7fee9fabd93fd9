// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "tests/ui/tracesamples.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/tracedock.h"
#include "ui/values/valuetreemodel.h"
#include "ui/values/valuetreeview.h"
#include "ui/widgets/treeview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *otherTrace = "0af7651916cd43dd8448eb211c80319c";

struct TraceFixture : test::DocksFixture {
    TraceFixture()
    {
        place(*dock);
        openWindow();
    }

    void deliver(const std::string &envelope) { dock->applyChanges(workspace.deliverEnvelope(envelope)); }
    void deliverCheckout()
    {
        deliver(test::transactionEnvelope("POST /checkout", test::checkoutSpans(), 1));
        deliver(test::logEnvelope({{"info", "charging card", "a000000000000004", 0.85},
                                   {"warning", "slow answer", "a000000000000004", 0.4}}));
    }
    [[nodiscard]] QModelIndex row(const QString &text) const { return test::findRow(dock->model(), text); }
    [[nodiscard]] QStringList data() const { return test::rowsOf(*dock->data().tree().model()); }

    ProjectNames names;
    TraceDock *dock = new TraceDock(context, names, &window);
    QAbstractItemModelTester tester{&dock->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

class TestTraceDock final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyThereIsNothing()
    {
        TraceFixture f;
        QVERIFY(f.dock->view().emptyText().startsWith(u"Select an issue"_s));
        QVERIFY(f.show(test::errorJson("Lonely", "x", "lonely")));
        QCOMPARE(f.dock->view().emptyText(), u"This event names no trace."_s);
        QCOMPARE(f.dock->model().rowCount(), 0);
    }
    void aTraceWithoutSpansSaysHowToGetThem()
    {
        TraceFixture f;
        QVERIFY(f.show(test::errorInTrace("DeclinedError", "a000000000000004", 0.5)));
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        QVERIFY(f.dock->notice().contains(u"traces_sample_rate=1.0"_s));
        f.deliverCheckout();
        QTRY_VERIFY(f.dock->notice().isEmpty());
    }
    void theShownEventsTraceIsShownWithAllThatBelongsToIt()
    {
        TraceFixture f;
        f.deliverCheckout();
        QVERIFY(f.show(test::errorInTrace("DeclinedError", "a000000000000004", 0.5)));
        QTRY_VERIFY(f.row(u"http.client  POST https://pay.test/charge"_s).isValid());
        const QModelIndex charge = f.row(u"http.client  POST https://pay.test/charge"_s);
        QCOMPARE(f.dock->model().rowCount(charge), 3); // two logs and the error
        QCOMPARE(charge.parent().data().toString(), u"middleware  AuthenticationMiddleware"_s);
        QCOMPARE(charge.parent().parent().data().toString(), u"http.server  POST /checkout"_s);
        QCOMPARE(f.dock->view().currentIndex().data().toString(), u"error  DeclinedError: card was declined"_s);
        QVERIFY(f.dock->summary().startsWith(u"6 spans · 1 event · 2 logs"_s));
        QVERIFY(f.dock->summary().contains(QLatin1String(test::traceHex)));
    }
    void aChosenTraceCountsUntilAnEventIsSelected()
    {
        TraceFixture f;
        f.deliverCheckout();
        f.deliver(test::transactionEnvelope("GET /other", {}, 2, otherTrace));
        QVERIFY(f.show(test::errorInTrace("DeclinedError", "a000000000000004", 0.5)));
        QTRY_VERIFY(f.row(u"http.server  POST /checkout"_s).isValid());
        const IssueId issue = f.navigator.issue();
        const EventId event = f.navigator.selectedEvent();
        f.navigator.selectTrace(*EventUuid::parse(otherTrace));
        QTRY_VERIFY(f.row(u"http.server  GET /other"_s).isValid());
        QVERIFY(f.show(test::errorJson("Lonely", "x", "lonely")));
        QTRY_COMPARE(f.dock->model().rowCount(), 0);
        f.navigator.selectIssue(issue);
        f.navigator.selectEvent(event);
        QTRY_VERIFY(f.row(u"http.server  POST /checkout"_s).isValid());
    }
    void keysOpenCloseAndGoToEvents()
    {
        TraceFixture f;
        f.deliverCheckout();
        QVERIFY(f.show(test::errorInTrace("DeclinedError", "a000000000000004", 0.5)));
        const EventId declined = f.navigator.selectedEvent();
        QVERIFY(f.show(test::errorInTrace("LateError", "a000000000000005", 0.2)));
        QTRY_VERIFY(f.row(u"error  DeclinedError: card was declined"_s).isValid());
        f.dock->takeFocus();
        TreeView &view = f.dock->view();
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentIndex().data().toString(), u"http.server  POST /checkout"_s);
        QTest::keyClick(&view, Qt::Key_Left);
        QVERIFY(!view.isExpanded(view.currentIndex()));
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(view.isExpanded(view.currentIndex()));
        while (!f.dock->model().eventAt(view.currentIndex())) {
            const QModelIndex before = view.currentIndex();
            QTest::keyClick(&view, Qt::Key_Down);
            QVERIFY(view.currentIndex() != before);
        }
        QVERIFY(f.navigator.selectedEvent() != declined);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(f.navigator.selectedEvent(), declined);
        QTRY_COMPARE(f.current.detail()->row.id, declined);
        QTRY_VERIFY(f.row(u"error  DeclinedError: card was declined"_s)
                        .siblingAtColumn(int(TraceModel::Column::Status))
                        .data()
                        .toString()
                    == u"shown"_s);
    }
    void anotherEventOfTheTraceIsTheCurrentRow()
    {
        TraceFixture f;
        f.deliverCheckout();
        QVERIFY(f.show(test::errorInTrace("DeclinedError", "a000000000000004", 0.5)));
        const IssueId declined = f.navigator.issue();
        QTRY_VERIFY(f.row(u"error  DeclinedError: card was declined"_s).isValid());
        f.dock->view().setCurrentIndex(f.row(u"cache.get  prices:eur"_s));
        QVERIFY(f.show(test::errorInTrace("LateError", "a000000000000005", 0.2)));
        f.deliver(test::logEnvelope({{"info", "much later", "a000000000000005", 0.1}}));
        QTRY_COMPARE(f.dock->view().currentIndex().data().toString(), u"error  LateError: card was declined"_s);
        f.navigator.selectIssue(declined);
        QTRY_COMPARE(f.dock->view().currentIndex().data().toString(), u"error  DeclinedError: card was declined"_s);
    }
    void clickingAnEventGoesToIt()
    {
        TraceFixture f;
        f.deliverCheckout();
        QVERIFY(f.show(test::errorInTrace("DeclinedError", "a000000000000004", 0.5)));
        const EventId declined = f.navigator.selectedEvent();
        QVERIFY(f.show(test::errorInTrace("LateError", "a000000000000005", 0.2)));
        QTRY_VERIFY(f.row(u"error  DeclinedError: card was declined"_s).isValid());
        TreeView &view = f.dock->view();
        const QModelIndex row = f.row(u"error  DeclinedError: card was declined"_s);
        view.scrollTo(row);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(row).center());
        QCOMPARE(f.navigator.selectedEvent(), declined);
    }
    void selectedRowsShowTheirData()
    {
        TraceFixture f;
        f.deliverCheckout();
        QVERIFY(f.show(test::errorInTrace("DeclinedError", "a000000000000004", 0.5)));
        QTRY_VERIFY(f.row(u"db  SELECT * FROM cart WHERE user = %s"_s).isValid());
        f.dock->view().setCurrentIndex(f.row(u"db  SELECT * FROM cart WHERE user = %s"_s));
        QTRY_VERIFY(f.data().contains(u"  db.system | postgresql"_s));
        QVERIFY(f.data().contains(u"  span | a000000000000002"_s));
        f.dock->view().setCurrentIndex(f.row(u"warning  slow answer"_s));
        QTRY_VERIFY(f.data().contains(u"  cart.items | 3"_s));
        f.dock->view().setCurrentIndex(f.row(u"error  DeclinedError: card was declined"_s));
        QTRY_VERIFY(f.data().contains(u"  title | DeclinedError: card was declined"_s));
    }
    void whatComesLaterKeepsClosedRowsAndTheSelection()
    {
        TraceFixture f;
        f.deliverCheckout();
        QVERIFY(f.show(test::errorInTrace("DeclinedError", "a000000000000004", 0.5)));
        QTRY_VERIFY(f.row(u"warning  slow answer"_s).isValid());
        TreeView &view = f.dock->view();
        view.setCurrentIndex(f.row(u"cache.get  prices:eur"_s));
        view.collapse(f.row(u"http.client  POST https://pay.test/charge"_s));
        f.deliver(test::logEnvelope({{"info", "much later", "a000000000000005", 0.1}}));
        QTRY_VERIFY(f.row(u"info  much later"_s).isValid());
        QCOMPARE(view.currentIndex().data().toString(), u"cache.get  prices:eur"_s);
        QVERIFY(!view.isExpanded(f.row(u"http.client  POST https://pay.test/charge"_s)));
        QVERIFY(view.isExpanded(f.row(u"http.server  POST /checkout"_s)));
    }
    void logsCanBeHiddenAndTheIdCopied()
    {
        TraceFixture f;
        f.deliverCheckout();
        f.navigator.selectTrace(*EventUuid::parse(test::traceHex));
        QTRY_VERIFY(f.row(u"warning  slow answer"_s).isValid());
        f.actions.get(u"trace.logs"_s)->trigger();
        QVERIFY(!f.row(u"warning  slow answer"_s).isValid());
        f.actions.get(u"trace.copyId"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), QLatin1String(test::traceHex));
    }
    void hostileTextIsShownAsItIs()
    {
        TraceFixture f;
        std::vector<test::SpanSample> spans = test::checkoutSpans();
        spans[0].description =
            std::string("<img src='file:///x'>\u202e") + std::string(1, '\0') + std::string(50'000, 'y');
        spans[0].op = "<b>bold</b>";
        spans[1].parent = spans[1].id;
        f.deliver(test::transactionEnvelope("<h1>name</h1>", spans, 1));
        f.navigator.selectTrace(*EventUuid::parse(test::traceHex));
        QTRY_VERIFY(f.row(u"http.server  <h1>name</h1>"_s).isValid());
        for (const QString &line : test::rowsOf(f.dock->model())) {
            QVERIFY(!line.contains(QChar(0x202e)) && !line.contains(QChar(0)));
        }
        f.dock->grab();
    }
};

PICKET_TEST(TestTraceDock)
#include "tst_tracedock.moc"
