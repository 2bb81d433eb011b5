"""Labels of survey answers, held to the answers' own words."""

import json
from typing import Any

import pytest

from copilot.domain.survey_labels import LabelledAnswer
from copilot.domain.survey_themes import CodebookTheme
from copilot.llm.answer_batch import Answer, batches
from copilot.llm.answer_labeller import AnswerLabeller
from copilot.llm.scripted import ScriptedModel
from copilot.settings import content_root
from copilot.stores.prompts import Prompts

THEMES = [
    CodebookTheme(key="t1", name="Search", definition="Search finds too little."),
    CodebookTheme(key="t2", name="Price", definition="It costs too much."),
]
ANSWERS = [Answer(4, "Search finds   nothing, sadly"), Answer(8, "fine so far")]


def said(number: int, *labels: tuple[str, str]) -> dict[str, Any]:
    told = [{"words": words, "theme": key, "tone": "negative"} for words, key in labels]
    return {"answer": number, "labels": told}


async def labelled(*script: list[dict[str, Any]] | str) -> list[LabelledAnswer]:
    texts = [one if isinstance(one, str) else json.dumps({"answers": one}) for one in script]
    prompt = Prompts(content_root() / "prompts").get("label_answers")
    model = ScriptedModel(script=texts)
    found = await AnswerLabeller(model, prompt, "What is missing?", THEMES).label(ANSWERS)
    assert [one.row for one in found.answers] == [4, 8]
    return found.answers


async def test_a_label_carries_the_words_as_they_stand_in_the_answer() -> None:
    first, second = await labelled([said(1, ("search finds nothing", "t1")), said(2)])
    assert [(one.theme, one.words) for one in first.labels] == [("t1", "Search finds   nothing")]
    assert not second.labels
    assert not second.failed


async def test_a_label_whose_words_stand_nowhere_is_asked_for_again() -> None:
    first, _ = await labelled(
        [said(1, ("too expensive", "t2")), said(2)], [said(1, ("Search", "t1"))]
    )
    assert [one.theme for one in first.labels] == ["t1"]


async def test_of_several_labels_those_with_words_of_the_answer_stay() -> None:
    first, _ = await labelled([said(1, ("Search", "t1"), ("dear", "t2")), said(2)])
    assert [one.theme for one in first.labels] == ["t1"]


async def test_an_answer_that_is_left_out_twice_has_failed_and_is_not_lost() -> None:
    first, second = await labelled([said(1)], [said(5)])
    assert not first.failed
    assert second.failed


async def test_a_theme_counts_once_however_often_it_is_said() -> None:
    first, _ = await labelled([said(1, ("Search", "t1"), ("nothing", "t1")), said(2)])
    assert [one.words for one in first.labels] == ["Search"]


async def test_a_key_that_is_no_theme_is_refused() -> None:
    wrong = json.dumps({"answers": [said(1, ("Search", "t9")), said(2)]})
    first, second = await labelled(wrong, wrong, wrong, [said(1, ("Search", "t1"))], [said(1)])
    assert [one.theme for one in first.labels] == ["t1"]
    assert not second.failed


@pytest.mark.parametrize(("size", "expected"), [(1, [1, 1]), (2, [2]), (9, [2])])
def test_batches_hold_at_most_so_many(size: int, expected: list[int]) -> None:
    assert [len(one) for one in batches(ANSWERS, size)] == expected
