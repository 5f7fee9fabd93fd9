// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/ingest/refusalgate.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::ingest;
using namespace std::chrono_literals;

namespace {

http::RequestHandler::Refusal refusal(int status, const std::string &reason, std::int64_t process = 7)
{
    http::RequestHandler::Refusal made;
    made.status = status;
    made.reason = reason;
    made.bytesOnWire = 10;
    made.firstBytes = "POST /";
    auto answer = std::make_shared<model::PeerProcess>();
    answer->set({process, "program"});
    made.peer.process = std::move(answer);
    return made;
}

const RefusalGate::Time start{1h};

// Uses up what may be written at once.
void fill(RefusalGate &gate)
{
    for (std::size_t i = 0; i < limits::refusalRows; ++i) {
        QVERIFY(gate.add(refusal(408, "header_timeout"), start).has_value());
    }
}

} // namespace

class TestRefusalGate final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void fewHaveARowEach()
    {
        RefusalGate gate;
        fill(gate);
        QVERIFY(gate.isEmpty());
        QVERIFY(gate.takeCounted().empty());
    }

    void manyAreCountedByKind()
    {
        RefusalGate gate;
        fill(gate);
        for (int i = 0; i < 3000; ++i) {
            QVERIFY(!gate.add(refusal(408, "header_timeout"), start));
            QVERIFY(!gate.add(refusal(408, "body_timeout: " + std::to_string(i) + " bytes came"), start));
        }
        QVERIFY(!gate.add(refusal(0, "peer_closed: reset", 8), start));
        QVERIFY(!gate.isEmpty());
        const auto rows = gate.takeCounted();
        QVERIFY(gate.isEmpty());
        QCOMPARE(rows.size(), 3u);
        std::int64_t sum = 0;
        for (const store::Delivery &row : rows) {
            QVERIFY(row.row.outcome == model::Outcome::Refused);
            QVERIFY(row.items.empty());
            QVERIFY(row.peer && row.peer->answer()->process == (row.row.status == 0 ? 8 : 7));
            sum += row.times;
            if (row.row.reason.starts_with("body_timeout")) {
                QCOMPARE(row.row.reason, std::string("body_timeout: 3000 requests, counted only"));
                QCOMPARE(row.row.bytesOnWire, 30'000u);
            } else if (row.row.status == 0) {
                QCOMPARE(row.row.reason, std::string("peer_closed: reset")); // it stands for itself
            }
        }
        QCOMPARE(sum, 6001);
    }

    void roomComesBackWithTime()
    {
        RefusalGate gate;
        fill(gate);
        QVERIFY(!gate.add(refusal(408, "header_timeout"), start));
        std::size_t rows = 0;
        for (std::size_t i = 0; i < 2 * limits::refusalRowRate; ++i) {
            rows += gate.add(refusal(408, "header_timeout"), start + 1s) ? 1 : 0;
        }
        QCOMPARE(rows, limits::refusalRowRate);
        rows = 0;
        for (std::size_t i = 0; i < 2 * limits::refusalRows; ++i) {
            rows += gate.add(refusal(408, "header_timeout"), start + 1h) ? 1 : 0;
        }
        QCOMPARE(rows, limits::refusalRows);
    }

    void kindsAreBounded()
    {
        RefusalGate gate;
        fill(gate);
        std::int64_t sum = 0;
        for (int process = 1; process <= 10'000; ++process) {
            QVERIFY(!gate.add(refusal(408, "header_timeout", process), start));
        }
        const auto rows = gate.takeCounted();
        QVERIFY(rows.size() < 100);
        for (const store::Delivery &row : rows) {
            sum += row.times;
        }
        QCOMPARE(sum, 10'000);
    }
};

PICKET_TEST(TestRefusalGate)
#include "tst_refusalgate.moc"
