"""The user's own documents."""

from datetime import date
from pathlib import Path

import pytest

from copilot.errors import InputError, LogError, NotFound
from copilot.stores.documents import AddReport, Documents
from tests.doubles import NOW

RESERVED = frozenset({"rice"})


@pytest.fixture
def documents(tmp_path: Path) -> Documents:
    """Return the empty documents of a workspace."""
    return Documents(tmp_path / "workspace" / "documents", RESERVED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two documents, one of them deeper."""
    folder = tmp_path / "mine"
    (folder / "deep").mkdir(parents=True)
    (folder / "plan.md").write_text("# The plan\n\nShip in May.\n\n## Risks\nRain.\n")
    (folder / "deep" / "notes.txt").write_text("Call Ada.")
    return folder


def add(documents: Documents, *paths: Path, to: str = "documents") -> AddReport:
    return documents.add(paths, to, NOW)


def slugs(documents: Documents) -> list[str]:
    return [record.slug for _, record in documents.records()]


def test_a_folder_is_taken_in_with_all_below_it(documents: Documents, folder: Path) -> None:
    assert add(documents, folder).added == ["deep/notes.txt", "plan.md"]
    plan = [passage for passage in documents.all_passages() if passage.document == "plan.md"]
    assert [(passage.id, passage.title) for passage in plan] == [
        ("plan#the-plan", "The plan"),
        ("plan#risks", "The plan: Risks"),
    ]
    assert plan[0].collection == "documents"


def test_the_same_thing_twice_adds_nothing(documents: Documents, folder: Path) -> None:
    add(documents, folder)
    again = add(documents, folder, folder / "plan.md")
    assert (again.added, again.changed) == ([], [])
    assert len(slugs(documents)) == 2


def test_a_file_that_is_named_twice_at_once_is_added_once(
    documents: Documents, folder: Path
) -> None:
    add(documents, folder / "plan.md", folder / "plan.md", folder)
    assert sorted(slugs(documents)) == ["deep-notes", "plan"]


def test_a_file_may_stand_in_two_collections_and_is_known_in_both(
    documents: Documents, folder: Path
) -> None:
    for name in ("one", "two"):
        add(documents, folder / "plan.md", to=name)
    assert add(documents, folder / "plan.md", to="one").unchanged == ["plan.md"]
    assert add(documents, folder / "plan.md", to="two").unchanged == ["plan.md"]


def test_a_changed_file_keeps_its_slug(documents: Documents, folder: Path) -> None:
    add(documents, folder)
    (folder / "plan.md").write_text("Ship in June.")
    assert add(documents, folder).changed == ["plan.md"]
    assert "Ship in June." in [passage.text for passage in documents.all_passages()]
    assert len(slugs(documents)) == 2


def test_two_files_of_one_name_get_two_slugs_and_no_shipped_note_is_hidden(
    documents: Documents, tmp_path: Path
) -> None:
    for name in ("a/x.md", "b/x.md", "c/rice.md"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(name)
        add(documents, path)
    assert sorted(slugs(documents)) == ["rice-2", "x", "x-2"]


def test_removing_deletes_the_kept_text_and_leaves_the_original(
    documents: Documents, folder: Path
) -> None:
    add(documents, folder)
    assert documents.remove("plan#risks").slug == "plan"
    assert slugs(documents) == ["deep-notes"]
    assert (folder / "plan.md").exists()
    assert not list(documents.folder.rglob("plan.*"))


def test_what_is_not_a_document_cannot_be_removed(documents: Documents) -> None:
    with pytest.raises(NotFound, match="'rice'"):
        documents.remove("rice")


def test_links_to_outside_the_folder_are_not_followed(
    documents: Documents, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.md").write_text("secret")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    report = add(documents, folder)
    assert [(Path(skipped.path).name, skipped.why) for skipped in report.skipped] == [
        ("link.md", "it is a link to outside the folder")
    ]
    assert not any("secret" in passage.text for passage in documents.all_passages())


def test_hidden_and_generated_folders_are_passed_over(documents: Documents, folder: Path) -> None:
    for name in (".git", "node_modules"):
        (folder / name).mkdir()
        (folder / name / "x.md").write_text("x")
    assert add(documents, folder).added == ["deep/notes.txt", "plan.md"]


def test_one_bad_file_does_not_keep_the_others_out(documents: Documents, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7")
    (folder / "photo.jpg").write_bytes(b"x")
    report = add(documents, folder)
    assert len(report.added) == 2
    assert sorted(Path(skipped.path).name for skipped in report.skipped) == [
        "broken.pdf",
        "photo.jpg",
    ]


@pytest.mark.parametrize("name", ["notes", "Upper", "a b", "../out", "", "a/b"])
def test_a_collection_has_a_plain_name(name: str, documents: Documents, folder: Path) -> None:
    with pytest.raises(InputError, match="cannot be the name of a collection"):
        add(documents, folder, to=name)
    assert not documents.folder.exists()


def test_a_path_that_does_not_exist_is_told(documents: Documents, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        add(documents, tmp_path / "none")


def test_when_one_path_does_not_exist_nothing_is_added(
    documents: Documents, folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="does not exist"):
        add(documents, folder, tmp_path / "none")
    assert slugs(documents) == []


def test_an_empty_folder_is_told_with_the_kinds_that_are_read(
    documents: Documents, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="No documents were found") as caught:
        add(documents, tmp_path)
    assert ".docx" in caught.value.hint


@pytest.mark.parametrize(("name", "content"), [("plan.json", b"{"), ("plan.md", b"\xff\xfe")])
def test_damage_to_the_kept_text_is_told_with_the_way_out(
    documents: Documents, folder: Path, name: str, content: bytes
) -> None:
    add(documents, folder)
    (documents.folder / "documents" / name).write_bytes(content)
    with pytest.raises(LogError, match=rf"{name}, the kept text") as caught:
        list(documents.all_passages())
    assert "plan.* and add" in caught.value.hint


def test_a_kept_text_that_is_gone_is_told(documents: Documents, folder: Path) -> None:
    add(documents, folder)
    (documents.folder / "documents" / "plan.md").unlink()
    with pytest.raises(LogError, match="missing or damaged"):
        list(documents.all_passages())


def test_a_path_that_two_documents_share_is_not_removed_by_guess(
    documents: Documents, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "plan.md").write_text("Another plan.")
    add(documents, folder)
    add(documents, other)
    with pytest.raises(NotFound, match=r"More than one document is called 'plan\.md'"):
        documents.remove("plan.md")


@pytest.mark.parametrize("written", ["2026-08-02", '"2026-08-02"', "'2026-08-02'  # today"])
def test_a_document_may_say_for_which_day_its_text_holds(
    written: str, documents: Documents, tmp_path: Path
) -> None:
    path = tmp_path / "policy.md"
    path.write_text(
        f"---\ntitle: Policy\nas_of: {written}\n---\n# Policy\n\nOne.\n\n## Two\nTwo.\n"
    )
    add(documents, path)
    passages = list(documents.all_passages())
    assert [passage.text for passage in passages] == ["One.", "Two."]
    assert {passage.as_of for passage in passages} == {date(2026, 8, 2)}


@pytest.mark.parametrize(
    "text",
    [
        "as_of: 2026-08-02\n\nNo front matter.",
        "---\nas_of: 2026-13-45\n---\nNo such day.",
        "---\nas_of: soon\n---\nNo day.",
        "---\nnot_as_of: 2026-08-02\n---\nAnother field.",
        "---\ntitle: x\n---\nas_of: 2026-08-02\n",
    ],
)
def test_a_document_that_names_no_day_has_none(
    text: str, documents: Documents, tmp_path: Path
) -> None:
    path = tmp_path / "policy.md"
    path.write_text(text)
    add(documents, path)
    assert {passage.as_of for passage in documents.all_passages()} == {None}
