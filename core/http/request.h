// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/peerprocess.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace picket::http {

struct Header {
    std::string name; // as received
    std::string value; // surrounding blanks removed
};

// Everything before the body. Any thread, immutable once parsed.
struct RequestHead {
    std::string method;
    std::string target; // as received
    std::string path; // percent-decoded, repeated slashes collapsed, authority of an absolute-form target removed
    std::string query; // without '?', still encoded
    std::string authority; // of an absolute-form target; it then takes the place of the Host header
    int minorVersion = 1;
    std::vector<Header> headers;
    std::optional<std::uint64_t> contentLength;
    bool chunked = false;
    bool keepAlive = true;
    bool expectContinue = false;

    // The first header of that name in any letter case; nullptr when there is none.
    [[nodiscard]] const std::string *header(std::string_view name) const;
};

// Body bytes: in memory, or, above limits::bodySpoolAbove, in an unlinked file that is mapped when it is complete.
class Body
{
public:
    virtual ~Body() = default;
    [[nodiscard]] virtual std::span<const char> bytes() const = 0;
    // What it costs in memory; 0 for a mapped file.
    [[nodiscard]] virtual std::size_t memory() const = 0;
};

struct Peer {
    std::string address; // "127.0.0.1"
    std::uint16_t port = 0;
    std::shared_ptr<const model::PeerProcess> process; // null: not looked up
};

struct Request {
    RequestHead head;
    std::shared_ptr<const Body> body; // never null
    Peer peer;
    Timestamp received; // wall clock of the first byte
    std::chrono::steady_clock::time_point started; // the same moment, for durations
};

// Which connection waits for which answer. Never reused while the listener lives.
struct Ticket {
    std::uint64_t connection = 0;
    std::uint64_t request = 0;
};

} // namespace picket::http
