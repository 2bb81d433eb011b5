"""What a review is computed from."""

from copilot.analysis.review.books import ReviewBooks


def test_facts_of_the_rules_and_of_the_harms_can_be_stated(books: ReviewBooks) -> None:
    assert books.catalogue.names() <= books.specs.keys() <= books.names
    assert books.signals.names() <= books.specs.keys()
    assert books.harms.facts.keys() <= books.names


def test_the_facts_asked_first_and_those_of_regions_exist(books: ReviewBooks) -> None:
    assert set(books.catalogue.basics) <= books.catalogue.names()
    assert {name for name in books.catalogue.regions.values() if name} <= books.names
