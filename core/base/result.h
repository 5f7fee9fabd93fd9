// SPDX-License-Identifier: GPL-3.0-or-later
// Expected failures are values: a code that `ui` words for people, and a detail for logs and the wire log.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace picket {

enum class ErrorCode {
    // bytes and protocol
    BadEncoding, // the compressed stream is broken
    UnsupportedEncoding, // Content-Encoding names something that we do not decode
    TooLarge, // a limit of limits.h was reached
    EmptyBody,
    InvalidJson,
    TooDeep,
    InvalidEnvelope,
    InvalidArgument,
    // store
    CannotOpen, // the file or its folder cannot be opened or created
    NewerSchema, // written by a newer program; never overwritten
    Corrupt, // not a database, or a damaged one
    Busy, // somebody else holds the lock
    Full, // no space left, or below the free-disk floor
    ReadOnly, // the file, its log or its disk may only be read
    ForeignFolder, // has other things in it and is no workspace
    IoError, // read or write failed
    Interrupted, // a newer question replaced this one
    NotFound,
    NoMemory, // an allocation failed
    Internal, // a broken assumption of ours: report it
    // listener
    AddressInUse,
    CannotListen,
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail; // UTF-8, never shown alone, never rich text
};

template <class T> using Result = tl::expected<T, Error>;

// Stable lower-case name ("bad_encoding"): for logs and JSON documents, not for people.
[[nodiscard]] std::string_view errorName(ErrorCode code);

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

} // namespace picket
