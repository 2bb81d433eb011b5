"""Keys of findings: what a team has accepted is known again after lines have moved."""

import hashlib
from collections.abc import Iterable

_LENGTH = 10


def finding_key(rule: str, texts: Iterable[str]) -> str:
    """Return the key of a rule on some stories; spaces, case and order count for nothing."""
    flat = sorted(" ".join(text.lower().split()) for text in texts)
    whole = "\x1f".join((rule, *flat))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
