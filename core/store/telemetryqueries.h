// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about what SDKs send beside events, on a reader's connection.
#pragma once

#include "core/base/result.h"
#include "core/model/telemetry.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

#include <span>
#include <vector>

namespace picket::store {

[[nodiscard]] Result<std::vector<LogId>> readLogIds(Database &database, const LogFilter &filter, std::size_t limit);
[[nodiscard]] Result<std::vector<model::LogRow>> readLogs(Database &database, std::span<const LogId> ids);
[[nodiscard]] Result<std::vector<SpanId>> readTransactionIds(Database &database, const TransactionFilter &filter,
                                                             std::size_t limit);
[[nodiscard]] Result<std::vector<model::SpanRow>> readSpans(Database &database, std::span<const SpanId> ids);
[[nodiscard]] Result<model::TraceParts> readTrace(Database &database, const model::TraceId &trace);

[[nodiscard]] Result<std::vector<model::MonitorRow>> readMonitors(Database &database);
[[nodiscard]] Result<std::vector<model::ReleaseHealthRow>> readReleaseHealth(Database &database);
[[nodiscard]] Result<std::vector<model::DiscardedRow>> readDiscarded(Database &database);
[[nodiscard]] Result<std::vector<model::FeedbackRow>> readFeedback(Database &database,
                                                                   const std::optional<EventUuid> &about);

} // namespace picket::store
