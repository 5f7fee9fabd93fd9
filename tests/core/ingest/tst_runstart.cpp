// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/runstart.h"

#include "core/protocol/eventreader.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;

namespace {

// Of the event below.
constexpr std::int64_t eventSecond = 1'790'000'000;

} // namespace

class TestRunStart final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theStartOfTheProgramIsRead_data()
    {
        QTest::addColumn<std::string>("contexts");
        QTest::addColumn<std::int64_t>("before"); // seconds between it and the event; -1: none
        const auto row = [](const char *name, const std::string &contexts, std::int64_t before) {
            QTest::newRow(name) << contexts << before;
        };
        const auto app = [](const std::string &start) {
            return R"({"app":{"app_start_time":)" + start + "}}";
        };
        const auto text = [&](std::int64_t before) {
            return app('"' + toRfc3339(fromMicros((eventSecond - before) * 1'000'000)) + '"');
        };
        const auto number = [](std::int64_t before) {
            return std::to_string(eventSecond - before);
        };
        row("as text", text(5), 5);
        row("as a number", app(number(5)), 5);
        row("as a number with a fraction", app(number(5) + ".0"), 5);
        row("as a number in a text", app('"' + number(5) + '"'), 5);
        row("at the event itself", text(0), 0);
        row("a day before", text(86400), 86400);
        row("more than a day before", text(86401), -1);
        row("behind the event", text(-1), -1);
        row("under another name, by its type", R"({"mine":{"type":"app","app_start_time":)" + number(5) + "}}", 5);
        row("no contexts", "null", -1);
        row("no start", R"({"app":{"app_name":"x"}})", -1);
        row("an empty text", app(R"("")"), -1);
        row("no time", app(R"("yesterday")"), -1);
        row("an object", app("{}"), -1);
        row("null", app("null"), -1);
        row("a number that is no time", app("1e300"), -1);
        row("a negative number", app("-5"), -1);
        row("an app that is no object", R"({"app":7})", -1);
    }
    void theStartOfTheProgramIsRead()
    {
        QFETCH(const std::string, contexts);
        QFETCH(const std::int64_t, before);
        const std::string json =
            R"({"message":"m","timestamp":)" + std::to_string(eventSecond) + R"(,"contexts":)" + contexts + "}";
        for (const auto detail : {protocol::Detail::Summary, protocol::Detail::Full}) {
            const auto event =
                protocol::readEvent(json, {std::nullopt, fromMicros((eventSecond + 1) * 1'000'000), detail});
            QVERIFY(event.has_value());
            const auto start = ingest::runStart(*event);
            QCOMPARE(start ? eventSecond - toMicros(*start) / 1'000'000 : -1, before);
        }
    }
};

PICKET_TEST(TestRunStart)
#include "tst_runstart.moc"
