"""Parts of an answer, letter by letter: words that were copied from it, and its sentences."""

import re
from itertools import pairwise

MOST_PARTS = 4
SHORTEST_PART = 12
"""Characters; what is shorter says little alone and stays with what comes before."""
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\s*[\r\n]+\s*")


def found_span(words: str, text: str) -> str:
    """Return the part of the text that the words were copied from; empty where there is none.

    Args:
        words: What somebody says stands in the text.
        text: The answer.
    """
    copied = words.strip(" \t\n\"'“”‘’").split()
    if not copied:
        return ""
    if words in text:
        return words
    pattern = r"\s+".join(re.escape(word) for word in copied)
    found = re.search(pattern, text, re.IGNORECASE)
    return found[0] if found else ""


def parts(text: str, most: int = MOST_PARTS) -> list[str]:
    """Return a text in parts that can be read alone: its sentences, or several of them together.

    Args:
        text: An answer, as people type: sentences may begin with small letters.
        most: How many parts there may be.
    """
    least = max(SHORTEST_PART, len(text) // most)
    bounds = [0]
    for end in _SENTENCE_END.finditer(text):
        if end.start() - bounds[-1] >= least and len(text) - end.end() >= SHORTEST_PART:
            bounds.append(end.end())
    cut = (text[start:end].strip() for start, end in pairwise([*bounds, len(text)]))
    return [part for part in cut if part]
