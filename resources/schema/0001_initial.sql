-- SPDX-License-Identifier: GPL-3.0-or-later
-- The event's JSON in event_payload and the raw bytes in item are what was received; everything else is derived from
-- them. Times are UTC microseconds; a project is its number, 0 being Spotlight; levels, types, states and outcomes are
-- the numbers of core/model.
--
-- A commit writes every changed page whole (16 KiB), so what an event changes lies together: rows are appended, the
-- wire log is a ring, hours lead their table's key, and what lies scattered by nature (ids, order, tags per issue) is
-- merged from `event` in long sorted runs. `state.indexed_event` tells how far: later events are found by reading the
-- end of `event`.

CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO state VALUES ('indexed_event', 0);

CREATE TABLE project (
    id INTEGER PRIMARY KEY,
    name TEXT -- NULL until somebody names it
) STRICT;

-- Strings that many events share. The index is on a hash: one on the value would hold every string twice.
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    hash INTEGER NOT NULL,
    value TEXT NOT NULL
) STRICT;
CREATE INDEX text_by_hash ON text (hash);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    hash INTEGER NOT NULL, -- of key and value
    key TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;
CREATE INDEX tag_by_hash ON tag (hash);

CREATE TABLE issue (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- ids of emptied issues never come back
    project INTEGER NOT NULL,
    status INTEGER NOT NULL,
    events INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    first_received INTEGER NOT NULL,
    last_received INTEGER NOT NULL,
    first_release TEXT NOT NULL,
    -- of the latest event
    level INTEGER NOT NULL,
    unhandled INTEGER NOT NULL,
    title TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    culprit TEXT NOT NULL,
    platform TEXT NOT NULL,
    release TEXT NOT NULL,
    environment TEXT NOT NULL,
    logger TEXT NOT NULL,
    transaction_name TEXT NOT NULL
) STRICT;
-- Answers the list in its usual order under any state and project by itself.
CREATE INDEX issue_by_last_seen ON issue (last_seen, id, status, project);

CREATE TABLE issue_hash (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL,
    hash BLOB NOT NULL,
    issue INTEGER NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
    algorithm INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX issue_hash_by_hash ON issue_hash (project, hash);
CREATE INDEX issue_hash_by_issue ON issue_hash (issue);

-- No foreign key to issue: it would need an index by issue, which issue_event is, late and in runs.
CREATE TABLE event (
    id INTEGER PRIMARY KEY, -- in order of arrival
    uuid BLOB NOT NULL,
    project INTEGER NOT NULL,
    issue INTEGER NOT NULL,
    type INTEGER NOT NULL,
    level INTEGER NOT NULL,
    timestamp INTEGER NOT NULL, -- as shown
    received INTEGER NOT NULL,
    repeats INTEGER NOT NULL, -- how often it came again
    title INTEGER NOT NULL, -- these are texts; 0: none
    platform INTEGER NOT NULL,
    release INTEGER NOT NULL,
    environment INTEGER NOT NULL,
    transaction_name INTEGER NOT NULL,
    user INTEGER NOT NULL,
    sdk INTEGER NOT NULL,
    payload_size INTEGER NOT NULL, -- before compression
    hashes BLOB NOT NULL, -- ids of issue_hash, as varints
    tags BLOB NOT NULL -- ids of tag, as varints: a sixth of the space of a table (event, tag), and one row instead of 14
) STRICT;

CREATE TABLE event_payload (
    id INTEGER PRIMARY KEY, -- the event's
    payload BLOB NOT NULL -- zstd
) STRICT;

-- Merged from `event` in runs.
CREATE TABLE event_uuid (
    key INTEGER NOT NULL, -- both halves of the id, folded into one
    event INTEGER NOT NULL,
    PRIMARY KEY (key, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_time (
    timestamp INTEGER NOT NULL,
    event INTEGER NOT NULL,
    project INTEGER NOT NULL,
    PRIMARY KEY (timestamp, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE issue_event (
    issue INTEGER NOT NULL,
    timestamp INTEGER NOT NULL,
    event INTEGER NOT NULL,
    PRIMARY KEY (issue, timestamp, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE issue_tag (
    issue INTEGER NOT NULL,
    tag INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (issue, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE issue_hour (
    hour INTEGER NOT NULL, -- since 1970, of the time shown
    issue INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (hour, issue)
) STRICT, WITHOUT ROWID;

-- Items kept as they came; attachments are those of type 'attachment'. Their event may come later or never.
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL,
    received INTEGER NOT NULL,
    event_uuid BLOB,
    type TEXT NOT NULL,
    header TEXT NOT NULL,
    filename TEXT NOT NULL,
    content_type TEXT NOT NULL,
    attachment_type TEXT NOT NULL,
    payload_size INTEGER NOT NULL, -- before compression
    payload BLOB NOT NULL -- zstd
) STRICT;
CREATE INDEX item_by_event ON item (event_uuid) WHERE event_uuid IS NOT NULL;

-- The wire log: a ring, slot = seq % length.
CREATE TABLE delivery (
    slot INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL, -- counts deliveries ever
    refused_ever INTEGER NOT NULL, -- up to and with this one
    time INTEGER NOT NULL,
    sdk TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    origin TEXT NOT NULL,
    peer TEXT NOT NULL,
    status INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    reason TEXT NOT NULL,
    bytes_on_wire INTEGER NOT NULL,
    bytes_decoded INTEGER NOT NULL,
    duration INTEGER NOT NULL, -- microseconds
    project INTEGER NOT NULL,
    items BLOB NOT NULL -- core/store/deliverylog.cpp
) STRICT;
