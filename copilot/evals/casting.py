"""Who plays the model in a case: the tape of its recording, a live model, a script, or nobody."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from copilot.domain.prompt import Prompt
from copilot.domain.recording import Call, Namespace, PromptMark, RecordedModel, Recording
from copilot.errors import CopilotError
from copilot.evals.results import Origin
from copilot.llm.recorder import RecorderModel
from copilot.llm.replay import ReplayModel, capabilities, replaying
from copilot.llm.tape import Script, Tape

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Prompts = Mapping[str, Prompt]
"""The prompts a case used, by name."""


class Cast(Protocol):
    """Who plays the model in one run of one case."""

    origin: Origin
    facts: RecordedModel | None
    """Whose replies these are; None where there is no model."""
    is_edited: bool
    """Whether a recording was changed by hand."""
    calls: list[Call]
    """What was asked and replied."""

    def model(self, namespace: Namespace) -> "BaseChatModel | None":
        """Return the model for the subject or the judge."""
        ...

    def stale(self, prompts: Prompts) -> list[str]:
        """Return after the run why the replies no longer belong to what was asked."""
        ...


class Nobody:
    """For cases that ask no model."""

    origin: Origin = "computed"
    facts: RecordedModel | None = None
    is_edited = False

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def model(self, namespace: Namespace) -> None:
        """Return no model."""
        return

    def stale(self, prompts: Prompts) -> list[str]:
        """Return nothing: nothing was recorded."""
        return []


class Unreadable(Nobody):
    """For cases whose recording is missing or cannot be read."""

    origin: Origin = "recorded"

    def __init__(self, error: CopilotError) -> None:
        super().__init__()
        self.error = error

    def stale(self, prompts: Prompts) -> list[str]:
        """Return what is wrong with the recording."""
        return [self.error.message]


class Replayed:
    """For cases with a recording.

    Args:
        recording: The recording.
    """

    def __init__(self, recording: Recording) -> None:
        self.origin: Origin = recording.origin
        self.facts: RecordedModel | None = recording.model
        self.is_edited = recording.is_edited and recording.origin == "recorded"
        self.recording = recording
        self.tape = Tape(recording.calls)
        self.calls = list(recording.calls)

    def model(self, namespace: Namespace) -> ReplayModel:
        """Return a model that replays the recording."""
        return replaying(self.recording.model, self.tape, namespace)

    def stale(self, prompts: Prompts) -> list[str]:
        """Return changed prompts, requests that were not recorded, and replies not asked for."""
        changed = [
            f"Prompt {mark.name}@{mark.version} has changed since."
            for mark in self.recording.prompts
            if mark.name in prompts and prompts[mark.name].fingerprint != mark.sha256
        ]
        if self.recording.is_edited and not changed and self.tape.begun:
            return []  # the request is what it was: whatever follows, follows from the edit
        unused = self.tape.unused
        missed = [error.message for error in self.tape.misses]
        if not missed and unused:
            missed = [f"{len(unused)} of {len(self.calls)} recorded replies were not asked for."]
        if self.tape.strays and (unused or missed):
            missed += [error.message for error in self.tape.strays]
        return changed + missed


class Live:
    """A model that really replies, and whose calls are noted.

    Args:
        model: The model.
        facts: Which one it is.
        known: Calls recorded before, which are not made again.
    """

    origin: Origin = "live"
    is_edited = False

    def __init__(
        self, model: "BaseChatModel", facts: RecordedModel, known: Sequence[Call] = ()
    ) -> None:
        self.calls: list[Call] = []
        self.facts: RecordedModel | None = facts
        self._model, self._known, self._tape = model, facts, Tape(known)

    def model(self, namespace: Namespace) -> RecorderModel:
        """Return the model, with its calls noted."""
        return RecorderModel(
            inner=self._model,
            note=self.calls.append,
            known=self._tape.find,
            namespace=namespace,
            **capabilities(self._known),
        )

    def stale(self, prompts: Prompts) -> list[str]:
        """Return nothing: it is being asked now."""
        return []


class Scripted:
    """The replies of a recording written by hand, whatever is asked.

    Args:
        recording: The recording, of which only the replies count.
    """

    origin: Origin = "authored"
    is_edited = False

    def __init__(self, recording: Recording) -> None:
        self.calls: list[Call] = []
        self.facts: RecordedModel | None = recording.model
        self._known = recording.model
        self._script = Script([call.reply for call in recording.calls], self.calls.append)

    def model(self, namespace: Namespace) -> ReplayModel:
        """Return a model that gives the replies in order."""
        return replaying(self._known, self._script, namespace)

    def stale(self, prompts: Prompts) -> list[str]:
        """Return how many replies were left over."""
        left = self._script.left
        return [f"{left} hand-written replies were not asked for."] if left else []


def marks(prompts: Prompts) -> tuple[PromptMark, ...]:
    """Return what to remember of the prompts a case used."""
    return tuple(
        PromptMark(name=prompt.name, version=prompt.version, sha256=prompt.fingerprint)
        for _, prompt in sorted(prompts.items())
    )
