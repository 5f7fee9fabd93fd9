# SPDX-License-Identifier: GPL-3.0-or-later
"""Stacks that the recorded events do not have: frames that the patterns of the rules ask for, in random order."""
import json
import random
import re

MATCHER = re.compile(r"(!?)(family|function|module|path|package):(\S+)")
PLATFORMS = {"native": "native", "javascript": "javascript", "other": "java", "all": "python"}
SEED = 20261130
EVENTS = 60
STACKS_OF_EVENT = 10


def text_for(pattern, chance):
    """A text that the pattern matches, more often than not."""
    pattern = re.sub(r"\\(.)", r"\1", pattern)
    filled = re.sub(r"\*+", lambda _: chance.choice(["", "x", "Ab1", "a/b", "Frameworks"]), pattern).replace("?", "-")
    return chance.choice([filled, filled, filled.upper(), filled.replace("/", "\\"), "/" + filled])


def frame_for(rule, chance):
    frame = {"platform": "native", "in_app": chance.choice([True, False, None])}
    names = {"function": "function", "module": "module", "path": "abs_path", "package": "package"}
    for negated, field, pattern in MATCHER.findall(rule):
        if field == "family":
            frame["platform"] = PLATFORMS[pattern]
        elif not negated:
            exact = field in ("function", "module")
            text = text_for(pattern, chance)
            frame[names[field]] = text.lstrip("/") if exact else text
    if "function" not in frame and chance.random() < 0.5:
        frame["function"] = chance.choice(["work", "_work", "std::work", "a::operator()(int)"])
    return frame


def made_events(rules, folder):
    """Files of events with one exception for each stack; the same ones in each run."""
    chance = random.Random(SEED)
    lines = [line for line in rules.splitlines() if line and not line.startswith("#")]
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(EVENTS):
        exceptions = []
        for _ in range(STACKS_OF_EVENT):
            frames = [frame_for(chance.choice(lines), chance) for _ in range(chance.randint(1, 12))]
            exceptions.append({"type": "Error", "value": "made", "stacktrace": {"frames": frames}})
        file = folder / f"made-{number:02}.json"
        file.write_text(json.dumps({"platform": "native", "exception": {"values": exceptions}}))
        files.append(file)
    return files
