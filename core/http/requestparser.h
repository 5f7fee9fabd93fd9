// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/request.h"
#include "core/http/strictness.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace picket::http {

// Where a parser puts the bytes of a body, chunk framing removed.
class BodySink
{
public:
    virtual ~BodySink() = default;
    // False: the bytes could not be kept; the request fails with 503.
    [[nodiscard]] virtual bool append(std::string_view bytes) = 0;
};

// Bytes of one connection into requests, one after the other. Any thread, one at a time. Not a byte of the body is
// taken before admit(), and none behind the end of the request.
class RequestParser
{
public:
    enum class Stage {
        Blank, // not one byte of a request has come
        Header,
        Admission, // the header is complete and strict: admit() or give up
        Body,
        Complete,
        Failed, // violation() says why; the connection is of no further use
    };

    explicit RequestParser(BodySink &sink);
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    // Returns how many of `bytes` belong to this request; all of them unless the stage is Admission, Complete or
    // Failed afterwards.
    std::size_t feed(std::string_view bytes);

    // Admission -> Body, Complete, or Failed when the announced length is beyond the limit.
    void admit();

    // Begins the next request.
    void reset();

    [[nodiscard]] Stage stage() const;
    // Filled from Admission on; what had been understood when the header was refused.
    [[nodiscard]] RequestHead &head();
    [[nodiscard]] const Violation &violation() const;
    // The unfinished header, for the wire log.
    [[nodiscard]] std::string_view headerBytes() const;

private:
    class Impl;
    std::unique_ptr<Impl> d;
};

} // namespace picket::http
