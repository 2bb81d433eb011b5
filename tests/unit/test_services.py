"""Services as faces see them."""

from datetime import date
from pathlib import Path
from typing import Any

import keyring
import numpy as np
import pytest
from langchain_core.messages import HumanMessage

from copilot.agent.graph import chooser
from copilot.domain.recording import Call, RecordedModel, Recording, Reply, key_of
from copilot.errors import NotFound, RecordingError
from copilot.llm.catalogue import find_entry
from copilot.llm.guided import GuidedModel
from copilot.llm.replay import ReplayModel, replaying
from copilot.llm.tape import Tape
from copilot.llm.vector_pack import VectorPack
from copilot.services import Services
from copilot.settings import content_root
from copilot.stores.recordings import write_recording
from tests.doubles import NOW, MemoryKeyring, SmallServices
from tests.unit.llm.loopback_chat import Chat, serving_chat


def label(services: Services) -> str | None:
    choice = services.model_choice
    return choice.label if choice else None


def test_nothing_is_created_before_it_is_needed(home: Path, tmp_path: Path) -> None:
    services = Services({"model": "none"}, tmp_path / "w")
    assert services.chat_model is None
    assert services.workspace_note == ""
    assert not home.exists()
    assert not (tmp_path / "w").exists()


def test_a_saved_setting_holds_at_once_and_for_the_next_process(tmp_path: Path) -> None:
    services = Services({}, tmp_path / "w")
    services.save_setting("model", "none")
    assert label(services) is None
    services.save_setting("model", "ollama:llama")
    assert label(services) == "ollama:llama"
    assert Services({}, tmp_path / "w").settings.model == "ollama:llama"


def test_a_stored_key_chooses_a_model_at_once(tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    services = Services({"ollama_url": "http://127.0.0.1:9"}, tmp_path / "w")
    assert label(services) is None
    services.store_key("sk-1")
    assert label(services) == "openai:gpt-5.4-mini"


def test_a_model_of_a_server_is_built_with_its_address(tmp_path: Path) -> None:
    with serving_chat(Chat()) as chat:
        services = Services({"base_url": chat.url}, tmp_path / "w")
        assert services.chat_model is not None
        assert services.chat_model.invoke("Hi").text == "Hello there"


def test_provenance_names_model_and_prompt_only_where_a_model_took_part(
    services: SmallServices,
) -> None:
    assert services.provenance("p@1").model == "scripted:test"
    computed = services.provenance()
    assert (computed.mode, computed.model, computed.prompt) == ("computed", None, None)
    assert computed.knowledge_version == services.knowledge.version


def test_a_small_model_gets_fewer_passages(services: SmallServices) -> None:
    notes, root = services.knowledge.notes.folder, services.workspace.root
    small = SmallServices(notes, root, chat_model=services.chat_model, flags={"tools": "guided"})
    assert (services.passage_budget, small.passage_budget) == (6, 4)


def test_a_workspace_that_is_being_written_is_mentioned(services: SmallServices) -> None:
    from tests.unit.stores.test_workspace import held_elsewhere

    with held_elsewhere(services.workspace.prepare().root):
        assert "searching still works" in services.workspace_note


SMALL = "embedded:qwen2.5-coder-1.5b"


def record(folder: Path, case: str, label: str, day: date | None = None) -> Path:
    """Write the recording of a model that was greeted, and return the folder."""
    known = RecordedModel(label=label, endpoint="embedded llama.cpp")
    sent = replaying(known, Tape([])).canonical([HumanMessage("Hi")], {})
    calls = (Call(key=key_of(sent), request=sent, reply=Reply(pieces=("Good", " day."))),)
    recording = Recording(case=case, origin="recorded", model=known, day=day, calls=calls)
    write_recording(folder / f"{case}.json", recording)
    return folder


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """Return a folder of two recordings of one small model, of different days."""
    record(tmp_path / "recordings", "a", SMALL, date(2025, 3, 1))
    return record(tmp_path / "recordings", "b", SMALL, date(2025, 3, 4))


def replaying_services(place: Path, notes: Path, workspace: Path, **flags: Any) -> SmallServices:
    return SmallServices(notes, workspace, flags={"model": f"recorded:{place}", **flags})


def test_recordings_replay_the_model_they_name(
    recordings: Path, notes_folder: Path, tmp_path: Path
) -> None:
    services = replaying_services(recordings, notes_folder, tmp_path / "w")
    choice = services.model_choice
    assert choice is not None
    assert (choice.label, choice.replayed) == (SMALL, True)
    assert "replayed" in choice.why
    assert isinstance(services.chat_model, ReplayModel)
    assert [services.chat_model.invoke("Hi").text for _ in range(2)] == ["Good day."] * 2


def test_one_recording_can_be_replayed_by_its_file(
    recordings: Path, notes_folder: Path, tmp_path: Path
) -> None:
    services = replaying_services(recordings / "a.json", notes_folder, tmp_path / "w")
    assert (label(services), services.today) == (SMALL, "2025-03-01")


def test_a_replayed_model_is_treated_as_the_recorded_one_was(
    recordings: Path, notes_folder: Path, tmp_path: Path
) -> None:
    small = replaying_services(recordings, notes_folder, tmp_path / "w")
    assert small.has_small_model
    assert small.passage_budget == 4
    assert isinstance(chooser(small, []), GuidedModel)
    large = record(tmp_path / "large", "c", "openai:gpt-5.4-mini")
    assert not replaying_services(large, notes_folder, tmp_path / "w").has_small_model


def test_prompts_are_told_the_last_day_of_the_recordings(
    recordings: Path, notes_folder: Path, tmp_path: Path
) -> None:
    assert replaying_services(recordings, notes_folder, tmp_path / "w").today == "2025-03-04"


def test_recordings_without_a_day_leave_today_as_it_is(notes_folder: Path, tmp_path: Path) -> None:
    place = record(tmp_path / "recordings", "a", SMALL)
    assert replaying_services(place, notes_folder, tmp_path / "w").today == "2026-11-22"


def test_provenance_says_that_replies_were_replayed(
    recordings: Path, notes_folder: Path, tmp_path: Path
) -> None:
    services = replaying_services(recordings, notes_folder, tmp_path / "w")
    made = services.provenance("agent@1")
    assert (made.mode, made.model) == ("model", f"{SMALL} (replayed)")
    assert made.created == NOW
    assert services.provenance().model is None


def test_recordings_of_different_models_are_refused(
    recordings: Path, notes_folder: Path, tmp_path: Path
) -> None:
    record(recordings, "c", "openai:gpt-5.4-mini")
    services = replaying_services(recordings, notes_folder, tmp_path / "w")
    with pytest.raises(RecordingError, match="Recordings of different models"):
        _ = services.chat_model


def test_a_folder_without_recordings_is_told(notes_folder: Path, tmp_path: Path) -> None:
    services = replaying_services(tmp_path / "none", notes_folder, tmp_path / "w")
    with pytest.raises(NotFound, match="There is no recording"):
        _ = services.chat_model


def test_what_was_not_recorded_is_told_and_not_asked_elsewhere(
    recordings: Path, notes_folder: Path, tmp_path: Path
) -> None:
    services = replaying_services(recordings, notes_folder, tmp_path / "w")
    assert services.chat_model is not None
    with pytest.raises(RecordingError, match=r"messages\.0\.content: Hi → Ho"):
        services.chat_model.invoke("Ho")


def test_another_model_can_be_chosen_after_a_replay(recordings: Path, tmp_path: Path) -> None:
    services = Services({}, tmp_path / "w")
    services.save_setting("model", f"recorded:{recordings}")
    assert label(services) == SMALL
    services.save_setting("model", "none")
    assert services.chat_model is None
    assert services.today != "2025-03-04"


def test_the_way_to_recordings_may_begin_at_home(
    recordings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(recordings.parent))
    assert label(Services({"model": "recorded:~/recordings"}, tmp_path / "w")) == SMALL


def test_a_model_that_is_given_goes_before_recordings(
    recordings: Path, services: SmallServices
) -> None:
    notes, root = services.knowledge.notes.folder, services.workspace.root
    flags = {"model": f"recorded:{recordings}"}
    given = SmallServices(notes, root, chat_model=services.chat_model, flags=flags)
    assert label(given) == "scripted:test"


def test_a_recording_says_which_weights_replied(
    recordings: Path, services: SmallServices, tmp_path: Path
) -> None:
    facts = services.recorded_model
    assert facts is not None
    assert (facts.label, facts.weights_sha256) == ("scripted:test", None)
    again = replaying_services(recordings, services.knowledge.notes.folder, tmp_path / "w")
    small = again.recorded_model
    assert small is not None
    assert small.endpoint == "embedded llama.cpp"
    assert small.weights_sha256 == find_entry("qwen2.5-coder-1.5b").sha256


def test_the_vector_of_a_shipped_passage_comes_from_the_shipped_pack(tmp_path: Path) -> None:
    services = Services({"model": "none"}, tmp_path / "w")
    assert services.embedder is not None
    shipped = [one.indexed_text for one in services.knowledge.notes.all_passages()]
    pack = VectorPack(content_root() / "knowledge" / "vectors.npz")
    rows = services.embedder.embed(shipped)
    assert rows.shape == (len(shipped), 384)
    assert services.embedder.computed == 0
    packed = pack.find(shipped[-1], services.embedder.name)
    assert packed is not None
    assert np.array_equal(rows[-1], packed)


def test_a_text_that_is_not_shipped_is_computed(tmp_path: Path) -> None:
    services = Services({"model": "none"}, tmp_path / "w")
    assert services.embedder is not None
    shipped = next(services.knowledge.notes.all_passages()).indexed_text
    services.embedder.embed([shipped, "Ship in May."])
    assert services.embedder.computed == 1


def test_without_an_embedder_nothing_is_packed_or_computed(services: SmallServices) -> None:
    assert services.embedder is None
