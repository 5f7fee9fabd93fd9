# SPDX-License-Identifier: GPL-3.0-or-later
"""The Java SDK, one jar that Maven brings."""
from toolchain import Toolchain

# Debian 12's Maven brings it; naming it here keeps other Mavens from taking another.
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.5.0:copy-dependencies"


class Java(Toolchain):
    name = "java"
    needs = ("mvn", "javac", "java", "sha256sum")
    pinned = ("pom.xml", "checksums.txt", "Program.java")

    def install_steps(self):
        self.copy(*self.pinned)
        self.step("mvn", "--batch-mode", "--quiet", "-Dmaven.repo.local=repository", COPY, "-DoutputDirectory=jars")
        self.step("sha256sum", "--check", "--strict", "--quiet", "checksums.txt")
        self.step("javac", "-encoding", "UTF-8", "-classpath", "jars/*", "-d", "classes", "Program.java")

    def command(self, scenario):
        return ["java", "-classpath", f"{self.folder}/classes:{self.folder}/jars/*", "shop.Program", scenario]
