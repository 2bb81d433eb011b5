"""How amounts are said."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return `1 turn`, `2 turns`; `1 entry`, `2 entries` with the plural given."""
    return f"{count} {noun}" if count == 1 else f"{count:,} {plural or noun + 's'}"
