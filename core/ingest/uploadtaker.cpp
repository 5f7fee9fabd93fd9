// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/http/ascii.h"
#include "core/ingest/takers.h"
#include "core/ingest/uploadstore.h"

#include <charconv>

namespace picket::ingest {

namespace {

constexpr std::string_view tusVersion = "1.0.0";
constexpr std::string_view streamType = "application/offset+octet-stream";

std::optional<std::uint64_t> decimal(std::string_view text)
{
    std::uint64_t number = 0;
    const char *end = text.data() + text.size();
    const auto [parsed, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && parsed == end ? std::optional(number) : std::nullopt;
}

void set(http::Response &response, std::string_view name, std::string value)
{
    response.headers.push_back({std::string(name), std::move(value)});
}

// The bytes that came with it are kept as far as limits allow: nobody sends them again.
void refuseUpload(const Arrival &arrival, int status, const std::string &reason, Prepared &prepared)
{
    prepared.response = http::errorResponse(status, reason.substr(0, reason.find(':')), {reason});
    set(prepared.response, "Tus-Resumable", std::string(tusVersion));
    note(prepared.delivery, reason);
    prepared.delivery.row.outcome = model::Outcome::Refused;
    if (!arrival.body.empty()) {
        addRemains(prepared.delivery, "refused", headersAsJson(arrival.request.head), arrival.body, reason);
    }
}

void refuseUpload(const Arrival &arrival, const Error &error, Prepared &prepared)
{
    const int status = error.code == ErrorCode::NotFound ? 404 : error.code == ErrorCode::TooLarge ? 413 : 503;
    refuseUpload(arrival, status, reasonOf(error), prepared);
}

// Safe on the disk, though no event's yet.
void acceptUpload(Prepared &prepared, int status, std::string_view what, std::size_t bytes)
{
    prepared.response.status = status;
    set(prepared.response, "Tus-Resumable", std::string(tusVersion));
    prepared.delivery.row.items.push_back({"upload", bytes, std::string(what), {}, {}, {}});
    prepared.delivery.row.outcome = model::Outcome::Stored;
}

std::string_view wordFor(const UploadStore::Progress &progress)
{
    return progress.isComplete() ? "complete" : "part";
}

// Refused, else.
bool speaksTus(const Arrival &arrival, Prepared &prepared)
{
    if (!arrival.uploads) {
        refuseUpload(arrival, 404, "not_found", prepared);
        return false;
    }
    if (arrival.header("Tus-Resumable") == tusVersion) {
        return true;
    }
    refuseUpload(arrival, 412, "tus_version: " + shortened(arrival.header("Tus-Resumable")), prepared);
    set(prepared.response, "Tus-Version", std::string(tusVersion));
    return false;
}

bool isStream(const Arrival &arrival)
{
    const std::string_view type = arrival.header("Content-Type");
    return http::equalsIgnoringCase(type.substr(0, type.find(';')), streamType);
}

void tellProgress(const UploadStore::Progress &progress, Prepared &prepared)
{
    http::Response &response = prepared.response;
    response.status = 200;
    set(response, "Tus-Resumable", std::string(tusVersion));
    set(response, "Upload-Offset", std::to_string(progress.offset));
    set(response, "Upload-Length", std::to_string(progress.length));
    set(response, "Cache-Control", "no-store");
    prepared.delivery.row.outcome = model::Outcome::Empty;
}

void takePart(const Arrival &arrival, const UploadStore::Progress &progress, Prepared &prepared)
{
    if (!isStream(arrival)) {
        refuseUpload(arrival, 415, "no_offset_stream: " + shortened(arrival.header("Content-Type")), prepared);
        return;
    }
    const auto offset = decimal(arrival.header("Upload-Offset"));
    if (!offset) {
        refuseUpload(arrival, 400, "no_upload_offset", prepared);
        return;
    }
    if (*offset != progress.offset) {
        refuseUpload(arrival, 409, "wrong_offset: " + std::to_string(progress.offset) + " bytes are here", prepared);
        return;
    }
    const auto grown = arrival.uploads->append(arrival.endpoint.name, arrival.body);
    if (!grown) {
        refuseUpload(arrival, grown.error(), prepared);
        return;
    }
    acceptUpload(prepared, 204, wordFor(*grown), arrival.body.size());
    set(prepared.response, "Upload-Offset", std::to_string(grown->offset));
}

} // namespace

void takeUpload(const Arrival &arrival, Prepared &prepared)
{
    if (!speaksTus(arrival, prepared)) {
        return;
    }
    const auto length = decimal(arrival.header("Upload-Length"));
    if (!length) {
        refuseUpload(arrival, 400, "no_upload_length", prepared);
        return;
    }
    // The first part may come along.
    if (!arrival.body.empty() && !isStream(arrival)) {
        refuseUpload(arrival, 415, "no_offset_stream: " + shortened(arrival.header("Content-Type")), prepared);
        return;
    }
    if (arrival.body.size() > *length) {
        refuseUpload(arrival, 413, "too_large: " + std::to_string(*length) + " bytes were announced", prepared);
        return;
    }
    UploadStore::Progress progress{*length, 0};
    const auto key = arrival.uploads->begin(*length).and_then([&](std::string made) -> Result<std::string> {
        auto grown = arrival.body.empty() ? Result<UploadStore::Progress>(progress)
                                          : arrival.uploads->append(made, arrival.body);
        if (!grown) {
            return tl::unexpected<Error>(std::move(grown.error()));
        }
        progress = *grown;
        return made;
    });
    if (!key) {
        refuseUpload(arrival, key.error(), prepared);
        return;
    }
    acceptUpload(prepared, 201, arrival.body.empty() ? "begun" : wordFor(progress), arrival.body.size());
    const std::uint64_t project = arrival.endpoint.project.value_or(ProjectId()).value;
    set(prepared.response, "Location",
        "/api/" + std::to_string(project) + "/upload/" + *key + "/?length=" + std::to_string(*length));
    set(prepared.response, "Upload-Offset", std::to_string(progress.offset));
}

void takeUploadPart(const Arrival &arrival, Prepared &prepared)
{
    if (!speaksTus(arrival, prepared)) {
        return;
    }
    const auto progress = arrival.uploads->progress(arrival.endpoint.name);
    if (!progress) {
        refuseUpload(arrival, progress.error(), prepared);
    } else if (arrival.request.head.method == "HEAD") {
        tellProgress(*progress, prepared);
    } else {
        takePart(arrival, *progress, prepared);
    }
}

void describeUploads(http::Response &response)
{
    set(response, "Tus-Resumable", std::string(tusVersion));
    set(response, "Tus-Version", std::string(tusVersion));
    set(response, "Tus-Extension", "creation,creation-with-upload");
    set(response, "Tus-Max-Size", std::to_string(limits::attachment));
}

} // namespace picket::ingest
