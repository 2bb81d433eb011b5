"""What kind of statement the words of a sentence make.

Rather a requirement too many than one lost: what is asked for in whatever words counts as one.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from copilot.analysis.requirements.headings import Headings
from copilot.analysis.requirements.signs import Signs
from copilot.analysis.stories.words import Words
from copilot.domain.requirement import StatementKind


class Read(NamedTuple):
    """A kind, and whether words or a heading say so plainly."""

    kind: StatementKind
    is_plain: bool = True


BEHAVIOUR_REACH = 7
"""Words from the start in which the verb of a present behaviour is looked for."""
_QUESTION = re.compile(r"\?[\s)\"'”]*\Z")
_FIGURE = re.compile(r"\d|\b(?:half|third|twice|most)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_STRICT = re.compile(r"\b(?:must|shall)\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:should|wants?|needs?|would like)\b", re.IGNORECASE)
_THIRD_PERSON = re.compile(
    r"(?:it|(?:the|an?|every|each) (?:\w+ )?\w*[^s\W]) (?!is\b|was\b|has\b)\w+[^s\W]s\b"
)
"""A verb that the lexicon need not know: "the kiosk speaks", "it falls asleep"."""
_NOW = re.compile(r"\b(?:currently|today|at the moment|right now|these days)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\W*(?:and |but |so |then |also )?"
    r"(?:if|when|once|whenever|unless|until|as soon as|while|where|after|before)\b"
    r"[^,]{3,120},",
    re.IGNORECASE,
)
"""A condition before what follows from it, as in the patterns of EARS (Mavin et al., RE 2009)."""
_SCENARIO = re.compile(r"\A\W*given\b.+\bwhen\b.+\bthen\b", re.IGNORECASE | re.DOTALL)
_FIRST = (
    ("team_act", Read("context", False)),
    ("open", Read("question")),
    ("assumption", Read("assumption")),
    ("goal", Read("goal")),
)
_BEFORE_WISHES: tuple[StatementKind, ...] = ("risk", "rollout")
_OURSELVES = frozenset(["we", "i", "our", "my", "i'm", "i've", "we've", "we're"])
_BEFORE_DONE = frozenset(
    [
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "get",
        "gets",
        "got",
        "has",
        "have",
        "had",
        "a",
        "an",
        "the",
        "any",
        "all",
        "each",
        "every",
        "no",
        "its",
        "their",
        "and",
        "or",
        "not",
        "as",
        "when",
        "if",
        "once",
        "already",
        "newly",
    ]
)
"""Behind these a word in -ed is no past tense of its own: "are merged", "the merged alerts"."""
FEW_WORDS = 5
TITLE_WORDS = 10
"""Words that a title has at most."""
_CHAPTER = re.compile(r"\W*(?:part|chapter|section|annex|appendix) (?:[A-Z]|\d+|[IVX]+)\b", re.I)
_CAPITALS = re.compile(r"\s[A-Z]")
"""How titles are written: "Order Form", where "Order forms" may tell what to do."""
_CLOSED = re.compile(r"[.!?;:,…][\s*_\"”]*\Z")
_FINITE = frozenset(
    ["is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did", "not", "no"]
)
_KEPT_BY_HEADING: frozenset[StatementKind] = frozenset(
    ["problem", "evidence", "user", "goal", "risk", "rollout", "assumption", "context"]
)
_FIRM: frozenset[StatementKind] = frozenset(["goal", "rollout", "risk"])
"""Under such a heading a wish is still what the heading says."""


class WordingReader:
    """Reads kinds of statements off their words and headings.

    Args:
        signs: Words that show a kind.
        words: The lexicon, which knows verbs.
    """

    def __init__(self, signs: Signs, words: Words) -> None:
        self.headings = Headings(signs=signs.headings)
        self._signs = signs
        self._words = words

    def read(self, said: str, heading: str = "", *, is_item: bool = False) -> Read:
        """Return the kind of a statement.

        Args:
            said: Its words, behind those that open its list.
            heading: Under which it stands.
            is_item: Whether it is an item of a list or a row of a table.
        """
        announced = self.headings.kind_under(heading)
        return (
            self._as_aside(said, announced)
            or self._as_question(said, announced)
            or self._as_non_goal(said, announced, is_item=is_item)
            or self._as_announced(said, announced)
            or self._by_words(said)
            or self._by_verbs(said, is_item=is_item)
        )

    def is_title(self, said: str, heading: str = "") -> bool:
        """Return whether words in the place of a title are one: short, without verb or final mark.

        Args:
            said: The words.
            heading: Under which they stand; among requirements nothing is a title.
        """
        found = _words_of(said)
        if _CHAPTER.match(said) and len(found) <= TITLE_WORDS:
            return not _CLOSED.search(said)
        is_short = 0 < len(found) <= TITLE_WORDS and said.lstrip('*_"“')[:1].isupper()
        if not is_short or _CLOSED.search(said) or self.headings.kind_under(heading):
            return False
        may_be_order = found[0] in self._words.any_verbs and not _CAPITALS.search(said)
        is_order = may_be_order and self.headings.kind_under(said) is None
        return not is_order and not any(map(self._is_verb, found))

    def _is_verb(self, word: str) -> bool:
        words = self._words
        is_known = not word.endswith(("ing", "ed")) and words.base(word) in words.verbs
        return word in _FINITE or word in words.modals or is_known

    def _as_aside(self, said: str, announced: StatementKind | None) -> Read | None:
        """Set words to the tool and about the document aside, but nothing among requirements."""
        if announced == "requirement":
            return None
        speaks_of_document = announced is None and self._signs.has("about_document", said)
        is_aside = announced == "aside" or self._signs.has("order", said) or speaks_of_document
        return Read("aside") if is_aside else None

    def _as_question(self, said: str, announced: StatementKind | None) -> Read | None:
        if not _QUESTION.search(said):
            return None
        asks_for = announced != "question" and self._signs.has("asks_for", said)
        return Read("requirement", False) if asks_for else Read("question")

    def _as_non_goal(
        self, said: str, announced: StatementKind | None, *, is_item: bool
    ) -> Read | None:
        if announced == "question" and is_item:
            return Read("question")
        is_said = self._signs.has("non_goal", said) and not _STRICT.search(said)
        return Read("non_goal") if announced == "non_goal" or is_said else None

    def _as_announced(self, said: str, announced: StatementKind | None) -> Read | None:
        """Return the kind that a heading announces; under it, `must` makes a requirement."""
        if announced == "requirement":
            return Read("assumption" if self._signs.has("assumption", said) else "requirement")
        if announced not in _KEPT_BY_HEADING:
            return None
        if _STRICT.search(said) and not self._signs.has("team_act", said):
            return Read("requirement", announced not in _FIRM)
        return Read(announced, announced in _FIRM or not self._signs.has("wish", said))

    def _by_words(self, said: str) -> Read | None:
        found = next((read for sign, read in _FIRST if self._signs.has(sign, said)), None)
        if found:
            return found
        wishes, complains = self._signs.has("wish", said), self._signs.has("problem", said)
        if self._signs.has("must", said):
            return Read("problem" if _NOW.search(said) else "requirement", not complains)
        if _SCENARIO.match(said) or (_CONDITION.match(said) and not complains):
            return Read("requirement")
        before = next((sign for sign in _BEFORE_WISHES if self._signs.has(sign, said)), None)
        if before:
            return Read(before, not wishes)
        if complains:
            return self._complaint(said, is_wish=wishes)
        return self._wish_or_user(said, is_wish=wishes)

    def _wish_or_user(self, said: str, *, is_wish: bool) -> Read | None:
        if is_wish:
            return Read("requirement")
        return Read("user") if self._signs.has("user", said) else None

    def _complaint(self, said: str, *, is_wish: bool) -> Read:
        """Return what a sentence is that tells of today, perhaps with a wish in it."""
        is_order = self._opens_with_verb(_words_of(said))
        if is_order or (is_wish and _ASKED.search(said)):
            return Read("requirement", False)
        return Read("evidence" if _FIGURE.search(said) else "problem", not is_wish)

    def _by_verbs(self, said: str, *, is_item: bool) -> Read:
        found = _words_of(said)
        opens = found[0] if found else ""
        if self._opens_with_verb(found) or (is_item and opens in self._words.any_verbs):
            return Read("requirement", is_item)
        if opens in _OURSELVES or self._is_told_of_the_past(found):
            return Read("context", False)
        if is_item or self._tells_behaviour(found):
            return Read("requirement", False)
        return Read("context", len(found) < FEW_WORDS)

    def _opens_with_verb(self, found: list[str]) -> bool:
        """Tell whether it begins with what to do: "Show the reasons"."""
        opens, *rest = found or [""]
        has_object = bool(rest) and rest[0] in self._words.determiners
        return opens in self._words.verbs or (has_object and opens in self._words.any_verbs)

    def _tells_behaviour(self, found: list[str]) -> bool:
        """Tell whether something does something: "Alerts expire after ten minutes"."""
        words = self._words
        known = any(
            word not in words.closed and words.base(word) in words.any_verbs
            for word in found[1:BEHAVIOUR_REACH]
        )
        return known or _THIRD_PERSON.match(" ".join(found[:BEHAVIOUR_REACH])) is not None

    def _is_told_of_the_past(self, found: list[str]) -> bool:
        """Tell whether the verb stands in the past: "The board promised a renewal"."""
        words = self._words
        return any(
            word.endswith("ed")
            and words.base(word) in words.any_verbs
            and before not in _BEFORE_DONE
            for before, word in pairwise(found[:BEHAVIOUR_REACH])
        )


def _words_of(said: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(said)]
