"""Scores of items together with what they need."""

import pytest

from copilot.analysis.prioritisation.bundles import bundle_score, closure, pulls
from copilot.analysis.prioritisation.ice import ICE
from copilot.analysis.prioritisation.rice import RICE
from tests.unit.analysis.prioritisation.lists import rice_item

APP = rice_item("app", 1000, 1, after=("ids",))
IDS = rice_item("ids", 10, 3, after=("log",))
LOG = rice_item("log", 20, 1)
ALL = {one.id: one for one in (APP, IDS, LOG)}


def test_everything_an_item_needs_is_gathered() -> None:
    assert sorted(closure(APP, ALL)) == ["ids", "log"]


def test_a_bundle_scores_what_it_brings_by_what_it_takes() -> None:
    """(1000 + 10 + 20) ÷ (1 + 3 + 1), where ids bring 10 in 3 months."""
    assert bundle_score([APP, IDS, LOG], RICE) == pytest.approx(1030 / 5)


def test_what_is_needed_is_pulled_by_the_strongest() -> None:
    weak = rice_item("weak", 30, 1, after=("log",))
    found = pulls([weak, APP], ALL | {"weak": weak}, RICE)
    assert found["log"] == found["ids"]
    assert found["log"].by == "app"
    assert found["log"].score == pytest.approx(206)


def test_a_framework_that_divides_by_nothing_pulls_nothing() -> None:
    assert pulls([APP], ALL, ICE) == {}


def test_a_bundle_with_an_unknown_in_it_pulls_nothing() -> None:
    bare = IDS.model_copy(update={"inputs": {}})
    assert pulls([APP], ALL | {"ids": bare}, RICE) == {}
