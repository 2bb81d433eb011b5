"""Look into a workbook before it is unpacked: a small file can hold far more than memory."""

import zipfile
import zlib
from pathlib import Path

from copilot.errors import InputError

LARGEST_BYTES = 2_000_000_000
"""Unpacked; a million rows of twenty columns are about half of it."""
HIGHEST_RATIO = 200
"""Unpacked to packed; workbooks of real answers stay under 50."""
_CHUNK = 1 << 20
_HARMLESS_BYTES = 50_000_000
"""Unpacked, up to which the ratio does not matter."""


def require_harmless(path: Path) -> None:
    """Refuse a workbook that is no archive, or would unpack to more than is sensible.

    Raises:
        InputError: It is damaged, protected, or too large when unpacked.
    """
    with path.open("rb") as file:
        if file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            raise InputError(
                f"{path} is protected by a password, or an old .xls under a new name.",
                hint="Save it again as .xlsx without a password.",
            )
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = _unpacked(archive)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError) as error:
        raise InputError(
            f"{path} is not a whole workbook.", hint="Save it again as .xlsx, or export as CSV."
        ) from error
    packed = max(path.stat().st_size, 1)
    if unpacked > LARGEST_BYTES:
        raise _too_large(path, f"unpacks to {unpacked / 1e9:.1f} GB")
    if unpacked > _HARMLESS_BYTES and unpacked / packed > HIGHEST_RATIO:
        raise _too_large(path, f"unpacks to {unpacked / packed:.0f} times its size")


def _unpacked(archive: zipfile.ZipFile) -> int:
    """Return how many bytes an archive holds, counted up to a little over the largest allowed.

    What its entries claim is no measure: a reader unpacks all that is there.
    """
    total = sum(entry.file_size for entry in archive.infolist())
    if total > LARGEST_BYTES:
        return total
    total = 0
    for entry in archive.infolist():
        entry.file_size = LARGEST_BYTES + 1  # else reading would stop where the entry claims
        with archive.open(entry) as file:
            while total <= LARGEST_BYTES and (chunk := file.read(_CHUNK)):
                total += len(chunk)
    return total


def _too_large(path: Path, what: str) -> InputError:
    return InputError(
        f"{path} {what}, so it was not opened.",
        hint="If you trust the file, open it in a spreadsheet and export the sheet as CSV.",
    )
