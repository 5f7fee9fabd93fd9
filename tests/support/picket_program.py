# SPDX-License-Identifier: GPL-3.0-or-later
"""The picket program as the Python tests use it: `serve` as a child, its commands as JSON, its documents checked.

Nothing here sleeps to wait: a started `serve` is ready when it has printed its line, a stopped one when it has ended.
"""
import hashlib
import json
import os
import pathlib
import select
import signal
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77  # ctest's SKIP_RETURN_CODE for these tests
PATIENCE = 60  # seconds until a step that takes milliseconds counts as hung; sanitizers and busy machines are slow


class Failure(Exception):
    """What a test found wrong, as a sentence."""


def check(condition, sentence):
    if not condition:
        raise Failure(sentence)


def skip(reason):
    """Ends the test as skipped, or as failed where nothing may be skipped."""
    print(f"SKIP: {reason}")
    sys.exit(1 if os.environ.get("CI") == "true" else SKIPPED)


def environment(**changes):
    """This process's environment without anything that would steer Picket or an SDK, and with the changes."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SENTRY_", "PICKET_"))}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", **changes}


class Schemas:
    """resources/*.schema.json; documents of a command are checked against the file named after it."""

    def __init__(self):
        try:
            import jsonschema
        except ImportError:
            skip("python3-jsonschema is missing")
        documents = {path.name: json.loads(path.read_text()) for path in (SOURCE / "resources").glob("*.schema.json")}
        store = {document.get("$id", name): document for name, document in documents.items()} | documents
        self.validators = {}
        for name, document in documents.items():
            validator = jsonschema.validators.validator_for(document)
            validator.check_schema(document)
            resolver = jsonschema.RefResolver(document.get("$id", name), document, store=store)
            self.validators[name.removesuffix(".schema.json")] = validator(document, resolver=resolver)

    def check(self, command, document):
        check(command in self.validators, f"resources/{command}.schema.json is missing")
        for error in self.validators[command].iter_errors(document):
            path = "/".join(map(str, error.absolute_path))
            raise Failure(f"picket {command}: its JSON breaks {command}.schema.json at '{path}': {error.message[:300]}")


class Picket:
    """The commands of one binary on one workspace."""

    def __init__(self, binary, workspace, schemas=None):
        self.binary = str(binary)
        self.workspace = pathlib.Path(workspace)
        self.schemas = schemas

    def run(self, *arguments):
        return subprocess.run([self.binary, *arguments, "--workspace", str(self.workspace)], capture_output=True,
                              timeout=PATIENCE, env=environment(), stdin=subprocess.DEVNULL)

    def documents(self, command, *arguments):
        """The JSON Lines of a command that must succeed, each checked against its schema."""
        result = self.run(command, *arguments, "--json")
        check(result.returncode == 0,
              f"picket {command} {' '.join(arguments)} exits {result.returncode}: {result.stderr.decode()}")
        # Of bytes: text would be split at the U+2028 that messages may hold.
        documents = [json.loads(line) for line in result.stdout.splitlines()]
        if self.schemas:
            form = "deliveries-counts" if "--counts" in arguments else command
            for document in documents:
                self.schemas.check(form, document)
        return documents

    def show(self, which):
        documents = self.documents("show", which)
        check(len(documents) == 1, f"picket show {which} prints {len(documents)} documents")
        return documents[0]

    def database(self):
        """(path, SHA-256) of the workspace's files, to see that something left them alone."""
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(self.workspace.iterdir()) if path.suffix != ".lock"}


class Serve:
    """A running `picket serve`; ready when constructed. `listen` None: the program's default port rule; `popen`: what
    else subprocess.Popen is given."""

    def __init__(self, picket, listen="127.0.0.1:0", popen=None, **variables):
        self.picket = picket
        command = [picket.binary, "serve", "--workspace", str(picket.workspace)]
        command += ["--listen", listen] if listen else []
        picket.workspace.parent.mkdir(parents=True, exist_ok=True)
        self.log = picket.workspace.parent / f"{picket.workspace.name}.serve.log"
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL,
                                            env=environment(**variables), **(popen or {}))
        self.greeting = self._read_greeting()
        if picket.schemas:
            picket.schemas.check("serve", self.greeting)
        self.dsn = self.greeting["dsn"]
        self.host, _, port = self.greeting["listening"][0].rpartition(":")
        self.port = int(port)

    def _read_greeting(self):
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        line = self.process.stdout.readline() if ready else b""
        if not line:
            self.process.kill()
            self.process.wait()
            raise Failure(f"picket serve says nothing (exit {self.process.returncode}): {self.stderr()[-2000:]}")
        return json.loads(line)

    def stderr(self):
        return self.log.read_text(errors="replace")

    def stop(self, number=signal.SIGTERM):
        """Asks it to end; its exit code."""
        self.process.send_signal(number)
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Failure(f"picket serve does not end after signal {number}") from None
        finally:
            self.process.stdout.close()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.returncode is None:
            self.kill()
