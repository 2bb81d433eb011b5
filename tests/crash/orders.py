"""What is asked of the driver, and what it answers."""

from enum import Enum
from typing import Literal

from pydantic import BaseModel

Task = Literal["record", "pull"]


class Action(Enum):
    """What goes wrong at the n-th call; the numbers are those of `faults.c`."""

    PASS = 0
    FAIL = 1
    FAIL_ON = 2
    """That call and every later one."""
    SHORT = 3
    """A write takes half of what it was given."""
    DIE_BEFORE = 4
    DIE_AFTER = 5


class Order(BaseModel):
    """One thing to do in a child."""

    kind: Literal["fault", "kill", "many"]
    folder: str
    task: Task = "record"
    nth: int = 0
    action: str = "PASS"
    error: int = 0
    trace: str = ""
    seed: int = 0
    workers: int = 0
    each: int = 0


class Told(BaseModel):
    """What a child that met a fault has said before it ended."""

    id: str | None = None
    """Id of what it recorded, or the newest commit after a pull: what it acknowledged."""
    remarks: list[str] = []
    error: str | None = None
    message: str = ""
    hint: str = ""
    counted: int = 0
    """Calls that could have gone wrong."""
    code: int
    """Exit code; the negative number of the signal that killed it."""
