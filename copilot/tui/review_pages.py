"""What the screen of a review says: outcome, harms, conditions, in the words of the document."""

import re
from collections.abc import Iterable, Mapping
from textwrap import wrap

from textual.content import Content

from copilot.analysis.untrusted import clean, one_line
from copilot.domain import review_text
from copilot.domain.artifact import Artifact
from copilot.domain.counting import counted as amount
from copilot.domain.review import FIRST, Harm, Outcome, Requirement, Review, review_of
from copilot.tui.fact_rows import in_words
from copilot.tui.harm_matrix import heat, matrices

TONES: Mapping[Outcome, str] = {
    "prohibited": "$error",
    "high_risk": "$warning",
    "unclear": "$warning",
    "exempt": "$primary",
    "not_high_risk": "$primary",
}
LONGEST = 600
"""Characters of one line from outside."""
_SOURCE = re.compile(r"\[([a-z0-9-]+#[a-z0-9-]+)\]")
_BOLD = re.compile(r"(?<!\\)\*\*")
_ESCAPE = re.compile(r"\\([\\`*_\[\]<>|])")


def verdict(review: Review) -> tuple[str, str]:
    """Return the legal outcome and the recommendation without its reason, a sentence each."""
    written = review_text.verdict(review.eu_ai_act, review.recommendation, "")
    outcome, _, advice = _plain(written, {}).partition("\n\n")
    return one_line(outcome), one_line(advice)


def outcome_page(artifact: Artifact, width: int) -> Content:
    """Return why the outcome is what it is, what would change it, and what is open."""
    review = review_of(artifact)
    outcome = review.eu_ai_act
    lettered = {question.written() for question in review.questions}
    others = [text for text in review.open_questions if text not in lettered]
    sections = (
        review.why,
        review_text.reasons(outcome, ()),
        review_text.disagreement_list(review.disagreements),
        review_text.changes(outcome),
        review_text.bullets("Open questions", others),
        review_text.transparency(outcome),
        review_text.regimes(review.overlays, review.frameworks),
        review_text.corners(review.triangle),
        review_text.bullets("Not assessed", review.not_assessed),
        review_text.idea(review.description),
    )
    return _document(sections, artifact, width)


def harms_page(artifact: Artifact, width: int) -> Content:
    """Return both grids and the first harms, numbered alike."""
    harms = review_of(artifact).harms
    if not harms:
        return Content("No harm was found in what is known.").stylize("$quiet")
    shown, rest = harms[:FIRST], len(harms) - FIRST
    told = [_harm(number, harm, artifact, width) for number, harm in enumerate(shown, 1)]
    more = [Content(f"{rest} more of lower rank are in the export.").stylize("$quiet")]
    return Content("\n\n").join([matrices(shown, width), *told, *(more if rest > 0 else [])])


def conditions_page(artifact: Artifact, width: int) -> Content:
    """Return what has to be done before and while it is used, each with its test."""
    requirements = review_of(artifact).requirements
    if not requirements:
        return Content("No condition.").stylize("$quiet")
    return Content("\n\n").join(_requirement(row, artifact, width) for row in requirements)


def numbers(artifact: Artifact) -> dict[str, int]:
    """Return the number of every source, by id."""
    return {citation.id: place for place, citation in enumerate(artifact.citations, 1)}


def headings(artifact: Artifact, *, counted: bool) -> list[str]:
    """Return the names of the pages; counted, with how much is on each."""
    review = review_of(artifact)
    sizes = {
        "Outcome": "",
        "Harms": len(review.harms),
        "Sources": len(artifact.citations),
        "Conditions": len(review.requirements),
    }
    return [f"{name} {size}".strip() if counted else name for name, size in sizes.items()]


def change(before: Review, after: Review) -> str:
    """Return what a correction has changed, in a sentence."""
    outcomes = [review_text.outcome_in_words(one.eu_ai_act) for one in (before, after)]
    if outcomes[0] != outcomes[1]:
        return f"Was: {outcomes[0]}."
    if before.recommendation != after.recommendation:
        return f"Was: {verdict(before)[1]}"
    moved = len(after.harms) - len(before.harms)
    harms = f"; {amount(abs(moved), 'harm')} {'more' if moved > 0 else 'fewer'}"
    return f"The outcome stays{harms if moved else ''}."


def hung(text: str, width: int, indent: int) -> str:
    """Return text broken at the width, its lines after the first indented."""
    room = max(12, width - indent)
    parts = wrap(one_line(text, LONGEST), room, break_on_hyphens=False)
    return f"\n{' ' * indent}".join(parts)


def _document(sections: Iterable[str], artifact: Artifact, width: int) -> Content:
    """Return sections of the review's Markdown without its signs."""
    known = numbers(artifact)
    parts = [_section(_plain(section, known), width) for section in sections if section]
    return Content("\n\n").join(parts)


def _section(text: str, width: int) -> Content:
    lines = [_line(line, width) for line in text.splitlines()]
    headed = len(lines) > 1 and not lines[1].plain
    return Content("\n").join([lines[0], *lines[2:]] if headed else lines)


def _line(line: str, width: int) -> Content:
    if line.startswith("## "):
        return Content(one_line(line[3:])).stylize("bold $primary")
    if line.startswith("> "):
        return Content(f"“{hung(line[2:], width - 1, 1)}”").stylize("$quiet")
    if line.startswith("- "):
        return Content.assemble(("· ", "$quiet"), Content(hung(line[2:], width, 2)))
    return Content(hung(line, width, 0))


def _harm(number: int, harm: Harm, artifact: Artifact, width: int) -> Content:
    known = numbers(artifact)
    cited = " ".join(f"[{known[name]}]" for name in harm.citations if name in known)
    who = in_words(harm.who)
    return Content.assemble(
        (f" {number} ", f"bold {heat(harm.score)}"),
        (f" {hung(who, width, 4)}", "bold"),
        "\n    ",
        Content(hung(harm.harm, width, 4)),
        "\n    ",
        Content(f"{in_words(harm.type).lower()}  ").stylize("$quiet"),
        (f"{harm.score} → {harm.residual_score}", "bold"),
        Content(f"  {cited}").stylize("$quiet"),
    )


def _requirement(row: Requirement, artifact: Artifact, width: int) -> Content:
    number = numbers(artifact).get(row.citation or "")
    due = f" Duty from {review_text.written_day(row.due)}." if row.due else ""
    source = f" [{number}]" if number else ""
    return Content.assemble(
        ("□ ", "$primary"),
        (hung(f"{row.text.rstrip('.')}.", width, 2), "bold"),
        f"\n  {hung(f'Test: {row.test}', width, 2)}\n  ",
        Content(hung(f"For: {row.aim.rstrip('.')}.{due}{source}", width, 2)).stylize("$quiet"),
    )


def _plain(text: str, known: Mapping[str, int]) -> str:
    """Return the review's Markdown as plain text, each passage by the number of its source."""

    def number(found: re.Match[str]) -> str:
        return f"[{known[found[1]]}]" if found[1] in known else found[0]

    return _ESCAPE.sub(r"\1", _BOLD.sub("", _SOURCE.sub(number, clean(text))))
