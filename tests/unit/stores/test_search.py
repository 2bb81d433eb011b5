"""Search over the tiny notes, and what it does when its index is hurt."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from copilot.errors import InputError, WorkspaceBusy
from copilot.llm.embedder import MiniLM
from copilot.stores.search import Mode, Search
from copilot.stores.vector_cache import Embedder
from copilot.stores.workspace import Workspace
from tests.doubles import NOW, WordEmbedder, knowledge_of
from tests.unit.stores.test_workspace import held_elsewhere


class Impatient(Workspace):
    """A workspace whose writers wait a moment only."""

    def writing(self, wait: float = 0.1) -> AbstractContextManager[None]:  # type: ignore[override]  # a context manager like its base's
        return super().writing(wait=min(wait, 0.1))


class Place:
    """Notes and a workspace, opened anew for every search, as processes do.

    Args:
        notes: The folder of notes.
        root: Where the workspace is.
    """

    def __init__(self, notes: Path, root: Path) -> None:
        self.notes = notes
        self.workspace = Impatient(root / "workspace")
        self.vectors = root / "vectors.sqlite"

    def opened(self, embedder: Embedder | None = None) -> Search:
        """Return a new search."""
        knowledge = knowledge_of(self.notes, self.workspace.root)
        return Search(knowledge, self.workspace, embedder, self.vectors)

    def add(self, folder: Path, text: str, collection: str = "documents") -> None:
        """Add a document of the user's."""
        path = folder / f"{collection}-own.md"
        path.write_text(text)
        knowledge_of(self.notes, self.workspace.root).documents.add([path], collection, NOW)


@pytest.fixture
def place(notes_folder: Path, tmp_path: Path) -> Place:
    """Return the tiny notes beside an empty workspace."""
    return Place(notes_folder, tmp_path)


def ids(
    search: Search, query: str, mode: Mode | None = None, collection: str | None = None
) -> list[str]:
    return [hit.passage.id for hit in search.find(query, 3, mode=mode, collection=collection)]


@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
def test_every_mode_finds_the_passage_that_says_it(place: Place, mode: Mode) -> None:
    search = place.opened(WordEmbedder())
    assert ids(search, "emotions of employees at the workplace", mode)[0] == "emotion-law#the-ban"


def test_the_real_embedder_finds_what_shares_no_word(place: Place) -> None:
    search = place.opened(MiniLM())
    assert ids(search, "judging staff by their faces", "dense")[0].startswith("emotion-law#")
    assert search.find("how do I rank ideas?", 1)[0].passage.id.startswith("tiny-rice#")


def test_a_named_clause_comes_first_whatever_the_words_say(place: Place) -> None:
    found = ids(place.opened(WordEmbedder()), "score, reach, drift and Art. 5(1)(f)", "hybrid")
    assert "emotion-law#the-ban" in found[:2]


def test_only_a_search_by_meaning_tells_a_similarity(place: Place) -> None:
    search = place.opened(WordEmbedder())
    assert search.find("model drift", 1, mode="hybrid")[0].similarity is not None
    assert search.find("model drift", 1, mode="lexical")[0].similarity is None


def test_without_an_embedder_there_is_only_search_by_words(place: Place) -> None:
    search = place.opened()
    assert search.modes == ("lexical",)
    with pytest.raises(InputError, match="'dense' needs an embedder"):
        search.find("drift", mode="dense")


@pytest.mark.parametrize("query", ["", "  \n"])
def test_an_empty_query_is_refused(place: Place, query: str) -> None:
    with pytest.raises(InputError, match="query is empty"):
        place.opened().find(query)


@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
def test_a_collection_keeps_the_others_out(place: Place, tmp_path: Path, mode: Mode) -> None:
    place.add(tmp_path, "Our own model drift and emotions plan.", "plans")
    search = place.opened(WordEmbedder())
    assert ids(search, "model drift emotions", mode, "plans") == ["plans-own#summary"]
    assert "plans-own#summary" not in ids(search, "model drift emotions", mode, "notes")
    assert ids(search, "model drift", mode, "nowhere") == []


def test_diverse_results_do_not_repeat_each_other(place: Place, tmp_path: Path) -> None:
    place.add(tmp_path, "RICE ranks features by reach, impact, confidence and effort.")
    search = place.opened(WordEmbedder())
    plain = search.find("RICE ranks features by reach", 2)
    assert {hit.passage.id for hit in plain} == {"tiny-rice#summary", "documents-own#summary"}
    found = search.find("RICE ranks features by reach", 2, diverse=True)
    assert {hit.passage.id for hit in found} != {hit.passage.id for hit in plain}


def test_a_new_document_is_found_at_the_next_search(place: Place, tmp_path: Path) -> None:
    search = place.opened(WordEmbedder())
    search.find("drift")
    place.add(tmp_path, "Zebras graze.")
    assert ids(search, "zebras", "lexical") == ["documents-own#summary"]


def test_an_index_that_fits_is_not_built_again(place: Place) -> None:
    place.opened(WordEmbedder()).find("drift")
    before = (place.workspace.index / "current").read_text()
    embedder = WordEmbedder()
    place.opened(embedder).find("drift")
    assert (place.workspace.index / "current").read_text() == before
    assert embedder.embedded == ["drift"]


def test_another_embedder_makes_another_index(place: Place) -> None:
    place.opened().find("drift")
    assert place.opened(WordEmbedder()).find("drift", 1)[0].similarity is not None


def test_the_share_of_unknown_words_is_told(place: Place) -> None:
    search = place.opened()
    assert search.unknown_share("model drift") == 0.0
    assert search.unknown_share("quarkish zebras drift") == pytest.approx(2 / 3)


@pytest.mark.parametrize("rest", [0, 20])
@pytest.mark.parametrize("what", ["passages.jsonl", "bm25", "chroma"])
def test_a_damaged_index_is_rebuilt_with_a_notice_and_nothing_is_lost(
    place: Place, tmp_path: Path, what: str, rest: int
) -> None:
    place.add(tmp_path, "Zebras graze.")
    before = ids(place.opened(WordEmbedder()), "zebras drift")
    copied = Place(place.notes, tmp_path / "copy")
    place.workspace.root.rename(copied.workspace.prepare().root)
    name = (copied.workspace.index / "current").read_text()
    hurt = copied.workspace.index / name / what
    for path in [hurt, *hurt.rglob("*")]:
        if path.is_file():
            path.write_bytes(path.read_bytes()[:rest])
    search = copied.opened(WordEmbedder())
    assert not search.is_healthy()
    assert ids(search, "zebras drift") == before
    assert search.notices == ["The index was damaged and has been rebuilt; no text was lost."]
    assert search.is_healthy()


def test_an_index_that_was_deleted_is_built_again(place: Place) -> None:
    import shutil

    place.opened().find("drift")
    shutil.rmtree(place.workspace.index)
    assert ids(place.opened(), "drift")


def test_while_another_process_writes_the_index_before_is_read(
    place: Place, tmp_path: Path
) -> None:
    place.opened(WordEmbedder()).find("drift")
    place.add(tmp_path, "Zebras graze.")
    search = place.opened(WordEmbedder())
    with held_elsewhere(place.workspace.root):
        assert ids(search, "model drift")
        assert ids(search, "zebras", "lexical") == []
    assert "Another process is writing" in search.notices[0]
    assert ids(search, "zebras", "lexical") == ["documents-own#summary"]


def test_without_any_index_a_reader_has_to_wait_and_is_told(place: Place) -> None:
    with held_elsewhere(place.workspace.prepare().root), pytest.raises(WorkspaceBusy):
        place.opened().find("drift")


def test_rebuilding_on_demand_tells_what_was_built(place: Place) -> None:
    search = place.opened(WordEmbedder())
    manifest = search.rebuild()
    assert (manifest.count, manifest.embedder) == (6, "words-64")
    assert search.is_healthy()
