"""Sections of an ethics review as Markdown; a section with nothing to say is empty."""

import re
from collections.abc import Iterable
from datetime import date

from copilot.domain.decision_id import is_id
from copilot.domain.feature import Fact
from copilot.domain.review_parts import (
    FIRST,
    Corner,
    Disagreement,
    FrameworkFinding,
    Harm,
    LegalOutcome,
    Overlay,
    Precedent,
    Recommendation,
    Triangle,
)

SHOWN_OF_IDEA = 400
"""Characters of the description that head the review."""
_MARKUP = re.compile(r"[\\`*_\[\]<>|]")
_OUTCOMES = {
    "prohibited": "prohibited",
    "high_risk": "high-risk",
    "exempt": "listed use, exempt from high-risk",
    "not_high_risk": "neither prohibited nor high-risk",
    "unclear": "unclear until more is known",
}
_ADVICE: dict[Recommendation, str] = {
    "proceed": "Proceed",
    "proceed_with_conditions": "Proceed with conditions",
    "redesign": "Redesign",
    "stop": "Stop",
    "need_facts": "Find out the missing facts first",
}
_CHANGES = {
    "prohibited": "Consent, notice or paperwork change nothing; another purpose or technique does.",
    "high_risk": "If one of the facts quoted is wrong, correct it and the review is computed anew.",
    "exempt": "Any profiling of people, or more influence on the decision, ends the exemption.",
    "not_high_risk": "If a fact is wrong or the use grows, correct it: the review is redone.",
    "unclear": "The outcome follows from these facts, once they are known:",
}
_TRANSPARENCY = {
    "50(1)": "say that people deal with an AI",
    "50(2)": "mark synthetic output for machines",
    "50(3)": "tell people whose emotions or biometric categories are read",
    "50(4)": "disclose deep fakes and machine-written text of public interest",
}


def idea(description: str) -> str:
    """Return the beginning of the description, as a quotation."""
    words = _line(description)
    cut = len(words) > SHOWN_OF_IDEA
    return f"> {_plain(words[:SHOWN_OF_IDEA].rstrip())}{' …' if cut else ''}" if words else ""


def verdict(outcome: LegalOutcome, recommendation: Recommendation, why: str) -> str:
    """Return the outcome, the day from which it counts, and the recommendation."""
    text = f"**EU AI Act: {outcome_in_words(outcome)}**."
    if outcome.exemption:
        text += f" Exemption: {clause(outcome.exemption)}, with a written record."
    if outcome.applies_from:
        text += f" Date of application: {written_day(outcome.applies_from)}."
    return f"{text}\n\n**Recommendation: {_ADVICE[recommendation]}.** {why}".rstrip()


def outcome_in_words(outcome: LegalOutcome) -> str:
    """Return the outcome and its clauses, as in `high-risk (Annex III point 4(a))`."""
    points = ", ".join(map(clause, outcome.points))
    return f"{_OUTCOMES[outcome.outcome]}{f' ({points})' if points else ''}"


def reasons(outcome: LegalOutcome, facts: Iterable[Fact]) -> str:
    """Return why: each rule with its passage, then the facts with the words that show them."""
    rules = [
        f"- {_plain(reason.text)} [{reason.citation}] ({reason.rule})" for reason in outcome.reasons
    ]
    shown = [_fact(fact) for fact in facts if fact.value == "yes" or _told_no(fact)]
    read = [*([""] if rules else []), "Facts read:", "", *shown] if shown else []
    return _section("Why", [*rules, *read])


def disagreement_list(disagreements: Iterable[Disagreement]) -> str:
    """Return the facts on which readings differ; the first of each counts."""
    lines = [line for row in disagreements for line in map(_fact, row.readings)]
    told = ["Of each pair the first counts until somebody corrects it.", ""] if lines else []
    return _section("Readings that differ", [*told, *lines])


def changes(outcome: LegalOutcome) -> str:
    """Return what would change the outcome."""
    missing = [f"- {_spaced(name)}" for name in outcome.missing_facts]
    return _section(
        "What would change it", [_CHANGES[outcome.outcome], *([""] * bool(missing)), *missing]
    )


def transparency(outcome: LegalOutcome) -> str:
    """Return the duties of Art. 50, which hold beside any outcome."""
    lines = [
        f"- {clause(point)}: {_TRANSPARENCY.get(point, 'see the clause')}"
        for point in outcome.transparency
    ]
    return _section("Transparency duties, whatever the outcome", lines)


def regimes(overlays: Iterable[Overlay], frameworks: Iterable[FrameworkFinding]) -> str:
    """Return what other laws and the frameworks ask for."""
    laws = [f"- **{row.regime} {row.clause}**: {row.why} [{row.citation}]" for row in overlays]
    guides = [f"- {row.framework} {row.item}: {row.finding} [{row.citation}]" for row in frameworks]
    return _section("Other law and frameworks", [*laws, *guides])


def harm_table(harms: tuple[Harm, ...]) -> str:
    """Return the first harms as a table, and how many more there are."""
    if not harms:
        return ""
    rows = [
        "Severity × likelihood, each 1 to 4, before and after the mitigations.",
        "",
        "| Who | What may happen | Kind | Before | After | A test that could fail |",
        "| --- | --- | --- | --- | --- | --- |",
        *map(_harm_row, harms[:FIRST]),
    ]
    if len(harms) > FIRST:
        rows += ["", f"{len(harms) - FIRST} more of lower rank are in the JSON of this review."]
    return _section("Harms", rows)


def checklist(conditions: Iterable[str]) -> str:
    """Return the conditions, to be ticked."""
    return bullets("Conditions", [f"[ ] {condition}" for condition in conditions])


def precedent_list(precedents: Iterable[Precedent]) -> str:
    """Return the incidents alike, and what was decided here on something alike."""
    lines: dict[bool, list[str]] = {True: [], False: []}
    for row in precedents:
        lines[is_id(row.id.partition("#")[0])].append(f"{row.why} [{row.id}]")
    happened = bullets("It has happened before", lines[False])
    decided = bullets("You have decided before", lines[True])
    return "\n\n".join(filter(None, (happened, decided)))


def corners(triangle: Triangle) -> str:
    """Return the triangle of truth; the lowest corner is named, no mean is taken."""
    named = [
        ("Business value", triangle.business_value),
        ("Ethics", triangle.ethics),
        ("Human impact", triangle.human_impact),
    ]
    weakest = min(named, key=lambda pair: pair[1].score)
    lines = [_corner(name, corner) for name, corner in named]
    return _section(
        "Triangle of truth",
        [*lines, "", f"Weakest: {weakest[0].lower()}, {weakest[1].score} of 4."],
    )


def bullets(heading: str, texts: Iterable[str]) -> str:
    """Return a section that is a list."""
    return _section(heading, [f"- {text}" for text in texts])


def signature() -> str:
    """Return what this is not, and the line for the person who decides."""
    return (
        "This is decision support, not legal advice. A person decides.\n\n"
        "Decision: ____________________  Name: ____________________  Date: __________"
    )


def clause(point: str) -> str:
    """Return a point as a lawyer writes it: `III.4(a)` is Annex III point 4(a)."""
    annex, dot, rest = point.partition(".")
    return f"Annex {annex} point {rest}" if dot else f"Art. {point}"


def written_day(day: date) -> str:
    """Return a day as in `2 December 2027`."""
    return f"{day.day} {day:%B %Y}"


def _section(heading: str, lines: list[str]) -> str:
    return "\n".join([f"## {heading}", "", *lines]) if lines else ""


def _told_no(fact: Fact) -> bool:
    return fact.value == "no" and (fact.evidence is not None or fact.reader == "person")


def _fact(fact: Fact) -> str:
    shown = f": “{_plain(fact.evidence)}”" if fact.evidence else ""
    source = {"signals": "", "model": " (read by the model)", "person": " (said by a person)"}
    return f"- {_spaced(fact.name)}, {fact.value}{shown}{source[fact.reader]}"


def _harm_row(harm: Harm) -> str:
    severity, likelihood = harm.residual
    sources = "".join(f" [{source}]" for source in harm.citations)
    cells = (
        _plain(harm.who[:1].upper() + harm.who[1:]),
        f"{_plain(harm.harm)}{sources}",
        _spaced(harm.type),
        f"{harm.severity} × {harm.likelihood}",
        f"{severity} × {likelihood}",
        _plain(harm.mitigations[0].test) if harm.mitigations else "none",
    )
    return f"| {' | '.join(cells)} |"


def _corner(name: str, corner: Corner) -> str:
    return f"- **{name} {corner.score}**: {_plain(corner.why)}"


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Return words from outside as one line without markup, so that none of it is rendered."""
    return _MARKUP.sub(r"\\\g<0>", _line(text))
