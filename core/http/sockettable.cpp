// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/sockettable.h"

#include "core/base/limits.h"

#include <fcntl.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <vector>

namespace picket::http {

namespace {

constexpr std::size_t addressWords = 4;
constexpr std::size_t tableMost = 8 * limits::MiB; // some 50,000 connections
constexpr std::uint32_t everyState = ~0U;

void appendHex(std::string &text, std::uint32_t value, int digits)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
        text += hex[(value >> static_cast<unsigned>(shift)) & 0xFU];
    }
}

// "0100007F:1F90": words in the machine's own order.
void appendEnd(std::string &text, const SocketEnds::Address &address, std::size_t words, std::uint16_t port)
{
    for (std::size_t i = 0; i < words; ++i) {
        std::uint32_t word = 0;
        std::memcpy(&word, address.data() + i * sizeof word, sizeof word);
        appendHex(text, word, 8);
    }
    text += ':';
    appendHex(text, port, 4);
}

SocketEnds::Address mappedToV6(const SocketEnds::Address &address)
{
    SocketEnds::Address mapped{};
    mapped[10] = mapped[11] = 0xFF;
    std::copy_n(address.begin(), 4, mapped.begin() + 12);
    return mapped;
}

std::string_view takeField(std::string_view &line)
{
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::string_view field = line.substr(0, line.find(' '));
    line.remove_prefix(field.size());
    return field;
}

template <class Number> std::optional<Number> toNumber(std::string_view text)
{
    Number number = 0;
    const char *end = text.data() + text.size();
    const auto [parsed, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && parsed == end && !text.empty() ? std::optional(number) : std::nullopt;
}

// What stands behind both ends: state, queues, timer, retransmissions, user, timeout, inode.
std::optional<PeerSocket> parseRest(std::string_view line)
{
    for (int skipped = 0; skipped < 4; ++skipped) {
        takeField(line);
    }
    const auto user = toNumber<std::uint32_t>(takeField(line));
    takeField(line);
    const auto inode = toNumber<std::uint64_t>(takeField(line));
    if (line.empty() || !user || !inode || *inode == 0) { // cut short; 0: nobody's any more
        return std::nullopt;
    }
    return PeerSocket{*inode, *user};
}

std::string readTable(const char *path)
{
    std::string text;
    const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC));
    std::vector<char> buffer(64 * limits::KiB);
    while (file.isValid() && text.size() < tableMost) {
        const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
        if (count <= 0) {
            break;
        }
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text;
}

std::optional<PeerSocket> findInProc(const SocketEnds &ends)
{
    if (ends.family == AF_INET) {
        if (auto found = findInTable(readTable("/proc/net/tcp"), ends, false)) {
            return found;
        }
    }
    return findInTable(readTable("/proc/net/tcp6"), ends, true); // Java's sockets are IPv6 for either
}

} // namespace

std::optional<SocketEnds> SocketEnds::of(int socket)
{
    const auto read = [](const sockaddr_storage &end, Address &address, std::uint16_t &port) {
        if (end.ss_family == AF_INET) {
            const auto &v4 = reinterpret_cast<const sockaddr_in &>(end);
            std::memcpy(address.data(), &v4.sin_addr, sizeof v4.sin_addr);
            port = ntohs(v4.sin_port);
        } else {
            const auto &v6 = reinterpret_cast<const sockaddr_in6 &>(end);
            std::memcpy(address.data(), &v6.sin6_addr, sizeof v6.sin6_addr);
            port = ntohs(v6.sin6_port);
        }
    };
    sockaddr_storage peer{};
    sockaddr_storage local{};
    socklen_t peerSize = sizeof peer;
    socklen_t localSize = sizeof local;
    if (::getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &peerSize) != 0
        || ::getsockname(socket, reinterpret_cast<sockaddr *>(&local), &localSize) != 0
        || (peer.ss_family != AF_INET && peer.ss_family != AF_INET6) || local.ss_family != peer.ss_family) {
        return std::nullopt;
    }
    SocketEnds ends;
    ends.family = peer.ss_family;
    read(peer, ends.peer, ends.peerPort);
    read(local, ends.local, ends.localPort);
    return ends;
}

std::string diagRequest(const SocketEnds &ends)
{
    struct {
        nlmsghdr header;
        inet_diag_req_v2 body;
    } request{};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST;
    request.body.sdiag_family = static_cast<std::uint8_t>(ends.family);
    request.body.sdiag_protocol = IPPROTO_TCP;
    request.body.idiag_states = everyState;
    // Seen from the peer: its own end is the source.
    std::memcpy(request.body.id.idiag_src, ends.peer.data(), ends.peer.size());
    std::memcpy(request.body.id.idiag_dst, ends.local.data(), ends.local.size());
    request.body.id.idiag_sport = htons(ends.peerPort);
    request.body.id.idiag_dport = htons(ends.localPort);
    request.body.id.idiag_cookie[0] = INET_DIAG_NOCOOKIE;
    request.body.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
    return {reinterpret_cast<const char *>(&request), sizeof request};
}

DiagAnswer parseDiagAnswer(std::string_view bytes, const SocketEnds &ends)
{
    nlmsghdr header{};
    inet_diag_msg message{};
    if (bytes.size() < sizeof header) {
        return {};
    }
    std::memcpy(&header, bytes.data(), sizeof header);
    bytes.remove_prefix(sizeof header);
    if (header.nlmsg_type == NLMSG_ERROR) {
        return {true, std::nullopt};
    }
    if (header.nlmsg_type != SOCK_DIAG_BY_FAMILY || bytes.size() < sizeof message) {
        return {};
    }
    std::memcpy(&message, bytes.data(), sizeof message);
    // The kernel falls back to whoever listens at that port.
    const bool isIt = message.id.idiag_sport == htons(ends.peerPort) && message.id.idiag_dport == htons(ends.localPort);
    if (!isIt || message.idiag_inode == 0) {
        return {};
    }
    return {false, PeerSocket{message.idiag_inode, message.idiag_uid}};
}

std::optional<PeerSocket> findInTable(std::string_view table, const SocketEnds &ends, bool mapped)
{
    const bool isV4 = ends.family == AF_INET;
    const std::size_t words = isV4 && !mapped ? 1 : addressWords;
    std::string wanted = " ";
    appendEnd(wanted, isV4 && mapped ? mappedToV6(ends.peer) : ends.peer, words, ends.peerPort);
    wanted += ' ';
    appendEnd(wanted, isV4 && mapped ? mappedToV6(ends.local) : ends.local, words, ends.localPort);
    wanted += ' ';
    const std::size_t at = table.find(wanted);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest = table.substr(at + wanted.size());
    return parseRest(rest.substr(0, rest.find('\n')));
}

// False: netlink could not be asked.
bool SocketTable::ask(const SocketEnds &ends, std::optional<PeerSocket> &found)
{
    if (!m_socket.isValid()) {
        m_socket = Descriptor(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    }
    const std::string request = diagRequest(ends);
    sockaddr_nl kernel{};
    kernel.nl_family = AF_NETLINK;
    if (!m_socket.isValid()
        || ::sendto(m_socket.get(), request.data(), request.size(), 0, reinterpret_cast<sockaddr *>(&kernel),
                    sizeof kernel)
            < 0) {
        return false;
    }
    alignas(nlmsghdr) std::array<char, 4096> buffer{};
    // The kernel answers within sendto().
    const ssize_t count = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count <= 0) {
        m_socket.reset(); // an answer that comes late must not be taken for the next one's
        return false;
    }
    const DiagAnswer answer = parseDiagAnswer({buffer.data(), static_cast<std::size_t>(count)}, ends);
    found = answer.found;
    // "No such socket" is also what a kernel without this module says: believed once it has found one.
    return found || m_state == Netlink::Works || !answer.isRefused;
}

std::optional<PeerSocket> SocketTable::find(const SocketEnds &ends)
{
    std::optional<PeerSocket> found;
    if (m_state != Netlink::Missing && ask(ends, found)) {
        m_state = found ? Netlink::Works : m_state;
        return found;
    }
    found = findInProc(ends);
    if (found) {
        m_state = Netlink::Missing;
    }
    return found;
}

} // namespace picket::http
