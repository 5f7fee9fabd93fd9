// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/filelimit.h"

#include "core/base/limits.h"

#include <sys/resource.h>

#include <algorithm>

namespace picket::http {

namespace {

constexpr std::size_t perConnection = 2; // its socket and its spool file
constexpr std::size_t ofOthers = 256; // the database, uploads, the window, looks into /proc

} // namespace

void raiseFileLimit()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        (void)::setrlimit(RLIMIT_NOFILE, &files); // else fewer connections find a place
    }
}

std::size_t connectionsWithinFileLimit(std::size_t wanted)
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY) {
        return std::max<std::size_t>(wanted, 1);
    }
    const auto open = static_cast<std::size_t>(files.rlim_cur);
    const std::size_t places = open > ofOthers ? (open - ofOthers) / perConnection : open / 4;
    return std::clamp<std::size_t>(places, 1, std::max<std::size_t>(wanted, 1));
}

} // namespace picket::http
