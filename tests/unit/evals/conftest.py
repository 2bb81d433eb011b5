"""A suite of one question that was recorded once, and a copy of it for every test."""

import asyncio
import shutil
from pathlib import Path

import pytest

from copilot.evals.suite import Suite
from tests.unit.evals.suites import GOOD, asking, judgement, judging, record


@pytest.fixture(scope="session")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Suite:
    """Return a suite of one question whose answer was recorded."""
    suite = asking(tmp_path_factory.mktemp("answered"))
    asyncio.run(record(suite, [GOOD]))
    return suite


@pytest.fixture
def suite(answered: Suite, tmp_path: Path) -> Suite:
    """Return a copy of it that may be changed."""
    return Suite(Path(shutil.copytree(answered.folder, tmp_path / "suites" / "ask_knowledge")))


@pytest.fixture
def pair(tmp_path: Path) -> Suite:
    """Return a suite of two judgements."""
    return judging(tmp_path, judgement("j1"), judgement("j2"))
