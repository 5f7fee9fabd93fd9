// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "tests/ui/tracesamples.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/discardedmodel.h"
#include "ui/telemetry/healthdock.h"
#include "ui/telemetry/healthtext.h"
#include "ui/telemetry/monitormodel.h"
#include "ui/telemetry/releasehealthmodel.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QTabBar>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

using Page = HealthDock::Page;

struct HealthFixture : test::DocksFixture {
    HealthFixture()
    {
        for (const Page page : {Page::Monitors, Page::Sessions, Page::Dropped}) {
            new QAbstractItemModelTester(dock->table(page).model(),
                                         QAbstractItemModelTester::FailureReportingMode::Fatal, dock);
        }
        place(*dock);
        openWindow();
    }

    void deliver(const std::string &envelope) { dock->applyChanges(workspace.deliverEnvelope(envelope)); }
    template <class Column> [[nodiscard]] QString text(Page page, int row, Column column) const
    {
        return dock->table(page).model()->index(row, int(column)).data().toString();
    }
    [[nodiscard]] int rows(Page page) const { return dock->table(page).model()->rowCount(); }

    ProjectNames names;
    HealthDock *dock = new HealthDock(context, names, &window);
};

model::ReleaseHealthRow healthOf(std::int64_t started, std::int64_t crashed)
{
    model::ReleaseHealthRow row;
    row.started = started;
    row.counts.crashed = crashed;
    return row;
}

} // namespace

class TestHealthDock final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void emptyPagesSayHowDataGetsThere()
    {
        HealthFixture f;
        QVERIFY(f.dock->table(Page::Monitors).emptyText().contains(u"/api/1/cron/"_s));
        QVERIFY(f.dock->table(Page::Sessions).emptyText().contains(u"release"_s));
        QVERIFY(f.dock->table(Page::Dropped).emptyText().contains(u"send_client_reports"_s));
    }
    void aMonitorIsOneRowForEachEnvironment()
    {
        using Column = MonitorModel::Column;
        HealthFixture f;
        const std::string hourly = "{\"type\":\"crontab\",\"value\":\"0 * * * *\"}";
        f.deliver(test::checkInEnvelope("nightly-import", "ok", hourly));
        QTRY_COMPARE(f.rows(Page::Monitors), 1);
        QCOMPARE(f.text(Page::Monitors, 0, Column::State), u"ok"_s);
        QCOMPARE(f.text(Page::Monitors, 0, Column::Duration), u"12.5 s"_s);
        QCOMPARE(f.text(Page::Monitors, 0, Column::Schedule), u"crontab 0 * * * *"_s);
        f.deliver(test::checkInEnvelope("nightly-import", "error", {}));
        QTRY_COMPARE(f.text(Page::Monitors, 0, Column::State), u"error"_s);
        QCOMPARE(f.text(Page::Monitors, 0, Column::CheckIns), u"2"_s);
        QCOMPARE(f.text(Page::Monitors, 0, Column::Failed), u"1"_s);
        QCOMPARE(f.text(Page::Monitors, 0, Column::Schedule), u"crontab 0 * * * *"_s);
        QCOMPARE(f.dock->table(Page::Monitors).model()->index(0, 0).data(BarRole).toInt(), int(Tone::Bad));
        f.deliver(test::checkInEnvelope("nightly-import", "in_progress", {}, "staging"));
        QTRY_COMPARE(f.rows(Page::Monitors), 2);
        QCOMPARE(f.text(Page::Monitors, 0, Column::State), u"in progress"_s);
        QCOMPARE(f.text(Page::Monitors, 0, Column::Environment), u"staging"_s);
    }
    void sessionsAreCountedByRelease()
    {
        using Column = ReleaseHealthModel::Column;
        HealthFixture f;
        f.dock->showPage(Page::Sessions);
        for (const auto &[status, errors] : {std::pair("exited", 0), {"exited", 2}, {"crashed", 1}, {"ok", 0}}) {
            f.deliver(test::sessionEnvelope("shop@1.4.2", status, errors));
        }
        QTRY_COMPARE(f.text(Page::Sessions, 0, Column::Started), u"4"_s);
        QCOMPARE(f.rows(Page::Sessions), 1);
        QCOMPARE(f.text(Page::Sessions, 0, Column::Release), u"shop@1.4.2"_s);
        QCOMPARE(f.text(Page::Sessions, 0, Column::Exited), u"1"_s);
        QCOMPARE(f.text(Page::Sessions, 0, Column::Errored), u"1"_s);
        QCOMPARE(f.text(Page::Sessions, 0, Column::Crashed), u"1"_s);
        QCOMPARE(f.text(Page::Sessions, 0, Column::CrashFree), u"75.00 %"_s);
        QCOMPARE(f.text(Page::Sessions, 0, Column::Environment), u"production"_s);
    }
    void whatSdksDroppedIsToldInWords()
    {
        using Column = DiscardedModel::Column;
        HealthFixture f;
        f.dock->showPage(Page::Dropped);
        f.deliver(test::clientReportEnvelope("before_send", "error", 5));
        f.deliver(test::clientReportEnvelope("before_send", "error", 7));
        f.deliver(test::clientReportEnvelope("odd_reason", "log_item", 1));
        QTRY_COMPARE(f.rows(Page::Dropped), 2);
        QCOMPARE(f.text(Page::Dropped, 0, Column::Quantity), u"12"_s);
        QCOMPARE(f.text(Page::Dropped, 0, Column::Category), u"error"_s);
        QCOMPARE(f.text(Page::Dropped, 0, Column::Reason), u"dropped by a before_send function (before_send)"_s);
        QCOMPARE(f.text(Page::Dropped, 0, Column::By), u"discarded by the SDK"_s);
        QCOMPARE(f.text(Page::Dropped, 0, Column::Reports), u"2"_s);
        QCOMPARE(f.text(Page::Dropped, 1, Column::Reason), u"odd_reason"_s);
        QVERIFY(f.dock->table(Page::Dropped)
                    .model()
                    ->index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"12 × error, discarded by the SDK: "_s));
    }
    void keysLeadThroughPagesAndRows()
    {
        HealthFixture f;
        f.deliver(test::checkInEnvelope("first", "ok", {}));
        f.deliver(test::checkInEnvelope("second", "ok", {}));
        QTRY_COMPARE(f.rows(Page::Monitors), 2);
        f.dock->takeFocus();
        TableView &monitors = f.dock->table(Page::Monitors);
        QVERIFY(monitors.hasFocus());
        QTest::keyClick(&monitors, Qt::Key_Down);
        QCOMPARE(monitors.currentIndex().data().toString(), u"first"_s);
        QTest::keyClick(&monitors, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"first\tok\t"_s));
        // It moves up, and stays the selected one.
        f.deliver(test::checkInEnvelope("first", "error", {}));
        QTRY_COMPARE(f.text(Page::Monitors, 0, MonitorModel::Column::Monitor), u"first"_s);
        QCOMPARE(monitors.currentIndex().row(), 0);
        auto *tabs = f.dock->findChild<QTabBar *>();
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QVERIFY(f.dock->table(Page::Sessions).isVisible());
        QVERIFY(!monitors.isVisible());
    }
    void schedulesRead_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("text");
        const auto interval = [](const QString &value, const QString &unit) {
            return u"{'schedule':{'type':'interval','value':%1,'unit':'%2'}}"_s.arg(value, unit);
        };
        QTest::newRow("crontab") << u"{'schedule':{'type':'crontab','value':'0 * * * *'}}"_s << u"crontab 0 * * * *"_s;
        QTest::newRow("crontab in a zone")
            << u"{'schedule':{'type':'crontab','value':'5 4 * * 0'},'timezone':'Europe/Berlin'}"_s
            << u"crontab 5 4 * * 0 (Europe/Berlin)"_s;
        QTest::newRow("minutes") << interval(u"5"_s, u"minute"_s) << u"every 5 minutes"_s;
        QTest::newRow("one hour") << interval(u"1"_s, u"hour"_s) << u"every hour"_s;
        QTest::newRow("an unknown unit") << interval(u"3"_s, u"moon"_s) << u"every 3 × moon"_s;
        QTest::newRow("no number") << interval(u"'x'"_s, u"day"_s) << QString();
        QTest::newRow("a negative number") << interval(u"-4"_s, u"day"_s) << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("no JSON") << u"{{{"_s << QString();
        QTest::newRow("another shape") << u"[1,2]"_s << QString();
        QTest::newRow("a schedule of another shape") << u"{'schedule':[{'type':1}]}"_s << QString();
        QTest::newRow("markup") << u"{'schedule':{'type':'crontab','value':'<b>\\u202e'}}"_s
                                << u"crontab <b>[U+202E]"_s;
    }
    void schedulesRead()
    {
        QFETCH(QString, config);
        QFETCH(QString, text);
        QCOMPARE(scheduleText(config.replace(u'\'', u'"').toStdString()), text);
    }
    void crashFreeIsNeverRoundedUp_data()
    {
        QTest::addColumn<qint64>("started");
        QTest::addColumn<qint64>("crashed");
        QTest::addColumn<QString>("text");
        QTest::newRow("no sessions") << qint64(0) << qint64(0) << u"–"_s;
        QTest::newRow("none crashed") << qint64(3) << qint64(0) << u"100 %"_s;
        QTest::newRow("one of a million") << qint64(1'000'000) << qint64(1) << u"99.99 %"_s;
        QTest::newRow("one of three") << qint64(3) << qint64(1) << u"66.66 %"_s;
        QTest::newRow("all") << qint64(3) << qint64(3) << u"0.00 %"_s;
        QTest::newRow("more than there were") << qint64(3) << qint64(9) << u"0.00 %"_s;
    }
    void crashFreeIsNeverRoundedUp()
    {
        QFETCH(qint64, started);
        QFETCH(qint64, crashed);
        QFETCH(QString, text);
        QCOMPARE(crashFreeText(healthOf(started, crashed)), text);
    }
    void hostileTextIsShownAsItIs()
    {
        HealthFixture f;
        const std::string nasty = std::string("<img src=x>\u202e\n") + std::string(5000, 'n');
        f.deliver(test::checkInEnvelope(nasty, nasty, {}, nasty));
        f.deliver(test::sessionEnvelope(nasty, nasty));
        f.deliver(test::clientReportEnvelope(nasty, nasty, 3));
        QTRY_COMPARE(f.rows(Page::Dropped), 1);
        for (const Page page : {Page::Monitors, Page::Sessions, Page::Dropped}) {
            const QAbstractItemModel &model = *f.dock->table(page).model();
            QCOMPARE(model.rowCount(), 1);
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex cell = model.index(0, column);
                QVERIFY(cell.data().toString().size() < 700);
                QVERIFY(!cell.data().toString().contains(QChar(0x202e)));
                QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
            }
            f.dock->showPage(page);
            f.dock->grab();
        }
    }
};

PICKET_TEST(TestHealthDock)
#include "tst_healthdock.moc"
