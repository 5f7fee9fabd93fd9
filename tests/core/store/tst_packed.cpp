// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/compression.h"
#include "core/store/deliverylog.h"
#include "core/store/issuewriter.h"
#include "core/store/packed.h"
#include "core/store/textsearch.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <limits>
#include <random>

using namespace picket;

class TestPacked final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void idsComeBack()
    {
        const std::vector<std::int64_t> ids{0, 1, 127, 128, 16383, 16384, std::numeric_limits<std::int64_t>::max()};
        QCOMPARE(store::unpackIds(store::packIds(ids)), ids);
        QCOMPARE(store::packIds({127}).size(), 1U);
        QCOMPARE(store::packIds({128}).size(), 2U);
    }

    void outcomesComeBackAndDamageEndsThem()
    {
        const std::vector<model::ItemOutcome> items{{"event", 10000, "stored", "", {5}, {6}},
                                                    {std::string("x\0y", 3), 0, "kept", "reason", {}, {}}};
        const std::string packed = store::packOutcomes(items);
        QCOMPARE(store::unpackOutcomes(packed).size(), 2U);
        QCOMPARE(store::unpackOutcomes(packed)[1].type, items[1].type);
        QCOMPARE(store::unpackOutcomes(packed)[0].issue, IssueId{6});
        for (std::size_t size = 0; size < packed.size(); ++size) {
            QVERIFY(store::unpackOutcomes(packed.substr(0, size)).size() < 2);
        }
        std::mt19937 random(7);
        for (int round = 0; round < 2000; ++round) {
            std::string noise(random() % 40, '\0');
            for (char &c : noise) {
                c = static_cast<char>(random());
            }
            QVERIFY(store::unpackOutcomes(noise).size() <= noise.size());
            QVERIFY(store::unpackIds(noise).size() <= noise.size());
        }
    }

    void payloadsComeBack()
    {
        std::string noise(300000, '\0');
        std::mt19937 random(1);
        for (char &c : noise) {
            c = static_cast<char>(random());
        }
        for (const std::string &bytes : {std::string(), std::string("x"), std::string(5000000, 'a'), noise}) {
            const auto back = store::decompress(store::compress(bytes), bytes.size());
            QVERIFY(back.has_value());
            QVERIFY(*back == bytes);
        }
    }

    void whatIsTooLargeOrDamagedIsAnError()
    {
        const std::string bytes(1000000, 'a');
        const std::string compressed = store::compress(bytes);
        QCOMPARE(store::decompress(compressed, bytes.size() - 1).error().code, ErrorCode::TooLarge);
        QCOMPARE(store::decompress({}, 10).error().code, ErrorCode::Corrupt);
        QCOMPARE(store::decompress("no zstd at all", 10).error().code, ErrorCode::Corrupt);
        for (std::size_t size = 0; size < compressed.size(); ++size) {
            QCOMPARE(store::decompress(compressed.substr(0, size), bytes.size()).error().code, ErrorCode::Corrupt);
        }
    }

    void textsAreCutBetweenCharacters()
    {
        QCOMPARE(store::cut("abc", 3), std::string_view("abc"));
        QCOMPARE(store::cut("abcd", 3), std::string_view("abc"));
        QCOMPARE(store::cut("äöüß", 3), std::string_view("äöü"));
        QCOMPARE(store::cut("äöü", 3), std::string_view("äöü"));
    }

    void textIsFoundInAnyCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("needle");
        QTest::addColumn<bool>("found");
        QTest::newRow("in the middle") << "ValueError: x"
                                       << "eERR" << true;
        QTest::newRow("at the end") << "ValueError"
                                    << "error" << true;
        QTest::newRow("not there") << "ValueError"
                                   << "errors" << false;
        QTest::newRow("nothing is everywhere") << ""
                                               << "" << true;
        QTest::newRow("umlauts") << "MÜLLER"
                                 << "müller" << true;
        QTest::newRow("Greek") << "ΣΊΣΥΦΟΣ"
                               << "σίσυφος" << true;
        QTest::newRow("brackets are letters around 'a'") << "[\\]"
                                                         << "{|}" << false;
    }
    void textIsFoundInAnyCase()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, needle);
        QFETCH(const bool, found);
        QCOMPARE(store::containsText(text.toStdString(), needle.toStdString()), found);
    }
};

PICKET_TEST(TestPacked)
#include "tst_packed.moc"
