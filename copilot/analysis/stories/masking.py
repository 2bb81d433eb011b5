"""Hide what is no language in a line, character for character, so that places stay the same."""

import re

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-", "\t": " ", "\n": " "}
    | {"\r": " ", "\u2028": " ", "\u200b": " ", "\ufeff": " "}
)
_MARKS = (
    re.compile(r"^(?:\s*(?:[>|]|#{1,6}\s|[-*+•–—·]\s|\[[ xX]?\]\s|\"))+"),
    re.compile(
        r"\*\*|__|`|(?<![\w*])\*(?=\w)|(?<=[\w.,!?:])\*(?![\w*])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)"
    ),
    re.compile(r"[\s|]*\|\s*$"),
)
_LABEL = re.compile(
    r"^\s*(?:"
    r"\[[^\]]{1,24}\]|\([\w.-]{1,8}\)"
    r"|(?:user[ -]?stor(?:y|ies)|story|epic|feature|req(?:uirement)?|us|fr|id|no\.?)"
    r"\s?[#:.-]*\s?\d*[.\d]*(?=[\s:.,)-])"
    r"|[A-Z][A-Za-z]{0,9}[-_ ]?\d+(?:[.\d]+)?(?=[\s:.)\]-])"
    r"|#\w+(?=[\s:.)-])|\d+(?:\.\d+)*(?=[\s:.,)-])"
    r")\s*[:.,)\]|–—-]*\s*",
    re.IGNORECASE,
)
_LABELS_AT_MOST = 3
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\](?!\()|\{[^{}]*\}")
_QUOTES = re.compile(r'"[^"]{1,80}"|(?<!\w)\'[^\']{1,80}\'(?!\w)')


def plain(text: str) -> str:
    """Return the text without marks of Markdown and with plain quotes, as long as it was."""
    shown = text.translate(_PLAIN)
    for mark in _MARKS:
        shown = mark.sub(lambda found: " " * len(found[0]), shown)
    return shown


def after_labels(shown: str) -> int:
    """Return where a plain line begins behind its ids and numbers ("US-12:", "#3", "1.")."""
    start = 0
    for _ in range(_LABELS_AT_MOST):
        label = _LABEL.match(shown[start:])
        if not label or not label[0].strip():
            break
        start += label.end()
    return start + len(shown[start:]) - len(shown[start:].lstrip())


def without_brackets(shown: str) -> str:
    """Return the text with blanks where brackets stand, as long as it was."""
    return _BRACKETS.sub(lambda found: " " * len(found[0]), shown)


def quoted(shown: str) -> list[tuple[int, int]]:
    """Return where quoted words stand: they are names, whatever they mean."""
    return [found.span() for found in _QUOTES.finditer(shown)]
