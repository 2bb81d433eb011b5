"""Compose a specification: what the source says, what follows from it, and what is proposed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from copilot.analysis.drafting.ai_aspects import Filled
from copilot.analysis.requirements.identifiers import fresh
from copilot.analysis.requirements.reading import Source
from copilot.analysis.specs.stakes import Judged
from copilot.domain.requirement import Basis, Coverage, Requirement, StatementKind
from copilot.domain.review import Review
from copilot.domain.review_text import outcome_in_words
from copilot.domain.spec import REQUIREMENTS, Section, Spec, SpecStatement, Stakes

AI = "ai_behaviour"
ETHICS = "ethics"
TITLES: Mapping[str, str] = {
    "problem": "Problem",
    "evidence": "Evidence",
    "users": "Users and non-users",
    "goals": "Goals and counter-metrics",
    REQUIREMENTS: "Requirements",
    "non_goals": "Non-goals",
    AI: "AI behaviour and evaluation",
    ETHICS: "Ethics and compliance",
    "risks": "Risks",
    "rollout": "Rollout",
    "background": "Background",
}
"""Sections in their order."""
_OF_KIND: Mapping[str, tuple[StatementKind, ...]] = {
    "problem": ("problem",),
    "evidence": ("evidence",),
    "users": ("user",),
    "goals": ("goal",),
    "non_goals": ("non_goal",),
    "risks": ("risk",),
    "rollout": ("rollout",),
    "background": ("context",),
}
EXPECTED: Mapping[Stakes, tuple[str, ...]] = {
    "low": ("problem", "users", "non_goals"),
    "medium": ("problem", "evidence", "users", "goals", "non_goals", "risks"),
    "high": ("problem", "evidence", "users", "goals", "non_goals", "risks", "rollout"),
}
"""Sections that a specification has to have something in, by its stakes."""
CONDITIONS: Mapping[Stakes, int] = {"low": 0, "medium": 3, "high": 8}
"""Conditions of the ethics review that are taken over."""


class Proposal(NamedTuple):
    """What a model proposes where the source is silent."""

    key: str
    """Of the section."""
    text: str


class Material(NamedTuple):
    """What a specification is made of."""

    source: Source
    judged: Judged
    review: Review
    aspects: Sequence[Filled] = ()
    proposals: Sequence[Proposal] = ()
    consequences: Mapping[str, tuple[str, ...]] = {}
    """What a tester can see, by the id of the requirement."""


def composed(material: Material) -> Spec:
    """Return the specification; its questions are asked later, when all is in its place."""
    requirements = _requirements(material)
    sections = [_section(key, material, requirements) for key in TITLES]
    kept = [one for one in sections if one.statements or one.key == REQUIREMENTS]
    return Spec(
        stakes=material.judged.stakes,
        stakes_why=material.judged.why,
        statements=list(material.source.statements),
        sections=kept,
        requirements=requirements,
        assumptions=[*_assumed(kept, material.source)],
        coverage=_coverage(material.source, requirements, kept),
    )


def silent(material: Material) -> list[str]:
    """Return the keys of the sections that should say something, and of which nothing is said."""
    said = {one.kind for one in material.source.statements}
    expected = EXPECTED[material.judged.stakes]
    return [key for key in expected if said.isdisjoint(_OF_KIND[key])]


def _requirements(material: Material) -> list[Requirement]:
    told = [
        one.model_copy(update={"consequences": material.consequences.get(one.id, ())})
        for one in material.source.requirements
    ]
    names = fresh(one.id for one in told)
    return told + [one.requirement(next(names)) for one in _unspoken(material)]


def _unspoken(material: Material) -> list[Filled]:
    return [one for one in material.aspects if not one.is_spoken_of(material.source.asked_for)]


def _section(key: str, material: Material, requirements: Sequence[Requirement]) -> Section:
    rows: list[tuple[str, Basis, tuple[str, ...]]] = []
    if key in _OF_KIND:
        said = material.source.of_kind(*_OF_KIND[key])
        rows += [(one.text, "cited", (one.id,)) for one in said]
    if key == AI:
        rows += _ai_rows(material, requirements)
    if key == ETHICS:
        rows += _ethics_rows(material)
    rows += [(one.text, "assumed", ()) for one in material.proposals if one.key == key]
    statements = (
        SpecStatement(id=f"{key}-{at}", text=text, basis=basis, sources=sources)
        for at, (text, basis, sources) in enumerate(rows, 1)
    )
    return Section(key=key, title=TITLES[key], statements=tuple(statements))


def _ai_rows(
    material: Material, requirements: Sequence[Requirement]
) -> Iterator[tuple[str, Basis, tuple[str, ...]]]:
    """Yield what is said on each aspect of a model at work, by which requirement."""
    derived = {one.sources[0]: one for one in requirements if one.basis == "derived"}
    for aspect in material.aspects:
        name = aspect.aspect.key.capitalize()
        said = [one.id for one in material.source.requirements if aspect.is_spoken_of(one.text)]
        if said:
            yield f"{name}: the source speaks of it in {', '.join(said)}.", "derived", tuple(said)
        elif aspect.aspect.cites in derived:
            one = derived[aspect.aspect.cites]
            told = f"{name}: the source does not speak of it; {one.id} asks for it."
            yield told, "derived", (one.id, aspect.aspect.cites)
        else:
            beside = [one.id for one in material.source.statements if aspect.is_spoken_of(one.text)]
            yield f"{name}: the source speaks of it.", "derived", tuple(beside)


def _ethics_rows(material: Material) -> Iterator[tuple[str, Basis, tuple[str, ...]]]:
    """Yield the outcome of the ethics review, and the conditions that weigh most."""
    review, most = material.review, CONDITIONS[material.judged.stakes]
    if not most:
        return
    reasons = tuple(dict.fromkeys(one.citation for one in review.eu_ai_act.reasons))
    yield f"EU AI Act: {outcome_in_words(review.eu_ai_act)}.", "derived", reasons
    for row in review.requirements[:most]:
        yield f"{row.text} Test: {row.test}", "derived", (row.citation,) if row.citation else ()
    left = len(review.requirements) - most
    if left > 0:
        yield f"{left} more conditions stand in the full ethics review.", "derived", ()


def _assumed(sections: Iterable[Section], source: Source) -> Iterator[str]:
    for one in source.of_kind("assumption"):
        yield f"{one.id}: {one.text}"
    for section in sections:
        for statement in section.statements:
            if statement.basis == "assumed":
                yield f"{statement.id}: {statement.text}"


def _coverage(
    source: Source, requirements: Sequence[Requirement], sections: Iterable[Section]
) -> Coverage:
    """Return what of the source has arrived; asides to whoever drafts are not counted."""
    used = {name for one in requirements for name in one.sources}
    used |= {name for one in sections for row in one.statements for name in row.sources}
    used |= {one.id for one in source.of_kind("question", "assumption", "heading", "aside")}
    return Coverage(
        covered=tuple(one.id for one in requirements if one.sources),
        missing=tuple(
            one.id for one in source.requirements if one.id not in {row.id for row in requirements}
        ),
        orphans=tuple(one.id for one in requirements if not one.sources),
        unread=tuple(one.id for one in source.statements if one.id not in used),
    )
