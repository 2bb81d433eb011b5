"""Recorded calls, played back: each is found by its key, and every use is counted."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from copilot.analysis.request_diff import changed_fields, nearest
from copilot.domain.recording import Call, Namespace, Reply, key_of
from copilot.errors import RecordingError

SHOWN = 6
"""Differing fields told in a message."""


class Tape:
    """The calls of one or more recordings.

    Args:
        calls: In the order in which they were made.
        once: Each call is played once, as in an eval; else as often as it is asked for.
    """

    def __init__(self, calls: Sequence[Call], *, once: bool = True) -> None:
        self.misses: list[RecordingError] = []
        """Calls that were asked for and are not here."""
        self.strays: list[RecordingError] = []
        """Misses that go on from a reply played here: such a reply is not the recorded one."""
        self.unjudged: list[RecordingError] = []
        """Misses of a judge: the reply it should read is not the one it read then."""
        self._calls = calls
        self._once = once
        self._played: set[int] = set()

    @property
    def unused(self) -> list[Call]:
        """Calls of the subject that nobody asked for."""
        left = (call for place, call in enumerate(self._calls) if place not in self._played)
        return [call for call in left if call.namespace == "subject"]

    def play(self, request: Mapping[str, Any], namespace: Namespace) -> Reply:
        """Return the recorded reply to a canonical request.

        Raises:
            RecordingError: There is none, or it was played already.
        """
        call = self.find(request, namespace)
        if call is not None:
            return call.reply
        error = self._miss(request)
        if namespace == "judge":
            self.unjudged.append(error)
        else:
            (self.strays if self._goes_on(request) else self.misses).append(error)
        raise error

    @property
    def begun(self) -> bool:
        """Whether a recorded reply was played."""
        return bool(self._played)

    def find(self, request: Mapping[str, Any], namespace: Namespace) -> Call | None:
        """Return the recorded call of a canonical request and count it as played; or None."""
        key = key_of(dict(request))
        for place, call in enumerate(self._calls):
            spent = self._once and place in self._played
            if call.key == key and call.namespace == namespace and not spent:
                self._played.add(place)
                return call
        return None

    def _miss(self, request: Mapping[str, Any]) -> RecordingError:
        near = nearest(request, [call.request for call in self._calls if call.request])
        changes = changed_fields(near, request) if near is not None else []
        told = "; ".join(map(str, changes[:SHOWN])) or "the same request was recorded fewer times"
        more = f"; and {len(changes) - SHOWN} more" if len(changes) > SHOWN else ""
        what = f"It differs from the nearest one in {told}{more}." if near is not None else ""
        return RecordingError(
            f"No reply is recorded for a request to {request['model']}. {what}".strip(),
            hint="Record it: pm-copilot evals record SUITE",
        )

    def _goes_on(self, request: Mapping[str, Any]) -> bool:
        """Tell whether the request continues a conversation after a reply that was played."""
        sent = request["messages"]
        for place in self._played:
            call = self._calls[place]
            before = call.request.get("messages", [])
            reply = sent[len(before)] if len(sent) > len(before) else None
            if reply and sent[: len(before)] == before and reply["role"] == "assistant":
                return True
        return False


class Script:
    """Hand-written replies, given in order whatever is asked; notes the calls they answer.

    Args:
        replies: One a call.
        note: Called with each call as it would have been recorded.
    """

    def __init__(self, replies: Sequence[Reply], note: Callable[[Call], None]) -> None:
        self._replies = list(replies)
        self._note = note

    @property
    def left(self) -> int:
        """How many replies nobody asked for."""
        return len(self._replies)

    def play(self, request: Mapping[str, Any], namespace: Namespace) -> Reply:
        """Return the next reply.

        Raises:
            RecordingError: None is left.
        """
        if not self._replies:
            raise RecordingError(
                "A hand-written recording has fewer replies than the case makes calls.",
                hint="Write one reply for every call of the model, in order.",
            )
        reply = self._replies.pop(0)
        sent = dict(request)
        self._note(Call(key=key_of(sent), namespace=namespace, request=sent, reply=reply))
        return reply
