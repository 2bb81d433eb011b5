"""No personal data in what closed questions show, and no option that only looks like a name."""

import pytest

from copilot.analysis.privacy.masking import Masker
from copilot.analysis.privacy.placeholders import reveal
from copilot.analysis.surveys.closed.label_masks import LabelMasks
from copilot.analysis.surveys.closed.masked_columns import MaskedColumns, masked_columns
from copilot.domain.survey_parts import Column, ColumnType
from copilot.stores.privacy_books import read_known
from tests.unit.analysis.surveys.closed.sheets import column, sheet

KNOWN = read_known()


def masked(one: Column, *cells: str | None, own: tuple[str, ...] = ()) -> MaskedColumns:
    masks = LabelMasks(Masker(own, KNOWN), own)
    return masked_columns(sheet(**{one.name: cells}), [one], masks)


@pytest.mark.parametrize("kind", ["single", "segment", "likert", "number", "date", "nps"])
def test_what_has_a_shape_is_masked_in_every_closed_column(kind: ColumnType) -> None:
    one = Column(name="Contact", type=kind, options=("bob@globex.com", "Fax"))
    found = masked(one, *["bob@globex.com"] * 30, "+49 171 5551234", "Fax")
    cells = found.frame["Contact"].to_list()
    assert cells == ["[EMAIL_1]"] * 30 + ["[PHONE_1]", "Fax"]
    assert found.columns[0].options == ("[EMAIL_1]", "Fax")
    assert found.counts == {"email": 30, "phone": 1}


def test_names_of_places_and_brands_stay_options() -> None:
    labels = ["Paris", "Jordan", "Sofia", "May", "Georgia", "Chad"]
    found = masked(column("Country", "segment"), *(labels * 2))
    assert found.frame["Country"].to_list() == labels * 2
    assert not found.counts


def test_a_name_among_options_is_masked_where_somebody_typed_it() -> None:
    cells = ["Jack Daniels"] * 30 + ["Web"] * 30 + ["Maria Lopez", "Ask Maria Lopez"]
    found = masked(column("What do you like?", "single"), *cells).frame.to_series().to_list()
    assert found == ["Jack Daniels"] * 30 + ["Web"] * 30 + ["[NAME_1]", "Ask [NAME_1]"]


def test_a_column_of_people_has_no_names_left() -> None:
    cells = ["Maria Lopez"] * 20 + ["Grace Okafor <grace@x.com>"] * 19 + ["Nobody"] * 5
    found = masked(column("Who helped you?", "single"), *cells).frame.to_series()
    assert found.unique(maintain_order=True).to_list() == [
        "[NAME_1]", "[NAME_2] <[EMAIL_1]>", "Nobody",
    ]  # fmt: skip


def test_names_of_the_survey_itself_are_masked_wherever_they_stand() -> None:
    cells = ["Sarah Lee"] * 20 + ["Web"] * 40
    one = column("Channel", "single")
    assert masked(one, *cells).frame["Channel"].to_list() == cells
    own = masked(one, *cells, own=("sarah lee", "sarah", "lee")).frame["Channel"].to_list()
    assert own == ["[NAME_1]"] * 20 + ["Web"] * 40


def test_picks_are_masked_one_by_one_as_options_are() -> None:
    one = column("Use", "multi", "Web|bob@x.com").model_copy(update={"separator": ";"})
    found = masked(one, "Web; bob@x.com", "BOB@x.com")
    assert found.frame["Use"].to_list() == ["Web; [EMAIL_1]", "[EMAIL_1]"]
    assert found.columns[0].options == ("Web", "[EMAIL_1]")


def test_headers_questions_and_reasons_are_masked_and_can_be_read_back() -> None:
    one = Column(name="May bob@x.com call?", type="single", why="steps from bob@x.com to no")
    masker = Masker((), KNOWN)
    found = masked_columns(sheet(**{one.name: ["yes"]}), [one], LabelMasks(masker, ()))
    assert found.frame.columns == ["May [EMAIL_1] call?"]
    assert found.columns[0].name == found.names[one.name] == "May [EMAIL_1] call?"
    assert found.columns[0].why == "steps from [EMAIL_1] to no"
    assert reveal(found.columns[0].name, masker.vault) == one.name
