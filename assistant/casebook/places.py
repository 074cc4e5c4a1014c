"""What changing passphrases does to the places of a book. The slow part is done before anybody else is kept waiting."""

from __future__ import annotations

import os
from collections.abc import Callable

from assistant.model import N_

from .errors import PlacesTaken, WrongSecret
from .header import Header
from .kdf import derive
from .layout import PLACE, PLACES
from .secret import Secret
from .slots import open_places, random_places, seal_place

_WRONG = N_("The passphrase is wrong, or its key file is missing. Nothing was changed. Try again.")
_TAKEN = N_("All {places} places for passphrases are taken. Nothing was changed. Remove the others first.")

Taken = int
"""Which places are taken, a bit for each."""
Rewrite = Callable[[Header, Taken, bytes], tuple[Header, Taken]]
"""Header and taken places as they are in the file now, and the data key; gives them as they shall be."""


def unlock(header: Header, secret: Secret) -> bytes:
    """The data key. Raises ``WrongSecret``, ``KeyFileUnread``, ``NoMemory``."""
    opened = open_places(list(header.places), derive(secret, header.salt, header.cost), header.bound)
    if not opened:
        raise WrongSecret(_WRONG)
    return next(iter(opened.values()))


def first_places(header: Header, secret: Secret, data_key: bytes) -> tuple[Header, Taken]:
    """The places of a new book, the first of them taken. ``header`` may have none yet."""
    places = random_places()
    places[0] = seal_place(0, data_key, derive(secret, header.salt, header.cost), header.bound)
    return header.with_places(places), 1


def places_changed(header: Header, old: Secret, new: Secret) -> Rewrite:
    """``new`` in the place of ``old``."""
    new.refuse_empty()
    old_key, new_key = (derive(one, header.salt, header.cost) for one in (old, new))

    def rewrite(now: Header, taken: Taken, data_key: bytes) -> tuple[Header, Taken]:
        places = list(now.places)
        mine = _own(now, old_key, data_key)
        for number in mine:  # the same passphrase may have been added twice
            places[number] = os.urandom(PLACE)
            taken &= ~(1 << number)
        places[mine[0]] = seal_place(mine[0], data_key, new_key, now.bound)
        return now.with_places(places), taken | 1 << mine[0]

    return rewrite


def place_added(header: Header, new: Secret) -> Rewrite:
    """``new`` in the first place that is free."""
    new.refuse_empty()
    new_key = derive(new, header.salt, header.cost)

    def rewrite(now: Header, taken: Taken, data_key: bytes) -> tuple[Header, Taken]:
        free = [number for number in range(PLACES) if not taken >> number & 1]
        if not free:
            raise PlacesTaken(_TAKEN, places=PLACES)
        places = list(now.places)
        places[free[0]] = seal_place(free[0], data_key, new_key, now.bound)
        return now.with_places(places), taken | 1 << free[0]

    return rewrite


def places_only(header: Header, secret: Secret) -> Rewrite:
    """Random bytes in every place that ``secret`` does not open."""
    key = derive(secret, header.salt, header.cost)

    def rewrite(now: Header, _taken: Taken, data_key: bytes) -> tuple[Header, Taken]:
        mine = _own(now, key, data_key)
        places = random_places()
        for number in mine:
            places[number] = now.places[number]
        return now.with_places(places), sum(1 << number for number in mine)

    return rewrite


def _own(header: Header, derived: bytes, data_key: bytes) -> list[int]:
    opened = open_places(list(header.places), derived, header.bound)
    mine = [number for number, key in opened.items() if key == data_key]
    if not mine:
        raise WrongSecret(_WRONG)
    return mine
