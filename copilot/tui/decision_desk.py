"""What the screens of decisions ask of the log, always off the screen's own thread.

Nothing of the log is imported here: git costs a tenth of a second, and few sessions open it.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from copilot.domain.decision import Decision, Held
    from copilot.domain.decision_log import Standing, Verification
    from copilot.services import Services
    from copilot.tui.kept_decisions import Beginning, KeptDecisions, Made, Opened, Shelf

Told = TypeVar("Told")


class DecisionDesk:
    """The decision log of the workspace, and what of it the session remembers.

    Args:
        services: Where the log is kept.
    """

    def __init__(self, services: "Services") -> None:
        self._services = services
        self._unfinished: dict[str, Beginning] = {}
        self.draft: str | None = None
        """Id of a draft made in the conversation, until it is recorded or thrown away."""
        self.news: list[Made] = []
        """What was recorded, and not yet told in the conversation."""

    async def shelf(self) -> "Shelf":
        """Return what the log holds."""
        return await self._of_log(lambda log: log.shelf())

    async def due(self) -> str:
        """Return which decisions have to be looked at again, in a sentence; empty for none."""
        return await self._of_log(lambda log: log.due())

    async def opened(self, standing: "Standing") -> "Opened":
        """Return one decision in full."""
        return await self._of_log(lambda log: log.opened(standing))

    async def verified(self) -> "Verification | None":
        """Verify the log; None where there has never been one."""
        return await self._of_log(lambda log: log.verified())

    async def new(self) -> "Beginning":
        """Return an empty record, or the unfinished one."""
        return await self._beginning("new", lambda log: log.new())

    async def superseding(self, name: str) -> "Beginning":
        """Return a record that takes the place of a decision."""
        return await self._beginning(name, lambda log: log.superseding(name))

    async def drafted(self, artifact: str) -> "Beginning":
        """Return the record that a draft or a review proposes."""
        return await self._beginning(artifact, lambda log: log.drafted(artifact))

    def keep(self, beginning: "Beginning") -> None:
        """Keep an unfinished record for as long as the program runs."""
        self._unfinished[beginning.key] = beginning

    def forget(self, key: str) -> None:
        """Forget an unfinished record, and the draft it came from."""
        self._unfinished.pop(key, None)
        if self.draft == key:
            self.draft = None

    async def remark(self, decision: "Decision") -> str:
        """Return what to think of before a decision is recorded; mostly empty."""
        return await self._of_log(lambda log: log.remark(decision))

    async def record(self, decision: "Decision", key: str) -> "Made":
        """Record a decision that a person has agreed to."""
        made = await self._of_log(lambda log: log.record(decision))
        self.forget(key)
        self.news.append(made)
        return made

    async def outcome(self, standing: "Standing", held: "Held", note: str) -> str:
        """Return the text that would be written of a decision's outcome."""
        return await self._of_log(lambda log: log.outcome(standing, held, note))

    async def record_outcome(self, standing: "Standing", held: "Held", note: str) -> "Made":
        """Record what became of a decision, as a person has agreed."""
        made = await self._of_log(lambda log: log.record_outcome(standing, held, note))
        self.news.append(made)
        return made

    async def author(self) -> str:
        """Return in whose name is recorded."""
        return await self._of_log(lambda log: log.author)

    async def _beginning(
        self, key: str, begin: "Callable[[KeptDecisions], Beginning]"
    ) -> "Beginning":
        left = self._unfinished.get(key)
        return left if left is not None else await self._of_log(begin)

    async def _of_log(self, ask: "Callable[[KeptDecisions], Told]") -> Told:
        return await asyncio.to_thread(lambda: ask(_kept(self._services)))


def _kept(services: "Services") -> "KeptDecisions":
    from copilot.tui.kept_decisions import KeptDecisions

    return KeptDecisions(services)
