"""Writes tests/golden/<letter>/<locale>.txt: every letter as text, once for each answer to its first choice.

In its languages of filing, and what it says in English, German and Chinese. The other reading aids follow the English line by line,
which the checks of parity hold.

The answers are the letter's own examples. A change to a letter is read in the difference of these files.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from assistant.formats import format_named
from assistant.guide import Desk
from assistant.i18n import voice
from assistant.knowledge import open_knowledge
from assistant.letters import Draft, Raw, Templates, render_context
from assistant.model import Block, Document, Letter, LetterField

TOP = Path(__file__).resolve().parent.parent
GOLDEN = TOP / "tests" / "golden"
SPEAK = cache(voice)
READ = ("en", "de", "zh_Hans", "zh_Hant")
DATED = date(2026, 11, 22)


def golden() -> dict[Path, str]:
    """Every golden file and its text."""
    knowledge = open_knowledge(TOP / "content", TOP / "templates")
    desk = Desk(knowledge, Templates(TOP / "templates" / "letters"), DATED)
    return {
        GOLDEN / letter.id / f"{locale}.txt": "\n\n".join(_variants(desk, letter, locale))
        for letter in knowledge.letters
        for locale in desk.languages(letter.id)
        if locale in {*letter.filing, *READ}
    }


def _variants(desk: Desk, letter: Letter, locale: str) -> Iterator[str]:
    first = next((field for field in letter.fields if field.kind == "choice"), None)
    for option in first.options if first else (None,):
        answers = {field.id: _example(field) for field in letter.fields}
        if first is not None and option is not None:
            answers[first.id] = option.id
        values = render_context(letter, answers, DATED, desk.bodies())
        draft = Draft(letter, desk.templates, values, DATED)
        name = "" if first is None or option is None else f"######## {first.id}: {option.id}\n\n"
        yield name + format_named("text").write(_document(desk, draft, locale)).decode()


def _document(desk: Desk, draft: Draft, locale: str) -> Document:
    """The letter, or for a reading aid what it says, without the letter's own words beside it."""
    if locale in draft.letter.filing:
        return desk.letter(draft, locale)
    aid = desk.aid(draft, SPEAK(draft.letter.filing[0]), SPEAK(locale))
    blocks = tuple(Block(id=one.id, role=one.role, lines=one.lines) for one in aid.blocks)
    return aid.model_copy(update={"blocks": blocks})


def _example(field: LetterField) -> Raw:
    if field.kind == "choice":
        return field.options[0].id
    if field.kind == "entries":
        return [{column.id: column.example for column in field.columns}]
    if field.kind in ("lines", "address"):
        return field.example.splitlines()
    return field.example


if __name__ == "__main__":
    for path, text in golden().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
