"""Find names: by lists, by what stands beside them, and by the survey's own columns."""

from collections.abc import Collection, Iterator

from copilot.analysis.privacy import name_cues as cues
from copilot.analysis.privacy.finding import Found
from copilot.analysis.privacy.name_book import Known
from copilot.analysis.privacy.name_extent import PARTICLES, NameExtent
from copilot.analysis.privacy.name_words import NameWords
from copilot.analysis.privacy.own_names import OwnNames
from copilot.analysis.privacy.tokens import (
    Token,
    follower,
    neighbours,
    opens_sentence,
    plain_words,
    tokens,
)

_REACH = 60
"""Characters in which a cue is looked for."""
_NOBLE = frozenset(["van", "von", "bin", "ibn", "ter"])
"""Particles between two words with capitals that make a name of them, whatever they are."""
_SHORTEST_UPPER = 4
_SHORTEST_SMALL = 3


class NameFinder:
    """Finds people's names.

    Args:
        own: Names that are in the survey's own columns.
        known: Lists of names and words.
    """

    def __init__(self, own: Collection[str], known: Known) -> None:
        self._words = NameWords(known)
        self._extent = NameExtent(self._words)
        self._own = OwnNames(own, known)
        self._phrases = known.phrases
        self._small = self._words.sure | cues.HEADS

    def may_find(self, text: str) -> bool:
        """Return whether a full scan is worth it; cheap."""
        capital, every = plain_words(text)
        return (
            not (self._words.listed.isdisjoint(capital) and self._small.isdisjoint(every))
            or not text.isascii()
            or any("-" in word or self._words.is_surname(word) for word in capital)
            or self._own.may_find(text)
        )

    def find(self, text: str) -> Iterator[Found]:
        """Yield names; they may overlap."""
        read = tokens(text)
        shouted = text.isupper()
        things = [match.span() for match in self._phrases.finditer(text)]
        for at, token in enumerate(read):
            if any(start <= token.start < end for start, end in things):
                continue
            if self._is_seed(text, read, at, shouted=shouted):
                start, end = self._extent.of(text, read, at)
                yield Found("name", start, end, text[start:end])
        yield from self._own.find(text, read)

    def _is_seed(self, text: str, read: list[Token], at: int, *, shouted: bool) -> bool:
        token = read[at]
        if self._words.is_ordinary(token.word):
            return False
        if token.is_upper:
            shortest = _SHORTEST_SMALL if shouted else _SHORTEST_UPPER
            if len(token.text) < shortest or token.word not in self._words.listed:
                return False
        elif len(token.text) < 2 or not token.is_title:
            return self._is_small_seed(text, read, at)
        if self._is_among_products(text, read, at):
            return False
        return (
            self._is_sure(text, read, at)
            or self._begins_pair(text, read, at)
            or self._is_cued(text, token)
            or self._is_speaking(text, token)
        )

    def _is_sure(self, text: str, read: list[Token], at: int) -> bool:
        """Return whether a word with a capital is a name by the lists alone."""
        token = read[at]
        if not self._words.is_sure(token.word):
            return False
        if token.word in self._words.elsewhere and opens_sentence(text, token):
            second = follower(text, read, at)
            return second is None or second.is_title or self._does(text, token)
        if token.word in self._words.sure_given:
            return True
        is_noun = at > 0 and read[at - 1].word in cues.GERMAN_ARTICLES
        return len(token.word) > _SHORTEST_SMALL and not is_noun

    def _does(self, text: str, token: Token) -> bool:
        return cues.DOES.match(text[token.end : token.end + _REACH]) is not None

    def _is_speaking(self, text: str, token: Token) -> bool:
        """Return whether a word that is in no list does what only people do."""
        if token.is_upper or self._words.is_plain(token.word) or len(token.word) < _SHORTEST_SMALL:
            return False
        return cues.SPEAKS.match(text[token.end : token.end + _REACH]) is not None

    def _is_among_products(self, text: str, read: list[Token], at: int) -> bool:
        """Return whether a word is one of several products: a language can have a person's name."""
        if cues.DOES.match(text[read[at].end : read[at].end + _REACH]):
            return False
        return any(
            token.word in self._words.brands and cues.LISTED.fullmatch(between)
            for token, between in neighbours(text, read, at)
        )

    def _begins_pair(self, text: str, read: list[Token], at: int) -> bool:
        """Return whether a word is a name by the one that follows, or by its own ending."""
        token, second = read[at], follower(text, read, at)
        opens = opens_sentence(text, token)
        if second is None:
            return self._words.is_surname(token.word) and not opens
        if token.word not in self._words.given and opens:
            return False
        if second.word in _NOBLE:
            return self._is_noble(text, read, at)
        if second.is_initial:
            second = follower(text, read, at + 1)
        if second is None:
            return False
        return self._words.are_pair(token, second) or self._words.is_surname(token.word)

    def _is_noble(self, text: str, read: list[Token], at: int) -> bool:
        """Return whether particles lead from a word to another with a capital."""
        place, second = at, follower(text, read, at)
        while second is not None and second.word in PARTICLES:
            place += 1
            second = follower(text, read, place)
        word = read[at].word
        may_be = word in self._words.given or not self._words.is_plain(word)
        return may_be and second is not None and second.is_title

    def _is_cued(self, text: str, token: Token) -> bool:
        word = token.word
        before = text[max(0, token.start - _REACH) : token.start]
        after = text[token.end : token.end + _REACH]
        if cues.NAMED.search(before):
            return self._words.may_be_name(word)
        if cues.TITLE.search(before) and not cues.NOT_TITLE.search(before):
            return word not in cues.NO_NAMES and (
                self._words.may_be_name(word) or word in self._words.surnames
            )
        if cues.PARTICLES_BEFORE.search(before) and word in self._words.listed:
            return not self._words.is_plain(word)
        if cues.STRONG.search(before):
            return self._is_after_strong(before, word)
        if cues.SELF.search(before) or cues.FROM_TEAM.match(after) or cues.HERE.match(after):
            return word in self._words.given and not opens_sentence(text, token)
        return self._is_signature(before, after, word)

    def _is_after_strong(self, before: str, word: str) -> bool:
        if word in self._words.given:
            return True
        if self._words.is_plain(word):
            return False
        return word in self._words.listed or not cues.is_of_products_too(before)

    def _is_signature(self, before: str, after: str, word: str) -> bool:
        if not cues.ENDS.match(after) or not cues.SIGNED.search(before):
            return False
        if word in self._words.given:
            return True
        return self._words.may_be_name(word) and cues.REGARDS.search(before) is not None

    def _is_small_seed(self, text: str, read: list[Token], at: int) -> bool:
        """Return whether a word in small letters is a name, by a strong cue or as one of a pair."""
        token = read[at]
        word = token.word
        if len(word) < _SHORTEST_SMALL or self._words.is_plain(word):
            return False
        before = text[max(0, token.start - _REACH) : token.start]
        if cues.NAMED.search(before):
            return word in self._words.listed or cues.PERSON_NAMED.search(before) is not None
        if word not in self._words.sure:
            return False
        if cues.STRONG.search(before) or cues.TITLE.search(before):
            return True
        return self._words.is_sure_small(word) or (
            word in self._words.sure_given and self._is_small_person(text, read, at)
        )

    def _is_small_person(self, text: str, read: list[Token], at: int) -> bool:
        after = text[read[at].end : read[at].end + _REACH]
        second = follower(text, read, at)
        return (
            cues.DOES.match(after) is not None
            or cues.HERE.match(after) is not None
            or cues.FROM_TEAM.match(after) is not None
            or (second is not None and self._words.is_surname(second.word))
        )
