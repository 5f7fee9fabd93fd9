// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/utf8.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket::protocol;
using picket::test::bytes;
using picket::test::view;

class TestUtf8 final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cutsBetweenCharacters_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("characters");
        QTest::addColumn<QByteArray>("cut");
        QTest::newRow("short enough") << QByteArray("abc") << 3 << QByteArray("abc");
        QTest::newRow("one too many") << QByteArray("abcd") << 3 << QByteArray("ab\u2026");
        QTest::newRow("more bytes than characters")
            << QByteArray("\u20AC\u20AC\u20AC") << 3 << QByteArray("\u20AC\u20AC\u20AC");
        QTest::newRow("never within a character")
            << QByteArray("\u20AC\u20AC\u20AC\u20AC") << 3 << QByteArray("\u20AC\u20AC\u2026");
        QTest::newRow("to nothing") << QByteArray("abc") << 0 << QByteArray();
        QTest::newRow("nothing") << QByteArray() << 3 << QByteArray();
    }
    void cutsBetweenCharacters()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, characters);
        QFETCH(QByteArray, cut);
        QCOMPARE(bytes(cutWithMark(view(text), static_cast<std::size_t>(characters))), cut);
    }

    void everyCodePointSurvives()
    {
        for (char32_t c = 0; c < 0x110000; ++c) {
            if (c >= 0xD800 && c < 0xE000) {
                continue;
            }
            char encoded[4];
            const std::size_t length = encodeUtf8(c, encoded);
            QCOMPARE(utf8SequenceLength({encoded, length}), length);
            if (length > 1) {
                QCOMPARE(utf8SequenceLength({encoded, length - 1}), 0u);
            }
        }
    }
};

PICKET_TEST(TestUtf8)
#include "tst_utf8.moc"
