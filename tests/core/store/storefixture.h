// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace in a temporary folder, and small deliveries to fill it with.
#pragma once

#include "core/store/compression.h"
#include "core/store/databasefile.h"
#include "core/store/reader.h"
#include "core/store/writer.h"

#include <QTemporaryDir>

#include <chrono>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <vector>

namespace picket::test {

// The value of what must not fail.
template <class T> T take(Result<T> result)
{
    if (!result) {
        qFatal("%s: %s", std::string(errorName(result.error().code)).c_str(), result.error().detail.c_str());
    }
    return std::move(*result);
}
inline void take(const Result<void> &result)
{
    if (!result) {
        qFatal("%s: %s", std::string(errorName(result.error().code)).c_str(), result.error().detail.c_str());
    }
}

struct StoreFolder {
    QTemporaryDir dir;
    store::WorkspacePaths paths = store::workspacePaths(dir.path().toStdString());

    [[nodiscard]] store::Writer writer(store::WriterOptions options = {store::Durability::Normal, 0, 1000}) const
    {
        return take(store::Writer::open(paths, options));
    }
    [[nodiscard]] store::Reader reader() const { return take(store::Reader::open(paths)); }
    [[nodiscard]] store::Database database() const
    {
        return take(store::Database::open(paths.database, store::Database::Mode::ReadOnly));
    }
    [[nodiscard]] std::int64_t count(std::string_view sql) const { return take(database().integer(sql)); }
};

inline constexpr ProjectId spotlight{0};
inline constexpr ProjectId one{1};
inline constexpr ProjectId two{2};

// Noon of a day in 2026, so that a few minutes stay within the hour.
[[nodiscard]] inline Timestamp minute(int offset)
{
    return fromMicros(1'767'268'800'000'000) + std::chrono::minutes(offset);
}

[[nodiscard]] inline model::GroupingHash hash(int number)
{
    model::GroupingHash made;
    made.bytes[0] = static_cast<std::uint8_t>(number);
    made.bytes[1] = static_cast<std::uint8_t>(number >> 8);
    made.bytes[15] = 0x5a;
    return made;
}

[[nodiscard]] inline store::NewEvent newEvent(const std::string &title, std::initializer_list<int> hashes,
                                              Timestamp time = minute(0))
{
    store::NewEvent event;
    event.event.id = EventUuid::generate();
    event.event.type = model::EventType::Error;
    event.event.timestamp = time;
    event.event.received = time + std::chrono::seconds(1);
    event.event.platform = "python";
    event.grouping.title = title;
    for (const int number : hashes) {
        event.grouping.hashes.push_back(hash(number));
    }
    event.grouping.algorithm = 1;
    const std::string json = R"({"title":")" + title + R"("})";
    event.payload = store::compress(json);
    event.payloadSize = json.size();
    return event;
}

[[nodiscard]] inline store::Delivery deliver(ProjectId project, std::vector<store::NewEvent> events)
{
    static std::uint64_t cookie = 0;
    store::Delivery delivery;
    delivery.cookie = ++cookie;
    delivery.project = project;
    delivery.row.project = project;
    delivery.row.status = 200;
    delivery.row.time = minute(0);
    delivery.row.outcome = model::Outcome::Kept;
    for (store::NewEvent &event : events) {
        event.item = delivery.row.items.size();
        delivery.row.items.push_back({"event", event.payloadSize, {}, {}, {}, {}});
    }
    delivery.events = std::move(events);
    return delivery;
}

[[nodiscard]] inline store::Delivery deliver(ProjectId project, store::NewEvent event)
{
    std::vector<store::NewEvent> events;
    events.push_back(std::move(event));
    return deliver(project, std::move(events));
}

[[nodiscard]] inline store::NewItem attachment(const EventUuid &event, const std::string &name,
                                               const std::string &bytes)
{
    store::NewItem item;
    item.type = "attachment";
    item.header = "{}";
    item.payload = store::compress(bytes);
    item.payloadSize = bytes.size();
    item.eventId = event;
    item.filename = name;
    item.contentType = "text/plain";
    item.item = 99;
    item.isUnderstood = true;
    return item;
}

// Writes one batch that must succeed; its deliveries show what became of them.
inline store::ChangeSet write(store::Writer &writer, std::vector<store::Delivery> &deliveries)
{
    store::WriteOutcome outcome = writer.write(deliveries);
    for (const store::Receipt &receipt : outcome.receipts) {
        if (receipt.error) {
            qFatal("%s", receipt.error->detail.c_str());
        }
    }
    return std::move(outcome.changes);
}
inline store::ChangeSet write(store::Writer &writer, store::Delivery delivery)
{
    std::vector<store::Delivery> deliveries;
    deliveries.push_back(std::move(delivery));
    return write(writer, deliveries);
}

[[nodiscard]] inline std::vector<model::IssueRow> allIssues(store::Reader &reader)
{
    return take(reader.issues(take(reader.issueIds({}, store::IssueOrder::LastSeen, true))));
}

} // namespace picket::test
