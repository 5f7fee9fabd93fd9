// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/store/reader.h"
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/issues/tagmodel.h"
#include "ui/issues/tagsdock.h"
#include "ui/issues/tagsharemodel.h"
#include "ui/values/valueroles.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

std::string tagged(const std::string &tags)
{
    return R"({"fingerprint":["one"],"message":"m","tags":)" + tags + "}";
}

} // namespace

class TagsTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tagsOfAnEventAreItsOwnAndTheDerivedOnes()
    {
        TagModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const std::string longValue(limits::tagValue + 50, 'v');
        const auto detail =
            detailOf("{\"release\":\"shop@1\",\"tags\":{\"region\":\"eu\",\"long\":\"" + longValue + "\"}}");
        model.setEvent(&detail->event);
        const QStringList rows = rowsOf(model);
        QVERIFY(rows.contains(u"level | error"_s));
        QVERIFY(rows.contains(u"release | shop@1"_s));
        QVERIFY(rows.contains(u"region | eu"_s));
        const int row = model.rowOf("long");
        QCOMPARE(model.valueAt(row), longValue); // whole, although the issue counts it cut
        QVERIFY(model.countedValueAt(row).size() <= limits::tagValue + 3);
        QCOMPARE(model.index(model.rowOf("region"), 0).data(PathRole).toString(), u"region:eu"_s);
        model.setEvent(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void theStoreCountsTagsOfAnIssue()
    {
        WorkspaceFixture workspace;
        workspace.deliver(tagged(R"({"region":"eu"})"));
        workspace.deliver(tagged(R"({"region":"eu"})"));
        const auto changes = workspace.deliver(tagged(R"({"region":"us"})"));
        workspace.deliver(R"({"fingerprint":["two"],"message":"m","tags":{"region":"eu"}})");
        auto reader = store::Reader::open(workspace.paths());
        QVERIFY(reader.has_value());
        const auto tags = reader->issueTags(changes.issues.front());
        QVERIFY(tags.has_value());
        std::vector<std::string> region;
        for (const store::TagCount &tag : *tags) {
            if (tag.key == "region") {
                region.push_back(tag.value + "=" + std::to_string(tag.count));
            }
        }
        QCOMPARE(region, (std::vector<std::string>{"eu=2", "us=1"}));
        QVERIFY(reader->issueTags({999'999})->empty());
    }

    void rareValuesAreToldAsTheirSum()
    {
        WorkspaceFixture workspace;
        store::ChangeSet changes;
        const auto values = static_cast<int>(limits::tagValues) + 20;
        for (int i = 0; i < values; ++i) {
            changes = workspace.deliver(tagged("{\"request\":\"r" + std::to_string(i) + "\"}"));
        }
        auto reader = store::Reader::open(workspace.paths());
        const auto tags = reader->issueTags(changes.issues.front());
        QVERIFY(tags.has_value());
        std::int64_t sum = 0;
        std::int64_t rarer = 0;
        for (const store::TagCount &tag : *tags) {
            sum += tag.key == "request" ? tag.count : 0;
            rarer += tag.key == "request" ? tag.rarerValues : 0;
        }
        QCOMPARE(sum, std::int64_t(values));
        QCOMPARE(rarer, std::int64_t(20));
    }

    void sharesAreOfAllEvents_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<qint64>("events");
        QTest::addColumn<QString>("percent");
        QTest::newRow("half") << qint64(5) << qint64(10) << u"50 %"_s;
        QTest::newRow("all") << qint64(10) << qint64(10) << u"100 %"_s;
        QTest::newRow("not quite all") << qint64(9999) << qint64(10'000) << u"> 99 %"_s;
        QTest::newRow("hardly any") << qint64(1) << qint64(10'000) << u"< 1 %"_s;
        QTest::newRow("more than were counted before") << qint64(12) << qint64(10) << u"100 %"_s;
    }
    void sharesAreOfAllEvents()
    {
        QFETCH(qint64, count);
        QFETCH(qint64, events);
        TagShareModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setShares({{"k", "v", count, 0}, {"other", "x", 7, 0}}, "k", events, "v");
        QTEST(model.index(0, int(TagShareModel::Column::Percent)).data().toString(), "percent");
        QCOMPARE(model.rowCount(), count < events ? 2 : 1);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void theDockShowsHowTheSelectedTagSpreads()
    {
        DocksFixture fixture;
        auto &dock = fixture.add<TagsDock>();
        fixture.openWindow();
        QVERIFY(fixture.show(tagged(R"({"region":"eu"})")));
        QVERIFY(fixture.show(tagged(R"({"region":"eu"})")));
        QVERIFY(fixture.show(tagged(R"({"region":"us"})")));
        QVERIFY(fixture.show(tagged(R"({"other":"x"})")));
        QVERIFY(fixture.show(tagged(R"({"region":"us","x":"y"})")));
        fixture.current.applyChanges(fixture.workspace.deliver(tagged(R"({"region":"eu"})")));
        QAbstractItemModel *tags = dock.tags().model();
        QTRY_VERIFY(findRow(*tags, u"region"_s).isValid());
        dock.tags().setCurrentIndex(findRow(*tags, u"region"_s));
        QTRY_COMPARE(rowsOf(*dock.shares().model()),
                     (QStringList{u"eu |  | 50 % | 3"_s, u"us |  | 33 % | 2"_s, u"without this tag |  | 17 % | 1"_s}));
        QCOMPARE(dock.shares().model()->index(0, 1).data(ShareRole).toDouble(), 0.5);
        QCOMPARE(dock.shares().model()->index(0, 0).data(PathRole).toString(), u"region:eu"_s);
        QVERIFY(dock.shares().model()->index(1, 0).data(HeadingRole).toBool()); // what the shown event has
    }
};

PICKET_TEST(TagsTest)
#include "tst_tags.moc"
