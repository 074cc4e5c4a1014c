"""An e-mail draft: opens in a mail program, unsent, as plain text. Nothing is attached."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from assistant.model import N_, Document, InputError
from assistant.text import clean_line, is_right_to_left

from .base import Written
from .direction import marked
from .plain_text import compose

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")
_SUBJECT_LIMIT = 250


def render(document: Document) -> Written:
    """The letter as a draft dated on the letter's day, without a message id.

    Paragraphs are not wrapped: mail programs fit them to the window, and ``format=flowed`` is read
    wrongly by too many. Raises ``InputError`` for a reading aid and for what is no address.
    """
    if document.sheet == "aid":
        raise InputError(
            N_("A reading aid is not for sending, so there is no e-mail draft of it. Choose another format.")
        )
    from email.headerregistry import Address
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = datetime.combine(document.dated, time(), UTC)
    if document.email is not None:
        message["To"] = Address(addr_spec=_checked(document.email))
    message["Subject"] = _subject(document)
    message.set_content(compose(document, None), charset="utf-8", cte="base64")
    return Written(message.as_bytes())


def _checked(address: str) -> str:
    """One plain address. A list of addresses or a second header line is refused, never mended."""
    if not _ADDRESS.fullmatch(address):
        raise InputError(
            N_("'{address}' is not an e-mail address. Write one address, like office@example.org."),
            address=clean_line(address)[:80],
        )
    return address


def _subject(document: Document) -> str:
    lines = [line for block in document.blocks if block.role == "subject" for line in block.lines]
    subject = clean_line(" ".join(lines)) or clean_line(document.title)
    return marked(subject[:_SUBJECT_LIMIT], right_to_left=is_right_to_left(document.locale))
