"""What was typed before, walked with Up and Down."""


class PromptHistory:
    """Earlier prompts of this run, with the draft being written as the newest.

    Args:
        entries: Earlier prompts, oldest first.
    """

    def __init__(self, entries: tuple[str, ...] = ()) -> None:
        self._entries = list(entries)
        self._place = len(self._entries)
        self._draft = ""

    def add(self, text: str) -> None:
        """Remember a sent prompt and return to an empty draft."""
        if not self._entries or self._entries[-1] != text:
            self._entries.append(text)
        self._place = len(self._entries)
        self._draft = ""

    def older(self, current: str) -> str | None:
        """Return the prompt before the one shown, None at the oldest.

        Args:
            current: The text in the prompt, kept when it is the draft.
        """
        if self._place == 0:
            return None
        if self._place == len(self._entries):
            self._draft = current
        self._place -= 1
        return self._entries[self._place]

    def newer(self) -> str | None:
        """Return the prompt after the one shown, at last the draft; None past it."""
        if self._place == len(self._entries):
            return None
        self._place += 1
        at_draft = self._place == len(self._entries)
        return self._draft if at_draft else self._entries[self._place]
