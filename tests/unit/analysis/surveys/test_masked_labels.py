"""What people typed fits what is masked: segments, groups of a population, labels, schemas."""

import polars as pl

from copilot.analysis.privacy.masking import Masker
from copilot.analysis.surveys.columns.schema import ColumnChoice, Schema, with_schema
from copilot.analysis.surveys.ground import grounded
from copilot.analysis.surveys.masked_labels import MaskedSurvey, masked_survey
from copilot.analysis.surveys.missing.population import Population
from copilot.analysis.surveys.open_questions import AskedOpenly
from copilot.analysis.surveys.plan import Given
from copilot.analysis.surveys.table import Table
from copilot.domain.survey_parts import Column
from copilot.stores.privacy_books import read_known

GROUP = "Account of bob@x.com"
WHY = "Why did you write to bob@x.com?"
COLUMNS = (
    Column(name=GROUP, type="segment", options=("ann@x.com", "Web")),
    Column(name="Happy?", type="single"),
    Column(name=WHY, type="open"),
)


def survey() -> MaskedSurvey:
    frame = pl.DataFrame(
        {
            GROUP: ["ann@x.com", "Web"] * 20,
            "Happy?": ["yes", "no"] * 20,
            WHY: ["[EMAIL_1] is what I wrote", "slow"] * 20,
        }
    )
    users = Population("users.yaml", {GROUP.upper(): {"ANN@x.com": 70, "web": 30}})
    rows = {1: frozenset({"t1"})}
    asked = [AskedOpenly(WHY, (WHY,))]
    given = Given("a.csv", Table(frame), COLUMNS, asked, labels={WHY: rows}, population=users)
    return masked_survey(given, [GROUP], Masker((), read_known()), ())


def test_nothing_that_leaves_has_an_address_and_all_that_was_typed_is_found() -> None:
    found = survey()
    given = found.given
    ground = grounded(given.table, given.columns, found.segments, 1, given.population)
    told = " ".join(
        [
            *(one.model_dump_json() for one in (*ground.columns, *ground.closed)),
            *(one.model_dump_json() for one in ground.missing_voices),
            str(ground.surroundings.segments),
        ]
    )
    assert "x.com" not in told
    assert ground.all_users is not None
    assert ground.all_users.weighting.known[0].counts.tolist() == [20, 20]
    assert given.questions[0].name in given.labels
    assert found.counts == {"email": 22}  # 20 cells and two headers


def test_a_placeholder_that_somebody_wrote_is_never_given_out() -> None:
    assert "[EMAIL_1]" not in " ".join(survey().given.table.frame.columns)


def test_a_schema_written_from_a_summary_fits_the_file() -> None:
    masked = survey().given.columns[0]
    choice = ColumnChoice(type="segment", options=masked.options)
    (first, *_) = with_schema(COLUMNS, Schema(columns={masked.name: choice}))
    assert (first.name, first.options, first.why) == (GROUP, COLUMNS[0].options, "you said so")
