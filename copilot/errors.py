"""Every error PM copilot raises on purpose.

A person sees two sentences: what happened, and what to do next. The families are cut by
who can mend the cause, and each has one exit code::

    CopilotError
    ├── SetupError        the machine or the settings                     exit 2
    ├── InputError        the request                                     exit 2
    │   └── NotFound      an id or a name that does not exist
    ├── ContentError      a prompt or a note that ships with the project  exit 3
    ├── ModelError        the model or the way to it                      exit 4
    │   ├── ModelUnreachable
    │   ├── KeyRefused
    │   ├── ModelNotFound
    │   ├── ModelBusy
    │   ├── StreamBroken
    │   ├── MalformedReply
    │   └── CallLimitReached
    ├── LogError          the user's own stored text: sessions, index     exit 5
    │   ├── WorkspaceBusy
    │   ├── DiskFull
    │   └── DamagedLog    the decision log is not what was recorded
    └── RecordingError    recorded replies                                exit 6
"""


class CopilotError(Exception):
    """Root of all expected errors; shown without a traceback.

    Args:
        message: What happened, naming the thing.
        hint: The next action, a command where there is one.
    """

    exit_code: int = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SetupError(CopilotError):
    """The machine or a setting stands in the way."""

    exit_code = 2


class InputError(CopilotError):
    """The request cannot be carried out as it was given."""

    exit_code = 2


class NotFound(InputError):
    """Nothing has that id or name."""


class ContentError(CopilotError):
    """A prompt, note or catalogue of the project itself is wrong."""

    exit_code = 3


class ModelError(CopilotError):
    """The model did not do its part."""

    exit_code = 4


class ModelUnreachable(ModelError):
    """No answer from the model's server."""


class KeyRefused(ModelError):
    """The server does not accept the key."""


class ModelNotFound(ModelError):
    """The server does not know the model."""


class ModelBusy(ModelError):
    """The server asks to wait, or has an error of its own."""


class StreamBroken(ModelError):
    """The reply stopped half-way."""


class MalformedReply(ModelError):
    """The reply does not have the asked-for shape, after every repair.

    Args:
        message: What happened.
        hint: The next action.
        raw: The last reply, as the model wrote it.
    """

    def __init__(self, message: str, *, hint: str = "", raw: str = "") -> None:
        super().__init__(message, hint=hint)
        self.raw = raw


class CallLimitReached(ModelError):
    """The turn used up its model calls."""


class LogError(CopilotError):
    """The user's stored text cannot be read or written."""

    exit_code = 5


class WorkspaceBusy(LogError):
    """Another process is writing to the workspace."""


class DiskFull(LogError):
    """No space is left to write to."""


class DamagedLog(LogError):
    """Something in the decision log is missing, altered or half-written.

    Args:
        message: What is wrong, naming the object.
        verdict: Which of the verdicts of `decisions verify` it amounts to.
        hint: The next action.
    """

    def __init__(self, message: str, *, verdict: str = "altered", hint: str = "") -> None:
        super().__init__(message, hint=hint or "See what is wrong: pm-copilot decisions verify")
        self.verdict = verdict


class RecordingError(CopilotError):
    """A recorded reply is missing or stale."""

    exit_code = 6
