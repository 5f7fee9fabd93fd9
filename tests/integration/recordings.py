# SPDX-License-Identifier: GPL-3.0-or-later
"""Recorded requests and what is known of them: tests/data/corpus/README.md says what the files hold."""
import dataclasses
import json
import pathlib


@dataclasses.dataclass(frozen=True)
class Recording:
    path: str  # "sentry-go-0.36.2/0003"
    facts: dict  # of MANIFEST.tsv
    items: list  # rows of ITEMS.tsv
    meta: dict  # of META.jsonl
    head: bytes
    body: bytes

    @property
    def method(self):
        return self.facts["method"]

    @property
    def is_chunked(self):
        return self.facts["transfer_encoding"] == "chunked"

    @property
    def holds_error(self):
        return self.facts["is_error_event"] == "yes"


def read_table(path):
    """The rows of a TSV file as objects; nothing in it is quoted."""
    header, *lines = path.read_text().split("\n")
    names = header.split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines if line]


def load(folder):
    """All recordings, in the order in which each SDK's were received."""
    folder = pathlib.Path(folder)
    metas = {}
    for path in folder.glob("*/META.jsonl"):
        for line in path.read_text().splitlines():
            meta = json.loads(line)
            metas[f"{meta['folder']}/{meta['n']:04}"] = meta
    items = {}
    for row in read_table(folder / "ITEMS.tsv"):
        items.setdefault(row["path"], []).append(row)
    recordings = []
    for facts in read_table(folder / "MANIFEST.tsv"):
        path = facts["path"]
        recordings.append(Recording(path, facts, items.get(path, []), metas[path],
                                    (folder / f"{path}.head").read_bytes(), (folder / f"{path}.body").read_bytes()))
    return sorted(recordings, key=lambda recording: recording.path)


def connections(recordings):
    """The recordings as (connection, recording, is the connection's last). A number that begins again at its first
    request is another connection: the recorder had been restarted."""
    keys = []
    generation = {}
    for recording in recordings:
        number = (recording.meta["folder"], recording.meta["conn"])
        if recording.meta["conn_seq"] == 0 or number not in generation:
            generation[number] = generation.get(number, -1) + 1
        keys.append((*number, generation[number]))
    last = {key: position for position, key in enumerate(keys)}
    return [(key, recording, last[key] == position) for position, (key, recording) in enumerate(zip(keys, recordings))]
