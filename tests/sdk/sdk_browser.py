# SPDX-License-Identifier: GPL-3.0-or-later
"""The browser SDK, in a page of localhost that headless Chromium opens."""
import http.server
import json
import os
import shutil
import subprocess
import threading

from picket_program import environment, skip
from sdk_node import NodePackages
from toolchain import RUN_PATIENCE

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
# Chromium says nothing to anybody but the page's server and Picket.
QUIET = ("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--password-store=basic")


class Page(http.server.SimpleHTTPRequestHandler):
    """The files of a folder; the page says with POST /done what it has come to."""

    def do_POST(self):
        self.server.said = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.send_response(204)
        self.end_headers()
        self.server.done.set()

    def log_message(self, *_):
        pass


class Browser(NodePackages):
    name = "browser"
    pinned = (*NodePackages.pinned, "sdk.js")
    programs = ("program.html", "program.js")

    def install_steps(self):
        super().install_steps()
        self.copy("sdk.js")
        self.step("node_modules/.bin/esbuild", "sdk.js", "--bundle", "--format=iife", "--global-name=Sentry",
                  "--outfile=bundle.js", "--log-level=warning")

    def install(self):
        if not any(map(shutil.which, CHROMIUMS)):
            skip(f"{self.name}: Chromium is missing")
        super().install()

    def run(self, scenario, blank_lines, variables):
        folder = self.copy_programs(blank_lines)
        shutil.copy(self.folder / "bundle.js", folder)
        (folder / "options.js").write_text(f"const options = {json.dumps({'scenario': scenario, **variables})};\n")
        handler = lambda *arguments: Page(*arguments, directory=str(folder))  # noqa: E731
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            server.done, server.said = threading.Event(), None
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                output = self.open_page(server, f"http://localhost:{server.server_port}/program.html")
            finally:
                server.shutdown()
        return (0 if server.said == "sent" else 1), f"the page says {server.said!r}\n{output}"

    def open_page(self, server, url):
        """Until the page says that it is done; what Chromium said meanwhile."""
        profile, log = self.folder / "profile", self.folder / "chromium.log"
        shutil.rmtree(profile, ignore_errors=True)
        command = [next(filter(None, map(shutil.which, CHROMIUMS))), *QUIET, f"--user-data-dir={profile}"]
        if os.geteuid() == 0:
            command.append("--no-sandbox")  # Chromium's own sandbox refuses root
        with open(log, "wb") as output:
            chromium = subprocess.Popen([*command, url], stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                        env=environment(HOME=str(self.folder)))
            try:
                server.done.wait(RUN_PATIENCE)
            finally:
                chromium.terminate()
                chromium.wait()
        return log.read_text(errors="replace")
