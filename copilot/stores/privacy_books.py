"""What the search for personal data knows before a survey is read, from its files."""

from pathlib import Path

from copilot.analysis.privacy.name_book import Known, NameList, Words, known
from copilot.analysis.privacy.shape_book import ShapeBook
from copilot.stores.checked_yaml import read_checked

_FOLDER = Path(__file__).parents[1] / "analysis" / "privacy"


def read_known(folder: Path = _FOLDER) -> Known:
    """Return lists of names and words, and the rules for shapes and cues.

    Args:
        folder: Of `given.yaml`, `surnames.yaml`, `words.yaml` and `shapes.yaml`.

    Raises:
        ContentError: A file is missing or malformed, or a rule is no regular expression.
    """
    return known(
        read_checked(NameList, folder / "given.yaml"),
        read_checked(NameList, folder / "surnames.yaml"),
        read_checked(Words, folder / "words.yaml"),
        read_checked(ShapeBook, folder / "shapes.yaml"),
    )
