"""Every letter in every language: full, with the least, with gaps, and along every branch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from assistant.i18n import Translator, locales, translator
from assistant.knowledge import Knowledge
from assistant.knowledge.languages import language
from assistant.letters import Draft, Templates, aid, blank, compose, read, read_fill
from assistant.model import Counted, Document, Letter, LetterField

TOP = Path(__file__).resolve().parents[2]
ROOT = TOP / "templates" / "letters"
TODAY = date(2026, 11, 22)
AIDS = {"en", *(one for one in locales() if (told := language(one)) is not None and told.reading_aids)}
"""Languages in which every letter has a reading aid."""
LETTERS = sorted(path.parent.name for path in ROOT.glob("*/letter.yaml"))
SAMPLE: dict[str, Any] = {
    "date": "6 Nov 2026",
    "month": "December 2017",
    "amount": "1234.50",
    "yes_no": "yes",
    "person": "Kim Beispiel",
    "cn_resident_id": "11010519491231002X",
    "cn_case_number": "（2026）京0105执1234号",
    "email": "kim@example.org",
    "phone": "0101234",
    "lines": ["eins", "zwei"],
    "address": ["Weg 1", "12345 Ort"],
    "body": ["Amt", "Straße 2", "12345 Ort"],
    "text": "Text",
    "long_text": "Erster Satz.\n\nZweiter Satz.",
}


@pytest.fixture(scope="session")
def real() -> Templates:
    return Templates(ROOT)


def counted(_one: Counted, day: date) -> date:
    return day + timedelta(days=15)


def answer(field: LetterField, wanted: dict[str, str]) -> Any:
    if field.options:
        return wanted.get(field.id, field.options[0].id)
    if field.kind == "entries":
        return [{column.id: "x" for column in field.columns}] * 2
    return SAMPLE[field.kind]


def fillings(letter: Letter) -> Iterator[tuple[str, dict[str, Any]]]:
    """Answers for every option of every choice, reached through the choices it hangs on."""
    choices = {field.id: field for field in letter.fields if field.options}

    def way(field: LetterField) -> dict[str, str]:
        found: dict[str, str] = {}
        for condition in field.when:
            if condition.of in choices:
                found |= {condition.of: condition.answers[0]} | way(choices[condition.of])
        return found

    branches = [{}, *({field.id: option.id} | way(field) for field in choices.values() for option in field.options)]
    for branch in branches:
        full = {field.id: answer(field, branch) for field in letter.fields}
        due = {field.id for field in letter.fields if field.required or field.needed}
        yield f"full {branch}", full
        yield f"no {branch}", {name: "no" if one == "yes" else one for name, one in full.items()}
        yield f"least {branch}", {name: one for name, one in full.items() if name in due or name in branch}
        yield f"gaps {branch}", {name: branch.get(name, "?") for name in full}


@pytest.mark.parametrize("name", LETTERS)
def test_every_template_keeps_its_contract(name: str, real: Templates, knowledge: Knowledge) -> None:
    letter: Letter = knowledge.letters[name]
    due = {*AIDS, *letter.filing}
    assert due <= set(real.locales(name)) <= due | set(locales())  # a language that is being made may have some
    assert [str(error) for locale in real.locales(name) for error in real.findings(letter, locale)] == []


@pytest.mark.parametrize("name", LETTERS)
def test_the_title_of_a_file_is_the_letter_s_own(name: str, knowledge: Knowledge) -> None:
    """Without one, the file's properties would hold a text in the reader's language."""
    assert {"title", "subject"} & {paragraph.role for paragraph in knowledge.letters[name].paragraphs}


@pytest.mark.parametrize("name", LETTERS)
def test_every_branch_in_every_language(name: str, real: Templates, knowledge: Knowledge) -> None:
    letter: Letter = knowledge.letters[name]
    for told, answers in fillings(letter):
        filled = read(letter, answers, TODAY)
        assert filled.ready, (told, filled.problems)
        for locale in real.locales(name):
            filing = letter.filing[0] if locale not in letter.filing else locale
            draft = Draft(letter, real, filled.values, TODAY, counted)
            document = aid(draft, _plain(filing), _plain(locale)) if locale != filing else compose(draft, locale)
            _look(document, letter, f"{told} {locale}")


def _plain(locale: str) -> Translator:
    return Translator(locale, translator("en").catalogue)


def _look(document: Document, letter: Letter, told: str) -> None:
    assert document.blocks, told
    for block in document.blocks:
        assert block.lines, f"{told}: {block.id} is in one language only"
        assert document.sheet == "letter" or block.beside, f"{told}: {block.id} is in one language only"
        for line in block.lines:
            assert line == line.strip(" \n"), (told, block.id, line)
            for sign in ("None", "{", "}", "\ue000", "\ue001", "\ue002", "\ue003", "  ", " ,", "，，", "。。", "，。"):
                assert sign not in line, (told, block.id, line)
    roles = {paragraph.role for paragraph in letter.paragraphs}
    present = {block.role for block in document.blocks}
    assert {"date", "recipient", "addressee", "subject", "title", "salutation"} & roles <= present, told


@pytest.mark.parametrize("name", LETTERS)
def test_every_empty_fill_file_can_be_read(name: str, knowledge: Knowledge, english: Translator) -> None:
    letter: Letter = knowledge.letters[name]
    assert set(read_fill(blank(letter, english), "f", letter).answers) == {field.id for field in letter.fields}


@pytest.mark.parametrize("name", LETTERS)
def test_every_example_is_a_good_answer(name: str, knowledge: Knowledge) -> None:
    letter: Letter = knowledge.letters[name]
    for field in letter.fields:
        example = (
            [{column.id: column.example for column in field.columns}] if field.kind == "entries" else field.example
        )
        alone = letter.model_copy(update={"fields": (field.model_copy(update={"when": ()}),)})
        assert read(alone, {field.id: example}, TODAY).problems == (), (field.id, example)
