"""Find words in an answer as they stand there, whatever blanks and capitals were copied."""

import re


def found_span(words: str, text: str) -> str:
    """Return the part of the text that the words were copied from; empty where there is none.

    Args:
        words: What somebody says stands in the text.
        text: The answer.
    """
    parts = words.strip(" \t\n\"'“”‘’").split()
    if not parts:
        return ""
    if words in text:
        return words
    pattern = r"\s+".join(re.escape(part) for part in parts)
    found = re.search(pattern, text, re.IGNORECASE)
    return found[0] if found else ""
