"""What only people can say about a specification: at most five questions, the gravest first."""

from collections.abc import Iterator, Sequence

from copilot.analysis.drafting.ai_aspects import Filled
from copilot.analysis.drafting.asking import MOST, quoted
from copilot.analysis.specs.composing import TITLES, Material, silent
from copilot.domain.spec import Spec


def spec_questions(material: Material, spec: Spec) -> list[str]:
    """Return what to ask of a specification."""
    return [*_questions(material, spec)][:MOST]


def _questions(material: Material, spec: Spec) -> Iterator[str]:
    source = material.source
    if source.remarks:
        yield f"{' '.join(source.remarks)} Which id shall each have?"
    if source.doubtful:
        told = quoted(source.doubtful)
        yield f"Read as background, though it may ask for something: {told}. Is it a requirement?"
    if asked := source.of_kind("question"):
        yield f"The source leaves open: {quoted(asked)}. What is the answer?"
    if missing := silent(material):
        names = ", ".join(TITLES[key].lower() for key in missing)
        yield f"The source does not say: {names}. {_proposed(missing, spec)}"
    if asks := [one.asks for one in _open_aspects(material) if one.asks]:
        yield " ".join(asks)
    if facts := material.review.questions:
        yield f"For the ethics review: {facts[0].text} {facts[0].because}".strip()


def _proposed(missing: Sequence[str], spec: Spec) -> str:
    assumed = [
        row.id for section in spec.sections if section.key in missing for row in section.statements
    ]
    if not assumed:
        return "What is it?"
    return f"Proposed, to be confirmed or struck out: {', '.join(assumed)}."


def _open_aspects(material: Material) -> list[Filled]:
    return [one for one in material.aspects if not one.is_spoken_of(material.source.asked_for)]
