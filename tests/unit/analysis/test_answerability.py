"""Whether a model is asked at all."""

import pytest

from copilot.analysis.answerability import may_hold_answer
from copilot.domain.document import FoundPassage
from tests.doubles import passage


def found(*similarities: float | None) -> list[FoundPassage]:
    return [FoundPassage(passage=passage(), score=1.0, similarity=near) for near in similarities]


@pytest.mark.parametrize(
    ("similarities", "unknown_share", "may"),
    [
        ([], 0.0, False),
        ([0.1, 0.3], 0.0, True),
        ([0.1, 0.2], 0.0, False),
        ([0.3], 0.5, False),
        ([0.5], 0.9, True),
        ([None], 0.4, True),
        ([None], 0.5, False),
    ],
)
def test_nearness_decides_and_unknown_words_raise_the_bar(
    similarities: list[float | None], unknown_share: float, may: bool
) -> None:
    assert may_hold_answer(found(*similarities), unknown_share) is may
