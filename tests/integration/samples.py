# SPDX-License-Identifier: GPL-3.0-or-later
"""Event files and minidumps of tests/data, sent in every way in which clients send such things."""
import base64
import json
import random
import re
import urllib.parse
import uuid
import zlib

from picket_program import SOURCE, check
from replay import TAKEN
from wire import Wire

DATA = SOURCE / "tests" / "data"
KEY = "sentry_key=0123456789abcdef0123456789abcdef"

# Platforms that the real service does not know either.
NO_PLATFORM = {"crystal", "nonsense"}

# A crash report in another format, which must be kept and told of, but is nothing that Picket could read.
NO_MINIDUMP = {"microdump-mips64.dmp"}


def post(serve, target, body, *headers):
    """The answer to a request of its own connection."""
    lines = [f"POST {target} HTTP/1.1", "Host: localhost", f"Content-Length: {len(body)}", *headers]
    with Wire(serve.host, serve.port) as wire:
        wire.send("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        return wire.answer()


def get(serve, target):
    with Wire(serve.host, serve.port) as wire:
        wire.send(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        return wire.answer()


def in_envelope(serve, event_id, payload):
    # An item without a length ends at its line, so files that have several need one.
    return post(serve, f"/api/1/envelope/?{KEY}",
                b'{"event_id":"%s"}\n{"type":"event","length":%d}\n%s\n' % (event_id.encode(), len(payload), payload))


def to_store(serve, _, payload):
    return post(serve, f"/api/1/store/?{KEY}", payload, "Content-Type: application/json")


def to_store_deflated(serve, _, payload):
    return post(serve, "/api/1/store/", zlib.compress(payload), "Content-Encoding: deflate",
                f"X-Sentry-Auth: Sentry sentry_version=6, {KEY}")


def to_store_in_base64(serve, _, payload):
    return post(serve, "/api/1/store/", base64.b64encode(zlib.compress(payload)),
                "Content-Type: application/octet-stream", f"X-Sentry-Auth: Sentry sentry_version=4, {KEY}")


def to_store_by_get(serve, _, payload):
    return get(serve, f"/api/1/store/?{KEY}&sentry_data={urllib.parse.quote(base64.b64encode(zlib.compress(payload)))}")


def ways_of(name, payload):
    """Every file goes in an envelope and one of the ways of the older endpoint, chosen by its name."""
    older = [to_store, to_store_deflated, to_store_in_base64]
    if len(payload) < 16384:
        older.append(to_store_by_get)
    return [in_envelope, random.Random(name).choice(older)]


def with_id(payload, event_id):
    """The file's bytes with another event id, of the same length; one without an id gets one."""
    member, count = re.subn(rb'("event_id"\s*:\s*)"([0-9A-Fa-f-]{32,36})"',
                            lambda found: b'%s"%s"' % (found[1], same_form(found[2], event_id)), payload, count=1)
    return member if count else payload.replace(b"{", b'{"event_id":"%s",' % event_id.encode(), 1)


def same_form(old, event_id):
    return (event_id if len(old) == 32 else str(uuid.UUID(event_id))).encode()


def exceptions_of(event):
    """As sent: a list, an object with values, or a single object."""
    sent = event.get("exception") or event.get("sentry.interfaces.Exception") or []
    values = sent if isinstance(sent, list) else sent.get("values", [sent] if sent else [])
    return values or []


def wrong_about(event, document):
    """Sentences about what is in the file and not in the document."""
    sent, shown = exceptions_of(event), document["exceptions"]
    if document["unreadable"]:
        yield f"it is unreadable: {document['errors']}"
    if len(sent) != len(shown):
        yield f"it has {len(shown)} exceptions, not {len(sent)}"
    for number, (wanted, exception) in enumerate(zip(sent, shown)):
        wanted, exception = wanted or {}, exception or {}
        frames = (wanted.get("stacktrace") or {}).get("frames") or []
        if len(frames) != len(exception.get("frames") or []):
            yield f"exception {number} has {len(exception.get('frames') or [])} frames, not {len(frames)}"
        for name in ("type", "value", "module"):
            if isinstance(wanted.get(name), str) and wanted[name] and exception[name] != wanted[name]:
                yield f"exception {number}: {name} is {exception[name]!r}, not {wanted[name]!r}"
    for name in ("platform", "release", "environment", "transaction", "logger", "server_name"):
        wanted = "other" if event.get(name) in NO_PLATFORM else event.get(name)
        if isinstance(wanted, str) and wanted and document[name] != wanted:
            yield f"{name} is {document[name]!r}, not {wanted!r}"
    if not document["title"]:
        yield "it has no title"


def deliveries(picket, count):
    """The wire log's rows, as many as were sent, in the order sent."""
    rows = sorted(picket.documents("deliveries"), key=lambda row: row["id"])
    check(len(rows) == count, f"the wire log has {len(rows)} rows of {count} requests")
    return rows


def event_files():
    files = [path for path in sorted((DATA / "events").glob("*/*.json")) if not path.name.endswith(".expected.json")]
    names = {f"{path.parent.name}/{path.name}": path.read_bytes() for path in files}
    broken = set((DATA / "events" / "KNOWN-BROKEN").read_text().split())
    check(broken and broken <= names.keys(), f"KNOWN-BROKEN names files that are not there: {broken - names.keys()}")
    return names


def differing(documents):
    """Members that are not the same in both; what is each event's own is not compared."""
    first, second = documents
    own = ("id", "event_id", "received", "timestamp")
    return [name for name in first if name not in own and first[name] != second[name]]


def events_are_shown(picket, serve):
    """every event file, KNOWN-BROKEN ones too, is stored readable by the envelope and the store endpoint, and alike"""
    files = event_files()
    sent = []
    for name, payload in files.items():
        for way in ways_of(name, payload):
            event_id = uuid.uuid4().hex
            answer = way(serve, event_id, with_id(payload, event_id))
            check(answer and answer.status == 200, f"{name}, {way.__name__}: answered {answer}")
            sent.append((name, way, event_id))

    wrong = []
    shown = {}
    for (name, way, event_id), delivery in zip(sent, deliveries(picket, len(sent))):
        if [item["outcome"] for item in delivery["items"]] != ["stored"]:
            wrong.append(f"{name}, {way.__name__}: listed as {delivery['items']}")
            continue
        document = picket.show(event_id)
        wrong += [f"{name}, {way.__name__}: {sentence}" for sentence in wrong_about(json.loads(files[name]), document)]
        shown.setdefault(name, []).append(document)
    for name, documents in shown.items():
        if len(documents) == 2 and (members := differing(documents)):
            wrong.append(f"{name}: {members} differ between the endpoints")
    check(not wrong, "\n    ".join([f"{len(wrong)} differences:", *wrong]))


def form(dump):
    boundary = b"----crash"
    part = b'Content-Disposition: form-data; name="%s"%s\r\n\r\n%s'
    parts = [part % (b"upload_file_minidump", b'; filename="crash.dmp"', dump),
             part % (b"sentry[release]", b"", b"app@1.0")]
    return b"".join(b"--%s\r\n%s\r\n" % (boundary, each) for each in parts) + b"--%s--\r\n" % boundary


def dump_in_form(serve, dump):
    return post(serve, f"/api/1/minidump/?{KEY}", form(dump), "Content-Type: multipart/form-data; boundary=----crash")


def dump_alone(serve, dump):
    return post(serve, f"/api/1/minidump/?{KEY}", dump, "Content-Type: application/x-dmp")


def dump_in_envelope(serve, dump):
    header = {"type": "attachment", "length": len(dump), "filename": "crash.dmp", "attachment_type": "event.minidump"}
    body = f'{{"event_id":"{uuid.uuid4().hex}"}}\n{json.dumps(header)}\n'.encode() + dump + b"\n"
    return post(serve, f"/api/1/envelope/?{KEY}", body)


def wrong_crash(path, delivery, document):
    """Sentences about an event that a dump became."""
    size = path.stat().st_size
    if document["unreadable"] or not document["exceptions"]:
        yield "no exception is shown"
    elif document["exceptions"][-1]["mechanism"]["type"] != "minidump":
        yield f"another exception is shown: {document['exceptions'][-1]['mechanism']}"
    if [attachment["size"] for attachment in document["attachments"]] != [size]:
        yield f"the attachments are {document['attachments']}"
    if [item["type"] for item in delivery["items"] if item["outcome"] in TAKEN] != ["event", "attachment"]:
        yield f"listed as {delivery['items']}"
    if (delivery["items"][0]["reason"] or "").startswith("invalid_minidump") != (path.name in NO_MINIDUMP):
        yield f"said about it: {delivery['items'][0]['reason']}"


def minidumps_are_shown(picket, serve):
    """every minidump, however it comes, becomes an event with the crash as its exception, and the dump beside it"""
    sent = []
    for path in sorted((DATA / "minidumps").glob("*.dmp")):
        for way in (dump_in_form, dump_alone, dump_in_envelope):
            answer = way(serve, path.read_bytes())
            check(answer and answer.status == 200, f"{path.name}, {way.__name__}: answered {answer}")
            sent.append((path, way))
    check(sent, "the minidumps are missing")
    wrong = []
    for (path, way), delivery in zip(sent, deliveries(picket, len(sent))):
        document = picket.show(f"event:{delivery['items'][0]['event']}")
        wrong += [f"{path.name}, {way.__name__}: {sentence}" for sentence in wrong_crash(path, delivery, document)]
    check(not wrong, "\n    ".join([f"{len(wrong)} differences:", *wrong]))
