// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in one trace, as a tree: spans below the span that began them, events and logs below the span they
// happened in. Pure but for the reader's questions; any thread.
#pragma once

#include "core/base/result.h"
#include "core/store/reader.h"

#include <unordered_map>
#include <vector>

namespace picket::ui {

struct TraceContent {
    model::TraceId trace;
    model::TraceParts parts;
    std::unordered_map<EventId, model::SpanNumber> spanOfEvent; // as far as events tell
};

// Of a trace without spans, events are not read for the span they happened in.
[[nodiscard]] Result<TraceContent> readTrace(store::Reader &reader, const model::TraceId &trace);

struct TraceRow {
    enum class Kind { Span, Event, Log };

    Kind kind = Kind::Span;
    std::size_t place = 0; // in its list of TraceParts
    Timestamp from;
    Timestamp to;
    int parent = -1; // index into TraceTree::rows; -1: at the top
    int position = 0; // among the rows of the same parent
    int depth = 0; // below limits::traceDepth
    std::vector<int> children; // by time
};

struct TraceTree {
    std::vector<TraceRow> rows;
    std::vector<int> roots; // by time
    // From the first start to the last end, at least a millisecond. What lies a day and more away from most of the
    // trace does not stretch it.
    store::TimeRange axis;

    // 0 at the beginning of the axis, 1 at its end; what lies outside is between -1 and 2.
    [[nodiscard]] double share(Timestamp time) const;
};

// Spans whose parent is not here stand at the top. Of spans that are each other's parents one does. Those below
// limits::traceDepth stand beside their parents.
[[nodiscard]] TraceTree makeTraceTree(const TraceContent &content, bool withLogs);

} // namespace picket::ui
