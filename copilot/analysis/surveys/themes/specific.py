"""Whether a theme's name says what it is about, or only that somebody wants or lacks something."""

import re

from copilot.analysis.surveys.themes.words import WORD

_ALIKE = 5
"""Letters by which forms of a word are known to be one."""
# fmt: off
_SAYS_NOTHING = frozenset([
    "a", "about", "an", "and", "answer", "answers", "are", "as", "aspect", "aspects", "at", "be",
    "better", "by", "capabilities", "capability", "challenge", "challenges", "change", "changes",
    "comment", "comments", "complaint", "complaints", "concern", "concerns", "customer",
    "customers", "difficulties", "difficulty", "do", "does", "drawback", "drawbacks", "experience",
    "feature", "features", "feedback", "for", "from", "function", "functionality", "functions",
    "general", "good", "has", "have", "hindrance", "hindrances", "how", "idea", "ideas", "improve",
    "improvement", "improvements", "in", "is", "issue", "issues", "it", "its", "lack", "lacks",
    "limitation", "limitations", "limits", "missing", "more", "my", "need", "needs", "no", "not",
    "obstacle", "obstacles", "of", "on", "opinion", "opinions", "option", "options", "or", "other",
    "our", "overall", "people", "poor", "problem", "problems", "request", "requests",
    "respondents", "suggestion", "suggestions", "that", "the", "their", "thing", "things", "this",
    "thoughts", "to", "trouble", "usage", "use", "user", "users", "using", "various", "want",
    "wants", "what", "when", "where", "which", "why", "wish", "wishes", "with", "you", "your",
])
# fmt: on
_word = re.compile(WORD)


def is_specific(name: str, question: str) -> bool:
    """Return whether a name has a word that says more than the question does.

    “Missing features in the bus app” to “What is missing in the bus app?” names nothing.

    Args:
        name: Of a theme.
        question: That was asked.
    """
    asked = {word[:_ALIKE] for word in _word.findall(question.lower())}
    said = set(_word.findall(name.lower())) - _SAYS_NOTHING
    return any(word[:_ALIKE] not in asked for word in said)
