// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listcommands.h"

#include "app/console.h"
#include "core/base/limits.h"
#include "core/query/documents.h"
#include "core/query/eventdetail.h"
#include "core/store/reader.h"

#include <algorithm>
#include <new>

namespace picket::app {

namespace {

// Fetches rows a page at a time, so that a million of them need no memory, and prints them.
template <class Id, class Fetch, class Document>
Result<void> printRows(const std::vector<Id> &ids, Fetch fetch, Document document)
{
    for (std::size_t from = 0; from < ids.size(); from += limits::page) {
        const std::size_t count = std::min(limits::page, ids.size() - from);
        const auto rows = fetch(std::span(ids).subspan(from, count));
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        for (const auto &row : *rows) {
            if (auto printed = printLine(document(row)); !printed) {
                return printed;
            }
        }
    }
    return {};
}

Result<void> printIssues(store::Reader &reader)
{
    const auto ids = reader.issueIds({}, store::IssueOrder::LastSeen, true);
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    return printRows(
        *ids, [&](auto page) { return reader.issues(page); }, query::issueDocument);
}

Result<void> printEvents(store::Reader &reader, const CommandLine &line)
{
    store::EventFilter filter;
    filter.issue = line.issue;
    const auto ids = reader.eventIds(filter);
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    return printRows(
        *ids, [&](auto page) { return reader.events(page); }, query::eventRowDocument);
}

Result<void> printDeliveries(store::Reader &reader)
{
    const auto rows = reader.deliveries(limits::deliveriesKept);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (const model::DeliveryRow &row : *rows) {
        if (auto printed = printLine(query::deliveryDocument(row)); !printed) {
            return printed;
        }
    }
    return {};
}

Result<void> printCounts(store::Reader &reader)
{
    const auto counts = reader.deliveryCounts();
    if (!counts) {
        return tl::unexpected(counts.error());
    }
    for (const model::DeliveryCount &count : *counts) {
        if (auto printed = printLine(query::deliveryCountDocument(count)); !printed) {
            return printed;
        }
    }
    return {};
}

Result<void> printEvent(store::Reader &reader, const CommandLine &line)
{
    const auto detail =
        query::resolveId(reader, line.id).and_then([&](EventId id) { return query::loadEventDetail(reader, id); });
    if (!detail) {
        return tl::unexpected(detail.error());
    }
    return printLine(query::eventDocument(*detail));
}

Result<void> run(store::Reader &reader, const CommandLine &line)
{
    switch (line.command) {
    case Command::Issues:
        return printIssues(reader);
    case Command::Events:
        return printEvents(reader, line);
    case Command::Show:
        return printEvent(reader, line);
    default:
        return line.counts ? printCounts(reader) : printDeliveries(reader);
    }
}

Result<void> runInMemory(store::Reader &reader, const CommandLine &line)
{
    try {
        return run(reader, line);
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::NoMemory, "while reading");
    }
}

} // namespace

int runListCommand(const CommandLine &line)
{
    const QString workspace = QString::fromStdString(line.workspace);
    auto reader = store::Reader::open(store::workspacePaths(line.workspace));
    if (!reader) {
        // No database yet is an empty list, but there is no event to show in it.
        if (reader.error().code == ErrorCode::NotFound && line.command != Command::Show) {
            return Ok;
        }
        complain(describe(reader.error(), workspace));
        return exitCodeOf(reader.error());
    }
    const auto done = runInMemory(*reader, line);
    if (!done && done.error().code != ErrorCode::Interrupted) { // which is when the reader of the output has gone
        complain(describe(done.error(), line.command == Command::Show ? QString::fromStdString(line.id) : workspace));
        return exitCodeOf(done.error());
    }
    return Ok;
}

} // namespace picket::app
