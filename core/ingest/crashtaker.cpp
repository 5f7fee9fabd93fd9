// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/minidump.h"
#include "core/formats/multipart.h"
#include "core/formats/text.h"
#include "core/ingest/crashevent.h"
#include "core/ingest/formbody.h"
#include "core/ingest/takers.h"
#include "core/protocol/auth.h"

#include <algorithm>
#include <array>

namespace picket::ingest {

namespace {

constexpr std::string_view dumpField = "upload_file_minidump";

struct NamedPart {
    std::string_view field; // what the part's name begins with
    std::string_view attachmentType;
};
constexpr std::array namedParts{
    NamedPart{dumpField, "event.minidump"},
    NamedPart{"__sentry-event", "event.payload"},
    NamedPart{"__sentry-breadcrumb", "event.breadcrumbs"},
    NamedPart{"view-hierarchy.json", "event.view_hierarchy"},
};

std::string_view attachmentTypeOf(const FormFile &file)
{
    for (const NamedPart &part : namedParts) {
        if (file.field.starts_with(part.field) || (part.field != dumpField && file.file.filename == part.field)) {
            return part.attachmentType;
        }
    }
    return {};
}

// The upload as a form; a body that is no form is the dump itself.
FormBody readUpload(const Arrival &arrival)
{
    const std::string_view contentType = arrival.header("Content-Type");
    FormBody upload;
    if (auto form = readFormBody(arrival.body, contentType)) {
        upload = std::move(*form);
    } else {
        upload.files.push_back(
            {std::string(dumpField), {"minidump.dmp", std::string(contentType), {}, arrival.body, {}}});
    }
    return upload;
}

// Electron wraps a form around the form that holds the dump.
void unwrapDump(FormBody &upload)
{
    const auto dump = std::find_if(upload.files.begin(), upload.files.end(),
                                   [](const FormFile &file) { return file.field == dumpField; });
    if (dump == upload.files.end()) {
        return;
    }
    formats::Part part;
    part.contentType = dump->file.contentType;
    part.body = dump->file.bytes;
    if (const auto inner = formats::nestedMultipart(part)) {
        upload.files.erase(dump);
        upload.add(*inner);
    }
}

// Names each file's kind; the dump comes first, so that no limit on attachments costs it.
void classify(std::vector<FormFile> &files, std::string_view dumpType)
{
    for (FormFile &file : files) {
        file.file.attachmentType = attachmentTypeOf(file);
    }
    const auto isDump = [](const FormFile &file) {
        return file.file.attachmentType == "event.minidump";
    };
    auto dump = std::find_if(files.begin(), files.end(), isDump);
    if (dump == files.end()) { // under another name, then
        dump = std::find_if(files.begin(), files.end(),
                            [](const FormFile &file) { return formats::isMinidump(file.file.bytes); });
    }
    if (dump != files.end()) {
        dump->file.attachmentType = dumpType;
        std::rotate(files.begin(), dump, dump + 1);
    }
}

// 8-4-4-4-12: Crashpad and Unreal keep the answer as the crash's id (PROTOCOL A.8).
http::Response crashId(const EventUuid &id)
{
    http::Response response;
    response.contentType = "text/plain";
    response.body = id.hex();
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) {
        response.body.insert(dash, 1, '-');
    }
    return response;
}

CrashParts partsOf(FormBody &upload)
{
    CrashParts parts;
    for (std::size_t i = 0; i < upload.files.size(); ++i) {
        parts.add(upload.files[i].file, i);
    }
    parts.fields = std::move(upload.fields);
    return parts;
}

// The event's item names all that was wrong, each file's what concerns it.
void takeUpload(const Arrival &arrival, FormBody &upload, const CrashEvent &crash, Prepared &prepared)
{
    store::Delivery &delivery = prepared.delivery;
    const std::vector<std::string> ofAll = crash.warningsOf(std::nullopt);
    std::vector<std::string> warnings = upload.warnings;
    warnings.insert(warnings.end(), ofAll.begin(), ofAll.end());
    addEvent(delivery, crash.tree, arrival.origin(), warnings);
    const EventUuid id = delivery.events.front().event.id;
    for (std::size_t i = 0; i < upload.files.size(); ++i) {
        File &file = upload.files[i].file;
        const std::vector<std::string> ofFile = crash.warningsOf(i);
        file.warnings.insert(file.warnings.end(), ofFile.begin(), ofFile.end());
        addReasons(delivery.row.items.front(), ofFile);
        addFile(delivery, file, id);
    }
    accept(prepared, crashId(id));
}

// What the crashed program's launcher says in the query, without what is for the receiver.
CrashParts partsOfQuery(std::string_view query)
{
    CrashParts parts;
    for (auto &[name, value] : protocol::parseQuery(query)) {
        if (!name.starts_with("sentry_")) {
            parts.fields.push_back({formats::repairedUtf8(name), formats::repairedUtf8(value)});
        }
    }
    return parts;
}

} // namespace

void takeMinidump(const Arrival &arrival, Prepared &prepared)
{
    FormBody upload = readUpload(arrival);
    unwrapDump(upload);
    classify(upload.files, "event.minidump");
    const CrashEvent crash = crashEvent(partsOf(upload));
    takeUpload(arrival, upload, crash, prepared);
}

void takePlayStationCrash(const Arrival &arrival, Prepared &prepared)
{
    constexpr std::string_view dumpType = "playstation.prosperodump";
    FormBody upload = readUpload(arrival);
    classify(upload.files, dumpType);
    const CrashEvent crash = foreignCrash(dumpType, partsOf(upload));
    takeUpload(arrival, upload, crash, prepared);
}

void takeUnrealCrash(const Arrival &arrival, Prepared &prepared)
{
    constexpr std::string_view containerType = "unreal_report";
    FormBody upload;
    upload.files.push_back({{},
                            {"crash.ue4crash",
                             std::string(arrival.header("Content-Type")),
                             std::string(containerType),
                             arrival.body,
                             {}}});
    const CrashEvent crash = foreignCrash(containerType, partsOfQuery(arrival.request.head.query));
    takeUpload(arrival, upload, crash, prepared);
}

} // namespace picket::ingest
