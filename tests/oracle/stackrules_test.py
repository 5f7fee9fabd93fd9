#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Picket's stack rules against the engine of the service whose rule language they are written in.

The same rules (resources/grouping/rules.txt) run in both engines over every frame of the recorded events and of stacks
that are made for the rules. Verdicts that differ must be in differences.json, each kind with its reason; a kind that no longer occurs fails as well.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
sys.path[:0] = [str(SOURCE / "tests/sdk"), str(SOURCE / "tests/support")]
from picket_program import Failure, check, environment  # noqa: E402
from madestacks import made_events  # noqa: E402
from rulesyntax import translated  # noqa: E402
from toolchain import Toolchain  # noqa: E402

PATIENCE = 300
EVENTS = SOURCE / "tests/data/events"
FEWEST_FRAMES = 6000  # about half of them recorded; fewer would mean that they are not read
FIELDS = ("category", "in_app", "contributes")


class Ophio(Toolchain):
    """sentry-ophio (Apache-2.0) at the pinned version, in a place of its own; used here and nowhere else."""

    name = "ophio"
    pinned = ("requirements.txt",)

    def __init__(self, work):
        super().__init__(work)
        self.source = HERE / self.name

    def install_steps(self):
        self.step(sys.executable, "-m", "venv", "venv")
        self.step("venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                  "--require-hashes", "--requirement", str(self.source / "requirements.txt"))

    def verdicts(self, rules, stacks):
        result = subprocess.run([self.folder / "venv/bin/python", HERE / "askophio.py"], text=True,
                                input=json.dumps({"rules": rules, "stacks": stacks}), capture_output=True,
                                timeout=PATIENCE, env=environment())
        check(result.returncode == 0, f"the other engine failed:\n{result.stderr[-2000:]}")
        return json.loads(result.stdout)


def recorded_events():
    return sorted(path for path in EVENTS.rglob("*.json") if not path.name.endswith(".expected.json"))


def stacks_of(files, program):
    result = subprocess.run([program, *files], capture_output=True, text=True, timeout=PATIENCE, env=environment())
    check(result.returncode == 0, f"{program} failed: {result.stderr}")
    return [json.loads(line) for line in result.stdout.splitlines()]


def kind_of(frame, difference, reasons):
    """The first kind whose conditions the difference meets."""
    for reason in reasons:
        wanted = reason["when"]
        if all(frame.get(key, difference.get(key)) == value for key, value in wanted.items()):
            return reason["kind"]
    return None


def compare(stacks, answers, reasons):
    """How often each explained kind occurs, and a sentence for each difference that nothing explains."""
    known, unknown = collections.Counter(), []
    for stack, answer in zip(stacks, answers, strict=True):
        for number, (frame, theirs) in enumerate(zip(stack["frames"], answer, strict=True)):
            ours = [frame[field] for field in FIELDS]
            if ours == theirs:
                continue
            difference = {f"their_{field}": value for field, value in zip(FIELDS, theirs, strict=True)}
            kind = kind_of(frame, difference, reasons)
            if kind:
                known[kind] += 1
            else:
                unknown.append(f"{pathlib.Path(stack['file']).name}, frame {number} {frame['function']!r} of {frame['module'] or frame['package']!r}:"
                               f" {dict(zip(FIELDS, ours, strict=True))}, there {theirs}")
    return known, unknown


def test(arguments):
    ophio = Ophio(arguments.work)
    ophio.install()
    rules = (SOURCE / "resources/grouping/rules.txt").read_text()
    files = recorded_events() + made_events(rules, arguments.work / "events")
    stacks = stacks_of(files, arguments.program)
    frames = [frame for stack in stacks for frame in stack["frames"]]
    check(len(frames) >= FEWEST_FRAMES, f"only {len(frames)} frames were read")
    reasons = json.loads((HERE / "differences.json").read_text())
    answers = ophio.verdicts(translated(rules), [stack["frames"] for stack in stacks])
    known, unknown = compare(stacks, answers, reasons)
    check(not unknown, f"{len(unknown)} verdicts differ without a reason:\n" + "\n".join(unknown[:40]))
    stale = [reason["kind"] for reason in reasons if not known[reason["kind"]]]
    check(not stale, f"no verdict differs any more for these reasons: {', '.join(stale)}")
    changed = sum(1 for frame in frames if frame["category"] or frame["in_app"] != bool(frame["sent_in_app"]))
    check(changed > len(frames) // 4, f"the rules decided about {changed} of {len(frames)} frames only")
    print(f"{len(frames)} frames, {changed} decided by a rule, {sum(known.values())} verdicts differ for"
          f" {len(known)} reasons")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="stackverdicts")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for the other engine")
    try:
        test(parser.parse_args())
    except Failure as failure:
        print(f"FAIL: {failure}")
        return 1
    return 0


sys.exit(main())
