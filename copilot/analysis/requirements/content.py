"""What a sentence is about: its content words as stems, and its numbers."""

import re

from copilot.analysis.stories.inflection import stem

_WORD = re.compile(r"[^\W\d_][\w'’]*(?:-[\w'’]+)*|\d+(?:[.,:]\d+)*")
_LITTLE = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "nor",
        "of",
        "in",
        "on",
        "at",
        "by",
        "to",
        "for",
        "with",
        "from",
        "into",
        "onto",
        "over",
        "under",
        "as",
        "is",
        "are",
        "be",
        "been",
        "being",
        "was",
        "were",
        "am",
        "will",
        "would",
        "can",
        "could",
        "shall",
        "should",
        "must",
        "may",
        "might",
        "do",
        "does",
        "did",
        "done",
        "has",
        "have",
        "had",
        "having",
        "not",
        "no",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "he",
        "she",
        "they",
        "we",
        "you",
        "i",
        "him",
        "her",
        "them",
        "us",
        "me",
        "his",
        "their",
        "our",
        "your",
        "my",
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "when",
        "where",
        "while",
        "if",
        "unless",
        "until",
        "once",
        "than",
        "then",
        "so",
        "such",
        "also",
        "only",
        "just",
        "each",
        "every",
        "any",
        "all",
        "some",
        "more",
        "most",
        "less",
        "least",
        "very",
        "too",
        "own",
        "same",
        "other",
        "another",
        "both",
        "either",
        "neither",
        "about",
        "after",
        "before",
        "between",
        "during",
        "through",
        "without",
        "within",
        "per",
        "via",
        "up",
        "down",
        "out",
        "off",
        "again",
        "need",
        "needs",
        "want",
        "wants",
        "able",
        "user",
        "users",
        "product",
        "feature",
        "system",
    ]
)


def stems(text: str) -> frozenset[str]:
    """Return the stems of content words; numbers stand for themselves."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(stem(word) for word in words if word not in _LITTLE and len(word) > 1)


def numbers(text: str) -> frozenset[str]:
    """Return the numbers of a text as they are written."""
    return frozenset(word for word in _WORD.findall(text) if word[0].isdigit())


def share(wanted: frozenset[str], found: frozenset[str]) -> float:
    """Return which part of the wanted is among the found; 1 where nothing is wanted."""
    return len(wanted & found) / len(wanted) if wanted else 1.0


def nearness(one: str, other: str, least: int = 2) -> float:
    """Return the share of content words that the shorter of two texts has in the other.

    Args:
        one: A text.
        other: Another one.
        least: Content words that the shorter one must have, so that it says anything.
    """
    first, second = stems(one), stems(other)
    shorter = min(first, second, key=len)
    return share(shorter, first & second) if len(shorter) >= least else 0.0
