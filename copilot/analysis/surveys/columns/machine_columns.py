"""Columns that no respondent filled in: ids, dates, and what the survey tool notes."""

import re

from copilot.analysis.surveys.columns.header_words import (
    names_count,
    names_date,
    names_id,
    names_person,
    names_technical,
    plain,
)
from copilot.analysis.surveys.columns.phrases import phrases
from copilot.analysis.surveys.columns.profile import Profile
from copilot.analysis.surveys.columns.shapes import (
    integer,
    is_address,
    is_date,
    is_duration,
    is_email,
    is_key,
    is_number,
    is_phone,
    is_technical,
)
from copilot.domain.survey_parts import Column, ColumnType

_MOST = 0.8
_STATES = phrases(
    "complete, completed, partial, incomplete, disqualified, screened out, over quota"
    ", in progress, ip address, survey preview, survey test, spam, started, submitted"
    ", finished, deleted, anonymous, email, true, false, yes, no, 0, 1, abgeschlossen"
    ", teilweise"
)
_STATE = re.compile(r"status|statut|estado|stato", re.IGNORECASE)
_NAMED_STATE = re.compile(
    r"(?:response |survey |submission )?(?:status|finished|complete|completed|distribution channel"
    r"|response type)",
    re.IGNORECASE,
)


def machine_column(profile: Profile) -> Column | None:
    """Return a column as `id`, `date` or `ignore`; None where people answered."""
    if not profile.filled:
        return _column(profile, "ignore", 1.0, "it is empty")
    return _personal(profile) or _dated(profile) or _named_id(profile) or _noted(profile)


def constant(profile: Profile) -> Column | None:
    """Return a column that says the same in every row as `ignore`."""
    if profile.distinct == 1 and profile.filled == profile.rows >= 5:
        return _column(profile, "ignore", 0.8, "it says the same in every row")
    return None


def _personal(profile: Profile) -> Column | None:
    for test, what in ((is_email, "e-mail addresses"), (is_address, "network addresses")):
        if profile.share(test) >= _MOST:
            return _column(profile, "id", 0.99, what)
    if profile.share(is_phone) >= _MOST:
        return _column(profile, "id", 0.9, "telephone numbers")
    if profile.share(is_technical) >= _MOST:
        return _column(profile, "ignore", 0.9, "addresses or names of machines")
    return None


def _dated(profile: Profile) -> Column | None:
    if profile.share(is_date) >= 0.9:
        return _column(profile, "date", 0.98 if names_date(profile.name) else 0.9, "dates")
    if names_date(profile.name) and profile.share(_is_stamp) >= 0.9:
        return _column(profile, "date", 0.8, "time stamps")
    return None


def _is_stamp(value: str) -> bool:
    return value.isdigit() and len(value) in {10, 13} and value.startswith("1")


def _named_id(profile: Profile) -> Column | None:
    keys = profile.share(is_key)
    alone = profile.distinct > 0.98 * profile.filled and profile.filled >= 5
    if names_person(profile.name) and profile.words <= 3:
        return _column(profile, "id", 0.85, "names of people")
    if names_id(profile.name) and not _is_question(profile):
        told = keys >= 0.5 or alone or profile.share(is_number) >= _MOST
        return _column(profile, "id", 0.97 if told else 0.85, "its name says that it is an id")
    if alone and _are_consecutive(profile):
        return _column(profile, "id", 0.9, "rows numbered through")
    counted = names_count(profile.name) or _is_question(profile)
    if keys >= 0.95 and alone and not counted and profile.share(is_number) < 0.5:
        return _column(profile, "id", 0.85, "a different key in each row")
    if alone and _are_tokens(profile) and not counted:
        return _column(profile, "id", 0.8, "a different token in each row, all of one length")
    return None


def _are_tokens(profile: Profile) -> bool:
    """Whether values are as machines draw them: without blanks, of one length, with digits."""
    lengths = set(map(len, profile.values))
    if profile.filled < 8 or len(lengths) > 1 or min(lengths) < 6:
        return False
    drawn = profile.share(lambda value: any(map(str.isdigit, value)) and not is_number(value))
    return drawn >= 0.6 and not profile.share(lambda value: not value.isalnum())


def _are_consecutive(profile: Profile) -> bool:
    """Whether all rows have a whole number, each the next of another."""
    if not (profile.filled == profile.rows == profile.distinct >= 12):
        return False
    numbers = [integer(value) for value in profile.values]
    whole = [number for number in numbers if number is not None]
    return len(whole) == len(numbers) == max(whole) - min(whole) + 1


def _is_question(profile: Profile) -> bool:
    return "?" in profile.name or len(plain(profile.name).split()) > 5


def _noted(profile: Profile) -> Column | None:
    if profile.share(is_duration) >= _MOST:
        return _column(profile, "ignore", 0.7, "durations that a tool has taken")
    if not names_technical(profile.name):
        return None
    states = profile.share(lambda value: value.lower() in _STATES)
    if _NAMED_STATE.fullmatch(plain(profile.name)) and profile.distinct <= 6:
        return _column(profile, "ignore", 0.9 if states > _MOST else 0.6, "the state of answering")
    if _STATE.search(profile.name) and states < _MOST:
        return None
    return _column(profile, "ignore", 0.8, "noted by the survey tool")


def _column(profile: Profile, kind: ColumnType, sure: float, why: str) -> Column:
    return Column(name=profile.name, type=kind, confidence=sure, why=why)
