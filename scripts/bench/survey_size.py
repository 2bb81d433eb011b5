"""What a summary of a large survey costs, from the file to the report, without a model."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, sleep

import numpy as np
import polars as pl

from scripts.bench.row import Row
from scripts.bench.surveys import SEED, made

SIZES = (10_000, 100_000, 1_000_000)
COMMENTED = 0.7
"""Share of rows with a comment."""
STATEMENTS = 8
SCALE = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
BUDGET = "180 s, 2,000 MB for 1,000,000"


def rows(sizes: tuple[int, ...] = SIZES) -> Iterator[Row]:
    """Yield seconds and peak memory for files of 18 columns, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.csv"
            write_survey(path, size)
            yield _measured(path, size)
            path.unlink()


def write_survey(path: Path, size: int) -> None:
    """Write a made-up export: ids, dates, segments, a score, scales, picks, numbers, comments."""
    rng = np.random.default_rng(SEED)
    texts = np.array(made(min(size, 50_000), SEED).texts)
    numbers = pl.Series(np.arange(size)).cast(pl.String)
    said = pl.Series(texts[rng.integers(0, len(texts), size)]) + " " + numbers
    tools = np.array(["search", "export", "chat", "api"])
    columns = {
        "respondent_id": "r" + numbers,
        "date": pl.Series(rng.integers(1, 29, size))
        .cast(pl.String)
        .str.zfill(2)
        .str.replace("^", "2026-10-"),
        "plan": rng.choice(["free", "pro", "team"], size),
        "country": rng.choice(["DE", "US", "FR", "IN", "BR", "UK"], size),
        "How likely are you to recommend us? (0-10)": rng.integers(0, 11, size),
        **{
            f"Statement {at}: it is easy to do task {at}": rng.choice(SCALE, size)
            for at in range(1, STATEMENTS + 1)
        },
        "Which channel do you use?": rng.choice(["web", "app", "phone"], size),
        "Which features do you use?": pl.Series(tools[rng.integers(0, 4, size)])
        + ";"
        + pl.Series(tools[rng.integers(0, 4, size)]),
        "Minutes a day": rng.integers(1, 300, size),
        "What should we improve?": said.set(pl.Series(rng.random(size) > COMMENTED), None),
        "Region code": rng.integers(1, 20, size),
    }
    pl.DataFrame(columns).write_csv(path)


def _measured(path: Path, size: int) -> Row:
    command = [sys.executable, "-m", "copilot", "--workspace", str(path.parent / "w")]
    command += ["--model", "none", "--quiet", "--json", "summarize-survey", str(path)]
    begun, peak = perf_counter(), 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        peak = max(peak, _peak_so_far(process.pid))
        sleep(0.1)
    seconds = perf_counter() - begun
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Row(f"{size:,} rows", f"{seconds:.1f} s, peak {peak:,} MB", BUDGET)


def _peak_so_far(pid: int) -> int:
    """Return the most memory a process has held since it began its program, in MB.

    What a process leaves behind when it ends (`ru_maxrss`) is no measure of it: a process that is
    started inherits the peak of the one that starts it, which has written the survey.
    """
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)
