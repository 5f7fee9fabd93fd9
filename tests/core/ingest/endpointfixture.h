// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the endpoints beside envelope and store share. Apart from the test classes, because Qt 6.4's moc
// loses its way in raw strings.
#pragma once

#include "tests/core/ingest/ingestfixture.h"

#include <QJsonObject>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::test {

// An item as it lies in the store.
struct KeptItem {
    std::int64_t project = 0;
    std::string eventId; // 32 hex digits; empty: none
    std::string type;
    std::string header;
    std::string filename;
    std::string contentType;
    std::string attachmentType;
    std::string payload;

    [[nodiscard]] QJsonObject json() const; // of the payload
};
[[nodiscard]] std::vector<KeptItem> keptItems(const IngestFixture &fixture); // in the order received

// The payload of the only event that is stored.
[[nodiscard]] QJsonObject storedJson(const IngestFixture &fixture);

// "exception/values/0/type" of a document, as text; numbers and booleans as JSON writes them.
[[nodiscard]] std::string textAt(const QJsonObject &document, std::string_view path);

struct FormPart {
    std::string name;
    std::string body;
    std::optional<std::string> filename = std::nullopt;
    std::string contentType = {};
};
[[nodiscard]] std::string multipart(const std::vector<FormPart> &parts, std::string_view boundary = "X");
[[nodiscard]] Headers multipartHeaders(std::string_view boundary = "X");

// A file of tests/data.
[[nodiscard]] std::string testData(std::string_view path);
[[nodiscard]] std::string gzipped(std::string_view bytes);

} // namespace picket::test
