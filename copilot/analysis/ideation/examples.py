"""Ideas that show the model the form, for problems of no product; a copy of one is taken out."""

import json
from typing import NamedTuple


class Example(NamedTuple):
    """A problem, a question about it, and the answer."""

    problem: str
    asks: str
    idea: str
    title: str
    must_be_true: str
    cheapest_test: str


EXAMPLES = (
    Example(
        problem="Walkers lose their way in our forest",
        asks="Which path could be dropped, and what is done instead?",
        idea="Drop the two shortcuts, and let branches lie over them.",
        title="Close the shortcuts",
        must_be_true="Most walkers go wrong where a shortcut begins.",
        cheapest_test=(
            "The ranger covers one shortcut on Saturday; end it if as many walkers ask for the "
            "way as before."
        ),
    ),
    Example(
        problem="Singers come late to our choir",
        asks=(
            "Football teams give the best places to those who come first. What would the same "
            "habit be here?"
        ),
        idea="Like in a football team, those who come first choose their place.",
        title="First come, front row",
        must_be_true="Singers care where they stand.",
        cheapest_test=(
            "The conductor announces it for one evening; end it if the same people are late again."
        ),
    ),
)


def shown() -> str:
    """Return the examples as a prompt has them."""
    return "\n\n".join(map(_shown, EXAMPLES))


def _shown(one: Example) -> str:
    answer = {name: value for name, value in one._asdict().items() if name not in _GIVEN}
    return f'Example. Problem: "{one.problem}". {one.asks}\n{json.dumps(answer)}'


_GIVEN = ("problem", "asks")
