"""Which language a text is in."""

import unicodedata
from functools import cache

SURE = 12.0
"""Log-likelihood by which another language must beat English; names of products stay below."""


@cache
def foreign(text: str) -> str | None:
    """Return the ISO 639 code of the language of a text; None for English and where it is open."""
    from py3langid import rank

    scores = dict(rank(_without_accents(text)))
    best = max(scores, key=lambda code: float(scores[code]))
    return best if float(scores[best]) - float(scores["en"]) >= SURE else None


def _without_accents(text: str) -> str:
    """Return the letters alone: one borrowed word, as résumé, must not decide."""
    return "".join(
        char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
    )
