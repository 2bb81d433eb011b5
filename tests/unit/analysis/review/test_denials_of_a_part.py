"""What is said outright in one sentence is not cleared by a narrower sentence elsewhere."""

import pytest

from copilot.analysis.review.reviewer import Reviewer
from tests.unit.reviewing import reviewed

SCORES = (
    "The system scores each job applicant from 0 to 100 with a model and ranks the list for"
    " recruiters."
)
HIGH_RISK = [
    SCORES,
    f"{SCORES} We will not rank internal candidates in this release.",
    f"{SCORES} The model does not score cover letters.",
    f"{SCORES} It will not evaluate current employees.",
    f"{SCORES} We do not score employees.",
    f"{SCORES} Summaries are factual and neutral.",
    f"{SCORES} It also books interviews in the calendar.",
    f"{SCORES} Recruiters see aggregate figures on a dashboard.",
    f"{SCORES} Candidates use a portal to upload CVs.",
    f"We do not score employees. {SCORES}",
    "The AI shortlists candidates for the vacancy. It makes no decisions.",
    "It ranks job applicants and does not score cover letters.",
    "The model sorts applicants from best to worst for hiring. We do not score employees.",
    "The AI rejects unsuitable applicants for the job. It will not evaluate current employees.",
    "Recruiters see the ten best candidates. We do not rank internal candidates in this release.",
    "The system evaluates students and decides on admission to the university. It does not"
    " evaluate teachers.",
    "Each job application is scored from 0 to 100. If the model is down, the list is sorted by"
    " date of arrival. We do not score employees.",
    "A model for recruiters. Each job application gets 0 to 100. Until then the list is sorted by"
    " date of arrival.",
]
CLEARED = [
    "It does not rank candidates. Recruiters get the CVs as they came.",
    "Nobody is scored. The job portal shows open positions to visitors.",
    "The tool never infers emotions. It records the minutes of team meetings at work.",
    "The tool converts CVs of job applicants into one uniform layout. It does not score or rank"
    " anybody.",
    "The app checks whether job applications are complete and lists missing documents. It does"
    " not evaluate candidates.",
    "The tool translates applicants' letters for the recruiter before she reads them. It makes no"
    " recommendation.",
    "It sorts job applications by date of arrival. No ranking by quality takes place.",
    "Job applications are ranked by date of arrival. Applicants are not scored.",
    "Other tools rank job applicants. Ours only converts CVs into a table and does not rank"
    " anybody.",
    "Recruiters score each applicant by hand. The tool copies the scores from paper forms into the"
    " database and does not evaluate applicants.",
    "The system redacts names and photos in CVs before the panel reads them. It will not score"
    " applicants in this release.",
    "The practice app scores students on vocabulary at home, only the learner sees the result."
    " Teachers never see it.",
    "The warehouse robot ranks pallets for workers. Nobody is scored.",
    "The app books interview appointments for applicants in the calendar. It does not judge"
    " applicants.",
]


@pytest.mark.parametrize("description", HIGH_RISK)
def test_a_denial_of_something_else_clears_nothing(reviewer: Reviewer, description: str) -> None:
    assert reviewed(reviewer, description).eu_ai_act.outcome == "high_risk"


@pytest.mark.parametrize("description", CLEARED)
def test_a_denial_of_the_same_still_counts(reviewer: Reviewer, description: str) -> None:
    assert reviewed(reviewer, description).eu_ai_act.outcome in {"not_high_risk", "exempt"}


def test_the_narrower_denial_is_told_and_asked_about(reviewer: Reviewer) -> None:
    denial = "The model does not score cover letters."
    review = reviewed(reviewer, f"{SCORES} {denial}")
    [row] = [row for row in review.disagreements if row.fact == "judges_people"]
    assert [fact.value for fact in row.readings] == ["yes", "no"]
    assert row.readings[1].evidence == denial
    assert "judges_people" in [question.fact for question in review.questions]


def test_a_fallback_releases_nothing_and_the_usual_way_does(reviewer: Reviewer) -> None:
    task = "Job applications are sorted by date of arrival"
    usual = reviewed(reviewer, f"{task}.").eu_ai_act
    fallback = reviewed(reviewer, f"If the model is down, {task.lower()}.").eu_ai_act
    assert (usual.exemption, fallback.exemption) == ("6(3)(a)", None)


def test_what_a_limiter_yields_to_can_be_stated_outright(reviewer: Reviewer) -> None:
    catalogue = reviewer.books.catalogue
    sources = {name for spec in catalogue.facts for name in spec.yields_to}
    assert sources
    assert all(catalogue.spec(name).states for name in sources)
