"""Of drafted stories and specifications: is nothing lost, and nothing slipped in?"""

from collections.abc import Iterator, Mapping
from typing import Any

from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scoring import Score, scorer


@scorer(version=1)
def loses_nothing(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every statement of the source has a place, and what no story holds to is asked about."""
    coverage = outcome.body.get("coverage")
    if not coverage or not outcome.body.get("statements"):
        return None
    if coverage["unread"]:
        return Score(False, f"Has no place: {', '.join(coverage['unread'])}.")
    asked = " ".join(outcome.body.get("questions", []))
    silent = [name for name in coverage["missing"] if name not in asked]
    if silent:
        return Score(False, f"Missing and not asked about: {', '.join(silent)}.")
    return Score(True, f"{len(coverage['covered'])} requirements are covered, the rest is asked.")


@scorer(version=1)
def names_real_sources(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every source that a story, statement or requirement names exists."""
    body = outcome.body
    if "requirements" not in body:
        return None
    known = {str(row["id"]) for key in ("statements", "requirements") for row in body.get(key, [])}
    known |= {citation.id for citation in outcome.citations}
    strange = sorted(set(_named(body)) - known)
    if strange:
        return Score(False, f"Names what does not exist: {', '.join(strange)}.")
    return Score(True, "Every source exists.")


@scorer(version=1)
def quotes_the_source(case: EvalCase, outcome: Outcome) -> Score | None:
    """What counts as cited from the source stands in it, word for word."""
    statements = outcome.body.get("statements")
    if not statements:
        return None
    told = _plain(" ".join(map(str, case.request.values())))
    wrong = [str(row["text"]) for row in statements if not _stands(str(row["text"]), told)]
    if wrong:
        return Score(False, f"Does not stand in the source: {wrong[0][:100]!r}.")
    return Score(True, f"{len(statements)} statements stand in the source.")


@scorer(version=1)
def reads_requirements(case: EvalCase, outcome: Outcome) -> Score | None:
    """For each group of words that is expected, one requirement has all of them."""
    if not case.expect.requires:
        return None
    texts = [_plain(str(row["text"])) for row in outcome.body.get("requirements", [])]
    for group in case.expect.requires:
        if not any(all(_plain(word) in text for word in group) for text in texts):
            return Score(False, f"No requirement has {', '.join(map(repr, group))}.")
    return Score(True, f"{len(case.expect.requires)} requirements are read.")


@scorer(version=1)
def flags_inventions(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every invention that was slipped in is pointed out where it stands, or left out."""
    if not case.expect.flags:
        return None
    flagged = " ".join(
        str(finding["message"])
        for story in outcome.body.get("stories", [])
        for finding in story["findings"]
        if finding["criterion"] == "grounded"
    )
    shown = " ".join(_texts(outcome.body))
    missed = [one for one in case.expect.flags if one in shown and one not in flagged]
    if missed:
        return Score(False, f"Stands there without a mark: {', '.join(missed)}.")
    return Score(True, f"{len(case.expect.flags)} inventions are marked or left out.")


def _named(body: Mapping[str, Any]) -> Iterator[str]:
    for story in body.get("stories", []):
        yield from story["sources"]
    for section in body.get("sections", []):
        for row in section["statements"]:
            yield from row["sources"]
    for requirement in body["requirements"]:
        yield from requirement["sources"]


def _texts(body: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a draft says; findings and questions speak of it."""
    for story in body.get("stories", []):
        yield from (story["title"], story["as_a"], story["i_want"], story["so_that"])
        for criterion in story["criteria"]:
            yield from (*criterion["given"], criterion["when"], *criterion["then"])
    for section in body.get("sections", []):
        yield from (row["text"] for row in section["statements"])
    for requirement in body.get("requirements", []):
        yield from (requirement["text"], *requirement["consequences"])


def _stands(text: str, told: str) -> bool:
    """Return whether a text stands in another; the parts of a table row may stand apart."""
    plain = _plain(text)
    return plain in told or all(part in told for part in plain.split())


def _plain(text: str) -> str:
    kept = "".join(one if one.isalnum() or one.isspace() else " " for one in text.lower())
    return " ".join(kept.split())
