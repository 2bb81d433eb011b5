"""What drafting knows beside the model: how sources are read, and what AI features need."""

from pathlib import Path

from copilot.analysis.drafting.ai_aspects import AiAspects
from copilot.analysis.requirements.reading import SourceReader
from copilot.analysis.requirements.signs import Signs
from copilot.stores.checked_yaml import read_checked
from copilot.stores.story_words import read_words

_ANALYSIS = Path(__file__).parents[1] / "analysis"


def read_source_reader(folder: Path = _ANALYSIS / "requirements") -> SourceReader:
    """Return what reads sources.

    Args:
        folder: Of `signs.yaml`.

    Raises:
        ContentError: A file is missing or malformed, or a phrase is no regular expression.
    """
    return SourceReader(read_checked(Signs, folder / "signs.yaml"), read_words())


def read_ai_aspects(folder: Path = _ANALYSIS / "drafting") -> AiAspects:
    """Return what features need where a model decides.

    Args:
        folder: Of `ai_aspects.yaml`.

    Raises:
        ContentError: The file is missing or malformed, or a phrase is no regular expression.
    """
    return read_checked(AiAspects, folder / "ai_aspects.yaml")
