#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What real SDKs sent, sent again over TCP: every request is taken, and every event shown as it was sent."""
import argparse
import json
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import replay  # noqa: E402
import samples  # noqa: E402
from picket_program import SOURCE, Failure, Picket, Schemas, Serve  # noqa: E402

DATA = SOURCE / "tests" / "data"


def recorded_requests(picket, serve):
    """recorded requests of every SDK are taken, and their events shown with all facts of the manifest"""
    replay.must_be_equal(picket, serve, DATA / "corpus")


TESTS = [recorded_requests, samples.events_are_shown, samples.minidumps_are_shown]


def run(tests, options):
    failed = 0
    schemas = Schemas()
    for number, test in enumerate(tests):
        picket = Picket(options.picket, options.work / f"{number}", schemas)
        try:
            with Serve(picket) as serve:
                test(picket, serve)
                code = serve.stop()
                if code != 0:
                    raise Failure(f"serve exits {code}")
            print(f"ok    {test.__doc__}", flush=True)
        except Failure as failure:
            failed += 1
            print(f"FAIL  {test.__doc__}: {failure}", flush=True)
    return failed


def run_by_hand(options):
    """One JSON line about a corpus of recordings."""
    picket = Picket(options.picket, options.work / "by-hand")
    with Serve(picket) as serve:
        result = replay.replay(picket, serve, options.corpus)
        serve.stop()
    print(json.dumps(result, ensure_ascii=False))
    return len(result["differences"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picket", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--corpus", type=pathlib.Path, help="replay this folder instead, and print one JSON line")
    options = parser.parse_args()

    shutil.rmtree(options.work, ignore_errors=True)
    sys.exit(1 if (run_by_hand(options) if options.corpus else run(TESTS, options)) else 0)


if __name__ == "__main__":
    main()
