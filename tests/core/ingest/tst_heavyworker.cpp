// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/heavyworker.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::ingest;

namespace {

class TextBody final : public http::Body
{
public:
    [[nodiscard]] std::span<const char> bytes() const override { return m_text; }
    [[nodiscard]] std::size_t memory() const override { return m_text.size(); }

private:
    const std::string m_text = "{}\n{\"type\":\"event\"}\n{\"message\":\"a large one\"}";
};

} // namespace

class TestHeavyWorker final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    // A body may be a mapped file of 200 MiB, and the next large delivery may come tomorrow.
    void anIdleWorkerHoldsNoBody()
    {
        HeavyWorker worker([] {}, {}, {});
        auto body = std::make_shared<const TextBody>();
        const std::weak_ptr<const TextBody> held = body;
        http::Request request;
        request.head.method = "POST";
        request.head.path = "/api/1/envelope/";
        request.body = std::move(body);
        worker.push({1, 1}, std::move(request));

        std::vector<HeavyWorker::Done> done;
        QTRY_VERIFY(!done.empty() || !(done = worker.takeDone()).empty());
        QCOMPARE(done.front().prepared.delivery.events.size(), std::size_t(1));
        QTRY_VERIFY(held.expired());
    }

    void whatWasNotBegunIsGivenBack()
    {
        HeavyWorker worker([] {}, {}, {});
        constexpr std::uint64_t count = 200;
        for (std::uint64_t i = 1; i <= count; ++i) {
            http::Request request;
            request.head.method = "POST";
            request.head.path = "/api/1/envelope/";
            request.body = std::make_shared<const TextBody>();
            worker.push({i, 1}, std::move(request));
        }
        const auto waiting = worker.takeWaiting();
        worker.finish();
        const auto done = worker.takeDone();
        QCOMPARE(done.size() + waiting.size(), std::size_t(count));
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            QCOMPARE(waiting[i].ticket.connection, done.size() + i + 1); // the latest, in their order
        }
    }
};

PICKET_TEST(TestHeavyWorker)

#include "tst_heavyworker.moc"
