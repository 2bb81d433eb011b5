"""Settings and places: the only module that reads the environment and config files.

A value comes from the first of these that has it: flag, environment, workspace file,
user file, default.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

import platformdirs
from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from copilot.errors import SetupError

APP = "pm-copilot"
Source = Literal["flag", "environment", "workspace file", "user file", "default"]


class Settings(BaseSettings):
    """Every choice a user can make, with its default."""

    model_config = SettingsConfigDict(
        env_prefix="PM_COPILOT_", extra="forbid", frozen=True, populate_by_name=True
    )

    model: str | None = Field(None, description="PROVIDER:NAME, recorded:DIR or none")
    base_url: str | None = Field(None, description="an OpenAI-compatible server")
    openai_api_key: SecretStr | None = Field(
        None,
        description="key for OpenAI; from the environment or the keyring only",
        validation_alias=AliasChoices("OPENAI_API_KEY", "PM_COPILOT_OPENAI_API_KEY"),
    )
    request_timeout: float = Field(120.0, gt=0, description="seconds a reply may take")
    model_calls: int = Field(8, ge=1, description="model calls allowed in one turn")
    tools: Literal["auto", "native", "guided"] = Field(
        "auto", description="guided: hold a model without dependable tool calls to a schema"
    )
    context_tokens: int = Field(8192, ge=2048, description="context of the embedded model")
    ollama_url: str = Field("http://127.0.0.1:11434", description="where Ollama answers")
    hub_url: str = Field("https://huggingface.co", description="where model files come from")
    embedder: Literal["minilm", "none"] = Field("minilm", description="none: lexical search")
    index_url: str | None = Field(None, description="a Chroma server instead of local files")
    passages: int = Field(6, ge=1, le=20, description="passages given to the model")
    author: str | None = Field(None, description="who records decisions, as 'Name <mail>'")
    signing_key: str | None = Field(None, description="an SSH key that signs what you record")
    allowed_signers: str | None = Field(
        None, description="whose signatures count: a file as git takes it"
    )
    theme: str = Field("copilot-dark", description="theme of the terminal UI")

    @classmethod
    def load(cls, flags: Mapping[str, Any], files: "ConfigFiles") -> "Resolved":
        """Return the settings and the winning source of each.

        Args:
            flags: Values given on the command line; None means not given.
            files: The user's and the workspace's config file; either may be missing.

        Raises:
            SetupError: A value or a key is wrong; the message names its source.
        """
        layers: dict[Source, dict[str, Any]] = {
            "flag": {name: value for name, value in flags.items() if value is not None},
            "environment": _from_environment(cls),
            "workspace file": _from_file(cls, files.workspace),
            "user file": _from_file(cls, files.user),
        }
        sources: dict[str, Source] = {
            field: next((name for name, layer in layers.items() if field in layer), "default")
            for field in cls.model_fields
        }
        merged = {
            field: layers[source][field] for field, source in sources.items() if source != "default"
        }
        return Resolved(_validated(cls, merged, sources), sources)


class ConfigFiles(NamedTuple):
    """The two config files; a missing one counts as empty."""

    user: Path
    workspace: Path | None


class Resolved(NamedTuple):
    """Settings, and for each field the source that won."""

    settings: Settings
    sources: dict[str, Source]


class Places(NamedTuple):
    """Folders outside any workspace; `PM_COPILOT_HOME` moves them all under one."""

    config: Path
    data: Path
    state: Path

    @classmethod
    def of_user(cls) -> "Places":
        """Return this user's folders, by the XDG rules or the platform's own."""
        home = os.environ.get("PM_COPILOT_HOME")
        if home:
            root = Path(home).expanduser()
            return cls(root / "config", root / "data", root / "state")
        dirs = platformdirs.PlatformDirs(APP, appauthor=False)
        return cls(dirs.user_config_path, dirs.user_data_path, dirs.user_state_path)

    @property
    def config_file(self) -> Path:
        """The user's config file, which may not exist."""
        return self.config / "config.toml"

    @property
    def models(self) -> Path:
        """Where weights of embedded models are kept."""
        return self.data / "models"

    @property
    def witnesses(self) -> Path:
        """Where it is written down, outside any workspace, what decision logs hold."""
        return self.state / "decisions"

    @property
    def default_workspace(self) -> Path:
        """The workspace used where none is found."""
        return self.data / "workspace"


def content_root() -> Path:
    """Return the folder that holds `prompts/` and `knowledge/`.

    In a checkout they are read in place; in an installed wheel they lie inside the package.
    """
    package = Path(__file__).parent
    packed = package / "content"
    return packed if packed.is_dir() else package.parent


def harden_environment() -> None:
    """Set what the libraries read from the environment, before they are imported.

    No tracing service may see a prompt, checkpoints must not unpack arbitrary types, and
    neither Chroma nor tokenizers should talk to anyone.
    """
    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
        os.environ[name] = "false"
    os.environ["LANGGRAPH_STRICT_MSGPACK"] = "true"
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"


def editor_command() -> str:
    """Return the user's editor, `vi` where none is named."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"


def token_cache() -> Path | None:
    """Return the folder of tiktoken vocabularies, None where the user has none."""
    folder = os.environ.get("TIKTOKEN_CACHE_DIR")
    return Path(folder) if folder else None


def _from_environment(cls: type[Settings]) -> dict[str, Any]:
    found = EnvSettingsSource(cls)()
    return {_field_of(cls, name): value for name, value in found.items()}


def _from_file(cls: type[Settings], path: Path | None) -> dict[str, Any]:
    if path is None or not path.is_file():
        return {}
    try:
        values = TomlConfigSettingsSource(cls, path).toml_data
    except (ValueError, OSError) as error:
        raise SetupError(
            f"{path} is not readable as TOML: {error}.", hint=f"Mend or remove {path}."
        ) from error
    unknown = sorted(set(values) - (set(cls.model_fields) - {"openai_api_key"}))
    if unknown:
        raise SetupError(
            f"{path} has unknown settings: {', '.join(unknown)}.",
            hint="See the known ones with: pm-copilot where --settings",
        )
    return dict(values)


def _field_of(cls: type[Settings], name: str) -> str:
    return name if name in cls.model_fields else "openai_api_key"


def _validated(
    cls: type[Settings], merged: dict[str, Any], sources: Mapping[str, Source]
) -> Settings:
    try:
        return cls.model_validate(merged)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0]) if first["loc"] else "settings"
        raise SetupError(
            f"Setting {field!r} from the {sources.get(field, 'default')} is wrong: {first['msg']}.",
            hint="See all settings with: pm-copilot where --settings",
        ) from error
