"""Fixtures of the terminal face's tests."""

from datetime import date
from pathlib import Path

import pytest

from copilot.analysis.review.reviewer import Reviewer
from copilot.domain.document import Passage
from copilot.services import Services
from copilot.settings import Places
from tests.tui.doubles import LightServices, ScriptedAgent

AUTHOR = "Ada Okafor <ada@example.org>"


@pytest.fixture
def passage() -> Passage:
    """Return a passage whose lines are broken in the middle of a quote."""
    return Passage(
        id="ai-act#art-5",
        document="ethics/ai-act.md",
        title="AI Act, emotion inference",
        text="It is prohibited to infer\nemotions of a natural person at work.",
        source="Regulation (EU) 2024/1689",
        clauses=("Art. 5(1)(f)",),
        as_of=date(2026, 8, 1),
    )


@pytest.fixture
def services(tmp_path: Path, passage: Passage) -> LightServices:
    """Return services that know one passage and have a model."""
    return LightServices(tmp_path, passage)


@pytest.fixture
def agent() -> ScriptedAgent:
    """Return an agent without a script; each test writes its own."""
    return ScriptedAgent()


@pytest.fixture(scope="session")
def reviewer(tmp_path_factory: pytest.TempPathFactory) -> Reviewer:
    """Return what computes reviews, its books read once."""
    folder = tmp_path_factory.mktemp("books")
    return Services({"embedder": "none"}, folder, places=Places(folder, folder, folder)).reviewer


@pytest.fixture
def real(tmp_path: Path, reviewer: Reviewer) -> Services:
    """Return services over the shipped knowledge, without a model."""
    settings = {"model": "none", "embedder": "none", "author": AUTHOR}
    services = Services(settings, tmp_path / "workspace")
    services.reviewer = reviewer
    return services
