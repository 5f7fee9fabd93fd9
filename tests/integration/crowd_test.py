#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Thousands who hold connections open, and the end of `serve` under load: an ordinary sender notices nothing."""
import argparse
import contextlib
import gzip
import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from hostile import ENVELOPE, request  # noqa: E402
from picket_program import PATIENCE, Failure, Picket, Serve, check, environment  # noqa: E402
from wire import Wire  # noqa: E402

SLOWNESS = float(os.environ.get("PICKET_TEST_SLOWNESS", "1"))
ATTEMPTS = 3  # a busy machine is late once; what is slow is late each time
SENT = 200  # events of the ordinary sender in one measurement
HALF_HEADER = b"POST /api/1/envelope/ HTTP/1.1\r\nHost: local"
HALF_BODY = b"POST /api/1/envelope/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n" + b"x" * 6000
PLACES = 4096  # limits::connections


def good_request(event_id):
    return request(ENVELOPE, f'{{"event_id":"{event_id}"}}\n{{"type":"event"}}\n{{"message":"good"}}\n'.encode())


def check_stored(picket, ids):
    listed = {event["event_id"] for event in picket.documents("events")}
    check(listed.issuperset(ids), f"{len(set(ids) - listed)} of {len(ids)} acknowledged events are not stored")


def refused_count(picket):
    rows = picket.documents("deliveries", "--counts")
    return sum(row["count"] for row in rows if row["item"] is None and row["outcome"] == "refused")


def check_counters(picket, before, count):
    """All of a crowd are refused in the end, and none of them is missing in the counters."""
    deadline = time.monotonic() + PATIENCE
    while (told := refused_count(picket) - before) < count and time.monotonic() < deadline:
        time.sleep(0.2)
    check(told == count, f"the counters tell of {told} refused, not {count}")


class Crowd:
    """A process that opens connections and sends the beginning of a request on each; "closed N" tells how many ended."""

    CODE = """
import select, socket, sys, resource
port, count, first = int(sys.argv[1]), int(sys.argv[2]), bytes.fromhex(sys.argv[3])
held, closed, answers = {}, 0, 0
poll = select.epoll()
def look(patience):
    global closed, answers
    for fd, _ in poll.poll(patience):
        try: data = held[fd].recv(4096)
        except OSError: data = b""
        if data: answers += data.count(b"HTTP/1.1 408")
        else:
            closed += 1
            poll.unregister(fd)
            held.pop(fd).close()
for n in range(count):
    s = socket.create_connection(("127.0.0.1", port), timeout=60)
    s.send(first)
    held[s.fileno()] = s
    poll.register(s, select.EPOLLIN)
    if n % 50 == 0: look(0)
print("all", flush=True)
import threading
stop = threading.Event()
threading.Thread(target=lambda: (sys.stdin.readline(), stop.set()), daemon=True).start()
while not stop.is_set(): look(0.05)
look(0.2)
print("closed", closed, answers, flush=True)
sys.stdin.readline()
"""

    def __init__(self, port, count, first):
        self.process = subprocess.Popen([sys.executable, "-c", self.CODE, str(port), str(count), first.hex()],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def wait_all(self):
        check(self.process.stdout.readline().startswith("all"), "the crowd did not find its places")

    def closed(self):
        """(connections that ended, answers 408 among them)"""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        words = self.process.stdout.readline().split()
        check(len(words) == 3, "the crowd went away")
        return int(words[1]), int(words[2])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


def measure(serve, ids, keep_alive):
    """The 99th of a hundred times, in seconds; every event must be answered 200."""
    times = []
    wire = Wire(serve.host, serve.port) if keep_alive else None
    for _ in range(SENT):
        event_id = uuid.uuid4().hex
        started = time.monotonic()
        with contextlib.nullcontext(wire) if wire else Wire(serve.host, serve.port) as one:
            one.send(good_request(event_id))
            answer = one.answer()
        times.append(time.monotonic() - started)
        check(answer and answer.status == 200, f"an event beside the crowd is answered {answer}")
        ids.append(event_id)
    if wire:
        wire.close()
    return sorted(times)[SENT * 99 // 100]


def beside(options, count, first, says):
    """An ordinary sender's times while the crowd comes and when it is there; then what the wire log tells of it."""
    with Serve(Picket(options.picket, options.work / f"crowd-{count}-{says}")) as serve:
        ids = []
        alone = max(measure(serve, ids, False), measure(serve, ids, True))
        for attempt in range(ATTEMPTS):
            before = refused_count(serve.picket)
            with Crowd(serve.port, count, first) as crowd:
                coming = measure(serve, ids, False)
                crowd.wait_all()
                there = max(measure(serve, ids, False), measure(serve, ids, True))
                closed, answered = crowd.closed()
            worst = max(coming, there)
            print(f"      {count} {says}: p99 alone {alone * 1000:.0f} ms, while they come {coming * 1000:.0f}, beside"
                  f" them {there * 1000:.0f}; {closed} closed, {answered} answered 408", flush=True)
            check(closed >= count - PLACES, f"only {closed} were closed")
            check(answered == closed, f"{closed} were closed, {answered} of them with an answer")
            check_counters(serve.picket, before, count)
            if worst <= max(0.1, 5 * alone) * SLOWNESS:
                break
        check(worst <= max(0.1, 5 * alone) * SLOWNESS, f"an event beside {count} {says} takes {worst:.2f} s")
        check_stored(serve.picket, ids)
        check(serve.stop() == 0, "serve does not exit 0")


def few_files(options):
    """a process that may not open many files still lets an ordinary sender in"""
    picket = Picket(options.picket, options.work / "few-files")
    limited = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (400, limited[1]))
    try:
        with Serve(picket) as serve:
            resource.prlimit(serve.process.pid, resource.RLIMIT_NOFILE, (400, 400))
            with Crowd(serve.port, 380, HALF_HEADER) as crowd:
                crowd.wait_all()
                ids = []
                measure(serve, ids, False)
            check_stored(picket, ids)
            check(serve.stop() == 0, "serve does not exit 0")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limited)


def file_limit_is_raised(options):
    """`serve` opens as many files as it may, whatever its soft limit is"""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    with Serve(Picket(options.picket, options.work / "files")) as serve:
        check(resource.prlimit(serve.process.pid, resource.RLIMIT_NOFILE)[0] == hard, "the soft limit stays")


def bombs(serve, count):
    """Bodies that take the heavy worker long, each on a connection of its own; the list of their answers fills later."""
    bomb = request(ENVELOPE, gzip.compress(b"{}\n" + b"\n" * (255 << 20), 1), "Content-Encoding: gzip")
    answers = []

    def send():
        with Wire(serve.host, serve.port) as wire:
            wire.send(bomb)
            answer = wire.answer()
            answers.append(answer.status if answer else 0)

    threads = [threading.Thread(target=send) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads, answers


def stop_behind_bombs(options):
    """SIGTERM behind a hundred bombs: all are answered, what was not begun 503, and the end does not wait for them"""
    with Serve(Picket(options.picket, options.work / "bombs")) as serve:
        threads, answers = bombs(serve, 100)
        time.sleep(1)
        ids = [uuid.uuid4().hex for _ in range(30)]
        late = [Wire(serve.host, serve.port) for _ in ids]
        for wire, event_id in zip(late, ids):
            wire.send(good_request(event_id))
        started = time.monotonic()
        check(serve.stop() == 0, "serve does not exit 0")
        took = time.monotonic() - started
        statuses = []
        for wire in late:
            answer = wire.answer()
            statuses.append(answer.status if answer else 0)
            wire.close()
        for thread in threads:
            thread.join()
        print(f"      it took {took:.1f} s; {answers.count(503)} of {len(answers)} bombs were not begun", flush=True)
        check(took < 15 * SLOWNESS, f"it takes {took:.1f} s")
        check(answers.count(0) == 0 and answers.count(503) > 0, f"the bombs were answered {sorted(answers)}")
        check(statuses == [200] * len(ids), f"events sent just before were answered {sorted(statuses)}")
        check_stored(serve.picket, ids)
        stopped = [row for row in serve.picket.documents("deliveries") if (row["reason"] or "").startswith("stopping")]
        check(len(stopped) == answers.count(503), f"{len(stopped)} rows of {answers.count(503)} not begun")


def second_signal(options):
    """a second signal ends `serve` at once; the same wish twice in a moment does not"""
    with Serve(Picket(options.picket, options.work / "twice")) as serve:
        threads, _ = bombs(serve, 40)
        time.sleep(1)
        serve.process.send_signal(signal.SIGTERM)
        time.sleep(0.1)
        serve.process.send_signal(signal.SIGTERM)
        time.sleep(0.6)
        check(serve.process.poll() is None, "two signals within a moment ended it at once")
        started = time.monotonic()
        serve.process.send_signal(signal.SIGINT)
        code = serve.process.wait(PATIENCE)
        took = time.monotonic() - started
        check(code == -signal.SIGINT, f"it exits {code}")
        check(took < 2 * SLOWNESS, f"it takes {took:.1f} s")
        for thread in threads:
            thread.join()
    with Serve(Picket(options.picket, options.work / "twice")) as serve:
        check(serve.stop() == 0, "the workspace cannot be used again")


def sent_just_before(options):
    """requests that were sent just before SIGTERM are answered, those not accepted yet among them"""
    with Serve(Picket(options.picket, options.work / "just-before")) as serve:
        ids = [uuid.uuid4().hex for _ in range(300)]
        serve.process.send_signal(signal.SIGSTOP)
        wires = [Wire(serve.host, serve.port) for _ in ids]
        for wire, event_id in zip(wires, ids):
            wire.send(good_request(event_id))
        serve.process.send_signal(signal.SIGTERM)
        serve.process.send_signal(signal.SIGCONT)
        answers = [wire.answer() for wire in wires]
        check([answer.status if answer else 0 for answer in answers] == [200] * len(ids),
              f"{sum(answer is None for answer in answers)} of {len(ids)} were not answered")
        check(serve.process.wait(PATIENCE) == 0, "serve does not exit 0")
        check_stored(serve.picket, ids)


def other_hosts(options):
    """nothing but loopback numbers and `localhost` is listened on"""
    hosts = ["127.lan.test", "127.0.0.1.nip.io", "127.1", "0x7f.0.0.1", "2130706433", "0.0.0.0", "[::]", "192.168.1.1",
             "a.localhost", "localhost.", "[::ffff:127.0.0.1]", "127.0.0.256", "ip6-localhost", "127.0.0.1x"]
    for host in hosts:
        result = subprocess.run([options.picket, "serve", "--workspace", str(options.work / "hosts"), "--listen",
                                 f"{host}:0"], capture_output=True, timeout=PATIENCE, env=environment())
        check(result.returncode == 1, f"--listen {host}:0 exits {result.returncode}")
        check(not result.stdout, f"--listen {host}:0 listens")


def uploads_do_not_block(options):
    """a hundred begun uploads keep no other one out"""
    tus = ("Tus-Resumable: 1.0.0", "Upload-Length: 1000")
    with Serve(Picket(options.picket, options.work / "uploads")) as serve:
        for number in range(100):
            with Wire(serve.host, serve.port) as wire:
                wire.send(request("/api/1/upload/", b"", *tus))
                answer = wire.answer()
                check(answer and answer.status == 201, f"upload {number} is answered {answer}")
        check(serve.stop() == 0, "serve does not exit 0")
        pushed = [row for row in serve.picket.documents("deliveries") if "upload_pushed_out" in (row["reason"] or "")]
        check(len(pushed) == 36, f"{len(pushed)} rows tell of those that had to go")


def pages_of_old_browsers(options):
    """a Referer is judged where there is neither Origin nor Sec-Fetch-Site"""
    rows = [(("Referer: https://evil.example/page",), 403), (("Referer: http://localhost.evil.example/",), 403),
            (("Referer: http://localhost:3000/app?x=1",), 200), (("Referer: tauri://localhost/",), 200), ((), 200),
            (("Referer: https://evil.example/", "Origin: http://localhost:3000"), 200)]
    with Serve(Picket(options.picket, options.work / "referers")) as serve:
        for headers, status in rows:
            with Wire(serve.host, serve.port) as wire:
                wire.send(request(ENVELOPE, b"{}\n", *headers))
                answer = wire.answer()
                check(answer and answer.status == status, f"{headers} is answered {answer}")


def crowds(options):
    """two thousand and ten thousand half headers and half bodies"""
    for count in (2000, 10_000):
        for first, says in ((HALF_HEADER, "headers"), (HALF_BODY, "bodies")):
            beside(options, count, first, says)


SCENES = [other_hosts, pages_of_old_browsers, uploads_do_not_block, file_limit_is_raised, few_files, sent_just_before,
          second_signal, stop_behind_bombs, crowds]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picket", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--only", help="what has these words in its sentence")
    options = parser.parse_args()

    shutil.rmtree(options.work, ignore_errors=True)
    failed = 0
    for scene in SCENES:
        if options.only and options.only not in scene.__doc__:
            continue
        try:
            scene(options)
            print(f"ok    {scene.__doc__}", flush=True)
        except Failure as failure:
            failed += 1
            print(f"FAIL  {scene.__doc__}: {failure}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
