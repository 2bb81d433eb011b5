"""Orders in a change request that ask for something else than a requirement."""

import re
from typing import NamedTuple

_NON_GOAL = r"(?:non[- _]?goals?|out[- ]of[- ]scope|not in scope|anti[- ]goals?)"
_NEW_NON_GOAL = re.compile(
    rf"\A\W*(?:please )?(?:also )?(?:add |note |record )?(?:as )?"
    r"(?:a |an |the |another |one more )?"
    rf"(?:new |further |additional )*{_NON_GOAL}\s*[:–—-]\s*(?:that )?(?P<text>\S.*)\Z",
    re.I | re.S,
)
_ADDED_TO = re.compile(
    rf"\A\W*(?:please )?add [\"'“]?(?P<text>.+?)[\"'”]? (?:to|as) (?:the |our |a )?(?:list of )?"
    rf"(?:new )?{_NON_GOAL}\W*\Z",
    re.I | re.S,
)
_GONE_NON_GOAL = re.compile(
    r"\A\W*(?:please )?(?:remove|delete|drop|cancel|strike out|take out|scrap|discard)\s+"
    rf"(?:the |our )?{_NON_GOAL}\W*(?:that |about |on |of )?(?P<text>\S.*?)\W*\Z",
    re.I | re.S,
)
_NON_GOAL_ENDS = re.compile(
    rf"\A\W*(?P<text>\S.*?)\W+(?:is|are) no longer (?:a |an |our )?{_NON_GOAL}\W*\Z", re.I | re.S
)
_OF_ANOTHER_SECTION = re.compile(
    r"\A\W*(?:please )?(?:add )?(?:a |an |the |another )?(?:new |open |further )*"
    r"(?:goals?|metrics?|counter[- ]metrics?|kpis?|risks?|questions?|assumptions?|users?|personas?"
    r"|problems?|evidence|rollout|background|notes?|comments?|sections?|headings?|titles?|status"
    r"|version|owner|decisions?)\s*:",
    re.I,
)
_FORBIDS = re.compile(
    r"\A\W*(?:please )?(?:do not|don['’]t|never|no need to|let['’]s not|we (?:do not"
    r"|don['’]t|will not|won['’]t) (?:want|need) to|(?:we )?(?:decided|agreed) not to)"
    r"\s+(?:ever )?(?:add|change|touch"
    r"|remove|delete|drop|include|introduce|edit|rename|move|build|implement|do|have|put)\b",
    re.I,
)
_EDITS = re.compile(
    r"\A\W*(?:please )?(?:also )?(?:replace|change|rename|reword|rephrase|rewrite|merge|split"
    r"|renumber|reorder|swap|mark|prioriti[sz]e|deprioriti[sz]e|postpone|defer|clarify|correct|fix"
    r"|move|keep|leave|undo|revert|update|raise|lower|increase|reduce|shorten|extend|make|amend"
    r"|edit|turn|use|restore|shift|adjust|tighten|relax|double|halve)\b",
    re.I,
)
_ARROW = re.compile(r"→|[-=]>")
_INSTEAD = re.compile(r"\b(?:instead of|rather than)\b", re.I)
_SAYS = re.compile(
    r"\b(?:must|shall|should|may|can|will|is|are|needs?|ha[sv]e?)\b|\A\W*(?:please )?add\b", re.I
)
_KEEPS = r"(?:keep|leave|retain)"
_TAKES = r"(?:remove|delete|drop|cancel|strike out|take out|scrap|discard)"
_PARTS = re.compile(rf"(?:\s*[,;]\s*|\s+)(?:(?:and|but|then)\s+)*(?=(?:{_KEEPS}|{_TAKES})\b)", re.I)
_KEEP = re.compile(rf"\W*(?:please )?{_KEEPS}\b", re.I)
_TAKE = re.compile(rf"\W*(?:please )?{_TAKES}\b", re.I)


class Parted(NamedTuple):
    """A sentence that keeps some things and takes others away."""

    kept: tuple[str, ...]
    removed: tuple[str, ...]


def new_non_goal(wish: str) -> str:
    """Return the words of a non-goal that is to be added; nothing where none is."""
    found = _NEW_NON_GOAL.match(wish) or _ADDED_TO.match(wish)
    return found["text"].strip(" \"'“”") if found else ""


def ended_non_goal(wish: str) -> str:
    """Return by which words a non-goal is to be removed; nothing where none is."""
    found = _GONE_NON_GOAL.match(wish) or _NON_GOAL_ENDS.match(wish)
    return found["text"].strip(" \"'“”") if found else ""


def is_of_another_section(wish: str) -> bool:
    """Return whether a sentence opens with what it is, and that is no requirement."""
    return _OF_ANOTHER_SECTION.match(wish) is not None


def forbids(wish: str) -> bool:
    """Return whether a sentence says what is not to be done to the specification."""
    return _FORBIDS.match(wish) is not None


def edits(wish: str) -> bool:
    """Return whether a sentence orders to edit what stands there, and names it by no id."""
    return _EDITS.match(wish) is not None


def swaps(wish: str) -> bool:
    """Return whether words are only put in the place of others: `by email instead of by SMS`."""
    return _ARROW.search(wish) is not None or bool(_INSTEAD.search(wish) and not _SAYS.search(wish))


def parted(wish: str) -> Parted | None:
    """Return the parts of a sentence that keeps and removes: `keep FR-1, remove FR-2`."""
    parts = [part for part in _PARTS.split(wish) if part.strip()]
    kept = tuple(part for part in parts if _KEEP.match(part))
    removed = tuple(part for part in parts if _TAKE.match(part))
    whole = len(parts) == len(kept) + len(removed)
    return Parted(kept, removed) if whole and kept and removed else None
