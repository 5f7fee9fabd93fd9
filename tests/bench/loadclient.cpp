// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/loadclient.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace picket::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr char mark[] = "EVENTIDEVENTIDEVENTIDEVENTIDEVEN";

[[noreturn]] void die(const char *what)
{
    std::perror(what);
    std::exit(1);
}

int connectTo(std::uint16_t port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        die("connect");
    }
    const int one = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

struct Connection {
    int fd = -1;
    Clock::time_point sent;
    std::string answer;
};

// The answer is complete when its header and Content-Length bytes are here.
bool isComplete(const std::string &answer)
{
    const std::size_t end = answer.find("\r\n\r\n");
    if (end == std::string::npos) {
        return false;
    }
    const std::size_t at = answer.find("Content-Length: ");
    const std::size_t length = at < end ? std::strtoul(answer.c_str() + at + 16, nullptr, 10) : 0;
    return answer.size() >= end + 4 + length;
}

void sendAll(int fd, const std::string &bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const ssize_t n = ::send(fd, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (n <= 0) {
            die("send");
        }
        sent += static_cast<std::size_t>(n);
    }
}

class Load final
{
public:
    Load(RequestSource source, std::uint16_t port, int connections, double rate)
        : m_source(std::move(source))
        , m_rate(rate)
        , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
        , m_connections(static_cast<std::size_t>(connections))
    {
        for (std::size_t i = 0; i < m_connections.size(); ++i) {
            m_connections[i].fd = connectTo(port);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = i;
            ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_connections[i].fd, &event);
        }
    }
    ~Load()
    {
        for (const Connection &connection : m_connections) {
            ::close(connection.fd);
        }
        ::close(m_epoll);
    }
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    LoadResult run(std::chrono::milliseconds duration)
    {
        m_start = Clock::now();
        m_end = m_start + duration;
        for (std::size_t i = 0; i < m_connections.size(); ++i) {
            m_idle.push_back(i);
        }
        sendDue();
        while (m_outstanding > 0 || Clock::now() < m_end) {
            wait();
            sendDue();
        }
        m_result.seconds = std::chrono::duration<double>(Clock::now() - m_start).count();
        std::sort(m_result.latencies.begin(), m_result.latencies.end());
        return std::move(m_result);
    }

private:
    void sendDue()
    {
        while (!m_idle.empty() && Clock::now() < m_end && isDue()) {
            Connection &connection = m_connections[m_idle.back()];
            m_idle.pop_back();
            connection.answer.clear();
            connection.sent = Clock::now();
            sendAll(connection.fd, m_source(m_sent++));
            ++m_outstanding;
        }
    }

    bool isDue() const
    {
        const double elapsed = std::chrono::duration<double>(Clock::now() - m_start).count();
        return m_rate <= 0 || static_cast<double>(m_sent) <= elapsed * m_rate;
    }

    void wait()
    {
        epoll_event events[64];
        const int count = ::epoll_wait(m_epoll, events, 64, m_rate > 0 ? 1 : 100);
        for (int i = 0; i < count; ++i) {
            receive(events[i].data.u64);
        }
    }

    void receive(std::size_t index)
    {
        Connection &connection = m_connections[index];
        char buffer[4096];
        const ssize_t n = ::recv(connection.fd, buffer, sizeof buffer, 0);
        if (n <= 0) {
            die("recv");
        }
        connection.answer.append(buffer, static_cast<std::size_t>(n));
        if (!isComplete(connection.answer)) {
            return;
        }
        const auto latency = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - connection.sent);
        m_result.latencies.push_back(static_cast<std::uint32_t>(latency.count()));
        const bool accepted = connection.answer.starts_with("HTTP/1.1 200");
        ++(accepted ? m_result.acknowledged : m_result.failed);
        --m_outstanding;
        m_idle.push_back(index);
    }

    const RequestSource m_source;
    const double m_rate;
    const int m_epoll;
    std::vector<Connection> m_connections;
    std::vector<std::size_t> m_idle;
    std::uint64_t m_sent = 0;
    int m_outstanding = 0;
    Clock::time_point m_start;
    Clock::time_point m_end;
    LoadResult m_result;
};

} // namespace

Templates Templates::load(const std::string &folder)
{
    Templates templates;
    for (int i = 0;; ++i) {
        char name[32];
        std::snprintf(name, sizeof name, "/tmpl-%03d.bin", i);
        std::ifstream file(folder + name, std::ios::binary);
        if (!file) {
            break;
        }
        templates.m_bodies.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    templates.m_run = static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
    return templates;
}

std::string Templates::request(std::uint64_t n) const
{
    char id[33];
    std::snprintf(id, sizeof id, "%016llx%016llx", static_cast<unsigned long long>(m_run),
                  static_cast<unsigned long long>(n));
    const std::string &body = m_bodies[n % m_bodies.size()];
    std::string request =
        "POST /api/1/envelope/ HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: sentry.python/2.40.0\r\n"
        "Content-Type: application/x-sentry-envelope\r\n"
        "X-Sentry-Auth: Sentry sentry_version=7, sentry_client=sentry.python/2.40.0, sentry_key=public\r\n"
        "Content-Length: "
        + std::to_string(body.size()) + "\r\n\r\n";
    const std::size_t start = request.size();
    request += body;
    for (std::size_t at = request.find(mark, start); at != std::string::npos; at = request.find(mark, at)) {
        request.replace(at, 32, id, 32);
    }
    return request;
}

double LoadResult::percentile(double p) const
{
    if (latencies.empty()) {
        return 0;
    }
    const auto index = static_cast<std::size_t>(p * static_cast<double>(latencies.size() - 1));
    return latencies[index] / 1000.0;
}

LoadResult runLoad(const RequestSource &source, std::uint16_t port, int connections, std::chrono::milliseconds duration,
                   double rate)
{
    return Load(source, port, connections, rate).run(duration);
}

LoadResult runLoad(const Templates &templates, std::uint16_t port, int connections, std::chrono::milliseconds duration,
                   double rate)
{
    return runLoad([&](std::uint64_t n) { return templates.request(n); }, port, connections, duration, rate);
}

} // namespace picket::bench
