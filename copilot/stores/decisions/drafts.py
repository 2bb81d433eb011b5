"""The record that a kept artifact proposes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from copilot.domain.artifact import DRAFT, REVIEW
from copilot.domain.decision_draft import decision_draft
from copilot.errors import InputError
from copilot.stores.artifacts import typed_review


def proposed_record(raw: Mapping[str, Any], today: date) -> str:
    """Return the Markdown of a record from a draft, or from an ethics review.

    Args:
        raw: The artifact as it is kept.
        today: The day of a record made from a review.

    Raises:
        NotFound: It is damaged.
        InputError: No record can be made of it.
    """
    body = raw.get("body")
    if raw.get("kind") == DRAFT and isinstance(body, dict) and isinstance(body.get("record"), str):
        return str(body["record"])
    if raw.get("kind") == REVIEW:
        return decision_draft(typed_review(raw), today)
    raise InputError(
        f"{raw.get('id')} is neither a draft of a decision nor an ethics review.",
        hint="Draft one: pm-copilot draft-decision 'we decided …'",
    )
