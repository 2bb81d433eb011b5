"""Record what a model replies in the cases of a suite; a killed recording goes on where it was."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from copilot import __version__
from copilot.domain.recording import Call, RecordedModel, Recording, TokenCount, seal_of
from copilot.errors import CopilotError, InputError, ModelError, NotFound, RecordingError
from copilot.evals.case import EvalCase
from copilot.evals.casting import Cast, Live, Replayed, Scripted, marks
from copilot.evals.runner import Played, SuiteRunner
from copilot.evals.suite import Suite, run_key
from copilot.evals.workbench import Workbench
from copilot.llm.prices import price_of, price_of_calls
from copilot.llm.vector_pack import packed
from copilot.stores.private_files import write_shared
from copilot.stores.recordings import read_recording, write_recording

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

SOFTWARE = ("langchain-core", "langchain-openai", "openai", "xllamacpp")
UNKNOWN_TOKENS, UNKNOWN_SECONDS = TokenCount(input_tokens=1_500, output_tokens=150), 15.0
"""Taken for a case where nothing like it was ever recorded."""

Told = Callable[[str], None]


class Budget(NamedTuple):
    """What a recording may cost at most; None sets no bound."""

    usd: float | None = None
    seconds: float | None = None


class Estimate(NamedTuple):
    """What recording will cost, from earlier recordings of the same or of other cases."""

    cases: int
    tokens: TokenCount
    seconds: float
    usd: float | None


class Outlay(NamedTuple):
    """What a recording did cost."""

    recorded: list[str]
    failed: dict[str, str]
    """Cases that could not be recorded, and why."""
    left: int
    """Cases not recorded since the budget was spent."""
    seconds: float
    usd: float | None


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
        runs = self.suite.runs
        return [run for run in runs if self._refresh or not await self._fits(*run)]

    def estimate(self, wanted: Sequence[tuple[EvalCase, int]]) -> Estimate:
        """Return what recording these cases will cost; hand-written replies cost nothing."""
        known = [self._known(*run) for run in self.suite.runs]
        similar = [one for one in known if one and one.origin == "recorded" and one.calls]
        asked = [run for run in wanted if not _is_authored(self._known(*run))]
        costs = [_cost(self._known(*run), similar) for run in asked]
        tokens = TokenCount(
            input_tokens=sum(tokens.input_tokens for tokens, _ in costs),
            output_tokens=sum(tokens.output_tokens for tokens, _ in costs),
        )
        usd = price_of(self._facts.label, tokens) if self._facts else 0.0
        return Estimate(len(asked), tokens, sum(seconds for _, seconds in costs), usd)

    async def record(
        self, wanted: Sequence[tuple[EvalCase, int]], budget: Budget, tell: Told
    ) -> Outlay:
        """Record the cases one by one, each written as soon as it is whole."""
        self._refuse_blind(budget)
        done: list[str] = []
        failed: dict[str, str] = {}
        seconds, usd = 0.0, 0.0
        for place, (case, repeat) in enumerate(wanted):
            key = run_key(case.id, repeat)
            if _spent(budget, seconds, usd):
                return Outlay(done, failed, len(wanted) - place, seconds, usd)
            old = self._known(case, repeat)
            known = old.calls if old else ()
            try:
                recording = await self._recorded(case, repeat)
            except CopilotError as error:
                failed[key] = error.message
                tell(f"{self.suite.name} {key}: not recorded: {error.message}")
                continue
            write_recording(self.suite.recording_file(case, repeat), recording)
            done.append(key)
            fresh = [call for call in recording.calls if call not in known]
            counts = [call.reply.usage for call in fresh if call.reply.usage]
            seconds += sum(call.seconds or 0.0 for call in fresh)
            usd += price_of_calls(recording.model.label, counts) or 0.0
            tell(
                f"{self.suite.name} {key}: {len(recording.calls)} calls, "
                f"{recording.seconds:.1f} s ({place + 1} of {len(wanted)})"
            )
        return Outlay(done, failed, 0, seconds, usd)

    def _refuse_blind(self, budget: Budget) -> None:
        """Raise where dollars are bounded and nobody knows what the model costs."""
        known = self._facts and price_of(self._facts.label, UNKNOWN_TOKENS) is not None
        if budget.usd is not None and self._facts and not known:
            raise InputError(
                f"The price of {self._facts.label} is unknown, so dollars cannot be a bound.",
                hint="Bound the time instead: --budget-minutes",
            )

    async def keep_vectors(self) -> int:
        """Write the vectors of every text the suite's cases embed, and return how many."""
        for case, repeat in self.suite.runs:
            await self._runner.play(case, repeat, self._replay_of(case, repeat))
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

    async def _recorded(self, case: EvalCase, repeat: int) -> Recording:
        old = self._known(case, repeat)
        cast: Cast
        if old is not None and old.origin == "authored":
            cast = Scripted(old)
        elif self._model is None or self._facts is None:
            raise RecordingError(
                "It needs a model, and none is set.",
                hint="Name one: pm-copilot evals record SUITE --model PROVIDER:NAME",
            )
        else:
            cast = Live(self._model, self._facts, self._reusable(old))
        played = await self._runner.play(case, repeat, cast)
        left = cast.stale(played.prompts)
        if left:
            raise RecordingError(left[0], hint="Write one reply for every call, in order.")
        self._refuse_trouble(played)
        return self._recording(played, cast)

    def _reusable(self, old: Recording | None) -> Sequence[Call]:
        """Return calls of an earlier recording that need not be made again."""
        if old is None or self._refresh or old.is_edited or old.model != self._facts:
            return ()
        return old.calls

    def _refuse_trouble(self, played: Played) -> None:
        """Raise where the way to the model failed; a reply that does not fit is a result."""
        error = played.outcome.error
        if error and error.kind in _TROUBLE:
            raise ModelError(error.message, hint="Check it: pm-copilot models test")

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

    def _replay_of(self, case: EvalCase, repeat: int) -> Cast:
        from copilot.evals.runner import replayed

        return replayed(self.suite)(case, repeat)

    def _known(self, case: EvalCase, repeat: int) -> Recording | None:
        try:
            return read_recording(self.suite.recording_file(case, repeat))
        except (NotFound, RecordingError):
            return None


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


def _is_authored(recording: Recording | None) -> bool:
    return recording is not None and recording.origin == "authored"


def _cost(old: Recording | None, similar: Iterable[Recording]) -> tuple[TokenCount, float]:
    """Return tokens and seconds of a case: those of last time, else the mean of other cases."""
    samples = [old] if old and old.calls else list(similar)
    if not samples:
        return UNKNOWN_TOKENS, UNKNOWN_SECONDS
    tokens = TokenCount(
        input_tokens=round(mean(sample.usage.input_tokens for sample in samples)),
        output_tokens=round(mean(sample.usage.output_tokens for sample in samples)),
    )
    return tokens, mean(sample.seconds for sample in samples)


def _spent(budget: Budget, seconds: float, usd: float) -> bool:
    over_time = budget.seconds is not None and seconds >= budget.seconds
    return over_time or (budget.usd is not None and usd >= budget.usd)


def _software() -> dict[str, str]:
    found = {"pm-copilot": __version__}
    for name in SOFTWARE:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
