// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formbody.h"

#include "core/formats/text.h"

namespace picket::ingest {

void FormBody::add(const formats::Multipart &multipart)
{
    for (const formats::Part &part : multipart.parts) {
        // A field that is no text would not survive as one.
        if (!part.filename && formats::isUtf8(part.body)) {
            fields.push_back({part.name, std::string(part.body)});
            continue;
        }
        const bool isNamed = part.filename && !part.filename->empty();
        File file{isNamed ? *part.filename : part.name, part.contentType, {}, part.body, {}};
        if (part.truncated) {
            file.warnings.emplace_back("truncated");
        }
        files.push_back({part.name, std::move(file)});
    }
    if (multipart.truncated) {
        warnings.emplace_back("truncated");
    }
    if (multipart.partsOverLimit > 0) {
        warnings.push_back("parts_over_limit: " + std::to_string(multipart.partsOverLimit));
    }
}

std::optional<FormBody> readFormBody(std::string_view body, std::string_view contentType)
{
    // The whole request is to its body what a part is to a nested one.
    formats::Part whole;
    whole.contentType = contentType;
    whole.body = body;
    auto multipart = formats::nestedMultipart(whole);
    if (!multipart) {
        whole.contentType.clear(); // it may name another boundary than the body has
        multipart = formats::nestedMultipart(whole);
    }
    if (!multipart) {
        return std::nullopt;
    }
    FormBody form;
    form.add(*multipart);
    return form;
}

} // namespace picket::ingest
