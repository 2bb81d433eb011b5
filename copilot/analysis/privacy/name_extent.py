"""Where a name begins and ends, once one of its words is known to be one."""

from copilot.analysis.privacy import name_cues as cues
from copilot.analysis.privacy.name_words import NameWords
from copilot.analysis.privacy.tokens import Token, is_next, opens_sentence

PARTICLES = frozenset((
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "das", "du",
    "la", "le", "el", "al", "bin", "bint", "ben", "ibn", "abu", "ter", "ten", "te", "zu",
))  # fmt: skip
"""What may stand between the words of one name."""
_LONGEST = 4
"""Words of one name, after the first."""
_MOSTPARTICLES = 2
_MOST_BEFORE = 2
_SHORTEST = 3


class NameExtent:
    """Extends a name to the words that belong to it."""

    def __init__(self, words: NameWords) -> None:
        self._words = words

    def of(self, text: str, read: list[Token], at: int) -> tuple[int, int]:
        """Return where the name of a word starts and ends in the text."""
        return self._start(text, read, at), self._end(text, read, at)

    def _end(self, text: str, read: list[Token], at: int) -> int:
        small = not read[at].text[0].isupper()
        end = at
        while end - at < _LONGEST:
            nearer = end + 1
            while nearer - end <= _MOSTPARTICLES and self._is_particle(read, nearer):
                nearer += 1
            if not self._goes_on(text, read, end, nearer, small=small):
                break
            end = nearer
        return read[end].end

    def _is_particle(self, read: list[Token], at: int) -> bool:
        return at < len(read) - 1 and read[at].word in PARTICLES

    def _goes_on(self, text: str, read: list[Token], last: int, at: int, *, small: bool) -> bool:
        if at >= len(read) or not _are_joined(text, read, last, at):
            return False
        token = read[at]
        if token.is_initial:
            return token.text != "I"
        if small:
            return token.word in self._words.sure or self._words.is_like_surname(token.word)
        if not token.text[0].isupper():
            return False
        return token.word in self._words.listed or (
            token.is_title and not self._words.is_plain(token.word)
        )

    def _start(self, text: str, read: list[Token], at: int) -> int:
        """Return where it begins: a family name takes initials and a given name with it."""
        begin = at
        is_surname = read[at].word in self._words.surnames or self._words.is_surname(read[at].word)
        while begin > max(0, at - _MOST_BEFORE) and is_next(text, read[begin - 1], read[begin]):
            token = read[begin - 1]
            initial = token.is_initial and token.text != "I"
            if not initial and not (is_surname and self._is_given_before(text, token)):
                break
            begin -= 1
        return read[begin].start

    def _is_given_before(self, text: str, token: Token) -> bool:
        if not token.is_title or len(token.word) < _SHORTEST or token.word in cues.HEADS:
            return False
        return not self._words.is_plain(token.word) and not opens_sentence(text, token)


def _are_joined(text: str, read: list[Token], first: int, last: int) -> bool:
    return all(is_next(text, read[place], read[place + 1]) for place in range(first, last))
