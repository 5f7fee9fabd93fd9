// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formfields.h"
#include "core/formats/multipart.h"
#include "core/ingest/items.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::ingest {

// A file of a form. Refers to the body.
struct FormFile {
    std::string field; // the part's name
    File file; // without an attachment type
};

// A multipart body, its files and its other fields apart.
struct FormBody {
    std::vector<FormFile> files;
    std::vector<formats::FormField> fields;
    std::vector<std::string> warnings; // codes

    void add(const formats::Multipart &multipart);
};

// By the boundary that the content type names, or the one that the body begins with; nullopt for what is no multipart
// body. Pure, any thread.
[[nodiscard]] std::optional<FormBody> readFormBody(std::string_view body, std::string_view contentType);

} // namespace picket::ingest
