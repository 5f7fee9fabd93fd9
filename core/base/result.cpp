// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace picket {

std::string_view errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadEncoding:
        return "bad_encoding";
    case ErrorCode::UnsupportedEncoding:
        return "unsupported_encoding";
    case ErrorCode::TooLarge:
        return "too_large";
    case ErrorCode::EmptyBody:
        return "empty_body";
    case ErrorCode::InvalidJson:
        return "invalid_json";
    case ErrorCode::TooDeep:
        return "too_deep";
    case ErrorCode::InvalidEnvelope:
        return "invalid_envelope";
    case ErrorCode::InvalidArgument:
        return "invalid_argument";
    case ErrorCode::CannotOpen:
        return "cannot_open";
    case ErrorCode::NewerSchema:
        return "newer_schema";
    case ErrorCode::Corrupt:
        return "corrupt";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::Full:
        return "full";
    case ErrorCode::ReadOnly:
        return "read_only";
    case ErrorCode::ForeignFolder:
        return "foreign_folder";
    case ErrorCode::IoError:
        return "io_error";
    case ErrorCode::Interrupted:
        return "interrupted";
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::NoMemory:
        return "no_memory";
    case ErrorCode::Internal:
        return "internal";
    case ErrorCode::AddressInUse:
        return "address_in_use";
    case ErrorCode::CannotListen:
        return "cannot_listen";
    }
    return "internal";
}

} // namespace picket
