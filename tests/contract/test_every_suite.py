"""What every eval suite owes, and every skill a suite."""

import pytest

from copilot.domain.recording import Recording
from copilot.evals.scoring import known_scorers
from copilot.evals.suite import Suite, find_suites
from copilot.llm.embedder import MiniLM
from copilot.llm.vector_pack import VectorPack
from copilot.settings import content_root
from copilot.skills import skill_summaries
from copilot.stores.notes import Notes
from copilot.stores.recordings import read_recordings
from copilot.stores.rulebook import Rulebook

ROOT = content_root() / "evals"
SUITES = {suite.name: suite for suite in find_suites(ROOT)}
ASKING = {name: suite for name, suite in SUITES.items() if suite.wants_model}
every_suite = pytest.mark.parametrize("suite", SUITES.values(), ids=SUITES)
every_asking_suite = pytest.mark.parametrize("suite", ASKING.values(), ids=ASKING)


def recordings_of(suite: Suite) -> list[Recording]:
    """Return all recordings of a suite."""
    return read_recordings(suite.folder / "recordings")


@pytest.mark.parametrize("skill", skill_summaries())
def test_every_skill_has_a_suite_of_its_name(skill: str) -> None:
    assert SUITES[skill].about.subject == "skill"


@every_suite
def test_it_has_cases_that_say_why_they_are_there(suite: Suite) -> None:
    assert len(suite.cases) >= 25
    assert len({case.why for case in suite.cases}) > len(suite.cases) / 2


@every_suite
def test_it_has_a_readme(suite: Suite) -> None:
    assert len((suite.folder / "README.md").read_text("utf-8")) > 300


@every_suite
def test_it_has_a_baseline(suite: Suite) -> None:
    assert suite.baseline_file.is_file()


@every_asking_suite
def test_every_case_has_a_recording_and_every_recording_a_case(suite: Suite) -> None:
    wanted = {suite.recording_file(case, repeat).name for case, repeat in suite.runs}
    assert {path.name for path in suite.recording_files()} == wanted


@every_asking_suite
def test_15_cases_were_answered_by_a_real_model_or_it_says_that_none_was(suite: Suite) -> None:
    recorded = [one for one in recordings_of(suite) if one.origin == "recorded"]
    says_none = "all authored" in (suite.folder / "README.md").read_text("utf-8")
    assert len(recorded) >= 15 or (says_none and not recorded)
    assert all(one.recorded_at and one.model.endpoint for one in recorded)
    assert all(one.model.weights_sha256 for one in recorded if "embedded" in one.model.label)


@every_asking_suite
def test_a_hand_written_recording_names_no_model(suite: Suite) -> None:
    authored = [one for one in recordings_of(suite) if one.origin == "authored"]
    assert {one.model.label for one in authored} <= {"authored:by-hand"}


@pytest.mark.parametrize("name", known_scorers())
def test_every_scorer_is_used_by_a_suite(name: str) -> None:
    assert any(used.name == name for suite in SUITES.values() for used in suite.about.scorers)


def test_everything_that_ships_to_be_compared_with_has_its_vector() -> None:
    pack = VectorPack(content_root() / "knowledge" / "vectors.npz")
    knowledge = pack.path.parent
    texts = [passage.indexed_text for passage in Notes(knowledge).all_passages()]
    texts += Rulebook(knowledge / "ethics" / "rules").likeness.sentences()
    missing = [text for text in texts if pack.find(text, MiniLM.name) is None]
    assert (len(pack), missing) == (len(set(texts)), []), "Bring them up to date: make vectors"
