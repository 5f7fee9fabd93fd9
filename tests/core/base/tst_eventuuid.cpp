// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/eventuuid.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;

class TestEventUuid final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("hex"); // empty: not an id
        const QByteArray id = "fc6d8c0c43fc4630ad850ee518f1b9d0";
        QTest::newRow("32 lower-case digits") << id << id;
        QTest::newRow("32 upper-case digits") << id.toUpper() << id;
        QTest::newRow("36 characters with dashes") << QByteArray("fc6d8c0c-43fc-4630-ad85-0ee518f1b9d0") << id;
        QTest::newRow("nil") << QByteArray(32, '0') << QByteArray(32, '0');
        QTest::newRow("dashes in wrong places") << QByteArray("fc6d8c0c4-3fc-4630-ad85-0ee518f1b9d0") << QByteArray();
        QTest::newRow("a letter beyond f") << QByteArray("gc6d8c0c43fc4630ad850ee518f1b9d0") << QByteArray();
        QTest::newRow("31 digits") << id.chopped(1) << QByteArray();
        QTest::newRow("33 digits") << id + "0" << QByteArray();
        QTest::newRow("empty") << QByteArray("") << QByteArray();
    }
    void parses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, hex);
        const auto id = EventUuid::parse({text.constData(), static_cast<std::size_t>(text.size())});
        QCOMPARE(id.has_value(), !hex.isEmpty());
        if (id) {
            QCOMPARE(QByteArray::fromStdString(id->hex()), hex);
        }
    }
    void generatedIdsDifferAndAreVersion4()
    {
        const EventUuid a = EventUuid::generate();
        const EventUuid b = EventUuid::generate();
        QVERIFY(a != b);
        QVERIFY(!a.isNil());
        QCOMPARE(a.hex()[12], '4');
    }
};

PICKET_TEST(TestEventUuid)
#include "tst_eventuuid.moc"
