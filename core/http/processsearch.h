// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/peerprocess.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace picket::http {

// One thread at a time. Finds the processes that hold sockets, among those that may be looked into: this user's own.
class ProcessSearch final
{
public:
    using Inodes = std::unordered_set<std::uint64_t>;
    using Found = std::unordered_map<std::uint64_t, model::PeerProcess::Answer>; // by inode

    explicit ProcessSearch(std::string proc = "/proc");

    // What is found leaves `wanted`. Programs that send much are found here, for the price of one look at each.
    void searchKnown(Inodes &wanted, Found &found);
    // All processes, the newest first: what was just started is what sends and is gone.
    void searchAll(Inodes &wanted, Found &found);

private:
    void search(std::int64_t process, Inodes &wanted, Found &found);
    void remember(std::int64_t process);
    [[nodiscard]] std::string programOf(std::int64_t process) const;

    const std::string m_proc;
    std::deque<std::int64_t> m_known; // that was found last first
};

// The parts of it that are pure.

// "socket:[4711]"
[[nodiscard]] std::optional<std::uint64_t> socketInode(std::string_view link);
// The file name of a program's path, as the system shows that of a running one.
[[nodiscard]] std::string programName(std::string_view path);
// Process ids are given upwards and begin again at the highest: `last` is the one that was given last.
void sortNewestFirst(std::vector<std::int64_t> &processes, std::int64_t last);
// … the last word of /proc/loadavg; 0: it does not say.
[[nodiscard]] std::int64_t lastProcess(std::string_view loadavg);

} // namespace picket::http
