# SPDX-License-Identifier: GPL-3.0-or-later
"""sentry-cli: events from the shell, whole envelopes, check-ins."""
import os

from sdk_node import NodePackages


class Cli(NodePackages):
    name = "cli"
    needs = (*NodePackages.needs, "bash")
    programs = ("program.sh",)

    def command(self, scenario):
        path = f"{self.folder}/node_modules/.bin{os.pathsep}{os.environ['PATH']}"
        return ["env", f"PATH={path}", "bash", *self.programs, scenario]
