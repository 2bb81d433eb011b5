"""What is told of a scan: how much it masked, and what it cannot see."""

from collections.abc import Mapping

from copilot.domain.survey_parts import Pii

NOTE = (
    "The scan knows shapes, check digits, common names of many countries and some cues: it misses "
    "many names that are rare, misspelt or in small letters, more of them in other languages and "
    "scripts than English, and people known by their role or by rare circumstances."
)


def report(counts: Mapping[str, int]) -> Pii:
    """Return counts by kind, most frequent first, with what such a scan cannot find.

    Args:
        counts: How often each kind was masked, such as `MaskedTexts.counts`, summed.
    """
    kinds = {
        kind: count
        for kind, count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))
        if count
    }
    return Pii(masked=sum(kinds.values()), kinds=kinds, note=NOTE)
