// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of the delivery tests. Apart from the test classes, because Qt 6.4's moc loses its way in raw strings.
#pragma once

#include "core/base/ids.h"
#include "tests/core/ingest/ingestfixture.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::test {

// The same event, delivered in one of the many ways that SDKs use.
struct Shape {
    const char *name;
    const char *method;
    std::string target;
    std::string body;
    Headers headers;
    ProjectId project;
};

[[nodiscard]] std::vector<Shape> shapes();

[[nodiscard]] std::string acceptedBody(std::string_view id);
// An event of 6 MB.
[[nodiscard]] std::string largeEvent(std::string_view id);
// An attachment before its event, whose payload alone names the id; the header says `headerId`, or nothing when empty.
[[nodiscard]] std::string attachmentFirst(std::string_view headerId, std::string_view id);
// One item of that type.
[[nodiscard]] std::string namedItem(std::string_view type);
// An attachment, an unreadable event, an unknown item and a good event.
[[nodiscard]] std::string mixedEnvelope(std::string_view first, std::string_view second);

} // namespace picket::test
