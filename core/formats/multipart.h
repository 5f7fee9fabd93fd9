// SPDX-License-Identifier: GPL-3.0-or-later
// multipart/form-data (RFC 7578) as crash uploaders and browsers write it. Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

// A view into the body that it was read from; the texts are valid UTF-8.
struct Part {
    std::string name;
    std::optional<std::string> filename; // a display string, never a path; present for files, even when empty
    std::string contentType; // as sent, with its parameters
    std::string_view headers; // raw
    std::string_view body;
    bool truncated = false; // the body ended before the part did
};

struct Multipart {
    std::vector<Part> parts;
    std::uint64_t partsOverLimit = 0; // beyond limits::formParts
    bool truncated = false; // the final boundary is missing
};

// The boundary that a Content-Type names; nullopt if it is no multipart type or its boundary is missing, empty or
// longer than limits::multipartBoundary.
[[nodiscard]] std::optional<std::string> multipartBoundary(std::string_view contentType);

// Tolerates lines that end in LF alone, a preamble, and a missing end. Errors: EmptyBody; InvalidArgument for a
// boundary that cannot be one or that does not occur. `body` must outlive the result.
[[nodiscard]] Result<Multipart> parseMultipart(std::string_view body, std::string_view boundary);

// Electron wraps the dump once more: the part's body is a multipart of its own, whether its content type says so or
// not. nullopt for every other part.
[[nodiscard]] std::optional<Multipart> nestedMultipart(const Part &part);

} // namespace picket::formats
