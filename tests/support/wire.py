# SPDX-License-Identifier: GPL-3.0-or-later
"""A TCP connection to a server, byte by byte: what http.client will not send, and answers as they came."""
import contextlib
import dataclasses
import socket

from picket_program import PATIENCE, Failure


@dataclasses.dataclass(frozen=True)
class Answer:
    status: int
    headers: dict  # names in lower case
    body: bytes

    @property
    def keeps_alive(self):
        return self.headers.get("connection", "keep-alive").lower() != "close"


def chunked(body, sizes=None):
    """The body as `Transfer-Encoding: chunked` has it; the sizes are those of the chunks, the rest is the last one."""
    parts = []
    for size in sizes or []:
        parts.append(body[:size])
        body = body[size:]
    parts.append(body)
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts if part) + b"0\r\n\r\n"


class Wire:
    """One connection. What is not read as an answer stays for the next, as with pipelining."""

    def __init__(self, host, port, patience=PATIENCE):
        self.socket = socket.create_connection((host.strip("[]"), port), timeout=patience)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.unread = b""

    def send(self, data):
        """False when the peer has closed: its answer may be there all the same."""
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            return False
        return True

    def end(self):
        """Nothing more will be sent; answers may still come."""
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_WR)

    def close(self):
        self.socket.close()

    def _more(self):
        try:
            data = self.socket.recv(65536)
        except TimeoutError:
            raise Failure(f"no answer within {self.socket.gettimeout()} s; unread: {self.unread[:200]!r}") from None
        except ConnectionResetError:
            data = b""
        self.unread += data
        return bool(data)

    def closed_by_peer(self):
        """Waits until the peer closes; false when something else comes."""
        return not self.unread and not self._more()

    def answer(self, head_only=False):
        """The next answer that is not 100; None when the peer closed without one."""
        while True:
            while b"\r\n\r\n" not in self.unread:
                if not self._more():
                    return None
            head, _, self.unread = self.unread.partition(b"\r\n\r\n")
            status, *lines = head.decode("latin-1").split("\r\n")
            status = int(status.split(" ")[1])
            if status != 100:
                break
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = 0 if head_only else int(headers.get("content-length", "0"))
        while len(self.unread) < length:
            if not self._more():
                raise Failure(f"the connection closed inside of an answer: {head[:200]!r}")
        body, self.unread = self.unread[:length], self.unread[length:]
        return Answer(status, headers, body)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
