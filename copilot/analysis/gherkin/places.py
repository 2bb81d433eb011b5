"""Where things of a parsed text stand, as offsets."""

from collections.abc import Iterator
from typing import Any


class Places:
    """The lines of a text and where each begins.

    Args:
        text: What was parsed.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def find(self, words: str, line: int) -> tuple[int, int]:
        """Return the span of words on a line, counted from 1."""
        at = max(self._lines[line - 1].rfind(words), 0)
        start = self._starts[line - 1] + at
        return start, start + len(words)

    def description(self, part: Any, last: int) -> Iterator[tuple[str, int]]:
        """Yield the lines of a description with their starts."""
        wanted = [line for line in str(part.get("description") or "").split("\n") if line.strip()]
        number = part["location"]["line"]
        for text in wanted:
            while number < last and self._lines[number].strip() != text.strip():
                number += 1
            start = self._starts[number] + self._lines[number].find(text.strip())
            yield text.strip(), start
            number += 1

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines) - 1
