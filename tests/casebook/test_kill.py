"""R1, the short form; ``soak kill`` has the long one."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.casebook.killing import kill_once

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL")


def test_kill_at_random_moments(tmp_path: Path) -> None:
    first = random.SystemRandom().randrange(10**9)
    saved = 0
    for seed in range(first, first + 40):
        folder = tmp_path / str(seed)
        folder.mkdir()
        saved += kill_once(folder, seed)
    assert saved > 0
