"""What is told of a scan."""

from collections import Counter

from copilot.analysis.privacy.report import report


def test_counts_are_by_kind_the_most_frequent_first() -> None:
    told = report(Counter(phone=1, name=4, email=1, card=0))
    assert list(told.kinds.items()) == [("name", 4), ("email", 1), ("phone", 1)]
    assert told.masked == 6


def test_a_scan_that_found_nothing_still_says_what_it_cannot_find() -> None:
    told = report({})
    assert told.masked == 0
    assert "misses many names" in told.note
