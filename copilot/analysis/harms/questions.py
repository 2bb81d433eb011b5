"""What has to be asked, and what no reading of a description can tell."""

from collections.abc import Iterable

from copilot.analysis.harms.patterns import HarmBook, Question
from copilot.analysis.harms.ranking import is_mild
from copilot.analysis.harms.when import holds, names, settled_by
from copilot.domain.feature import FeatureFacts
from copilot.domain.review import Harm

ASKED = 5
"""So many unknown facts are asked for; they are those that most patterns hang on."""


def open_questions(book: HarmBook, facts: FeatureFacts, harms: Iterable[Harm]) -> tuple[str, ...]:
    """Return the questions that no yes or no answers: by fact, then those asked of every idea.

    Of a mild feature only the latter are asked.
    """
    bank = book.questions
    raised: list[Question] = []
    if not is_mild(harms):
        raised = [row for row in bank.when if row.when is not None and holds(row.when, facts)]
    return tuple(f"{row.text} [{row.citation}]" for row in (*raised, *bank.named))


def unknown_that_matter(book: HarmBook, facts: FeatureFacts) -> list[str]:
    """Return the unknown facts that would alone bring up a harm the facts already half show.

    A pattern none of whose facts is shown is no ground for a question: it would be asked of
    every idea.
    """
    weight: dict[str, int] = {}
    for pattern in book.patterns:
        if any(facts.value(name) == "yes" for name in names(pattern.when)):
            for name in settled_by(pattern.when, facts) & book.questions.unknown.keys():
                weight[name] = weight.get(name, 0) + 1
    return sorted(weight, key=lambda name: (-weight[name], name))[:ASKED]


def not_assessed(book: HarmBook, facts: FeatureFacts) -> tuple[str, ...]:
    """Return what was not assessed."""
    return tuple(
        row.text
        for row in book.questions.not_assessed
        if row.when is None or holds(row.when, facts)
    )
