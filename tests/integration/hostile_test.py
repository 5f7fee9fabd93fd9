#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile requests over TCP: each is answered as it must and soon, told in the wire log, and harms nobody after it."""
import argparse
import contextlib
import datetime
import json
import os
import pathlib
import re
import resource
import shutil
import sqlite3
import sys
import time
import uuid
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from hostile import ENVELOPE, TABLE, request  # noqa: E402
from picket_program import PATIENCE, Failure, Picket, Serve, check  # noqa: E402
from wire import Wire  # noqa: E402

# Every answer comes within a second (a bomb's: Row.within); sanitizers make a second longer.
SLOWNESS = float(os.environ.get("PICKET_TEST_SLOWNESS", "1"))
REFERENCE = 0.04  # seconds that reference_work() takes on the machine on which the bounds were chosen
ATTEMPTS = 3  # a busy machine is late once; what is slow is late each time
GROWTH = 64  # MiB that the process may grow in the course of all this


class Target:
    """The serve process under fire, and what its wire log said before."""

    def __init__(self, serve):
        self.picket = serve.picket
        self.serve = serve
        self.last = 0  # id of the newest row of the wire log
        self.slowest = (0.0, "")
        self.post_good()
        self.new_rows(1)
        self.before = self.memory()

    def wire(self):
        return Wire(self.serve.host, self.serve.port)

    def memory(self, what="VmRSS"):
        """MiB"""
        status = pathlib.Path(f"/proc/{self.serve.process.pid}/status").read_text()
        return int(re.search(rf"{what}:\s+(\d+) kB", status)[1]) // 1024

    def new_rows(self, count):
        """The wire log's rows since last asked, at least so many: a refusal is answered before it is written."""
        deadline = time.monotonic() + PATIENCE
        while True:
            rows = sorted((row for row in self.picket.documents("deliveries") if row["id"] > self.last),
                          key=lambda row: row["id"])
            if len(rows) >= count or time.monotonic() > deadline:
                self.last = rows[-1]["id"] if rows else self.last
                return rows

    def post_good(self):
        """What an honest SDK sends at any time."""
        event_id = uuid.uuid4().hex
        body = f'{{"event_id":"{event_id}"}}\n{{"type":"event"}}\n{{"message":"good {event_id}"}}\n'.encode()
        with self.wire() as wire:
            started = time.monotonic()
            wire.send(request(ENVELOPE, body))
            answer = wire.answer()
            took = time.monotonic() - started
        check(answer and answer.status == 200, f"the next good event is answered {answer}")
        check(self.picket.show(event_id)["message"] == f"good {event_id}", "the next good event is not stored")
        return took


def reference_work():
    return sum(len(zlib.compress(str(number).encode() * 200)) for number in range(7500))


def slowness():
    """How many times longer the same work takes here and now, neighbours included, than where the bounds were chosen."""
    started = time.monotonic()
    reference_work()
    return SLOWNESS * max(1.0, (time.monotonic() - started) / REFERENCE)


def summary(row):
    items = "; ".join(f"{item['type']} {item['outcome']} {item['reason'] or ''}" for item in row["items"])
    return f"{row['outcome']} {row['reason'] or ''}; {items}"


def check_time(event):
    """Whatever time was sent: what is shown lies in the days before the arrival."""
    shown, arrived = (datetime.datetime.fromisoformat(event[name]) for name in ("timestamp", "received"))
    check(datetime.timedelta(days=-31) < shown - arrived < datetime.timedelta(minutes=2), f"the time shown is {shown}")


def exchange(target, row, data):
    """(the answer, seconds from the last byte sent to it)"""
    with target.wire() as wire:
        wire.send(data)
        started = time.monotonic()
        if row.ends:
            wire.end()
        answer = wire.answer()
        return answer, time.monotonic() - started


def run_row(target, row):
    data = row.sends() if callable(row.sends) else row.sends
    for _ in range(ATTEMPTS):
        answer, took = exchange(target, row, data)
        status = answer.status if answer else 0
        check(status == row.status, f"it is answered {answer}, not {row.status}")
        rows = target.new_rows(1)
        check(len(rows) == 1, f"the wire log has {len(rows)} rows of it")
        said = summary(rows[0])
        check(rows[0]["status"] == status, f"the wire log says {rows[0]['status']}")
        check(all(words in said for words in row.logged), f"the wire log says '{said[:500]}', without {row.logged}")
        check(rows[0]["outcome"] == "stored" or rows[0]["reason"], "the wire log gives no reason")
        stored = [item["event"] for item in rows[0]["items"] if item["type"] == "event" and item["event"]]
        check(len(stored) >= row.stores, f"{len(stored)} events are stored of {row.stores}: {said[:500]}")
        for event in stored:
            check_time(target.picket.show(f"event:{event}"))
        next_took = target.post_good()
        target.new_rows(1)
        target.slowest = max(target.slowest, (took, row.says))
        if took <= row.within and next_took <= 1:
            return
        bound = slowness()
        if took <= row.within * bound and next_took <= bound:
            return
    raise Failure(f"{ATTEMPTS} times the answer came late, last after {took:.2f} s, the next one's {next_took:.2f} s")


def good_request(event_id):
    body = f'{{"event_id":"{event_id}"}}\n{{"type":"event"}}\n{{"message":"good"}}\n'.encode()
    return request(ENVELOPE, body)


def new_ids(count):
    return [uuid.uuid4().hex for _ in range(count)]


def check_stored(target, ids):
    listed = {event["event_id"] for event in target.picket.documents("events")}
    check(listed.issuperset(ids), f"{len(set(ids) - listed)} of {len(ids)} events are not stored")


def half_sent(target):
    wire = target.wire()
    wire.send(b"POST /api/1/envelope/ HTTP/1.1\r\nHost: local")
    return wire


def pipelined(target):
    """two hundred requests in one go, and one that is none: answered in order, then closed"""
    ids = new_ids(200)
    with target.wire() as wire:
        wire.send(b"".join(map(good_request, ids)) + b"nonsense\r\n\r\n" + good_request(new_ids(1)[0]))
        answers = [wire.answer() for _ in ids]
        check([json.loads(answer.body)["id"] for answer in answers] == ids, "the answers are not in order")
        last = wire.answer()
        check(last.status == 400 and not last.keeps_alive, f"what is no request is answered {last}")
        check(wire.closed_by_peer(), "the connection stays open")
    check_stored(target, ids)


def kept_alive(target):
    """three hundred requests on one connection, one after the other"""
    ids = new_ids(300)
    with target.wire() as wire:
        for event_id in ids:
            wire.send(good_request(event_id))
            check(wire.answer().status == 200, "a request on a kept connection is refused")
    check_stored(target, ids)


def byte_by_byte(target):
    """an event sent byte by byte is stored, and others meanwhile"""
    slow, fast = new_ids(2)
    data = good_request(slow)
    with target.wire() as wire, target.wire() as other:
        for at, byte in enumerate(data):
            wire.send(bytes([byte]))
            if at == len(data) // 2:
                other.send(good_request(fast))
                check(other.answer().status == 200, "an event beside a slow one is refused")
        check(wire.answer().status == 200, "a slow event is refused")
    check_stored(target, [slow, fast])


def silent_connections(target):
    """four hundred connections that say nothing keep nobody out"""
    wires = [target.wire() for _ in range(400)]
    check(target.post_good() <= PATIENCE, "it is not answered")
    for wire in wires:
        wire.close()


def busy_connections(target):
    """two hundred and fifty-six half-sent requests keep nobody out, and each is told when it has gone"""
    wires = [half_sent(target) for _ in range(256)]
    check(target.post_good() <= PATIENCE, "it is not answered")
    for wire in wires:
        wire.close()
    target.post_good()
    gone = [row for row in target.new_rows(258) if "peer_closed" in (row["reason"] or "")]
    check(len(gone) == 256, f"the wire log tells of {len(gone)} that went")


def connections_without_end(target):
    """a thousand connections, opened and closed"""
    for _ in range(1000):
        target.wire().close()


def bombs_at_once(target):
    """bombs of every encoding at once, and good events beside them within the time of any other"""
    rows = [row for row in TABLE if row.says.startswith("a bomb of")]
    check(len(rows) == 5, "the bombs are missing")
    wires = []
    for row in rows:
        wires.append(target.wire())
        wires[-1].send(row.sends())
    times = [target.post_good() for _ in range(5)]
    check(min(times) <= slowness(), f"good events took {times} s")
    for wire in wires:
        check(wire.answer().status == 413, "a bomb is taken")
        wire.close()


def no_descriptors(target):
    """a process without file descriptors left: who has brought least makes room for whoever comes"""
    pid = target.serve.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_NOFILE)
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (len(os.listdir(f"/proc/{pid}/fd")) + 20, before[1]))
    wires = [half_sent(target) for _ in range(40)]
    event_id = new_ids(1)[0]
    with target.wire() as coming:
        coming.send(good_request(event_id))
        check(coming.answer().status == 200, "who comes is refused")
    check_stored(target, [event_id])
    for wire in wires:
        wire.close()
    resource.prlimit(pid, resource.RLIMIT_NOFILE, before)
    target.new_rows(41)


@contextlib.contextmanager
def held_database(target):
    """Another program writes into the workspace's database, and does not come to an end."""
    database = sqlite3.connect(target.picket.workspace / "picket.db", isolation_level=None)
    with contextlib.closing(database):
        database.execute("BEGIN IMMEDIATE")
        yield
        database.execute("ROLLBACK")


def held_for_a_moment(target):
    """another program holds the database for a moment: events wait, and are stored"""
    ids = new_ids(20)
    wires = [target.wire() for _ in ids]
    with held_database(target):
        for wire, event_id in zip(wires, ids):
            wire.send(good_request(event_id))
    for wire in wires:
        check(wire.answer().status == 200, "an event that waited is refused")
        wire.close()
    check_stored(target, ids)


def held_for_long(target):
    """another program holds the database for long: no answer claims that an event is stored"""
    with target.wire() as wire:
        with held_database(target):
            wire.send(good_request(new_ids(1)[0]))
            answer = wire.answer()
            check(answer and answer.status == 503, f"it is answered {answer}")


SCENES = [pipelined, kept_alive, byte_by_byte, silent_connections, busy_connections, connections_without_end,
          bombs_at_once, no_descriptors, held_for_a_moment, held_for_long]


def run_scene(target, scene):
    scene(target)
    target.post_good()
    target.new_rows(1)


def header_without_end(target, wire):
    """a header that does not end is answered when its time is over"""
    answer = wire.answer()
    check(answer and answer.status == 408, f"it is answered {answer}")
    ends = ("header_timeout", "crowded_out")  # the scenes' other connections may have taken its place before its time
    deadline = time.monotonic() + PATIENCE  # the row of a refusal is written after the answer
    while not any((row["reason"] or "").startswith(ends) for row in target.picket.documents("deliveries")):
        check(time.monotonic() < deadline, "the wire log does not tell")


def left_in_order(target):
    """in the end: memory as before, nothing written elsewhere, and all events there after a restart"""
    growth = target.memory() - target.before
    print(f"      memory {target.before} + {growth} MiB, at most {target.memory('VmHWM')}; slowest answer"
          f" {target.slowest[0]:.2f} s: {target.slowest[1]}")
    check(growth <= GROWTH, f"the process has grown by {growth} MiB")
    names = {path.name for path in target.picket.workspace.iterdir()}
    check(all(name.startswith("picket.") for name in names), f"the workspace holds {names}")
    check(not pathlib.Path("/tmp/picket-was-here").exists(), "an attachment's name became a path")
    events = target.picket.documents("events")
    check(target.serve.stop() == 0, "serve does not exit 0")
    with Serve(target.picket) as serve:
        check(target.picket.documents("events") == events, "events are gone after a restart")
        check(serve.stop() == 0, "the restarted serve does not exit 0")


class Report:
    def __init__(self, only):
        self.only = only
        self.failed = 0

    def run(self, says, function, *arguments):
        if self.only and self.only not in says:
            return
        try:
            function(*arguments)
            print(f"ok    {says}", flush=True)
        except Failure as failure:
            self.failed += 1
            print(f"FAIL  {says}: {failure}", flush=True)


def run_all(options):
    report = Report(options.only)
    with Serve(Picket(options.picket, options.work / "workspace")) as serve:
        target = Target(serve)
        for row in TABLE:
            report.run(row.says, run_row, target, row)
        with half_sent(target) as endless:
            for scene in SCENES:
                report.run(scene.__doc__, run_scene, target, scene)
            report.run(header_without_end.__doc__, header_without_end, target, endless)
        report.run(left_in_order.__doc__, left_in_order, target)
    return report.failed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picket", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--only", help="what has these words in its sentence")
    options = parser.parse_args()

    shutil.rmtree(options.work, ignore_errors=True)
    sys.exit(1 if run_all(options) else 0)


if __name__ == "__main__":
    main()
