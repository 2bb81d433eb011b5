"""What tokens cost."""

import pytest

from copilot.domain.recording import RecordedModel, TokenCount
from copilot.llm.choice import OPENAI_DEFAULT
from copilot.llm.prices import price_of, price_of_calls

MILLION = TokenCount(input_tokens=1_000_000, output_tokens=0)
BOTH = TokenCount(input_tokens=1_000_000, output_tokens=1_000_000)
NONE = TokenCount(input_tokens=0, output_tokens=0)


def named(label: str, endpoint: str = "") -> RecordedModel:
    """Return a model of this label."""
    return RecordedModel(label=label, endpoint=endpoint)


@pytest.mark.parametrize("label", ["embedded:qwen2.5-coder-1.5b", "ollama:llama3.2"])
def test_a_model_on_this_machine_costs_nothing(label: str) -> None:
    assert price_of(named(label), BOTH) == 0.0


def test_a_known_model_has_a_price_for_what_it_reads_and_one_for_what_it_writes() -> None:
    read, both = (
        price_of(named("openai:gpt-4o-mini"), MILLION),
        price_of(named("openai:gpt-4o-mini"), BOTH),
    )
    assert read == pytest.approx(0.15)
    assert both == pytest.approx(0.15 + 0.60)


def test_the_model_that_a_key_chooses_has_a_price() -> None:
    price = price_of(named(f"openai:{OPENAI_DEFAULT}"), BOTH)
    assert price is not None
    assert price > 0


def test_no_tokens_cost_nothing() -> None:
    assert price_of(named("openai:gpt-4o-mini"), NONE) == 0.0


@pytest.mark.parametrize(
    "label", ["openai:no-such-model", "nobody:gpt-4o-mini", "authored:by-hand"]
)
def test_where_no_price_is_known_none_is_made_up(label: str) -> None:
    assert price_of(named(label), BOTH) is None


def test_a_server_of_ones_own_charges_nobody_knows_what() -> None:
    assert price_of(named("openai:gpt-4o-mini", "own server"), BOTH) is None


def test_several_calls_cost_what_each_of_them_costs() -> None:
    several = price_of_calls(named("openai:gpt-4o-mini"), [MILLION, BOTH, NONE])
    assert several == pytest.approx(0.15 + 0.15 + 0.60)


def test_a_price_that_rises_with_the_length_of_a_call_is_that_of_each_call() -> None:
    label, half = "google:gemini-2.5-pro", TokenCount(input_tokens=150_000, output_tokens=0)
    one, two = price_of(named(label), half), price_of_calls(named(label), [half, half])
    at_once = price_of(named(label), TokenCount(input_tokens=300_000, output_tokens=0))
    assert one is not None
    assert two is not None
    assert at_once is not None
    assert two == pytest.approx(2 * one)
    assert two < at_once


@pytest.mark.parametrize("label", ["openai:gpt-4o-mini", "embedded:x", "openai:no-such-model"])
def test_no_calls_cost_nothing(label: str) -> None:
    assert price_of_calls(named(label), []) == 0.0


def test_calls_of_which_no_price_is_known_have_none() -> None:
    assert price_of_calls(named("ollama:llama3.2"), [BOTH, BOTH]) == 0.0
    assert price_of_calls(named("openai:no-such-model"), [BOTH, NONE]) is None
