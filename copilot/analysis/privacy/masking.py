"""Mask personal data, consistently over one survey, and refuse what is not masked."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from copilot.analysis.privacy.finding import FILLER, Found, merged
from copilot.analysis.privacy.name_book import Known, folded
from copilot.analysis.privacy.names import NameFinder
from copilot.analysis.privacy.placeholders import Issuer, Vault, placeholders_in
from copilot.analysis.privacy.plain_view import plain_view
from copilot.analysis.privacy.shapes import ShapeFinder

_MOST_ROUNDS = 20
"""Each round looks once more at what masking has left; two are the rule."""


class Masked(NamedTuple):
    """A text without what was found in it."""

    text: str
    found: tuple[Found, ...]
    """In order, with places in the text as it was."""


class MaskedTexts(NamedTuple):
    """Texts of a column, in its order."""

    texts: tuple[str | None, ...]
    found: Mapping[int, tuple[Found, ...]]
    """By position, where there was something."""

    @property
    def counts(self) -> Counter[str]:
        """How often each kind of personal data was found."""
        found = (item.kind for items in self.found.values() for item in items)
        return Counter(kind for kind in found if kind != "text")


class Masker:
    """Masks the texts of one survey; a value has the same placeholder in all of them.

    Args:
        names: Names that the survey's own columns give away, see `names_from`.
        known: Lists of names and rules, see `read_known` of the stores.
    """

    def __init__(self, names: Collection[str], known: Known) -> None:
        self._known = known
        self._names = NameFinder(names, known)
        self._shapes = ShapeFinder(known.shapes)
        self._issuer = Issuer()
        self._made: set[str] = set()

    @property
    def vault(self) -> Vault:
        """What stands for what, so far."""
        return self._issuer.vault

    def reserve(self, texts: Iterable[str | None]) -> None:
        """See to it that no placeholder is given out which stands in one of the texts.

        `mask_many` does so for its own; with several columns, reserve all before the first.
        """
        for text in texts:
            if text:
                self._issuer.reserve(text)

    def mask(self, text: str) -> Masked:
        """Return a text with placeholders; a text that this masker made stays as it is.

        What looks like a placeholder of ours in any other text gets one itself.
        """
        if text in self._made:
            return Masked(text, ())
        found = merged(text, (*self._claims(text), *self.find(text)))
        self._issuer.reserve(text)
        masked = "".join(self._pieces(text, found))
        if found:
            self._made.add(masked)
        return Masked(masked, tuple(found))

    def mask_many(self, texts: Sequence[str | None]) -> MaskedTexts:
        """Return texts with placeholders, the empty ones as they are."""
        self.reserve(texts)
        masked: list[str | None] = []
        found: dict[int, tuple[Found, ...]] = {}
        for position, text in enumerate(texts):
            one = self.mask(text) if text else None
            masked.append(one.text if one else text)
            if one and one.found:
                found[position] = one.found
        return MaskedTexts(tuple(masked), found)

    def find(self, text: str) -> tuple[Found, ...]:
        """Return what would be masked in a text; placeholders are passed over."""
        view = plain_view(text)
        return tuple(
            Found(item.kind, start, end, text[start:end])
            for item in self._find_plain(view.text)
            for start, end in [view.of_original(item.start, item.end)]
        )

    def _find_plain(self, text: str) -> list[Found]:
        taken = list(placeholders_in(text))
        found: list[Found] = []
        for _ in range(_MOST_ROUNDS):
            if taken:
                rest = _Rest(text, taken)
                new = [rest.of_original(item) for item in self._scan(rest.text)]
            else:
                new = self._scan(text)
            if not new:
                break
            found += new
            taken = sorted({*taken, *((item.start, item.end) for item in new)})
        return sorted(found, key=lambda item: item.start)

    def _claims(self, text: str) -> Iterator[Found]:
        """Yield what looks like a placeholder that stands for something else already."""
        for start, end in placeholders_in(text):
            if self._issuer.is_issued(text[start:end]):
                yield Found("text", start, end, text[start:end])

    def _scan(self, text: str) -> list[Found]:
        found: list[Found] = []
        if self._shapes.may_find(text):
            found += self._shapes.find(text)
        if self._names.may_find(text):
            found += self._names.find(text)
        whole = [item for item in found if FILLER not in item.value]
        return merged(text, (*whole, *self._repeats(text, whole))) if whole else []

    def _repeats(self, text: str, found: Sequence[Found]) -> Iterator[Found]:
        """Yield the other places of what was found, so that none of it stays."""
        for kind, value in dict.fromkeys((item.kind, item.value) for item in found):
            flags = re.IGNORECASE if self._is_telling(value) else re.NOFLAG
            for match in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text, flags):
                yield Found(kind, match.start(), match.end(), match[0])

    def _is_telling(self, value: str) -> bool:
        """Return whether a value in other letters is the same, and not an ordinary word."""
        return folded(value) not in self._known.ordinary

    def _pieces(self, text: str, found: Iterable[Found]) -> Iterator[str]:
        end = 0
        for item in found:
            yield text[end : item.start]
            yield self._issuer.placeholder(item.kind, item.value)
            end = item.end
        yield text[end:]


def payload_is_clean(text: str, masker: Masker) -> bool:
    """Return whether a second scan of what is about to be sent finds nothing.

    Send nothing where it does; an answer of True is no proof, see the note of `report`.
    """
    return not masker.find(text)


class _Rest:
    """What is left of a text: each stretch that is taken is one filler, whatever its length.

    So a text and its masked form are the same to every rule, and masking twice changes nothing.
    """

    def __init__(self, text: str, taken: Sequence[tuple[int, int]]) -> None:
        self._original = text
        pieces: list[str] = []
        self._starts, self._shifts = [0], [0]
        end = length = 0
        for start, stop in taken:
            pieces += (text[end:start], FILLER)
            length += start - end + 1
            self._starts.append(length)
            self._shifts.append(stop - length)
            end = stop
        self.text = "".join((*pieces, text[end:]))

    def of_original(self, item: Found) -> Found:
        """Return a find with its place in the original text."""
        shift = self._shifts[bisect_right(self._starts, item.start) - 1]
        start, end = item.start + shift, item.end + shift
        return Found(item.kind, start, end, self._original[start:end])
