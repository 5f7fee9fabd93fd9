# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile requests as a table: what is sent, what it must be answered, and what the wire log must say of it."""
import base64
import dataclasses
import json
import zlib

import bombs

MIB = 1024 * 1024
KEY = "sentry_key=0123456789abcdef0123456789abcdef"
ENVELOPE = f"/api/1/envelope/?{KEY}"
STORE = f"/api/1/store/?{KEY}"
BEYOND = 272 * MIB  # more than a body may decode to
DECODED = 4.0  # seconds for that much, about 0.5 on an ordinary machine; others do not wait for it


@dataclasses.dataclass(frozen=True)
class Row:
    says: str
    sends: object  # bytes, or a function that makes them: some are large
    status: int  # 0: no answer, the connection ends
    logged: tuple  # words of the wire log's row: its outcome and reason, and those of its items
    ends: bool = False  # the sender closes its side when all is sent
    stores: int = 0  # events that must be stored all the same
    within: float = 1.0  # seconds until the answer


def refused(says, sends, status, *words, **more):
    return Row(says, sends, status, ("refused", *words), **more)


def broken_off(says, sends):
    return Row(says, sends, 0, ("refused", "peer_closed"), ends=True)


def stored(says, sends, *words, events=1):
    return Row(says, sends, 200, ("stored", "event stored", *words), stores=events)


def unreadable(says, sends, *words):
    """Kept with its bytes, as an event that says why it cannot be read."""
    return Row(says, sends, 200, ("stored", "event unreadable", *words), stores=1)


def head(target, *headers, method="POST", host="localhost"):
    return "\r\n".join([f"{method} {target} HTTP/1.1", f"Host: {host}", *headers, "", ""]).encode("latin-1")


def request(target, body, *headers):
    return head(target, f"Content-Length: {len(body)}", *headers) + body


def chunked(body):
    return head(ENVELOPE, "Transfer-Encoding: chunked") + body


def encoded(encoding, body):
    return request(ENVELOPE, body, f"Content-Encoding: {encoding}")


def envelope(*items, header=b"{}"):
    """Items are (header, payload)."""
    return request(ENVELOPE, header + b"\n" + b"".join(b"%s\n%s\n" % item for item in items))


def event(payload):
    return envelope((b'{"type":"event"}', payload))


def event_of(members):
    return event(json.dumps(members).encode())


def extra(value):
    return event(b'{"message":"m","extra":{"a":%s}}' % value)


def timed(timestamp):
    return event(b'{"message":"m","timestamp":%s}' % timestamp)


def nested(depth):
    return b"[" * depth + b"]" * depth


FRAMING = [
    refused("a length and chunks at once", head(ENVELOPE, "Content-Length: 3", "Transfer-Encoding: chunked"), 400,
            "malformed_header"),
    refused("two lengths", head(ENVELOPE, "Content-Length: 3", "Content-Length: 4"), 400, "multiple Content-Length"),
    refused("a negative length", head(ENVELOPE, "Content-Length: -1"), 400, "bad Content-Length"),
    refused("a hexadecimal length", head(ENVELOPE, "Content-Length: 0x10"), 400, "bad Content-Length"),
    refused("a length of 30 digits", head(ENVELOPE, "Content-Length: " + "9" * 30), 400, "bad Content-Length"),
    refused("a length beyond the limit", head(ENVELOPE, f"Content-Length: {201 * MIB}"), 413, "body_too_large"),
    refused("an unknown transfer encoding", head(ENVELOPE, "Transfer-Encoding: gzip, chunked"), 400,
            "bad_transfer_encoding"),
    refused("a chunk whose size is no number", chunked(b"zz\r\n{}\r\n"), 400, "malformed_chunk"),
    refused("a chunk of 2^64 bytes", chunked(b"10000000000000000\r\n{}\r\n"), 400, "malformed_chunk"),
    refused("lines that end in LF alone", b"POST /stream HTTP/1.1\nHost: localhost\nContent-Length: 2\n\n{}", 400,
            "bare_lf"),
    refused("a NUL in a header", head(ENVELOPE, "X-A: a\0b", "Content-Length: 0"), 400, "nul_byte"),
    refused("a folded header", head(ENVELOPE, "X-A: a\r\n b", "Content-Length: 0"), 400, "folded_header"),
    refused("a request line of 9 KiB", head("/" + "a" * 9216), 414, "request_line_too_long"),
    refused("a header of 9 KiB", head(ENVELOPE, "X-A: " + "a" * 9216), 431, "header_too_long"),
    refused("a hundred and twenty headers", head(ENVELOPE, *[f"X-{i}: a" for i in range(120)]), 431,
            "too_many_headers"),
    refused("TLS on the plain port", bytes.fromhex("16030100a5010000a10303") + bytes(160), 400, "tls"),
    refused("the preface of HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "bad_version"),
    refused("bytes that are no request", bytes(range(128, 256)) * 8 + b"\r\n\r\n", 400, "malformed_header"),
    broken_off("half a header, then the end", b"POST /api/1/envelope/ HTTP/1.1\r\nHost: local"),
    broken_off("half a body, then the end", head(ENVELOPE, "Content-Length: 1000") + b'{}\n{"type":"event"}\n{"mess'),
    broken_off("half of the chunks, then the end", chunked(b"ff\r\n{}")),
    broken_off("100-continue asked for, and nothing sent", head(ENVELOPE, "Content-Length: 9", "Expect: 100-continue")),
]

ACCESS = [
    refused("another Host, as after DNS rebinding", head(ENVELOPE, "Content-Length: 2", host="evil.example"), 403,
            "forbidden_host"),
    refused("no Host", b"POST /stream HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}", 400, "missing_host"),
    refused("a foreign Origin", request(ENVELOPE, b"{}", "Origin: https://evil.example"), 403, "forbidden_origin"),
    refused("the Origin null of a sandboxed frame", request(ENVELOPE, b"{}", "Origin: null"), 403, "forbidden_origin"),
    refused("an Origin that only begins like localhost", request(ENVELOPE, b"{}", "Origin: http://localhost.evil.example"),
            403, "forbidden_origin"),
    refused("a foreign page without an Origin", request(ENVELOPE, b"{}", "Sec-Fetch-Site: cross-site"), 403, "cross_site"),
    refused("a page asked for where events go", head("/stream", method="GET"), 405, "method_not_allowed"),
    refused("a path that is none of ours", request("/wp-login.php", b"{}"), 404, "not_found"),
    refused("a path that leads upwards", request("/api/../../../../etc/passwd", b"{}"), 404, "not_found"),
    refused("a project that is no number", request("/api/1'--/envelope/", b"{}"), 400, "bad_project"),
]


def bomb(says, make):
    return refused(says, make, 413, "too_large", within=DECODED)


ENCODED = [
    bomb("a bomb of gzip", lambda: encoded("gzip", bombs.gzip(BEYOND))),
    bomb("a bomb of zlib", lambda: encoded("deflate", bombs.zlib_stream(BEYOND))),
    bomb("a bomb of raw deflate", lambda: encoded("deflate", bombs.raw_deflate(BEYOND))),
    bomb("a bomb of brotli", lambda: encoded("br", bombs.brotli(BEYOND))),
    bomb("a bomb of zstd", lambda: encoded("zstd", bombs.zstd(BEYOND))),
    bomb("a bomb that nothing declares", lambda: request(ENVELOPE, bombs.gzip(BEYOND))),
    bomb("a bomb packed twice", lambda: encoded("gzip, deflate", zlib.compress(bombs.gzip(BEYOND)))),
    bomb("a bomb in base64 for the store endpoint", lambda: request(STORE, base64.b64encode(bombs.zlib_stream(BEYOND)))),
    refused("five encodings stacked", encoded("gzip, gzip, gzip, gzip, gzip", b"{}"), 415, "unsupported_encoding"),
    refused("an unknown encoding", encoded("lzma", b"x"), 415, "unsupported_encoding"),
    refused("gzip cut short", encoded("gzip", bombs.gzip(MIB)[:500]), 400, "bad_encoding"),
    refused("brotli that is none", encoded("br", b"\xff" * 50), 400, "bad_encoding"),
    refused("zstd cut short", encoded("zstd", bombs.zstd(MIB)[:-2]), 400, "bad_encoding"),
    refused("an empty body", request(ENVELOPE, b""), 400, "empty_body"),
    refused("what is neither JSON nor base64", request(STORE, b"!!!!"), 400, "bad_encoding"),
    refused("an event by GET without an event", head(STORE, method="GET"), 400, "empty_body"),
]

GOOD = (b'{"type":"event"}', b'{"message":"the sibling"}')


def beside(header, payload, **more):
    """An envelope of a good event and another item."""
    return envelope(GOOD, (header, payload), **more)


ITEMS = [
    Row("a header that is no JSON", request(ENVELOPE, b"nonsense\n{}\n"), 400, ("kept", "event unreadable"), stores=1),
    stored("an item longer than what is left", beside(b'{"type":"attachment","length":1000000}', b"short"), "truncated"),
    stored("an item shorter than it is", envelope(GOOD, (b'{"type":"session","length":3}', b'{"sid":"1"}'), GOOD),
           "bad_length", events=2),
    stored("a length of 2^63", beside(b'{"type":"attachment","length":9223372036854775808}', b"x"), "truncated"),
    stored("a length of -1", beside(b'{"type":"attachment","length":-1}', b"x"), "bad_length"),
    stored("a length that is an object", beside(b'{"type":"odd","length":{}}', b"x"), "bad_length"),
    stored("an item without a type", beside(b"{}", b"x"), "no_type"),
    stored("an item whose header is no JSON", beside(b"nonsense", b"x"), "unparsed kept not an item"),
    stored("five thousand items", envelope(GOOD, *[(b'{"type":"odd"}', b"{}")] * 4999), "items_over_limit: 4000"),
    stored("fifty attachments", envelope(GOOD, *[(b'{"type":"attachment","length":1}', b"%c" % (33 + i))
                                                 for i in range(50)]), "attachment over_limit attachments"),
    stored("an attachment named like a path",
           beside(b'{"type":"attachment","length":1,"filename":"../../../../../../tmp/picket-was-here"}', b"x")),
    stored("an event id that is none", envelope(GOOD, header=b'{"event_id":"../../etc/passwd"}')),
]

ATTRIBUTES = ("event_id", "level", "platform", "release", "environment", "timestamp", "tags", "exception", "breadcrumbs",
              "user", "request", "contexts", "extra", "sdk", "threads", "fingerprint", "logentry", "message")
MANY = 100_000

EVENTS = [
    stored("a list nested 1,000 deep", extra(nested(1000))),
    unreadable("a list nested 100,000 deep", extra(nested(MANY)), "too_deep"),
    unreadable("brackets that never close", extra(b"[" * 900), "invalid_json"),
    unreadable("objects nested 100,000 deep", extra(b'{"a":' * MANY + b"1" + b"}" * MANY), "too_deep"),
    unreadable("five million empty objects", lambda: extra(b"[" + b"{}," * 4_999_999 + b"{}]"), "too_large"),
    stored("a message of 16 MiB", lambda: event(b'{"message":"%s"}' % (b"x" * 16 * MIB))),
    unreadable("an event of 33 MiB", lambda: extra(b'"%s"' % (b"x" * 33 * MIB)), "too_large"),
    stored("a number of four thousand digits", extra(b"9" * 4000)),
    stored("numbers beyond all bounds", extra(b"[1e999999, -1e999999, 1e-999999, 0.0e0]")),
    stored("NaN and Infinity", extra(b"[NaN, Infinity, -Infinity]")),
    stored("NUL, escaped and raw", event(b'{"message":"a\\u0000b\0c"}')),
    stored("bytes that are no UTF-8", event(b'{"message":"\xff\xfe\xc0\x80\xed\xa0\x80\xf5"}')),
    stored("half of a surrogate pair", event(rb'{"message":"\ud800 \udc00"}')),
    stored("a thousand times the same key", event(b"{%s}" % b",".join([b'"message":"m"'] * 1000))),
    stored("a hundred thousand tags", lambda: event_of({"tags": {f"k{i}": "v" for i in range(MANY)}})),
    stored("a hundred thousand frames", lambda: event_of(
        {"exception": [{"type": "T", "stacktrace": {"frames": [{"function": f"f{i}"} for i in range(MANY)]}}]})),
    stored("a hundred thousand exceptions", lambda: event_of({"exception": [{"type": f"T{i}"} for i in range(MANY)]})),
    stored("exceptions that are their own causes", event_of({"exception": [
        {"type": "A", "mechanism": {"type": "m", "exception_id": 0, "parent_id": 1}},
        {"type": "B", "mechanism": {"type": "m", "exception_id": 1, "parent_id": 0}}]})),
    stored("a hundred thousand breadcrumbs", lambda: event_of({"breadcrumbs": [{"message": "m"}] * MANY})),
    stored("every attribute of a wrong type", event_of({name: [[{"a": None}]] for name in ATTRIBUTES})),
    unreadable("an event that is a list", event(b"[1, 2, 3]"), "invalid_json"),
    unreadable("an event that is null", event(b"null"), "invalid_json"),
    stored("an event that says nothing", event(b"{}")),
    stored("a time of 1e300", timed(b"1e300")),
    stored("a time of -1e300", timed(b"-1e300")),
    stored("a time of the year 99999", timed(b'"99999-01-01T00:00:00Z"')),
    stored("a time of no day", timed(b'"2026-13-45T99:99:99Z"')),
    stored("a time before all time", timed(b"-62135596801")),
    stored("a time that is a list", timed(b"[]")),
    stored("a time of a million digits", timed(b'"' + b"1" * MIB + b'"')),
    stored("text that is markup", event(b'{"message":"<img src=file:///etc/passwd><table><table>","level":"<b>"}')),
    stored("text that is SQL", event(b"""{"message":"'; DROP TABLE event; --","release":"' OR 1=1"}""")),
]


def many_parts():
    part = b'--b\r\nContent-Disposition: form-data; name="k%d"\r\n\r\nv\r\n'
    body = b"".join(part % i for i in range(5000)) + b"--b--\r\n"
    return request(f"/api/1/minidump/?{KEY}", body, "Content-Type: multipart/form-data; boundary=b")


OTHERS = [
    stored("a form of five thousand parts", many_parts(), "parts_over_limit: 4000"),
    stored("a dump of nothing but sizes", request(f"/api/1/minidump/?{KEY}", b"MDMP\x93\xa7\0\0" + b"\xff" * 4096),
           "streams_over_limit"),
    unreadable("a browser's report that is no JSON", request(f"/api/1/security/?{KEY}", b"\xff" * 100), "invalid_json"),
    Row("a check-in that is no JSON", request(f"/api/1/cron/nightly/?{KEY}", b"\xff" * 100), 202,
        ("stored", "unparsed kept invalid_json")),
]

TABLE = FRAMING + ACCESS + ENCODED + ITEMS + EVENTS + OTHERS
