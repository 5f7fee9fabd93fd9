// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deliverylog.h"

#include "core/base/utf8.h"
#include "core/store/packed.h"

#include <algorithm>
#include <utility>

namespace picket::store {

std::string packOutcomes(const std::vector<model::ItemOutcome> &items)
{
    std::string packed;
    for (const model::ItemOutcome &item : items) {
        packString(packed, validUtf8(item.type));
        packInteger(packed, item.bytes);
        packString(packed, validUtf8(item.outcome));
        packString(packed, validUtf8(item.reason));
        packInteger(packed, static_cast<std::uint64_t>(item.event.value));
        packInteger(packed, static_cast<std::uint64_t>(item.issue.value));
    }
    return packed;
}

std::vector<model::ItemOutcome> unpackOutcomes(std::string_view packed)
{
    std::vector<model::ItemOutcome> items;
    Unpacker unpacker(packed);
    while (!unpacker.atEnd()) {
        auto type = unpacker.string();
        const auto bytes = unpacker.integer();
        auto outcome = unpacker.string();
        auto reason = unpacker.string();
        const auto event = unpacker.integer();
        const auto issue = unpacker.integer();
        if (!issue) {
            break; // damaged: what came before it is still worth showing
        }
        items.push_back({std::move(*type),
                         *bytes,
                         std::move(*outcome),
                         std::move(*reason),
                         {static_cast<std::int64_t>(*event)},
                         {static_cast<std::int64_t>(*issue)}});
    }
    return items;
}

DeliveryLog::DeliveryLog(Database &database, std::size_t kept)
    : m_database(database)
    , m_kept(static_cast<std::int64_t>(std::max<std::size_t>(kept, 1)))
    , m_replace(database.prepare(
          "INSERT OR REPLACE INTO delivery (slot, seq, refused_ever, time, sdk, method, path, origin, peer, status,"
          " outcome, reason, bytes_on_wire, bytes_decoded, duration, project, items, process, program)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"))
    , m_counts(database)
{
}

Result<void> DeliveryLog::load()
{
    m_seq = 0;
    m_refusedEver = 0;
    m_isUnkeptAdded = false;
    bool fits = true;
    {
        Statement newest = m_database.prepare("SELECT seq, refused_ever, EXISTS (SELECT 1 FROM delivery"
                                              " WHERE slot != seq % ?1) FROM delivery ORDER BY seq DESC LIMIT 1");
        Cursor row(newest, m_kept);
        while (row.next()) {
            m_seq = row.integer(0);
            m_refusedEver = row.integer(1);
            fits = row.integer(2) == 0;
        }
        if (!row.status()) {
            return row.status();
        }
    }
    return m_counts.load().and_then([&] { return fits ? Result<void>() : layOut(); });
}

Result<void> DeliveryLog::layOut()
{
    auto transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction) {
        return tl::unexpected<Error>(std::move(transaction.error()));
    }
    Statement drop = m_database.prepare("DELETE FROM delivery WHERE seq <= ?1");
    Statement aside = m_database.prepare("UPDATE delivery SET slot = -seq");
    Statement back = m_database.prepare("UPDATE delivery SET slot = seq % ?1");
    return drop.run(m_seq - m_kept)
        .and_then([&] { return aside.run(); })
        .and_then([&] { return back.run(m_kept); })
        .and_then([&] { return transaction->commit(); });
}

Result<void> DeliveryLog::add(const model::DeliveryRow &row, std::int64_t times)
{
    ++m_seq;
    m_refusedEver += isRefused(row.outcome) ? times : 0;
    if (!std::exchange(m_isUnkeptAdded, true)) {
        m_refusedEver += m_refusedUnkept;
    }
    const std::string items = packOutcomes(row.items);
    return m_replace
        .run(m_seq % m_kept, m_seq, m_refusedEver, toMicros(row.time), std::string_view(row.sdk),
             std::string_view(row.method), std::string_view(row.path), std::string_view(row.origin),
             std::string_view(row.peer), row.status, static_cast<int>(row.outcome), std::string_view(row.reason),
             row.bytesOnWire, row.bytesDecoded, row.durationMicros, row.project.value, Blob{items}, row.peerProcess,
             std::string_view(row.peerProgram))
        .map([&] { m_counts.add(row, times); });
}

void DeliveryLog::addUnkept(const model::DeliveryRow &row, std::int64_t times)
{
    m_refusedUnkept += isRefused(row.outcome) ? times : 0;
    m_counts.addUnkept(row, times);
}

void DeliveryLog::committed()
{
    if (std::exchange(m_isUnkeptAdded, false)) {
        m_refusedUnkept = 0;
    }
    m_counts.committed();
}

DeliveryLog::Owed DeliveryLog::takeOwed()
{
    return {m_counts.takeOwed(), std::exchange(m_refusedUnkept, 0)};
}

void DeliveryLog::owe(Owed &&owed)
{
    m_counts.owe(std::move(owed.counts));
    m_refusedUnkept += owed.refused;
}

Result<void> DeliveryLog::setPeer(DeliveryId row, const model::PeerProcess::Answer &peer)
{
    Statement update =
        m_database.prepare("UPDATE delivery SET process = ?3, program = ?4 WHERE slot = ?1 AND seq = ?2");
    return update.run(row.value % m_kept, row.value, peer.process, std::string_view(peer.program));
}

} // namespace picket::store
