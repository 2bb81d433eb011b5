"""How much personal data the scan finds, how often it is wrong, and how fast it is.

Values are made by public format rules and put into varied sentences. They are of the same hand as
the rules and the lists, so the figures say that rules work, not how they do on a real survey.
The sentences of names have none of the cues that rules know. `pii_typed` has more, written before
the rules that they test and as people type. Rules were corrected until these comments raised few
alarms, so the share of false alarms is a floor: other comments will raise more.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from time import process_time
from typing import NamedTuple

from copilot.analysis.privacy.finding import Found
from copilot.analysis.privacy.masking import Masker
from copilot.stores.privacy_books import read_known
from scripts.bench.pii_typed import typed_rows
from scripts.bench.row import ROOT, Row, print_table
from tests.unit.analysis.privacy.naming import FRAMES, NAMES

SEED = 20261125
OF_EACH = 300
ENOUGH = 0.8
"""Share of a value's characters that have to be covered."""
MANY = 100_000
ORDINARY = ROOT / "tests" / "unit" / "analysis" / "privacy"
"""Where comments are that hold nothing personal: `ordinary.txt` and `plain.txt`."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

SURROUNDINGS = (
    "{}", "You can use {} if needed.", "I already gave you {}, why ask?", "They lost {} twice!",
    "it's {} by the way", "Please sort this out ({}) asap", "Still waiting. {}", "{} - that is all",
    "see {}; nobody replied", 'the app shows "{}" to everybody', "slow, and {} was leaked.",
    "why is {}, of all things, public?",
)  # fmt: skip
ORDERS = (
    "order #{}", "Order number {}", "my order no. {} never came", "ticket {} is still open",
    "Ticket #{}: closed, why?", "customer number: {}", "ref {}", "case number is {}",
    "booking reference {} was lost", "Invoice {} is wrong.",
)  # fmt: skip
ENDINGS = ("", " Again and again.", " so there", " it is what it is, as they say", " (3 times)")
PHONES = (
    "+1 (%##) %##-####", "(%##) %##-####", "%##-%##-####", "+1%##%######", "%##.%##.####",
    "+44 20 7### ####", "020 7### ####", "07### ######", "+447#########", "+49 30 ########",
    "0171 #######", "030/########", "+33 6 ## ## ## ##", "06 ## ## ## ##", "01.##.##.##.##",
    "+34 6## ### ###", "6## ## ## ##", "+91 98### #####", "98### #####", "+55 11 9####-####",
    "(11) 9####-####", "+61 4## ### ###", "04## ### ###", "+81 90-####-####", "090-####-####",
    "+48 5## ### ###", "+31 6 ########", "0031 6 ########", "+46 70 ### ## ##", "070-### ## ##",
)  # fmt: skip
IBANS = {
    "GB": "????" + "#" * 14, "DE": "#" * 18, "FR": "#" * 23, "ES": "#" * 20, "IT": "?" + "#" * 22,
    "NL": "????" + "#" * 10, "CH": "#" * 17, "BE": "#" * 12, "PL": "#" * 24, "SE": "#" * 20,
}  # fmt: skip
CARDS = (("4", 16), ("51", 16), ("55", 16), ("34", 15), ("37", 15), ("6011", 16))
"""First digits and length, of four networks."""
LOGIN = ":^^^^^^^^@"
"""Between a name and a host; written apart, since together they are a login."""
URLS = (
    "https://www.????.com/u/####", "http://????.org/a?x=^^^^^^^^", "www.????.co.uk/p/##",
    "https://????" + LOGIN + "????.com", "linkedin.com/in/????-??", "ftp://files.????.net/~????",
)  # fmt: skip
HOSTS = ("~.com", "mail.~.co.uk", "~-~.de", "~.museum")
LOCALS = ("~.~", "~##", "~_~", "~+~", "~-~", "?~")


class Case(NamedTuple):
    """A sentence and where its value is."""

    text: str
    start: int
    end: int


def _made(chance: random.Random, *masks: str) -> str:
    """Return one of the masks, filled: # digit, % 2 to 9, ? letter, ^ hexadecimal, ~ word."""
    signs = {"#": "0123456789", "%": "23456789", "?": _LETTERS.upper(), "^": "0123456789abcdef"}
    mask = chance.choice(masks)
    return "".join(
        "".join(chance.choices(_LETTERS, k=chance.randint(3, 8)))
        if sign == "~"
        else chance.choice(signs.get(sign, sign))
        for sign in mask
    )


def _email(chance: random.Random) -> str:
    local, host = _made(chance, *LOCALS), _made(chance, *HOSTS)
    plain = f"{local}@{host}"
    spelt = _made(chance, "~ at ~ dot com", "~.~ [at] ~ [dot] org", "~ at ~ dot co dot uk")
    return chance.choice((plain, plain, spelt, f"{local} [at] {host}"))


def _card(chance: random.Random) -> str:
    start, length = chance.choice(CARDS)
    body = start + _made(chance, "#" * (length - len(start) - 1))
    doubled = (
        sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(body[::-1])
    )
    number = body + str(-sum(doubled) % 10)
    cuts = (0, 4, 8, 12, 16) if length == 16 else (0, 4, 10, 15)
    groups = [number[begin:end] for begin, end in pairwise(cuts)]
    return chance.choice((" ", "-", "")).join(groups)


def _iban(chance: random.Random) -> str:
    country = chance.choice(sorted(IBANS))
    body = _made(chance, IBANS[country])
    rest = int("".join(str(int(sign, 36)) for sign in f"{body}{country}00")) % 97
    iban = f"{country}{98 - rest:02}{body}"
    spaced = " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
    return chance.choice((spaced, iban))


def _ip(chance: random.Random) -> str:
    four = ".".join(str(chance.randint(1, 254)) for _ in range(4))
    six = _made(chance, ":".join(["^^^^"] * 8), "2001:db8::%^^:^^^", "fe80::%:%^^^")
    return chance.choice((four, six))


def _ssn(chance: random.Random) -> str:
    return f"{chance.randint(1, 665):03}-{chance.randint(1, 99):02}-{chance.randint(1, 9999):04}"


def _from(*masks: str) -> Callable[[random.Random], str]:
    return lambda chance: _made(chance, *masks)


MAKERS: dict[str, tuple[Sequence[str], Callable[[random.Random], str]]] = {
    "e-mail": (SURROUNDINGS, _email),
    "phone": (SURROUNDINGS, _from(*PHONES)),
    "card": (SURROUNDINGS, _card),
    "IBAN": (SURROUNDINGS, _iban),
    "SSN": (SURROUNDINGS, _ssn),
    "IP": (SURROUNDINGS, _ip),
    "MAC": (
        SURROUNDINGS,
        _from("^^:^^:^^:^^:^^:^^", "^^-^^-^^-^^-^^-^^", "^^^^.^^^^.^^^^"),
    ),
    "URL": (SURROUNDINGS, _from(*URLS)),
    "handle": (SURROUNDINGS, _from("@~##", "@~_~", "@~.~", "@~")),
    "order": (
        ORDERS,
        _from("?-####", "######", "??######", "###-#######-#######", "????-####", "#####?"),
    ),
}
SHAPES: dict[str, Callable[[str], str]] = {
    "full": lambda name: name,
    "first": lambda name: name.split()[0],
    "first, small letters": lambda name: name.split()[0].lower(),
    "full, small letters": lambda name: name.lower(),
}


def cases(name: str, count: int, seed: int = SEED) -> Iterator[Case]:
    """Yield sentences with a value of a kind, one of the keys of `MAKERS`."""
    chance = random.Random(f"{name} {seed}")
    frames, make = MAKERS[name]
    for _ in range(count):
        yield _case(chance.choice(frames), make(chance))


def name_cases(names: Sequence[str], shape: Callable[[str], str]) -> list[Case]:
    """Return each name in every sentence, as a function shapes it."""
    return [_case(frame, shape(name)) for name in names for frame in FRAMES]


def _case(frame: str, value: str) -> Case:
    start = frame.index("{}")
    return Case(frame.replace("{}", value), start, start + len(value))


def is_caught(case: Case, found: Sequence[Found]) -> bool:
    """Return whether enough of a value's characters are covered."""
    covered = {at for item in found for at in range(item.start, item.end)}
    return len(covered & set(range(case.start, case.end))) >= ENOUGH * (case.end - case.start)


def recall(masker: Masker, given: Sequence[Case]) -> tuple[float, list[str]]:
    """Return the share of values that are caught, and the sentences of the others."""
    missed = [case.text for case in given if not is_caught(case, masker.find(case.text))]
    return 1 - len(missed) / len(given), missed


def ordinary() -> list[str]:
    """Return comments that hold nothing personal."""
    files = (ORDINARY / "ordinary.txt", ORDINARY / "plain.txt")
    return [line for file in files for line in file.read_text("utf-8").splitlines()]


def alarms(masker: Masker, *, of_names: bool) -> list[str]:
    """Return the ordinary comments in which something is found."""
    return [
        text
        for text in ordinary()
        if any((item.kind == "name") == of_names for item in masker.find(text))
    ]


def rows() -> Iterator[Row]:
    """Yield recall by kind, recall of names by culture, false alarms, then speed."""
    known = read_known()
    masker = Masker((), known)
    for name in MAKERS:
        share, missed = recall(masker, list(cases(name, OF_EACH)))
        yield Row(name, f"{share:.3f}", ">= 0.99", missed[0] if missed else "")
    for culture, names in NAMES.items():
        yield from _name_rows(masker, culture, names)
    every = [name for names in NAMES.values() for name in names]
    yield from _name_rows(masker, "all names", every)
    yield from _alarm_rows(masker)
    yield from typed_rows(masker)
    yield _speed(masker)


def _name_rows(masker: Masker, what: str, names: Sequence[str]) -> Iterator[Row]:
    for shape, make in SHAPES.items():
        share, _ = recall(masker, name_cases(names, make))
        yield Row(f"{what}: {shape}", f"{share:.3f}")


def _alarm_rows(masker: Masker) -> Iterator[Row]:
    total = len(ordinary())
    for of_names, what, budget in ((False, "shapes", "< 1 %"), (True, "names", "< 2 %")):
        wrong = len(alarms(masker, of_names=of_names))
        yield Row(f"false alarms, {what}", f"{wrong / total:.1%}", budget, f"of {total}")


def _speed(masker: Masker) -> Row:
    chance = random.Random(SEED)
    pool, values = ordinary(), [case.text for name in MAKERS for case in cases(name, 20)]
    texts = [
        chance.choice(values if chance.random() < 0.05 else pool) + chance.choice(ENDINGS)
        for _ in range(MANY)
    ]
    begun = process_time()
    masked = masker.mask_many(texts)
    seconds = process_time() - begun
    remark = f"{len(masked.found):,} masked; 700,000: {seconds * 700_000 / MANY:.0f} s of one core"
    return Row(f"{MANY:,} comments", f"{seconds:.1f} s", "<= 20 s", remark)


def measure() -> None:
    """Print all of it."""
    print_table("Personal data (made sentences)", rows())


if __name__ == "__main__":
    measure()
