"""Personal text of decision records, kept beside the repository so that it can be erased.

What is written as `{personal: …}` never enters git: the record holds a mark and the salted hash
of the text. Erasing the text changes no commit, and the history still verifies.
"""

import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from copilot.analysis.decisions.personal_signs import MARKED, OPENED
from copilot.errors import DamagedLog, InputError, NotFound
from copilot.stores.private_files import write_private

_MARK = re.compile(r"\[personal (p\d+)\]")
_OF_ANOTHER = "[personal text of another record]"
ERASED = "[personal text, erased]"
ELSEWHERE = "[personal text, not on this machine]"
State = Literal["kept", "erased", "elsewhere", "altered"]


class Passage(BaseModel):
    """One stretch of personal text.

    Where it has been erased its salt is gone too, else what is short could be guessed.
    """

    salt: str
    text: str | None
    erased: str | None = None
    """The day on which it was erased, and by whom."""

    def fits(self, digest: str) -> bool:
        """Return whether the text is the one that was recorded."""
        return self.text is None or salted(self.text, self.salt) == digest


def salted(text: str, salt: str) -> str:
    """Return the SHA-256 of a text under a salt, so that short texts cannot be guessed."""
    return hashlib.sha256(bytes.fromhex(salt) + text.encode()).hexdigest()


def refuse_marked(where: str, fields: Mapping[str, Any], hint: str) -> None:
    """Refuse text marked as personal where it cannot be kept apart.

    Args:
        where: What the fields are of, as a sentence begins.
        fields: Values by the names people know them by, nested as they are.
        hint: What to do instead.

    Raises:
        InputError: A name or a value holds such text; the message has the name of the field only.
    """
    for name, value in fields.items():
        if _is_marked(name) or _is_marked(value):
            field = "a name" if _is_marked(name) else f"`{name}`"
            raise InputError(
                f"{where} marks text as personal in {field}, where it could not be erased.",
                hint=hint,
            )


class PersonalTexts:
    """A folder with one file a record.

    Args:
        folder: Where they are kept; it is never pushed anywhere.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def hide(self, body: str) -> tuple[str, dict[str, Passage]]:
        """Return a text with marks in place of what is personal, and what they stand for.

        Marks that stand in it already are another record's, and must not show text of this one.

        Raises:
            InputError: Some personal text does not end, or has braces in it.
        """
        kept: dict[str, Passage] = {}

        def mark(found: re.Match[str]) -> str:
            name = f"p{len(kept) + 1}"
            kept[name] = Passage(salt=secrets.token_hex(16), text=found[1].strip())
            return f"[personal {name}]"

        hidden = MARKED.sub(mark, _MARK.sub(_OF_ANOTHER, body))
        if open_one := OPENED.search(hidden):
            line = hidden.count("\n", 0, open_one.start()) + 1
            raise InputError(
                f"Line {line} of the record's text opens {{personal: and does not close it, or has"
                " braces in it; it would stay for good.",
                hint="Write {personal: …}, without braces between the two.",
            )
        return hidden, kept

    def keep(self, record: str, texts: dict[str, Passage]) -> None:
        """Keep the personal texts of a record.

        Raises:
            LogError: The folder cannot be written to.
        """
        if texts:
            plain = {name: one.model_dump(exclude_none=True) for name, one in texts.items()}
            write_private(self._path(record), json.dumps(plain, ensure_ascii=False, indent=1))

    def forget(self, record: str) -> None:
        """Take back the personal texts of a record that was not recorded."""
        with suppress(OSError):
            self._path(record).unlink(missing_ok=True)

    def read(self, record: str) -> dict[str, Passage]:
        """Return the personal texts of a record; none where they are kept elsewhere.

        Raises:
            DamagedLog: The file does not read.
        """
        path = self._path(record)
        if not path.is_file():
            return {}
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            return {name: Passage.model_validate({"text": None} | one) for name, one in raw.items()}
        except (ValueError, ValidationError, AttributeError, TypeError) as error:
            raise DamagedLog(
                f"The personal text {path} does not read.", verdict="altered"
            ) from error

    def shown(self, record: str, body: str) -> str:
        """Return a text with what is known of the personal parts in their place."""
        texts = self.read(record) if _MARK.search(body) else {}

        def fill(found: re.Match[str]) -> str:
            one = texts.get(found[1])
            return ELSEWHERE if one is None else one.text or ERASED

        return _MARK.sub(fill, body)

    def erase(self, record: str, by: str) -> int:
        """Erase all personal text of a record and return how many stretches it had.

        Raises:
            NotFound: It has none here.
        """
        texts = self.read(record)
        open_ones = [name for name, one in texts.items() if one.text is not None]
        if not open_ones:
            raise NotFound(
                f"{record} has no personal text on this machine.",
                hint="What is to be erasable is written as {personal: …} before it is recorded.",
            )
        for name in open_ones:
            texts[name] = Passage(salt="", text=None, erased=by)
        self.keep(record, texts)
        return len(open_ones)

    def states(self, record: str, digests: dict[str, str]) -> dict[str, State]:
        """Return for each mark of a record how its text stands against what was recorded."""
        texts = self.read(record)
        return {name: _state(texts.get(name), digest) for name, digest in digests.items()}

    def _path(self, record: str) -> Path:
        return self._folder / f"{record}.json"


def _is_marked(value: object) -> bool:
    """Return whether a value holds a mark; YAML reads one that is not quoted as a mapping."""
    if isinstance(value, Mapping):
        names = {str(name).strip().lower() for name in value}
        return "personal" in names or any(map(_is_marked, (*value, *value.values())))
    if isinstance(value, list | tuple):
        return any(map(_is_marked, value))
    return isinstance(value, str) and bool(OPENED.search(value))


def _state(text: Passage | None, digest: str) -> State:
    if text is None:
        return "elsewhere"
    if not text.fits(digest):
        return "altered"
    return "erased" if text.text is None else "kept"
