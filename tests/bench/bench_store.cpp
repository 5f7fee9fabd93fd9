// SPDX-License-Identifier: GPL-3.0-or-later
// bench_store [--events N] [--batch N] [--folder DIR]: events per second through the writer alone, processor time of
// its thread per event (steadier than the clock on a busy machine), and bytes on disk per event. Prints one JSON object
// per line. The events are those of a Python web application: 50 issues, payloads of 10 kB that compress to 2.2 kB, 14
// tags.
#include "core/store/compression.h"
#include "core/store/reader.h"
#include "core/store/writer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <unistd.h>

using namespace picket;

namespace {

constexpr std::size_t issues = 50;
constexpr std::size_t payloadBytes = 10000;

struct Options {
    std::size_t events = 20000;
    std::size_t batch = 0; // 0: all of them
    std::filesystem::path folder = std::filesystem::temp_directory_path();
};

// Two fifths text that repeats, three fifths noise of 37 letters: compresses as a real event with source lines does.
std::string payload(std::mt19937_64 &random)
{
    static constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz 0123456789";
    std::string json = R"({"platform":"python","extra":{"pad":")";
    while (json.size() < 2900) {
        json += letters[random() % 37];
    }
    json += R"("},"frames":[)";
    while (json.size() < payloadBytes - 2) {
        json +=
            R"({"filename":"shop/checkout.py","context_line":"        total += item.price * item.qty","in_app":true},)";
    }
    json.resize(payloadBytes - 2);
    return json + "]}";
}

store::NewEvent event(std::mt19937_64 &random, std::size_t issue)
{
    store::NewEvent made;
    const std::string number = std::to_string(issue);
    EventUuid::Bytes uuid{};
    for (std::uint8_t &byte : uuid) {
        byte = static_cast<std::uint8_t>(random());
    }
    made.event.id = EventUuid(uuid);
    made.event.type = model::EventType::Error;
    made.event.received = made.event.timestamp = now();
    made.event.platform = "python";
    made.event.release = "shop@1.4.2";
    made.event.environment = "development";
    made.event.logger = "app";
    made.event.transaction = "/shop/checkout/" + number;
    made.event.user.emplace();
    made.event.user->id = std::to_string(random() % 1000);
    made.event.sdk = {"sentry.python", "2.40.0", {}, {}};
    made.grouping.title = "OperationalError: cannot process order step " + number;
    made.grouping.culprit = made.event.transaction;
    made.grouping.type = "OperationalError";
    made.grouping.value = "cannot process order step " + number;
    for (std::uint8_t half = 0; half < 2; ++half) {
        model::GroupingHash hash;
        hash.bytes[0] = static_cast<std::uint8_t>(issue);
        hash.bytes[1] = half;
        made.grouping.hashes.push_back(hash);
    }
    made.grouping.algorithm = 1;
    made.tags = {{"customer_tier", "pro"},
                 {"runtime", "CPython 3.12.3"},
                 {"route", "shop.checkout"},
                 {"level", "error"},
                 {"environment", "development"},
                 {"release", "shop@1.4.2"},
                 {"dist", "77"},
                 {"server_name", "devbox"},
                 {"transaction", made.event.transaction},
                 {"logger", "app"},
                 {"user", made.event.user->tag()},
                 {"os", "Linux 6.12"},
                 {"mechanism", "django"},
                 {"handled", "no"}};
    made.payload = store::compress(payload(random));
    made.payloadSize = payloadBytes;
    return made;
}

store::Delivery delivery(std::mt19937_64 &random, std::size_t number)
{
    store::Delivery made;
    made.cookie = number;
    made.project = {1};
    made.events.push_back(event(random, random() % issues));
    made.row.time = now();
    made.row.sdk = "sentry.python/2.40.0";
    made.row.method = "POST";
    made.row.path = "/api/1/envelope/";
    made.row.peer = "127.0.0.1";
    made.row.status = 200;
    made.row.bytesOnWire = made.row.bytesDecoded = payloadBytes;
    made.row.project = {1};
    made.row.items.push_back({"event", payloadBytes, {}, {}, {}, {}});
    return made;
}

double processorSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Made apart from the measurement: it is the listener's work.
std::vector<store::Delivery> deliveries(std::mt19937_64 &random, std::size_t count)
{
    std::vector<store::Delivery> made;
    for (std::size_t i = 0; i < count; ++i) {
        made.push_back(delivery(random, i));
    }
    return made;
}

bool measure(const Options &options, store::Durability durability, std::size_t batch)
{
    const std::filesystem::path folder = options.folder / ("picket-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const store::WorkspacePaths paths = store::workspacePaths(folder.string());
    // One commit per event is a few hundred microseconds each: fewer of them tell as much.
    const std::size_t count = batch == 1 ? std::max<std::size_t>(options.events / 5, 1) : options.events;
    double seconds = 0;
    double slowest = 0;
    double processor = 0;
    {
        auto writer = store::Writer::open(paths, {durability, 0, 1000});
        if (!writer) {
            std::fprintf(stderr, "%s\n", writer.error().detail.c_str());
            return false;
        }
        std::mt19937_64 random(1);
        for (std::size_t done = 0; done < count;) {
            std::vector<store::Delivery> some = deliveries(random, std::min<std::size_t>(2048, count - done));
            done += some.size();
            for (std::size_t at = 0; at < some.size(); at += batch) {
                const auto begin = std::chrono::steady_clock::now();
                const double processorBegin = processorSeconds();
                const auto outcome = writer->write(std::span(some).subspan(at, std::min(batch, some.size() - at)));
                writer->checkpoint(false);
                const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
                seconds += spent.count();
                processor += processorSeconds() - processorBegin;
                slowest = std::max(slowest, spent.count());
                if (outcome.receipts.front().error) {
                    std::fprintf(stderr, "%s\n", outcome.receipts.front().error->detail.c_str());
                    return false;
                }
            }
        }
    }
    const auto bytes = std::filesystem::file_size(paths.database);
    const auto each = static_cast<double>(count);
    std::printf("{\"bench\": \"store\", \"durability\": \"%s\", \"batch\": %zu, \"events\": %zu, "
                "\"events_per_second\": %.0f, \"processor_us_per_event\": %.1f, \"slowest_batch_ms\": %.1f, "
                "\"bytes_per_event\": %.0f}\n",
                durability == store::Durability::Full ? "full" : "normal", batch, count, each / seconds,
                processor * 1e6 / each, slowest * 1e3, static_cast<double>(bytes) / each);
    std::fflush(stdout);
    std::filesystem::remove_all(folder);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (std::strcmp(argv[i], "--events") == 0) {
            options.events = std::strtoull(argv[i + 1], nullptr, 10);
        } else if (std::strcmp(argv[i], "--batch") == 0) {
            options.batch = std::strtoull(argv[i + 1], nullptr, 10);
        } else if (std::strcmp(argv[i], "--folder") == 0) {
            options.folder = argv[i + 1];
        } else {
            std::fprintf(stderr, "bench_store [--events N] [--batch N] [--folder DIR]\n");
            return 2;
        }
    }
    std::vector<std::size_t> batches = {1, 8, 16, 64, 256};
    if (options.batch > 0) {
        batches = {options.batch};
    }
    for (const auto durability : {store::Durability::Full, store::Durability::Normal}) {
        for (const std::size_t batch : batches) {
            if (!measure(options, durability, batch)) {
                return 1;
            }
        }
    }
    return 0;
}
