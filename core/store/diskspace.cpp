// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/diskspace.h"

#include "core/base/limits.h"

#include <algorithm>
#include <limits>

#include <sys/statvfs.h>

namespace picket::store {

Result<void> DiskSpace::check(const std::function<std::uint64_t()> &reusable)
{
    if (m_floor == 0) {
        return {};
    }
    const auto now = std::chrono::steady_clock::now();
    if (m_asked == std::chrono::steady_clock::time_point{} || now - m_asked >= limits::freeDiskInterval) {
        struct statvfs status {
        };
        // A file system that does not tell is not taken for a full one: a failing write will say so.
        m_free = ::statvfs(m_folder.c_str(), &status) == 0
            ? static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize
            : std::numeric_limits<std::uint64_t>::max();
        m_reusable = m_free < m_floor && reusable ? reusable() : 0;
        m_asked = now;
    }
    const std::uint64_t logNeeds = std::min(m_floor, limits::walCheckpoint);
    if (m_free >= m_floor || (m_free >= logNeeds && m_free + m_reusable >= m_floor)) {
        return {};
    }
    // With enough free pages it is the log alone that lacks room.
    const bool isLogsFault = m_free < logNeeds && m_free + m_reusable >= m_floor;
    const std::uint64_t available = isLogsFault ? m_free : m_free + m_reusable;
    return failure(ErrorCode::Full,
                   std::to_string(available / limits::MiB) + " MiB free, "
                       + std::to_string((isLogsFault ? logNeeds : m_floor) / limits::MiB) + " needed");
}

} // namespace picket::store
