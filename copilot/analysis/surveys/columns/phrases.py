"""Lists of phrases, written as they are read: with commas between."""


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a text."""
    return frozenset(phrase.strip() for phrase in text.split(","))
