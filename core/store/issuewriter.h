// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/boundedcache.h"
#include "core/store/delivery.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace picket::store {

// The first `most` characters.
[[nodiscard]] std::string_view cut(std::string_view utf8, std::size_t most);

// Hours since 1970, rounded down.
[[nodiscard]] std::int64_t hourOf(Timestamp time);

// Writer thread only. Which issue an event belongs to (PROTOCOL D.2), and what a batch of events changes in their
// issues: gathered in memory, written once per issue by flush().
class IssueWriter final
{
public:
    explicit IssueWriter(Database &database);

    struct Placed {
        IssueId issue;
        std::string hashes; // packed ids of issue_hash
    };
    // The first hash that belongs to an issue of the project decides, else there is a new issue; hashes that belong to
    // none, or to a deleted one, are attached to it.
    [[nodiscard]] Result<Placed> place(ProjectId project, const NewEvent &event, ChangeSet &changes);

    // `event` counts from now on; it must live until flush().
    void count(IssueId issue, const NewEvent &event);

    [[nodiscard]] Result<void> flush(ChangeSet &changes);

    // After a rollback, or when issues have gone.
    void forget();

private:
    struct Key {
        std::uint64_t project;
        model::GroupingHash hash;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key &key) const;
    };
    struct Owner {
        std::int64_t hash = 0; // issue_hash.id; 0: unknown
        IssueId issue; // none: a deleted one
    };
    struct Delta {
        std::int64_t events = 0;
        const NewEvent *first = nullptr; // by time shown
        const NewEvent *latest = nullptr;
        Timestamp firstReceived;
        Timestamp lastReceived;
    };

    [[nodiscard]] Result<Owner> owner(const Key &key);
    // The hash, new or of a deleted issue, is the issue's from now on.
    [[nodiscard]] Result<void> own(const Key &key, Owner &owner, IssueId issue, const NewEvent &event);
    [[nodiscard]] Result<IssueId> addIssue(ProjectId project, const NewEvent &event, ChangeSet &changes);
    [[nodiscard]] Result<void> ensureProject(ProjectId project);
    [[nodiscard]] Result<void> flushIssue(IssueId issue, const Delta &delta, ChangeSet &changes);
    [[nodiscard]] Result<void> flushHours();

    Database &m_database;
    Statement m_findHash;
    Statement m_moveHash;
    Statement m_addHash;
    Statement m_addProject;
    Statement m_addIssue;
    Statement m_readIssue;
    Statement m_updateCounts;
    Statement m_updateLatest;
    Statement m_addHour;
    BoundedCache<Key, Owner, KeyHash> m_owners;
    BoundedCache<std::uint64_t, bool> m_projects; // those that have their row
    std::map<IssueId, Delta> m_deltas;
    std::map<std::pair<std::int64_t, IssueId>, std::int64_t> m_hours;
};

} // namespace picket::store
