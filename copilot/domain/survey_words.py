"""How reasons and methods of a survey summary are called, wherever they are shown."""

from collections.abc import Mapping

from copilot.domain.survey_parts import Reason
from copilot.domain.survey_themes import Method

REASONS: Mapping[Reason, str] = {
    "non_answer": "Says nothing (blank, “n/a”, “don’t know”)",
    "duplicate": "Was there before",
    "partial": "Blank in a session that was broken off",
    "bogus": "No words of a language",
}
"""Why an answer is left out, by itself."""
BRIEF_REASONS: Mapping[Reason, str] = {
    "non_answer": "no answer",
    "duplicate": "said before",
    "partial": "session broken off, nothing written",
    "bogus": "no words of a language",
}
"""The same after a number."""
METHODS: Mapping[Method, str] = {
    "ppi": "Measured on a sample and carried over to all answers (PPI++).",
    "sample": "Measured on the sample alone.",
    "all": "Every answer was labelled.",
}
"""How a share was measured."""
