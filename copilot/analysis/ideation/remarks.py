"""What a reader must know before trusting the words of an idea."""

import re
from collections.abc import Sequence

from copilot.analysis.grounding import unborne_figures, unmentioned_names
from copilot.analysis.ideation.examples import EXAMPLES
from copilot.analysis.ideation.lens import Lens
from copilot.analysis.ideation.likeness import BY_MEANING, BY_WORDS, Embed, adds_little, likeness
from copilot.domain.document import Passage

RUN = 5
"""Words in a row from which a text is a copy."""


def remarks(claim: str, proposal: str, lens: Lens, sources: Sequence[Passage]) -> tuple[str, ...]:
    """Return remarks on an idea's words.

    Args:
        claim: What it says is so: title, idea and assumption.
        proposal: Its test, whose figures are a wish and no fact.
        lens: The way of looking it was asked by.
        sources: The problem and the passages the model was shown.
    """
    found = (
        _listed("Figures that stand in no source", unborne_figures(claim, sources)),
        _listed("Figures of the test that nobody has set", unborne_figures(proposal, sources)),
        _listed("Names that stand in no source", unmentioned_names(claim, sources)),
        _strayed(claim, lens, sources),
    )
    return tuple(filter(None, found))


def circular(assumption: str, idea: str, embed: Embed | None) -> tuple[str, ...]:
    """Return a remark where what must be true only says the idea again."""
    limits = BY_WORDS if embed is None else BY_MEANING
    near = likeness([assumption, idea], embed)[0, 1] >= limits.restates
    if not (near and adds_little(assumption, idea)):
        return ()
    return ("What must be true only says the idea again; ask what it rests on.",)


def borrowed(test: str) -> tuple[str, ...]:
    """Return a remark where what would end the idea is copied from the model's examples."""
    if not _runs(_result(test)) & _SHOWN:
        return ()
    return ("Its test ends as an example of the prompt does; say what would end this idea.",)


def as_source(problem: str) -> Passage:
    """Return the problem as a source that figures and names can stand in."""
    return Passage(id="problem#text", document="", title="", text=problem)


def _result(test: str) -> str:
    """Return the part of a test that says which result would end the idea."""
    return test.lower().rpartition(" if ")[2]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


_SHOWN = {run for example in EXAMPLES for run in _runs(_result(example.cheapest_test))}


def _listed(head: str, found: Sequence[str]) -> str:
    return f"{head}: {', '.join(found)}." if found else ""


def _strayed(claim: str, lens: Lens, sources: Sequence[Passage]) -> str:
    """Return a remark where an idea brings in what its lens shuns; what was there may be named."""
    found = re.finditer(lens.shuns, claim, re.IGNORECASE) if lens.shuns else ()
    known = " ".join(passage.text for passage in sources).lower()
    brought = [one[0] for one in found if one[0].lower() not in known]
    return f"Strays from its lens, {lens.name}: it speaks of {brought[0]}." if brought else ""
