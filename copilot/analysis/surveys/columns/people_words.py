"""Answers that say who somebody is."""

import re

from copilot.analysis.surveys.columns.phrases import phrases

_BAND = re.compile(
    r"(?:(?:under|below|less than|over|above|more than|up to|unter|über|moins de|plus de|menos de"
    r"|más de|bis|<|>|≤|≥)\s*)?[$€£]?\d[\d,.']*\s?[kKmM]?"
    r"(?:\s*(?:-|–|—|to|bis|à|a)\s*[$€£]?\d[\d,.']*\s?[kKmM]?|\s*\+|\s*(?:or|and|oder|und|et|y)\s*"
    r"(?:older|over|more|above|younger|under|less|älter|mehr|plus|más)\b)?"
    r"(?:\s*(?:years?(?: old)?|employees|people|jahre|ans|años|mitarbeiter\w*|k|months?|users"
    r"|seats))?",
    re.IGNORECASE,
)
_IS_BAND = re.compile(
    r"\d\D*(?:-|–|—|to|bis|à|a|\+)|under|below|less|over|above|more|older|<|>"
    r"|unter|über|moins|plus|menos|más",
    re.IGNORECASE,
)
_VALUES = phrases(
    "male, female, man, woman, men, women, non-binary, nonbinary, other gender"
    ", prefer to self-describe, männlich, weiblich, divers, homme, femme, hombre, mujer"
    ", uomo, donna, masculino, femenino, m, f, w, d, free, pro, basic, premium, enterprise"
    ", starter, team, business, plus, standard, trial, freemium, paid, professional, growth"
    ", scale, essential, gold, silver, bronze, platinum, kostenlos, gratuit, ios, android"
    ", web, desktop, mobile, tablet, windows, macos, mac, linux, iphone, ipad, laptop"
    ", phone, chrome, safari, firefox, edge, smartphone, pc, browser, chromeos, admin, user"
    ", member, owner, guest, viewer, editor, manager, developer, engineer, designer"
    ", student, product manager, data scientist, analyst, researcher, teacher, founder"
    ", executive, director, vp, c-level, individual contributor, consultant, marketing"
    ", sales, engineering, product, design, finance, hr, operations, support, it, legal"
    ", customer success, freelancer, self-employed, employed, unemployed, retired"
    ", full-time, part-time, contractor, intern, junior, mid, senior, lead, mid-level"
    ", entry-level, nurse, doctor, patient, carer, parent, data engineer, software engineer"
    ", team lead, ceo, cto, architect, smb, mid-market, small, midmarket, startup, agency"
    ", nonprofit, government, education, healthcare, retail, technology, manufacturing"
    ", telecom, banking, insurance, hospitality, media, energy, software, us, usa, uk, de"
    ", fr, es, it, in, ca, au, br, jp, nl, se, pl, mx, cn, ch, at, be, dk, no, fi, ie, pt"
    ", nz, sg, za, kr, united states, united kingdom, germany, france, spain, italy, india"
    ", canada, australia, brazil, japan, netherlands, sweden, poland, mexico, china"
    ", switzerland, austria, belgium, denmark, norway, finland, ireland, portugal"
    ", new zealand, singapore, south africa, deutschland, österreich, schweiz, frankreich"
    ", allemagne, espagne, italie, royaume-uni, españa, méxico, argentina, colombia, chile"
    ", perú, nigeria, kenya, turkey, israel, egypt, indonesia, philippines, vietnam"
    ", thailand, pakistan, bangladesh, ukraine, north america, south america, latin america"
    ", europe, asia, africa, oceania, emea, apac, latam, na, eu, amer, north, south, east"
    ", west, midwest, northeast, southeast, northwest, southwest, london, paris, berlin, en"
    ", english, german, french, spanish, deutsch, französisch, français, español, italian"
    ", portuguese, new, active, churned, returning, at risk, loyal, existing, new customer"
    ", returning customer, promoter, passive, detractor, promoters, passives, detractors"
    ", new user, power user, casual user, lapsed, high school, bachelor, bachelor's"
    ", bachelor's degree, master, master's, master's degree, phd, doctorate, rural, urban"
    ", suburban, single, married, divorced, widowed"
)


def is_band(value: str) -> bool:
    """Whether it is a range of numbers, such as `18-24`, `65+` or `51 to 200 employees`."""
    return bool(_BAND.fullmatch(value)) and bool(_IS_BAND.search(value))


def is_of_people(value: str) -> bool:
    """Whether it is what a person, an account or a device is often sorted by."""
    return value.strip().lower() in _VALUES
