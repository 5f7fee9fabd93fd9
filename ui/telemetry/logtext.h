// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of one structured log. Pure, any thread.
#pragma once

#include "core/model/telemetry.h"
#include "core/model/value.h"
#include "core/store/reader.h"
#include "ui/values/valuesearch.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace picket::ui {

// "warning"; empty for Unknown.
[[nodiscard]] QString severityWord(model::Severity severity);

// The first digits of an id, by which people tell one from another; empty for nil.
[[nodiscard]] QString shortId(const EventUuid &id);

// A log with what its item says beside the row.
struct LogDetail {
    model::LogRow log;
    std::string body; // uncut
    model::Value attributes; // absent when they could not be read
    std::optional<Error> error; // … because of this
};

// On a reader's thread. What cannot be read is told in the detail. Errors: Interrupted.
[[nodiscard]] Result<LogDetail> readLogDetail(store::Reader &reader, const model::LogRow &log);

// The log as groups of a tree of values; its message is the first member of the first one.
[[nodiscard]] std::vector<ValueRoot> logRoots(const LogDetail &detail, const QString &project);

// Indented JSON with the names that the protocol uses.
[[nodiscard]] QString logJson(const LogDetail &detail);

} // namespace picket::ui
