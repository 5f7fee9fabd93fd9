# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of the command line, in the words of facts.json. Pure functions."""


def pairs(value):
    """Lists of [name, value] as an object; facts compare names, not their order."""
    return dict(value or [])


def event_id(document):
    return document["event_id"]


def issue_id(document):
    return f"issue:{document['id']}"


def issue_view(document):
    return {key: document[key] for key in ("title", "level", "status", "events")}


def frame_view(frame):
    frame = frame or {}
    return {
        "function": frame.get("function"),
        "in_app": frame.get("in_app"),
        "context_line": (frame.get("context_line") or "").strip(),
        "vars": frame.get("vars") or {},
    }


def exception_view(exception):
    mechanism = exception["mechanism"] or {}
    return {
        "type": exception["type"],
        "value": exception["value"],
        "mechanism": mechanism.get("type"),
        "handled": mechanism.get("handled"),
        "frames": [frame_view(frame) for frame in exception["frames"] or []],
    }


def event_view(document):
    """Of `picket show`."""
    request = document["request"] or {}
    return {
        **{key: document[key] for key in ("title", "level", "platform", "release", "environment", "server_name", "message",
                                          "fingerprint", "user", "contexts", "breadcrumbs")},
        "sdk": (document["sdk"] or {}).get("name"),
        "exceptions": [exception_view(exception) for exception in document["exceptions"]],
        "tags": pairs(document["tags"]),
        "extra": document["extra"] or {},
        "attachments": {attachment["filename"]: attachment["size"] for attachment in document["attachments"]},
        "request": {**request, "headers": pairs(request.get("headers")), "cookies": pairs(request.get("cookies"))},
    }


def delivery_view(document):
    return {
        "status": document["status"],
        "outcome": document["outcome"],
        "reason": document["reason"],
        "path": document["path"],
        "items": document["items"],
        "wire_bytes": document["bytes_on_wire"],
        "decoded_bytes": document["bytes_decoded"],
    }
