#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Inputs in the shape of public bug reports, sent over TCP to the real binary; each case starts with an empty workspace.

A case is a function whose name ends in the number that its files in tests/data/reports begin with. Its docstring says what
is right.
"""
import argparse
import json
import pathlib
import shutil
import socket
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from picket_program import PATIENCE, SOURCE, Failure, Picket, Schemas, Serve, check  # noqa: E402

REPORTS = SOURCE / "tests" / "data" / "reports"
KEY = "0123456789abcdef0123456789abcdef"


def request_of(path):
    """The bytes of the request that delivers a file."""
    body = path.read_bytes()
    if path.suffix == ".http":
        return body
    endpoint = "store" if path.suffix == ".json" else "envelope"
    head = (f"POST /api/1/{endpoint}/ HTTP/1.1\r\nHost: localhost:8969\r\n"
            f"X-Sentry-Auth: Sentry sentry_key={KEY}, sentry_version=7, sentry_client=reports/1\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n")
    return head.encode() + body


def send(serve, path):
    """Delivers a file; the answer's status."""
    with socket.create_connection((serve.host, serve.port), timeout=PATIENCE) as connection:
        connection.sendall(request_of(path))
        answer = b""
        while more := connection.recv(65536):
            answer += more
    return int(answer.split(None, 2)[1])


class Sent:
    """What became of a case's files, as the command line shows it."""

    def __init__(self, picket, statuses):
        self.picket = picket
        self.statuses = statuses
        self.issues = sorted(picket.documents("issues"), key=lambda issue: issue["id"])
        self.events = sorted(picket.documents("events"), key=lambda event: event["id"])
        self.shown = [picket.show(f"event:{event['id']}") for event in self.events]
        self.deliveries = sorted(picket.documents("deliveries"), key=lambda delivery: delivery["id"])

    def must_be_taken(self, events):
        check(all(status == 200 for status in self.statuses), f"answers {self.statuses}")
        check(len(self.events) == events, f"{len(self.events)} events, not {events}")

    def must_be_issues(self, *titles):
        """These issues in the order of their first events, each title contained in the issue's."""
        found = [issue["title"] for issue in self.issues]
        check(len(found) == len(titles) and all(want in title for want, title in zip(titles, found)),
              f"issues {found}, not {list(titles)}")

    def must_contain(self, event, *texts):
        """Texts that are somewhere in the document of an event, the explanation of its grouping aside."""
        document = {key: value for key, value in self.shown[event].items() if key != "grouping"}
        text = json.dumps(document, ensure_ascii=False)
        for want in texts:
            check(want in text, f"event {event} does not show {want!r}")

    def reasons(self):
        return [[delivery["reason"], *(item["reason"] for item in delivery["items"])] for delivery in self.deliveries]

    def logs(self):
        """(body, attributes as text) of the stored logs in the order that the list shows."""
        database = sqlite3.connect(f"file:{self.picket.workspace}/picket.db?mode=ro", uri=True)
        try:
            return database.execute(LOGS_IN_ORDER).fetchall()
        finally:
            database.close()


LOGS_IN_ORDER = "SELECT body, severity FROM log ORDER BY timestamp, sequence, id"


def in_app_functions(frames):
    return [frame["function"] for frame in frames or [] if frame]


def report_01(sent):
    """path and line in the name of a PHP closure do not split an issue, and are shown"""
    sent.must_be_taken(2)
    sent.must_be_issues("RuntimeException: Billing API did not answer")
    sent.must_contain(0, "{closure:/srv/shop/r1841/routes/web.php:38}")
    sent.must_contain(1, "{closure:/srv/shop/r1842/routes/web.php:41}")


def report_03(sent):
    """the arguments of an Elixir call do not split an issue, and are shown"""
    sent.must_be_taken(2)
    sent.must_be_issues("UndefinedFunctionError: function Shop.Shelf.reserve/3 is undefined or private")
    calls = [in_app_functions(shown["exceptions"][-1]["frames"]) for shown in sent.shown]
    check(calls[0] != calls[1], "the two calls' arguments are not both shown")


def report_04(sent):
    """the lone frame of a logging bridge does not merge unlike messages, and is shown"""
    sent.must_be_taken(2)
    sent.must_be_issues("Refund queue is full", "Mail server refused the sender")
    for shown in sent.shown:
        check(len(shown["stacktrace"] or []) == 1, f"stack {shown['stacktrace']}")


def report_05(sent):
    """a stack of asynchronous gaps does not merge unlike messages"""
    sent.must_be_taken(2)
    sent.must_be_issues("Sync finished late", "Photo cache was rebuilt")


def report_07(sent):
    """the exception's own thread gives stack, culprit and group without any flag"""
    sent.must_be_taken(2)
    sent.must_be_issues(*["EXC_BAD_ACCESS: Exception 1, Code 1, Subcode 24"] * 2)
    for shown, culprit in zip(sent.shown, ("AudioMixer.render(into:)", "ProjectStore.write(_:)")):
        check(culprit in (shown["culprit"] or ""), f"culprit {shown['culprit']}, not {culprit}")
        check(culprit in in_app_functions(shown["exceptions"][-1]["frames"]), "the exception is shown without its stack")


def report_08(sent):
    """a synthetic exception without a function has a name"""
    sent.must_be_taken(2)
    sent.must_be_issues("SIGSEGV: Signal 11, Code 1", "AppHang")


def report_09(sent):
    """a chain that is listed backwards is the same chain"""
    sent.must_be_taken(2)
    sent.must_be_issues("ImportFailed: line 7 is unusable")
    for shown in sent.shown:
        kinds = [exception["type"] for exception in shown["exceptions"]]
        check(kinds == ["KeyError", "ImportFailed"], f"exceptions {kinds}")


def report_10(sent):
    """suppressed diagnostic exceptions neither name nor group an issue, and are listed"""
    sent.must_be_taken(2)
    sent.must_be_issues("IllegalStateException: Cart is empty")
    for shown in sent.shown:
        check("IllegalStateException: Cart is empty" in shown["title"], f"title {shown['title']}")
        check(all(part in shown["culprit"] for part in ("com.example.shop.Cart", "requireItems")),
              f"culprit {shown['culprit']}")
    suppressed = [exception["type"] for exception in sent.shown[0]["exceptions"]
                  if exception["mechanism"]["type"] == "suppressed"]
    check(len(suppressed) == 2, f"suppressed {suppressed}")


def report_12(sent):
    """the wrapper that has the only stack groups"""
    sent.must_be_taken(2)
    sent.must_be_issues("unexpected EOF", "unexpected EOF")
    for shown, function in zip(sent.shown, ("loadConfig", "uploadArchive")):
        check(any(function in in_app_functions(exception["frames"]) for exception in shown["exceptions"]),
              f"{function} is in no stack")


def report_17(sent):
    """an assertion of Unreal Engine is titled by its text and placed where it failed"""
    sent.must_be_taken(1)
    sent.must_be_issues("Assertion failed: SlotCount > 0")
    check("UBasket::AddItem" in sent.shown[0]["culprit"], f"culprit {sent.shown[0]['culprit']}")
    check("No slot is left for item 9" in sent.shown[0]["contexts"]["unreal"]["error_message"], "message is cut")


def report_19(sent):
    """breadcrumbs with odd times, data and messages are shown"""
    sent.must_be_taken(1)
    crumbs = sent.shown[0]["breadcrumbs"]
    check(len(crumbs) == 5, f"{len(crumbs)} breadcrumbs")
    times = [crumb["timestamp"] and crumb["timestamp"][:23].rstrip("Z") for crumb in crumbs]
    check(times[4] is None and [time[11:].rstrip("0").rstrip(".") for time in times[:4]]
          == ["20:20:00.123", "20:20:01.5", "20:20:02.75", "20:20:03"], f"times {times}")
    check("3 items" in json.dumps(crumbs[1]["data"]), f"data {crumbs[1]['data']}")
    check(crumbs[3]["level"] == "info", f"level {crumbs[3]['level']}")
    check("button#pay" in crumbs[4]["message"], f"message {crumbs[4]['message']}")


def report_20(sent):
    """contexts that are lists, numbers and texts are kept"""
    sent.must_be_taken(1)
    sent.must_be_issues("ErrorException: Undefined variable $total")
    sent.must_contain(0, '"Linux"', "sku-1", "second try", "attempt", "shop state")


def report_26(sent):
    """a plain event at the envelope endpoint is that event"""
    sent.must_be_taken(2)
    sent.must_be_issues("link eth0 is down", "link eth1 is down")
    for number, shown in enumerate(sent.shown):
        check((shown["project"], shown["level"], shown["logger"]) == (12, "warning", "netwatch"), "other facts")
        sent.must_contain(number, '"dev"', "no carrier")


def report_32(sent):
    """logs with attributes of any type are kept"""
    sent.must_be_taken(0)
    logs = sent.logs()
    check(len(logs) == 4, f"{len(logs)} logs")
    check(logs[1][0] == "12345" and "object as body" in logs[2][0], f"bodies {logs}")
    check(logs[0][1] == logs[1][1], "WARNING is not the severity of warn")


def report_33(sent):
    """logs of one millisecond keep the order of their sequence numbers"""
    sent.must_be_taken(0)
    bodies = [body for body, *_ in sent.logs()]
    check(bodies == [f"step {number}" for number in range(4)], f"order {bodies}")


def report_37(sent):
    """OpenTelemetry exports are kept with a reason"""
    check(sent.statuses == [200, 200], f"answers {sent.statuses}")
    check(all(any(reasons) for reasons in sent.reasons()), f"reasons {sent.reasons()}")


def report_41(sent):
    """what a gzip body without its end holds is kept, with the reason"""
    check(len(sent.deliveries) == 2 and all(any(reasons) for reasons in sent.reasons()), f"reasons {sent.reasons()}")
    check(sent.statuses[1] == 200, f"answers {sent.statuses}")
    check(any("OrderException: Order 17 cannot be shipped" in event["title"] for event in sent.events),
          f"events {[event['title'] for event in sent.events]}")


def report_43(sent):
    """bodies whose encoding is labelled wrongly are read"""
    sent.must_be_taken(4)
    sent.must_be_issues("Labelled gzip, not compressed", "Labelled gzip twice, compressed once",
                        "Labelled gzip once, compressed twice", "Compressed, not labelled")


def report_60(sent):
    """a C# compiler's ordinals do not split an issue"""
    sent.must_be_taken(2)
    check(len(sent.issues) == 1, f"{len(sent.issues)} issues")


def report_62(sent):
    """unnamed frames of one bundle are told apart by line and column"""
    sent.must_be_taken(2)
    check(len(sent.issues) == 2, f"{len(sent.issues)} issues")


def report_63(sent):
    """PHP's lists with holes are lists"""
    sent.must_be_taken(1)
    shown = sent.shown[0]
    check(shown["fingerprint"] == ["import", "step-4"], f"fingerprint {shown['fingerprint']}")
    frames = shown["exceptions"][0]["frames"]
    check(len(frames) == 2, f"{len(frames)} frames")
    check((len(frames[1]["pre_context"]), len(frames[1]["post_context"])) == (2, 1), "source lines are lost")
    check(len(shown["breadcrumbs"]) == 2, "breadcrumbs are lost")
    check(shown["sdk"]["integrations"] == ["Doctrine", "Console"], f"integrations {shown['sdk']['integrations']}")


def report_65(sent):
    """native frames without names are told apart by image and relative address"""
    sent.must_be_taken(3)
    check([event["issue"] for event in sent.events] == [1, 1, 2], f"{[event['issue'] for event in sent.events]}")


def report_67(sent):
    """an exception that is a text names its issue"""
    sent.must_be_taken(1)
    sent.must_be_issues("Cannot find drive 'Q'.")


CASES = {name.removeprefix("report_"): case for name, case in globals().items() if name.startswith("report_")}


def run(number, options, schemas):
    picket = Picket(options.picket, options.work / number, schemas)
    files = sorted(REPORTS.glob(f"{number}-*"))
    check(files, f"no file in tests/data/reports begins with {number}-")
    with Serve(picket) as serve:
        statuses = [send(serve, path) for path in files]
        CASES[number](Sent(picket, statuses))
        check(serve.stop() == 0, "serve does not exit with 0")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picket", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--case", action="append", help="the number of a case; all without it")
    options = parser.parse_args()

    shutil.rmtree(options.work, ignore_errors=True)
    schemas = Schemas()
    unnamed = {path.name[:2] for path in REPORTS.iterdir() if path.name[0].isdigit()} - CASES.keys()
    failed = len(unnamed)
    for number in unnamed:
        print(f"FAIL  {number}: no case reads these files")
    for number in options.case or sorted(CASES):
        try:
            run(number, options, schemas)
            print(f"ok    {number} {CASES[number].__doc__}", flush=True)
        except Failure as failure:
            failed += 1
            print(f"FAIL  {number} {CASES[number].__doc__}: {failure}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
