"""Answers in words: picked from a few, or written freely."""

import re

from copilot.analysis.surveys.columns.header_words import (
    asks_for_a_word,
    asks_to_comment,
    names_other,
    names_place,
    names_segment,
    names_text,
    plain,
)
from copilot.analysis.surveys.columns.people_words import is_band, is_of_people
from copilot.analysis.surveys.columns.phrases import phrases
from copilot.analysis.surveys.columns.profile import Profile
from copilot.analysis.surveys.columns.scales import is_apart
from copilot.analysis.surveys.columns.shapes import is_code
from copilot.domain.survey_parts import Column

_MOST_OPTIONS = 60
_MOST_GROUPS = 250
_SMALL = 15
_FEW = 40
_ALIKE = 0.8
"""The share of answers with a capital, from which they may be options as a form writes them."""
_CODES = 0.9
"""The share of answers that must be codes, so that all are taken for some."""
_ABOUT_YOU = re.compile(
    r"\b(?:you|your|yours|are you|do you work|do you live|sie|ihre?r?|dein\w*|votre|vous|su|tu|sua"
    r"|suo|i|my|organi[sz]ation|company)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:prefer\w*|want|would|like|should|next|wish|need|favou?rite|most|used?|using|problems?"
    r"|issues?|reasons?|features?|why|how (?:satisfied|likely|often|easy))\b",
    re.IGNORECASE,
)
_YES_NO = phrases(
    "yes, no, true, false, y, n, 0, 1, ja, nein, oui, non, sí, si, sim, não, nee, maybe"
    ", wahr, falsch"
)


def choice_or_text(profile: Profile) -> Column:
    """Return a column of words as `single`, `segment` or `open`."""
    if _is_choice(profile):
        return _choice(profile)
    return _text(profile)


def yes_or_no(profile: Profile) -> Column | None:
    """Return a column that holds nothing but yes and no as a single choice."""
    steps = [value for value in profile.values if not is_apart(value)]
    if not steps or len(steps) > 3 or not all(value.lower() in _YES_NO for value in steps):
        return None
    if names_segment(profile.name) and len(plain(profile.name).split()) <= 2:
        return None
    sure = 0.9 if len(steps) > 1 else 0.6
    return Column(
        name=profile.name, type="single", confidence=sure, why="yes or no", options=profile.values
    )


def _popular(profile: Profile, least: float = 2.0) -> tuple[str, ...]:
    least = max(least, 0.004 * profile.filled)
    return tuple(value for value, count in profile.counts.most_common() if count >= least)


def _is_choice(profile: Profile) -> bool:
    popular = _popular(profile)
    if profile.filled < _SMALL:
        return _is_small_choice(profile)
    if _reads_like_text(profile) or names_other(profile.name):
        return _are_codes(profile)
    covered = sum(profile.counts[value] for value in popular) / profile.filled
    who = names_segment(profile.name) and profile.words <= 4
    most = _MOST_GROUPS if who else _MOST_OPTIONS
    several = len([value for value in popular if not is_apart(value)])
    asks = names_text(profile.name) and not who
    return covered >= (0.85 if asks else 0.6 if who else 0.7) and 1 <= several <= most


def _is_small_choice(profile: Profile) -> bool:
    """Decide on a handful of answers, where the header has to help."""
    short = profile.words <= 4 and profile.length <= 40
    if profile.share(is_of_people) > 0.5 or profile.share(is_band) > 0.5:
        return True
    if names_text(profile.name) and not names_segment(profile.name):
        return False
    if _are_codes(profile):
        return True
    if names_place(profile.name) and profile.distinct > 0.5 * profile.filled:
        return False
    if names_segment(profile.name) and short:
        return True
    return (
        profile.distinct <= max(2, profile.filled / 2) and short and not names_other(profile.name)
    )


def _are_codes(profile: Profile) -> bool:
    """Whether answers are short codes, such as `w7` or `XL`, some of which come again."""
    if names_text(profile.name) or names_other(profile.name):
        return False
    return profile.share(is_code) >= _CODES and profile.repeated >= 0.3


def _reads_like_text(profile: Profile) -> bool:
    """Whether answers are sentences of many kinds, even if some were given twice."""
    if asks_for_a_word(profile.name):
        return True
    if names_place(profile.name) and profile.distinct > 0.25 * profile.filled:
        return profile.share(is_of_people) <= 0.5 and not _are_codes(profile)
    return (
        (profile.words >= 5 and profile.distinct > 12)
        or (profile.words >= 2 and profile.distinct > 4 and asks_to_comment(profile.name))
        or _told_in_words(profile)
        or profile.distinct > 0.5 * profile.filled
    )


def _told_in_words(profile: Profile) -> bool:
    """Whether different phrases answer a question that asks for words."""
    if profile.words <= 1 or profile.distinct <= 4 or not names_text(profile.name):
        return False
    # A form writes all its options alike, with a capital; people do as they please.
    upper = profile.share(lambda value: value[:1].isupper())
    if upper < _ALIKE and any(len(value.split()) >= 5 for value in profile.values):
        return True
    if profile.share(lambda value: " " in value and value.endswith((".", "!"))) > 0.3:
        return True
    if profile.distinct <= 8:
        return False
    if 0.1 < upper < _ALIKE:
        return True
    return profile.words >= 3 and (not names_segment(profile.name) or profile.repeated < 0.8)


def _choice(profile: Profile) -> Column:
    # Where answers are few, an option that one person picked is still one.
    options = _popular(profile, 1.0 if profile.filled < _FEW else 2.0) or profile.values
    sure, why = _who(profile)
    if sure:
        return Column(name=profile.name, type="segment", confidence=sure, why=why, options=options)
    rest = sum(profile.counts[value] for value in options) / max(profile.filled, 1)
    confidence = round((0.9 if profile.filled >= _SMALL else 0.6) * (0.4 + 0.6 * rest), 2)
    why = f"{len(options)} answers, given again and again"
    return Column(name=profile.name, type="single", confidence=confidence, why=why, options=options)


def _who(profile: Profile) -> tuple[float, str]:
    """Return how sure it is that answers say who somebody is, and why."""
    people, bands = profile.share(is_of_people), profile.share(is_band)
    named = names_segment(profile.name)
    header = plain(profile.name)
    label = len(header.split()) <= 4 and "?" not in header
    about = bool(_ABOUT_YOU.search(header)) and not _WISH.search(header)
    if named and label:
        return 0.95 if people + bands > 0.3 else 0.9, "its name is a trait of people"
    if named and (about or people + bands > 0.5) and not _WISH.search(header):
        return 0.85, "it asks who somebody is"
    if people > 0.7 and (label or about):
        return 0.8, "its values are traits of people"
    return 0.0, ""


def _text(profile: Profile) -> Column:
    worded = profile.words >= 3
    hinted = names_text(profile.name) or names_other(profile.name) or "?" in profile.name
    sure = 0.95 if worded and hinted else 0.9 if worded else 0.75 if hinted else 0.6
    if profile.filled < 5:
        sure = min(sure, 0.65 if not worded else 0.8)
    return Column(name=profile.name, type="open", confidence=sure, why="answers in own words")
