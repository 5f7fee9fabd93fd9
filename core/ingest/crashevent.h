// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formfields.h"
#include "core/ingest/items.h"
#include "core/model/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::ingest {

// A file of a crash. A view.
struct CrashFile {
    std::string_view bytes;
    std::size_t number = 0; // by which the caller knows it
};

// What was sent about one crash: a dump, MessagePack that the SDK had written before it, form fields. Views.
struct CrashParts {
    CrashFile dump; // perhaps packed; empty: none was sent
    std::vector<CrashFile> events; // later ones win
    std::vector<CrashFile> breadcrumbs; // streams, each in the order of time
    std::vector<formats::FormField> fields;

    // Sorts a file by its attachment type; the first dump counts.
    void add(const File &file, std::size_t number);
};

struct CrashWarning {
    std::string text; // "code" or "code: detail"
    std::optional<std::size_t> file; // the file that it is about; none: the crash as a whole
};

struct CrashEvent {
    model::Value tree; // the event as JSON
    std::vector<CrashWarning> warnings;

    // Those about one file, or about none.
    [[nodiscard]] std::vector<std::string> warningsOf(std::optional<std::size_t> file) const;
    [[nodiscard]] std::vector<std::string> allWarnings() const;
};

// A fatal `native` event: what the dump says (or that it could not be read), and what the SDK said merged over it.
// Pure, any thread; takes time, for a dump may be large and packed.
[[nodiscard]] CrashEvent crashEvent(CrashParts parts);

// The same for a dump that nobody here can read, by its attachment type (formats::foreignCrashEvent()).
[[nodiscard]] CrashEvent foreignCrash(std::string_view attachmentType, CrashParts parts);

// The event tells of at least one exception.
[[nodiscard]] bool hasException(const model::Value &event);
// `over` wins where both speak, but for an exception that it does not have.
[[nodiscard]] model::Value joinedEvents(model::Value base, model::Value over);

} // namespace picket::ingest
