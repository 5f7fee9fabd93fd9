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


def head(target, *headers, method="POST", host="localhost"):
    return "\r\n".join([f"{method} {target} HTTP/1.1", f"Host: {host}", *headers, "", ""]).encode("latin-1")


def request(target, body, *headers):
    return head(target, f"Content-Length: {len(body)}", *headers) + body


def envelope(*items, header=b"{}"):
    """Items are (header, payload)."""
    return header + b"\n" + b"".join(b"%s\n%s\n" % item for item in items)


def event(payload, *headers):
    return request(ENVELOPE, envelope((b'{"type":"event"}', payload)), *headers)


def extra(value):
    return event(b'{"message":"m","extra":{"a":%s}}' % value)


def nested(depth):
    return b"[" * depth + b"]" * depth


GOOD_ITEM = (b'{"type":"event"}', b'{"message":"the sibling"}')
STORED = ("stored", "event stored")
UNREADABLE = ("stored", "event unreadable")

FRAMING = [
    Row("a length and chunks at once", head(ENVELOPE, "Content-Length: 3", "Transfer-Encoding: chunked") + b"0\r\n\r\n",
        400, ("refused", "malformed_header")),
    Row("two lengths", head(ENVELOPE, "Content-Length: 3", "Content-Length: 4") + b"{}\n", 400, ("refused",)),
    Row("a negative length", head(ENVELOPE, "Content-Length: -1"), 400, ("refused",)),
    Row("a hexadecimal length", head(ENVELOPE, "Content-Length: 0x10"), 400, ("refused",)),
    Row("a length of 30 digits", head(ENVELOPE, "Content-Length: " + "9" * 30), 400, ("refused",)),
    Row("a length beyond the limit", head(ENVELOPE, f"Content-Length: {201 * MIB}"), 413, ("refused", "body_too_large")),
    Row("an unknown transfer encoding", head(ENVELOPE, "Transfer-Encoding: gzip, chunked"), 400, ("refused",)),
    Row("a chunk whose size is no number", head(ENVELOPE, "Transfer-Encoding: chunked") + b"zz\r\n{}\r\n", 400,
        ("refused", "malformed_chunk")),
    Row("a chunk of 2^64 bytes", head(ENVELOPE, "Transfer-Encoding: chunked") + b"10000000000000000\r\n{}\r\n", 400,
        ("refused",)),
    Row("lines that end in LF alone", b"POST /api/1/envelope/ HTTP/1.1\nHost: localhost\nContent-Length: 2\n\n{}", 400,
        ("refused", "bare_lf")),
    Row("a NUL in a header", head(ENVELOPE, "X-A: a\0b", "Content-Length: 2") + b"{}", 400, ("refused", "nul_byte")),
    Row("a folded header", head(ENVELOPE, "X-A: a\r\n b", "Content-Length: 2") + b"{}", 400,
        ("refused", "folded_header")),
    Row("a request line of 9 KiB", head("/" + "a" * 9216), 414, ("refused", "request_line_too_long")),
    Row("a header of 9 KiB", head(ENVELOPE, "X-A: " + "a" * 9216), 431, ("refused", "header_too_long")),
    Row("a hundred and twenty headers", head(ENVELOPE, *[f"X-{i}: a" for i in range(120)]), 431, ("refused",)),
    Row("TLS on the plain port", bytes.fromhex("16030100a5010000a10303") + bytes(160), 400, ("refused", "tls")),
    Row("the preface of HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, ("refused",)),
    Row("bytes that are no request", bytes(range(128, 256)) * 8 + b"\r\n\r\n", 400, ("refused",)),
    Row("half a header, then the end", b"POST /api/1/envelope/ HTTP/1.1\r\nHost: local", 0, ("refused", "peer_closed"),
        ends=True),
    Row("half a body, then the end", head(ENVELOPE, "Content-Length: 1000") + b'{}\n{"type":"event"}\n{"mess', 0,
        ("refused", "peer_closed"), ends=True),
    Row("half of the chunks, then the end", head(ENVELOPE, "Transfer-Encoding: chunked") + b"ff\r\n{}", 0,
        ("refused", "peer_closed"), ends=True),
    Row("100-continue asked for, and nothing sent", head(ENVELOPE, "Content-Length: 9", "Expect: 100-continue"), 0,
        ("refused", "peer_closed"), ends=True),
]

ACCESS = [
    Row("another Host (DNS rebinding)", head(ENVELOPE, "Content-Length: 2", host="evil.example") + b"{}", 403,
        ("refused", "forbidden_host")),
    Row("no Host", b"POST /api/1/envelope/ HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}", 400, ("refused",)),
    Row("a foreign Origin", request(ENVELOPE, b"{}", "Origin: https://evil.example"), 403,
        ("refused", "forbidden_origin")),
    Row("the Origin null of a sandboxed frame", request(ENVELOPE, b"{}", "Origin: null"), 403,
        ("refused", "forbidden_origin")),
    Row("a name that only begins like localhost", request(ENVELOPE, b"{}", "Origin: http://localhost.evil.example"), 403,
        ("refused", "forbidden_origin")),
    Row("a foreign page without an Origin", request(ENVELOPE, b"{}", "Sec-Fetch-Site: cross-site"), 403,
        ("refused", "cross_site")),
    Row("a page asked for where events go", head("/stream", method="GET"), 405, ("refused", "method_not_allowed")),
    Row("a path that is none of ours", request("/wp-login.php", b"{}"), 404, ("refused", "not_found")),
    Row("a way out of the path", request("/api/../../../../etc/passwd", b"{}"), 404, ("refused",)),
    Row("a project that is no number", request("/api/1'--/envelope/", b"{}"), 400, ("refused", "bad_project")),
]

ENCODED = [
    *[Row(f"a bomb of {name}", lambda encoding=encoding, make=make:
          request(ENVELOPE, make(BEYOND), f"Content-Encoding: {encoding}"), 413, ("refused", "too_large"), within=DECODED)
      for name, (encoding, make) in bombs.ENCODINGS.items()],
    Row("a bomb that nothing declares", lambda: request(ENVELOPE, bombs.gzip(BEYOND)), 413, ("refused", "too_large"),
        within=DECODED),
    Row("a bomb inside of a bomb", lambda: request(ENVELOPE, zlib.compress(bombs.gzip(BEYOND)),
                                                   "Content-Encoding: gzip, deflate"), 413, ("refused", "too_large"),
        within=DECODED),
    Row("a bomb in base64 at the store endpoint", lambda: request(STORE, base64.b64encode(bombs.zlib_stream(BEYOND))), 413,
        ("refused", "too_large"), within=DECODED),
    Row("five encodings stacked", request(ENVELOPE, b"{}", "Content-Encoding: gzip, gzip, gzip, gzip, gzip"), 415,
        ("refused", "unsupported_encoding")),
    Row("an unknown encoding", request(ENVELOPE, b"x", "Content-Encoding: lzma"), 415,
        ("refused", "unsupported_encoding")),
    Row("gzip cut short", request(ENVELOPE, bombs.gzip(MIB)[:500], "Content-Encoding: gzip"), 400,
        ("refused", "bad_encoding")),
    Row("brotli that is none", request(ENVELOPE, b"\xff" * 50, "Content-Encoding: br"), 400, ("refused", "bad_encoding")),
    Row("zstd with a broken block", request(ENVELOPE, bombs.zstd(MIB)[:-2], "Content-Encoding: zstd"), 400,
        ("refused", "bad_encoding")),
    Row("an empty body", request(ENVELOPE, b""), 400, ("refused", "empty_body")),
    Row("base64 of nothing at the store endpoint", request(STORE, b"!!!!"), 400, ("refused",)),
    Row("an event by GET without an event", head(STORE, method="GET"), 400, ("refused", "empty_body")),
]

ITEMS = [
    Row("a header that is no JSON", request(ENVELOPE, b"nonsense\n{}\n"), 400, ("kept", "event unreadable")),
    Row("an item longer than what is left", request(ENVELOPE, envelope(
        GOOD_ITEM, (b'{"type":"attachment","length":1000000}', b"short"))), 200, ("stored", "truncated"), stores=1),
    Row("an item shorter than it is", request(ENVELOPE, envelope(
        GOOD_ITEM, (b'{"type":"session","length":3}', b'{"sid":"1"}'), GOOD_ITEM)), 200, ("stored",), stores=2),
    Row("a length of 2^63", request(ENVELOPE, envelope(
        GOOD_ITEM, (b'{"type":"attachment","length":9223372036854775808}', b"x"))), 200, ("stored",), stores=1),
    Row("a length of -1", request(ENVELOPE, envelope(GOOD_ITEM, (b'{"type":"attachment","length":-1}', b"x"))), 200,
        ("stored", "bad_length"), stores=1),
    Row("a length that is an object", request(ENVELOPE, envelope(GOOD_ITEM, (b'{"type":"a","length":{}}', b"x"))), 200,
        ("stored", "bad_length"), stores=1),
    Row("an item without a type", request(ENVELOPE, envelope(GOOD_ITEM, (b"{}", b"x"))), 200, ("stored", "no_type"),
        stores=1),
    Row("an item whose header is no JSON", request(ENVELOPE, envelope(GOOD_ITEM, (b"nonsense", b"x"))), 200,
        ("stored", "rest"), stores=1),
    Row("five thousand items", request(ENVELOPE, envelope(GOOD_ITEM, *[(b'{"type":"odd"}', b"{}")] * 4999)), 200,
        ("stored", "items_over_limit: 4000"), stores=1),
    Row("fifty attachments", request(ENVELOPE, envelope(GOOD_ITEM, *[(b'{"type":"attachment","length":1}', b"x")] * 50)),
        200, ("stored", "attachment over_limit attachments"), stores=1),
    Row("an attachment named like a path", request(ENVELOPE, envelope(
        GOOD_ITEM, (b'{"type":"attachment","length":1,"filename":"../../../../../../tmp/picket-was-here"}', b"x"))), 200,
        ("stored", "attachment "), stores=1),
    Row("an event id that is none", request(ENVELOPE, envelope(GOOD_ITEM, header=b'{"event_id":"../../etc/passwd"}')),
        200, STORED, stores=1),
]

EVENTS = [
    Row("a list nested 1,000 deep", extra(nested(1000)), 200, STORED, stores=1),
    Row("a list nested 100,000 deep", extra(nested(100_000)), 200, (*UNREADABLE, "too_deep"), stores=1),
    Row("brackets that never close", extra(b"[" * 900), 200, (*UNREADABLE, "invalid_json"), stores=1),
    Row("objects nested 100,000 deep", extra(b'{"a":' * 100_000 + b"1" + b"}" * 100_000), 200, (*UNREADABLE, "too_deep"),
        stores=1),
    Row("five million empty objects", lambda: extra(b"[" + b"{}," * 4_999_999 + b"{}]"), 200, (*UNREADABLE, "too_large"),
        stores=1),
    Row("a message of 16 MiB", lambda: event(b'{"message":"%s"}' % (b"x" * 16 * MIB)), 200, STORED, stores=1),
    Row("an event of 33 MiB", lambda: extra(b'"%s"' % (b"x" * 33 * MIB)), 200, (*UNREADABLE, "too_large"), stores=1),
    Row("a number of four thousand digits", extra(b"9" * 4000), 200, STORED, stores=1),
    Row("numbers beyond all bounds", extra(b"[1e999999, -1e999999, 1e-999999, 0.0e0]"), 200, STORED, stores=1),
    Row("NaN and Infinity", extra(b"[NaN, Infinity, -Infinity]"), 200, STORED, stores=1),
    Row("NUL, escaped and raw", event(b'{"message":"a\\u0000b\0c"}'), 200, STORED, stores=1),
    Row("bytes that are no UTF-8", event(b'{"message":"\xff\xfe\xc0\x80\xed\xa0\x80\xf5"}'), 200, STORED, stores=1),
    Row("half of a surrogate pair", event(rb'{"message":"\ud800 \udc00"}'), 200, STORED, stores=1),
    Row("a thousand times the same key", event(b"{%s}" % b",".join([b'"message":"m"'] * 1000)), 200, STORED, stores=1),
    Row("a hundred thousand tags", lambda: event(json.dumps({"tags": {f"k{i}": "v" for i in range(100_000)}}).encode()),
        200, STORED, stores=1),
    Row("a hundred thousand frames", lambda: event(json.dumps({"exception": [
        {"type": "T", "stacktrace": {"frames": [{"function": f"f{i}"} for i in range(100_000)]}}]}).encode()), 200, STORED,
        stores=1),
    Row("a hundred thousand exceptions", lambda: event(json.dumps(
        {"exception": [{"type": f"T{i}"} for i in range(100_000)]}).encode()), 200, STORED, stores=1),
    Row("exceptions that are their own causes", event(json.dumps({"exception": [
        {"type": "A", "mechanism": {"type": "m", "exception_id": 0, "parent_id": 1}},
        {"type": "B", "mechanism": {"type": "m", "exception_id": 1, "parent_id": 0}}]}).encode()), 200, STORED, stores=1),
    Row("a hundred thousand breadcrumbs", lambda: event(json.dumps(
        {"breadcrumbs": [{"message": "m"}] * 100_000}).encode()), 200, STORED, stores=1),
    Row("every attribute of a wrong type", event(json.dumps({name: [[{"a": None}]] for name in (
        "event_id", "level", "platform", "release", "environment", "timestamp", "tags", "exception", "breadcrumbs", "user",
        "request", "contexts", "extra", "sdk", "threads", "fingerprint", "logentry", "message")}).encode()), 200, STORED,
        stores=1),
    Row("an event that is a list", event(b"[1, 2, 3]"), 200, UNREADABLE, stores=1),
    Row("an event that is null", event(b"null"), 200, UNREADABLE, stores=1),
    Row("an event that says nothing", event(b"{}"), 200, STORED, stores=1),
    *[Row(f"the time {name}", event(b'{"message":"m","timestamp":%s}' % time), 200, STORED, stores=1) for name, time in (
        ("1e300", b"1e300"), ("-1e300", b"-1e300"), ("in milliseconds", b"1795339482829"), ("of year 99999",
        b'"99999-01-01T00:00:00Z"'), ("of no day", b'"2026-13-45T99:99:99Z"'), ("before all time", b"-62135596801"),
        ("as a list", b"[]"), ("of a million digits, as text", b'"' + b"1" * MIB + b'"'))],
    Row("text that is markup", event(b'{"message":"<img src=file:///etc/passwd><table><table>","level":"<b>"}'), 200, STORED,
        stores=1),
    Row("text that is SQL", event(b"""{"message":"'; DROP TABLE event; --","release":"' OR 1=1"}"""), 200, STORED, stores=1),
]

OTHERS = [
    Row("a form of five thousand parts", request(f"/api/1/minidump/?{KEY}", b"".join(
        b'--b\r\nContent-Disposition: form-data; name="k%d"\r\n\r\nv\r\n' % i for i in range(5000)) + b"--b--\r\n",
        "Content-Type: multipart/form-data; boundary=b"), 200, ("parts_over_limit",)),
    Row("a dump of nothing but sizes", request(f"/api/1/minidump/?{KEY}", b"MDMP\x93\xa7\0\0" + b"\xff" * 4096), 200,
        ("stored",), stores=1),
    Row("a report that is no JSON", request(f"/api/1/security/?{KEY}", b"\xff" * 100), 200, ("event unreadable",)),
    Row("a check-in that is no JSON", request(f"/api/1/cron/nightly/?{KEY}", b"\xff" * 100), 202, ()),
]

TABLE = FRAMING + ACCESS + ENCODED + ITEMS + EVENTS + OTHERS
