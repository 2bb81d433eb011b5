"""The embedded model itself, where its weights are on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from copilot.llm.catalogue import default_entry
from copilot.llm.downloads import is_pulled
from copilot.services import Services
from copilot.settings import Places

# Read before any test moves the user's folders.
MODELS = Places.of_user().models


@pytest.fixture(scope="session")
def live_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders of a new user who has pulled the weights."""
    if not is_pulled(default_entry(), MODELS):
        pytest.skip(f"NO LIVE MODEL: the weights are not in {MODELS}. Fetch them: make weights")
    home = tmp_path_factory.mktemp("live")
    (home / "data").mkdir()
    (home / "data" / "models").symlink_to(MODELS, target_is_directory=True)
    return home


@pytest.fixture(scope="session")
def live_services(live_home: Path) -> Iterator[Services]:
    """Services with the embedded model, started once."""
    places = Places(live_home / "config", live_home / "data", live_home / "state")
    flags = {"model": f"embedded:{default_entry().name}"}
    services = Services(flags, live_home / "workspace", places=places)
    yield services
    services.close()
