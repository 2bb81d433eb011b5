"""Which encoding bytes are in that are not UTF-8.

Spreadsheets write the code page of the machine, which a guess over all encodings often takes
for a neighbour; so few candidates are tried, and the one is taken that reads most like words.
"""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("cp1252", "mac_roman", "cp1250", "cp1251", "shift_jis", "gb18030", "euc_kr")
_HOME = "cp1252"
_MARGIN = 1.15
"""How much better than the most frequent code page another has to be."""
_FREQUENT = frozenset("äöüßÄÖÜéèêëàâçîïôûùáíóúñ¿¡ãõåøæÉÀÑåÅØÆìò’‘“”–—…€£°®™«»•")
_EASTERN = frozenset("ąćęłńśźżčďěňřšťůžőűăâîșțţşđŁŚŻŠČŘŽ")
_ODD = re.compile(r"[A-Za-z][¡-¿×÷][A-Za-z]|[a-z][À-ÖØ-Þ][a-z]|[\x80-\x9f]|[†‡ˆ˜¨´¸]")
_IN_A_ROW = re.compile(r"[À-ɏ]{3,}")
_CYRILLIC = re.compile(r"[А-яЁё]{3,}")
_FAR_EAST = re.compile(r"[぀-ヿ一-鿿가-힣]{2,}")


def byte_order_mark(head: bytes) -> str | None:
    """Return the encoding that the first bytes tell; None where they tell nothing."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    zeros_even, zeros_odd = head[0:2000:2].count(0), head[1:2000:2].count(0)
    half = max(len(head[:2000]) // 2, 1)
    if zeros_odd > 0.7 * half and not zeros_even:
        return "utf-16-le"
    if zeros_even > 0.7 * half and not zeros_odd:
        return "utf-16-be"
    return None


def legacy_encoding(sample: bytes) -> str:
    """Return the most likely encoding of bytes that are not UTF-8."""
    scores = {name: _score(sample, name) for name in _CANDIDATES}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] > _MARGIN * max(scores[_HOME], 0.0) + 1e-9:
        return best
    return _HOME


def _score(sample: bytes, encoding: str) -> float:
    """Return how like words the characters beyond ASCII are; 0 where bytes are not allowed."""
    # A sample may end within a character, so a fault at its very end is none.
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(sample)
    except UnicodeDecodeError:
        return 0.0
    high = [letter for letter in text if ord(letter) > 127]
    if not high:
        return 0.0
    if encoding == "cp1251":
        return _share(_CYRILLIC, text, len(high))
    if encoding in {"shift_jis", "gb18030", "euc_kr"}:
        return _share(_FAR_EAST, text, len(high))
    liked = _FREQUENT if encoding != "cp1250" else _FREQUENT | _EASTERN
    good = sum(letter in liked for letter in high)
    # Letters with marks stand alone among others; in a row they are another script.
    odd = 2 * len(_ODD.findall(text)) + sum(map(len, _IN_A_ROW.findall(text)))
    return (good - odd) / len(high)


def _share(pattern: re.Pattern[str], text: str, total: int) -> float:
    return sum(map(len, pattern.findall(text))) / total
