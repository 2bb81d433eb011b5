"""Fixtures of the terminal face's tests."""

from datetime import date
from pathlib import Path

import pytest

from copilot.domain.document import Passage
from tests.tui.doubles import LightServices, ScriptedAgent


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
