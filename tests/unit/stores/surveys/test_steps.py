"""Steps of a long run that was stopped."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from copilot.stores.batch_journal import BatchJournal
from copilot.stores.surveys.steps import Steps


class Found(BaseModel):
    number: int


class Model:
    """Counts how often it is asked, and breaks down once."""

    def __init__(self, breaks_at: int | None = None) -> None:
        self.asked = 0
        self.breaks_at = breaks_at

    async def __call__(self) -> Found:
        self.asked += 1
        if self.asked == self.breaks_at:
            raise ConnectionError("gone")
        return Found(number=self.asked)


def steps(folder: Path) -> Steps:
    return Steps(BatchJournal(folder, ["survey", "model"]))


async def test_what_was_done_before_a_run_was_stopped_is_not_asked_again(tmp_path: Path) -> None:
    first = Model(breaks_at=2)
    with pytest.raises(ConnectionError):
        for name in ("a", "b"):
            await steps(tmp_path).once(name, Found, first)
    second = Model()
    resumed = steps(tmp_path)
    found = [await resumed.once(name, Found, second) for name in ("a", "b")]
    assert [one.number for one in found] == [1, 1]
    assert second.asked == 1


async def test_a_run_that_is_whole_begins_anew_next_time(tmp_path: Path) -> None:
    model = Model()
    once = steps(tmp_path)
    await once.once("a", Found, model)
    once.close()
    await steps(tmp_path).once("a", Found, model)
    assert model.asked == 2
