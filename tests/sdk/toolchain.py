# SPDX-License-Identifier: GPL-3.0-or-later
"""What all SDKs have in common: installed once, at the versions their lock files pin, below a build folder."""
import hashlib
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from picket_program import environment, skip  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
INSTALL_PATIENCE = 600
RUN_PATIENCE = 120


class Toolchain:
    """One SDK: `install()` once, then `run()` runs a copy of its program."""

    name = ""  # also of the folder with its files
    needs = ()  # programs that must be there
    pinned = ()  # files that say which versions
    programs = ()  # files that are copied for each run

    def __init__(self, work):
        self.source = HERE / self.name
        self.work = work
        self.folder = work / self.name

    def install(self):
        """Does nothing when these very versions are there already, so that no registry is asked."""
        for program in self.needs:
            if not shutil.which(program):
                skip(f"{self.name}: {program} is missing")
        digest = hashlib.sha256(b"".join((self.source / name).read_bytes() for name in self.pinned)).hexdigest()
        stamp = self.folder / "installed"
        if stamp.is_file() and stamp.read_text() == digest:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        try:
            self.install_steps()
        except (OSError, subprocess.SubprocessError) as error:
            skip(f"{self.name}: the SDK cannot be installed: {error}")
        stamp.write_text(digest)

    def install_steps(self):
        raise NotImplementedError

    def step(self, *command, **variables):
        """One command of the installation, in the SDK's folder."""
        subprocess.run(command, cwd=self.folder, check=True, timeout=INSTALL_PATIENCE, env=environment(**variables),
                       stdin=subprocess.DEVNULL)

    def copy(self, *names):
        for name in names:
            shutil.copy(self.source / name, self.folder)

    def copy_programs(self, blank_lines):
        """The programs, in a folder of their own, moved down by blank lines."""
        folder = self.folder / f"moved-by-{blank_lines}"
        folder.mkdir(exist_ok=True)
        for name in self.programs:
            (folder / name).write_text("\n" * blank_lines + (self.source / name).read_text())
        return folder

    def command(self, scenario):
        raise NotImplementedError

    def run(self, scenario, blank_lines, variables):
        """Runs a scenario as a user would; its exit code and what it said."""
        result = subprocess.run(self.command(scenario), cwd=self.copy_programs(blank_lines), timeout=RUN_PATIENCE,
                                env=environment(**variables), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT)
        return result.returncode, result.stdout.decode(errors="replace")
