# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends recorded requests again, byte for byte, and compares what Picket says of them with their facts.

Nothing in a request is changed: the recorded Host is a loopback address with another port, and ports are not judged.
"""
import concurrent.futures
import time

import manifest
import recordings
from picket_program import PATIENCE, Failure, check
from wire import Wire, chunked

# Django's integration asks the development server for a page and a script; a 200 would put them into the application's
# pages. Everything else that SDKs sent must be answered with 2xx.
NOT_FOR_US = ("/", "/assets/main.js")

TAKEN = {"stored", "kept", "duplicate"}  # outcomes of an item that is not lost

# What Picket rightly says differently: (recording, fact) -> what it says.
DIFFERENCES = {
    # The envelope's id wins over the payload's (PROTOCOL B.2).
    ("sentry-cli-3.8.0/0007", "event_id"): "22222222222222222222222222222222",
    # Invalid UTF-8 inside of JSON, of which the manifest's reader could read nothing; Picket mends it.
    ("sentry-native-0.16.3/0018", "message"): "snow ☃ bad \ufffd\ufffd ctl \\u0001\\u001f end",
    ("sentry-native-0.16.3/0018", "level"): "info",
    ("sentry-native-0.16.3/0018", "platform"): "native",
    ("sentry-native-0.16.3/0018", "release"): "native-client@1.2.3",
    ("sentry-native-0.16.3/0018", "environment"): "staging",
    ("sentry-native-0.16.3/0018", "tags"): 1,
    ("sentry-native-0.16.3/0018", "contexts"): ["os", "trace"],
    ("sentry-native-0.16.3/0018", "sdk"): "sentry.native/0.16.3",
    ("sentry-native-0.16.3/0018", "user"): True,
    # A key was sent, but nothing in it: `"cookies": {}`, `"ip_address": null`.
    ("sentry-python-2.68.0/0278", "request"): False,
    ("sentry-ruby-6.6.2/0017", "user"): False,
}
# The same for the list of items.
ITEM_DIFFERENCES = {
    # A browser's report becomes an event; the recorder knew only envelopes.
    "sentry-browser-10.78.0/0197": [("event", 900)],
    # A length one short, on purpose: the recorder gave up, Picket takes the event up to the stray byte.
    "sentry-cli-3.8.0/0009": [("event", 41)],
}


def send(serve, recorded):
    """Replays all, each on the connection it came on. [(recording, answer)], in the order sent."""
    answers = []
    open_wires = {}
    for key, recording, is_last in recordings.connections(recorded):
        if key not in open_wires:
            open_wires[key] = Wire(serve.host, serve.port)
        wire = open_wires[key]
        body = chunked(recording.body, recording.meta["chunks"]) if recording.is_chunked else recording.body
        wire.send(recording.head + body)
        answer = wire.answer(head_only=recording.method == "HEAD")
        check(answer is not None, f"{recording.path} is not answered")
        answers.append((recording, answer))
        if is_last or not answer.keeps_alive:
            open_wires.pop(key).close()
    return answers


def deliveries_of(picket, answers):
    """The row of the wire log of each request; preflights have none. Refused requests are answered before their row is
    written."""
    logged = [recording for recording, _ in answers if recording.method != "OPTIONS"]
    deadline = time.monotonic() + PATIENCE
    rows = picket.documents("deliveries")
    while len(rows) < len(logged) and time.monotonic() < deadline:
        rows = picket.documents("deliveries")
    check(len(rows) == len(logged), f"the wire log has {len(rows)} rows of {len(logged)} requests")
    return list(zip(logged, sorted(rows, key=lambda row: row["id"])))


def wrong_answers(answers):
    for recording, answer in answers:
        accepted = 200 <= answer.status < 300
        if accepted == (recording.facts["target"] in NOT_FOR_US):
            yield f"{recording.path} is answered {answer.status}: {answer.body[:200]!r}"


def wrong_items(pairs):
    for recording, delivery in pairs:
        expected = ITEM_DIFFERENCES.get(recording.path, manifest.expected_items(recording))
        if manifest.listed_items(delivery) != expected:
            yield f"{recording.path} lists the items {manifest.listed_items(delivery)}, not {expected}"
        for item in delivery["items"]:
            if item["outcome"] not in TAKEN:
                yield f"{recording.path}: {item['type']} is {item['outcome']}: {item['reason']}"


def compare(recording, document):
    """The differences that are not explained, and which of the explained ones were met."""
    expected, shown = manifest.expected(recording.facts), manifest.shown(document)
    met = set()
    sentences = []
    for fact, value in expected.items():
        key = (recording.path, fact)
        if key in DIFFERENCES and shown[fact] != value:
            met.add(key)
            value = DIFFERENCES[key]
        if shown[fact] != value:
            where = f"{recording.path} ({recording.facts['scenario']})"
            sentences.append(f"{where}: {fact} is {shown[fact]!r}, not {value!r}")
    return sentences, met


def is_repeated(recording, seen):
    """Whether an event with this id came before; SDKs of the recorder's programs used some ids on purpose."""
    event_id = DIFFERENCES.get((recording.path, "event_id")) or manifest.expected(recording.facts)["event_id"]
    was_seen = event_id in seen
    seen.add(event_id)
    return was_seen


def stored_events(pairs):
    """([(recording, the stored event's number)], differences). A repeated event must be told, and not stored."""
    seen = set()
    stored, sentences = [], []
    for recording, delivery in pairs:
        if recording.holds_error:
            wanted = "duplicate" if is_repeated(recording, seen) else "stored"
            outcomes = [item["outcome"] for item in delivery["items"] if item["type"] == "event" and item["event"]]
            if outcomes != [wanted]:
                sentences.append(f"{recording.path}: its events are {outcomes}, not {[wanted]}")
            elif wanted == "stored":
                stored += [(recording, item["event"]) for item in delivery["items"] if item["type"] == "event"]
    return stored, sentences


def wrong_events(picket, pairs):
    """(differences, number of error events compared)"""
    stored, sentences = stored_events(pairs)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        documents = list(pool.map(lambda number: picket.show(f"event:{number}"), [number for _, number in stored]))
    met = set()
    for (recording, _), document in zip(stored, documents):
        differences, explained = compare(recording, document)
        sentences += differences
        met |= explained
    compared = {recording.path for recording, _ in stored}
    sentences += [f"{path}: {fact} no longer differs: take it out of the table"
                  for path, fact in DIFFERENCES.keys() - met if path in compared]
    return sentences, len(stored)


def replay(picket, serve, folder):
    """What happened, as numbers and sentences."""
    recorded = recordings.load(folder)
    started = time.monotonic()
    answers = send(serve, recorded)
    sent = time.monotonic()
    differences = list(wrong_answers(answers))
    pairs = deliveries_of(picket, answers)
    differences += wrong_items(pairs)
    sentences, events = wrong_events(picket, pairs)
    return {
        "requests": len(answers),
        "seconds": round(sent - started, 2),
        "seconds_with_comparison": round(time.monotonic() - started, 2),
        "events": events,
        "differences": differences + sentences,
    }


def must_be_equal(picket, serve, folder):
    result = replay(picket, serve, folder)
    if result["differences"]:
        raise Failure("\n    ".join([f"{len(result['differences'])} differences:", *result["differences"]]))
    check(result["events"] > 0, f"{folder} holds no error event")
