-- SPDX-License-Identifier: GPL-3.0-or-later
-- The program that sent a request, where the system tells it; and how often what became of requests and of their
-- items, ever: the ring forgets.

ALTER TABLE delivery ADD COLUMN process INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN program TEXT NOT NULL DEFAULT '';

CREATE TABLE delivery_count (
    sdk TEXT NOT NULL,
    kind INTEGER NOT NULL, -- 0: requests, 1: items
    item TEXT NOT NULL, -- an item's type; of requests nothing
    outcome TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (sdk, kind, item, outcome)
) STRICT, WITHOUT ROWID;
