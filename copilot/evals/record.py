"""Record what a model replies in the cases of a suite; a killed recording goes on where it was."""

from collections.abc import Callable, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from copilot import __version__
from copilot.domain.recording import Call, RecordedModel, Recording, seal_of
from copilot.errors import CopilotError, ModelError, RecordingError, SetupError
from copilot.evals.case import EvalCase
from copilot.evals.casting import Cast, Live, Nobody, Replayed, Scripted, marks
from copilot.evals.costs import Budget, Estimate, Outlay, Spending, estimate_of
from copilot.evals.runner import Played, SuiteRunner, replayed
from copilot.evals.suite import Suite, run_key
from copilot.evals.workbench import Workbench
from copilot.llm.vector_pack import packed
from copilot.stores.private_files import write_shared
from copilot.stores.recordings import known_recording, write_recording

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

SOFTWARE = ("langchain-core", "langchain-openai", "openai", "xllamacpp")
FAILURES = 3
"""Failures in a row after which the rest is left: the way to the model is cut."""
Told = Callable[[str], None]


class Recorder:
    """Records the cases of one suite with one model.

    Args:
        suite: The suite.
        bench: Where cases get their services.
        model: The model; None where every wanted case was written by hand.
        facts: Which model it is.
        clock: Tells the time.
        refresh: Record everything anew, not only what is missing.
    """

    def __init__(
        self,
        suite: Suite,
        bench: Workbench,
        model: "BaseChatModel | None",
        facts: RecordedModel | None,
        clock: Callable[[], datetime],
        *,
        refresh: bool = False,
    ) -> None:
        self.suite = suite
        self._bench = bench
        self._runner = SuiteRunner(suite, bench)
        self._model = model
        self._facts = facts
        self._clock = clock
        self._refresh = refresh

    async def wanted(self) -> list[tuple[EvalCase, int]]:
        """Return the cases to record: those without a fitting recording, or all."""
        if not self.suite.wants_model:
            return []
        if self._refresh:
            return sorted(self.suite.runs, key=self._age)
        return [run for run in self.suite.runs if not await self._fits(*run)]

    def estimate(self, wanted: Sequence[tuple[EvalCase, int]]) -> Estimate:
        """Return what recording these cases will cost; hand-written replies cost nothing."""
        recorded = [self._known(*run) for run in self.suite.runs]
        return estimate_of([self._known(*run) for run in wanted], recorded, self._facts)

    async def record(
        self, wanted: Sequence[tuple[EvalCase, int]], budget: Budget, tell: Told
    ) -> Outlay:
        """Record the cases one by one, each written as soon as it is whole.

        Stops where the budget is spent, and after some failures in a row.
        """
        spending = Spending(budget, self._facts)
        done: list[str] = []
        failed: dict[str, str] = {}
        in_a_row = 0
        for place, (case, repeat) in enumerate(wanted):
            key = run_key(case.id, repeat)
            if spending.is_over or in_a_row == FAILURES:
                left = len(wanted) - place
                return Outlay(done, failed, left, spending.seconds, spending.usd)
            old = self._known(case, repeat)
            cast: Cast = Nobody()
            try:
                cast = self._cast(old)
                recording = self._recording(await self._played(case, repeat, cast), cast)
                write_recording(self.suite.recording_file(case, repeat), recording)
            except CopilotError as error:
                failed[key] = error.message
                in_a_row += 1
                tell(f"{self.suite.name} {key}: not recorded: {error.message} {error.hint}")
                continue
            finally:
                spending.add(cast, old.calls if old else ())
            in_a_row = 0
            done.append(key)
            tell(
                f"{self.suite.name} {key}: {len(recording.calls)} calls, "
                f"{recording.seconds:.1f} s ({place + 1} of {len(wanted)})"
            )
        return Outlay(done, failed, 0, spending.seconds, spending.usd)

    async def keep_vectors(self) -> int:
        """Write the vectors of every text the suite's cases embed, and return how many."""
        replay = replayed(self.suite)
        for case, repeat in self.suite.runs:
            await self._runner.play(case, repeat, replay(case, repeat))
        write_shared(
            self.suite.vectors_file,
            packed(self._bench.embedder.own, self._bench.embedder.name),
        )
        return len(self._bench.embedder.own)

    async def _fits(self, case: EvalCase, repeat: int) -> bool:
        recording = self._known(case, repeat)
        if recording is None:
            return False
        if recording.origin == "recorded" and self._facts and recording.model != self._facts:
            return False
        cast = Replayed(recording)
        played = await self._runner.play(case, repeat, cast)
        unfit = cast.tape.strays or cast.tape.unjudged or cast.is_edited
        return not (unfit or cast.stale(played.prompts))

    def _cast(self, old: Recording | None) -> Cast:
        """Return who replies: the hand that wrote the earlier recording, or the model."""
        if old is not None and old.origin == "authored":
            return Scripted(old)
        if self._model is None or self._facts is None:
            raise no_model(self.suite)
        return Live(self._model, self._facts, self._reusable(old))

    async def _played(self, case: EvalCase, repeat: int, cast: Cast) -> Played:
        """Run a case, and refuse what can be no recording."""
        played = await self._runner.play(case, repeat, cast)
        left = cast.stale(played.prompts)
        if left:
            raise RecordingError(left[0], hint="Write one reply for every call, in order.")
        error = played.outcome.error
        if error and error.kind in _TROUBLE:
            raise ModelError(error.message, hint="Check it: pm-copilot models test")
        return played

    def _reusable(self, old: Recording | None) -> Sequence[Call]:
        """Return calls of an earlier recording that need not be made again."""
        if old is None or self._refresh or old.is_edited or old.model != self._facts:
            return ()
        return old.calls

    def _recording(self, played: Played, cast: Cast) -> Recording:
        authored, calls = cast.origin == "authored", tuple(cast.calls)
        assert cast.facts is not None
        return Recording(
            case=played.case.id,
            origin="authored" if authored else "recorded",
            model=cast.facts,
            recorded_at=None if authored else self._clock().replace(microsecond=0),
            day=self.suite.about.day,
            software={} if authored else _software(),
            prompts=marks(played.prompts),
            calls=calls,
            seal=seal_of(calls),
        )

    def _age(self, run: tuple[EvalCase, int]) -> str:
        """Return when a case was recorded, so that a refresh that was cut short goes on."""
        known = self._known(*run)
        return known.recorded_at.isoformat() if known and known.recorded_at else ""

    def _known(self, case: EvalCase, repeat: int) -> Recording | None:
        return known_recording(self.suite.recording_file(case, repeat))


_TROUBLE = frozenset(
    [
        "ModelUnreachable",
        "KeyRefused",
        "ModelNotFound",
        "ModelBusy",
        "StreamBroken",
        "SetupError",
        "RecordingError",
    ]
)
"""Errors that say nothing of the model's replies."""


def no_model(suite: Suite) -> SetupError:
    """Return the error of a recording that nobody can speak for."""
    return SetupError(
        f"Recording {suite.name} needs a model, and none is set.",
        hint=f"pm-copilot evals record {suite.name} --model PROVIDER:NAME",
    )


def _software() -> dict[str, str]:
    found = {"pm-copilot": __version__}
    for name in SOFTWARE:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
