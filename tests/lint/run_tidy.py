#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over core, ui and app, as .clang-tidy says; the tests' own sources are left out, they are the larger half.

A file takes seconds, all of them minutes. What passed is remembered in the build folder, under a digest of the file,
of its command, of every header of ours and of .clang-tidy, so that the next run checks only what may have changed. A
fresh build folder, such as continuous integration has, checks everything.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77
ROOMS = ("core", "ui", "app")


def digest(*parts):
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def entries(build):
    """(file, digest) of what is compiled from our rooms."""
    headers = [path.read_bytes() for room in ROOMS for path in sorted((SOURCE / room).rglob("*.h"))]
    common = digest((SOURCE / ".clang-tidy").read_bytes(), *headers).encode()
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"])
        if path.is_file() and any(path.is_relative_to(SOURCE / room) for room in ROOMS):
            yield path, digest(common, entry["command"].encode(), path.read_bytes())


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
    passed = build / "tidy-passed"
    passed.mkdir(exist_ok=True)
    todo = [(path, stamp) for path, stamp in entries(build) if not (passed / stamp).exists()]
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
                (passed / stamp).touch()
    print(f"{len(todo)} files checked, {failed} with findings")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
