"""Checking the text of record."""

from datetime import date
from pathlib import Path

from copilot.stores.knowledge_check import KnowledgeReport, check_knowledge
from tests.doubles import SmallServices

TODAY = date(2026, 12, 1)


def check(services: SmallServices, today: date = TODAY) -> KnowledgeReport:
    return check_knowledge(services.knowledge, services.search, today)


def test_a_sound_knowledge_has_counts_and_no_problems(services: SmallServices) -> None:
    services.search.refreshed()
    report = check(services)
    assert (report.notes, report.documents, report.passages, report.clauses) == (3, 0, 6, 1)
    assert (report.index_healthy, report.problems) == (True, [])


def test_an_index_that_does_not_fit_is_a_problem_with_a_command(services: SmallServices) -> None:
    [problem] = check(services).problems
    assert problem.endswith("pm-copilot knowledge rebuild")


def test_a_note_that_was_not_reviewed_for_a_year_is_named(services: SmallServices) -> None:
    services.search.refreshed()
    problems = check(services, date(2027, 12, 1)).problems
    assert problems[0] == "Note tiny-rice was last reviewed on 2026-11-22."
    assert len(problems) == 3


def test_a_note_that_does_not_load_is_named_and_the_others_are_counted(
    services: SmallServices, notes_folder: Path
) -> None:
    (notes_folder / "law" / "broken.md").write_text("no front matter")
    report = check(services)
    assert report.passages == 6
    assert any("broken.md does not load" in problem for problem in report.problems)
