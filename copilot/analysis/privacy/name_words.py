"""What a word by itself says of being a name."""

import re

from copilot.analysis.privacy.name_book import Known
from copilot.analysis.privacy.tokens import Token

_ENDINGS = re.compile(
    r"\w{3,}(?:ski|ska|cki|cka|czyk|wicz|enko|chuk|oglu|opoulos|opoulou|idis|akis|ovic|evic|ovich"
    r"|evich|shvili|dottir|sson|elli|etti|ucci|aswamy|nathan|murthy|yenko|jewicz|ellini|quist)"
)
"""Endings of family names that hardly any other word has."""
_NO_SURNAME = re.compile(r"(?:ed|ing|ly|ion|ment|ness|able|ible|ful|less|ive|ous|ize|ise|nt)$")
"""Endings that words of a sentence have rather than family names."""
_SHORTEST_UNKNOWN = 5
_SHORTEST = 3
_SHORTEST_SMALL = 4


class NameWords:
    """Judges single words by the lists.

    Args:
        known: Lists of names and words.
    """

    def __init__(self, known: Known) -> None:
        self.given = known.given
        self.surnames = known.surnames
        self.brands = known.brands
        self.listed = known.given | known.surnames
        self.sure_given = known.sure_given
        self.elsewhere = known.elsewhere
        self.sure = known.sure_given | known.sure_surnames
        self._ordinary = known.ordinary
        self._sure_surnames = known.sure_surnames

    def is_sure(self, word: str) -> bool:
        """Return whether a word is hardly anything but a name; a part of a double one is enough."""
        if word in self.sure or word.replace("-", "") in self.sure:
            return True
        parts = word.split("-")
        return (
            len(parts) > 1
            and any(part in self.sure for part in parts)
            and all(part in self.listed or part not in self._ordinary for part in parts)
        )

    def is_sure_small(self, word: str) -> bool:
        """Return whether a word in small letters is a given name and no word of any language."""
        return (
            len(word) >= _SHORTEST_SMALL and word in self.sure_given and word not in self.elsewhere
        )

    def is_ordinary(self, word: str) -> bool:
        """Return whether it is a common word, a product or a place, and no name either."""
        return word in self._ordinary and word not in self.listed

    def is_plain(self, word: str) -> bool:
        """Return whether it is a common word, a product or a place, and maybe a name."""
        return word in self._ordinary

    def may_be_name(self, word: str) -> bool:
        """Return whether it can be one after a cue."""
        return word in self.given or (len(word) > 1 and word not in self._ordinary)

    def is_surname(self, word: str) -> bool:
        """Return whether it is a family name, by the list or by its ending."""
        return word in self._sure_surnames or (
            word not in self._ordinary and _ENDINGS.fullmatch(word) is not None
        )

    def is_like_surname(self, word: str) -> bool:
        """Return whether a word after a given name in small letters may be the family name."""
        if self.is_surname(word):
            return True
        return (
            len(word) >= _SHORTEST_UNKNOWN
            and word not in self._ordinary
            and _NO_SURNAME.search(word) is None
        )

    def are_pair(self, first: Token, second: Token) -> bool:
        """Return whether two words with capitals are a person, though neither is enough alone."""
        if not second.is_title:
            return False
        if first.word in self.given:
            return self.is_surname(second.word) or not (
                self.is_plain(first.word) or self.is_plain(second.word)
            )
        if min(len(first.word), len(second.word)) < _SHORTEST or self.is_plain(first.word):
            return False
        foreign = not (first.text.isascii() and second.text.isascii())
        return foreign and not self.is_plain(second.word)
