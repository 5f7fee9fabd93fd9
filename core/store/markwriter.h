// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/rows.h"
#include "core/store/boundedcache.h"
#include "core/store/delivery.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <string_view>
#include <utility>

namespace picket::store {

// Writer thread only, within a transaction. Moments that the time axis shows: marks that somebody sets, and what events
// tell on their way in: when their program began to run, and when their release was first seen. What was told before
// is remembered, so that an event costs two lookups in memory.
class MarkWriter final
{
public:
    explicit MarkWriter(Database &database);

    [[nodiscard]] Result<void> add(model::MarkKind kind, Timestamp time, ProjectId project, std::string_view label);

    // `text` is the name's id in the dictionary.
    [[nodiscard]] Result<void> noteRelease(ProjectId project, std::int64_t text, std::string_view name, Timestamp seen,
                                           ChangeSet &changes);
    // One mark for a project and a second: each event of a run rounds its beginning in its own way.
    [[nodiscard]] Result<void> noteRun(ProjectId project, Timestamp started, ChangeSet &changes);

    // After a rollback: what was learned may be gone.
    void forget();

private:
    using Key = std::pair<std::uint64_t, std::int64_t>; // project, text or second
    struct KeyHash {
        std::size_t operator()(const Key &key) const;
    };

    [[nodiscard]] Result<bool> isKnown(ProjectId project, Timestamp second);

    Database &m_database;
    Statement m_addMark;
    Statement m_findRun;
    Statement m_adoptRun;
    Statement m_addRelease;
    BoundedCache<Key, Timestamp, KeyHash> m_releases; // no earlier time is known
    BoundedCache<Key, bool, KeyHash> m_runs;
};

} // namespace picket::store
