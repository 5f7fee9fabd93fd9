// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_window_data.h"

#include "core/ingest/prepare.h"
#include "core/store/workspace.h"
#include "core/store/writer.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace picket::bench {

namespace {

[[noreturn]] void die(const std::string &what)
{
    std::fprintf(stderr, "%s\n", what.c_str());
    std::exit(1);
}

store::Writer openWriter(const std::string &folder)
{
    std::filesystem::create_directories(folder);
    auto writer = store::Writer::open(store::workspacePaths(folder), {store::Durability::Normal, 0, 1000});
    if (!writer) {
        die(writer.error().detail);
    }
    return std::move(*writer);
}

class TextBody final : public http::Body
{
public:
    explicit TextBody(std::string text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] std::span<const char> bytes() const override { return m_text; }
    [[nodiscard]] std::size_t memory() const override { return m_text.size(); }

private:
    std::string m_text;
};

store::Delivery deliveryOf(const Templates &templates, std::size_t number, Timestamp received)
{
    const std::string whole = templates.request(number);
    http::Request request;
    request.head.method = "POST";
    request.head.target = request.head.path = "/api/1/envelope/";
    request.head.headers = {{"Host", "localhost:8969"}, {"X-Sentry-Auth", "Sentry sentry_version=7, sentry_key=k"}};
    request.peer = {"127.0.0.1", 40000, nullptr};
    request.received = received;
    request.started = std::chrono::steady_clock::now();
    request.body = std::make_shared<TextBody>(whole.substr(whole.find("\r\n\r\n") + 4));
    return std::move(ingest::prepare(request, {256U << 20U})->delivery);
}

constexpr const char *manyIssues = R"(
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < %zu)
INSERT INTO issue (project, status, events, first_seen, last_seen, first_received, last_received, first_release, level,
    unhandled, title, type, value, culprit, platform, release, environment, logger, transaction_name)
SELECT 1, 0, 1 + i %% 977, t, t, t, t, 'shop@1.4.' || (i %% 50), 2 + i %% 4, i %% 2,
    'OperationalError: cannot process order step ' || i, 'OperationalError', 'cannot process order step ' || i,
    'shop.checkout in step_' || i, 'python', 'shop@1.4.' || (i %% 50), 'development', 'app', '/checkout/' || (i %% 100)
FROM (SELECT i, %lld - (%zu - i) * 1000000 AS t FROM n);
INSERT INTO issue_hour SELECT last_seen / 3600000000, id, events FROM issue;)";

} // namespace

void fillWorkspace(const std::string &folder, const Templates &templates, std::size_t events)
{
    constexpr std::size_t batch = 256;
    store::Writer writer = openWriter(folder);
    const Timestamp end = now();
    const auto step = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::hours(24 * 20)) / events;
    std::vector<store::Delivery> deliveries;
    for (std::size_t i = 0; i < events; ++i) {
        deliveries.push_back(deliveryOf(templates, i, end - step * static_cast<std::int64_t>(events - i)));
        if (deliveries.size() == batch || i + 1 == events) {
            const store::WriteOutcome outcome = writer.write(deliveries);
            if (outcome.receipts.front().error) {
                die(outcome.receipts.front().error->detail);
            }
            writer.checkpoint(false);
            deliveries.clear();
        }
    }
    writer.checkpoint(true);
}

void fillIssues(const std::string &folder, std::size_t issues)
{
    openWriter(folder); // makes the tables
    sqlite3 *database = nullptr;
    if (sqlite3_open(store::workspacePaths(folder).database.c_str(), &database) != SQLITE_OK) {
        die("the database cannot be opened");
    }
    char sql[2048];
    std::snprintf(sql, sizeof sql, manyIssues, issues, static_cast<long long>(toMicros(now())), issues);
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        die(sqlite3_errmsg(database));
    }
    sqlite3_close(database);
}

} // namespace picket::bench
