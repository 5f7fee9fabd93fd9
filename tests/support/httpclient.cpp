// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"

#include <algorithm>
#include <cstdlib>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace picket::test {

HttpClient::HttpClient(std::uint16_t port)
    : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval patience{10, 0};
    ::setsockopt(m_fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_fd);
        m_fd = -1;
    }
}

HttpClient::~HttpClient()
{
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

void HttpClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return; // the answer, or its absence, tells
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

Answer HttpClient::receive()
{
    const auto fill = [this] {
        char bytes[16384];
        const ssize_t count = ::recv(m_fd, bytes, sizeof bytes, 0);
        if (count > 0) {
            m_buffer.append(bytes, static_cast<std::size_t>(count));
        }
        return count > 0;
    };
    std::size_t end = m_buffer.find("\r\n\r\n");
    while (end == std::string::npos && fill()) {
        end = m_buffer.find("\r\n\r\n");
    }
    if (end == std::string::npos) {
        return {};
    }
    Answer answer;
    answer.head = m_buffer.substr(0, end + 2);
    answer.status = std::atoi(answer.head.c_str() + answer.head.find(' '));
    std::string lower = answer.head;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    const std::size_t at = lower.find("\r\ncontent-length:");
    const std::size_t length = at == std::string::npos ? 0 : std::strtoul(lower.c_str() + at + 17, nullptr, 10);
    while (m_buffer.size() < end + 4 + length && fill()) { }
    answer.body = m_buffer.substr(end + 4, length);
    m_buffer.erase(0, end + 4 + length);
    return answer;
}

bool HttpClient::closedByPeer()
{
    char byte = 0;
    return ::recv(m_fd, &byte, 1, 0) == 0;
}

std::string request(std::string_view method, std::string_view target, std::string_view body, const Headers &headers)
{
    std::string text = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\n";
    bool hasHost = false;
    for (const auto &[name, value] : headers) {
        text += name + ": " + value + "\r\n";
        hasHost = hasHost || name == "Host";
    }
    if (!hasHost) {
        text += "Host: localhost\r\n";
    }
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    text += body;
    return text;
}

Answer exchange(std::uint16_t port, std::string_view method, std::string_view target, std::string_view body,
                const Headers &headers)
{
    HttpClient client(port);
    client.send(request(method, target, body, headers));
    return client.receive();
}

} // namespace picket::test
