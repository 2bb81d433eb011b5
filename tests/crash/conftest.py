"""The driver, with the faults below it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.crash.orders import Order, Told
from tests.unit.stores.decisions.building import copied, quick_folder

SOURCE = Path(__file__).parent / "faults.c"
MOST, FEWEST = 250, 30
"""Between how many calls a record or a pull makes that write."""
ROOT = SOURCE.parents[2]


class Driver:
    """Gives orders to a process that has everything loaded.

    Args:
        shim: What stands between that process and libc.
    """

    def __init__(self, shim: Path | None = None) -> None:
        preloaded = {"LD_PRELOAD": str(shim)} if shim else {}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.driver"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, **preloaded},
        )

    def do(self, order: Order) -> Any:
        """Return the answer to an order."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(order.model_dump_json().encode() + b"\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def stop(self) -> None:
        """End the process."""
        self._process.communicate()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """Return a folder for one test."""
    with quick_folder(tmp_path) as made:
        yield made


@pytest.fixture(scope="session")
def driver() -> Iterator[Driver]:
    """Return a driver without faults."""
    made = Driver()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def faulty_driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """Return a driver whose children meet the faults that are asked for."""
    made = Driver(_compiled(tmp_path_factory.mktemp("faults")))
    yield made
    made.stop()


def at_each_call(driver: Driver, log: Path, order: Order) -> Iterator[tuple[int, Told, Path]]:
    """Carry out an order on a copy of a log with a fault at the first call, and so on to the last.

    Yields:
        The number of the call, what the child said, and the copy.
    """
    for nth in range(1, MOST):
        folder = copied(log, log.with_name(f"{order.task}-{nth}"))
        given = order.model_copy(update={"folder": str(folder), "nth": nth})
        told = Told.model_validate(driver.do(given))
        yield nth, told, folder
        shutil.rmtree(folder)
        if told.counted and told.counted < nth:
            assert nth > FEWEST, "the faults do not reach what writes"
            return
    raise AssertionError("there is no end to the calls")


def _compiled(folder: Path) -> Path:
    compiler = shutil.which("cc")
    if not compiler or sys.platform != "linux":
        why = "Faults of the disk are not tested: that needs Linux and a C compiler, cc."
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    made = folder / "faults.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", made, SOURCE, "-ldl"], check=True)
    return made
