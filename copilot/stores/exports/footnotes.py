"""Footnotes of a Markdown document: where a text names a source, a mark leads to its words."""

import re
from collections.abc import Iterator, Mapping

from copilot.stores.exports.written import flat

_NAMED = re.compile(r"(?<!\\)\[(?P<id>[^\s\[\]^]+)\](?![\[(:])")
_BORNE = re.compile(r"\*\((?:cited|derived|assumed): (?P<ids>[^()*]+)\)\*")


class Footnotes:
    """The sources that a document names, in the order in which it does.

    Args:
        texts: What each source says, by its id.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = {name: flat(text) for name, text in texts.items()}
        self.labels: dict[str, str] = {}
        """Label of the footnote of each source that was named, by its id."""

    def marked(self, text: str) -> str:
        """Return a text with a mark behind each `[id]` and each `*(cited: id, id)*`."""
        marked = _NAMED.sub(lambda found: found[0] + self._mark(found["id"]), text)
        return _BORNE.sub(self._borne, marked)

    def lines(self) -> Iterator[str]:
        """Yield the footnotes themselves."""
        for name, label in self.labels.items():
            yield f"[^{label}]: {name}: {self.texts[name]}"

    def _borne(self, found: re.Match[str]) -> str:
        ids = (one.strip() for one in found["ids"].split(","))
        return found[0] + "".join(map(self._mark, ids))

    def _mark(self, name: str) -> str:
        if not self.texts.get(name):
            return ""
        return f"[^{self.labels.setdefault(name, f's{len(self.labels) + 1}')}]"
