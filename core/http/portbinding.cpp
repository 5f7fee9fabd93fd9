// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/portbinding.h"

#include "core/base/limits.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <system_error>

namespace picket::http {

namespace {

// Below the range that systems take for outgoing connections: where thousands are open, hardly a port of that range is
// free on both loopback addresses.
constexpr int quietPortsBegin = 20'000;
constexpr int quietPortsEnd = 32'000;
constexpr int quietPortsTried = 500;

using AddressList = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

// Numbers only: a name is never looked up, as its answer may be any machine's address.
AddressList resolve(const std::string &host, std::uint16_t port)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
    addrinfo *list = nullptr;
    if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &list) != 0) {
        list = nullptr;
    }
    return {list, &::freeaddrinfo};
}

// Where the kernel has bound it; family AF_UNSPEC: it does not tell.
sockaddr_storage boundTo(const Descriptor &socket)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (::getsockname(socket.get(), reinterpret_cast<sockaddr *>(&storage), &size) != 0) {
        storage.ss_family = AF_UNSPEC;
    }
    return storage;
}

std::uint16_t portOf(const Descriptor &socket)
{
    const sockaddr_storage storage = boundTo(socket);
    return storage.ss_family == AF_INET6 ? ntohs(reinterpret_cast<const sockaddr_in6 &>(storage).sin6_port)
        : storage.ss_family == AF_INET   ? ntohs(reinterpret_cast<const sockaddr_in &>(storage).sin_port)
                                         : std::uint16_t(0);
}

bool isLoopback(const sockaddr_storage &address)
{
    if (address.ss_family == AF_INET6) {
        return IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6 &>(address).sin6_addr);
    }
    return address.ss_family == AF_INET
        && (ntohl(reinterpret_cast<const sockaddr_in &>(address).sin_addr.s_addr) >> 24) == 127;
}

std::string hostOf(const addrinfo &address)
{
    char text[NI_MAXHOST] = {};
    ::getnameinfo(address.ai_addr, address.ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
    return text;
}

tl::unexpected<Error> bindFailure(const std::string &where, int number)
{
    const ErrorCode code = number == EADDRINUSE ? ErrorCode::AddressInUse : ErrorCode::CannotListen;
    return failure(code, where + ": " + std::generic_category().message(number));
}

Result<Descriptor> open(const addrinfo &address, const std::string &where)
{
    Descriptor socket(::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket.isValid()) {
        return bindFailure(where, errno);
    }
    const int on = 1;
    // Only lets us in again while old connections linger in TIME_WAIT: on Linux a port with a listener stays taken.
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address.ai_family == AF_INET6) {
        ::setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    }
    if (::bind(socket.get(), address.ai_addr, address.ai_addrlen) != 0) {
        return bindFailure(where, errno);
    }
    // Events hold secrets. Checked before anybody can connect, and of the address that the kernel has bound.
    if (!isLoopback(boundTo(socket))) {
        return failure(ErrorCode::CannotListen, where + ": not an address of this machine alone");
    }
    if (::listen(socket.get(), limits::backlog) != 0) {
        return bindFailure(where, errno);
    }
    return socket;
}

// Opens every address of `host` and adds it to `bound`; a port 0 becomes the one that the first socket got.
Result<void> bindHost(BoundPort &bound, const std::string &host, std::uint16_t port)
{
    const AddressList list = resolve(host, port);
    if (!list) {
        return failure(ErrorCode::CannotListen, joinHostPort(host, port) + ": not a numeric address");
    }
    for (const addrinfo *each = list.get(); each; each = each->ai_next) {
        const std::string where = joinHostPort(hostOf(*each), port);
        auto socket = open(*each, where);
        if (!socket) {
            return tl::unexpected(std::move(socket).error());
        }
        bound.listening.port = portOf(*socket);
        bound.listening.addresses.push_back(joinHostPort(hostOf(*each), bound.listening.port));
        bound.sockets.push_back(std::move(*socket));
    }
    return {};
}

bool hasIpv6Loopback()
{
    const AddressList list = resolve("::1", 0);
    if (!list) {
        return false;
    }
    const auto opened = open(*list, {});
    return opened || opened.error().code == ErrorCode::AddressInUse; // taken: it is there, though no port is free
}

Result<BoundPort> bindLoopback(std::uint16_t port, bool withIpv6)
{
    BoundPort bound;
    bound.listening.hasIpv6 = withIpv6;
    if (auto v4 = bindHost(bound, "127.0.0.1", port); !v4) {
        return tl::unexpected(std::move(v4).error());
    }
    if (withIpv6) {
        if (auto v6 = bindHost(bound, "::1", bound.listening.port); !v6) {
            return tl::unexpected(std::move(v6).error());
        }
    }
    return bound;
}

// Tries `port`, which 0 lets the kernel choose, and goes on with what `next` makes of it while it is taken.
template <class Bind, class Next> Result<BoundPort> bindFirstFree(std::uint16_t port, int tries, Bind bind, Next next)
{
    Result<BoundPort> bound = failure(ErrorCode::CannotListen, "no port left");
    for (int i = 0; i < tries; ++i) {
        bound = bind(port);
        if (bound || bound.error().code != ErrorCode::AddressInUse) {
            break;
        }
        const std::optional<std::uint16_t> another = next(port);
        if (!another) {
            break;
        }
        port = *another;
    }
    return bound;
}

Result<BoundPort> bindDefault(std::uint16_t first, bool withIpv6)
{
    auto bound = bindFirstFree(
        first, 1 + limits::portsTried, [&](std::uint16_t port) { return bindLoopback(port, withIpv6); },
        [](std::uint16_t port) { return port < 0xffff ? std::optional<std::uint16_t>(port + 1) : std::nullopt; });
    if (bound) {
        bound->listening.movedFromDefault = bound->listening.port != first;
    }
    return bound;
}

// Any port that is free: the kernel's choice, and when it has none for every address, one that hardly anybody uses.
template <class Bind> Result<BoundPort> bindAnyPort(Bind bind)
{
    const auto choice = [](std::uint16_t) {
        return std::optional<std::uint16_t>(0);
    };
    auto bound = bindFirstFree(0, limits::portsTried, bind, choice);
    if (bound || bound.error().code != ErrorCode::AddressInUse) {
        return bound;
    }
    constexpr int step = (quietPortsEnd - quietPortsBegin) / quietPortsTried;
    const int begin = quietPortsBegin + static_cast<int>(::getpid()) % step; // not all programs the same ones
    return bindFirstFree(static_cast<std::uint16_t>(begin), quietPortsTried, bind,
                         [](std::uint16_t port) { return std::optional(static_cast<std::uint16_t>(port + step)); });
}

Result<BoundPort> bindOne(const std::string &host, std::uint16_t port, bool withIpv6)
{
    BoundPort bound;
    bound.listening.hasIpv6 = withIpv6;
    return bindHost(bound, host, port).map([&] { return std::move(bound); });
}

} // namespace

std::string joinHostPort(const std::string &host, std::uint16_t port)
{
    const bool bracketed = host.find(':') != std::string::npos;
    return (bracketed ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

Result<BoundPort> bindPort(const ListenOptions &options)
{
    const bool withIpv6 = hasIpv6Loopback();
    if (!options.endpoint) {
        return bindDefault(options.defaultPort, withIpv6);
    }
    const auto bind = [&, &host = options.endpoint->host](std::uint16_t port) {
        return host == "localhost" ? bindLoopback(port, withIpv6) : bindOne(host, port, withIpv6);
    };
    return options.endpoint->port == 0 ? bindAnyPort(bind) : bind(options.endpoint->port);
}

} // namespace picket::http
