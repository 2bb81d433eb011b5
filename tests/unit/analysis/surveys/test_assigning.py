"""Rows that nobody has read are given themes only where words tell them."""

import numpy as np
import pytest

from copilot.analysis.surveys.assigning import assigned
from copilot.analysis.surveys.assignments import FAILED, PROPAGATED
from copilot.analysis.surveys.carrying import carried_over
from copilot.analysis.surveys.coding import Coding, ReadAnswer
from copilot.analysis.surveys.themes.features import fit_features
from tests.unit.analysis.surveys.reading import PRICE, SEARCH, answers_of, coding_by_words

KINDS = (
    "the search finds nothing at all in folder {at}",
    "the price is far too high since month {at}",
    "it works well for my team of {at}",
)
ANSWERS = answers_of([KINDS[at % 3].format(at=at) for at in range(300)])
FEATURES = fit_features(ANSWERS.texts)
EVEN = range(0, 300, 2)


def test_picked_labels_are_given_to_nobody_else() -> None:
    coding = coding_by_words(ANSWERS, EVEN)
    carried = carried_over(ANSWERS, coding, FEATURES, 1)
    assert (assigned(ANSWERS, coding, carried).sources[1::2] == PROPAGATED).all()
    found = assigned(ANSWERS, coding, carried._replace(is_biased=True))
    assert (found.sources[1::2] == FAILED).all()
    assert not found.themes[1::2].any()


@pytest.mark.parametrize("seed", range(5))
def test_labels_by_lot_are_given_to_nobody_else(seed: int) -> None:
    drawn = np.random.default_rng(seed).random(300) < 0.4
    read = [ReadAnswer(at, frozenset({"t1"} if drawn[at] else ())) for at in EVEN]
    coding = Coding([SEARCH], read)
    found = assigned(ANSWERS, coding, carried_over(ANSWERS, coding, FEATURES, 1))
    assert (found.sources[1::2] == FAILED).all()


def test_what_the_whole_sample_has_is_not_denied_to_others() -> None:
    by_words = coding_by_words(ANSWERS, EVEN).read
    read = [one._replace(themes=one.themes - {"t2"} | {"t2"}) for one in by_words]
    coding = Coding([SEARCH, PRICE], read)
    found = assigned(ANSWERS, coding, carried_over(ANSWERS, coding, FEATURES, 1))
    assert (found.sources[1::2] == PROPAGATED).all()
    assert found.themes[1::2, 1].all()
    assert not found.themes[1::6, 0].all()
