"""Past conversations: the project's own list, in the same SQLite file as the checkpoints.

WAL with synchronous=FULL: a turn that was shown as saved survives a power cut.
"""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from copilot.domain.artifact import Usage
from copilot.domain.conversation import SessionSummary
from copilot.errors import NotFound
from copilot.stores.private_files import make_private_folder, sqlite_errors

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, first_prompt TEXT NOT NULL,
    created TEXT NOT NULL, updated TEXT NOT NULL, turns INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL, cost_usd REAL
)"""
TITLE_LENGTH = 60


class Sessions:
    """The list of sessions of one workspace.

    Args:
        path: The SQLite file, created with mode 600 at the first write.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self) -> str:
        """Return a new session id; the session is listed from its first turn on."""
        return uuid.uuid4().hex[:12]

    def record_turn(self, session: str, prompt: str, usage: Usage, now: datetime) -> None:
        """Count one turn of a session, listing the session when it is the first."""
        title = " ".join(prompt.split())[:TITLE_LENGTH]
        stamp = now.isoformat()
        with self._opened() as table:
            table.execute(
                "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?) "
                "ON CONFLICT(id) DO UPDATE SET updated = excluded.updated, turns = turns + 1, "
                "input_tokens = input_tokens + excluded.input_tokens, "
                "output_tokens = output_tokens + excluded.output_tokens, "
                "cost_usd = cost_usd + excluded.cost_usd",
                (
                    *(session, title, prompt, stamp, stamp),
                    *(usage.input_tokens, usage.output_tokens, usage.cost_usd),
                ),
            )

    def recent(self, limit: int = 50) -> list[SessionSummary]:
        """Return sessions, the last used first."""
        return self._select("ORDER BY updated DESC, rowid DESC LIMIT ?", (limit,))

    def search(self, text: str, limit: int = 50) -> list[SessionSummary]:
        """Return sessions whose title or first prompt holds the text, the last used first."""
        where = "WHERE instr(lower(title || ' ' || first_prompt), lower(?)) > 0 "
        return self._select(where + "ORDER BY updated DESC LIMIT ?", (text, limit))

    def summary(self, session: str) -> SessionSummary:
        """Return one session by its id or an unambiguous beginning of it.

        Raises:
            NotFound: No session, or more than one, has that id.
        """
        found = self._select(
            "WHERE substr(id, 1, length(?1)) = ?1 ORDER BY length(id) LIMIT 2", (session,)
        )
        if session and (len(found) == 1 or (found and found[0].id == session)):
            return found[0]
        raise NotFound(
            f"{'More than one' if found else 'No'} session has the id {session!r}.",
            hint="See them: pm-copilot sessions list",
        )

    def rename(self, session: str, title: str) -> None:
        """Give a session another title."""
        known = self.summary(session).id
        with self._opened() as table:
            table.execute("UPDATE sessions SET title = ? WHERE id = ?", (title, known))

    def delete(self, session: str) -> SessionSummary:
        """Delete a session with its messages, and return what it was."""
        summary = self.summary(session)
        with self._opened() as table:
            table.execute("DELETE FROM sessions WHERE id = ?", (summary.id,))
            for name in ("checkpoints", "writes"):
                if table.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone():
                    table.execute(f"DELETE FROM {name} WHERE thread_id = ?", (summary.id,))  # noqa: S608 - a constant name
        return summary

    def _select(self, rest: str, values: tuple[object, ...]) -> list[SessionSummary]:
        if not self.path.exists():
            return []
        with self._opened() as table:
            rows = table.execute(f"SELECT * FROM sessions {rest}", values)  # noqa: S608 - a constant
            return [_summary(row) for row in rows]

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        make_private_folder(self.path.parent)
        with (
            sqlite_errors(self.path),
            closing(sqlite3.connect(self.path, timeout=20)) as table,
            table,
        ):
            self.path.chmod(0o600)
            table.execute("PRAGMA journal_mode=WAL")
            table.execute("PRAGMA synchronous=FULL")
            table.execute(_SCHEMA)
            yield table


def _summary(row: tuple[str, str, str, str, str, int, int, int, float | None]) -> SessionSummary:
    return SessionSummary(
        id=row[0],
        title=row[1],
        first_prompt=row[2],
        created=datetime.fromisoformat(row[3]),
        updated=datetime.fromisoformat(row[4]),
        turns=row[5],
        usage=Usage(input_tokens=row[6], output_tokens=row[7], cost_usd=row[8]),
    )
