#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over core, ui and app, as .clang-tidy says; the tests' own sources are left out, they are the larger half.

A file takes seconds, all of them a quarter of an hour. So it checks what differs from the commit in tidy-base.txt, at which
every file passed. `run_tidy.py BUILD --all` checks everything and, when all passes, `git rev-parse HEAD` belongs into that
file; so it is done after a check was added to .clang-tidy. A clone without that commit has everything checked.

What passed is remembered under $XDG_CACHE_HOME/picket-tidy, as ccache remembers objects: under a digest of the file, of
every header of ours that it includes, of its command, of .clang-tidy, and of the versions of the packages that it is built
with. PICKET_TIDY_FRESH=1 ignores it.
"""
import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77
ROOMS = ("core", "ui", "app")
BASE = SOURCE / "tests/lint/tidy-base.txt"
# What GCC alone knows.
GCC_ONLY = re.compile(r" -Winvalid-pch| -fpch-preprocess| -include \S*cmake_pch\.hxx| -Wno-(?:restrict|stringop-overflow)")

INCLUDE = re.compile(rb'^#include "([^"]+)"', re.MULTILINE)
REMEMBERED = 30 * 24 * 3600  # seconds since it was last of use


def digest(*parts):
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def packages():
    """The versions of what headers come from, and of the checker; nothing on another system than Debian."""
    listed = (SOURCE / "packaging/debian-packages.txt").read_text().splitlines()
    names = [line.split()[1] for line in listed if line.strip() and not line.startswith("#")]
    query = ["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *names]
    if not shutil.which(query[0]):
        return b""
    return subprocess.run(query, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


@functools.cache
def included(path):
    """Our headers that a file names."""
    named = [SOURCE / name.decode() for name in INCLUDE.findall(path.read_bytes())]
    return [header for header in named if header.is_file()]


def headers_of(path):
    """Our headers that a file includes, and those that they do."""
    found, todo = set(), [path]
    while todo:
        new = set(included(todo.pop())) - found
        found |= new
        todo += new
    return sorted(found)


def changed():
    """The files that differ from the commit at which all passed; None: any of them may."""
    commit = BASE.read_text().split()[0]
    diff = subprocess.run(["git", "diff", "--name-only", "--no-renames", commit, "--", *ROOMS], cwd=SOURCE,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return None if diff.returncode else {SOURCE / line for line in diff.stdout.splitlines()}


def for_clang(build):
    """A folder with the build's commands as clang can run them."""
    commands = json.loads((build / "compile_commands.json").read_text())
    for entry in commands:
        entry["command"] = GCC_ONLY.sub("", entry["command"])
    folder = build / "tidy"
    folder.mkdir(exist_ok=True)
    (folder / "compile_commands.json").write_text(json.dumps(commands))
    return folder


def entries(build):
    """(file, digest) of what is compiled from our rooms."""
    common = digest((SOURCE / ".clang-tidy").read_bytes(), packages()).encode()
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"])
        if path.is_file() and any(path.is_relative_to(SOURCE / room) for room in ROOMS):
            command = entry["command"].replace(str(build), "BUILD").replace(str(SOURCE), "SOURCE").encode()
            headers = [header.read_bytes() for header in headers_of(path)]
            yield path, digest(common, command, path.read_bytes(), *headers)


def remembered():
    """The folder of digests that passed, without those that nobody asked for in a month."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "picket-tidy"
    cache.mkdir(parents=True, exist_ok=True)
    for stamp in cache.iterdir():
        if time.time() - stamp.stat().st_mtime > REMEMBERED:
            stamp.unlink()
    return cache


def has_passed(stamp):
    if os.environ.get("PICKET_TIDY_FRESH") or not stamp.exists():
        return False
    stamp.touch()
    return True


def tidy(program, build, path):
    result = subprocess.run([program, "--quiet", "-p", str(build), str(path)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)
    return result.returncode, result.stdout.decode() or result.stderr.decode()


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    program = shutil.which("clang-tidy-14")
    if not program:
        print("SKIP: clang-tidy-14 is missing")
        sys.exit(1 if os.environ.get("CI") == "true" else SKIPPED)
    cache = remembered()
    build = for_clang(build)
    only = None if "--all" in sys.argv else changed()
    files = [(path, cache / stamp) for path, stamp in entries(build)
             if only is None or path in only or path.with_suffix(".h") in only]
    todo = [(path, stamp) for path, stamp in files if not has_passed(stamp)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("TIDY_JOBS", os.cpu_count() or 1))) as pool:
        jobs = {pool.submit(tidy, program, build, path): (path, stamp) for path, stamp in todo}
        for job in concurrent.futures.as_completed(jobs):
            path, stamp = jobs[job]
            code, output = job.result()
            if code:
                failed += 1
                print(f"{path.relative_to(SOURCE)}:\n{output}", flush=True)
            else:
                stamp.touch()
    print(f"{len(todo)} of {len(files)} files checked, {failed} with findings")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
