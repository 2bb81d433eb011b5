"""The place of a model where none is set, so that skills that need none can still run."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatResult

from copilot.errors import SetupError


class AbsentModel(BaseChatModel):
    """A chat model that only says that there is none."""

    @property
    def _llm_type(self) -> str:
        return "absent"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Any:
        """Return itself; it never gets to choose a tool."""
        return self

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        raise SetupError("No model is set.", hint="Set one: pm-copilot setup")
