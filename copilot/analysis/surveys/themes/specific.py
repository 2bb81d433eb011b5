"""Whether a theme's name says what it is about, or only that somebody wants or lacks something."""

import re
from functools import cache

from Stemmer import Stemmer

from copilot.analysis.surveys.themes.words import WORD

_ALIKE = 5
"""Letters by which forms of a word are known to be one, in any language."""
# fmt: off
_SAYS_NOTHING = frozenset([
    "a", "about", "all", "already", "also", "always", "an", "and", "answer", "answers", "any",
    "are", "as", "aspect", "aspects", "at", "be", "been", "being", "better", "by", "can",
    "cannot", "capabilities", "capability", "challenge", "challenges", "change", "changes",
    "comment", "comments", "complaint", "complaints", "concern", "concerns", "could",
    "currently", "customer", "customers", "difficulties", "difficulty", "do", "does",
    "drawback", "drawbacks", "even", "every", "experience", "feature", "features", "feedback",
    "for", "from", "function", "functionality", "functions", "general", "good", "has", "have",
    "hindrance", "hindrances", "how", "idea", "ideas", "improve", "improvement", "improvements",
    "in", "is", "issue", "issues", "it", "its", "just", "lack", "lacks", "like", "limitation",
    "limitations", "limits", "made", "make", "makes", "making", "many", "missing", "more",
    "most", "much", "my", "need", "needs", "never", "no", "not", "now", "obstacle", "obstacles",
    "of", "often", "on", "only", "opinion", "opinions", "option", "options", "or", "other",
    "our", "overall", "own", "part", "parts", "people", "poor", "problem", "problems", "quite",
    "rather", "really", "regular", "regularly", "request", "requests", "respondents", "should",
    "some", "still", "such", "suggestion", "suggestions", "that", "the", "their", "them",
    "they", "thing", "things", "this", "thoughts", "to", "too", "trouble", "usage", "use",
    "user", "users", "using", "various", "very", "want", "wants", "was", "well", "were", "what",
    "when", "where", "which", "why", "will", "wish", "wishes", "with", "would", "you", "your",
])
# fmt: on
_word = re.compile(WORD)


def is_specific(name: str, question: str) -> bool:
    """Return whether a name has a word that says more than the question does.

    “Missing features in the bus app” to “What is missing in the bus app?” names nothing, and
    “Running the notebook” to “How do you run the notebook?” does not either.

    Args:
        name: Of a theme.
        question: That was asked.
    """
    asked = {form for word in _word.findall(question.lower()) for form in _forms(word)}
    said = set(_word.findall(name.lower())) - _SAYS_NOTHING
    return any(asked.isdisjoint(_forms(word)) for word in said)


def _forms(word: str) -> tuple[str, str]:
    """Return what is equal in forms of a word: how it begins, and its English stem."""
    return word[:_ALIKE], _stemmer().stemWord(word)


@cache
def _stemmer() -> Stemmer:
    return Stemmer("english")
