"""Whether what a decision says it rests on exists."""

from collections.abc import Iterable

from copilot.errors import CopilotError, NotFound
from copilot.stores.artifacts import Artifacts
from copilot.stores.knowledge import Knowledge


def unknown_evidence(
    names: Iterable[str], knowledge: Knowledge, artifacts: Artifacts
) -> tuple[str, ...]:
    """Return the ids that are neither a passage, a kept artifact nor a decision.

    Addresses are left to whoever reads them.
    """
    kept = frozenset(artifacts.names())
    return tuple(name for name in names if name not in kept and not _is_known(name, knowledge))


def evidence_remark(names: Iterable[str], knowledge: Knowledge, artifacts: Artifacts) -> str:
    """Return what to think of before a decision is recorded; empty where all of it exists."""
    unknown = unknown_evidence(names, knowledge, artifacts)
    return f"Nothing here has the id {' or '.join(unknown)} (evidence)." if unknown else ""


def _is_known(name: str, knowledge: Knowledge) -> bool:
    if "://" in name:
        return True
    try:
        return bool(knowledge.passage(name))
    except NotFound:
        return False
    except CopilotError:  # a damaged source is somebody else's complaint
        return True
