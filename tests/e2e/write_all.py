"""Writes letters and prints the digest of each file. A process of its own: ``test_same_letters`` starts it in other surroundings.

Argument: a number that shuffles the order. Output: JSON, letter and format to digest.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache

from assistant.formats import FORMATS
from assistant.guide import Desk
from assistant.i18n import voice
from assistant.knowledge import open_knowledge
from assistant.letters import Templates
from assistant.model import Document
from tests.conftest import TOP
from tests.e2e.clients import LETTERS, answers

IN_PDF = ("cn-ltr-spc-correction", "de-l-agency-de", "eu-l-access")
"""A PDF takes a hundred times as long as a text."""


speak = cache(voice)
"""A catalogue is compiled once."""


def sheets(desk: Desk, letter: str) -> Iterator[tuple[str, Document]]:
    """The letter in each language in which it may be filed, and a reading aid of it."""
    draft = desk.draft(letter, answers(desk.knowledge.letters[letter]), speak("en"))
    for filing in draft.letter.filing:
        yield f"{letter} {filing}", desk.letter(draft, filing)
    filing = draft.letter.filing[0]
    yield f"{letter} aid", desk.aid(draft, speak(filing), speak("de" if filing != "de" else "zh_Hans"))


def digests(seed: int) -> dict[str, str]:
    """Every letter in every format, in an order that depends on ``seed``."""
    shuffle = random.Random(seed).shuffle  # noqa: S311 - no secret
    desk = Desk(
        open_knowledge(TOP / "content", TOP / "templates"), Templates(TOP / "templates" / "letters"), date(2026, 11, 22)
    )
    order = list(LETTERS)
    shuffle(order)
    found: dict[str, str] = {}
    for letter in order:
        for name, document in sheets(desk, letter):
            formats = [one for one in FORMATS if one.name != "pdf" or letter in IN_PDF]
            shuffle(formats)
            for one in formats:
                if one.name != "eml" or document.sheet == "letter":
                    found[f"{name} {one.name}"] = hashlib.sha256(one.write(document)).hexdigest()
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(digests(int(sys.argv[1]))))
