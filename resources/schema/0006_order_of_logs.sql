-- SPDX-License-Identifier: GPL-3.0-or-later
-- Logs of one time are in the order that their SDK numbered, then in that of their arrival. Spans may share an id: only
-- Spotlight's copy of one is the same.

ALTER TABLE log ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
DROP INDEX log_by_time;
CREATE INDEX log_by_time ON log (timestamp, sequence, id);
DROP INDEX log_by_trace;
CREATE INDEX log_by_trace ON log (trace, timestamp, sequence) WHERE trace IS NOT NULL;

DROP INDEX span_by_trace;
CREATE INDEX span_by_trace ON span (trace, number);
