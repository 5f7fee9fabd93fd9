// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace picket::store {

// Writer thread only. Refuses to write before the disk is really full: other programs, and our own log when it is
// moved into the database, need room.
class DiskSpace final
{
public:
    // 0: never refuses.
    DiskSpace(std::string folder, std::uint64_t floor)
        : m_folder(std::move(folder))
        , m_floor(floor)
    {
    }

    // Asks the system, and `reusable` when that is too little, at most once a second. `reusable` gives the bytes within
    // the database's file that hold nothing; they count as free as long as the log has room beside it.
    // Errors: Full, with what is free and what is needed: "402 MiB free, 512 needed".
    [[nodiscard]] Result<void> check(const std::function<std::uint64_t()> &reusable = {});

private:
    std::string m_folder;
    std::uint64_t m_floor;
    std::uint64_t m_free = 0; // of the disk
    std::uint64_t m_reusable = 0;
    std::chrono::steady_clock::time_point m_asked{};
};

} // namespace picket::store
