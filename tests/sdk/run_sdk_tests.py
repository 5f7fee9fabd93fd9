#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program of one real SDK against the real `picket serve`; README.md beside this says how and what for."""
import argparse
import collections
import json
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from facts import missing_each_its_own, missing_event, missing_value  # noqa: E402
from picket_program import Failure, Picket, Schemas, Serve, check, environment  # noqa: E402
from toolchain import HERE  # noqa: E402
from toolchains import TOOLCHAINS  # noqa: E402
from view import delivery_view, event_id, event_view, issue_id, issue_view  # noqa: E402


def check_facts(picket, scenario, when):
    """What the command line says holds every fact. Returns all documents, to compare them later."""
    issues = picket.documents("issues")
    events = picket.documents("events")
    shown = {event_id(event): picket.show(event_id(event)) for event in events}
    differences = missing_each_its_own(scenario["issues"], [issue_view(issue) for issue in issues],
                                       lambda fact, issue: missing_value(fact, issue, "issue"), "issue")
    differences += missing_each_its_own(scenario["events"], [event_view(document) for document in shown.values()],
                                        missing_event, "event")
    for issue in issues:
        listed = picket.documents("events", "--issue", issue_id(issue).removeprefix("issue:"))
        if len(listed) != issue_view(issue)["events"]:
            differences.append(f"{issue_id(issue)} lists {len(listed)} events")
    check(not differences, f"{when}:\n    " + "\n    ".join(differences))
    return {"issues": issues, "events": events, "shown": shown}


def check_deliveries(picket, scenario):
    """The wire log: every request was taken, and compressed bodies came compressed."""
    deliveries = [delivery_view(document) for document in picket.documents("deliveries")]
    check(len(deliveries) >= len(scenario["events"]), f"only {len(deliveries)} deliveries are in the wire log")
    for delivery in deliveries:
        check(delivery["status"] == 200 and delivery["outcome"] in ("stored", "kept"),
              f"a delivery is {delivery['outcome']}: {delivery['status']} {delivery['reason']}")
        for item in delivery["items"]:
            check(item["outcome"] in ("stored", "kept"), f"an item is {item['outcome']}: {item['type']} {item['reason']}")
    taken = collections.Counter(item["type"] for delivery in deliveries for item in delivery["items"])
    for item_type, count in scenario.get("items", {}).items():
        check(taken[item_type] >= count, f"{taken[item_type]} items '{item_type}', not {count}, of {dict(taken)}")
    for path in scenario.get("paths", []):
        check(any(delivery["path"] == path for delivery in deliveries), f"nothing was sent to {path}")
    if scenario.get("compressed"):
        check(any(delivery["wire_bytes"] < delivery["decoded_bytes"] for delivery in deliveries),
              "no delivery was smaller on the wire than decoded")


def run_scenario(toolchain, scenario, binary, work, schemas, models_test):
    name = scenario["name"]
    workspace = work / "workspaces" / f"{toolchain.name}-{name}"
    shutil.rmtree(workspace, ignore_errors=True)
    picket = Picket(binary, workspace, schemas)

    with Serve(picket) as serve:
        for blank_lines in scenario.get("runs", [0]):
            variables = {"SENTRY_DSN": serve.dsn}
            if scenario.get("spotlight"):
                variables = {"SENTRY_SPOTLIGHT": f"http://{serve.host}:{serve.port}/stream"}
            code, output = toolchain.run(name, blank_lines, variables)
            check(code == scenario.get("exit", 0), f"the program exits {code}: {output[-2000:]}")
        before = check_facts(picket, scenario, "while serve runs")
        check_deliveries(picket, scenario)
        check(serve.stop() == 0, "picket serve does not exit 0 after SIGTERM")
    check(check_facts(picket, scenario, "after serve has ended") == before, "ending serve changes what is shown")
    with Serve(picket) as serve:
        check(check_facts(picket, scenario, "after a restart") == before, "a restart changes what is shown")
        check(serve.stop() == 0, "the restarted picket serve does not exit 0 after SIGTERM")

    if models_test:
        facts_file = HERE / toolchain.name / "facts.json"
        result = subprocess.run([models_test, str(workspace), str(facts_file), name], env=environment(), timeout=120)
        check(result.returncode == 0, f"through the window's models: {models_test} exits {result.returncode}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sdk", choices=TOOLCHAINS)
    parser.add_argument("--picket", required=True, help="the program")
    parser.add_argument("--work", required=True, type=pathlib.Path, help="where SDKs and workspaces go, and stay")
    parser.add_argument("--models-test", help="a program that asserts the facts through the window's models")
    parser.add_argument("--only", help="one scenario")
    options = parser.parse_args()

    toolchain = TOOLCHAINS[options.sdk](options.work.resolve())
    schemas = Schemas()
    toolchain.install()
    scenarios = json.loads((HERE / toolchain.name / "facts.json").read_text())["scenarios"]
    failed = 0
    for scenario in scenarios:
        if options.only in (None, scenario["name"]):
            try:
                run_scenario(toolchain, scenario, options.picket, options.work.resolve(), schemas, options.models_test)
                print(f"ok    {toolchain.name} {scenario['name']}", flush=True)
            except Failure as failure:
                failed += 1
                print(f"FAIL  {toolchain.name} {scenario['name']}: {failure}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
