"""A session as a Markdown file, and where whatever is exported goes."""

import re
from collections.abc import Sequence
from pathlib import Path

from copilot.analysis.untrusted import clean, one_line
from copilot.domain.conversation import Message
from copilot.errors import LogError
from copilot.stores.exports.places import free_path


def session_markdown(title: str, messages: Sequence[Message]) -> str:
    """Return a session as Markdown, its sources at the end."""
    parts = [f"# {one_line(title) or 'Session'}", *map(_part, messages)]
    cited = {one.id: one for message in messages for one in message.citations}
    if cited:
        lines = (f"- [{one.id}] {one.title}. {one.source}".rstrip() for one in cited.values())
        parts.append("## Sources\n\n" + "\n".join(lines))
    return clean("\n\n".join(parts)) + "\n"


def write_export(folder: Path, title: str, text: str, suffix: str = ".md") -> Path:
    """Write the text to a new file of the folder; no file is ever replaced.

    Raises:
        LogError: The folder cannot be written to.
    """
    stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "session"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = free_path(folder, stem, suffix)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise LogError(
            f"The export cannot be written to {folder}: {error.strerror}.",
            hint="Check the folder's rights and free space.",
        ) from error
    return path


def _part(message: Message) -> str:
    if message.role == "user":
        return f"## You\n\n{message.text}"
    if message.role == "tool":
        return f"*{message.tool or 'skill'}*: {message.text}"
    mark = f"\n\n*Incomplete: {message.partial}*" if message.partial else ""
    return f"## Copilot\n\n{message.text}{mark}"
