// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of one row of a trace beside its place in time.
#pragma once

#include "core/model/telemetry.h"
#include "core/model/value.h"
#include "core/store/reader.h"
#include "ui/values/valuesearch.h"

#include <QString>

#include <optional>
#include <vector>

namespace picket::ui {

// A span with what its item says beside the row.
struct SpanDetail {
    model::SpanRow span;
    model::Value data; // absent when it could not be read
    std::optional<Error> error; // … because of this
};

// On a reader's thread. What cannot be read is told in the detail. Errors: Interrupted.
[[nodiscard]] Result<SpanDetail> readSpanDetail(store::Reader &reader, const model::SpanRow &span);

// As groups of a tree of values; any thread.
[[nodiscard]] std::vector<ValueRoot> spanRoots(const SpanDetail &detail, const QString &project);
[[nodiscard]] std::vector<ValueRoot> traceEventRoots(const model::EventRow &event, const QString &project);

} // namespace picket::ui
