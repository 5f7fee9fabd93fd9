# SPDX-License-Identifier: GPL-3.0-or-later
"""The SDKs, installed at the versions their lock files pin, under a build folder."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from picket_program import environment, skip  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
INSTALL_PATIENCE = 600


class Toolchain:
    """One SDK: `install()` once, then `command()` runs a copy of its program."""

    name = ""
    program = ""
    pinned = ()  # files that say which versions

    def __init__(self, work):
        self.source = HERE / self.name
        self.folder = work / self.name

    def install(self):
        """Does nothing when these very versions are there already, so that no registry is asked."""
        digest = hashlib.sha256(b"".join((self.source / name).read_bytes() for name in self.pinned)).hexdigest()
        stamp = self.folder / "installed"
        if stamp.is_file() and stamp.read_text() == digest:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        try:
            for command in self.install_commands():
                subprocess.run(command, cwd=self.folder, check=True, timeout=INSTALL_PATIENCE, env=environment(),
                               stdin=subprocess.DEVNULL)
        except (OSError, subprocess.SubprocessError) as error:
            skip(f"{self.name}: the SDK cannot be installed: {error}")
        stamp.write_text(digest)

    def copy_program(self, blank_lines):
        """The program, in a folder of its own, moved down by blank lines."""
        folder = self.folder / f"moved-by-{blank_lines}"
        folder.mkdir(exist_ok=True)
        (folder / self.program).write_text("\n" * blank_lines + (self.source / self.program).read_text())
        return folder


class Python(Toolchain):
    name = "python"
    program = "program.py"
    pinned = ("requirements.txt",)

    def install_commands(self):
        # The interpreter that runs this test; its venv holds nothing but the SDK.
        yield [sys.executable, "-m", "venv", "venv"]
        yield ["venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
               "--requirement", str(self.source / "requirements.txt")]

    def command(self, scenario):
        return [str(self.folder / "venv/bin/python"), self.program, scenario]


class Node(Toolchain):
    name = "node"
    program = "program.js"
    pinned = ("package.json", "package-lock.json")

    def install_commands(self):
        if not shutil.which("node") or not shutil.which("npm"):
            skip("node: Node.js or npm is missing")
        for name in (*self.pinned, ".npmrc"):
            shutil.copy(self.source / name, self.folder)
        yield ["npm", "ci", "--ignore-scripts"]

    def command(self, scenario):
        return ["node", self.program, scenario]


TOOLCHAINS = {toolchain.name: toolchain for toolchain in (Python, Node)}


def run_program(toolchain, folder, scenario, dsn, spotlight):
    """Runs a scenario as a user would; its exit code and what it said."""
    variables = {"SENTRY_SPOTLIGHT": spotlight} if spotlight else {"SENTRY_DSN": dsn}
    result = subprocess.run(toolchain.command(scenario), cwd=folder, env=environment(**variables), timeout=120,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return result.returncode, result.stdout.decode(errors="replace")
