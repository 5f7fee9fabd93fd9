// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace picket::http {

// A connection that could be closed to make room for another one.
struct EvictionCandidate {
    std::uint64_t id = 0;
    std::int64_t process = 0; // of the peer; 0: not known
    double rank = 0; // Merit::rank()
};

// Which connections go first, the very first at the back; at most `most`. Each process has its share: they are those of
// the process that has the most of `all`, and no more of them than it has above the next one. Of one process, those
// that have brought least in the longest time. Pure.
[[nodiscard]] std::vector<EvictionCandidate> chooseEvicted(std::vector<EvictionCandidate> all, std::size_t most);

} // namespace picket::http
