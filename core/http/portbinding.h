// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/descriptor.h"
#include "core/http/listener.h"

#include <vector>

namespace picket::http {

struct BoundPort {
    std::vector<Descriptor> sockets; // listening, non-blocking
    Listening listening;
};

// Opens the listening sockets by the rules of ListenOptions. Any thread. Loopback addresses only, as numbers or
// "localhost"; no name is looked up. Errors: AddressInUse, CannotListen. A port counts as taken when any of the
// addresses has it taken: if only 127.0.0.1 were ours and ::1 somebody else's, "localhost" would reach the one or the
// other by chance.
[[nodiscard]] Result<BoundPort> bindPort(const ListenOptions &options);

// "127.0.0.1:8969", "[::1]:8969"
[[nodiscard]] std::string joinHostPort(const std::string &host, std::uint16_t port);

} // namespace picket::http
