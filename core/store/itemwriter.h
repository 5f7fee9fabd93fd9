// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/store/delivery.h"
#include "core/store/sqlite.h"
#include "core/store/telemetrywriter.h"

#include <cstdint>
#include <optional>

namespace picket::store {

// Writer thread only. Items that are kept as they came, and what they tell.
class ItemWriter final
{
public:
    // `mostKept`: bytes as sent of the items without a view of their own.
    ItemWriter(const Database &database, std::uint64_t mostKept);

    // False when the same item of the same event is here already: an SDK with Spotlight sends attachments twice, too.
    [[nodiscard]] Result<bool> write(ProjectId project, Timestamp received, const NewItem &item);

    // Removes the oldest items without a view while there are too many bytes of them; in the batch's transaction.
    [[nodiscard]] Result<void> makeRoom();
    // After a rollback, and when items were removed by somebody else.
    void forget() { m_keptBytes.reset(); }

private:
    [[nodiscard]] Result<bool> isHeld(const NewItem &item, ProjectId project);
    [[nodiscard]] Result<bool> isOverCap();
    [[nodiscard]] Result<bool> removeOldest();

    const Database &m_database;
    const std::uint64_t m_mostKept;
    Statement m_find;
    Statement m_add;
    TelemetryWriter m_telemetry;
    std::optional<std::uint64_t> m_keptBytes; // absent: to be summed up
};

} // namespace picket::store
