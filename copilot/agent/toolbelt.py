"""Skills as LangChain tools, and the two rules of a turn that LangChain does not have."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any

from langchain.agents.middleware import AgentMiddleware, hook_config
from langchain_core.messages import ToolMessage
from langchain_core.tools import BaseTool, StructuredTool

from copilot.errors import InputError

if TYPE_CHECKING:
    from langchain.agents.middleware import AgentState, ToolCallRequest
    from langgraph.runtime import Runtime

    from copilot.services import Services
    from copilot.skill import Skill


def tools_of(skills: "Sequence[Skill]", services: "Services") -> list[BaseTool]:
    """Return one tool a skill; its artifact travels beside the text for the model."""
    return [_tool(skill, services) for skill in skills]


class ArtifactIsTheAnswer(AgentMiddleware[Any, Any]):
    """Ends the turn when a skill has answered: its checked text is not paraphrased.

    Args:
        has_model: False ends the turn after a failed skill too, since nobody could go on.
    """

    def __init__(self, *, has_model: bool) -> None:
        super().__init__()
        self._has_model = has_model

    @hook_config(can_jump_to=["end"])
    def before_model(
        self, state: "AgentState[Any]", runtime: "Runtime[Any]"
    ) -> dict[str, Any] | None:
        """Jump to the end behind an artifact."""
        last = state["messages"][-1]
        answered = isinstance(last, ToolMessage) and (last.artifact or not self._has_model)
        return {"jump_to": "end"} if answered else None


class SayWhatWasWrong(AgentMiddleware[Any, Any]):
    """Returns a wrong request to the model, which may try again; other errors end the turn."""

    async def awrap_tool_call(
        self,
        request: "ToolCallRequest",
        handler: "Callable[[ToolCallRequest], Awaitable[Any]]",
    ) -> Any:
        """Run the tool and turn an `InputError` into a message for the model."""
        try:
            return await handler(request)
        except InputError as error:
            return ToolMessage(
                f"{error.message} {error.hint}".strip(),
                tool_call_id=request.tool_call["id"],
                name=request.tool_call["name"],
                status="error",
            )


def _tool(skill: "Skill", services: "Services") -> BaseTool:
    async def run(**arguments: Any) -> tuple[str, dict[str, Any]]:
        artifact = await skill.run(skill.parse(arguments), services)
        return artifact.body.markdown(), artifact.model_dump(mode="json")

    return StructuredTool.from_function(
        coroutine=run,
        name=skill.name,
        description=skill.description,
        args_schema=skill.request,
        response_format="content_and_artifact",
    )
