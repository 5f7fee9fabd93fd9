// SPDX-License-Identifier: GPL-3.0-or-later
// Time per event of about 10 kB, as one JSON line: what the listener does (parse and summary), and what showing an
// event costs (parse and everything). Usage: bench_protocol [rounds]
#include "core/protocol/eventreader.h"
#include "core/protocol/json.h"
#include "core/protocol/jsonwriter.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

using namespace picket;
using namespace picket::protocol;

namespace {

void writeFrame(JsonWriter &writer, int number)
{
    const std::string n = std::to_string(number);
    writer.beginObject();
    writer.member("function", "handle_request_" + n);
    writer.member("module", "shop.orders.views" + n);
    writer.member("filename", "shop/orders/views" + n + ".py");
    writer.member("abs_path", "/srv/app/shop/orders/views" + n + ".py");
    writer.member("lineno", 100 + number);
    writer.key("in_app");
    writer.boolean(number % 3 == 0);
    for (const char *lines : {"pre_context", "post_context"}) {
        writer.key(lines);
        writer.beginArray();
        for (int i = 0; i < 5; ++i) {
            writer.string("    total = total + item.price * item.count\n");
        }
        writer.endArray();
    }
    writer.member("context_line", "    raise OrderError(f\"order {order.id} has no items\")");
    writer.key("vars");
    writer.beginObject();
    writer.member("order", "<Order: Order object (1001)>");
    writer.member("total", "Decimal('12.50')");
    writer.endObject();
    writer.endObject();
}

std::string sampleEvent()
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("event_id", "fc6d8c0c43fc4630ad850ee518f1b9d0");
    writer.member("timestamp", "2026-01-31T09:05:07.250000Z");
    writer.member("platform", "python");
    writer.member("level", "error");
    writer.member("release", "shop@1.2.3");
    writer.member("environment", "staging");
    writer.key("tags");
    writer.beginObject();
    writer.member("customer", "acme");
    writer.member("region", "eu-1");
    writer.endObject();
    writer.key("exception");
    writer.beginObject();
    writer.key("values");
    writer.beginArray();
    writer.beginObject();
    writer.member("type", "OrderError");
    writer.member("value", "order 1001 has no items");
    writer.key("stacktrace");
    writer.beginObject();
    writer.key("frames");
    writer.beginArray();
    for (int i = 0; i < 9; ++i) {
        writeFrame(writer, i);
    }
    writer.endArray();
    writer.endObject();
    writer.endObject();
    writer.endArray();
    writer.endObject();
    writer.key("breadcrumbs");
    writer.beginArray();
    for (int i = 0; i < 15; ++i) {
        writer.beginObject();
        writer.member("timestamp", "2026-01-31T09:05:07.250000Z");
        writer.member("category", "query");
        writer.member("message", "SELECT id, price, count FROM orders WHERE id = %s");
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return writer.take();
}

// Processor time: what else the machine does meanwhile does not count.
template <class Work> double microsPerRound(int rounds, Work work)
{
    const std::clock_t begin = std::clock();
    for (int i = 0; i < rounds; ++i) {
        work();
    }
    return static_cast<double>(std::clock() - begin) * 1e6 / CLOCKS_PER_SEC / rounds;
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 20000;
    const std::string event = sampleEvent();
    std::size_t seen = 0; // keeps the work from being optimised away
    ReadContext context;
    context.received = *parseRfc3339("2026-01-31T09:05:08Z");
    const double parse = microsPerRound(rounds, [&] { seen += JsonDocument::parse(event)->root().members.size(); });
    context.detail = Detail::Summary;
    const double summary = microsPerRound(rounds, [&] { seen += readEvent(event, context)->exceptions.size(); });
    const double tags =
        microsPerRound(rounds, [&, read = *readEvent(event, context)] { seen += indexedTags(read).size(); });
    context.detail = Detail::Full;
    const double full = microsPerRound(rounds, [&] { seen += readEvent(event, context)->breadcrumbs.size(); });
    std::printf("{\"bench\":\"protocol\",\"bytes\":%zu,\"rounds\":%d,\"parse_us\":%.2f,\"parse_and_summary_us\":%.2f,"
                "\"parse_and_full_us\":%.2f,\"indexed_tags_us\":%.2f,\"seen\":%zu}\n",
                event.size(), rounds, parse, summary, full, tags, seen);
    return 0;
}
