"""The envelope and what it cost."""

from datetime import date

import pytest

from copilot.domain.artifact import Artifact, Body, Provenance, Usage
from copilot.domain.document import Citation
from tests.doubles import NOW


class Words(Body):
    words: str

    def markdown(self) -> str:
        return self.words


def artifact(**fields: object) -> Artifact:
    provenance = Provenance(mode="computed", created=NOW)
    about = {"kind": "k", "title": "t", "body": Words(words="Text."), "provenance": provenance}
    return Artifact.model_validate(about | fields)


def test_markdown_is_the_content_then_sources_then_warnings() -> None:
    cited = Citation(id="law#ban", title="The ban", source="A source", clause="Art. 5")
    shown = artifact(citations=(cited,), warnings=("Check it.",)).markdown()
    assert shown == (
        "Text.\n\n**Sources**\n\n- [law#ban] The ban (Art. 5). A source\n\n> Note: Check it."
    )


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "- [law#ban] The ban."),
        ({"source": "A source"}, "- [law#ban] The ban. A source"),
        (
            {"source": "A source", "clause": "Art. 5", "as_of": date(2026, 8, 2)},
            "- [law#ban] The ban (Art. 5). A source (as of 2026-08-02)",
        ),
    ],
)
def test_a_source_is_told_with_its_clause_and_the_day_for_which_it_holds(
    fields: dict[str, object], line: str
) -> None:
    cited = Citation.model_validate({"id": "law#ban", "title": "The ban", **fields})
    assert artifact(citations=(cited,)).markdown() == f"Text.\n\n**Sources**\n\n{line}"


def test_markdown_without_sources_is_the_content_alone() -> None:
    assert artifact().markdown() == "Text."


def test_a_dump_keeps_the_fields_of_the_body() -> None:
    assert artifact().model_dump(mode="json")["body"] == {"words": "Text."}


def test_usage_adds_tokens_and_known_costs() -> None:
    left = Usage(input_tokens=1, output_tokens=2, cost_usd=0.5)
    right = Usage(input_tokens=10, output_tokens=20, cost_usd=0.25)
    assert left.plus(right) == Usage(input_tokens=11, output_tokens=22, cost_usd=0.75)


def test_one_unknown_cost_makes_the_sum_unknown() -> None:
    assert Usage(cost_usd=0.5).plus(Usage()).cost_usd is None


def test_one_estimate_makes_the_sum_an_estimate() -> None:
    assert Usage().plus(Usage(estimated=True)).estimated
