// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/telemetry.h"
#include "core/store/sqlite.h"

#include <optional>

namespace picket::store {

// Writer thread only. What items tell beside events. An SDK with a DSN and Spotlight sends everything twice: logs and
// spans are then the same as any project's; sessions, reports and check-ins are told per project.
class TelemetryWriter final
{
public:
    // The item whose bytes told it.
    struct Source {
        ItemId item;
        ProjectId project;
        Timestamp received;
    };

    explicit TelemetryWriter(const Database &database);

    [[nodiscard]] Result<void> write(const Source &source, const model::Telemetry &telemetry);

private:
    [[nodiscard]] Result<void> writeLog(const Source &source, const model::LogRow &log);
    [[nodiscard]] Result<void> writeSpan(const Source &source, const model::SpanRow &span);
    [[nodiscard]] Result<void> writeCheckIn(const Source &source, const model::CheckIn &checkIn);
    [[nodiscard]] Result<void> writeSession(const Source &source, const model::Session &session);
    [[nodiscard]] Result<void> writeBucket(const Source &source, std::size_t place, const model::SessionBucket &bucket);
    [[nodiscard]] Result<void> writeDiscarded(const Source &source, const model::Discarded &discarded);
    [[nodiscard]] Result<void> writeFeedback(const Source &source, const model::Feedback &feedback);
    [[nodiscard]] Result<bool> isHeld(const Source &source, const model::LogRow &log);
    // The row that is the same span in Spotlight, or in a project when this is Spotlight's.
    [[nodiscard]] Result<std::optional<std::int64_t>> copyOf(const Source &source, const model::SpanRow &span);

    const Database &m_database;
    Statement m_findLog;
    Statement m_addLog;
    Statement m_findSpan;
    Statement m_moveSpan;
    Statement m_addSpan;
};

} // namespace picket::store
