"""Services as faces see them."""

from pathlib import Path

import keyring

from copilot.services import Services
from tests.doubles import MemoryKeyring, SmallServices
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
