"""Keeps the keys of an open book out of what the system writes down about a process."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache

_SET_DUMPABLE = 4
"""``PR_SET_DUMPABLE`` of ``prctl(2)``."""


@cache
def harden() -> None:
    """No core dumps, and no other process of this account reads our memory. Done once; what fails is left.

    The system may still swap memory to the disk, or write all of it when the computer sleeps.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
