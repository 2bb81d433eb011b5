"""An OpenAI-compatible server on loopback that answers as it is told."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class Chat:
    """What the server answers.

    Args:
        status: 200 streams `words`; another one is answered with an error.
        words: The reply, a chunk each.
        cut: True breaks the connection behind the words, without an end.
        body: Sent as it is, whatever was asked.
        models: What `/models` lists.
    """

    def __init__(
        self,
        status: int = 200,
        words: Sequence[str] = ("Hello", " there"),
        *,
        cut: bool = False,
        body: bytes | None = None,
        models: Sequence[str] = ("tiny",),
    ) -> None:
        self.status, self.words, self.cut, self.body = status, words, cut, body
        self.models = models
        self.url = ""
        self.keys: list[str | None] = []
        self.asked: list[dict[str, Any]] = []


class _Handler(BaseHTTPRequestHandler):
    chat: Chat

    def do_GET(self) -> None:
        listed = {"data": [{"id": name} for name in self.chat.models]}
        self._answer(json.dumps(listed).encode())

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.chat.asked.append(json.loads(self.rfile.read(length)))
        if self.chat.asked[-1].get("stream"):
            self._answer(self._streamed(), "text/event-stream")
        else:
            self._answer(_whole("".join(self.chat.words)))

    def log_message(self, *args: object) -> None:
        """Keep quiet."""

    def _answer(self, good: bytes, kind: str = "application/json") -> None:
        self.chat.keys.append(self.headers.get("Authorization"))
        fault = b'{"error": {"message": "told to fail"}}'
        content = self.chat.body or (good if self.chat.status == 200 else fault)
        self.send_response(self.chat.status)
        self.send_header("Content-Type", kind if self.chat.status == 200 else "application/json")
        self.send_header("x-should-retry", "false")
        # A promise of more than comes is how a broken connection looks to the other side.
        self.send_header("Content-Length", str(len(content) + (1000 if self.chat.cut else 0)))
        self.end_headers()
        self.wfile.write(content)

    def _streamed(self) -> bytes:
        chunks = [_chunk({"content": word}) for word in self.chat.words]
        ends = [] if self.chat.cut else [_chunk({}, "stop"), "[DONE]"]
        return "".join(f"data: {chunk}\n\n" for chunk in [*chunks, *ends]).encode()


def _whole(text: str) -> bytes:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    about = {"id": "1", "object": "chat.completion", "created": 1, "model": "tiny"}
    return json.dumps({**about, "choices": [choice]}).encode()


def _chunk(delta: dict[str, str], finish: str | None = None) -> str:
    choice = {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": finish}
    about = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "tiny"}
    return json.dumps({**about, "choices": [choice]})


@contextmanager
def serving_chat(chat: Chat) -> Iterator[Chat]:
    """Serve until the block ends."""
    handler = type("Handler", (_Handler,), {"chat": chat})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    chat.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield chat
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
