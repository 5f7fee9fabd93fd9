// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/batch.h"

#include <algorithm>

namespace picket::store {

namespace {

constexpr std::string_view stored = "stored";
constexpr std::string_view duplicate = "duplicate";
constexpr std::string_view kept = "kept";

// The item that `index` names; deliveries made by tests or imports may have none.
model::ItemOutcome *itemAt(model::DeliveryRow &row, std::size_t index)
{
    return index < row.items.size() ? &row.items[index] : nullptr;
}

// What the reader said about it already ("unreadable", "truncated") tells more than "stored".
void note(model::ItemOutcome *item, std::string_view outcome)
{
    if (item && (item->outcome.empty() || outcome == duplicate)) {
        item->outcome = outcome;
    }
}

} // namespace

Batch::Batch(Database &database, const WriterOptions &options)
    : m_database(database)
    , m_dictionary(database)
    , m_index(database)
    , m_issues(database)
    , m_marks(database)
    , m_events(database, m_dictionary, m_index, m_issues, m_marks)
    , m_items(database, options.keptItems)
    , m_log(database, options.deliveriesKept)
{
}

Result<void> Batch::load()
{
    forget();
    return m_index.load().and_then([&] { return m_log.load(); });
}

void Batch::forget()
{
    m_dictionary.forget();
    m_issues.forget();
    m_marks.forget();
    m_items.forget();
}

Result<ChangeSet> Batch::write(std::span<Delivery> deliveries)
{
    auto transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction) {
        return tl::unexpected<Error>(std::move(transaction.error()));
    }
    ChangeSet changes;
    std::vector<model::DeliveryRow> rows;
    rows.reserve(deliveries.size());
    for (const Delivery &delivery : deliveries) {
        auto row = write(delivery, changes);
        if (!row) {
            return tl::unexpected<Error>(std::move(row.error()));
        }
        rows.push_back(std::move(*row));
    }
    auto done = m_issues.flush(changes)
                    .and_then([&] { return m_items.makeRoom(); })
                    .and_then([&] { return m_log.counts().flush(DeliveryCounts::When::IfDue); })
                    .and_then([&] { return transaction->commit(); });
    if (!done) {
        return tl::unexpected<Error>(std::move(done.error()));
    }
    // Nothing is acknowledged that lies in a file without a name.
    if (m_database.files().place() == DatabaseFiles::Place::DatabaseGone) {
        return databaseGone();
    }
    m_log.committed();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        deliveries[i].row = std::move(rows[i]);
    }
    return changes;
}

Result<model::DeliveryRow> Batch::write(const Delivery &delivery, ChangeSet &changes)
{
    model::DeliveryRow row = delivery.row;
    auto done =
        writeEvents(delivery, row, changes).and_then([&] { return writeItems(delivery, row, changes); }).and_then([&] {
            return m_log.add(row, delivery.times);
        });
    if (!done) {
        return tl::unexpected<Error>(std::move(done.error()));
    }
    row.id = m_log.last();
    ++changes.deliveries;
    changes.refused += isRefused(row.outcome) ? delivery.times : 0;
    return row;
}

Result<void> Batch::writeEvents(const Delivery &delivery, model::DeliveryRow &row, ChangeSet &changes)
{
    std::size_t duplicates = 0;
    bool anyStored = false;
    for (const NewEvent &event : delivery.events) {
        const auto written = m_events.write(delivery.project, event, changes);
        if (!written) {
            return tl::unexpected<Error>(written.error());
        }
        model::ItemOutcome *item = itemAt(row, event.item);
        note(item, written->isDuplicate ? duplicate : stored);
        if (item) {
            item->event = written->event;
            item->issue = written->issue;
        }
        duplicates += written->isDuplicate ? 1 : 0;
        anyStored = anyStored || (!written->isDuplicate && event.event.type != model::EventType::Unreadable);
    }
    if (anyStored) {
        row.outcome = model::Outcome::Stored;
    } else if (duplicates > 0 && duplicates == delivery.events.size()) {
        row.outcome = model::Outcome::Duplicate;
    }
    return {};
}

Result<void> Batch::writeItems(const Delivery &delivery, model::DeliveryRow &row, ChangeSet &changes)
{
    for (const NewItem &item : delivery.items) {
        const auto isNew = m_items.write(delivery.project, row.time, item);
        if (!isNew) {
            return tl::unexpected<Error>(isNew.error());
        }
        model::ItemOutcome *outcome = itemAt(row, item.item);
        note(outcome, !*isNew ? duplicate : item.isUnderstood ? stored : kept);
        changes.telemetry = changes.telemetry || *isNew;
        if (*isNew && item.isUnderstood) {
            row.outcome = model::Outcome::Stored;
        }
        // The event it came with: the only one whose row is known without asking.
        const auto event = std::find_if(delivery.events.begin(), delivery.events.end(), [&](const NewEvent &candidate) {
            return item.eventId && candidate.event.id == *item.eventId;
        });
        const model::ItemOutcome *owner = event == delivery.events.end() ? nullptr : itemAt(row, event->item);
        if (outcome && owner) {
            outcome->event = owner->event;
            outcome->issue = owner->issue;
        }
    }
    return {};
}

} // namespace picket::store
