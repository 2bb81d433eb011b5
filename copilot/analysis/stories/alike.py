"""Find sets of words that are alike, without comparing every pair.

Two sets of Jaccard similarity t or more share a word among the rarest of each; only such pairs are
compared (prefix filtering: Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import ceil


def alike(sets: Sequence[frozenset[str]], threshold: float) -> Iterator[tuple[int, int]]:
    """Yield the places of all pairs whose Jaccard similarity reaches the threshold, once each.

    Args:
        sets: Words of content; empty sets are like nothing.
        threshold: Above 0, at most 1.
    """
    counts = Counter(word for words in sets for word in words)
    sorted_sets = [sorted(words, key=lambda word: (counts[word], word)) for words in sets]
    by_size = sorted(range(len(sets)), key=lambda place: len(sets[place]))
    holders: dict[str, list[int]] = defaultdict(list)
    for place in by_size:
        size = len(sets[place])
        prefix = sorted_sets[place][: size - ceil(threshold * size) + 1]
        near = {other for word in prefix for other in holders[word]}
        for other in near:
            if (
                len(sets[other]) >= threshold * size
                and jaccard(sets[place], sets[other]) >= threshold
            ):
                yield (min(place, other), max(place, other))
        for word in prefix:
            holders[word].append(place)


def jaccard(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the share of words that two sets have in common; 0 for two empty ones."""
    common = len(first & second)
    total = len(first) + len(second) - common
    return common / total if total else 0.0
