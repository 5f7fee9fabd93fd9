// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/eviction.h"

#include <algorithm>
#include <unordered_map>

namespace picket::http {

std::vector<EvictionCandidate> chooseEvicted(std::vector<EvictionCandidate> all, std::size_t most)
{
    struct Share {
        std::size_t count = 0;
        double lowest = 0;
    };
    std::unordered_map<std::int64_t, Share> shares;
    for (const EvictionCandidate &each : all) {
        Share &share = shares[each.process];
        share.lowest = share.count == 0 ? each.rank : std::min(share.lowest, each.rank);
        ++share.count;
    }
    if (shares.empty()) {
        return {};
    }
    const auto largest = std::max_element(shares.begin(), shares.end(), [](const auto &a, const auto &b) {
        return a.second.count != b.second.count ? a.second.count < b.second.count : a.second.lowest > b.second.lowest;
    });
    std::size_t next = 0;
    for (auto it = shares.begin(); it != shares.end(); ++it) {
        next = it == largest ? next : std::max(next, it->second.count);
    }
    const std::size_t above = std::max<std::size_t>(largest->second.count - next, 1);

    std::erase_if(all, [process = largest->first](const EvictionCandidate &each) { return each.process != process; });
    const auto count = static_cast<std::ptrdiff_t>(std::min({all.size(), most, above}));
    std::partial_sort(all.begin(), all.begin() + count, all.end(),
                      [](const EvictionCandidate &a, const EvictionCandidate &b) { return a.rank < b.rank; });
    all.resize(static_cast<std::size_t>(count));
    std::reverse(all.begin(), all.end());
    return all;
}

} // namespace picket::http
