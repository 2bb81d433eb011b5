"""The short fields of a record, one a line."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from copilot.analysis.untrusted import one_line
from copilot.tui.choice_field import ChoiceField
from copilot.tui.wording import PRINTABLE


class Field(NamedTuple):
    """A field, and what it is called."""

    name: str
    label: str
    example: str = ""
    words: tuple[str, ...] = ()
    """Where one of a few words is chosen."""


FIELDS = (
    Field("decision_makers", "Decided by", "Ada, Ben"),
    Field("driver", "Driver", "who drove it"),
    Field("reversibility", "Reversibility", words=("", "two-way", "one-way")),
    Field("confidence", "Confidence", "0 to 100 percent"),
    Field("metric", "Metric", "how will you tell?"),
    Field("review_by", "Review by", "YYYY-MM-DD"),
    Field("status", "Status", words=("accepted", "proposed", "rejected", "deprecated")),
)


class HeaderFields(Vertical):
    """Who decided, how sure they are, and when it is looked at again."""

    def compose(self) -> ComposeResult:
        """Yield a label and a field a line."""
        for field in FIELDS:
            with Horizontal(classes="field"):
                yield Static(field.label, classes="label", markup=False)
                yield _widget(field)

    @property
    def values(self) -> dict[str, str]:
        """What stands in each field."""
        return {str(one.name): one.value for one in self._widgets()}

    def put(self, values: Mapping[str, str]) -> None:
        """Fill the fields."""
        for one in self._widgets():
            one.value = one_line(values.get(str(one.name), ""), 500)

    def _widgets(self) -> list[Input | ChoiceField]:
        return [*self.query(Input), *self.query(ChoiceField)]


def _widget(field: Field) -> Input | ChoiceField:
    if field.words:
        return ChoiceField(field.words, field.name)
    return Input(placeholder=field.example, name=field.name, compact=True, restrict=PRINTABLE)
