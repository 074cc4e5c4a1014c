"""In which language a letter is filed: chosen by the person, else by the recipient's, else by the reader's."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.i18n import SOURCE
from assistant.letters import Answers
from assistant.model import N_, Body, Letter
from assistant.text import has_han


def filing_language(
    letter: Letter, chosen: str | None, answers: Answers, bodies: Mapping[str, Body], reader: str
) -> str:
    """A language in which the letter may be filed.

    English is what the program speaks before it is told otherwise: it says nothing about the recipient.
    """
    likely = (chosen, *recipient_languages(letter, answers, bodies), None if reader == SOURCE else reader)
    return next((one for one in likely if one in letter.filing and one is not None), letter.filing[0])


def recipient_languages(letter: Letter, answers: Answers, bodies: Mapping[str, Body]) -> tuple[str, ...]:
    """The languages of the recipient, if it was chosen from the directory: its own, or those of its country."""
    for field in letter.fields:
        given = answers.get(field.id)
        if field.kind == "body" and field.group == "recipient" and isinstance(given, str) and given in bodies:
            body = bodies[given]
            return body.languages or official_languages(body.country)
    return ()


def official_languages(place: str) -> tuple[str, ...]:
    """The official languages of a country, from CLDR, the most spoken first."""
    from babel.languages import get_official_languages

    return tuple(get_official_languages(place.partition("-")[0].upper()))


OTHER_SCRIPT = N_(
    "Some answers hold Chinese characters. They stand in the letter as you typed them. Write them in this language: {language}. Write your name as it stands in your passport."
)
"""Told before a letter is saved: whoever gets it may not read them."""


def other_script(filing: str, answers: Answers) -> bool:
    """Whether answers hold Chinese characters although the letter is filed in another language."""
    return not filing.startswith("zh") and any(has_han(str(raw)) for raw in answers.values())


def aid_language(filing: str, reader: str, there: tuple[str, ...]) -> str | None:
    """The language of the reading aid: the reader's, or English where there is none in it; none where it is not needed."""
    if reader == filing:
        return None
    return next((one for one in (reader, SOURCE) if one in there and one != filing), None)
