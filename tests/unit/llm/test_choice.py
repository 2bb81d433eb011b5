"""Which model is chosen, and why."""

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import SecretStr

from copilot.errors import SetupError
from copilot.llm.choice import ModelChoice, Surroundings, choose
from copilot.settings import ConfigFiles, Settings
from tests.unit.llm.loopback_chat import Chat, serving_chat

NOWHERE = "http://127.0.0.1:9"


def chosen(
    flags: Mapping[str, Any], *, key: str = "", embedded: tuple[str, ...] = ()
) -> ModelChoice | None:
    from pathlib import Path

    settings = Settings.load({"ollama_url": NOWHERE, **flags}, ConfigFiles(Path("none"), None))
    around = Surroundings(
        key=lambda: SecretStr(key) if key else None, embedded=lambda: list(embedded)
    )
    return choose(settings.settings, around)


def label(choice: ModelChoice | None) -> str | None:
    return choice.label if choice else None


def test_a_model_that_is_set_beats_a_key() -> None:
    choice = chosen({"model": "openai:gpt-x"}, key="sk")
    assert choice is not None
    assert (choice.label, choice.why) == ("openai:gpt-x", "it is set")
    assert choice.key == SecretStr("sk")


def test_none_is_a_choice_too() -> None:
    assert chosen({"model": "none"}, key="sk", embedded=("q",)) is None


def test_a_key_beats_ollama_which_beats_weights() -> None:
    with serving_chat(Chat(models=["llama"])) as chat:
        ollama = {"ollama_url": chat.url.removesuffix("/v1")}
        assert label(chosen(ollama, key="sk", embedded=("q",))) == "openai:gpt-5.4-mini"
        by_ollama = chosen(ollama, embedded=("q",))
        assert label(by_ollama) == "ollama:llama"
        assert by_ollama is not None
        assert by_ollama.base_url == chat.url
    assert label(chosen({}, embedded=("small", "large"))) == "embedded:small"
    assert chosen({}) is None


def test_a_server_is_asked_for_its_first_model() -> None:
    with serving_chat(Chat(models=["first", "second"])) as chat:
        choice = chosen({"base_url": chat.url}, key="sk")
    assert choice is not None
    assert (choice.label, choice.base_url) == ("openai:first", chat.url)


def test_a_server_that_lists_nothing_needs_a_name() -> None:
    with pytest.raises(SetupError, match="lists no model") as caught:
        chosen({"base_url": f"{NOWHERE}/v1"})
    assert "--model openai:NAME" in caught.value.hint


@pytest.mark.parametrize("model", ["gpt", "openai:", ":gpt", ":"])
def test_a_name_without_provider_and_model_is_refused(model: str) -> None:
    with pytest.raises(SetupError, match="does not name a provider and a model"):
        chosen({"model": model})


@pytest.mark.parametrize(
    "flags",
    [
        {"model": "openai:x", "base_url": "http://example.org"},
        {"model": "ollama:x", "ollama_url": "http://example.org"},
        {"base_url": "http://169.254.169.254"},
        {"ollama_url": "ftp://x"},
    ],
)
def test_a_refused_server_stops_every_way_to_it(flags: dict[str, str]) -> None:
    with pytest.raises(SetupError, match="is refused"):
        chosen(flags)


def test_a_key_is_not_shown_by_the_choice() -> None:
    assert "sk-secret" not in repr(chosen({}, key="sk-secret"))


@pytest.mark.parametrize(
    ("provider", "base_url", "stays"),
    [
        ("embedded", None, True),
        ("ollama", "http://127.0.0.1:11434/v1", True),
        ("ollama", "https://models.example.org/v1", False),
        ("openai", None, False),
    ],
)
def test_what_a_model_is_sent_stays_here_only_where_its_server_is_here(
    provider: str, base_url: str | None, stays: bool
) -> None:
    choice = ModelChoice(provider=provider, name="m", why="", base_url=base_url)
    assert choice.stays_here is stays
