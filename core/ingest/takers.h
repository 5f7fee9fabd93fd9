// SPDX-License-Identifier: GPL-3.0-or-later
// From a decoded request to its delivery and its answer: one function for each family of endpoints. Pure, any thread,
// but for uploads.
// None refuses what can be kept: what cannot be understood goes into the store with its reason in the wire log.
#pragma once

#include "core/ingest/arrival.h"

namespace picket::ingest {

// Also of events that were posted without an envelope.
void takeEnvelope(const Arrival &arrival, Prepared &prepared);
// One event; also a list of them, or one behind the other.
void takeStoreEvent(const Arrival &arrival, Prepared &prepared);

// Content security policy and its relatives, one event each; other reports are kept (PROTOCOL C.19).
void takeBrowserReports(const Arrival &arrival, Prepared &prepared);

// Crash uploads (PROTOCOL A.8): an event made of the dump and of what the SDK said, and every file as its attachment.
void takeMinidump(const Arrival &arrival, Prepared &prepared);
// Dumps in formats of others: kept, with an event that says what it is.
void takeUnrealCrash(const Arrival &arrival, Prepared &prepared);
void takePlayStationCrash(const Arrival &arrival, Prepared &prepared);

// Files for an event that was, or will be, delivered otherwise.
void takeAttachments(const Arrival &arrival, Prepared &prepared);

// Large files in parts, ahead of their envelope (PROTOCOL A.9). Heavy worker only: these write to the disk, and what
// they answer is safe there.
void takeUpload(const Arrival &arrival, Prepared &prepared);
void takeUploadPart(const Arrival &arrival, Prepared &prepared);
// What an OPTIONS request is told of them.
void describeUploads(http::Response &response);

// A check-in by URL, as cron jobs send it with curl.
void takeCheckIn(const Arrival &arrival, Prepared &prepared);

// What people wrote about an error: the web API's JSON, and the form of the crash dialog.
void takeUserFeedback(const Arrival &arrival, Prepared &prepared);
void takeErrorPageForm(const Arrival &arrival, Prepared &prepared);
// The crash dialog itself: a script that JavaScript SDKs load into the page.
void takeErrorPageScript(const Arrival &arrival, Prepared &prepared);

// OpenTelemetry exports and log drains, kept as they came with that as the reason.
void takeForeignTelemetry(const Arrival &arrival, Prepared &prepared);

} // namespace picket::ingest
