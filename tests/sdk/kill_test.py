#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""200 means committed: what `picket serve` acknowledged is there after SIGKILL, once.

Each round posts events over several kept-alive connections, kills the process while requests are under way, starts it
again on the same workspace and compares what the command line lists with what was acknowledged. What was not answered
is then sent again, as some SDKs do by themselves: nothing may be there twice.
"""
import argparse
import collections
import contextlib
import http.client
import json
import pathlib
import random
import shutil
import sqlite3
import sys
import threading
import urllib.parse
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from picket_program import Failure, Picket, Schemas, Serve, check  # noqa: E402

# Characters of padding: a usual event, one that does not fit a database page, one for the worker of large bodies.
PADDING = [200, 200, 200, 20_000, 400_000]


def envelope(event_id, rng):
    event = {
        "event_id": event_id,
        "platform": "python",
        "exception": {"values": [{"type": f"Error{rng.randrange(20)}", "value": "under load"}]},
        "extra": {"padding": "x" * rng.choice(PADDING)},
    }
    return f'{{"event_id":"{event_id}"}}\n{{"type":"event"}}\n{json.dumps(event)}\n'.encode()


class Load:
    """Clients that post until the server is gone. `acknowledged` and `unanswered` are complete after join()."""

    def __init__(self, serve, clients, seed):
        url = urllib.parse.urlsplit(serve.dsn)
        self.address = (url.hostname, url.port)
        self.path = f"/api/1/envelope/?sentry_key={url.username}"
        self.changed = threading.Condition()
        self.acknowledged = []  # guarded by `changed`, as are the next two
        self.unanswered = []
        self.problem = None
        self.threads = [threading.Thread(target=self._post, args=(random.Random(seed + n),)) for n in range(clients)]
        for thread in self.threads:
            thread.start()

    def _post(self, rng):
        connection = http.client.HTTPConnection(*self.address, timeout=60)
        while True:
            event_id = uuid.UUID(int=rng.getrandbits(128)).hex
            try:
                connection.request("POST", self.path, envelope(event_id, rng))
                response = connection.getresponse()
                status, body = response.status, response.read()
            except (OSError, http.client.HTTPException):
                with self.changed:
                    self.unanswered.append(event_id)
                    self.changed.notify_all()
                return
            with self.changed:
                if status == 200 and json.loads(body).get("id") == event_id:
                    self.acknowledged.append(event_id)
                else:
                    self.problem = self.problem or f"an honest event is answered {status} {body[:200]!r}"
                self.changed.notify_all()

    def wait_for(self, count):
        """Until that many are acknowledged, or something went wrong."""
        with self.changed:
            self.changed.wait_for(lambda: self.problem or self.unanswered or len(self.acknowledged) >= count, 120)
            check(not self.problem, self.problem)
            check(len(self.acknowledged) >= count, f"only {len(self.acknowledged)} of {count} events are answered")

    def join(self):
        for thread in self.threads:
            thread.join()


def post_again(serve, event_ids):
    url = urllib.parse.urlsplit(serve.dsn)
    connection = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
    rng = random.Random(0)
    for event_id in event_ids:
        connection.request("POST", f"/api/1/envelope/?sentry_key={url.username}", envelope(event_id, rng))
        response = connection.getresponse()
        response.read()
        check(response.status == 200, f"an event sent again is answered {response.status}")


def stored_ids(picket):
    return collections.Counter(document["event_id"] for document in picket.documents("events"))


def check_stored(stored, acknowledged, known, when):
    lost = set(acknowledged) - set(stored)
    twice = [event_id for event_id, count in stored.items() if count > 1]
    check(not lost, f"{when}: {len(lost)} of {len(acknowledged)} acknowledged events are gone, such as {sorted(lost)[:3]}")
    check(not twice, f"{when}: {len(twice)} events are there twice, such as {twice[:3]}")
    check(set(stored) <= known, f"{when}: events are listed that nobody sent")


def check_integrity(workspace):
    """A second opinion on the database, by SQLite itself; only while nobody writes."""
    for path in workspace.iterdir():
        if path.is_file() and path.read_bytes()[:15] == b"SQLite format 3":
            with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
                answer = database.execute("PRAGMA integrity_check").fetchone()[0]
            check(answer == "ok", f"{path.name} is damaged: {answer}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--picket", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--clients", type=int, default=6)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    options = parser.parse_args()
    print(f"seed {options.seed}")

    shutil.rmtree(options.work, ignore_errors=True)
    picket = Picket(options.picket, options.work / "workspace", Schemas())
    rng = random.Random(options.seed)
    acknowledged, known = [], set()
    for number in range(1, options.rounds + 1):
        with Serve(picket) as serve:
            load = Load(serve, options.clients, rng.getrandbits(64))
            try:
                load.wait_for(rng.randrange(1, 600))
            finally:
                serve.kill()
                load.join()
        acknowledged += load.acknowledged
        known |= set(load.acknowledged) | set(load.unanswered)
        check(load.unanswered, "no request was under way when the process was killed: the round proves nothing")

        with Serve(picket) as serve:
            check_stored(stored_ids(picket), acknowledged, known, f"round {number}, after the kill")
            post_again(serve, load.unanswered)
            acknowledged += load.unanswered
            check_stored(stored_ids(picket), acknowledged, known, f"round {number}, after sending again")
            check(serve.stop() == 0, "picket serve does not exit 0 after SIGTERM")
        check_integrity(picket.workspace)
        print(f"round {number}: {len(load.acknowledged)} acknowledged, {len(load.unanswered)} under way, "
              f"{len(acknowledged)} stored in all")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAIL: {failure}")
