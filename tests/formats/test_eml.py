"""E-mail drafts."""

from __future__ import annotations

import email
import email.policy

import pytest

from assistant.formats import format_named
from assistant.model import Block, Document, InputError
from tests.formats.helpers import load

EML = format_named("eml")


def read(document: Document) -> email.message.EmailMessage:
    message = email.message_from_bytes(EML.write(document), policy=email.policy.default)
    assert isinstance(message, email.message.EmailMessage)
    return message


def test_a_draft_has_a_recipient_a_subject_and_the_letters_day() -> None:
    message = read(load("din-5008.de"))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "datenschutz@example.org"
    assert message["Subject"] == "Auskunft nach Art. 15 DSGVO, Aktenzeichen K-2026/0815"
    assert message["Date"] == "Sun, 22 Nov 2026 00:00:00 +0000"
    assert message["Message-ID"] is None
    assert message["From"] is None
    assert message.get_content_type() == "text/plain"
    assert list(message.iter_attachments()) == []


def test_a_chinese_subject_is_encoded_and_paragraphs_stay_on_one_line() -> None:
    letter = load("plain.zh_Hans")
    message = read(letter)
    assert message["Subject"] == letter.title
    assert EML.write(letter).partition(b"\r\n\r\n")[0].isascii()
    assert max(map(len, message.get_content().splitlines())) > 60


def test_without_an_address_there_is_no_recipient() -> None:
    assert read(load("plain.de"))["To"] is None


@pytest.mark.parametrize(
    "address",
    [
        "a@b",
        "a@example.org\nBcc: c@example.org",
        "a@example.org, b@example.org",
        "Name <a@example.org>",
        "",
        "a b@example.org",
        "ä@example.org",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InputError, match="not an e-mail address"):
        EML.write(load("plain.de").model_copy(update={"email": address}))


def test_a_reading_aid_is_refused(aid: Document) -> None:
    with pytest.raises(InputError, match="reading aid"):
        EML.write(aid)


def test_an_endless_subject_is_shortened_in_the_header_only() -> None:
    letter = load("plain.de").model_copy(update={"blocks": (Block(id="s", role="subject", lines=("Wort " * 5000,)),)})
    message = read(letter)
    assert len(message["Subject"]) <= 250
    assert message.get_content().count("Wort") == 5000
