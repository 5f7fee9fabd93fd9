# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts of recorded requests (tests/data/corpus/README.md) against what Picket says. Pure functions."""
import hashlib
import json
import re

CUT = 160  # characters of a value in the manifest; then its length and digest
LEVELS = {"": "error", "log": "info", "10": "debug", "20": "info", "30": "warning", "40": "error", "50": "fatal"}


def escaped(text):
    """As in JSON, but for the quotes, which the manifest does not need to escape."""
    plain = json.dumps(text, ensure_ascii=False)[1:-1].replace('\\"', '"')
    return plain.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def as_written(text):
    """A text as the manifest writes it."""
    text = text or ""
    if len(text) <= CUT:
        return escaped(text)
    digest = hashlib.sha1(text.encode()).hexdigest()[:12]
    return f"{escaped(text[:CUT])}…(len={len(text)},sha1={digest})"


def without_surrogates(text):
    """Half a character cannot be kept in UTF-8, so U+FFFD is what must be shown for it."""
    return re.sub(r"(?<!\\)\\u[dD][89a-fA-F][0-9a-fA-F]{2}", "\ufffd", text)


def formatted(facts):
    """A template is shown with its parameters in it."""
    text = facts["logentry"] or facts["message"]
    if text and text == facts["logentry_template"]:
        for parameter in json.loads(facts["logentry_params"] or "[]"):
            text = re.sub("%[sd]", lambda _, value=str(parameter): value, text, count=1)
    return text


def frames_of(*holders):
    return sum(len((holder or {}).get("frames") or []) for holder in holders)


def expected(facts):
    """What `picket show` must say; what the manifest leaves empty was not sent."""
    def number(name):
        return int(facts[name] or 0)

    return {
        "event_id": facts["event_id"].replace("-", ""),
        "type": facts["exc_type"],
        "value": without_surrogates(facts["exc_value"]),
        "exceptions": number("exceptions"),
        "message": without_surrogates(formatted(facts)),
        "level": LEVELS.get(facts["level"], facts["level"]),
        "platform": facts["platform"] or "other",
        "release": facts["release"],
        "environment": facts["environment"],
        "dist": facts["dist"],
        "transaction": facts["transaction"],
        "logger": facts["logger"],
        "server_name": facts["server_name"],
        "frames": number("frames"),
        "frames_all": number("frames_all"),
        "threads": number("threads"),
        "thread_frames": number("thread_frames"),
        "vars_frames": number("vars_frames"),
        "breadcrumbs": number("breadcrumbs"),
        "tags": number("tags"),
        "fingerprint": json.loads(facts["fingerprint"] or "[]"),
        "mechanism": facts["mechanism"],
        "handled": facts["handled"],
        "contexts": json.loads(facts["contexts"] or "[]"),
        "user": facts["user"] not in ("", "[]"),
        "request": facts["request"] not in ("", "[]"),
        "sdk": facts["sdk_in_event"],
    }


def shown(document):
    """The same of `picket show`. Without an exception the main stack is the event's own."""
    exceptions = document["exceptions"]
    main = exceptions[-1] if exceptions else {"frames": document["stacktrace"]}
    mechanism = main.get("mechanism") or {}
    sdk = document["sdk"] or {}
    texts = ("message", "platform", "release", "environment", "dist", "transaction", "logger", "server_name")
    return {
        "event_id": document["event_id"],
        "type": as_written(main.get("type")),
        "value": as_written(main.get("value")),
        "exceptions": len(exceptions),
        "level": document["level"],
        **{name: as_written(document[name]) for name in texts},
        "frames": frames_of(main),
        "frames_all": frames_of(*exceptions),
        "threads": len(document["threads"]),
        "thread_frames": frames_of(*document["threads"]),
        "vars_frames": sum(bool(frame and frame["vars"]) for holder in exceptions for frame in holder["frames"] or []),
        "breadcrumbs": len(document["breadcrumbs"]),
        "tags": len(document["tags"]),
        "fingerprint": document["fingerprint"],
        "mechanism": as_written(mechanism.get("type")),
        "handled": json.dumps(mechanism.get("handled")) if mechanism.get("handled") is not None else "",
        "contexts": sorted(document["contexts"]),
        "user": any((document["user"] or {}).values()),
        "request": any((document["request"] or {}).values()),
        "sdk": "/".join(sdk[name] for name in ("name", "version") if sdk.get(name)),
    }


def expected_items(recording):
    """(type, bytes) of what the request delivers: outside of envelopes an event is the only item."""
    if recording.facts["kind"] == "store":
        return [("event", int(recording.facts["bytes_decoded"]))]
    return [(row["type"], int(row["payload_bytes"])) for row in recording.items]


def listed_items(delivery):
    return [(item["type"], item["bytes"]) for item in delivery["items"]]
