#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line's promises: exit codes, one owner per workspace, the port rule, what is never overwritten."""
import argparse
import contextlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import sys
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from picket_program import Failure, Picket, Schemas, Serve, check  # noqa: E402

DEFAULT_PORT = 8969
OK, USAGE, DATABASE, OWNED, LISTEN = range(5)


def post_event(serve, **members):
    """Stores an event over HTTP; its id."""
    event_id = uuid.uuid4().hex
    event = {"event_id": event_id, "platform": "python", "level": "error",
             "exception": {"values": [{"type": "ValueError", "value": "a bug"}]}, **members}
    body = f'{{"event_id":"{event_id}"}}\n{{"type":"event"}}\n{json.dumps(event)}\n'
    connection = http.client.HTTPConnection(serve.host.strip("[]"), serve.port, timeout=30)
    with contextlib.closing(connection):
        connection.request("POST", "/api/1/envelope/?sentry_key=k", body.encode())
        response = connection.getresponse()
        answer = response.read()
    check(response.status == 200, f"an event is answered {response.status} {answer[:200]!r}")
    return event_id


def check_refused(result, code, what):
    """The exit code, nothing on stdout, and a sentence for people on stderr."""
    sentence = result.stderr.decode().strip()
    check(result.returncode == code, f"{what} exits {result.returncode}, not {code}: {sentence}")
    check(result.stdout == b"", f"{what} prints {result.stdout[:200]!r}")
    check(len(sentence.split()) >= 3, f"{what} says no sentence but {sentence!r}")


@contextlib.contextmanager
def taken_port(family, host, port):
    """A listening socket, or None where somebody else has the port or the machine has no such family."""
    try:
        with socket.socket(family) as taken:
            if family == socket.AF_INET6:
                taken.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            taken.bind((host, port))
            taken.listen()
            yield taken
    except OSError:
        yield None


def usage_errors_exit_1(picket):
    """no such command, option or id: exit 1"""
    for arguments in (["frobnicate"], ["show"], ["events", "--issue", "seven", "--json"], ["serve", "--listen", "here"],
                      ["issues", "--no-such-option"], ["issues", "--counts", "--json"]):
        check_refused(picket.run(*arguments), USAGE, f"picket {' '.join(arguments)}")


def empty_workspace_lists_nothing(picket):
    """lists of a workspace that does not exist are empty and do not create it"""
    for command in ("issues", "events", "deliveries"):
        check(picket.documents(command) == [], f"picket {command} lists something in an empty workspace")
    check_refused(picket.run("show", "issue:1", "--json"), USAGE, "picket show issue:1 in an empty workspace")
    check(not picket.workspace.exists(), "reading created the workspace")


def commands_beside_serve_and_alone(picket):
    """the same answers while serve runs and after"""
    with Serve(picket) as serve:
        event_id = post_event(serve, tags={"shop": "ladders"})
        beside = {command: picket.documents(command) for command in ("issues", "events", "deliveries")}
        check(len(beside["issues"]) == len(beside["events"]) == len(beside["deliveries"]) == 1,
              f"one event gives {({key: len(value) for key, value in beside.items()})}")
        shown = picket.show(event_id)
        check(serve.stop() == OK, "serve does not exit 0 after SIGTERM")
    alone = {command: picket.documents(command) for command in beside}
    # Who sent it may become known later, or not at all when the connection was closed before anybody looked.
    for delivery in beside["deliveries"] + alone["deliveries"]:
        process, program = delivery.pop("process"), delivery.pop("program")
        check(process in (os.getpid(), None), f"the delivery names process {process}, not {os.getpid()}")
        check(process is None or "python" in program, f"the delivery names program {program}")
    check(alone == beside, "the lists differ after serve has ended")
    counts = {(count["item"], count["outcome"]): count["count"] for count in picket.documents("deliveries", "--counts")}
    check(counts == {(None, "stored"): 1, ("event", "stored"): 1}, f"one event is counted as {counts}")
    event, issue = beside["events"][0], beside["issues"][0]
    check(event["event_id"] == event_id and event["issue"] == issue["id"], f"the event listed is {event}")
    for which in (event_id, str(uuid.UUID(event_id)), f"event:{event['id']}", f"issue:{issue['id']}"):
        check(picket.show(which) == shown, f"picket show {which} differs")
    check(b"ladders" in picket.run("show", event_id, "--json").stdout, "picket show leaves out a tag")


def unknown_ids_exit_1(picket):
    """ids that nothing has, and words that are no ids: exit 1"""
    with Serve(picket) as serve:
        post_event(serve)
        serve.stop()
    for which in ("event:999", "issue:999", "0" * 31 + "1", "event:", "issue:-1", "ladder"):
        check_refused(picket.run("show", which, "--json"), USAGE, f"picket show {which}")


def signals_end_serve_cleanly(picket):
    """SIGTERM and SIGINT: exit 0, and what was acknowledged is in the database"""
    for number in (signal.SIGTERM, signal.SIGINT):
        with Serve(picket) as serve:
            event_id = post_event(serve)
            code = serve.stop(number)
        check(code == OK, f"serve exits {code} after signal {number}")
        picket.show(event_id)


def second_owner_exits_3(picket):
    """a second serve on the workspace is told who owns it, and the first goes on"""
    with Serve(picket) as serve:
        result = picket.run("serve", "--listen", "127.0.0.1:0")
        check_refused(result, OWNED, "a second serve")
        check(str(serve.process.pid) in result.stderr.decode(), f"who owns it is not said: {result.stderr.decode()}")
        post_event(serve)
        check(serve.stop() == OK, "the first serve does not exit 0")
    with Serve(picket) as serve:
        check(serve.stop() == OK, "the workspace is not free again")


def killed_owner_leaves_no_lock(picket):
    """after SIGKILL the workspace can be served at once"""
    with Serve(picket) as serve:
        event_id = post_event(serve)
        serve.kill()
    picket.show(event_id)
    with Serve(picket) as serve:
        check(serve.stop() == OK, "serve does not exit 0")


def files_are_private(picket):
    """the folder is 0700 and everything in it 0600, also while serve runs"""
    with Serve(picket) as serve:
        post_event(serve)
        check(picket.workspace.stat().st_mode & 0o777 == 0o700, "the workspace's folder is not 0700")
        for path in picket.workspace.iterdir():
            mode = path.stat().st_mode & 0o777
            check(mode & 0o077 == 0, f"{path.name} has mode {mode:o}")
        serve.stop()


def default_port_moves_when_one_family_has_it(picket):
    """8969 taken on ::1 alone: serve moves both addresses to the next port free on both, and says so"""
    with taken_port(socket.AF_INET6, "::1", DEFAULT_PORT) as six:
        four = contextlib.nullcontext() if six else taken_port(socket.AF_INET, "127.0.0.1", DEFAULT_PORT)
        with four, Serve(picket, listen=None) as serve:
            ports = {address.rpartition(":")[2] for address in serve.greeting["listening"]}
            check(len(ports) == 1, f"the addresses differ in port: {serve.greeting['listening']}")
            check(serve.port != DEFAULT_PORT, "a port that another program has on one family is used on the other")
            check(str(serve.port) in serve.dsn, f"the DSN does not name the port: {serve.dsn}")
            check(str(DEFAULT_PORT) in serve.stderr(), f"moving is not said: {serve.stderr()}")
            post_event(serve)
            serve.stop()


def explicit_listen_never_moves(picket):
    """--listen on a taken port: exit 4 and a sentence"""
    with taken_port(socket.AF_INET, "127.0.0.1", 0) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        refused = picket.run("serve", "--listen", address)
        check_refused(refused, LISTEN, f"serve --listen {address}, taken")
        check(f"picket: {address} is taken" in refused.stderr.decode(), f"what is taken? {refused.stderr.decode()}")


def damage(path, how):
    if how == "newer":
        with contextlib.closing(sqlite3.connect(path)) as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            check(version > 0, "the schema has no version")
            database.execute(f"PRAGMA user_version = {version + 100}")
            database.commit()
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    else:
        path.write_bytes(b"this is no database " * 2000)


def unusable_database_is_left_alone(how):
    def test(picket):
        with Serve(picket) as serve:
            post_event(serve)
            serve.stop()
        damage(picket.workspace / "picket.db", how)
        before = picket.database()
        for arguments in (["serve", "--listen", "127.0.0.1:0"], ["issues", "--json"], ["events", "--json"],
                          ["show", "issue:1", "--json"]):
            check_refused(picket.run(*arguments), DATABASE, f"{' '.join(arguments)} on a {how} database")
            after = picket.database()
            check(all(after.get(name) == digest for name, digest in before.items()),
                  f"{' '.join(arguments)} changed a {how} database: {before} {after}")

    test.__doc__ = f"a {how} database: exit 2, and byte for byte as it was"
    return test


TESTS = [
    usage_errors_exit_1,
    empty_workspace_lists_nothing,
    commands_beside_serve_and_alone,
    unknown_ids_exit_1,
    signals_end_serve_cleanly,
    second_owner_exits_3,
    killed_owner_leaves_no_lock,
    files_are_private,
    default_port_moves_when_one_family_has_it,
    explicit_listen_never_moves,
    unusable_database_is_left_alone("newer"),
    unusable_database_is_left_alone("corrupt"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picket", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    options = parser.parse_args()

    schemas = Schemas()
    shutil.rmtree(options.work, ignore_errors=True)
    failed = 0
    for number, test in enumerate(TESTS):
        try:
            test(Picket(options.picket, options.work / f"{number}", schemas))
            print(f"ok    {test.__doc__}", flush=True)
        except Failure as failure:
            failed += 1
            print(f"FAIL  {test.__doc__}: {failure}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
