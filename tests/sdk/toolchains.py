# SPDX-License-Identifier: GPL-3.0-or-later
"""The SDKs that run_sdk_tests.py knows, by name."""
from sdk_browser import Browser
from sdk_cli import Cli
from sdk_go import Go
from sdk_java import Java
from sdk_node import Node, Node7
from sdk_python import Python, Python1
from sdk_rust import Rust

TOOLCHAINS = {toolchain.name: toolchain
              for toolchain in (Python, Python1, Node, Node7, Browser, Go, Rust, Java, Cli)}
