// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/diskthread.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <future>
#include <memory>
#include <vector>

using namespace picket;

class TestDiskThread final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void asksElsewhereAndAnswersHere()
    {
        source::DiskThread disk;
        std::thread::id asked;
        std::thread::id answered;
        disk.ask([&asked, &answered] {
            asked = std::this_thread::get_id();
            return [&answered] {
                answered = std::this_thread::get_id();
            };
        });
        QTRY_COMPARE(answered, std::this_thread::get_id());
        QVERIFY(asked != std::this_thread::get_id());
    }
    void onlyTheNewestQuestionIsAnswered()
    {
        source::DiskThread disk;
        std::promise<void> begun;
        std::promise<void> mayEnd;
        std::vector<int> asked;
        std::vector<int> answers;
        const auto question = [&](int number) {
            return [&asked, &answers, number] {
                asked.push_back(number);
                return [&answers, number] {
                    answers.push_back(number);
                };
            };
        };
        disk.ask([&] {
            begun.set_value();
            mayEnd.get_future().wait();
            return [&answers] {
                answers.push_back(0);
            };
        });
        begun.get_future().wait();
        disk.ask(question(1)); // never begins: another one comes while it waits
        disk.ask(question(2));
        mayEnd.set_value();
        QTRY_COMPARE(answers, std::vector<int>{2});
        QCOMPARE(asked, std::vector<int>{2});
    }
    void whatWasCancelledIsNotAnswered()
    {
        source::DiskThread disk;
        std::promise<void> asked;
        bool answered = false;
        disk.ask([&] {
            asked.set_value();
            return [&answered] {
                answered = true;
            };
        });
        asked.get_future().wait();
        disk.cancel();
        bool next = false;
        disk.ask([&next] {
            return [&next] {
                next = true;
            };
        });
        QTRY_VERIFY(next);
        QVERIFY(!answered);
    }
    void endsWhileADiskDoesNotAnswer()
    {
        std::promise<void> begun;
        std::promise<void> mayAnswer;
        std::promise<void> dropped;
        std::atomic<bool> answered = false;
        {
            source::DiskThread disk;
            // Ends when the last copy of the answer does.
            const std::shared_ptr<void> held(nullptr, [&](void *) { dropped.set_value(); });
            disk.ask([&begun, &mayAnswer, &answered, held]() -> source::DiskThread::Answer {
                begun.set_value();
                mayAnswer.get_future().wait();
                return [&answered, held] {
                    answered = true;
                };
            });
            begun.get_future().wait();
        } // a thread that were joined here would wait for ever
        mayAnswer.set_value();
        dropped.get_future().wait();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }
};

PICKET_TEST(TestDiskThread)
#include "tst_diskthread.moc"
