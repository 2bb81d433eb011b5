"""A process that is killed at a moment by chance while it records, and again, and again."""

from pathlib import Path

import pytest

from tests.crash.conftest import Driver
from tests.crash.orders import Order
from tests.unit.stores.decisions.building import decisions_in, record

LOGS, KILLS = 30, 10


@pytest.mark.parametrize("number", range(LOGS))
def test_what_was_acknowledged_outlasts_every_kill_and_nothing_half_written_is_seen(
    driver: Driver, place: Path, number: int
) -> None:
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        order = Order(kind="kill", folder=str(place), seed=number * KILLS + kill)
        acknowledged |= {*driver.do(order)}
        decisions = decisions_in(place)
        texts = {standing.entry.decision: text for standing, text in decisions.log.decisions()}
        assert acknowledged <= texts.keys()
        assert all(
            "somebody said so" in text.text for text in texts.values() if text.title == "Loop"
        )
        found = decisions.verify()
        assert (found.verdict, found.problems, found.count) == ("ok", (), len(texts))
        acknowledged.add(record(decisions, "The next one"))
        assert decisions.verify().verdict == "ok"
    assert len(acknowledged) > KILLS + KILLS // 2, "no child was killed while it went on"
