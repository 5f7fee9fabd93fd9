// SPDX-License-Identifier: GPL-3.0-or-later
// The form fields beside a crash upload (PROTOCOL A.8). Pure; any thread.
#pragma once

#include "core/model/value.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

struct FormField {
    std::string name;
    std::string value;
};

struct UrlEncodedForm {
    std::vector<FormField> fields; // valid UTF-8
    std::uint64_t fieldsOverLimit = 0; // beyond limits::formParts
};

// application/x-www-form-urlencoded, in the order sent; keys may repeat.
[[nodiscard]] UrlEncodedForm parseUrlEncoded(std::string_view body);

struct SentryForm {
    model::Value event; // an object to merge into the event (merged() in valuetree.h); absent if no field speaks of it
    std::vector<FormField> others; // every other field as it came: annotations of the crashed program
    std::vector<std::string> problems; // codes: "invalid_json", "too_deep", "over_limit"
};

// `sentry` (JSON), `sentry__1`, `sentry__2` … (JSON in pieces, joined in the order of their numbers) and
// `sentry[tags][key]` (brackets build objects, digits and empty brackets build lists), merged in this order.
// Fields that look alike but cannot be read stay among the others.
[[nodiscard]] SentryForm readSentryForm(std::vector<FormField> fields);

} // namespace picket::formats
