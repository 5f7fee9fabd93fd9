// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/values/valuetreemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString valueAt(const QModelIndex &index)
{
    return index.siblingAtColumn(1).data().toString();
}

} // namespace

class ValueTreeModelTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasSent_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("style");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const char *json, ValueStyle style, const QString &shown,
                            ValueKind kind) {
            QTest::newRow(name) << QByteArray(json) << int(style) << shown << int(kind);
        };
        row("a number keeps its digits", "0.10", ValueStyle::Json, u"0.10"_s, ValueKind::Number);
        row("a number beyond doubles stays exact", "9007199254740993", ValueStyle::Json, u"9007199254740993"_s,
            ValueKind::Number);
        row("JSON text stands in quotes", "\"2\"", ValueStyle::Json, u"\"2\""_s, ValueKind::Text);
        row("quotes in text are escaped", "\"a\\\"b\\\\\"", ValueStyle::Json, u"\"a\\\"b\\\\\""_s, ValueKind::Text);
        row("a header stands without quotes", "\"2\"", ValueStyle::Plain, u"2"_s, ValueKind::Text);
        row("an empty text is seen", "\"\"", ValueStyle::Plain, u"\"\""_s, ValueKind::Text);
        row("Python's repr of text stays as it was sent", R"("'EUR'")", ValueStyle::Repr, u"'EUR'"_s, ValueKind::Text);
        row("Python's None is nothing", "\"None\"", ValueStyle::Repr, u"None"_s, ValueKind::Nothing);
        row("Python's True is a truth value", "\"True\"", ValueStyle::Repr, u"True"_s, ValueKind::Truth);
        row("a number in Python's notation is a number", "\"-2.5\"", ValueStyle::Repr, u"-2.5"_s, ValueKind::Number);
        row("the word None elsewhere is a text", "\"None\"", ValueStyle::Plain, u"None"_s, ValueKind::Text);
        row("null is null", "null", ValueStyle::Json, u"null"_s, ValueKind::Nothing);
        row("a container is shown in short", R"({"a":1,"b":[2]})", ValueStyle::Json, u"{a: 1, b: […]}"_s,
            ValueKind::Preview);
        row("an empty list is empty", "[]", ValueStyle::Json, u"[]"_s, ValueKind::Preview);
        row("line ends do not break the row", R"("a\nb")", ValueStyle::Plain, u"a b"_s, ValueKind::Text);
        row("bidi controls are made visible", R"("\u202ea")", ValueStyle::Plain, u"[U+202E]a"_s, ValueKind::Text);
    }
    void showsWhatWasSent()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, style);
        ValueTreeModel model;
        model.setValue(valueOf("{\"v\":" + json.toStdString() + "}"), static_cast<ValueStyle>(style));
        QTEST(valueAt(model.index(0, 0)), "shown");
        QTEST(model.index(0, 1).data(ValueKindRole).toInt(), "kind");
    }

    void copiesEverything()
    {
        ValueTreeModel model;
        const std::string big(1 << 20U, 'y');
        model.setValue(valueOf("{\"big\":\"" + big + "\"," + R"("nul":"a\u0000b","n":1.50,"o":{"k":[0.10,null]}})"),
                       ValueStyle::Json);
        QCOMPARE(model.index(0, 0).data(CopyRole).toString().size(), 1 << 20);
        QVERIFY(model.index(0, 1).data().toString().size() < 1100);
        QCOMPARE(model.index(1, 0).data(CopyRole).toString(), QString::fromUtf8("a\0b", 3));
        QCOMPARE(model.index(2, 0).data(CopyJsonRole).toString(), u"1.50"_s);
        const QString json = model.index(3, 0).data(CopyJsonRole).toString();
        QCOMPARE(json.simplified().remove(u' '), u"{\"k\":[0.10,null]}"_s);
    }

    void tellsPaths_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("path");
        QTest::newRow("a name") << u"name"_s << u"list[1].name"_s;
        QTest::newRow("an odd name") << u"odd name"_s << u"list[1][\"odd name\"]"_s;
        QTest::newRow("a number as a name") << u"7"_s << u"list[1][\"7\"]"_s;
    }
    void tellsPaths()
    {
        QFETCH(QString, key);
        ValueTreeModel model;
        model.setValue(valueOf(R"({"list":[0,{"name":1,"odd name":2,"7":3}]})"), ValueStyle::Json);
        const QModelIndex row = findRow(model, key);
        QVERIFY(row.isValid());
        QTEST(row.data(PathRole).toString(), "path");
    }

    void speaksInSentences()
    {
        ValueTreeModel model;
        model.setValue(valueOf(R"({"qty":2,"items":[1,2,3]})"), ValueStyle::Json);
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"qty: 2, number"_s);
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"items: [1, 2, 3], list of 3"_s);
    }

    void makesRowsInChunks()
    {
        std::string json = "{";
        for (int i = 0; i < 1200; ++i) {
            json += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
        }
        ValueTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        tester.setUseFetchMore(false); // it would fetch amid a reset
        model.setValue(valueOf(json + "}"), ValueStyle::Json);
        const auto chunk = static_cast<int>(limits::treeChunk);
        QCOMPARE(model.rowCount(), chunk + 1);
        QVERIFY(ValueTreeModel::isMoreRow(model.index(chunk, 0)));
        QCOMPARE(model.index(chunk, 0).data().toString(), u"700 more …"_s);
        model.fetchMore({});
        QCOMPARE(model.index(2 * chunk, 0).data().toString(), u"200 more …"_s);
        model.fetchMore({});
        QCOMPARE(model.rowCount(), 1200);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.index(1199, 0).data().toString(), u"k1199"_s);
    }

    void endsDeepTreesWithANote()
    {
        std::string json;
        for (int i = 0; i < 600; ++i) {
            json += "{\"a\":";
        }
        json += "1" + std::string(600, '}');
        ValueTreeModel model;
        model.setValue(valueOf(json), ValueStyle::Json);
        QModelIndex index = model.index(0, 0);
        int depth = 0;
        while (model.hasChildren(index) && depth < 1000) {
            model.fetchMore(index);
            index = model.index(0, 0, index);
            ++depth;
        }
        QCOMPARE(index.data().toString(), u"deeper levels: see Raw"_s);
        QVERIFY(depth <= int(limits::jsonTreeDepth));
    }

    void staysConsistent()
    {
        ValueTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        tester.setUseFetchMore(false); // it would fetch amid a reset
        ValueRoot group;
        group.key = "Group";
        group.heading = true;
        group.note = u"2"_s;
        group.value = valueOf(R"({"a":{"b":[1,2,{"c":null}]},"d":"e"})");
        ValueRoot leaf;
        leaf.key = "leaf";
        model.setRoots({group, leaf});
        QVERIFY(findRow(model, u"c"_s).isValid());
        QCOMPARE(rowsOf(model).first(), u"Group | 2"_s);
        model.setValue(valueOf("[1,[2,[3]]]"), ValueStyle::Json);
        QVERIFY(findRow(model, u"[1]"_s).isValid());
        ValueSearch search(model.searchRoots(), u"3"_s);
        while (!search.advance(std::chrono::milliseconds(1))) { }
        model.setMatches(search.take());
        QVERIFY(findRow(model, u"[0]"_s).isValid());
        model.setMatches(std::nullopt);
        model.setRoots({});
        QCOMPARE(model.rowCount(), 0);
        model.setValue(nullptr, ValueStyle::Json);
        QCOMPARE(model.rowCount(), 0);
    }
};

PICKET_TEST(ValueTreeModelTest)
#include "tst_valuetreemodel.moc"
