"""The places of a book: each holds its data key, sealed for one passphrase, or random bytes that look the same."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from .layout import NONCE, PLACE, PLACES


def random_places() -> list[bytes]:
    """All places, none taken."""
    return [os.urandom(PLACE) for _ in range(PLACES)]


def seal_place(number: int, data_key: bytes, derived: bytes, bound: bytes) -> bytes:
    """The data key for one passphrase. ``bound`` is what the header says of format, salt and costs."""
    nonce = os.urandom(NONCE)
    return nonce + ChaCha20Poly1305(derived).encrypt(nonce, data_key, _bound(number, bound))


def open_places(places: list[bytes], derived: bytes, bound: bytes) -> dict[int, bytes]:
    """The data key by the number of each place that ``derived`` opens. All are tried, so that time tells nothing."""
    box = ChaCha20Poly1305(derived)
    opened = {}
    for number, place in enumerate(places):
        try:
            opened[number] = box.decrypt(place[:NONCE], place[NONCE:], _bound(number, bound))
        except InvalidTag:
            continue
    return opened


def _bound(number: int, bound: bytes) -> bytes:
    return b"recourse case book place" + bytes([number]) + bound
