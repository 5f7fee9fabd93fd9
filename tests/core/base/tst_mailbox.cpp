// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mailbox.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <thread>

using namespace picket;

class TestMailbox final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderAndBound()
    {
        Mailbox<int> box(2);
        QVERIFY(box.tryPush(1));
        QVERIFY(box.tryPush(2));
        QVERIFY(!box.tryPush(3));
        QVERIFY(box.forcePush(4));
        QCOMPARE(box.takeAll(), (std::vector<int>{1, 2, 4}));
        QVERIFY(box.takeAll().empty());
    }
    void aRefusedValueIsUntouched()
    {
        Mailbox<std::unique_ptr<int>> box(0);
        auto value = std::make_unique<int>(7);
        QVERIFY(!box.tryPush(std::move(value)));
        QVERIFY(value != nullptr);
    }
    void wakesOnlyWhenItWasEmpty()
    {
        int wakes = 0;
        Mailbox<int> box(10, [&] { ++wakes; });
        QVERIFY(box.tryPush(1));
        QVERIFY(box.tryPush(2));
        QCOMPARE(wakes, 1);
        QCOMPARE(box.takeAll(1).size(), 1u);
        QVERIFY(box.tryPush(3));
        QCOMPARE(wakes, 1);
        QCOMPARE(box.takeAll().size(), 2u);
        QVERIFY(box.tryPush(4));
        QCOMPARE(wakes, 2);
    }
    void closingDrainsAndThenEnds()
    {
        Mailbox<int> box(10);
        QVERIFY(box.tryPush(1));
        box.close();
        QVERIFY(!box.tryPush(2));
        QVERIFY(!box.forcePush(2));
        QCOMPARE(box.waitAndTake(), std::vector<int>{1});
        QVERIFY(box.waitAndTake().empty());
    }
    void nothingIsLostBetweenThreads()
    {
        Mailbox<int> box(64);
        constexpr int count = 20000;
        std::thread sender([&] {
            for (int i = 0; i < count; ++i) {
                int value = i;
                while (!box.tryPush(std::move(value))) {
                    std::this_thread::yield();
                }
            }
            box.close();
        });
        int expected = 0;
        bool inOrder = true;
        for (auto batch = box.waitAndTake(16); !batch.empty(); batch = box.waitAndTake(16)) {
            for (const int value : batch) {
                inOrder = inOrder && value == expected;
                ++expected;
            }
        }
        sender.join();
        QVERIFY(inOrder);
        QCOMPARE(expected, count);
    }
};

PICKET_TEST(TestMailbox)
#include "tst_mailbox.moc"
