"""What repeats what, by meaning with the real embedder, and by words without one."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from copilot.analysis.ideation.likeness import BY_MEANING, likeness
from copilot.analysis.ideation.near_duplicates import repeats
from copilot.llm.embedder import MiniLM
from tests.unit.analysis.ideation.idea_pairs import CHOSEN_ON, REPORTED_ON, Pairs

PROBLEM = "Guests of our hotel wait half an hour at check-in"
SIGN = "Drop the address form, and let guests only sign what the booking says."
SAME = "Skip the address form, so that guests just sign the booking details."
HOST = "A colleague greets those who wait and collects their passports in the lobby."


@pytest.fixture(scope="module")
def minilm() -> MiniLM:
    return MiniLM()


def test_of_two_that_are_alike_the_earlier_one_stays(minilm: MiniLM) -> None:
    [found] = repeats([SIGN, HOST, SAME], PROBLEM, [], minilm.embed)
    assert (found.at, found.kind, found.like) == (2, "idea", 0)
    assert BY_MEANING.repeats <= found.likeness <= 1


def test_an_idea_that_says_the_problem_again_is_found(minilm: MiniLM) -> None:
    again = "Make it so that guests of the hotel do not wait half an hour at check-in."
    [found] = repeats([SIGN, again], PROBLEM, [], minilm.embed)
    assert (found.at, found.kind) == (1, "problem")


def test_an_idea_in_words_of_the_problem_that_adds_its_own_stays(minilm: MiniLM) -> None:
    idea = "While guests of our hotel wait at check-in, a waiter serves tea and takes passports."
    assert repeats([idea], PROBLEM, [], minilm.embed) == []


def test_what_the_model_was_shown_is_found_when_it_comes_back(minilm: MiniLM) -> None:
    [found] = repeats([SIGN, HOST], PROBLEM, [HOST], minilm.embed)
    assert (found.at, found.kind) == (1, "prompt")


def test_a_repeat_takes_out_nothing_itself() -> None:
    chain = ["one two three four five", "four five three seven eight", "seven eight nine zero ten"]

    def embed(texts: Sequence[str]) -> NDArray[np.float32]:
        table = {chain[0]: [1.0, 0.0], chain[1]: [0.7, 0.714], chain[2]: [0.0, 1.0]}
        return np.array([table.get(text, [0.0, -1.0]) for text in texts], dtype=np.float32)

    assert [found.at for found in repeats(chain, "else", [], embed)] == [1]


def test_without_an_embedder_only_the_same_words_are_found() -> None:
    ideas = [SIGN, "Let guests sign only what the booking says, and drop the address form.", HOST]
    assert [found.at for found in repeats(ideas, PROBLEM, [], None)] == [1]
    assert repeats([SIGN, "No paper at the desk any more."], PROBLEM, [], None) == []


def test_nothing_repeats_nothing() -> None:
    assert repeats([], PROBLEM, [], None) == []


@pytest.mark.parametrize(
    ("group", "found", "wrong"), [(CHOSEN_ON, 11, 1), (REPORTED_ON, 8, 0)], ids=["chosen", "held"]
)
def test_pairs_by_hand_are_told_apart_as_often_as_the_docs_say(
    group: tuple[Pairs, ...], found: int, wrong: int, minilm: MiniLM
) -> None:
    def repeated(pairs: Sequence[tuple[str, str]], problem: str) -> int:
        return sum(bool(repeats(pair, problem, [], minilm.embed)) for pair in pairs)

    assert sum(repeated(one.same, one.problem) for one in group) >= found
    assert sum(repeated(one.different, one.problem) for one in group) <= wrong


def test_ideas_that_are_near_through_the_problem_alone_both_stay(minilm: MiniLM) -> None:
    problem = "Support agents answer the same question about delivery dates forty times a day"
    ideas = [
        "Drop the support agent's screen, and let the customer choose their own delivery date.",
        "Each week, the support agent looks at the corrected or sent back delivery dates.",
    ]
    assert likeness(ideas, minilm.embed)[0, 1] > BY_MEANING.repeats
    assert repeats(ideas, problem, [], minilm.embed) == []


@pytest.mark.parametrize(
    ("group", "found"), [(CHOSEN_ON, 8), (REPORTED_ON, 6)], ids=["chosen", "held"]
)
def test_restatements_by_hand_are_found_and_no_idea_is_taken_for_one(
    group: tuple[Pairs, ...], found: int, minilm: MiniLM
) -> None:
    def restated(texts: Sequence[str], problem: str) -> int:
        return sum(bool(repeats([text], problem, [], minilm.embed)) for text in texts)

    ideas = [text for one in group for pair in (*one.same, *one.different) for text in pair]
    assert sum(restated(one.restated, one.problem) for one in group) >= found
    assert sum(restated(ideas, one.problem) for one in group) == 0
