"""What a draft is called."""

import pytest

from copilot.analysis.drafting.title import title_of


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("---\ntitle: 'Parking'\nowner: Lee\n---\n# Other\n", "Parking"),
        ("---\nowner: Lee\n---\n\n# Parking permits\nText.", "Parking permits"),
        ("Some words first.\n\n## Parking ##\n", "Parking"),
        ("---\n\n- Guests can park.\n", "Guests can park."),
        ("\n\n**Bold** words", "Bold** words"),
        ("<!-- from a wiki -->\n# Parking\n", "Parking"),
        ("1. 2. 3.", ""),
    ],
)
def test_front_matter_names_it_then_a_heading_then_its_first_words(source: str, title: str) -> None:
    assert title_of(source) == title
