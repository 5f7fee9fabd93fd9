-- SPDX-License-Identifier: GPL-3.0-or-later
-- What items tell beside events. The item's bytes stay the truth: every row here names the item it was read from, and
-- its place in there. Trace ids are blobs of 16 bytes, span ids integers; NULL: none.

ALTER TABLE item ADD COLUMN understood INTEGER NOT NULL DEFAULT 0; -- it has a view of its own
UPDATE item SET understood = 1 WHERE type = 'attachment';
CREATE INDEX item_kept ON item (id, payload_size) WHERE understood = 0;
CREATE INDEX item_attachments ON item (id, event_uuid) WHERE type = 'attachment';
INSERT INTO state VALUES ('kept_removed', 0); -- items without a view that made room for newer ones

-- The event's trace, both halves of the id folded into one as in event_uuid; 0: none. Merged from `event` in runs.
-- What was stored before this column is in no trace.
ALTER TABLE event ADD COLUMN trace INTEGER NOT NULL DEFAULT 0;
CREATE TABLE event_trace (
    trace INTEGER NOT NULL,
    event INTEGER NOT NULL,
    PRIMARY KEY (trace, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE log (
    id INTEGER PRIMARY KEY, -- in order of arrival
    item INTEGER NOT NULL,
    place INTEGER NOT NULL,
    project INTEGER NOT NULL,
    timestamp INTEGER NOT NULL,
    severity INTEGER NOT NULL,
    trace BLOB,
    span INTEGER,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX log_by_time ON log (timestamp, id);
CREATE INDEX log_by_trace ON log (trace, timestamp) WHERE trace IS NOT NULL;

CREATE TABLE span (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL,
    place INTEGER NOT NULL,
    project INTEGER NOT NULL,
    trace BLOB,
    number INTEGER,
    parent INTEGER,
    segment INTEGER NOT NULL,
    start INTEGER NOT NULL,
    finish INTEGER NOT NULL,
    op TEXT NOT NULL,
    description TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX span_by_trace ON span (trace, number); -- Spotlight's copy is the same span
CREATE INDEX span_segments ON span (start, id) WHERE segment = 1;

CREATE TABLE check_in (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL,
    project INTEGER NOT NULL,
    monitor TEXT NOT NULL,
    environment TEXT NOT NULL,
    uuid BLOB,
    release TEXT NOT NULL,
    status TEXT NOT NULL,
    started INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    duration INTEGER, -- microseconds, as sent
    config TEXT NOT NULL,
    trace BLOB
) STRICT;
CREATE INDEX check_in_by_monitor ON check_in (project, monitor, environment, updated);
CREATE UNIQUE INDEX check_in_by_uuid ON check_in (project, monitor, environment, uuid);

-- One row for every session that is told one by one, its latest state.
CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL, -- the latest
    project INTEGER NOT NULL,
    sid TEXT, -- NULL: the SDK gave none
    release TEXT NOT NULL,
    environment TEXT NOT NULL,
    started INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    status TEXT NOT NULL,
    errors INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX session_by_sid ON session (project, sid);

-- Sessions that are told as counts.
CREATE TABLE session_bucket (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL,
    place INTEGER NOT NULL,
    project INTEGER NOT NULL,
    release TEXT NOT NULL,
    environment TEXT NOT NULL,
    started INTEGER NOT NULL,
    exited INTEGER NOT NULL,
    errored INTEGER NOT NULL,
    abnormal INTEGER NOT NULL,
    unhandled INTEGER NOT NULL,
    crashed INTEGER NOT NULL
) STRICT;

CREATE TABLE discarded (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL,
    project INTEGER NOT NULL,
    time INTEGER NOT NULL,
    list TEXT NOT NULL,
    reason TEXT NOT NULL,
    category TEXT NOT NULL,
    quantity INTEGER NOT NULL
) STRICT;

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL,
    project INTEGER NOT NULL,
    uuid BLOB, -- its own
    event_uuid BLOB, -- of the event that it is about
    time INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    message TEXT NOT NULL,
    url TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_by_time ON feedback (time, id);
CREATE INDEX feedback_by_event ON feedback (event_uuid) WHERE event_uuid IS NOT NULL;
