// SPDX-License-Identifier: GPL-3.0-or-later
// bench_grouping [--events N]: what grouping one event costs, as at ingest (no explanation) and as for the window (with
// it): the usual event of a Python web application with 11 frames, one that is grouped by its message, and a recursion
// of 11,427 frames. Prints one JSON line.
#include "core/grouping/grouper.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

using namespace picket;

namespace {

model::Frame pythonFrame(std::size_t i)
{
    const std::string number = std::to_string(i);
    const bool isLibrary = i < 7;
    model::Frame frame;
    frame.module = (isLibrary ? "flask.app_" : "shop.checkout.views_") + number;
    frame.filename = (isLibrary ? "flask/app_" : "shop/checkout/views_") + number + ".py";
    frame.absPath = (isLibrary ? "/srv/venv/lib/python3.11/site-packages/" : "/srv/") + frame.filename;
    frame.function = "handle_request_" + number;
    frame.lineno = 100 + static_cast<std::int64_t>(i);
    frame.hasContext = true;
    frame.contextLine = "        response = self.full_dispatch_request(cart, item_" + number + ")";
    frame.inApp = !isLibrary;
    return frame;
}

model::Event pythonEvent(std::size_t frames)
{
    model::Event event;
    event.type = model::EventType::Error;
    event.platform = "python";
    event.transaction = "/checkout";
    model::Exception &exception = event.exceptions.emplace_back();
    exception.type = "ValueError";
    exception.value = "invalid literal for int() with base 10: 'x42'";
    exception.stacktrace.emplace();
    for (std::size_t i = 0; i < frames; ++i) {
        exception.stacktrace->frames.push_back(pythonFrame(i % 11));
    }
    return event;
}

model::Event messageEvent()
{
    model::Event event;
    event.platform = "python";
    event.logentry.formatted = "user 4711 at 10.0.0.7 asked for https://shop.example/cart?id=12 after 300ms";
    return event;
}

double microsecondsPerEvent(const model::Event &event, grouping::Explain explain, std::size_t rounds)
{
    std::size_t hashes = grouping::group(event, explain).hashes.size(); // the rules are parsed now
    const std::clock_t begin = std::clock(); // the process's own time: other programs do not count
    for (std::size_t i = 0; i < rounds; ++i) {
        hashes += grouping::group(event, explain).hashes.size();
    }
    const double spent = 1e6 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    return hashes > rounds ? spent / static_cast<double>(rounds) : 0.0;
}

} // namespace

int main(int argc, char **argv)
{
    const bool counted = argc == 3 && std::strcmp(argv[1], "--events") == 0;
    const std::size_t rounds = counted ? std::strtoul(argv[2], nullptr, 10) : 20'000;
    const model::Event python = pythonEvent(11);
    const double atIngest = microsecondsPerEvent(python, grouping::Explain::No, rounds);
    const double explained = microsecondsPerEvent(python, grouping::Explain::Yes, rounds);
    const double message = microsecondsPerEvent(messageEvent(), grouping::Explain::No, rounds);
    const double deep = microsecondsPerEvent(pythonEvent(11'427), grouping::Explain::No, 1 + rounds / 1000);
    std::printf("{\"bench\":\"grouping\",\"events\":%zu,\"python_11_frames_us\":%.2f,\"events_per_s\":%.0f,"
                "\"explained_us\":%.2f,\"message_us\":%.2f,\"frames_11427_us\":%.0f}\n",
                rounds, atIngest, 1e6 / atIngest, explained, message, deep);
    return 0;
}
