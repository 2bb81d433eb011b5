"""What the user has allowed so far."""

from copilot.tui.approval_dialog import Answer


class Approvals:
    """Remembers answers for as long as the program runs, never longer."""

    def __init__(self) -> None:
        self._always: set[str] = set()
        self._in_session: set[tuple[str, str]] = set()

    def allows(self, session: str, skill: str) -> bool:
        """Return whether the skill may write in the session without being asked again."""
        return skill in self._always or (session, skill) in self._in_session

    def remember(self, session: str, skill: str, answer: Answer) -> bool:
        """Keep an answer and return whether it is a yes."""
        if answer == "always":
            self._always.add(skill)
        elif answer == "session":
            self._in_session.add((session, skill))
        return answer != "no"
