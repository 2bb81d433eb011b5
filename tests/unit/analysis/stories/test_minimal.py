"""Nothing but role, means and ends."""

import pytest

from tests.unit.analysis.stories.linting import marked, rules

STORY = "As a user, I want to see my orders"


@pytest.mark.parametrize(
    ("text", "extra"),
    [
        (f"{STORY}. See the mock-up.", "See the mock-up."),
        (f"{STORY}. Note: only paid ones", "Note: only paid ones"),
        (f"{STORY} (only those that are paid)", "(only those that are paid)"),
        (f"{STORY} [to be checked by Ann]", "[to be checked by Ann]"),
        (f"{STORY} - only paid ones", "- only paid ones"),
        (f"{STORY} – see attachment 2 – so that I plan", "– see attachment 2 –"),
        (f"{STORY}, e.g. the last ten", "e.g."),
        (f"{STORY} TODO: ask Ann", "TODO:"),
        (f"{STORY} as discussed with Ann", "as discussed with"),
        (f"{STORY} https://example.org/1", "https://example.org/1"),
        (f"{STORY}, so that I plan. Priority: high", "Priority: high"),
        (f"{STORY}; colours as in the old shop", "; "),
    ],
)
def test_what_is_no_part_of_the_story_is_found(text: str, extra: str) -> None:
    assert marked(text, "minimal") == extra


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY}.",
        f"{STORY}!",
        f"{STORY} in the Trust and Safety (T&S) portal",
        f"{STORY} and the attached file(s)",
        f"{STORY} with weight (kg)",
        f"US-12: {STORY}",
        f"Orders: {STORY}",
        f"{STORY} by follow-up e-mail",
        f"{STORY} in v1.2 of the app",
        f"{STORY}. So that I plan.",
        f"{STORY} - so that I plan",
        f"- [ ] {STORY}",
        f"{STORY}, invoices and refunds, so that I plan",
        "Server configuration (see wiki). Note: none",
    ],
)
def test_what_belongs_to_a_story_is_left_alone(text: str) -> None:
    assert rules(text, "minimal") == []
