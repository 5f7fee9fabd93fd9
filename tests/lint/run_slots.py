#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every test function is one that Qt Test knows: run_slots.py BUILD.

moc 6.4 overlooks what follows a raw string that holds a double slash on one line, or an odd number of quotes, and a test
that it overlooks never runs. Here the functions in the sources are compared with what moc wrote.
"""
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parents[1]
CLASS = re.compile(r"^(?:class|struct) \w+.*?^};", re.MULTILINE | re.DOTALL)
SECTION = re.compile(r"^(private|public|protected)( Q_SLOTS)?:", re.MULTILINE)
FUNCTION = re.compile(r"^    void (\w+)\(\)", re.MULTILINE)


def slots_of(text):
    """The names of the functions in the slot sections of the classes of a file."""
    for found in CLASS.finditer(text):
        parts = SECTION.split(found[0])  # text, access, slots or None, text, …
        for slots, body in zip(parts[2::3], parts[3::3]):
            if slots:
                yield from FUNCTION.findall(body)


def main():
    build = pathlib.Path(sys.argv[1])
    written = {}
    for moc in build.glob("tests/**/*.moc"):
        written.setdefault(moc.stem, set()).update(re.findall(r"\w+", moc.read_text()))
    count, lost = 0, []
    for source in sorted(TESTS.rglob("*.cpp")):
        names = list(slots_of(source.read_text()))
        count += len(names)
        lost += [f"{source.relative_to(TESTS)}: {name}" for name in names if name not in written.get(source.stem, ())]
    print("\n".join(f"moc overlooks {name}" for name in lost) or f"{count} test functions are known to moc")
    sys.exit(1 if lost or not count else 0)


if __name__ == "__main__":
    main()
