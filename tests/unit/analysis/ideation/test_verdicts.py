"""What the rules make of ideas and of the problem."""

from datetime import date

from copilot.analysis.ideation.verdicts import Judge
from copilot.analysis.review.reviewer import Reviewer

DAY = date(2026, 11, 22)
HARMLESS = "Guests of our hotel wait half an hour at check-in"
BANNED = "The camera in video calls detects the emotions of our employees at work."


def test_a_harmless_idea_has_scores_and_no_verdict(reviewer: Reviewer) -> None:
    found = Judge(reviewer, HARMLESS, DAY).verdict("Let guests sign what the booking says.")
    assert (found.said, found.triangle.ethics.score) == ("", 4)


def test_a_banned_idea_gets_a_plain_no_with_its_point(reviewer: Reviewer) -> None:
    found = Judge(reviewer, HARMLESS, DAY).verdict(BANNED)
    assert found.said.startswith("No: the EU AI Act prohibits this")
    assert "5(1)(f)" in found.said
    assert found.triangle.ethics.score == 1


def test_a_banned_problem_is_told_once_and_not_held_against_ideas(reviewer: Reviewer) -> None:
    judge = Judge(reviewer, BANNED, DAY)
    assert judge.on_problem.startswith("The problem as it is told: no:")
    assert judge.verdict("Team leads agree on one hour a day without meetings.").said == ""


def test_what_only_idea_and_problem_together_say_is_read(reviewer: Reviewer) -> None:
    judge = Judge(reviewer, "Our recruiters read 300 applications for each job", DAY)
    found = judge.verdict("A model ranks the CVs so that the best job applicants come first.")
    assert found.outcome == "high_risk"
    assert "High-risk" in found.said
