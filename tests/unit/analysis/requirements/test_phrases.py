"""Phrases in data are checked when they are read."""

import pytest
from pydantic import TypeAdapter, ValidationError

from copilot.analysis.requirements.phrases import Phrase

PHRASE = TypeAdapter(Phrase)


def test_a_regular_expression_is_kept_as_it_is_written() -> None:
    assert PHRASE.validate_python(r"(?:must|shall) \w+") == r"(?:must|shall) \w+"


@pytest.mark.parametrize("phrase", ["(must", "[a", "*x"])
def test_what_is_no_regular_expression_is_refused_by_its_words(phrase: str) -> None:
    with pytest.raises(ValidationError, match="is no regular expression"):
        PHRASE.validate_python(phrase)
