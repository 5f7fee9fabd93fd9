// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/theme/icons.h"
#include "ui/values/breadcrumbmodel.h"
#include "ui/values/breadcrumbsdock.h"
#include "ui/values/breadcrumbtext.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *shop = R"({"timestamp":1769850000.0,"platform":"python","breadcrumbs":{"values":[
    {"timestamp":1769849987.6,"category":"navigation","data":{"from":"/","to":"/cart"}},
    {"timestamp":1769849993.9,"type":"http","category":"httplib","data":{"method":"POST","url":"/api/items","status_code":200}},
    null,
    {"timestamp":1769849999.1,"category":"console","level":"warning","message":"stock low"}]},
    "exception":[{"type":"TypeError","value":"cannot read"}]})";

} // namespace

class BreadcrumbsTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheDistanceToTheEvent_data()
    {
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("text");
        QTest::newRow("the event itself") << qint64(0) << u"0 s"_s;
        QTest::newRow("less than a hundredth of a second") << qint64(-400) << u"−0.4 ms"_s;
        QTest::newRow("seconds before") << qint64(-2'310'000) << u"−2.31 s"_s;
        QTest::newRow("more seconds") << qint64(-12'400'000) << u"−12.4 s"_s;
        QTest::newRow("minutes") << qint64(-192'000'000) << u"−3 min 12 s"_s;
        QTest::newRow("hours") << qint64(-7'500'000'000) << u"−2 h 5 min"_s;
        QTest::newRow("days") << qint64(-300'000'000'000) << u"−3 d"_s;
        QTest::newRow("after the event") << qint64(120'000) << u"+0.12 s"_s;
    }
    void tellsTheDistanceToTheEvent()
    {
        QFETCH(qint64, micros);
        QTEST(relativeTime(std::chrono::microseconds(micros)), "text");
    }

    void everyTypeHasAnIcon_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"default", "debug", "error", "navigation", "http", "info", "query", "transaction",
                                 "ui", "user", "device.event", "../../etc/passwd"}) {
            QTest::newRow(type) << QString::fromLatin1(type);
        }
    }
    void everyTypeHasAnIcon()
    {
        QFETCH(QString, type);
        const QImage image = icon(breadcrumbIconName(type.toStdString())).pixmap(16).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                drawn = drawn || image.pixelColor(x, y).alpha() > 0;
            }
        }
        QVERIFY(drawn);
    }

    void listsWhatLedToTheEvent()
    {
        BreadcrumbModel model;
        model.setDetail(detailOf(shop));
        QCOMPARE(rowsOf(model),
                 (QStringList{
                     u"navigation | / → /cart | info | −12.4 s"_s, u"httplib | POST /api/items 200 | info | −6.10 s"_s,
                     u"… | null (no breadcrumb was sent here) |  | "_s, u"console | stock low | warning | −0.90 s"_s,
                     u"this event | TypeError: cannot read | error | 0 s"_s}));
        QCOMPARE(model.index(1, 0).data(IconNameRole).toString(), u"breadcrumb-http"_s);
        QCOMPARE(model.index(3, 0).data(IconNameRole).toString(), u"breadcrumb-debug"_s);
        QCOMPARE(model.index(3, 0).data(Qt::AccessibleTextRole).toString(), u"warning, console, stock low, −0.90 s"_s);
    }

    void dataStandsBelow()
    {
        BreadcrumbModel model;
        model.setDetail(detailOf(shop));
        QVERIFY(!model.hasChildren(model.index(3, 0)));
        QVERIFY(model.hasChildren(model.index(1, 0)));
        const QModelIndex status = findRow(model, u"status_code"_s);
        QCOMPARE(status.siblingAtColumn(1).data().toString(), u"200"_s);
        QCOMPARE(status.data(PathRole).toString(), u"[\"breadcrumbs[1]\"].status_code"_s);
    }

    void filtersByLevelAndType()
    {
        BreadcrumbModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        tester.setUseFetchMore(false); // it would fetch amid a reset
        model.setDetail(detailOf(shop));
        QCOMPARE(model.types(), (std::vector<std::string>{"navigation", "http", "debug"}));
        model.setFilter(model::Level::Warning, {});
        QCOMPARE(rowsOf(model).first(), u"console | stock low | warning | −0.90 s"_s);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(model::Level::Debug, "http");
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(model::Level::Debug, {});
        QCOMPARE(model.rowCount(), 5);
        model.setAbsoluteTime(true);
        QVERIFY(model.index(0, 3).data().toString().contains(u':'));
        model.setDetail(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void whatIsLeftOutIsSaid()
    {
        std::string json = R"({"breadcrumbs":[)";
        for (int i = 0; i < 1427; ++i) {
            json += (i > 0 ? "," : "") + std::string(R"({"message":"crumb )") + std::to_string(i) + "\"}";
        }
        BreadcrumbModel model;
        model.setDetail(detailOf(json + "]}"));
        QVERIFY(!findRow(model, u"no such row"_s).isValid()); // makes every row
        QCOMPARE(model.rowCount(), 1002);
        QCOMPARE(model.index(0, 1).data().toString(), u"427 older ones are not shown: see Raw"_s);
        QCOMPARE(model.index(1, 1).data().toString(), u"crumb 427"_s);
        QCOMPARE(model.index(1000, 1).data().toString(), u"crumb 1426"_s);
    }

    void theDockNarrowsAndKeepsTheChoice()
    {
        DocksFixture fixture;
        auto &dock = fixture.add<BreadcrumbsDock>();
        fixture.openWindow();
        QVERIFY(fixture.show(shop));
        QTRY_COMPARE(dock.model().rowCount(), 5);
        dock.types().setCurrentIndex(dock.types().findText(u"HTTP"_s));
        QCOMPARE(dock.model().rowCount(), 2);
        QVERIFY(fixture.show(R"({"message":"other","breadcrumbs":[{"type":"http"},{"type":"user"}]})"));
        QCOMPARE(dock.types().currentText(), u"HTTP"_s);
        QCOMPARE(dock.model().rowCount(), 2);
        QVERIFY(fixture.show(R"({"message":"without HTTP","breadcrumbs":[{"type":"user"}]})"));
        QCOMPARE(dock.types().currentText(), u"All types"_s);
        QCOMPARE(dock.model().rowCount(), 2);
    }
};

PICKET_TEST(BreadcrumbsTest)
#include "tst_breadcrumbs.moc"
