"""What a word is, and which phrases set groups of texts apart."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

WORD = r"[\u3040-\u30ff\u3400-\u9fff\U0001F300-\U0001FAFF\u2600-\u27bf]|[^\W\d_][^\W_]+"
"""Words of two letters or more; signs of languages without spaces, and emoji, one by one."""
LONGEST = 3
_EVERYWHERE = 0.5
"""A word in more than half of all texts says nothing about any of them."""
_word = re.compile(WORD)


def phrases_of(text: str, stop_words: frozenset[str]) -> Iterator[str]:
    """Yield runs of one to three words that neither begin nor end with a stop word."""
    found: list[str] = _word.findall(text.lower())
    for length in range(1, LONGEST + 1):
        for start in range(len(found) - length + 1):
            run = found[start : start + length]
            if run[0] not in stop_words and run[-1] not in stop_words:
                yield " ".join(run)


def key_phrases(groups: Sequence[Sequence[str]], most: int = 5) -> tuple[tuple[str, ...], ...]:
    """Return for each group of texts the phrases that set it apart, best first.

    Phrases are weighed by class TF-IDF (Grootendorst 2022): how many of the group's texts have
    one, times how rare it is over all. A phrase that shares its words with one already taken is
    left out. Where a group would get what an earlier one has, phrases that are not in that come
    first.

    Args:
        groups: Texts of each group; groups may be empty.
        most: How many phrases a group gets at most.
    """
    stop_words = _stop_words(groups)
    counts = [_texts_with(group, stop_words) for group in groups]
    overall = sum(counts, Counter[str]())
    mean = sum(overall.values()) / max(1, len(groups))
    found: list[tuple[str, ...]] = []
    for count, group in zip(counts, groups, strict=True):
        told = _distinct(_ranked(count, overall, mean, len(group)), most)
        if told in found:
            told = _set_apart(told, _ranked(count, overall, mean, 0), most)
        found.append(told)
    return tuple(found)


def _texts_with(texts: Sequence[str], stop_words: frozenset[str]) -> Counter[str]:
    return Counter(phrase for text in texts for phrase in set(phrases_of(text, stop_words)))


def _ranked(count: Counter[str], overall: Counter[str], mean: float, texts: int) -> list[str]:
    """Order phrases by weight; longer ones win ties, because they say more."""
    enough = 2 if texts >= 10 else 1
    weights = {
        phrase: -times * log(1 + mean / overall[phrase])
        for phrase, times in count.items()
        if times >= enough
    }
    return sorted(weights, key=lambda phrase: (weights[phrase], -len(phrase), phrase))


def _distinct(ranked: Sequence[str], most: int) -> tuple[str, ...]:
    taken: list[str] = []
    used: set[str] = set()
    for phrase in ranked:
        stems = {_stem(word) for word in phrase.split()}
        if len(taken) < most and not stems & used:
            taken.append(phrase)
            used |= stems
    return tuple(taken)


def _set_apart(told: Sequence[str], ranked: Sequence[str], most: int) -> tuple[str, ...]:
    """Return one or two phrases that share no word with some, and then these.

    Phrases without digits come first: versions and numbers set apart, and say little.
    """
    used = {_stem(word) for phrase in told for word in phrase.split()}
    others = [one for one in ranked if not used & {_stem(word) for word in one.split()}]
    others.sort(key=lambda one: any(sign.isdigit() for sign in one))
    return (*_distinct(others, min(2, max(1, most - len(told)))), *told)[:most]


def _stem(word: str) -> str:
    """Cut endings of inflection, so that `search` and `searching` count as one."""
    return re.sub(r"(?<=\w{3})(ing|ed|es|s|ly)$", "", word)


def _stop_words(groups: Sequence[Sequence[str]]) -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    usual = frozenset(ENGLISH_STOP_WORDS) | _FRAGMENTS
    if len(groups) < 2:
        return usual
    texts = [text for group in groups for text in group]
    seen = Counter(word for text in texts for word in set(_word.findall(text.lower())))
    everywhere = {word for word, times in seen.items() if 10 < times > _EVERYWHERE * len(texts)}
    return usual | everywhere


_FRAGMENTS = frozenset({"don", "doesn", "didn", "isn", "wasn", "can", "ll", "ve", "re", "just"})
"""What is left of `don't` and the like, and a filler."""
