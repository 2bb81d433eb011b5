"""What a person has allowed so far."""

from copilot.domain.conversation import ApprovalAsked
from copilot.tui.approval_dialog import Answer


class Approvals:
    """Remembers answers for as long as the program runs, never longer."""

    def __init__(self) -> None:
        self._always: set[tuple[str, str]] = set()
        self._in_session: set[tuple[str, str, str]] = set()

    def allows(self, session: str, asked: ApprovalAsked) -> bool:
        """Return whether the same was asked before, and allowed from then on.

        A question that reads differently, such as with another model's name, is another one.
        """
        what = (asked.name, asked.question)
        return what in self._always or (session, *what) in self._in_session

    def remember(self, session: str, asked: ApprovalAsked, answer: Answer) -> bool:
        """Keep an answer and return whether it is a yes."""
        what = (asked.name, asked.question)
        if answer == "always":
            self._always.add(what)
        elif answer == "session":
            self._in_session.add((session, *what))
        return answer != "no"
