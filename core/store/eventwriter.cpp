// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventwriter.h"

#include "core/base/limits.h"
#include "core/store/eventmove.h"
#include "core/store/packedproblems.h"

#include <array>

namespace picket::store {

namespace {

constexpr const char *addEventSql =
    "INSERT INTO event (id, uuid, project, issue, type, level, timestamp, received, repeats, title, platform, release,"
    " environment, transaction_name, user, sdk, payload_size, hashes, tags,"
    " trace)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";

std::int64_t traceKey(const model::Event &event)
{
    const auto trace = EventUuid::parse(event.traceId());
    return trace ? uuidKey(*trace) : 0;
}

std::string sdkName(const model::Sdk &sdk)
{
    return sdk.version.empty() ? sdk.name : sdk.name + '/' + sdk.version;
}

} // namespace

EventWriter::EventWriter(Database &database, Dictionary &dictionary, EventIndex &index, IssueWriter &issues,
                         MarkWriter &marks)
    : m_dictionary(dictionary)
    , m_index(index)
    , m_issues(issues)
    , m_marks(marks)
    , m_database(database)
    , m_addEvent(database.prepare(addEventSql))
    , m_addPayload(database.prepare("INSERT INTO event_payload (id, payload) VALUES (?1, ?2)"))
    , m_addProblems(database.prepare("INSERT INTO event_problem (event, problems) VALUES (?1, ?2)"))
    , m_repeat(database.prepare("UPDATE event SET repeats = repeats + 1 WHERE id = ?1 RETURNING issue"))
{
}

Result<EventWriter::Written> EventWriter::write(ProjectId project, const NewEvent &event, ChangeSet &changes)
{
    const auto held = event.event.id.isNil() ? Result<std::vector<EventIndex::Held>>() : m_index.find(event.event.id);
    if (!held) {
        return tl::unexpected<Error>(held.error());
    }
    const EventIndex::Held *inSpotlight = nullptr;
    for (const EventIndex::Held &one : *held) {
        if (one.project == project || project.isSpotlight()) {
            return repeat(one.event);
        }
        if (one.project.isSpotlight()) {
            inSpotlight = &one;
        }
    }
    if (!inSpotlight) {
        return add(project, event, changes);
    }
    EventMove move(m_database, m_index, m_issues);
    return noteTimes(project, event, changes)
        .and_then([&] { return move.run(inSpotlight->event, project, event, changes); })
        .map([&](IssueId issue) {
            return Written{inSpotlight->event, issue, true, true};
        });
}

Result<EventWriter::Written> EventWriter::add(ProjectId project, const NewEvent &event, ChangeSet &changes)
{
    auto placed = m_issues.place(project, event, changes);
    if (!placed) {
        return tl::unexpected<Error>(std::move(placed.error()));
    }
    const EventId id = m_index.nextEvent();
    const EventUuid uuid = event.event.id.isNil() ? EventUuid::generate() : event.event.id;
    return addRow(id, uuid, project, *placed, event)
        .and_then([&] { return m_addPayload.run(id.value, Blob{event.payload}); })
        .and_then([&] {
            return event.problems.empty() ? Result<void>()
                                          : m_addProblems.run(id.value, Blob{packProblems(event.problems)});
        })
        .and_then([&] { return noteTimes(project, event, changes); })
        .map([&] {
            m_index.add(uuid, {id, project});
            m_issues.count(placed->issue, event);
            ++changes.events;
            changes.lastEvent = id;
            return Written{id, placed->issue};
        });
}

Result<void> EventWriter::addRow(EventId id, const EventUuid &uuid, ProjectId project,
                                 const IssueWriter::Placed &placed, const NewEvent &event)
{
    const model::Event &values = event.event;
    const std::string user = values.user ? values.user->tag() : std::string();
    const std::string sdk = sdkName(values.sdk);
    const std::array<std::string_view, 7> texts{cut(event.grouping.title, limits::title),
                                                values.platform,
                                                values.release,
                                                values.environment,
                                                values.transaction,
                                                user,
                                                sdk};
    std::array<std::int64_t, 7> ids{};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto text = m_dictionary.textId(cut(texts[i], limits::shortText));
        if (!text) {
            return tl::unexpected<Error>(std::move(text.error()));
        }
        ids[i] = *text;
    }
    const auto tags = m_dictionary.tagIds(event.tags);
    if (!tags) {
        return tl::unexpected<Error>(tags.error());
    }
    return m_addEvent.run(id.value, asBlob(uuid.bytes()), project.value, placed.issue.value,
                          static_cast<int>(values.type), static_cast<int>(values.level), toMicros(values.timestamp),
                          toMicros(values.received), ids[0], ids[1], ids[2], ids[3], ids[4], ids[5], ids[6],
                          event.payloadSize, Blob{placed.hashes}, Blob{*tags}, traceKey(values));
}

Result<void> EventWriter::noteTimes(ProjectId project, const NewEvent &event, ChangeSet &changes)
{
    const std::string_view release = cut(event.event.release, limits::shortText);
    if (!release.empty()) {
        auto noted = m_dictionary.textId(release).and_then([&](std::int64_t text) {
            return m_marks.noteRelease(project, text, release, event.event.timestamp, changes);
        });
        if (!noted) {
            return noted;
        }
    }
    return event.runStarted ? m_marks.noteRun(project, *event.runStarted, changes) : Result<void>();
}

Result<EventWriter::Written> EventWriter::repeat(EventId id)
{
    Cursor row(m_repeat, id.value);
    Written written{id, {}, true};
    while (row.next()) {
        written.issue = {row.integer(0)};
    }
    return row.status().map([&] { return written; });
}

} // namespace picket::store
