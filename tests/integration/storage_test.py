#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of events when the disk, its files or the memory are not as they should be: 200 means stored.

The program is the real one; what happens to its files is done from outside, as people and other programs do it."""
import argparse
import contextlib
import http.client
import json
import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from picket_program import PATIENCE, Failure, Picket, Serve, check, environment  # noqa: E402

DATABASE = 2
NOBODY = 65534
MiB = 1 << 20
LOW_DISK = None  # the library that makes the disk small; set by main()


def post(serve, body, headers=None):
    """(status, answer) of one envelope."""
    connection = http.client.HTTPConnection(serve.host.strip("[]"), serve.port, timeout=PATIENCE)
    with contextlib.closing(connection):
        connection.request("POST", "/api/1/envelope/?sentry_key=k", body, headers or {})
        response = connection.getresponse()
        return response.status, response.read()


def send(serve, **members):
    """(status, answer, id) of one event."""
    event_id = uuid.uuid4().hex
    event = json.dumps({"event_id": event_id, "message": "m", **members})
    return *post(serve, f'{{"event_id":"{event_id}"}}\n{{"type":"event"}}\n{event}\n'.encode()), event_id


def stored(picket):
    return {event["event_id"] for event in picket.documents("events")}


def await_true(what, condition):
    """Asks again and again, as a person would; fails after PATIENCE."""
    end = time.monotonic() + PATIENCE
    while not condition():
        check(time.monotonic() < end, f"{what}: not within {PATIENCE} s")
        time.sleep(0.05)


def await_said(serve, text):
    await_true(f"serve does not say “{text}” but “{serve.stderr()[-500:]}”", lambda: text in serve.stderr())


def remove(*names):
    def harm(workspace):
        for name in names:
            (workspace / name).unlink(missing_ok=True)
    return harm


HARMS = {
    "its folder is removed": shutil.rmtree,
    "its folder is moved away": lambda workspace: workspace.rename(f"{workspace}.old"),
    "its database is removed": remove("picket.db"),
    "its database is removed with its log": remove("picket.db", "picket.db-wal", "picket.db-shm"),
    "everything in its folder is removed": remove("picket.db", "picket.db-wal", "picket.db-shm", "picket.lock"),
}


def a_removed_database_loses_nothing_acknowledged(picket):
    """an event that is answered 200 after the database was removed is there after the end, however it was removed"""
    for what, harm in HARMS.items():
        for idle in (0, 1.5):
            shutil.rmtree(picket.workspace, ignore_errors=True)
            shutil.rmtree(f"{picket.workspace}.old", ignore_errors=True)
            with Serve(picket) as serve:
                send(serve)
                time.sleep(idle)
                harm(picket.workspace)
                answers = [send(serve) for _ in range(5)]
                check([status for status, _, _ in answers] == [200] * 5, f"after {what}: {answers}")
                await_said(serve, "was removed or replaced")
                now = stored(picket)
                serve.stop(signal.SIGKILL if idle else signal.SIGTERM)
            ids = {event_id for _, _, event_id in answers}
            check(ids <= now, f"when {what}, {len(ids - now)} of 5 acknowledged events are not listed")
            check(ids <= stored(picket), f"when {what}, {len(ids - stored(picket))} of 5 acknowledged events are lost")


def a_removed_log_loses_nothing_acknowledged(picket):
    """the log is removed under a running serve: what was in it and what comes after survive a kill"""
    with Serve(picket) as serve:
        before = [send(serve) for _ in range(3)]
        remove("picket.db-wal", "picket.db-shm")(picket.workspace)
        after = [send(serve) for _ in range(3)]
        serve.stop(signal.SIGKILL)
    ids = {event_id for status, _, event_id in before + after if status == 200}
    check(len(ids) == 6 and ids <= stored(picket), f"{len(ids - stored(picket))} of {len(ids)} acknowledged are lost")


def too_little_room(picket):
    """below the floor: said at the start and in the answer with both numbers, counted, over when there is room"""
    told = picket.workspace.parent / f"{picket.workspace.name}.free"
    told.write_text(str(402 * MiB))
    with Serve(picket, LD_PRELOAD=str(LOW_DISK), PICKET_TEST_FREE=str(told)) as serve:
        await_said(serve, "402 MiB free, 512 needed")
        answers = [send(serve) for _ in range(1200)]
        check({status for status, _, _ in answers} == {503}, "not all are answered 503")
        check(b"402 MiB free, 512 needed" in answers[-1][1], f"the answer does not name the floor: {answers[-1][1]!r}")
        told.write_text(str(600 * MiB))
        await_said(serve, "Events are stored again.")
        status, _, event_id = send(serve)
        check(status == 200, f"answered {status} with room enough")

        def failed():
            counts = picket.documents("deliveries", "--counts")
            return sum(count["count"] for count in counts if count["item"] is None and count["outcome"] == "failed")
        await_true("1,200 refusals are counted", lambda: failed() == 1200)
        serve.stop()
    check(stored(picket) == {event_id}, "what was refused is stored")
    rows = picket.documents("deliveries")
    check(any("402 MiB free, 512 needed" in (row.get("reason") or "") for row in rows), "no row names the floor")


def free_pages_are_room(picket):
    """what was deleted makes room in the file: with it, events are stored below the floor"""
    told = picket.workspace.parent / f"{picket.workspace.name}.free"
    with Serve(picket) as serve:
        for _ in range(8):
            check(send(serve, extra={"q": os.urandom(4 * MiB).hex()})[0] == 200, "an event of 8 MiB is not stored")
        serve.stop()
    with contextlib.closing(sqlite3.connect(picket.workspace / "picket.db")) as database:
        database.execute("UPDATE issue SET deleted = ?", (int((time.time() - 90000) * 1e6),))  # 25 hours ago
        database.commit()
    told.write_text(str(500 * MiB))
    with Serve(picket, LD_PRELOAD=str(LOW_DISK), PICKET_TEST_FREE=str(told)) as serve:
        await_said(serve, "500 MiB free, 512 needed")
        await_said(serve, "Events are stored again.")
        check(send(serve)[0] == 200, "not stored in the pages that were freed")
        serve.stop()


def a_folder_with_other_things_is_refused(picket):
    """--workspace with a folder that has other things in it: exit 2, a sentence, nothing made and no mode changed"""
    for mode, names in ((0o755, ["main.py"]), (0o1777, [".X11-unix", "a"]), (0o700, ["picket"]), (0o2775, [".git"])):
        shutil.rmtree(picket.workspace, ignore_errors=True)
        picket.workspace.mkdir(parents=True)
        for name in names:
            (picket.workspace / name).touch()
        picket.workspace.chmod(mode)
        result = picket.run("serve", "--listen", "127.0.0.1:0")
        check(result.returncode == DATABASE and b"no workspace" in result.stderr, f"{names}: {result}")
        check(stat.S_IMODE(picket.workspace.stat().st_mode) == mode, f"the mode of {names} was changed")
        check(sorted(os.listdir(picket.workspace)) == sorted(names), "something was made in it")
    shutil.rmtree(picket.workspace)
    picket.workspace.mkdir()
    picket.workspace.chmod(0o755)
    with Serve(picket) as serve:
        check(send(serve)[0] == 200, "an empty folder is no workspace")
        serve.stop()
    check(stat.S_IMODE(picket.workspace.stat().st_mode) == 0o755, "the mode of an empty folder was changed")


def a_limit_on_files(picket):
    """ulimit -f: answered 503 as on a full disk, alive, and stored again when the limit is gone"""
    with Serve(picket) as serve:
        answers = [send(serve)]
        resource.prlimit(serve.process.pid, resource.RLIMIT_FSIZE, (3 * MiB, resource.RLIM_INFINITY))
        answers += [send(serve, extra={"q": os.urandom(60000).hex()}) for _ in range(60)]
        answers.append(send(serve, extra={"q": os.urandom(4 * MiB).hex()}))  # spooled
        statuses = {status for status, _, _ in answers}
        check(statuses == {200, 503}, f"answered {statuses}, exit {serve.process.poll()}")
        check(serve.process.poll() is None, f"serve ended: {serve.process.returncode}")
        await_said(serve, "too little room on the disk")
        resource.prlimit(serve.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        answers.append(send(serve))
        check(answers[-1][0] == 200, f"answered {answers[-1][0]} without the limit")
        serve.stop(signal.SIGKILL)
    ids = {event_id for status, _, event_id in answers if status == 200}
    check(ids == stored(picket), f"{len(ids)} acknowledged, {len(stored(picket))} stored")


def an_output_that_cannot_be_written(picket):
    """a list into a file that cannot grow: exit 2 and a sentence; into `head`: exit 0"""
    with Serve(picket) as serve:
        for _ in range(60):
            send(serve)
        serve.stop()
    command = [picket.binary, "events", "--json", "--workspace", str(picket.workspace)]
    output = picket.workspace.parent / f"{picket.workspace.name}.out"
    with open(output, "wb") as file:
        result = subprocess.run(command, stdout=file, stderr=subprocess.PIPE, timeout=PATIENCE, env=environment(),
                                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
    check(result.returncode == DATABASE and result.stderr.strip(), f"into a file that is full: {result}")
    with open("/dev/full", "wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=PATIENCE, env=environment())
    check(result.returncode == DATABASE and result.stderr.strip(), f"into a full device: {result}")
    gone, write_end = os.pipe()
    os.close(gone)
    with os.fdopen(write_end, "wb") as pipe:
        result = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, timeout=PATIENCE, env=environment())
    check(result.returncode == 0 and not result.stderr, f"into a pipe without a reader: {result}")


def address_space(process):
    """Bytes of it that a process has."""
    return int(pathlib.Path(f"/proc/{process.pid}/statm").read_text().split()[0]) * resource.getpagesize()


def a_limit_on_memory(picket):
    """ulimit -v: what there is no memory for is refused with a row, the process lives, small events are stored"""
    with Serve(picket) as serve:
        check(send(serve)[0] == 200, "not stored at first")
        bound = address_space(serve.process) + 24 * MiB
        resource.prlimit(serve.process.pid, resource.RLIMIT_AS, (bound, resource.RLIM_INFINITY))
        large = [
            {"extra": {"q": [0] * 3_000_000}},
            {"extra": {"q": {str(i): {} for i in range(300_000)}}},
            {"breadcrumbs": [{"message": "x" * 1000, "data": {"k": [{}] * 20}} for _ in range(20_000)]},
            {"exception": {"values": [{"type": "E", "stacktrace": {"frames": [{"function": f"f{i}", "vars": {
                "v": "x" * 200}} for i in range(60_000)]}}]}},
        ]
        statuses = []
        for members in large:
            try:
                statuses.append(send(serve, **members)[0])
            except OSError as error:
                statuses.append(type(error).__name__)
            check(serve.process.poll() is None, f"serve ended: {serve.process.returncode}, answers {statuses}")
        check(set(statuses) <= {200, 503} and 503 in statuses, f"answered {statuses}")
        check(send(serve)[0] == 200, "a small event is not stored")
        resource.prlimit(serve.process.pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        check(send(serve)[0] == 200, "not stored without the limit")
        rows = [row for row in picket.documents("deliveries") if row["status"] == 503]
        check(len(rows) == statuses.count(503), f"{statuses.count(503)} answered 503, {len(rows)} rows")
        serve.stop()


def a_log_for_reading_only(picket):
    """the log cannot be written at the start, or becomes so: stored as soon as that is over"""
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    with Serve(picket) as serve:
        send(serve)
        serve.stop(signal.SIGKILL)
    for name in ("picket.db-wal", "picket.db-shm"):
        (picket.workspace / name).chmod(0o400)
    if user:
        for path in (picket.workspace, *picket.workspace.iterdir()):
            os.chown(path, NOBODY, NOBODY)
    with Serve(picket, popen=user) as serve:
        check(send(serve)[0] == 200, "not stored")
        serve.stop(signal.SIGKILL)
    check(len(stored(picket)) == 2, "lost")


def a_workspace_on_a_read_only_medium(picket):
    """a cleanly stopped workspace in a folder that cannot be written is listed"""
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    with Serve(picket) as serve:
        event_id = send(serve)[2]
        serve.stop()
    for path in picket.workspace.iterdir():
        path.chmod(0o444)
    picket.workspace.chmod(0o555)
    command = [picket.binary, "events", "--json", "--workspace", str(picket.workspace)]
    result = subprocess.run(command, capture_output=True, timeout=PATIENCE, env=environment(), **user)
    picket.workspace.chmod(0o755)
    check(result.returncode == 0 and event_id.encode() in result.stdout, f"{result}")


def a_reader_that_holds_the_log(picket):
    """another program reads without an end: serve says which one, and when its log is large"""
    with Serve(picket) as serve:
        send(serve)
        with contextlib.closing(sqlite3.connect(f"file:{picket.workspace}/picket.db?mode=ro", uri=True)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM event").fetchone()
            for _ in range(40):  # 160 MiB, compressed
                check(send(serve, extra={"q": os.urandom(4 * MiB).hex()})[0] == 200, "not stored")
            await_said(serve, f"process {os.getpid()}")
        serve.stop()
    check(not (picket.workspace / "picket.db-wal").exists(), "the log is still there")


TESTS = [
    a_removed_database_loses_nothing_acknowledged,
    a_removed_log_loses_nothing_acknowledged,
    too_little_room,
    free_pages_are_room,
    a_folder_with_other_things_is_refused,
    a_limit_on_files,
    an_output_that_cannot_be_written,
    a_limit_on_memory,
    a_log_for_reading_only,
    a_workspace_on_a_read_only_medium,
    a_reader_that_holds_the_log,
]


def main():
    global LOW_DISK
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picket", required=True)
    parser.add_argument("--low-disk", required=True, type=pathlib.Path)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("names", nargs="*", help="of tests; without them all")
    options = parser.parse_args()
    LOW_DISK = options.low_disk.resolve()
    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True)
    failed = 0
    for number, test in enumerate(TESTS):
        if options.names and test.__name__ not in options.names:
            continue
        started = time.monotonic()
        try:
            test(Picket(options.picket, options.work.resolve() / f"{number}"))
            print(f"ok    {test.__doc__} ({time.monotonic() - started:.1f} s)", flush=True)
        except (Failure, OSError) as failure:
            failed += 1
            print(f"FAIL  {test.__name__}: {test.__doc__}: {failure}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
