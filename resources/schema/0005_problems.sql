-- SPDX-License-Identifier: GPL-3.0-or-later
-- What could not be read of a delivery: known when it comes, and not to be had from the payload later. Lists of
-- core/store/packedproblems.h; most events and items have none.

CREATE TABLE event_problem (
    event INTEGER PRIMARY KEY,
    problems BLOB NOT NULL
) STRICT;

ALTER TABLE item ADD COLUMN problems BLOB NOT NULL DEFAULT x'';
