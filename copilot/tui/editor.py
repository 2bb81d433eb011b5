"""Writing a prompt in the user's own editor."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from copilot.errors import SetupError


def edit(text: str, command: str) -> str:
    """Return the text after the user has edited it; blocks until the editor is closed.

    Args:
        text: What to begin with.
        command: The editor with its own arguments, such as `code --wait`.

    Raises:
        SetupError: The editor cannot be started or did not end well.
    """
    handle, name = tempfile.mkstemp(suffix=".md", prefix="prompt-")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        _run([*shlex.split(command), name])
        # An editor may write another encoding; what does not decode is seen, and nothing is lost.
        return draft.read_text(encoding="utf-8", errors="replace").rstrip("\n")
    finally:
        draft.unlink(missing_ok=True)


def _run(words: list[str]) -> None:
    hint = "Name a working one in VISUAL or EDITOR."
    try:
        ended = subprocess.run(words, check=False)  # noqa: S603 - the user names it
    except (OSError, ValueError) as error:
        raise SetupError(f"The editor {words[0]!r} does not start: {error}.", hint=hint) from error
    if ended.returncode:
        raise SetupError(f"The editor {words[0]!r} ended with {ended.returncode}.", hint=hint)
