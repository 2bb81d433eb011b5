"""Which words of a wish are verbs, and where its own verb stands.

No tagger is needed: in a story the words around a candidate decide (what stands before a
determiner cannot be a noun, what follows a determiner cannot be a verb), and a lexicon knows how
words that can be both are used more often.
"""

from typing import NamedTuple

from copilot.analysis.stories.inflection import IRREGULAR_PASTS
from copilot.analysis.stories.tokens import Tokens
from copilot.analysis.stories.words import Words

_BE_DONE = ("be", "been", "being", "get")
_OBJECTS = ("it", "them", "him", "her", "me", "us", "this", "these", "those", "itself")
_NO_BASE = ("ed", "ing", "ly", "ion", "ness", "ity", "ers", "ors")
_NEITHER = ("more", "most", "less", "least", "other", "others", "both", "such", "few", "many")
_WITH_INFINITIVE = ("how", "what", "where", "when", "which", "whether")


class Head(NamedTuple):
    """The verb of a wish: where it stands, and how it got there."""

    place: int
    passive: bool = False
    """Whether something is to be done, without saying by whom."""


class Grammar:
    """Reads verbs by words and their neighbours.

    Args:
        words: The lexicon.
    """

    def __init__(self, words: Words) -> None:
        self._words = words

    def is_determined(self, tokens: Tokens, place: int) -> bool:
        """Tell whether an object begins behind a word: an article, a pronoun, a number."""
        following = tokens.low(place)
        return (
            following in _OBJECTS
            or following[:1].isdigit()
            or (following in self._words.determiners and following not in _NEITHER)
        )

    def is_verb(self, tokens: Tokens, place: int, *, expected: bool) -> bool:
        """Tell whether the word is a verb in its base form.

        Args:
            tokens: The words of the wish.
            place: Where the word stands.
            expected: Whether grammar leaves room for little else, as behind another bare verb.
        """
        word = tokens.low(place)
        if tokens.low(place + 1) == ":" or self._is_no_word(word):
            return False
        if word in self._words.verbs:
            return expected or not self._is_named_by_two(tokens, place)
        if tokens.low(place + 1) in self._words.phrasal.get(word, ()):
            return True
        if word in self._words.verbs_and_adjectives:
            return expected or self.is_determined(tokens, place + 1)
        if word in self._words.any_verbs:
            return self._is_verb_rather_than_noun(tokens, place, expected=expected)
        return self._is_unknown_verb(tokens, place)

    def _is_no_word(self, word: str) -> bool:
        closed = word in self._words.closed and word not in ("do", "have", "be")
        return closed or not word[:1].isalpha()

    def is_done(self, tokens: Tokens, place: int) -> bool:
        """Tell whether a word is the participle of a known verb ("managed", "sent")."""
        word = tokens.low(place)
        base = self._words.base(word)
        return base != word and base in self._words.any_verbs and not word.endswith(("s", "ing"))

    def is_doing(self, tokens: Tokens, place: int) -> bool:
        """Tell whether a word is the gerund of a known verb ("uploading")."""
        word = tokens.low(place)
        base = self._words.base(word)
        act = base not in self._words.nouns_and_verbs or self.is_determined(tokens, place + 1)
        return word.endswith("ing") and base != word and act

    def head(self, tokens: Tokens, wish: str) -> Head | None:
        """Return the verb of the wish; None where a thing is wanted, without any act."""
        start = self._after_adverbs(tokens, 0)
        takes_verb = wish.endswith(
            (" to", "can", "could", "should", "must", "shall", "may", "will")
        )
        if takes_verb or self._begins_with_verb(tokens, start):
            return self._settled(tokens, start)
        infinitive = self._infinitive(tokens, start)
        return self._settled(tokens, infinitive) if infinitive is not None else None

    def _begins_with_verb(self, tokens: Tokens, start: int) -> bool:
        if tokens.low(start) == "to":
            return True
        word = tokens.low(start)
        return word in self._words.verbs and not self._is_name(tokens, start)

    def _settled(self, tokens: Tokens, start: int) -> Head | None:
        """Return the verb at a place, or the one it passes the wish on to."""
        place = self._after_adverbs(tokens, start + (tokens.low(start) == "to"))
        word = tokens.low(place)
        if not word:
            return None
        if word in _BE_DONE and self.is_done(tokens, self._after_adverbs(tokens, place + 1)):
            done = self._after_adverbs(tokens, place + 1)
            further = done + 1 if tokens.low(done) in ("allowed", "enabled", "asked") else None
            if further is not None and tokens.low(further) == "to":
                return self._settled(tokens, further)
            return Head(done, passive=True)
        if word == "be" and tokens.low(place + 1) in ("able", "allowed", "free"):
            return self._settled(tokens, place + 2)
        if word in self._words.transparent:
            infinitive = self._infinitive(tokens, place + 1)
            if infinitive is not None:
                return self._settled(tokens, infinitive)
        return Head(place)

    def _infinitive(self, tokens: Tokens, start: int) -> int | None:
        """Return where an act begins behind a thing: "the system to send", "where I can view"."""
        for place in range(start, len(tokens)):
            word = tokens.low(place)
            if word in self._words.connectives or word in ",;:(-–—":
                return None
            if word == "to" and self._takes_infinitive(tokens, place):
                return place
            if word in ("can", "could", "should") and tokens.low(place - 1) in self._words.subjects:
                return place + 1
            if word in self._words.subordinators and not self._opens_act(tokens, place):
                return None
            if word in ("lets", "allows", "helps", "enables", "allowing", "enabling", "letting"):
                return self._helped(tokens, place)
        return None

    def _opens_act(self, tokens: Tokens, place: int) -> bool:
        """Tell whether a clause says what one can do ("where I can", "that lets me")."""
        return tokens.low(place) in ("where", "that", "which") and bool(
            {tokens.low(place + 1), tokens.low(place + 2)}
            & {"can", "could", "lets", "allows", "helps", "enables"}
        )

    def _helped(self, tokens: Tokens, place: int) -> int | None:
        behind = place + 2
        return behind if behind < len(tokens) else None

    def _takes_infinitive(self, tokens: Tokens, place: int) -> bool:
        behind = self._after_adverbs(tokens, place + 1)
        before = tokens.low(place - 1)
        joined = tokens.low(behind + 1) in self._words.connectives
        verb = joined and tokens.low(behind) in self._words.verbs_and_nouns
        return before not in _WITH_INFINITIVE and (
            verb or tokens.low(behind) == "be" or self.is_verb(tokens, behind, expected=False)
        )

    def _after_adverbs(self, tokens: Tokens, place: int) -> int:
        while tokens.low(place) in self._words.adverbs or tokens.low(place).endswith("ly"):
            if tokens.low(place) in self._words.any_verbs:
                break
            place += 1
        return place

    def _is_name(self, tokens: Tokens, place: int) -> bool:
        """Tell whether two verbs before a noun are its name ("view and edit permissions")."""
        return tokens.low(place + 1) in self._words.name_heads

    def _is_named_by_two(self, tokens: Tokens, place: int) -> bool:
        """Tell whether the verb before the joint belongs to the name too."""
        return tokens.low(place - 2) in self._words.any_verbs and self._is_name(tokens, place)

    def _is_verb_rather_than_noun(self, tokens: Tokens, place: int, *, expected: bool) -> bool:
        word = tokens.low(place)
        if expected and not self._is_name(tokens, place):
            return True
        if self.is_determined(tokens, place + 1):
            return True
        if word in self._words.nouns_and_verbs or self._is_name(tokens, place):
            return False
        following = tokens.low(place + 1)
        return bool(following) and following[0].isalpha() and following not in self._words.closed

    def _is_unknown_verb(self, tokens: Tokens, place: int) -> bool:
        """Tell whether a word of no list is a verb: it has an object with an article behind it."""
        word = tokens.low(place)
        if word in IRREGULAR_PASTS:
            return False
        shaped = word.isalpha() and not word.endswith(_NO_BASE) and not word.endswith("s")
        return shaped and self.is_determined(tokens, place + 1)
