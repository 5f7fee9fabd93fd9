// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/delivery.h"
#include "core/store/deliverylog.h"
#include "core/store/dictionary.h"
#include "core/store/eventindex.h"
#include "core/store/eventwriter.h"
#include "core/store/issuewriter.h"
#include "core/store/itemwriter.h"
#include "core/store/markwriter.h"
#include "core/store/sqlite.h"
#include "core/store/writer.h"

#include <span>

namespace picket::store {

// Writer thread only. Deliveries into one transaction: the order in which the parts of the writer do their work.
class Batch final
{
public:
    Batch(Database &database, const WriterOptions &options);

    // At the start, and before the first write after a failed one.
    [[nodiscard]] Result<void> load();
    void forget();

    // Committed when it succeeds; the deliveries' rows then say what became of them. Nothing is stored, and the rows
    // are as before, when it fails.
    [[nodiscard]] Result<ChangeSet> write(std::span<Delivery> deliveries);

    // When issues were deleted or brought back.
    void forgetIssues() { m_issues.forget(); }
    // When items were removed.
    void forgetItems() { m_items.forget(); }

    [[nodiscard]] EventIndex &index() { return m_index; }
    [[nodiscard]] MarkWriter &marks() { return m_marks; }
    [[nodiscard]] DeliveryLog &log() { return m_log; }

private:
    [[nodiscard]] Result<model::DeliveryRow> write(const Delivery &delivery, ChangeSet &changes);
    [[nodiscard]] Result<void> writeEvents(const Delivery &delivery, model::DeliveryRow &row, ChangeSet &changes);
    [[nodiscard]] Result<void> writeItems(const Delivery &delivery, model::DeliveryRow &row, ChangeSet &changes);

    Database &m_database;
    Dictionary m_dictionary;
    EventIndex m_index;
    IssueWriter m_issues;
    MarkWriter m_marks;
    EventWriter m_events;
    ItemWriter m_items;
    DeliveryLog m_log;
};

} // namespace picket::store
