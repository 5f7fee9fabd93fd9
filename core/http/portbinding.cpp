// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/portbinding.h"

#include "core/base/limits.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

namespace picket::http {

namespace {

constexpr int backlog = 128;

using AddressList = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

AddressList resolve(const std::string &host, std::uint16_t port)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV | AI_PASSIVE;
    addrinfo *list = nullptr;
    if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &list) != 0) {
        list = nullptr;
    }
    return {list, &::freeaddrinfo};
}

std::uint16_t portOf(const Descriptor &socket)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getsockname(socket.get(), address, &size) != 0) {
        return 0;
    }
    return storage.ss_family == AF_INET6 ? ntohs(reinterpret_cast<sockaddr_in6 *>(&storage)->sin6_port)
                                         : ntohs(reinterpret_cast<sockaddr_in *>(&storage)->sin_port);
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
    if (::bind(socket.get(), address.ai_addr, address.ai_addrlen) != 0 || ::listen(socket.get(), backlog) != 0) {
        return bindFailure(where, errno);
    }
    return socket;
}

// Opens every address of `host` and adds it to `bound`; a port 0 becomes the one that the first socket got.
Result<void> bindHost(BoundPort &bound, const std::string &host, std::uint16_t port)
{
    const AddressList list = resolve(host, port);
    if (!list) {
        return failure(ErrorCode::CannotListen, joinHostPort(host, port) + ": no such address");
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
    return list && open(*list, {}).has_value();
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

// Tries the ports from `first` on; every port for itself when `first` is 0.
Result<BoundPort> bindLoopbackFrom(std::uint16_t first, int tries, bool withIpv6)
{
    Result<BoundPort> bound = failure(ErrorCode::CannotListen, "no port left");
    for (int i = 0; i < tries && first + (first == 0 ? 0 : i) <= 0xffff; ++i) {
        bound = bindLoopback(static_cast<std::uint16_t>(first == 0 ? 0 : first + i), withIpv6);
        if (bound) {
            bound->listening.movedFromDefault = first != 0 && i > 0;
            break;
        }
        if (bound.error().code != ErrorCode::AddressInUse) {
            break;
        }
    }
    return bound;
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
        return bindLoopbackFrom(options.defaultPort, 1 + limits::portsTried, withIpv6);
    }
    const Endpoint &endpoint = *options.endpoint;
    if (endpoint.host == "localhost") {
        return bindLoopbackFrom(endpoint.port, endpoint.port == 0 ? limits::portsTried : 1, withIpv6);
    }
    BoundPort bound;
    bound.listening.hasIpv6 = withIpv6;
    if (auto opened = bindHost(bound, endpoint.host, endpoint.port); !opened) {
        return tl::unexpected(std::move(opened).error());
    }
    return bound;
}

} // namespace picket::http
