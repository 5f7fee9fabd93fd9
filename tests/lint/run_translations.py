#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a text of the window has no translation, or one that loses a placeholder or an accelerator.

Usage: run_translations.py ROOT LUPDATE
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def texts(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def problem(message):
    source = message.findtext("source")
    translation = message.find("translation")
    if translation.get("type") == "unfinished":
        return "is not translated"
    for form in translation.findall("numerusform") or [translation]:
        text = form.text or ""
        for placeholder in set(re.findall(r"%(?:\d|n)", source)):
            if placeholder not in text:
                return f"loses {placeholder}"
        if re.search(r"&\w", source) and not re.search(r"&\w", text):
            return "loses its accelerator"
    return None


def main(root, lupdate):
    folder = Path(root) / "resources" / "translations"
    sources = [str(path) for pattern in ("*.cpp", "*.h") for path in sorted(Path(root, "ui").rglob(pattern))]
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        for path in sorted(folder.glob("picket_*.ts")):
            copy = Path(scratch) / path.name
            shutil.copy(path, copy)
            plural = ["-pluralonly"] if path.stem == "picket_en" else []
            subprocess.run([lupdate, "-silent", "-I", root, "-locations", "none", "-no-obsolete", *plural, *sources,
                            "-ts", str(copy)], check=True)
            for context, message in texts(copy):
                if why := problem(message):
                    failures += 1
                    print(f"{path.name}: {context}: “{message.findtext('source')}” {why}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
