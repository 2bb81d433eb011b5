"""Commands made of skills."""

import click
import pytest
from pydantic import BaseModel, Field

from copilot.cli import skill_command as made

Kinds = tuple[object, bool]


class Everything(BaseModel):
    text: str = Field(description="the text")
    count: int = Field(1, description="how many")
    share: float | None = Field(None, description="a share")
    loud: bool = Field(False, description="whether to shout")
    tags: list[str] = Field([], description="words")


@pytest.mark.parametrize(
    ("field", "kind", "many"),
    [("count", int, False), ("share", float, False), ("loud", bool, False), ("tags", str, True)],
)
def test_a_field_becomes_an_option_of_its_type(field: str, kind: object, many: bool) -> None:
    option = made._option(field, Everything.model_fields[field])
    assert isinstance(option, click.Option)
    assert option.opts == [f"--{field}"]
    assert option.multiple is many
    assert option.is_flag is (kind is bool)
    assert option.type.name == {int: "integer", float: "float", bool: "boolean", str: "text"}[kind]  # type: ignore[index]  # only these four


def test_a_dash_stands_for_an_underscore_and_the_help_is_a_sentence() -> None:
    option = made._option("is_loud", Everything.model_fields["loud"])
    assert isinstance(option, click.Option)
    assert (option.opts, option.help) == (["--is-loud"], "Whether to shout.")
