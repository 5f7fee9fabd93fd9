# SPDX-License-Identifier: GPL-3.0-or-later
"""The Go SDK, the last that compiles with Debian 12's Go 1.19."""
from toolchain import Toolchain


class Go(Toolchain):
    name = "go"
    needs = ("go",)
    pinned = ("go.mod", "go.sum", "program.go")

    def install_steps(self):
        self.copy(*self.pinned)
        # Its own caches, below the build folder and deletable; no other version of Go than the one that is here.
        self.step("go", "build", "-o", "program", ".", GOPATH=str(self.folder / "modules"), GOTOOLCHAIN="local",
                  GOCACHE=str(self.folder / "cache"), GOFLAGS="-modcacherw -mod=readonly -buildvcs=false",
                  CGO_ENABLED="0")

    def command(self, scenario):
        return [str(self.folder / "program"), scenario]
