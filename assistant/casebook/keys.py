"""The keys of an open book, all made from its data key."""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .layout import KEY


class Keys:
    """One key for cells, one for the head, one for marks. Showing it shows nothing."""

    def __init__(self, data_key: bytes) -> None:
        self.data_key = data_key
        self.cells = ChaCha20Poly1305(_derived(data_key, b"cell"))
        self.head = ChaCha20Poly1305(_derived(data_key, b"head"))
        self.marks = _derived(data_key, b"mark")
        self.book = _derived(data_key, b"book")
        """Tells one book from another inside this process; it opens nothing."""


def _derived(data_key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY, salt=None, info=b"recourse case book 1 " + purpose).derive(data_key)
