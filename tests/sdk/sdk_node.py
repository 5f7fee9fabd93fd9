# SPDX-License-Identifier: GPL-3.0-or-later
"""The SDK of Node.js: today's, and the last 7.x."""
from toolchain import Toolchain


class NodePackages(Toolchain):
    """Installed by npm from a package-lock.json, without running any package's scripts."""

    needs = ("node", "npm")
    pinned = ("package.json", "package-lock.json")

    def install_steps(self):
        self.copy(*self.pinned, ".npmrc")
        self.step("npm", "ci", "--ignore-scripts")


class Node(NodePackages):
    name = "node"
    programs = ("program.js",)

    def command(self, scenario):
        return ["node", *self.programs, scenario]


class Node7(Node):
    name = "node7"
