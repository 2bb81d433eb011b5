"""Steps of a long run, each done once, even where the run is stopped in between."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from pydantic import BaseModel

from copilot.stores.batch_journal import BatchJournal

T = TypeVar("T", bound=BaseModel)


class Steps:
    """Results that a model has already given.

    Args:
        journal: Where they are kept until the run is whole.
    """

    def __init__(self, journal: BatchJournal) -> None:
        self._journal = journal
        self._done: dict[str, Any] = {
            str(entry["step"]): entry["result"]
            for entry in journal.finished()
            if {"step", "result"} <= entry.keys()
        }

    async def once(self, name: str, kind: type[T], make: Callable[[], Awaitable[T]]) -> T:
        """Return the result of a step: the one of an earlier run, else what `make` gives.

        Args:
            name: Of the step, the same in every run.
            kind: What a result is.
            make: Asks the model.

        Raises:
            LogError: The journal cannot be written to.
            DiskFull: No space is left.
        """
        if name in self._done:
            return kind.model_validate(self._done[name])
        made = await make()
        self._journal.add({"step": name, "result": made.model_dump(mode="json")})
        return made

    def close(self) -> None:
        """Forget the steps, since the run is whole."""
        self._journal.close()
