"""Run llama.cpp beside this process, as an OpenAI-compatible server on loopback.

The server asks for a key made anew at every start: without one, any page open in a browser
on this machine could use the model. It ends with this process, however that ends.
"""

import json
import secrets
import subprocess
import sys
import weakref
from pathlib import Path
from threading import Lock

from pydantic import SecretStr

from copilot.errors import SetupError

PROCESS = Path(__file__).with_name("embedded_process.py")
GGUF_MAGIC = b"GGUF"


class EmbeddedServer:
    """One model being served; it stops when it is closed or collected.

    Args:
        weights: The GGUF file.
        context: Tokens of prompt and reply together.

    Raises:
        SetupError: xllamacpp is not installed, or the weights cannot be loaded.
    """

    def __init__(self, weights: Path, context: int) -> None:
        _refuse_what_is_no_gguf(weights)
        self.weights = weights
        self.context = context
        self.key = SecretStr(secrets.token_urlsafe(24))
        self._process = _started()
        self.close = weakref.finalize(self, _stop, self._process)
        """Stop serving and give the memory back; a second call does nothing."""
        self.base_url = f"{self._loaded()}/v1"

    @property
    def runs(self) -> bool:
        """Whether the server is still there."""
        return self._process.poll() is None

    def _loaded(self) -> str:
        """Wait until the weights are loaded and return where the server listens."""
        asked = {"weights": str(self.weights), "context": self.context}
        told = _talk(self._process, asked | {"key": self.key.get_secret_value()})
        if "url" in told:
            return told["url"]
        self.close()
        if "missing" in told:
            raise SetupError(
                f"The embedded model needs xllamacpp, which cannot be imported: {told['missing']}.",
                hint="pip install 'pm-copilot[local]'",
            )
        raise _unusable(self.weights, "llama.cpp cannot load it")


class EmbeddedServers:
    """The servers this process has started, one for each file of weights."""

    def __init__(self) -> None:
        self._running: dict[Path, EmbeddedServer] = {}
        self._lock = Lock()

    def start(self, weights: Path, context: int) -> EmbeddedServer:
        """Return the server of these weights, loading them if it does not run yet.

        Blocks while loading, without holding up other threads. A server that has another
        context or has died is replaced.

        Raises:
            SetupError: xllamacpp is not installed, or the weights cannot be loaded.
        """
        with self._lock:
            server = self._running.get(weights)
            if server is not None and server.context == context and server.runs:
                return server
            if server is not None:
                self._running.pop(weights).close()
            self._running[weights] = EmbeddedServer(weights, context)
            return self._running[weights]

    def close(self) -> None:
        """Stop all servers."""
        with self._lock:
            while self._running:
                self._running.popitem()[1].close()


def _started() -> "subprocess.Popen[str]":
    # A session of its own: Ctrl+C in the terminal is for the user's process to answer.
    return subprocess.Popen(
        (sys.executable, "-P", str(PROCESS)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def _talk(process: "subprocess.Popen[str]", asked: dict[str, object]) -> dict[str, str]:
    """Send one line and return the answer, empty where the process ended without one."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        answer: dict[str, str] = json.loads(process.stdout.readline() or "{}")
    except BrokenPipeError:
        return {}
    return answer


def _stop(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _refuse_what_is_no_gguf(weights: Path) -> None:
    try:
        with weights.open("rb") as file:
            magic = file.read(len(GGUF_MAGIC))
    except OSError as error:
        raise _unusable(weights, error.strerror or "it cannot be read") from error
    if magic != GGUF_MAGIC:
        raise _unusable(weights, "it is not a GGUF file")


def _unusable(weights: Path, reason: str) -> SetupError:
    return SetupError(
        f"The weights {weights} cannot be used: {reason}.",
        hint=f"Remove that file, then: pm-copilot models pull {weights.stem}",
    )
