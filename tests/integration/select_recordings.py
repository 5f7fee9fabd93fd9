#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/corpus: of a folder of recordings a small part that still has everything the whole has.

Each kind of thing that occurs (a scenario, an encoding, a type of item, a shape …) is kept at least once for every
SDK that has it, in the smallest requests that do. Run it again after recording a newer SDK.
"""
import argparse
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import recordings  # noqa: E402
from picket_program import SOURCE  # noqa: E402
from replay import DIFFERENCES, ITEM_DIFFERENCES  # noqa: E402

HEAVY = 256 * 1024  # decoded; beyond it Picket takes another way (limits::heavyBody)
PER_SDK = ("content_encoding", "transfer_encoding", "auth_in", "exception_shape", "breadcrumbs_shape", "tags_shape",
           "timestamp_type", "level", "content_type", "kind", "method")


def features(recording):
    facts = recording.facts
    sdk = facts["sdk"]
    found = {("scenario", facts["scenario"]), ("items", sdk, facts["item_types"])}
    found |= {("item", sdk, row["type"], row["quirks"]) for row in recording.items}
    found |= {(name, sdk, facts[name]) for name in PER_SDK}
    found.add(("chunks", sdk, min(len(recording.meta["chunks"] or []), 3)))
    if int(facts["bytes_decoded"] or 0) > HEAVY:
        found.add(("heavy", facts["content_encoding"]))
    if any(path == recording.path for path in [*ITEM_DIFFERENCES, *(path for path, _ in DIFFERENCES)]):
        found.add(("explained", recording.path))
    return found


def kept_alive(recorded):
    """The shortest connection of several requests of each SDK, whole."""
    by_key = {}
    for key, recording, _ in recordings.connections(recorded):
        by_key.setdefault(key, []).append(recording)
    shortest = {}
    for key, group in sorted(by_key.items(), key=lambda entry: (len(entry[1]), entry[0])):
        if len(group) > 2:
            shortest.setdefault(key[0], group)
    return [recording for group in shortest.values() for recording in group]


def select(recorded):
    """Greedy: again and again what brings most that is new for its size."""
    chosen = {recording.path: recording for recording in kept_alive(recorded)}
    have = set().union(*map(features, chosen.values()))
    left = [(recording, features(recording)) for recording in recorded]
    while True:
        gains = [(len(new - have) / (4096 + len(recording.head) + len(recording.body)), recording)
                 for recording, new in left]
        gain, best = max(gains, key=lambda entry: (entry[0], entry[1].path))
        if gain == 0:
            return [recording for recording in recorded if recording.path in chosen]
        chosen[best.path] = best
        have |= features(best)


def copy_lines(source, target, is_wanted):
    lines = source.read_text().split("\n")
    target.write_text("".join(f"{line}\n" for line in lines if line and is_wanted(line)))


def write(source, target, chosen):
    paths = {recording.path for recording in chosen}
    metas = {(recording.meta["folder"], recording.meta["n"]) for recording in chosen}
    for name in ("MANIFEST.tsv", "ITEMS.tsv"):
        header = (source / name).read_text().split("\n")[0]
        copy_lines(source / name, target / name, lambda line: line == header or not paths.isdisjoint(line.split("\t")))
    for folder in sorted({path.split("/")[0] for path in paths}):
        shutil.rmtree(target / folder, ignore_errors=True)
        (target / folder).mkdir(parents=True)
        copy_lines(source / folder / "META.jsonl", target / folder / "META.jsonl",
                   lambda line: any(f'"n": {n}, "folder": "{name}"' in line for name, n in metas if name == folder))
    for path in paths:
        for kind in ("head", "body"):
            shutil.copyfile(source / f"{path}.{kind}", target / f"{path}.{kind}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recordings", type=pathlib.Path, help="a folder like tests/data/corpus")
    parser.add_argument("--into", type=pathlib.Path, default=SOURCE / "tests" / "data" / "corpus")
    options = parser.parse_args()

    chosen = select(recordings.load(options.recordings))
    options.into.mkdir(parents=True, exist_ok=True)
    write(options.recordings, options.into, chosen)
    size = sum(len(recording.head) + len(recording.body) for recording in chosen)
    print(f"{len(chosen)} requests, {size} bytes of heads and bodies")


if __name__ == "__main__":
    main()
