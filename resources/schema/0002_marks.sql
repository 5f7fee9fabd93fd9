-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the time axis shows beside events, deleting with a way back, and origins that somebody allowed.

CREATE TABLE mark (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    time INTEGER NOT NULL,
    project INTEGER NOT NULL, -- of a run
    label TEXT NOT NULL
) STRICT;
CREATE INDEX mark_by_time ON mark (time);

CREATE TABLE release_seen (
    name TEXT NOT NULL,
    project INTEGER NOT NULL,
    first_seen INTEGER NOT NULL, -- by the time shown
    PRIMARY KEY (name, project)
) STRICT, WITHOUT ROWID;
CREATE INDEX release_seen_by_time ON release_seen (first_seen);
INSERT INTO release_seen
SELECT value, project, first_seen
FROM (SELECT project, release, min(timestamp) AS first_seen FROM event WHERE release != 0 GROUP BY project, release)
JOIN text ON text.id = release;

-- When it was deleted; 0: it is not; 1: it is being removed for good and cannot be brought back.
ALTER TABLE issue ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX issue_by_deleted ON issue (deleted) WHERE deleted > 0;
-- As before, it answers the list in its usual order by itself, and now the totals and the time axis, too. Every column
-- changes with one that was in it.
DROP INDEX issue_by_last_seen;
CREATE INDEX issue_by_last_seen ON issue (last_seen, id, status, project, deleted, first_seen, events);

-- Made anew because ids of hashes must not come back: events refer to them, and they outlive the hashes of an issue
-- that is removed.
CREATE TABLE issue_hash_2 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project INTEGER NOT NULL,
    hash BLOB NOT NULL,
    issue INTEGER NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
    algorithm INTEGER NOT NULL
) STRICT;
INSERT INTO issue_hash_2 SELECT id, project, hash, issue, algorithm FROM issue_hash;
DROP TABLE issue_hash;
ALTER TABLE issue_hash_2 RENAME TO issue_hash;
CREATE UNIQUE INDEX issue_hash_by_hash ON issue_hash (project, hash);
CREATE INDEX issue_hash_by_issue ON issue_hash (issue);

-- The hashes of an issue when it was deleted: they may get another owner until it is brought back.
CREATE TABLE deleted_hash (
    issue INTEGER NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
    hash INTEGER NOT NULL, -- issue_hash.id
    newest INTEGER NOT NULL, -- the newest issue at that time: a later one with this hash stands in for this issue
    PRIMARY KEY (issue, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE allowed_origin (
    origin TEXT PRIMARY KEY, -- as browsers write it, lower case
    time INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
