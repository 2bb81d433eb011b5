"""Ask for what only people can say about a decision, and a text has not said."""

from copilot.analysis.decisions.stated import speaks_of_review
from copilot.analysis.decisions.telling import has_do_nothing
from copilot.domain.decision import Decision
from copilot.domain.decision_text import BLANK

QUESTIONS = 5
LEAST_OPTIONS = 2


def questions(decision: Decision, text: str, supposed: str = "") -> list[str]:
    """Return what only people can say and the text does not, at most five, the gravest first.

    Args:
        decision: The record drafted.
        text: What was told.
        supposed: Words that may be the reason, though the text does not give them as one.
    """
    header, names = decision.header, tuple(option.name for option in decision.options)
    alone, vague = len(names) < LEAST_OPTIONS, speaks_of_review(text)
    because = decision.because if BLANK not in decision.because else ""
    unsure, door = header.confidence is None, header.reversibility is None
    asked = (
        (not decision.chosen, "What exactly was decided?"),
        (not because and not supposed, "Why this way? Give the reason."),
        (not because and supposed, f"Is this the reason: “{supposed}”?"),
        (alone, "Which other ways were considered, and what if nothing were done?"),
        (not alone and not has_do_nothing(names), "What would happen if nothing were done?"),
        (not header.decision_makers, "Who decided, by name?"),
        (unsure and door, "How sure are you, in percent, and can it be taken back?"),
        (unsure and not door, "How sure are you, in percent?"),
        (door and not unsure, "Can it be taken back, and at what price?"),
        (header.review_by is None and vague, "On which day exactly will it be looked at again?"),
        (header.review_by is None and not vague, "When is it looked at again, and by what figure?"),
        (not decision.dissent, "Who saw it differently, and why?"),
        (not decision.would_change, "What would make you decide otherwise?"),
    )
    return [question for applies, question in asked if applies][:QUESTIONS]
