"""R2 and R17, a handful; ``soak strike`` makes every call of every task fail."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.casebook.striking import Blow, Range, wrong

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

BLOWS = (
    Blow("put", "pwrite64", "error=ENOSPC", 3),
    Blow("put", "fsync", "error=EIO", 1),
    Blow("put", "ftruncate", "signal=KILL", 1),
    Blow("grow", "fdatasync", "error=EIO", 4),
    Blow("secret", "pwrite64", "error=EDQUOT", 9),
)


def test_each_is_reported_and_the_book_is_before_or_after(tmp_path: Path) -> None:
    place = Range(tmp_path)
    for blow in BLOWS:
        seen = place.strike(blow)
        assert seen.hit, blow
        assert wrong(blow, seen) is None, (blow, seen)
        assert "KILL" in blow.fault or seen.said[0] == "NotSaved", (blow, seen)
