// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <optional>

namespace picket::http {

// Both ends of a TCP connection, as the kernel's tables name them: addresses in network order, of IPv4 the first four
// bytes.
struct SocketEnds {
    using Address = std::array<std::uint8_t, 16>;

    int family = AF_INET; // or AF_INET6
    Address peer{};
    Address local{};
    std::uint16_t peerPort = 0;
    std::uint16_t localPort = 0;

    // Of an accepted connection. nullopt: not TCP.
    [[nodiscard]] static std::optional<SocketEnds> of(int socket);
};

} // namespace picket::http
