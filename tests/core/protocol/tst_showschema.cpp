// SPDX-License-Identifier: GPL-3.0-or-later
// resources/show.schema.json names exactly the members that writeEvent() writes, and those of its caller.
#include "core/protocol/json.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;
using test::view;

namespace {

QByteArrayList sortedKeys(const QByteArray &json)
{
    QByteArrayList keys;
    if (const auto document = JsonDocument::parse(view(json))) {
        for (const JsonMember &member : document->root().members) {
            keys.append(bytes(member.key));
        }
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

const QByteArrayList callersMembers{"attachments", "grouping", "id", "issue", "project", "title", "unreadable"};

} // namespace

class TestShowSchema final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsWritten_data()
    {
        QTest::addColumn<QByteArray>("inDocument");
        QTest::addColumn<QByteArray>("inSchema");
        QTest::newRow("exception") << QByteArray("exceptions/0") << QByteArray("$defs/exception");
        QTest::newRow("mechanism") << QByteArray("exceptions/0/mechanism") << QByteArray("$defs/mechanism");
        QTest::newRow("frame") << QByteArray("exceptions/0/frames/0") << QByteArray("$defs/frame");
        QTest::newRow("thread") << QByteArray("threads/0") << QByteArray("$defs/thread");
        QTest::newRow("breadcrumb") << QByteArray("breadcrumbs/0") << QByteArray("$defs/breadcrumb");
        QTest::newRow("request") << QByteArray("request") << QByteArray("$defs/request");
        QTest::newRow("user") << QByteArray("user") << QByteArray("$defs/user");
        QTest::newRow("logentry") << QByteArray("logentry") << QByteArray("properties/logentry/anyOf/0");
        QTest::newRow("template") << QByteArray("template") << QByteArray("properties/template/anyOf/0");
        QTest::newRow("sdk") << QByteArray("sdk") << QByteArray("properties/sdk/anyOf/0");
        QTest::newRow("error") << QByteArray("errors/0") << QByteArray("properties/errors/items");
    }
    void namesWhatIsWritten()
    {
        QFETCH(QByteArray, inDocument);
        QFETCH(QByteArray, inSchema);
        const QByteArrayList keys = sortedKeys(test::at(document(), inDocument));
        QVERIFY(!keys.isEmpty());
        QCOMPARE(sortedKeys(test::at(schema(), inSchema + "/properties")), keys);
    }

    void namesTheEventsMembers()
    {
        QByteArrayList keys = sortedKeys(document()) + callersMembers;
        std::sort(keys.begin(), keys.end());
        QCOMPARE(sortedKeys(test::at(schema(), "properties")), keys);
    }

private:
    static QByteArray schema()
    {
        return test::readFile(QStringLiteral(PICKET_TEST_DATA "/../../resources/show.schema.json"));
    }
    static QByteArray document()
    {
        return test::documentOf(
            test::readEvent("{\"exception\":{\"type\":\"E\",\"mechanism\":{\"type\":\"m\"},\"x\":1,"
                            "\"stacktrace\":{\"frames\":[{\"x\":1}]}},\"threads\":[{\"x\":1}],"
                            "\"breadcrumbs\":[{\"message\":\"b\",\"x\":1}],\"request\":{},\"user\":{},"
                            "\"message\":\"x\",\"template\":{\"filename\":\"f\"},"
                            "\"sdk\":{\"name\":\"s\"},\"errors\":[{\"type\":\"t\"}]}"));
    }
};

PICKET_TEST(TestShowSchema)
#include "tst_showschema.moc"
