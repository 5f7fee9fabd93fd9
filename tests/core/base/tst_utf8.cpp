// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

class TestUtf8Text final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void mends_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("mended");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("ASCII") << QByteArray("/api/1/envelope/") << QByteArray("/api/1/envelope/");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\0b", 3);
        QTest::newRow("valid") << QByteArray("schön €😀") << QByteArray("schön €😀");
        QTest::newRow("a byte that starts nothing") << QByteArray("/caf\xE9/x") << QByteArray("/caf\uFFFD/x");
        QTest::newRow("0xFF at the end") << QByteArray("abcdefgh\xFF") << QByteArray("abcdefgh\uFFFD");
        QTest::newRow("a lone continuation") << QByteArray("\x80z") << QByteArray("\uFFFDz");
        QTest::newRow("cut after two of three") << QByteArray("a\xE2\x82") << QByteArray("a\uFFFD\uFFFD");
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QByteArray("\uFFFD\uFFFD");
        QTest::newRow("a surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("\uFFFD\uFFFD\uFFFD");
        QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << QByteArray("\uFFFD\uFFFD\uFFFD\uFFFD");
        QTest::newRow("valid between invalid") << QByteArray("\xFFü\xFE") << QByteArray("\uFFFDü\uFFFD");
    }
    void mends()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, mended);
        QCOMPARE(bytesOf(validUtf8(view(sent))), mended);
        QCOMPARE(isValidUtf8(view(sent)), sent == mended);
        QVERIFY(isValidUtf8(view(mended)));
    }

    // Also where the eight bytes that are looked at together end.
    void everyCutIsMended()
    {
        const QByteArray text("abcdefg😀hijklmnop€q");
        for (qsizetype from = 0; from < text.size(); ++from) {
            for (qsizetype to = from; to <= text.size(); ++to) {
                const QByteArray cut = text.mid(from, to - from);
                QVERIFY(isValidUtf8(validUtf8(view(cut))));
                QCOMPARE(isValidUtf8(view(cut)), QString::fromUtf8(cut).toUtf8() == cut);
            }
        }
    }

    void cutsToBytes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("size");
        QTest::addColumn<QByteArray>("cut");
        QTest::newRow("short enough") << QByteArray("abc") << 3 << QByteArray("abc");
        QTest::newRow("between characters") << QByteArray("abc") << 2 << QByteArray("ab");
        QTest::newRow("within a character") << QByteArray("a€") << 3 << QByteArray("a");
        QTest::newRow("behind a character") << QByteArray("a€b") << 4 << QByteArray("a€");
        QTest::newRow("to nothing") << QByteArray("€") << 2 << QByteArray();
        QTest::newRow("what is no text") << QByteArray("\x80\x80\x80\x80\x80\x80") << 5
                                         << QByteArray("\x80\x80\x80\x80\x80");
    }
    void cutsToBytes()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, size);
        QFETCH(QByteArray, cut);
        QCOMPARE(bytesOf(cutToBytes(view(text), static_cast<std::size_t>(size))), cut);
    }
};

PICKET_TEST(TestUtf8Text)
#include "tst_utf8.moc"
