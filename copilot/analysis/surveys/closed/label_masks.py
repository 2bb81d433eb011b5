"""Which personal data is masked in a label, which is an option, a group or a header."""

from collections.abc import Collection, Mapping, Sequence

from copilot.analysis.privacy import name_cues as cues
from copilot.analysis.privacy.finding import FILLER, Found
from copilot.analysis.privacy.masking import Masked, Masker
from copilot.analysis.privacy.name_book import folded
from copilot.analysis.privacy.own_names import is_person_column
from copilot.analysis.surveys.columns.header_words import names_place, names_segment
from copilot.domain.survey_parts import Column

_CUES = (cues.NAMED, cues.STRONG, cues.SELF, cues.SIGNED)
_POPULAR = 5
"""Rows from which an answer is one on offer."""
_SMALL = 50
"""Answers below which two rows are enough for that."""
_MOSTLY = 0.8


class LabelMasks:
    """Masks the labels of one survey, each the same way wherever it stands.

    Addresses, numbers and whatever else has a shape are masked in all labels. A name is, where

    - the survey's own columns give it away, or a person has listed it,
    - a cue stands before it, such as `ask` or `my name is`,
    - other personal data stands in the same label, or
    - the label is none on offer, see `on_offer`.

    So `Paris`, `Sofia` and brands stay options, and a name that is typed beside them goes.

    Args:
        masker: Of the survey.
        own: Names that its columns give away, folded.
    """

    def __init__(self, masker: Masker, own: Collection[str]) -> None:
        self._masker = masker
        self._own = frozenset(own)
        self._done: dict[tuple[str, bool], Masked] = {}

    def mask(self, label: str, *, is_choice: bool = True) -> Masked:
        """Return a label with placeholders.

        Args:
            label: An option, a group, a header.
            is_choice: Whether it is on offer, as headers are too.
        """
        key = label, is_choice
        if key not in self._done:
            self._done[key] = self._masked(label, is_choice=is_choice)
        return self._done[key]

    def found_across(self, cell: str, mark: str) -> bool:
        """Return whether personal data holds what stands between labels, as an address may."""
        return any(mark in item.value for item in self._masker.find(cell))

    def on_offer(self, column: Column, counts: Mapping[str, int]) -> frozenset[str]:
        """Return the labels of a column that are on offer, not what somebody has typed.

        Where the header asks for a trait, such as a country or a town, all are. Elsewhere they
        are those that five people or more give (two in a small survey), if these are most
        answers. None are where the header or most labels are of people.

        Args:
            column: What it holds.
            counts: How many rows have each label.
        """
        if is_person_column(column.name) or self._are_people(counts):
            return frozenset()
        if names_place(column.name) or (column.type == "segment" and names_segment(column.name)):
            return frozenset(counts)
        total = sum(counts.values())
        least = _POPULAR if total >= _SMALL else 2
        popular = {label: rows for label, rows in counts.items() if rows >= least}
        return frozenset(popular) if sum(popular.values()) >= _MOSTLY * total else frozenset()

    def _are_people(self, counts: Mapping[str, int]) -> bool:
        named = sum(self._is_person(label) for label in counts)
        return 2 * named > len(counts)

    def _is_person(self, label: str) -> bool:
        """Return whether a label is a name, with an address or a number beside it or without."""
        found = self._masker.find(label)
        names = [item for item in found if item.kind == "name"]
        return len(names) == 1 and (names[0].value == label or len(found) > 1)

    def _masked(self, label: str, *, is_choice: bool) -> Masked:
        found = self._masker.find(label)
        spared = self._spared(label, found) if is_choice else []
        if not spared:
            return self._masker.mask(label)
        # A filler is to every rule what a placeholder is, so that the rest is read as it was.
        hidden = _replaced(label, [(one.start, one.end, FILLER) for one in spared])
        masked = self._masker.mask(hidden)
        pieces = masked.text.split(FILLER)
        names = [*(one.value for one in spared), ""]
        text = "".join(piece + name for piece, name in zip(pieces, names, strict=True))
        return Masked(text, masked.found)

    def _spared(self, label: str, found: Sequence[Found]) -> list[Found]:
        """Return the names that may stay."""
        if FILLER in label or any(item.kind != "name" for item in found):
            return []
        return [item for item in found if not self._is_own(item) and not _is_cued(label, item)]

    def _is_own(self, item: Found) -> bool:
        whole = " ".join(folded(item.value).split())
        return whole in self._own or all(word in self._own for word in whole.split())


def _is_cued(label: str, item: Found) -> bool:
    before = label[: item.start]
    return any(cue.search(before) for cue in _CUES)


def _replaced(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    pieces, end = [], 0
    for start, stop, new in spans:
        pieces += [text[end:start], new]
        end = stop
    return "".join((*pieces, text[end:]))
