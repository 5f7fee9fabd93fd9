// SPDX-License-Identifier: GPL-3.0-or-later
// A blocking client for tests: exactly the bytes that a test wants, over a real socket.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace picket::test {

struct Answer {
    int status = 0; // 0: the connection closed without an answer
    std::string head;
    std::string body;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

// One connection; closes with the object. Every wait ends after ten seconds.
class HttpClient final
{
public:
    explicit HttpClient(std::uint16_t port);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    void send(std::string_view bytes);
    [[nodiscard]] Answer receive();
    [[nodiscard]] bool closedByPeer();

private:
    int m_fd = -1;
    std::string m_buffer;
};

// Content-Length and Host are added when `headers` name neither.
[[nodiscard]] std::string request(std::string_view method, std::string_view target, std::string_view body,
                                  const Headers &headers = {});
// One request on a connection of its own.
[[nodiscard]] Answer exchange(std::uint16_t port, std::string_view method, std::string_view target,
                              std::string_view body, const Headers &headers = {});

} // namespace picket::test
