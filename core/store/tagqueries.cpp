// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tagqueries.h"

#include "core/base/limits.h"
#include "core/store/eventplaces.h"
#include "core/store/packed.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace picket::store {

namespace {

constexpr int rowsPerSnapshot = 20'000; // some milliseconds: no snapshot is held long

using Counts = std::unordered_map<std::int64_t, TagCount>; // by the tag's id

Result<void> countMerged(Database &database, IssueId issue, Counts &counts)
{
    Statement statement = database.prepare(
        "SELECT issue_tag.tag, issue_tag.count, tag.key, tag.value FROM issue_tag JOIN tag ON tag.id = issue_tag.tag"
        " WHERE issue_tag.issue = ?1 AND issue_tag.tag > ?2 ORDER BY issue_tag.tag LIMIT ?3");
    std::int64_t last = 0;
    for (int rows = rowsPerSnapshot; rows == rowsPerSnapshot;) {
        rows = 0;
        Cursor row(statement, issue.value, last, rowsPerSnapshot);
        while (row.next()) {
            last = row.integer(0);
            counts.insert_or_assign(last, TagCount{row.string(2), row.string(3), row.integer(1), 0});
            ++rows;
        }
        if (!row.status()) {
            return row.status();
        }
    }
    return {};
}

// The events that no run has merged yet.
Result<void> countRecent(Database &database, IssueId issue, std::int64_t indexed, Counts &counts)
{
    Statement events = database.prepare("SELECT tags FROM event WHERE id > ?1 AND issue = ?2");
    Statement names = database.prepare("SELECT key, value FROM tag WHERE id = ?1");
    Cursor event(events, indexed, issue.value);
    while (event.next()) {
        for (const std::int64_t tag : unpackIds(event.blob(0))) {
            const auto known = counts.find(tag);
            if (known != counts.end()) {
                ++known->second.count;
                continue;
            }
            Cursor name(names, tag);
            if (name.next()) {
                counts.emplace(tag, TagCount{name.string(0), name.string(1), 1, 0});
            } else if (!name.status()) {
                return name.status();
            }
        }
    }
    return event.status();
}

// By key; the commonest values first, the rare ones as one sum.
std::vector<TagCount> ordered(Counts &&counts)
{
    std::vector<TagCount> all;
    all.reserve(counts.size());
    for (auto &[id, tag] : counts) {
        all.push_back(std::move(tag));
    }
    std::sort(all.begin(), all.end(), [](const TagCount &a, const TagCount &b) {
        return std::tie(a.key, b.count, a.value) < std::tie(b.key, a.count, b.value);
    });
    std::vector<TagCount> shown;
    std::size_t ofKey = 0;
    for (TagCount &tag : all) {
        ofKey = shown.empty() || shown.back().key != tag.key ? 1 : ofKey + 1;
        if (ofKey <= limits::tagValues) {
            shown.push_back(std::move(tag));
        } else if (ofKey == limits::tagValues + 1) {
            shown.push_back({std::move(tag.key), {}, tag.count, 1});
        } else {
            shown.back().count += tag.count;
            ++shown.back().rarerValues;
        }
    }
    return shown;
}

} // namespace

Result<std::vector<TagCount>> readIssueTags(Database &database, IssueId issue)
{
    // A run that moves events from one table to the other between the two questions would count them twice or not at
    // all: then both are asked again.
    for (;;) {
        const auto before = database.integer(lastIndexedSql);
        if (!before) {
            return tl::unexpected<Error>(before.error());
        }
        Counts counts;
        if (auto merged = countMerged(database, issue, counts); !merged) {
            return tl::unexpected<Error>(std::move(merged.error()));
        }
        auto snapshot = Transaction::begin(database, Transaction::Kind::Read);
        if (!snapshot) {
            return tl::unexpected<Error>(std::move(snapshot.error()));
        }
        const auto after = database.integer(lastIndexedSql);
        if (!after) {
            return tl::unexpected<Error>(after.error());
        }
        if (*after != *before) {
            continue;
        }
        if (auto recent = countRecent(database, issue, *after, counts); !recent) {
            return tl::unexpected<Error>(std::move(recent.error()));
        }
        return ordered(std::move(counts));
    }
}

} // namespace picket::store
