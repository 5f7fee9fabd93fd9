# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python SDK: today's, and the last 1.x, which still posts errors to the store endpoint."""
import sys

from toolchain import Toolchain


class Python(Toolchain):
    name = "python"
    programs = ("program.py",)
    pinned = ("requirements.txt",)

    def install_steps(self):
        # The interpreter that runs this test; its venv holds nothing but the SDK.
        self.step(sys.executable, "-m", "venv", "venv")
        self.step("venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                  "--require-hashes", "--requirement", str(self.source / "requirements.txt"))

    def command(self, scenario):
        return [str(self.folder / "venv/bin/python"), *self.programs, scenario]


class Python1(Python):
    name = "python1"
