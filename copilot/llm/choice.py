"""Which model to talk to: explicit setting, key, Ollama, embedded weights, or none."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, SecretStr

from copilot.errors import SetupError
from copilot.llm.endpoints import check_base_url, is_loopback, offered_models
from copilot.llm.prices import OWN_SERVER
from copilot.settings import Settings

OPENAI_DEFAULT = "gpt-5.4-mini"
NONE = "none"
EMBEDDED_REPLY_TOKENS = 900


class ModelChoice(BaseModel):
    """A model that was chosen, and why."""

    model_config = ConfigDict(frozen=True)

    provider: str
    """`embedded`, `ollama`, `openai`, or any provider LangChain knows."""
    name: str
    why: str
    base_url: str | None = None
    key: SecretStr | None = None
    replayed: bool = False
    """Whether its replies come from recordings."""

    @property
    def label(self) -> str:
        """`provider:name`, as settings and artifacts carry it."""
        return f"{self.provider}:{self.name}"

    @property
    def endpoint(self) -> str:
        """The kind of server, without its address."""
        kinds = {"embedded": "embedded llama.cpp", "ollama": "Ollama"}
        own = OWN_SERVER if self.base_url else f"{self.provider} API"
        return kinds.get(self.provider, own)

    @property
    def stays_here(self) -> bool:
        """Whether what it is sent stays here: it is replayed, embedded, or an Ollama here."""
        if self.replayed or self.provider == "embedded":
            return True
        return self.provider == "ollama" and is_loopback(urlsplit(self.base_url or "").hostname)


class Surroundings(BaseModel):
    """How to find out what is there; each is asked only when the ones before gave nothing."""

    model_config = ConfigDict(frozen=True)

    key: Callable[[], SecretStr | None]
    """The OpenAI key from environment or keyring."""
    embedded: Callable[[], list[str]]
    """Names of embedded models whose weights are on this machine, the preferred first."""


def choose(settings: Settings, around: Surroundings) -> ModelChoice | None:
    """Return the model to use, None where there is none or `none` was asked for.

    Raises:
        SetupError: The setting does not name a model, or its server is not allowed.
    """
    if settings.model == NONE:
        return None
    if settings.model:
        return _explicit(settings, settings.model, around)
    if settings.base_url:
        return _server(settings.base_url, around)
    return _by_key(around) or _by_ollama(settings.ollama_url) or _by_weights(around)


def sampling_of(label: str) -> dict[str, Any]:
    """Return the sampling parameters the project sets for a model, by its label."""
    embedded = label.startswith("embedded:")
    return {"temperature": 0.0, "max_tokens": EMBEDDED_REPLY_TOKENS} if embedded else {}


def ollama_models(url: str) -> list[str]:
    """Return the models an Ollama server offers, none where it does not answer."""
    return offered_models(f"{check_base_url(url)}/v1")


def split_model(model: str) -> tuple[str, str]:
    """Return provider and name of `provider:name`.

    Raises:
        SetupError: One of them is missing.
    """
    provider, _, name = model.partition(":")
    if not provider or not name:
        raise SetupError(
            f"Model {model!r} does not name a provider and a model.",
            hint="Write provider:name, e.g. --model openai:gpt-5.4-mini, or --model none",
        )
    return provider, name


def _explicit(settings: Settings, model: str, around: Surroundings) -> ModelChoice:
    provider, name = split_model(model)
    choice = ModelChoice(provider=provider, name=name, why="it is set")
    if provider == "ollama":
        return choice.model_copy(update={"base_url": f"{check_base_url(settings.ollama_url)}/v1"})
    if provider != "openai":
        return choice
    url = check_base_url(settings.base_url) if settings.base_url else None
    key = around.key()
    if url is None and key is None:
        raise SetupError(
            f"Model {model} needs an OpenAI key, and there is none.",
            hint="Store one: pm-copilot setup, or export OPENAI_API_KEY=…",
        )
    return choice.model_copy(update={"base_url": url, "key": key})


def _server(url: str, around: Surroundings) -> ModelChoice:
    base_url, key = check_base_url(url), around.key()
    offered = offered_models(base_url, key.get_secret_value() if key else "", timeout=5.0)
    if not offered:
        raise SetupError(
            f"The server {base_url} lists no model, so one has to be named.",
            hint=f"pm-copilot --base-url {base_url} --model openai:NAME …",
        )
    why = "the server lists it first"
    return ModelChoice(provider="openai", name=offered[0], why=why, base_url=base_url, key=key)


def _by_key(around: Surroundings) -> ModelChoice | None:
    key = around.key()
    if key is None:
        return None
    return ModelChoice(
        provider="openai", name=OPENAI_DEFAULT, why="there is an OpenAI key", key=key
    )


def _by_ollama(url: str) -> ModelChoice | None:
    offered = ollama_models(url)
    if not offered:
        return None
    why = "an Ollama server answers on this machine"
    return ModelChoice(
        provider="ollama", name=offered[0], why=why, base_url=f"{url.rstrip('/')}/v1"
    )


def _by_weights(around: Surroundings) -> ModelChoice | None:
    names = around.embedded()
    if not names:
        return None
    return ModelChoice(provider="embedded", name=names[0], why="its weights are on this machine")
