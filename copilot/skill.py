"""What a skill is: one async function from a typed request to an artifact.

Name, summary and schema are read off the function, so that every face derives from it.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from pydantic import BaseModel, ValidationError

from copilot.errors import ContentError, InputError

if TYPE_CHECKING:
    from copilot.domain.artifact import Artifact
    from copilot.services import Services

Request = TypeVar("Request", bound=BaseModel)


@dataclass(frozen=True)
class Skill:
    """A capability of the copilot, as the faces see it."""

    name: str
    summary: str
    """One sentence, for lists and help pages."""
    description: str
    """Summary and when to use it, by which a model decides."""
    request: type[BaseModel]
    prompts: tuple[str, ...]
    examples: tuple[str, ...]
    """Messages it serves; a small model chooses by them."""
    run: Callable[[Any, "Services"], Awaitable["Artifact"]]
    approval: Callable[["Services"], str] | None = None
    """What a person is asked before it runs, as things stand; empty where nothing is at stake."""
    offered_if: Callable[["Services", str], bool] = lambda *_: True
    """Whether it can be of use in this workspace, to this message; else no model is offered it."""

    @property
    def command(self) -> str:
        """The name as a subcommand: `draft-story`."""
        return self.name.replace("_", "-")

    @property
    def first_field(self) -> str:
        """The request's first field: the text a person types after the command."""
        return next(iter(self.request.model_fields))

    def parse(self, arguments: dict[str, Any]) -> BaseModel:
        """Return the checked request; the key `""` stands for the first field.

        Raises:
            InputError: A field is missing, unknown or wrong.
        """
        named = {key or self.first_field: value for key, value in arguments.items()}
        unknown = sorted(set(named) - set(self.request.model_fields))
        if unknown:
            raise InputError(
                f"{self.command}: there is no field {unknown[0]!r}.",
                hint=f"See its fields: pm-copilot {self.command} --help",
            )
        try:
            return self.request.model_validate(named)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"])) or "request"
            raise InputError(
                f"{self.command}: {field}: {first['msg']}.",
                hint=f"See its fields: pm-copilot {self.command} --help",
            ) from error


def skill(
    *,
    prompts: tuple[str, ...] = (),
    examples: tuple[str, ...] = (),
    approval: Callable[["Services"], str] | None = None,
    offered_if: Callable[["Services", str], bool] = lambda *_: True,
) -> Callable[[Callable[[Request, "Services"], Awaitable["Artifact"]]], Skill]:
    """Make a skill of an async function `(request, services) -> Artifact`.

    Args:
        prompts: Names of the prompts it fills.
        examples: Messages it serves, in the words of a person.
        approval: What a person is asked before it runs, where it writes something they would
            miss, or sends out what they hold; empty where, as things stand, it does not.
        offered_if: Whether it can be of use now, to a message: there is something to ask about.
    """

    def decorate(function: Callable[[Request, "Services"], Awaitable["Artifact"]]) -> Skill:
        paragraphs = (inspect.getdoc(function) or "").split("\n\n")
        summary = paragraphs[0].split("\n")[0]
        if not summary:
            raise ContentError(f"Skill {function.__name__} has no docstring.", hint="Add one.")
        return Skill(
            name=function.__name__,
            summary=summary,
            description=" ".join(" ".join(paragraphs[:2]).split()),
            request=_request_type(function),
            prompts=prompts,
            examples=examples,
            run=function,
            approval=approval,
            offered_if=offered_if,
        )

    return decorate


def _request_type(function: Callable[..., Any]) -> type[BaseModel]:
    first = next(iter(inspect.signature(function).parameters))
    hints = get_type_hints(function, localns={"Services": object, "Artifact": object})
    found = hints[first]
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        raise ContentError(
            f"Skill {function.__name__} takes no pydantic request.",
            hint="Annotate its first parameter.",
        )
    return found
