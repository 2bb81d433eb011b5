"""Values of personal data, made by the formats that issuers publish."""

import random
from collections.abc import Callable

WORDS = ("sunny", "marten", "kpatel", "jo", "delacroix", "bob", "tinker", "rvdb", "olsen", "mx")
HOSTS = (
    "gmail.com",
    "web.de",
    "yahoo.co.uk",
    "mail.uni-bonn.de",
    "acme-tools.io",
    "outlook.fr",
    "school.edu.au",
    "foo.travel",
)
FULL_WIDTH = str.maketrans({"@": "＠", ".": "．"} | {str(d): chr(0xFF10 + d) for d in range(10)})
CARDS = ("4### #### #### ###", "5%## #### #### ###", "3%## ###### ####", "6011 #### #### ###")
IBANS = {"DE": 18, "FR": 23, "ES": 20, "AT": 16, "PT": 21, "DK": 14, "FI": 14, "CH": 17, "PL": 24}
STREETS = (
    "## Elm Street", "### N Main St, Springfield, IL #####", "##b Kings Road, London SW% ##L",
    "### rue Victor Hugo, 75011 Paris",
    "Lindenstraße ##, ##### Berlin", "Goethestr. #a", "Am Alten Markt %",
    "Calle Mayor ##, 28013 Madrid", "Via Garibaldi %#, Milano",
    "Keizersgracht ### Amsterdam", "Rua Augusta, ###", "Av. Paulista ####", "ul. Długa %#",
    "Storgatan ##", "Flat %, ## Park Avenue",
    "%### Sunset Blvd Apt ##", "PO Box ####", "unit % / ## george st", "## high street",
    "Apt %B, ### West 4th Street", "Dorpsstraat %#", "Avenida de la Constitución %#",
)  # fmt: skip
NATIONAL = {
    "ssn": ("###-%#-####",), "social security": ("###-%#-####", "### %# ####"), "NINO": (
    "AB ## ## ## C", "JK######B"), "national insurance": ("AB######C",),
    "nhs": ("### ### ####", "##########"), "DNI": ("########Z",), "nie": ("X#######L",), "CPF": (
    "###.###.###-##", "###########"), "PAN": ("ABCPE####K",), "aadhaar": ("%### #### ####",),
    "BSN": ("#########",), "pesel": ("###########",), "personnummer": ("8%0%1%-####",
    "198%0%1%####"), "codice fiscale": ("RSSMRA8%A01H501U",), "SIN": ("### ### ###",),
    "tfn": ("### ### ###",),
    "steuer-id": ("## ### ### ###",), "CURP": ("GOMC8%0%1%HDFRRN0#",), "HKID": ("A######(#)",),
    "NRIC": ("S#######D",), "medicare": ("#### ##### #",), "AHV": ("756.####.####.##",),
}  # fmt: skip
KEYS = (
    ("sk-", "a", 40), ("ghp_", "a", 36), ("AKIA", "U", 16), ("AIza", "a", 35), ("xoxb-1234567890-",
        "a", 24), ("hf_", "b", 34),
    ("sk_live_", "a", 24), ("glpat-", "a", 20), ("", "^", 40), ("", "^", 32), ("npm_", "a", 36), (
        "eyJhbGciOiJIUzI1.eyJzdWIiOiIxMj.", "a", 30),
)  # fmt: skip
"""What a key begins with, the sign of the rest, and its length."""
_SIGNS = {
    "#": "0123456789", "%": "23456789", "^": "0123456789abcdef",
    "a": "abcdefghjkmnpqrstuvwxyzABCDEFGHJK23456789",
    "U": "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    "b": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
}  # fmt: skip


def filled(chance: random.Random, mask: str, signs: str = "#%") -> str:
    """Return a mask with each of some signs replaced by one of what it stands for."""
    made = (chance.choice(_SIGNS[sign]) if sign in signs else sign for sign in mask)
    return "".join(made).replace("§", "#")


def _one_of(*masks: str, signs: str = "#%") -> Callable[[random.Random], str]:
    return lambda chance: filled(chance, chance.choice(masks), signs)


def _email(chance: random.Random) -> str:
    local = chance.choice(("{a}.{b}", "{a}{n}", "{a}_{b}", "{a}+{b}", "{a}")).format(
        a=chance.choice(WORDS), b=chance.choice(WORDS), n=chance.randint(1, 99)
    )
    host = chance.choice(HOSTS)
    plain = f"{local}@{host}"
    spelt = plain.replace(".", " dot ").replace("@", " at ")
    mild = plain.replace("@", chance.choice((" (at) ", "(at)", " [at] ", "[at]", " @ ", " AT ")))
    return chance.choice((plain, plain, plain.upper(), spelt, mild, _hidden(chance, plain)))


def _hidden(chance: random.Random, value: str) -> str:
    """Return a value in full-width signs, or with a sign without width in it."""
    place = chance.randrange(1, len(value))
    return chance.choice((value.translate(FULL_WIDTH), value[:place] + "\u200b" + value[place:]))


def _phone(chance: random.Random) -> str:
    plain = filled(chance, chance.choice((
        "+1 (%##) %##-####", "%##-%##-####", "(%##) %##-####", "+44 7### ######", "07### ### ###",
        "0044 20 7### ####", "+49 151 ########", "0171/#######",
        "+33 6 ## ## ## ##", "06.##.##.##.##", "+34 6## ## ## ##", "+39 3## ### ####",
        "+91-98###-#####", "+86 13# #### ####", "+81 3-####-####", "+55 (11) 9####-####",
        "+48 5## ### ###", "+46-70-### ## ##", "+61 4## ### ###", "+7 (9##) ###-##-##",
        "+972 5#-###-####", "1-800-%##-####",
    )))  # fmt: skip
    return _hidden(chance, plain) if chance.random() < 0.15 else plain


def _luhn(digits: str) -> int:
    doubled = (sum(divmod(int(d) * (2 - at % 2), 10)) for at, d in enumerate(digits[::-1]))
    return -sum(doubled) % 10


def _card(chance: random.Random, *, wrong: bool = False) -> str:
    body = filled(chance, chance.choice(CARDS))
    last = _luhn("".join(filter(str.isdecimal, body)))
    number = body + str((last + 3) % 10 if wrong else last)
    number = number.replace(
        " ", chance.choice((" ", "-", "", "  ", ".") if not wrong else (" ", "-", ""))
    )
    return _hidden(chance, number) if chance.random() < 0.1 else number


def _iban(chance: random.Random, *, wrong: bool = False) -> str:
    country = chance.choice(sorted(IBANS))
    body = filled(chance, "#" * IBANS[country])
    rest = int(body + "".join(str(int(sign, 36)) for sign in country) + "00") % 97
    iban = f"{country}{(98 - rest + (7 if wrong else 0)) % 100:02}{body}"
    spaced = " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
    return chance.choice((iban, spaced, iban.lower(), spaced.lower()))


def _key(chance: random.Random) -> str:
    start, sign, length = chance.choice(KEYS)
    return start + filled(chance, sign * length, sign)


def national_id(chance: random.Random) -> tuple[str, str]:
    """Return what a national id is called, and one."""
    name = chance.choice(sorted(NATIONAL))
    return name, filled(chance, chance.choice(NATIONAL[name]))


VALUES: dict[str, Callable[[random.Random], str]] = {
    "e-mail": _email,
    "phone": _phone,
    "card": _card,
    "card, mistyped": lambda chance: _card(chance, wrong=True),
    "IBAN": _iban,
    "IBAN, mistyped": lambda chance: _iban(chance, wrong=True),
    "national id": lambda chance: national_id(chance)[1],
    "passport": _one_of("#########", "C01X%#T#K", "AB#######", "%#AB#####", "X########",
    "AB %######", "PA#######"),
    "driving licence": _one_of("MORGA6%7054SM9IJ", "D#######", "S###-####-####", "B072RRE2I%#",
    "#########", "%#AA#####"),
    "plate": _one_of("AB%# CDE", "B-MW %###", "7ABC###", "AB-%##-CD", "WA %#####", "%### BCD",
    "XY-99-ZZ", "KL %# AB ####", "ABC-####", "M XY ###"),
    "birth date": _one_of("%/1%/198%", "0%.0%.199%", "1%-1%-8%", "%th of may 198%", "March %, 197%",
    "198%-0%-1%", "1% oct 9%", "0%/1%/6%", "%. Mai 198%", "1%0%198%"),
    "username": _one_of("bob_%#", "xX_slayer_Xx", "kpatel%#", "j.ortega", "marten-v",
    "tinker.bell%#", "olsen_m", "sunnyday%###", "dr_who"),
    "customer number": _one_of("#######", "C-%#####", "KD-%###-##", "%####", "AC#######",
    "#### ####", "##-####-##"),
    "order number": _one_of("#%######", "A-%####", "ORD-%####-##", "###-#######-#######",
    "INV%#####", "#%###", "PO%###/##", "1Z999AA1##########"),
    "address": _one_of(*STREETS),
    "IP": _one_of("192.168.%.1%#", "8%.1%#.2.%", "10.0.%.%#", "2001:db8:85a3::8a2e:370:%##4",
    "fe80::1ff:fe23:4567:%#0a", "::ffff:192.0.2.1%#", "2a02:8108:%##::1", "192.168.0.1%:8080"),
    "MAC": _one_of("00:1a:%b:3c:4d:5e", "A4-%3-E7-0#-11-FF", "001a.%b3c.4d5e", "00:1A:C2:7B:00:%#"),
    "coordinates": _one_of("5%.1#####, 4.%####", "-33.%####,151.%####", "48°%1'24\"N 2°21'03\"E",
    "N 5%.1### E 13.4%##", "40.7%##N, 73.9%##W", "lat 51.50%#, lon -0.12%#", "5%,1#### 13,4####",
    "48.8%##° N, 2.3%##° E"),
    "API key": _key,
    "password": _one_of("hunter%#", "Summer20%#!", "p@ssw0rd%", "Tr0ub4dor&%", "%monkeys#"),
    "URL": _one_of("https://drive.google.com/file/d/1a%B#c/view", "www.acme-tools.io/u/bob%#",
    "http://intranet.local/people?id=%##", "linkedin.com/in/jo-olsen-%##", "bit.ly/3x%Yz#",
    "github.com/kpatel%#"),
    "handle": _one_of("@sunny_%#", "@kpatel.dev", "u/tinker%##", "Olsen§%##4", "@jo",
    "@marten@mastodon.social"),
}  # fmt: skip
