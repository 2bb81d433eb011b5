"""A chat model that replays recorded replies, streamed in the pieces in which they came."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from copilot.domain.recording import Namespace, RecordedModel, Recording, Reply
from copilot.errors import RecordingError
from copilot.llm.seam import SeamModel, chunks_of, message_of
from copilot.llm.tape import Tape


class Player(Protocol):
    """Where replies come from."""

    def play(self, request: dict[str, Any], namespace: Namespace) -> Reply:
        """Return the reply to a canonical request, or raise `RecordingError`."""
        ...


class ReplayModel(SeamModel):
    """A chat model without a model: every reply comes from a tape."""

    player: Any
    """A `Player`; its state is shared by all copies of this model."""
    namespace: Namespace = "subject"
    pause: float = 0.0
    """Seconds between streamed pieces."""

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        reply = self._reply(messages, {**kwargs, "stop": stop})
        return ChatResult(generations=[ChatGeneration(message=message_of(reply))])

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return self._generate(messages, stop, None, **kwargs)

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        yield from chunks_of(self._reply(messages, {**kwargs, "stop": stop}))

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        for chunk in chunks_of(self._reply(messages, {**kwargs, "stop": stop})):
            await asyncio.sleep(self.pause)
            yield chunk

    def _reply(self, messages: list[BaseMessage], given: dict[str, Any]) -> Reply:
        player: Player = self.player
        return player.play(self.canonical(messages, given), self.namespace)


class Replay(NamedTuple):
    """A model that replays recordings, and the day they were made for."""

    model: ReplayModel
    day: date | None


def replay_of(recordings: Sequence[Recording]) -> Replay:
    """Return a model that answers with the replies of recordings, as often as it is asked.

    Hand-written ones are left out where a model's own are there.

    Raises:
        RecordingError: The recordings are of different models.
    """
    recordings = [one for one in recordings if one.origin == "recorded"] or recordings
    models = {recording.model for recording in recordings}
    if len(models) != 1:
        names = ", ".join(sorted(model.label for model in models))
        raise RecordingError(
            f"Recordings of different models cannot be replayed as one: {names}.",
            hint="Name one file, or a folder whose recordings are of one model.",
        )
    calls = [call for recording in recordings for call in recording.calls]
    days = [recording.day for recording in recordings if recording.day]
    [facts] = models
    return Replay(replaying(facts, Tape(calls, once=False)), max(days, default=None))


def replaying(
    facts: RecordedModel, player: Player, namespace: Namespace = "subject"
) -> ReplayModel:
    """Return a model that replays, able to do what the recorded one could."""
    return ReplayModel(player=player, namespace=namespace, **capabilities(facts))


def capabilities(facts: RecordedModel) -> dict[str, Any]:
    """Return what the stand-in of a model must have in common with it."""
    return facts.model_dump(include={"label", "structured", "bounded"})
