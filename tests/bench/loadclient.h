// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace picket::bench {

// Envelopes of the load kit: 50 issues, 10,241 bytes each, with a mark where a fresh event id goes.
class Templates final
{
public:
    // Reads tmpl-NNN.bin of a folder.
    [[nodiscard]] static Templates load(const std::string &folder);
    // The whole HTTP request number `n`, with an event id of its own.
    [[nodiscard]] std::string request(std::uint64_t n) const;
    [[nodiscard]] std::size_t count() const { return m_bodies.size(); }

private:
    std::vector<std::string> m_bodies;
    std::uint64_t m_run = 0; // tells the ids of one run from another's
};

struct LoadResult {
    std::vector<std::uint32_t> latencies; // microseconds, sorted
    std::uint64_t acknowledged = 0;
    std::uint64_t failed = 0; // answers other than 200
    double seconds = 0;

    [[nodiscard]] double rate() const { return static_cast<double>(acknowledged) / seconds; }
    [[nodiscard]] double percentile(double p) const; // milliseconds
};

// The whole HTTP request number n, made right before it is sent.
using RequestSource = std::function<std::string(std::uint64_t)>;

// Posts over `connections` keep-alive connections, one request outstanding on each, for `duration`; at most `rate`
// requests a second when it is not 0. Single-threaded, as wrk -t1.
[[nodiscard]] LoadResult runLoad(const RequestSource &source, std::uint16_t port, int connections,
                                 std::chrono::milliseconds duration, double rate = 0);
[[nodiscard]] LoadResult runLoad(const Templates &templates, std::uint16_t port, int connections,
                                 std::chrono::milliseconds duration, double rate = 0);

} // namespace picket::bench
