"""What the decorator reads off a function."""

import pytest
from pydantic import BaseModel, Field

from copilot.domain.artifact import Artifact
from copilot.errors import ContentError, InputError
from copilot.services import Services
from copilot.skill import Skill, skill


class Request(BaseModel):
    text: str = Field(description="the text")
    count: int = Field(1, description="how many", ge=1)


@skill(prompts=("p",), examples=("e",), approval=lambda _: "Tidy?")
async def tidy_up(request: Request, services: "Services") -> Artifact:
    """Tidy up a text.

    Use it when
    a text is untidy.

    Details for readers of the code.
    """
    raise NotImplementedError


def test_name_summary_and_description_come_from_the_function() -> None:
    assert isinstance(tidy_up, Skill)
    assert (tidy_up.name, tidy_up.command) == ("tidy_up", "tidy-up")
    assert tidy_up.summary == "Tidy up a text."
    assert tidy_up.description == "Tidy up a text. Use it when a text is untidy."
    assert (tidy_up.request, tidy_up.first_field) == (Request, "text")


def test_the_empty_key_stands_for_the_first_field() -> None:
    assert tidy_up.parse({"": "hello"}) == Request(text="hello")


@pytest.mark.parametrize(("arguments", "field"), [({}, "text"), ({"": "x", "count": 0}, "count")])
def test_a_wrong_request_names_the_command_and_the_field(
    arguments: dict[str, object], field: str
) -> None:
    with pytest.raises(InputError, match=f"tidy-up: {field}: ") as caught:
        tidy_up.parse(arguments)
    assert caught.value.hint.endswith("pm-copilot tidy-up --help")


def test_a_skill_without_a_docstring_is_refused() -> None:
    async def silent(request: Request, services: "Services") -> Artifact:
        raise NotImplementedError

    with pytest.raises(ContentError, match="silent has no docstring"):
        skill()(silent)


def test_a_skill_without_a_typed_request_is_refused() -> None:
    async def untyped(request: str, services: "Services") -> Artifact:
        """Do it."""
        raise NotImplementedError

    with pytest.raises(ContentError, match="untyped takes no pydantic request"):
        skill()(untyped)  # type: ignore[type-var]  # the fault is the point
