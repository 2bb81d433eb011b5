"""Settings in layers."""

from pathlib import Path

import pytest

from copilot.errors import SetupError
from copilot.settings import ConfigFiles, Places, Resolved, Settings, content_root

KEY = "sk-very-secret"


@pytest.fixture
def files(tmp_path: Path) -> ConfigFiles:
    """Return two config files that both set the model, and one value each."""
    user, workspace = tmp_path / "user.toml", tmp_path / "workspace.toml"
    user.write_text('model = "openai:user"\npassages = 3\ntheme = "u"\n', "utf-8")
    workspace.write_text('model = "openai:workspace"\npassages = 4\n', "utf-8")
    return ConfigFiles(user, workspace)


def loaded(text: str, tmp_path: Path) -> Resolved:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return Settings.load({}, ConfigFiles(path, None))


def test_a_flag_beats_the_environment_the_workspace_and_the_user(
    files: ConfigFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PM_COPILOT_MODEL", "openai:environment")
    monkeypatch.setenv("PM_COPILOT_REQUEST_TIMEOUT", "9")
    settings, sources = Settings.load({"model": "openai:flag", "base_url": None}, files)
    assert (settings.model, sources["model"]) == ("openai:flag", "flag")
    assert (settings.request_timeout, sources["request_timeout"]) == (9.0, "environment")
    assert (settings.passages, sources["passages"]) == (4, "workspace file")
    assert (settings.theme, sources["theme"]) == ("u", "user file")
    assert sources["base_url"] == "default"


def test_the_environment_beats_both_files(
    files: ConfigFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PM_COPILOT_MODEL", "openai:environment")
    assert Settings.load({}, files).settings.model == "openai:environment"


def test_missing_files_count_as_empty(tmp_path: Path) -> None:
    settings, sources = Settings.load({}, ConfigFiles(tmp_path / "none.toml", None))
    assert settings.passages == 6
    assert set(sources.values()) == {"default"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("modell = 'x'\n", r"config\.toml has unknown settings: modell"),
        ("openai_api_key = 'sk'\n", "unknown settings: openai_api_key"),
        ("model = \n", r"config\.toml is not readable as TOML"),
        ("passages = 99\n", "'passages' from the user file is wrong"),
        ("request_timeout = 'soon'\n", "'request_timeout' from the user file"),
    ],
)
def test_a_fault_names_the_setting_and_its_source(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=message):
        loaded(text, tmp_path)


def test_a_wrong_value_in_the_environment_is_told_as_such(
    files: ConfigFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PM_COPILOT_MODEL_CALLS", "0")
    with pytest.raises(SetupError, match="'model_calls' from the environment"):
        Settings.load({}, files)


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "PM_COPILOT_OPENAI_API_KEY"])
def test_a_key_is_read_from_the_environment_and_never_printed(
    name: str, files: ConfigFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, KEY)
    settings, sources = Settings.load({}, files)
    assert settings.openai_api_key is not None
    assert settings.openai_api_key.get_secret_value() == KEY
    assert sources["openai_api_key"] == "environment"
    assert KEY not in f"{settings!r} {settings} {settings.model_dump(mode='json')}"


def test_a_home_of_ones_own_moves_every_place(home: Path) -> None:
    places = Places.of_user()
    assert places.config_file == home / "config" / "config.toml"
    assert places.models.is_relative_to(home)
    assert places.default_workspace.is_relative_to(home)


def test_the_content_root_has_prompts_and_notes() -> None:
    assert (content_root() / "prompts" / "agent.md").is_file()
    assert (content_root() / "knowledge").is_dir()
