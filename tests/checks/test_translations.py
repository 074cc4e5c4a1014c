"""The rules for translations: what is right gives no alarm; a new language is told gently; one language alone is quick to ask."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from assistant.checks import Finding, run
from assistant.i18n import fill
from assistant.translating.creating import create
from assistant.translating.glossary import common, variants
from tests.conftest import TODAY, TOP
from tests.safety import planting

Entry = tuple[str, str, str]
"""Context, English, translation."""

RIGHT: dict[str, tuple[Entry, ...]] = {
    "de": (
        ("", "{file} line {line}: 'checked' lies in the future", "{file} Zeile {line}: 'checked' liegt in der Zukunft"),
        ("", 'If an answer has a colon, put it in "quotation marks".', 'Setzen Sie eine Antwort mit Doppelpunkt in "Anführungszeichen".'),
        ("", 'Write "?" to get a blank.', 'Mit "?" bleibt eine Lücke.'),
        ("", "It's the court's list.", "Das ist die Liste des Gerichts, Max’ Liste und die von Hans’ Firma."),
        ("", "They said 'no'.", "Sie sagten „nein“ und dann ‚nie‘."),
        ("", "The list (失信被执行人名单)", "Die Liste (失信被执行人名单)"),
        ("", "Language · 语言 · Sprache: {name}", "Language · 语言 · Sprache: {name}"),
        ("letters/x:fields.example", "asked for my data by e-mail", "asked for my data by e-mail"),
        ("bodies/x:name", "Court of the west district", "Court of the west district"),
        ("sources/x:issuer", "vacanza and holidays together", "vacanza and holidays together"),
        ("", "Your shell may remember it. If you start with recourse alone, it shows only that.", "Ihre Shell merkt es sich vielleicht. Mit recourse allein steht dort nur das."),
        ("", "Ask the officer (Sachbearbeiterin)", "Fragen Sie die Sachbearbeiterin mit dem µ und dem º"),
        ("", "Last day: {day}.", "Letzter Tag: {day}."),
        ("", "The time ends on 3 May 2026, after {day}.", "Die Frist endet am 3. Mai 2026, nach {day}."),
        ("", "Write the day as YYYY-MM-DD after {day}.", "Schreiben Sie den Tag nach {day} als JJJJ-MM-TT."),
        ("situations/x:recognise", "I am on the list.", "Ich bin auf der Liste, sagt dein Kollege."),
    ),
    "fr": (
        ("", "Compare a field with == or !=, as shown.", "Comparez un champ avec == ou !=, comme ici."),
        ("", "Write mark: {read}", "Écrivez mark: {read}"),
        ("", "At 10:30 see https://example.org/a:b now?", "À 10:30, voyez https://example.org/a:b maintenant\u202f?"),
        ("", "Really?!", "Vraiment\u202f?!"),
        ("", "The court's answer of today", "La réponse d’aujourd’hui qu’a donnée l’«\u00a0office\u00a0»"),
    ),
    "es": (
        ("", "Write ? to fill it in by hand.", "Escriba ? para rellenarlo a mano."),
        ("", "! passed · ● today", "! pasado · ● hoy"),
        ("", "What happened? When?", "¿Qué pasó? ¿Cuándo?"),
        ("", "Did you mean '{near}'?", "¿Quería decir «{near}»?"),
    ),
    "zh_Hans": (
        ("", "What happened? Write one to three sentences?", "发生了什么？请写一到三句话。"),
        ("", "Read the GDPR, article 15(1).", "请看GDPR第15条第1款。"),
        ("", "Send it to office@example.org, please.", "请寄到office@example.org。"),
        ("", "The time is 10:30.", "时间是10:30。"),
        ("sources/x:name", "General Data Protection Regulation", "《通用数据保护条例》（GDPR）"),
        ("", "It is settled (已结清).", "已结清。"),
    ),
}  # fmt: skip


def languages(folder: Path, locale: str, entries: tuple[Entry, ...]) -> list[Finding]:
    catalogue = Catalog(locale=locale, charset="utf-8", fuzzy=False)
    for context, english, said in entries:
        catalogue.add(english, said, context=context or None)
    path = planting.beside(folder) / locale / "LC_MESSAGES" / "assistant.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=0, no_location=True)
    return planting.found_in(folder)


@pytest.mark.parametrize("locale", RIGHT)
def test_what_is_right_gives_no_alarm(locale: str, tmp_path: Path) -> None:
    found = languages(tmp_path, locale, RIGHT[locale])
    assert [fill(one.message, one.values) for one in found] == []


def test_a_copy_may_be_marked_as_right(tmp_path: Path) -> None:
    """``ignore-same`` is what Weblate writes; without it the text is still English."""
    words = (("", "a sample of another word", "a sample of another word"),)
    assert [one.rule for one in languages(tmp_path / "a", "de", words)] == ["copied"]
    languages(tmp_path / "b", "de", words)
    path = tmp_path / "b" / "locales" / "de" / "LC_MESSAGES" / "assistant.po"
    path.write_text(path.read_text("utf-8").replace('msgid "a sample', '#, ignore-same\nmsgid "a sample'), "utf-8")
    assert planting.found_in(tmp_path / "b") == []


def test_the_same_text_in_many_records_is_told_in_each(tmp_path: Path) -> None:
    entries = tuple((f"routes/r{n}:title", "Ask them.", "Fragen Sie sie") for n in range(3))
    assert [(one.rule, one.line) for one in languages(tmp_path, "de", entries)] == [
        ("same-ending", line) for line in sorted(one.line for one in planting.found_in(tmp_path))
    ]
    assert len(planting.found_in(tmp_path)) == 3


# -- a new language


def test_a_new_language_has_no_error_and_few_warnings(tmp_path: Path) -> None:
    for name in ("assistant.pot", "glossary.csv"):
        (tmp_path / "locales").mkdir(exist_ok=True)
        shutil.copy(TOP / "locales" / name, tmp_path / "locales")
    create("cs", tmp_path / "locales")
    content, templates = planting.rooms(tmp_path)
    found = list(run(TODAY, content, templates, tmp_path / "locales", within=["locales/cs"]))
    assert {one.severity for one in found} == {"warning"}
    assert {one.rule for one in found} == {"complete"}
    assert 1 <= len(found) <= 4


def test_a_text_of_the_program_that_a_catalogue_lacks_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "locales"
    assert languages(tmp_path, "de", (("", "Ask them.", "Fragen Sie sie."),)) == []
    template = 'msgid ""\nmsgstr ""\n\nmsgid "Ask them."\nmsgstr ""\n\nmsgid "Ask again."\nmsgstr ""\n'
    (folder / "assistant.pot").write_text(template, encoding="utf-8")
    assert [(one.rule, one.values["text"]) for one in planting.found_in(tmp_path)] == [
        ("catalogue-current", "Ask again.")
    ]


def test_a_damaged_record_is_told_once_and_not_text_by_text(tmp_path: Path) -> None:
    assert languages(tmp_path, "de", (("", "Ask them.", "Fragen Sie sie."), ("", "Ask again.", ""))) != []
    path = tmp_path / "locales" / "de" / "locale.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("\ntone:", "\nton:"), encoding="utf-8")
    told = {(one.rule, one.file) for one in planting.found_in(tmp_path) if one.severity == "error"}
    assert told == {("locale-record", "locales/de/locale.yaml")}


# -- one language alone


def test_only_the_language_that_is_asked_about_is_looked_at(tmp_path: Path) -> None:
    languages(tmp_path, "de", (("", "Ask them.", "Fragen Sie sie"),))
    content, templates = planting.rooms(tmp_path)

    def asked(*within: str) -> list[str]:
        return [one.rule for one in run(TODAY, content, templates, tmp_path / "locales", within=within)]

    assert asked() == asked("locales/de") == asked("locales/de/LC_MESSAGES/assistant.po") == ["same-ending"]
    assert asked("locales/fr") == asked("content", "templates/letters") == []
    assert asked("locales/glossary.csv") == asked("locales/fr", "content") == ["same-ending"]


def test_a_wheel_has_no_catalogues_to_check(tmp_path: Path) -> None:
    """Compiled catalogues are not looked at, and lists that are not packed are not missed."""
    folder = planting.beside(tmp_path)
    for name in ("glossary.csv",):
        (folder / name).unlink()
    (folder / "de" / "LC_MESSAGES").mkdir()
    (folder / "de" / "LC_MESSAGES" / "assistant.mo").write_bytes(b"")
    assert planting.found_in(tmp_path) == []


# -- the glossary


@pytest.mark.parametrize(
    ("cell", "locale", "every", "ours"),
    [
        ("Antrag auf Auskunft / Auskunftsersuchen (AT: Auskunftsbegehren)", "de", 2, 2),
        ("TW: 委任書 / HK: 授權書", "zh_Hant", 2, 0),
        ("法律扶助 (TW) / 法律援助 (HK)", "zh_Hant", 2, 0),
        ("BR: gestor de banco de dados / birô de crédito; PT: Central", "pt", 3, 2),
        ("監管機構 (TW: 個人資料保護委員會; HK: 私隱專員公署)", "zh_Hant", 1, 1),
        ("оператор (РФ) / контролёр (GDPR)", "ru", 2, 2),
        ("", "de", 0, 0),
    ],
)
def test_words_for_one_place_are_not_asked_of_all(cell: str, locale: str, every: int, ours: int) -> None:
    assert (len(variants(cell)), len(common(cell, locale))) == (every, ours)
    assert not any(re.search(r"[()（）:]|\b(?:TW|HK|PT|BR|AT)\b", one) for one in variants(cell))


def test_the_list_of_han_signs_has_two_sides() -> None:
    from assistant.checks.han import folded, signs

    both = signs()
    assert not both.simplified & both.traditional
    assert "个" in both.simplified
    assert "個" in both.traditional
    assert not set("后里台面干征只") & (both.simplified | both.traditional), "these stand in both"
    assert folded("執行異議") == "执行异议"
