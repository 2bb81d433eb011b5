"""A model hub on loopback: the layout of the real one, with faults on demand."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Hub(ThreadingHTTPServer):
    """Serves one file under any repository.

    Args:
        content: The bytes of the file.
        cuts: How many of the first answers break off half-way.
        tag: The ETag of the file.
        redirect: Where the file is said to be, with {path} for the path behind the hub.
    """

    def __init__(
        self, content: bytes, *, cuts: int = 0, tag: str = '"one"', redirect: str = "/cdn{path}"
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.content, self.cuts, self.tag, self.redirect = content, cuts, tag, redirect
        self.ranges: list[str | None] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Hub

    def do_GET(self) -> None:
        if "missing" in self.path:
            self.send_error(404)
        elif "/resolve/main/" in self.path and not self.path.startswith("/cdn"):
            self.send_response(302)
            self.send_header("Location", self.server.redirect.format(path=self.path))
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._send(self._asked_start())

    def log_message(self, *args: object) -> None:
        """Keep quiet."""

    def _asked_start(self) -> int:
        asked = self.headers.get("Range")
        self.server.ranges.append(asked)
        same = self.headers.get("If-Range", self.server.tag) == self.server.tag
        return int(asked.removeprefix("bytes=").rstrip("-")) if asked and same else 0

    def _send(self, start: int) -> None:
        rest = self.server.content[start:]
        if start and not rest:
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("ETag", self.server.tag)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.close_connection = self.server.cuts > 0
        if self.server.cuts:
            self.server.cuts -= 1
            rest = rest[: len(rest) // 2]
        self.wfile.write(rest)


@contextmanager
def serving(hub: Hub) -> Iterator[Hub]:
    """Serve until the block ends."""
    thread = Thread(target=hub.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield hub
    finally:
        hub.shutdown()
        thread.join()
        hub.server_close()
