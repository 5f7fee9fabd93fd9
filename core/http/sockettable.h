// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/descriptor.h"
#include "core/http/socketends.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace picket::http {

// The other end of a connection on this machine, as the kernel knows it.
struct PeerSocket {
    std::uint64_t inode = 0;
    std::uint32_t user = 0;
    friend bool operator==(const PeerSocket &, const PeerSocket &) = default;
};

// One thread at a time. Asks the kernel for one socket by netlink, which takes microseconds whatever the number of
// connections; where there is none, searches /proc/net/tcp.
class SocketTable final
{
public:
    // nullopt: the peer has gone, or is not of this machine (or not of this network name space).
    [[nodiscard]] std::optional<PeerSocket> find(const SocketEnds &ends);

private:
    enum class Netlink { Untried, Works, Missing };

    [[nodiscard]] bool ask(const SocketEnds &ends, std::optional<PeerSocket> &found);

    Netlink m_state = Netlink::Untried;
    Descriptor m_socket;
};

// The parts of it that are pure.

// A netlink request for the socket whose own end is `ends.peer`.
[[nodiscard]] std::string diagRequest(const SocketEnds &ends);
struct DiagAnswer {
    bool isRefused = false; // an error instead of a socket
    std::optional<PeerSocket> found;
};
[[nodiscard]] DiagAnswer parseDiagAnswer(std::string_view bytes, const SocketEnds &ends);

// The text of /proc/net/tcp or, with `mapped` for IPv4 ends, of /proc/net/tcp6.
[[nodiscard]] std::optional<PeerSocket> findInTable(std::string_view table, const SocketEnds &ends, bool mapped);

} // namespace picket::http
