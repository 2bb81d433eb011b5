"""A survey as it was given, without personal data in its closed questions and headers."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from copilot.analysis.privacy.masking import Masker
from copilot.analysis.surveys.closed.label_masks import LabelMasks
from copilot.analysis.surveys.closed.masked_columns import MaskedColumns, masked_columns
from copilot.analysis.surveys.missing.population import Population
from copilot.analysis.surveys.plan import Given


class MaskedSurvey(NamedTuple):
    """What was given, masked, and how often."""

    given: Given
    segments: tuple[str, ...]
    """Columns whose groups are compared, by their new names."""
    counts: Mapping[str, int] = MappingProxyType({})
    """How many values of each kind were masked."""


def masked_survey(
    given: Given, segments: Sequence[str], masker: Masker, own: Collection[str]
) -> MaskedSurvey:
    """Return a survey whose labels can be shown; open answers are masked where they are read.

    Args:
        given: What was read from files.
        segments: Names of columns whose groups are compared, as they were typed.
        masker: Replaces personal data; is told which placeholders the file has of itself.
        own: Names that the file's own columns give away, or that a person has listed.
    """
    frame = given.table.frame
    compared = _compared(given, segments)
    _reserve(given, compared, masker)
    masks = LabelMasks(masker, own)
    found = masked_columns(frame, given.columns, masks, compared)
    users = given.population

    def renamed(name: str) -> str:
        return found.names.get(name) or masks.mask(name).text

    questions = [
        one._replace(name=renamed(one.name), columns=tuple(map(renamed, one.columns)))
        for one in given.questions
    ]
    masked = given._replace(
        table=given.table._replace(frame=found.frame),
        columns=found.columns,
        questions=questions,
        labels={renamed(name): rows for name, rows in given.labels.items()},
        population=users and _masked_population(users, found, masks),
        remarks=tuple(masks.mask(remark).text for remark in given.remarks),
    )
    return MaskedSurvey(masked, tuple(found.names.get(one, one) for one in segments), found.counts)


def _compared(given: Given, segments: Sequence[str]) -> frozenset[str]:
    """Return the columns that are compared, or weighted by, whatever they were taken for."""
    known = {_folded(name) for name in given.population.margins} if given.population else set()
    names = given.table.frame.columns
    return frozenset(name for name in names if name in segments or _folded(name) in known)


def _reserve(given: Given, compared: Collection[str], masker: Masker) -> None:
    frame, opened = given.table.frame, {name for one in given.questions for name in one.columns}
    masker.reserve(frame.columns)
    for column in given.columns:
        if column.type not in ("id", "ignore") or column.name in {*opened, *compared}:
            masker.reserve(frame[column.name].unique().to_list())


def _masked_population(users: Population, found: MaskedColumns, masks: LabelMasks) -> Population:
    """Return the shares of groups under the names that these have in the masked survey."""
    old = {_folded(name): name for name in found.names}
    margins = {}
    for named, groups in users.margins.items():
        name = named if named in found.names else old.get(_folded(named), named)
        offered = {_folded(label) for label in found.offered.get(name, ())}
        margins[found.names.get(name) or masks.mask(named).text] = {
            masks.mask(group, is_choice=_folded(group) in offered).text: share
            for group, share in groups.items()
        }
    return users._replace(margins=margins)


def _folded(name: str) -> str:
    return name.strip().casefold()
