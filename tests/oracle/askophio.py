# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by the interpreter that has sentry-ophio: reads {"rules", "stacks"} and prints that engine's verdicts.

A stack is a list of frames as stackverdicts prints them; a verdict is [category, in_app, contributes].
"""
import json
import sys

from sentry_ophio.enhancers import Cache, Component, Enhancements

NO_EXCEPTION = {"ty": None, "value": None, "mechanism": None}


def path_bytes(path):
    """That engine expects paths in lower case, with '/' only."""
    return path.lower().replace("\\", "/").encode() if path else None


def match_frame(frame):
    return {
        "category": None,
        "family": frame["family"].encode(),
        "function": (frame["function"] or "<unknown>").encode(),
        "module": frame["module"].encode() or None,
        "package": path_bytes(frame["package"]),
        "path": path_bytes(frame["path"]),
        "in_app": frame["sent_in_app"],
        "orig_in_app": None,
    }


def verdicts(rules, frames):
    # A frame that the SDK sent as null is no frame there.
    real = [frame for frame in frames if not frame["null"]]
    matched = [match_frame(frame) for frame in real]
    changed = rules.apply_modifications_to_frames(matched, NO_EXCEPTION)
    for frame, (category, in_app) in zip(matched, changed, strict=True):
        frame["category"] = category.encode() if category else None
        frame["in_app"] = in_app
    components = [Component(contributes=frame["usable"]) for frame in real]
    rules.assemble_stacktrace_component(matched, NO_EXCEPTION, components)
    found = iter([category or "", bool(in_app), component.contributes]
                 for (category, in_app), component in zip(changed, components, strict=True))
    return [["", False, False] if frame["null"] else next(found) for frame in frames]


def main():
    question = json.load(sys.stdin)
    rules = Enhancements.parse(question["rules"], Cache(1000))
    json.dump([verdicts(rules, frames) for frames in question["stacks"]], sys.stdout)


main()
