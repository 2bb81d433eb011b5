"""English inflection: what the base form of a word may be."""

from collections.abc import Iterator
from functools import lru_cache

_IRREGULAR = {
    "sent": "send",
    "made": "make",
    "given": "give",
    "seen": "see",
    "shown": "show",
    "written": "write",
    "chosen": "choose",
    "found": "find",
    "kept": "keep",
    "told": "tell",
    "done": "do",
    "taken": "take",
    "bought": "buy",
    "sold": "sell",
    "paid": "pay",
    "built": "build",
    "held": "hold",
    "left": "leave",
    "met": "meet",
    "known": "know",
    "drawn": "draw",
    "hidden": "hide",
    "got": "get",
    "has": "have",
    "had": "have",
    "does": "do",
    "is": "be",
    "are": "be",
    "was": "be",
    "were": "be",
    "been": "be",
    "being": "be",
    "went": "go",
    "gone": "go",
    "ran": "run",
    "lost": "lose",
    "spent": "spend",
    "wrote": "write",
    "began": "begin",
    "begun": "begin",
    "broke": "break",
    "broken": "break",
    "brought": "bring",
    "caught": "catch",
    "came": "come",
    "chose": "choose",
    "did": "do",
    "drew": "draw",
    "drove": "drive",
    "driven": "drive",
    "ate": "eat",
    "eaten": "eat",
    "fell": "fall",
    "fallen": "fall",
    "felt": "feel",
    "fought": "fight",
    "flew": "fly",
    "flown": "fly",
    "forgot": "forget",
    "forgotten": "forget",
    "froze": "freeze",
    "frozen": "freeze",
    "gave": "give",
    "grew": "grow",
    "grown": "grow",
    "heard": "hear",
    "hid": "hide",
    "knew": "know",
    "laid": "lay",
    "led": "lead",
    "lent": "lend",
    "lit": "light",
    "meant": "mean",
    "rang": "ring",
    "rung": "ring",
    "rose": "rise",
    "risen": "rise",
    "said": "say",
    "saw": "see",
    "sang": "sing",
    "sung": "sing",
    "sat": "sit",
    "shook": "shake",
    "shaken": "shake",
    "shot": "shoot",
    "slept": "sleep",
    "spoke": "speak",
    "spoken": "speak",
    "stood": "stand",
    "stole": "steal",
    "stolen": "steal",
    "swam": "swim",
    "took": "take",
    "taught": "teach",
    "thought": "think",
    "threw": "throw",
    "thrown": "throw",
    "understood": "understand",
    "woke": "wake",
    "wore": "wear",
    "worn": "wear",
    "won": "win",
    "withdrew": "withdraw",
    "withdrawn": "withdraw",
    "withheld": "withhold",
    "overdrawn": "overdraw",
    "overridden": "override",
    "rewritten": "rewrite",
    "redrawn": "redraw",
    "rebuilt": "rebuild",
    "resold": "resell",
    "repaid": "repay",
    "redone": "redo",
    "undone": "undo",
    "hung": "hang",
    "swapped": "swap",
    "dealt": "deal",
    "sought": "seek",
    "fed": "feed",
    "bound": "bind",
    "bent": "bend",
    "bred": "breed",
    "dug": "dig",
    "fled": "flee",
    "stuck": "stick",
    "struck": "strike",
    "swept": "sweep",
    "spun": "spin",
    "torn": "tear",
    "tore": "tear",
    "woven": "weave",
    "wove": "weave",
    "sewn": "sew",
    "sown": "sow",
    "mown": "mow",
    "proven": "prove",
}
IRREGULAR_PASTS = frozenset(_IRREGULAR) - {"found", "saw", "felt", "lit", "bound", "wound"}
"""Forms that are hardly ever base forms of a verb themselves."""
_NO_PLURAL = ("ss", "us", "is", "news", "series")
MOST_REMEMBERED = 20_000


@lru_cache(maxsize=MOST_REMEMBERED)
def verb_bases(word: str) -> tuple[str, ...]:
    """Return what the base form of a verb may be, likeliest first; the word itself is one."""
    return tuple(dict.fromkeys(_bases(word)))


@lru_cache(maxsize=MOST_REMEMBERED)
def singular(word: str) -> str:
    """Return a noun in the singular, as far as its ending shows it."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=MOST_REMEMBERED)
def stem(word: str) -> str:
    """Return a rough stem, by which forms of a word meet: *publish, published, publishing*."""
    short = singular(word)
    for ending in ("ing", "ed"):
        if short.endswith(ending) and len(short) - len(ending) >= 3:
            short = _undoubled(short.removesuffix(ending))
            break
    return short.removesuffix("e") if len(short) > 4 else short


def _bases(word: str) -> Iterator[str]:
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    yield word
    for ending in ("ing", "ed", "es", "s"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 1:
            yield from (root, f"{root}e", _undoubled(root))
            if root.endswith("i"):
                yield root[:-1] + "y"


def _undoubled(root: str) -> str:
    doubled = len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz"
    return root[:-1] if doubled else root
