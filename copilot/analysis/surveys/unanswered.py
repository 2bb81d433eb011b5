"""What is told of a question that a survey does not answer, or not as it was asked."""

from collections.abc import Sequence

from copilot.analysis.surveys.findings import PARTS_OF_SCORE, Finding
from copilot.analysis.surveys.understanding import Known

SHOWN = 6
"""Names of a kind that are listed."""
FUTURE = "A survey says what people said; it says nothing of what will be."
CHANGES = (
    "The summary is of one export: nothing in it is compared with an earlier one. Summarize the"
    " earlier export too, and ask each by its id: --survey ID"
)
NO_CAUSE = "The survey does not say why: what goes together need not be its cause."
NO_DIFFERENCE = "No group that was compared differs clearly from the others."
NOT_WEIGHTED = (
    "Nothing in this summary is weighted to all users. Say what all users are, and summarize"
    " again: --population FILE.yaml"
)
NOBODY_MISSING = "Nobody stands out as missing in the file."


def nothing_of(words: Sequence[str], known: Known, found: Sequence[Finding]) -> str:
    """Return that a survey says nothing of some words, and what it can be asked about."""
    said = " ".join(word.strip(".,:;?!\"'“”()") for word in words)
    about = f" of “{said}”" if said else ""
    questions = [one.names[0] for one in found if one.kind == "closed"]
    lists = {
        "themes": known.themes,
        "groups": [*known.groups],
        "questions": [*dict.fromkeys(questions)],
    }
    told = "; ".join(f"{kind}: {_listed(names)}" for kind, names in lists.items() if names)
    return f"The survey has no result{about}." + (f" It has {told}." if told else "")


def most_told(themes: Sequence[Finding]) -> str:
    """Return whether most speak of any of some themes, as far as intervals allow."""
    most = [one.names[0] for one in themes if one.ci and one.ci[0] > 0.5]
    if most:
        return f"Most speak of {_listed(most)}."
    if any(one.ci and one.ci[1] >= 0.5 for one in themes):
        return "Whether most do is not sure: the interval reaches over a half."
    return "Not most: no theme here is spoken of by half of the answers."


def not_compared(name: str, known: Known, found: Sequence[Finding]) -> str:
    """Return that figures are of all people, since a group was not compared."""
    question = known.offered[name]
    return (
        f"These figures are of all people, not of “{name}”: themes are compared {_by(found)},"
        f" not by “{question}”."
        f' Summarize again with --segment "{question}".'
    )


def not_set_apart(names: Sequence[str], known: Known, found: Sequence[Finding]) -> str:
    """Return that some answers are not compared with each other, and what can be done."""
    question = known.offered[names[0]]
    told = f"{_listed(names)} are not compared with each other: figures are compared {_by(found)}."
    if names[0] in PARTS_OF_SCORE:
        return f"{told} What goes along with the score can be asked: what drives the NPS?"
    return f'{told} Summarize again with --segment "{question}".'


def _by(found: Sequence[Finding]) -> str:
    segments = [*dict.fromkeys(one.segment for one in found if one.segment)]
    return f"by {_listed(segments)}" if segments else "by no group"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    told = ", ".join(f"“{name}”" for name in names[:SHOWN])
    return f"{told} and {more} more" if more > 0 else told
