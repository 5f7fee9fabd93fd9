# SPDX-License-Identifier: GPL-3.0-or-later
"""The Rust SDK, the last that compiles with Debian 12's rustc 1.63."""
import re
import subprocess

from toolchain import Toolchain

STABLE_SPARSE_INDEX = (1, 68)  # older cargos would clone an index of gigabytes, unless told otherwise
# No version of this crate compiles both before Rust 1.67 and after 1.80: what the lock file pins, and this.
TIME_NEEDS = (1, 67)
OLDER_TIME = "0.3.20"


class Rust(Toolchain):
    name = "rust"
    needs = ("cargo", "rustc", "cc")
    pinned = ("Cargo.toml", "Cargo.lock", "program.rs")

    def install_steps(self):
        self.copy(*self.pinned)
        version = subprocess.run(["cargo", "--version"], check=True, capture_output=True, text=True).stdout
        self.version = tuple(map(int, re.search(r"(\d+)\.(\d+)", version).groups()))
        lock = self.folder / "Cargo.lock"
        lock.unlink()
        self.cargo("generate-lockfile")
        lock.write_text(self.with_sources((self.source / "Cargo.lock").read_text(), lock.read_text()))
        if self.version < TIME_NEEDS:
            self.cargo("update", "--package", "time", "--precise", OLDER_TIME)
        self.cargo("build", "--locked")

    def cargo(self, *arguments):
        variables = {"CARGO_HOME": str(self.folder / "cargo"), "CARGO_TERM_PROGRESS_WHEN": "never"}
        if self.version < STABLE_SPARSE_INDEX:
            arguments = ("-Z", "sparse-registry", *arguments)
            variables["RUSTC_BOOTSTRAP"] = "1"
        self.step("cargo", *arguments, "--quiet", **variables)

    @staticmethod
    def with_sources(pinned, generated):
        """The lock file in the project names no registry; it is the one that this cargo uses."""
        source = re.search(r"^source = .*\n", generated, re.MULTILINE).group()
        return re.sub(r"^(?=checksum = )", lambda _: source, pinned, flags=re.MULTILINE)

    def command(self, scenario):
        return [str(self.folder / "target/debug/program"), scenario]
