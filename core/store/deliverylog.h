// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/peerprocess.h"
#include "core/model/rows.h"
#include "core/store/deliverycounts.h"
#include "core/store/sqlite.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket::store {

// The column `items` of a delivery.
[[nodiscard]] std::string packOutcomes(const std::vector<model::ItemOutcome> &items);
[[nodiscard]] std::vector<model::ItemOutcome> unpackOutcomes(std::string_view packed);

// Writer thread only. The wire log: the last requests, in a ring of rows that are replaced in place, so that it stays
// bounded without deleting; and what became of how many, ever.
class DeliveryLog final
{
public:
    DeliveryLog(Database &database, std::size_t kept);

    // Reads where the ring stands; at the start and after every rollback. Lays the rows out anew when they were kept
    // with another length.
    [[nodiscard]] Result<void> load();
    // `times`: how many requests it stands for.
    [[nodiscard]] Result<void> add(const model::DeliveryRow &row, std::int64_t times = 1);
    // A request whose row is not kept: it is in the counters, and in the number of refused ones.
    void addUnkept(const model::DeliveryRow &row, std::int64_t times);
    // After the commit of what add() wrote.
    void committed();
    // What addUnkept() counted and no transaction has written yet; goes on to the next connection.
    struct Owed {
        DeliveryCounts::Counts counts;
        std::int64_t refused = 0;
    };
    [[nodiscard]] Owed takeOwed();
    void owe(Owed &&owed);
    // As far as they are due before the commit, the rest later.
    [[nodiscard]] DeliveryCounts &counts() { return m_counts; }
    // What was found out only after the row was written. Rows that have left the ring are ignored.
    [[nodiscard]] Result<void> setPeer(DeliveryId row, const model::PeerProcess::Answer &peer);
    [[nodiscard]] DeliveryId last() const { return {m_seq}; }

private:
    [[nodiscard]] Result<void> layOut();

    Database &m_database;
    const std::int64_t m_kept;
    Statement m_replace;
    DeliveryCounts m_counts;
    std::int64_t m_seq = 0;
    std::int64_t m_refusedEver = 0;
    std::int64_t m_refusedUnkept = 0; // in no row yet
    bool m_isUnkeptAdded = false; // to m_refusedEver, in the transaction that is open
};

// Answered with an error, whatever the reason.
[[nodiscard]] constexpr bool isRefused(model::Outcome outcome)
{
    return outcome == model::Outcome::Refused || outcome == model::Outcome::Failed;
}

} // namespace picket::store
