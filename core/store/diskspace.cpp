// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/diskspace.h"

#include "core/base/limits.h"

#include <limits>

#include <sys/statvfs.h>

namespace picket::store {

Result<void> DiskSpace::check()
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
        m_asked = now;
    }
    if (m_free < m_floor) {
        return failure(ErrorCode::Full, std::to_string(m_free / limits::MiB) + " MiB free");
    }
    return {};
}

} // namespace picket::store
