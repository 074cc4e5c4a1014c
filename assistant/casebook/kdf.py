"""From a passphrase to a key: Argon2id, slow and large on purpose."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from assistant.model import N_

from .errors import NoMemory
from .layout import KEY
from .secret import Secret

_FULL = N_("There is not enough free memory to open the case book. Nothing was changed. Close other programs first.")
_PURPOSE = b"recourse case book 1 place"

_LANES, _PASSES, _MEMORY = 16, 20, 2**20


@dataclass(frozen=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes that run side by side."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def sane(self) -> bool:
        """Whether a book that says so is worth trying.

        A file from outside could otherwise ask for all memory, or for hours.
        """
        return 0 < self.lanes <= _LANES and 0 < self.passes <= _PASSES and 8 * self.lanes <= self.memory <= _MEMORY


_ONE_AT_A_TIME = threading.Lock()
"""The lanes are threads out of one pool of OpenSSL's: two derivations at once can wait for each other for ever."""

COST = Cost()
"""What new books cost: 64 MiB, 3 passes, 4 lanes."""


def derive(secret: Secret, salt: bytes, cost: Cost) -> bytes:
    """The key that opens a place. Takes a tenth of a second or more.

    Raises ``KeyFileUnread``, ``NoMemory``, and ``ValueError`` for costs out of bounds, which the header has checked.
    """
    if not cost.sane():
        raise ValueError(cost)
    try:
        with _ONE_AT_A_TIME:
            return Argon2id(
                salt=salt, length=KEY, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory, ad=_PURPOSE
            ).derive(secret.material())
    except MemoryError as error:
        raise NoMemory(_FULL) from error
