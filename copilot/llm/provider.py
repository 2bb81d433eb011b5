"""Build the chat model that was chosen, behind one wall for the errors of its library.

The only module that imports openai or langchain_openai.
"""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

import httpx2
import openai
from langchain.chat_models import init_chat_model
from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable

from copilot.errors import (
    KeyRefused,
    MalformedReply,
    ModelBusy,
    ModelError,
    ModelNotFound,
    ModelUnreachable,
    SetupError,
    StreamBroken,
)
from copilot.llm.choice import ModelChoice, sampling_of

OPENAI_COMPATIBLE = frozenset({"openai", "ollama", "embedded"})
RETRIES = 2


class GuardedModel(BaseChatModel):
    """A chat model whose failures are errors of this project."""

    inner: BaseChatModel
    label: str
    """`provider:name`, for errors and provenance."""
    structured: Literal["json_schema", "tool"] = "json_schema"
    """How the server can be held to a schema."""
    bounded: bool = True
    """Whether it takes bounds on strings in a schema."""

    @property
    def _llm_type(self) -> str:
        return "guarded"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[Any, Any]:
        """Return the model bound to tools in the words of its own library."""
        bound: Any = self.inner.bind_tools(tools, **kwargs)
        return self.bind(**bound.kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        with translated(self.label):
            return self.inner._generate(messages, stop, None, **kwargs)

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        with translated(self.label):
            return await self.inner._agenerate(messages, stop, None, **kwargs)

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        begun = finished = False
        try:
            with translated(self.label):
                async for chunk in self.inner._astream(messages, stop, None, **kwargs):
                    begun = begun or bool(chunk.text)
                    finished = finished or _is_last(chunk)
                    yield chunk
        except (ModelUnreachable, ModelBusy) as error:
            if begun:
                raise _broken(self.label) from error
            raise
        if begun and not finished and self.structured == "json_schema":
            raise _broken(self.label)


def build_model(choice: ModelChoice, timeout: float) -> GuardedModel:
    """Return the chat model of a choice; an embedded one must have its server's URL.

    Raises:
        SetupError: The provider is unknown, its package is missing, or it has no key.
    """
    try:
        inner = init_chat_model(choice.name, **_arguments(choice, timeout))
    except ImportError as error:
        raise SetupError(
            f"Provider {choice.provider!r} needs a package that is not installed: {error}.",
            hint=f"pip install langchain-{choice.provider}",
        ) from error
    except (ValueError, openai.OpenAIError) as error:
        raise SetupError(
            f"Model {choice.label!r} cannot be set up: {_short(error)}.",
            hint="pm-copilot setup, or choose another with --model PROVIDER:NAME",
        ) from error
    structured: Literal["json_schema", "tool"] = (
        "json_schema" if choice.provider in OPENAI_COMPATIBLE else "tool"
    )
    own_server = choice.base_url is not None
    return GuardedModel(inner=inner, label=choice.label, structured=structured, bounded=own_server)


def openai_base_url(choice: ModelChoice) -> str:
    """Return the address of an OpenAI-compatible choice's server."""
    return choice.base_url or str(openai.OpenAI(api_key="none").base_url).rstrip("/")


@contextmanager
def translated(label: str) -> Iterator[None]:
    """Turn the errors of the model libraries into errors of this project."""
    try:
        yield
    except openai.APIStatusError as error:
        raise _by_status(label, error.status_code, _short(error)) from error
    except openai.LengthFinishReasonError as error:
        raise MalformedReply(
            f"The reply of {label} reached its length limit before it was whole.",
            hint="Try again with a shorter text, or choose a larger model: pm-copilot models list",
        ) from error
    except (openai.APIConnectionError, httpx2.TransportError, ConnectionError) as error:
        raise ModelUnreachable(
            f"The model {label} does not answer: {_short(error)}.",
            hint="Check it with: pm-copilot doctor",
        ) from error
    except openai.OpenAIError as error:
        raise ModelError(
            f"The model {label} failed: {_short(error)}.",
            hint="Check it with: pm-copilot models test",
        ) from error
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        # What the libraries raise over an answer that is no completion, such as a web page.
        raise ModelError(
            f"The server of {label} sent what is no reply of a model: {_short(error)}.",
            hint="See what is set: pm-copilot doctor",
        ) from error


def _arguments(choice: ModelChoice, timeout: float) -> dict[str, Any]:
    if choice.provider not in OPENAI_COMPATIBLE:
        return {"model_provider": choice.provider, "timeout": timeout, "max_retries": RETRIES}
    own_server = choice.base_url is not None
    arguments: dict[str, Any] = {
        "model_provider": "openai",
        "base_url": choice.base_url,
        "timeout": timeout,
        "max_retries": RETRIES,
        "stream_usage": True,
        # On Python 3.11 waiting for a chunk by wait_for can swallow a cancellation.
        "stream_chunk_timeout": 0,
        "use_responses_api": _wants_responses(choice),
    }
    if choice.key or own_server:
        arguments["api_key"] = choice.key.get_secret_value() if choice.key else "none"
    return arguments | sampling_of(choice.label)


def _wants_responses(choice: ModelChoice) -> bool:
    """Tell which API to speak: gpt-6 takes tools by responses only, the rest by completions."""
    return choice.base_url is None and choice.name.startswith("gpt-6")


def _by_status(label: str, status: int, detail: str) -> ModelError:
    if status in (401, 403):
        return KeyRefused(
            f"The server of {label} refuses the key ({status}).",
            hint="Store another one: pm-copilot setup",
        )
    if status == 404:
        return ModelNotFound(
            f"The server does not know the model {label} (404).",
            hint="Choose another: pm-copilot models list, or --model PROVIDER:NAME",
        )
    if status == 429:
        return ModelBusy(
            f"The server of {label} asks to wait, or the quota is used up (429).",
            hint="Try again in a minute, or choose another model with --model",
        )
    if status >= 500:
        return ModelBusy(
            f"The server of {label} has an error of its own ({status}).",
            hint="Try again in a minute; your text is kept",
        )
    hint = "A shorter text or another model may work: pm-copilot models list"
    if "tool" in detail.lower():
        hint = "Hold it to a schema instead: export PM_COPILOT_TOOLS=guided"
    return ModelError(f"The server of {label} refuses the request ({status}): {detail}.", hint=hint)


def _broken(label: str) -> StreamBroken:
    return StreamBroken(
        f"The reply of {label} stopped half-way; what had come is kept and marked.",
        hint="Send the text again to get a whole reply",
    )


def _is_last(chunk: ChatGenerationChunk) -> bool:
    about = {**(chunk.generation_info or {}), **chunk.message.response_metadata}
    last = getattr(chunk.message, "chunk_position", None) == "last"
    return last or "finish_reason" in about or about.get("status") in ("completed", "incomplete")


def _short(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__).rstrip(".")[:300]
