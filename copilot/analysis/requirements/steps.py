"""Join what a source says in several lines and is one: a scenario of steps, a user story."""

import re
from collections.abc import Iterable, Iterator, Sequence

from copilot.analysis.requirements.piece import Piece

_STEP = re.compile(r"(?:\*\*|\*|_)?(given|when|then|and|but)\b(?:\*\*|\*|_)?", re.IGNORECASE)
_PERSONA = re.compile(r"\W*as an? [^.?!]{2,80}", re.IGNORECASE)
_WISH = re.compile(r"\W*i(?:['’]d like| (?:want|need|wish|would like|can|should|must))\b", re.I)
_BENEFIT = re.compile(r"\W*(?:so that|in order to|so (?:i|we|they) )\b", re.IGNORECASE)
_MARKS = re.compile(r"[*_]+")
_STORY = re.compile(
    r"\W*as an? [^.?!]{2,80}?\W+i(?:['’]d like| (?:want|need|wish|would like|can|should|must))\b",
    re.IGNORECASE,
)


def is_story(text: str) -> bool:
    """Return whether a text is a user story: `As a guest, I want ...`."""
    return _STORY.match(_unmarked(text)) is not None


def joined(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, the steps of one scenario and the lines of one story as one."""
    return _joined_steps(_joined_stories(found))


def _joined_stories(found: Iterable[Piece]) -> Iterator[Piece]:
    held: Piece | None = None
    for piece in found:
        if held and _goes_on_story(held, piece):
            held = held._replace(text=f"{held.text} {piece.text}")
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _goes_on_story(before: Piece, piece: Piece) -> bool:
    if piece.given or piece.is_struck or piece.heading != before.heading:
        return False
    told, words = _unmarked(before.text), _unmarked(piece.text)
    if is_story(told):
        return _BENEFIT.match(words) is not None
    return bool(_PERSONA.fullmatch(told.rstrip(" ,")) and _WISH.match(words))


def _unmarked(text: str) -> str:
    """Return words without the marks of bold and slanted letters."""
    return _MARKS.sub("", text)


def _joined_steps(found: Iterable[Piece]) -> Iterator[Piece]:
    held: list[Piece] = []
    for piece in found:
        word = _step_of(piece)
        if not _goes_on(held, word):
            yield from _as_scenario(held)
            held = []
        if held or word in ("given", "when"):
            held.append(piece)
        else:
            yield piece
    yield from _as_scenario(held)


def _goes_on(held: Sequence[Piece], word: str) -> bool:
    """Return whether a step belongs to the scenario of those before it."""
    words = [_step_of(piece) for piece in held]
    if word in ("given", "when"):
        return bool(words) and word not in words and "then" not in words
    return bool(words) and bool(word)


def _as_scenario(held: Sequence[Piece]) -> Iterator[Piece]:
    """Yield steps as one piece where they come to a `then`; else they are sentences."""
    if any(_step_of(piece) == "then" for piece in held):
        yield held[0]._replace(text=" ".join(piece.text for piece in held))
    else:
        yield from held


def _step_of(piece: Piece) -> str:
    step = _STEP.match(piece.text)
    return step[1].lower() if step and not piece.is_struck else ""
