// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/queryservice.h"

#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

using namespace picket;
using namespace picket::test;
using query::Lane;

namespace {

using Ids = std::vector<IssueId>;

// Issues enough for a question to run for a while.
void fill(const StoreFolder &folder, int issues)
{
    (void)folder.writer();
    auto database = take(store::Database::open(folder.paths.database, store::Database::Mode::ReadWrite));
    take(database.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                          + std::to_string(issues)
                          + ") INSERT INTO issue SELECT i, 1, 0, 1, i, i, i, i, '', 40, 0, 'title ' || i, '', '',"
                            " '', '', '', '', '', '', 0 FROM n"));
}

// Goes on asking until it is interrupted; would never end otherwise.
Result<Ids> untilInterrupted(store::Reader &reader)
{
    while (true) {
        auto ids = reader.issueIds({{}, {}, "nothing", {}, {}}, store::IssueOrder::Title, true);
        if (!ids) {
            return ids;
        }
    }
}

Result<int> number(store::Reader &reader)
{
    return reader.totals().map([](const store::Totals &totals) { return static_cast<int>(totals.issues); });
}

} // namespace

class TestQueryService final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerComesOnTheAskingThread()
    {
        const StoreFolder folder;
        fill(folder, 3);
        query::QueryService service(folder.paths);
        std::optional<int> answer;
        QThread *askedOn = nullptr;
        QThread *answeredOn = nullptr;
        service.ask<int>(
            Lane::Lists, service.newChannel(), this,
            [&](store::Reader &reader) {
                askedOn = QThread::currentThread();
                return number(reader);
            },
            [&](Result<int> result) {
                answeredOn = QThread::currentThread();
                answer = take(std::move(result));
            });
        QVERIFY(!answer); // never from within ask()
        QTRY_VERIFY(answer);
        QCOMPARE(*answer, 3);
        QCOMPARE(answeredOn, QThread::currentThread());
        QVERIFY(askedOn != answeredOn);
    }

    void onlyTheNewestOfAChannelIsAnswered()
    {
        const StoreFolder folder;
        fill(folder, 20000);
        query::QueryService service(folder.paths);
        const int channel = service.newChannel();
        QSemaphore isRunning;
        std::vector<int> answers;
        // Running, then interrupted by the next; that one and its like wait until the newest replaces them.
        service.ask<Ids>(
            Lane::Lists, channel, this,
            [&](store::Reader &reader) {
                isRunning.release();
                return untilInterrupted(reader);
            },
            [&](const Result<Ids> &) { answers.push_back(-1); });
        isRunning.acquire();
        std::atomic<int> asked = 0;
        for (int i = 1; i <= 100; ++i) {
            service.ask<int>(
                Lane::Lists, channel, this,
                [&asked, i](store::Reader &) {
                    ++asked;
                    return Result<int>(i);
                },
                [&](Result<int> result) { answers.push_back(take(std::move(result))); });
        }
        const int other = service.newChannel();
        bool isOtherAnswered = false;
        service.ask<int>(Lane::Lists, other, this, number, [&](const Result<int> &) { isOtherAnswered = true; });
        QTRY_VERIFY(isOtherAnswered);
        QCOMPARE(answers, std::vector<int>{100});
        QVERIFY(asked < 100);
    }

    void aLaneDoesNotWaitForTheOther()
    {
        const StoreFolder folder;
        fill(folder, 20000);
        query::QueryService service(folder.paths);
        const int slow = service.newChannel();
        QSemaphore isRunning;
        bool isSlowAnswered = false;
        service.ask<Ids>(
            Lane::Lists, slow, this,
            [&](store::Reader &reader) {
                isRunning.release();
                return untilInterrupted(reader);
            },
            [&](const Result<Ids> &) { isSlowAnswered = true; });
        isRunning.acquire();
        std::optional<int> answer;
        service.ask<int>(Lane::Details, slow, this, number, [&](Result<int> result) { answer = take(result); });
        QTRY_VERIFY(answer);
        QVERIFY(!isSlowAnswered);
    }

    void aCancelledQuestionIsInterruptedAndNotAnswered()
    {
        const StoreFolder folder;
        fill(folder, 20000);
        query::QueryService service(folder.paths);
        const int channel = service.newChannel();
        QSemaphore isRunning;
        bool isAnswered = false;
        service.ask<Ids>(
            Lane::Lists, channel, this,
            [&](store::Reader &reader) {
                isRunning.release();
                return untilInterrupted(reader);
            },
            [&](const Result<Ids> &) { isAnswered = true; });
        isRunning.acquire();
        service.cancel(Lane::Lists, channel);
        std::optional<int> next;
        service.ask<int>(Lane::Lists, service.newChannel(), this, number,
                         [&](Result<int> result) { next = take(result); });
        QTRY_VERIFY(next); // the lane is free again
        QCOMPARE(*next, 20000); // and the interruption did not hit another's question
        QVERIFY(!isAnswered);
    }

    void anAnswerForSomebodyGoneIsDropped()
    {
        const StoreFolder folder;
        fill(folder, 1);
        query::QueryService service(folder.paths);
        auto context = std::make_unique<QObject>();
        QSemaphore mayAnswer;
        bool isAnswered = false;
        service.ask<int>(
            Lane::Lists, service.newChannel(), context.get(),
            [&](store::Reader &reader) {
                mayAnswer.acquire();
                return number(reader);
            },
            [&](const Result<int> &) { isAnswered = true; });
        context.reset();
        mayAnswer.release();
        bool isNextAnswered = false;
        service.ask<int>(Lane::Lists, service.newChannel(), this, number,
                         [&](const Result<int> &) { isNextAnswered = true; });
        QTRY_VERIFY(isNextAnswered);
        QVERIFY(!isAnswered);
    }

    void withoutADatabaseTheAnswerIsThatAndLaterTheAnswer()
    {
        const StoreFolder folder;
        query::QueryService service(folder.paths);
        const int channel = service.newChannel();
        std::optional<ErrorCode> error;
        service.ask<int>(Lane::Lists, channel, this, number,
                         [&](const Result<int> &result) { error = result.error().code; });
        QTRY_VERIFY(error);
        QCOMPARE(*error, ErrorCode::NotFound);
        fill(folder, 2);
        std::optional<int> answer;
        service.ask<int>(Lane::Lists, channel, this, number, [&](Result<int> result) { answer = take(result); });
        QTRY_VERIFY(answer);
        QCOMPARE(*answer, 2);
    }

    void anAnswerMayAskAgainOrEndTheService()
    {
        const StoreFolder folder;
        fill(folder, 2);
        auto service = std::make_unique<query::QueryService>(folder.paths);
        const int channel = service->newChannel();
        bool isOver = false;
        service->ask<int>(Lane::Lists, channel, this, number, [&](const Result<int> &) {
            service->ask<int>(Lane::Lists, channel, this, number, [&](const Result<int> &) {
                service.reset();
                isOver = true;
            });
        });
        QTRY_VERIFY(isOver);
    }

    void endingUnderLoadAsksNothingMore()
    {
        const StoreFolder folder;
        fill(folder, 20000);
        bool isAnswered = false;
        {
            query::QueryService service(folder.paths);
            QSemaphore running;
            for (const Lane lane : {Lane::Lists, Lane::Details}) {
                for (int i = 0; i < 20; ++i) {
                    service.ask<Ids>(
                        lane, service.newChannel(), this,
                        [&](store::Reader &reader) {
                            running.release();
                            (void)untilInterrupted(reader); // stubborn: takes no notice of it
                            (void)untilInterrupted(reader);
                            return untilInterrupted(reader);
                        },
                        [&](const Result<Ids> &) { isAnswered = true; });
                }
            }
            running.acquire(2);
        } // a question that were still asked would run for ever, and with it this test
        QVERIFY(!isAnswered);
    }

    void manyQuestionsFromManyAskersAllEnd()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        query::QueryService service(folder.paths);
        constexpr int askers = 8;
        std::vector<int> channels;
        for (int i = 0; i < askers; ++i) {
            channels.push_back(service.newChannel());
        }
        int answered = 0;
        std::vector<int> last(askers, -1);
        for (int round = 0; round < 200; ++round) {
            write(writer, deliver(one, newEvent("title", {round})));
            for (int i = 0; i < askers; ++i) {
                service.ask<int>(
                    i % 2 == 0 ? Lane::Lists : Lane::Details, channels[static_cast<std::size_t>(i)], this,
                    [round](store::Reader &reader) { return number(reader).map([round](int) { return round; }); },
                    [&answered, &last, i](Result<int> result) {
                        ++answered;
                        last[static_cast<std::size_t>(i)] = take(std::move(result));
                    });
            }
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(last, std::vector<int>(askers, 199));
        QVERIFY(answered >= askers);
    }
};

PICKET_TEST(TestQueryService)
#include "tst_queryservice.moc"
