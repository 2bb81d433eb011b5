"""Of replies: did it end well, is there an answer, what does it cite and say?"""

import re
from collections.abc import Iterator
from typing import Any

from copilot.analysis.grounding import unborne_figures
from copilot.domain.document import Passage
from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scoring import Score, scorer


@scorer(version=1)
def finishes(case: EvalCase, outcome: Outcome) -> Score:
    """The case ends as expected: well, or in the error it names."""
    wanted, got = case.expect.error, outcome.error.kind if outcome.error else None
    told = outcome.error.message if outcome.error else "It ended well."
    return Score(
        wanted == got, told if wanted == got else f"Expected {wanted or 'no error'}: {told}"
    )


@scorer(version=1)
def answers(case: EvalCase, outcome: Outcome) -> Score | None:
    """It says that it has an answer when there is one, and that it has none otherwise."""
    wanted = case.expect.answered
    if wanted is None:
        return None
    told = {True: "It holds that there is an answer.", False: "It holds that there is none."}
    return Score(outcome.answered == wanted, told[bool(outcome.answered)])


@scorer(version=1)
def cites(case: EvalCase, outcome: Outcome) -> Score | None:
    """It cites a passage that bears the answer, and none that must not."""
    right, wrong = case.expect.cites, case.expect.cites_none
    if not (right or wrong):
        return None
    cited = {citation.id for citation in outcome.citations}
    bad = sorted(cited & set(wrong))
    good = sorted(cited & set(right))
    if bad:
        return Score(False, f"Cites {', '.join(bad)}, which it must not.")
    named = ", ".join(sorted(cited)) or "nothing"
    return Score(bool(good) or not right, f"Cites {named}.")


@scorer(version=1)
def quotes_verbatim(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every citation points to a passage that exists, and its quote stands there."""
    if not outcome.citations:
        return None
    for citation in outcome.citations:
        source = outcome.sources.get(citation.id)
        if source is None:
            return Score(False, f"{citation.id} does not exist.")
        if _plain(citation.quote) not in _plain(source):
            return Score(False, f"The quote of {citation.id} does not stand in it.")
    return Score(True, f"{len(outcome.citations)} quotes stand in their passages.")


@scorer(version=1)
def says(case: EvalCase, outcome: Outcome) -> Score | None:
    """It shows the phrases that are expected, and none that must not be shown."""
    if not (case.expect.says or case.expect.omits):
        return None
    shown = _plain(outcome.shown)
    for group in case.expect.says:
        if not any(_plain(phrase) in shown for phrase in group):
            return Score(False, f"Does not say {' or '.join(map(repr, group))}.")
    for phrase in case.expect.omits:
        if _plain(phrase) in shown:
            return Score(False, f"Says {phrase!r}.")
    return Score(True, "Says what is expected.")


@scorer(version=2)
def invents_no_figures(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every figure of its content stands in the request or in a passage."""
    if not outcome.body:
        return None
    known = " ".join([*map(str, case.request.values()), *case.documents.values()])
    texts = [known, *outcome.sources.values()]
    sources = [Passage(id="known#all", document="", title="", text=text) for text in texts]
    strange = unborne_figures(_without_ids(" ".join(_texts(outcome.body))), sources)
    if strange:
        return Score(False, f"Figures from nowhere: {', '.join(strange)}.")
    return Score(True, "No figure is invented.")


def _texts(value: Any) -> Iterator[str]:
    """Yield every text of typed content; ids of passages are none, findings only speak of it."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from () if name in ("sources", "passages", "findings") else _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield value


def _plain(text: str) -> str:
    """Return the text in lower case, without Markdown emphasis, with single spaces."""
    return " ".join(re.sub(r"[*_`]+", "", text).lower().split())


def _without_ids(text: str) -> str:
    return re.sub(r"\b[A-Z]{2,3}-[\d.]+", "", text)
