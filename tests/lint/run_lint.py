#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every file of the project keeps to, as far as reading it tells. crosschecks.py compares files with
each other; clang-tidy has a test of its own: run_tidy.py."""
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import crosschecks

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77
CODE = {".cpp", ".h"}
COMMENTED = CODE | {".py", ".js", ".sh", ".cmake", ".sql"}
# Recorded or copied as it is: none of this is ours to format.
FOREIGN = ("tests/data/", "tests/fuzz/corpus", "LICENSE")
BINARY = {".png", ".ico", ".qm", ".gz", ".zst", ".br", ".dmp", ".bin"}

# Paths that only exist on somebody's machine; the invented people of examples excepted.
MACHINE_PATHS = re.compile(r"/(?:root|work|workspace|build-\w+|tmp/build)/|/(?:home|Users)/(?!ada/|dev/|me/|robin/|user/|x/|you/)\w+/")
GUI_INCLUDE = re.compile(r'#include\s+[<"](?:Qt(?:Gui|Widgets|Svg|Sql)/|Q(?:Widget|Application|GuiApplication|MainWindow|'
                         r'Painter|Pixmap|Image|Icon|Color|Font|Palette|Dialog|DockWidget|Action|Menu|Clipboard|Screen|'
                         r'Text\w+|Label|TableView|TreeView|Sql\w+)\b)')
UPWARD_INCLUDE = {"core/": re.compile(r'#include\s+"(?:ui|app|tests)/'), "ui/": re.compile(r'#include\s+"(?:app|tests)/')}


def tracked_files():
    """What git tracks, or, in a copy without git's folder, what is there outside build folders."""
    if (SOURCE / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(["git", "-c", f"safe.directory={SOURCE}", "ls-files", "-z"], cwd=SOURCE, check=True,
                                capture_output=True).stdout.decode().split("\0")
        return [name for name in listed if name and (SOURCE / name).is_file()]
    names = []
    for folder, children, files in os.walk(SOURCE):
        children[:] = [child for child in children if not child.startswith(("build", ".git", "node_modules", "__pycache__"))]
        names += [str((pathlib.Path(folder) / name).relative_to(SOURCE)) for name in files]
    return names


def is_ours(name):
    return not name.startswith(FOREIGN) and pathlib.Path(name).suffix not in BINARY


def needs_licence_line(name, text):
    return pathlib.Path(name).suffix in COMMENTED or name.endswith("CMakeLists.txt") or text.startswith("#!")


def check_text(name, text):
    """Sentences about one file of ours."""
    if "\r" in text:
        yield "has carriage returns"
    if text and not text.endswith("\n"):
        yield "does not end in a newline"
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip() and not name.endswith(".svg"):
            yield f"line {number} ends in blanks"
        if MACHINE_PATHS.search(line):
            yield f"line {number} names a path of somebody's machine: {line.strip()}"
    if needs_licence_line(name, text) and "SPDX-License-Identifier: GPL-3.0-or-later" not in "".join(text.split("\n")[:3]):
        yield "has no SPDX line at its top"


def check_code(name, text):
    if name.endswith(".h") and "#pragma once" not in text:
        yield "has no #pragma once"
    if name.startswith("core/") and (found := GUI_INCLUDE.search(text)):
        yield f"core has no window, but: {found.group(0)}"
    for room, upward in UPWARD_INCLUDE.items():
        if name.startswith(room) and (found := upward.search(text)):
            yield f"includes against the direction core <- ui <- app: {found.group(0)}"


def check_syntax(name, text):
    if name.endswith(".json"):
        try:
            json.loads(text)
        except ValueError as error:
            yield f"is no JSON: {error}"
    if name.endswith("package-lock.json") and '"resolved"' in text:
        yield "names a registry: omit \"resolved\""
    if name.endswith(".py"):
        try:
            compile(text, name, "exec")
        except SyntaxError as error:
            yield f"is no Python: {error}"
    if text.startswith("#!/usr/bin/env bash") or name.endswith(".sh"):
        result = subprocess.run(["bash", "-n", str(SOURCE / name)], capture_output=True)
        if result.returncode:
            yield f"is no shell script: {result.stderr.decode().strip()}"
    if text.startswith("#!") and not os.access(SOURCE / name, os.X_OK):
        yield "begins with #! but is not executable"


def check_format(names):
    """clang-format's complaints, in parallel."""
    program = shutil.which("clang-format-14")
    if not program:
        print("SKIP: clang-format-14 is missing")
        sys.exit(1 if os.environ.get("CI") == "true" else SKIPPED)

    def run(batch):
        result = subprocess.run([program, "--dry-run", "-Werror", *batch], cwd=SOURCE, capture_output=True)
        return result.stderr.decode().splitlines() if result.returncode else []

    batches = [names[start:start + 8] for start in range(0, len(names), 8)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [line for lines in pool.map(run, batches) for line in lines if ": error: " in line]


def main():
    problems = []
    code = []
    texts = {}
    for name in sorted(filter(is_ours, tracked_files())):
        try:
            text = (SOURCE / name).read_bytes().decode()
        except UnicodeDecodeError:
            problems.append(f"{name}: is not UTF-8")
            continue
        texts[name] = text
        checks = [check_text, check_syntax]
        if pathlib.Path(name).suffix in CODE:
            code.append(name)
            checks.append(check_code)
        problems += [f"{name}: {sentence}" for check in checks for sentence in check(name, text)]
    problems += crosschecks.problems(texts)
    problems += check_format(code)
    print("\n".join(problems) or f"{len(code)} source files keep to the rules")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
