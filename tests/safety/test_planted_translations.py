"""Mistakes planted in copies of real catalogues, letters and the records beside them: each is found with file and line.

Half of the issue's sixty and more; those that also hurt in a running program stand in ``test_planted_faults.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.safety import planting
from tests.safety.planting import Change, fitting, swap

NAME = r"\{[a-z_]+\}"
PLAIN = r"^[A-Z][a-z ]{20,60}\.$"
HAN = r"\([\u4e00-\u9fff]{3,}\)"


@dataclass(frozen=True)
class Slip:
    """A slip of a translator, in one entry of a catalogue."""

    locale: str
    name: str
    rule: str
    english: str
    change: Change
    said: str = ""
    """A pattern that the translation has."""
    comment: str = ""
    """What is said of the entry to translators besides."""


SLIPS: tuple[Slip, ...] = (
    # what one types
    Slip("de", "a command translated", "same-typed", "recourse check", swap("recourse check", "recourse prüfen")),
    Slip("de", "an option misspelt", "same-typed", "--json", swap("--json", "--jason")),
    Slip("fr", "a command lost", "same-typed", "recourse case list", swap("recourse case list", "la liste")),
    Slip("es", "an option out of nowhere", "same-typed", PLAIN, lambda text: f"{text} Escriba --todo."),
    Slip("zh_Hans", "a file renamed", "same-typed", r"\bletter\.yaml\b", swap(r"letter\.yaml", "文书.yaml")),
    # names and numbers, in each language
    Slip("es", "a name translated", "same-placeholders", NAME, swap(NAME, "{nombre_del_dia}")),
    Slip("zh_Hans", "more days", "same-numbers", r"\b15 days\b", swap("15|十五", "50")),
    Slip("fr", "another article", "same-numbers", r"[Aa]rticle \d+", swap(r"(article\xa0?\s?)\d+", r"\g<1>99"), "article"),
    # the build of a text
    Slip("fr", "the stop lost", "same-ending", PLAIN, swap(r"\.$", "")),
    Slip("es", "a stop for a question mark", "same-ending", r"^What [a-z ]+\?$", swap(r"^¿(.*)\?$", r"\1.")),
    Slip("zh_Hans", "a colon lost", "same-ending", r"[a-z]:$", swap("：$", "")),
    Slip("de", "a space at the end", "same-edges", PLAIN, lambda text: f"{text} "),
    Slip("zh_Hans", "a line break in between", "same-paragraphs", PLAIN, lambda text: f"{text}\n另一行。"),
    Slip("de", "a paragraph more", "same-paragraphs", PLAIN, lambda text: f"{text}\n\nDas ist alles."),
    # languages
    Slip("de", "left in English", "copied", PLAIN, lambda _: ""),
    Slip("fr", "left in English", "copied", r"^[a-z]+ [a-z]+ [a-z]+ [a-z]+$", lambda _: ""),
    Slip("zh_Hans", "left in English", "copied", r"^[A-Z][a-z]+ [a-z]+ [a-z]+$", lambda _: ""),
    Slip("es", "half left in English", "other-language", PLAIN, lambda text: f"{text} If you do not get an answer, you can ask the court for it."),
    Slip("de", "a French sentence", "other-language", PLAIN, lambda text: f"{text} Vous pouvez demander à ce tribunal de le faire pour vous."),
    Slip("fr", "a Spanish sentence", "other-language", PLAIN, lambda _: "Usted puede pedir que el tribunal lo haga en su lugar, y no le cuesta nada."),
    Slip("zh_Hans", "another alphabet", "own-script", PLAIN, lambda _: "Geld zahlt man nach Erhalt."),
    # letters and signs
    Slip("de", "a Cyrillic letter in a word", "mixed-script", PLAIN, swap("e", "\u0435")),
    Slip("es", "a Greek letter in a word", "mixed-script", PLAIN, swap("o", "\u03bf")),
    Slip("fr", "a Cyrillic word", "foreign-script", PLAIN, lambda text: f"{text} Нет."),
    Slip("es", "a Chinese word in the sentence", "foreign-script", PLAIN, lambda text: f"El 法院: {text}"),
    Slip("de", "a radical that looks like a sign", "foreign-script", PLAIN, lambda text: f"\u2f08 {text}"),
    Slip("zh_Hans", "a traditional sign", "han-set", "court", swap("执", "執"), "执"),
    Slip("zh_Hans", "a traditional word", "han-set", "entry", swap("记录", "記錄"), "记录"),
    # Chinese terms
    Slip("de", "the Chinese term lost", "term-in-brackets", HAN, swap(f" {HAN}", "")),
    Slip("fr", "one sign of the term changed", "term-in-brackets", rf"^[^\u4e00-\u9fff]*{HAN}[^\u4e00-\u9fff]*$", swap(r"\(([\u4e00-\u9fff]+)[\u4e00-\u9fff]\)", r"(\1人人)")),
    # quotation marks and spaces
    Slip("de", "typewriter's marks", "quotes", rf"\"{NAME}\"", swap("„(.*?)“", r'"\1"')),
    Slip("de", "French marks", "quotes", rf"\"{NAME}\"", swap("„(.*?)“", r"«\1»")),
    Slip("zh_Hans", "marks of Hong Kong", "quotes", rf"\"{NAME}\"", swap("“(.*?)”", r"「\1」")),
    Slip("es", "single typewriter's marks", "quotes", rf"^\"{NAME}\"", swap("«(.*?)»", r"'\1'")),
    Slip("de", "a mark not closed", "quotes-in-pairs", rf"\"{NAME}\"", swap("“", "")),
    Slip("fr", "a mark not opened", "quotes-in-pairs", rf"^\"{NAME}\"", swap("^«[\u00a0\u202f]", "")),
    Slip("fr", "no space before the question mark", "space-before", r"^(?:Did|Do|Is|What) [a-z ]+\?$", swap(r"[\u00a0\u202f]\?", "?")),
    Slip("fr", "a space that breaks before a colon", "space-before", r"^[A-Z][a-z ]+: \{", swap("[\u00a0\u202f]:", " :")),
    Slip("fr", "no space in the quotation", "space-after", rf"^\"{NAME}\"", swap("«[\u00a0\u202f]", "«")),
    Slip("es", "the question not opened", "opened", r"^(?:Did|Do|Is) [a-z ]+\?$", swap("¿", "")),
    Slip("zh_Hans", "a narrow comma", "sign-width", r"^[A-Za-z ,]+\.$", swap("([\u4e00-\u9fff])，([\u4e00-\u9fff])", r"\1,\2"), "[\u4e00-\u9fff]，[\u4e00-\u9fff]"),
    Slip("zh_Hans", "narrow brackets", "sign-width", HAN, swap("（(.*?)）", r"(\1)"), "[\u4e00-\u9fff]（[\u4e00-\u9fff]"),
    Slip("de", "a wide comma", "sign-width", PLAIN, swap(r" (\w+)\.$", r"， \1.")),
    # dates by hand
    Slip("de", "a month by hand", "written-date", r"\{day\}", swap(r"\{day\}", "{day} Mai")),
    Slip("fr", "a day of the week by hand", "written-date", r"\{day\}", swap(r"\{day\}", "lundi {day}")),
    Slip("zh_Hans", "the sign for day again", "written-date", r"\{day\}", swap(r"\{day\}", "{day}日")),
    Slip("es", "a pattern", "written-date", r"\{day\}", swap(r"\{day\}", "{day} (dd/mm/aaaa)")),
    # tone
    Slip("de", "the familiar form", "avoid", PLAIN, lambda text: f"{text} Frage dein Gericht."),
    Slip("fr", "the familiar form", "avoid", PLAIN, lambda text: f"{text} Demande-le, toi."),
    Slip("es", "the familiar form", "avoid", PLAIN, lambda text: f"{text} Preguntad a vuestro banco."),
    Slip("zh_Hans", "a word that hurts", "avoid", PLAIN, lambda text: f"老赖：{text}"),
    # room
    Slip("de", "too long for its place", "room", r"^Leave$", lambda text: f"{text} ohne zu sichern", comment="at most 12 cells"),
    # hidden
    Slip("zh_Hans", "a mark that nobody sees", "no-hidden-characters", PLAIN, lambda text: f"{text}\u200f"),
    Slip("es", "another address", "same-addresses", r"[a-z]+@example\.org", swap("@example", "@exampel")),
)  # fmt: skip


def message(slip: Slip) -> Message:
    return fitting(slip.locale, slip.english, slip.said)


@pytest.fixture(scope="module", params=planting.LOCALES)
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def room(folder: Path, locale: str, changed: Mapping[tuple[str, str], object] | None = None) -> Path:
    """A language cut to what the slips in it need; ``changed`` are other translations."""
    needed = [message(slip) for slip in SLIPS if slip.locale == locale]
    if locale != "zh_Hans":
        needed.append(planting.plural(locale))
    return planting.write(planting.beside(folder), locale, planting.cut(locale, needed), changed or {})


def told(folder: Path) -> set[tuple[str, str, int]]:
    return {(one.rule, one.file, one.line) for one in planting.found_in(folder)}


def test_the_copies_have_no_mistake(locale: str, tmp_path: Path) -> None:
    room(tmp_path, locale)
    assert told(tmp_path) == set()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda one: f"{one.locale}: {one.name}")
def test_a_slip_is_found_in_its_line_and_nowhere_else(slip: Slip, tmp_path: Path) -> None:
    entry = message(slip)
    new = slip.change(planting.whole(entry)) or str(entry.id)
    assert new != entry.string
    path = room(tmp_path, slip.locale, {planting.key(entry): new})
    line = planting.line_of(path, entry)
    if slip.comment:
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text("\n".join([*lines[: line - 1], f"#. {slip.comment}", *lines[line - 1 :]]), encoding="utf-8")
        line += 1
    found = told(tmp_path)
    file = f"locales/{slip.locale}/LC_MESSAGES/assistant.po"
    assert (slip.rule, file, line) in found
    assert {(one[1], one[2]) for one in found} == {(file, line)}


# -- words beside a number, and texts that are missing


def plural_line(folder: Path, forms: Callable[[str], str]) -> tuple[str, int]:
    """Plants in the forms of a plural; gives the file and the line."""
    path = room(folder, "de")
    line = planting.line_of(path, planting.plural("de"))
    lines = path.read_text(encoding="utf-8").split("\n")
    rest = forms("\n".join(lines[line - 1 :]))
    assert rest != "\n".join(lines[line - 1 :])
    path.write_text("\n".join([*lines[: line - 1], rest]), encoding="utf-8")
    return "locales/de/LC_MESSAGES/assistant.po", line


PLURALS: dict[str, tuple[str, Change]] = {
    "a form missing": ("plural-forms", swap(r"msgstr\[1\] \".*\"\n", "")),
    "a form empty": ("plural-forms", swap(r"msgstr\[0\] \".*\"", 'msgstr[0] ""')),
    "a form too many": ("plural-forms", swap(r"(msgstr\[1\] \".*\"\n)", r'\1msgstr[2] "{n} X"' + "\n")),
    "the number left out": ("plural-number", swap(r"(msgstr\[1\] \".*)\{n\}", r"\1viele")),
    "a name out of nowhere": ("same-placeholders", swap(r"(msgstr\[1\] \".*)\"", r'\1 {mehr}"')),
}


@pytest.mark.parametrize("name", PLURALS)
def test_a_wrong_plural_is_found(name: str, tmp_path: Path) -> None:
    rule, change = PLURALS[name]
    file, line = plural_line(tmp_path, change)
    assert (rule, file, line) in told(tmp_path)


@pytest.mark.parametrize(("mark", "rule"), [("missing", "complete"), ("stale", "no-fuzzy")])
@pytest.mark.parametrize("tier", ["unofficial", "incubating"])
def test_missing_and_stale_texts_are_errors_only_where_a_language_is_said_to_be_complete(
    mark: str, rule: str, tier: str, tmp_path: Path
) -> None:
    entry = fitting("fr", PLAIN)
    path = room(tmp_path, "fr", {planting.key(entry): "" if mark == "missing" else entry.string})
    line = planting.line_of(path, entry)
    if mark == "stale":
        lines = path.read_text(encoding="utf-8").split("\n")
        above = line - (2 if lines[line - 2].startswith("msgctxt") else 1)
        path.write_text("\n".join([*lines[:above], "#, fuzzy", *lines[above:]]), encoding="utf-8")
        line += 1
    record = path.parent.parent / "locale.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("unofficial", tier, 1), encoding="utf-8")
    found = [(one.rule, one.severity, one.line) for one in planting.found_in(tmp_path)]
    assert found == [(rule, "error" if tier == "unofficial" else "warning", line)]


# -- what lies beside the catalogues


@dataclass(frozen=True)
class Beside:
    """A mistake in a file beside a catalogue: a pattern in it, what stands there instead, the rule."""

    file: str
    name: str
    rule: str
    before: str
    after: str
    lines_on: int = 0
    """How many lines below the change it is told."""


BESIDE: tuple[Beside, ...] = (
    Beside("de/locale.yaml", "an unknown key", "locale-record", r"^tone: ", "ton: "),
    Beside("fr/locale.yaml", "another language's name", "locale-record", r"^id: fr$", "id: es"),
    Beside("es/locale.yaml", "a tier that is none", "locale-record", r"^tier: \w+", "tier: finished"),
    Beside("zh_Hans/locale.yaml", "Han signs of no kind", "locale-record", r"^  hans: simplified", "  hans: short"),
    Beside("es/locale.yaml", "a pair of one mark", "locale-record", r"^  quotes: .*", '  quotes: ["«"]'),
    Beside("de/locale.yaml", "a script that is none", "script-exists", r"^  scripts: \[LATIN\]", "  scripts: [LATN]"),
    Beside("fr/locale.yaml", "read by nobody, called official", "official-is-read", r"^tier: unofficial", "tier: official"),
    Beside("de/locale.yaml", "a review to come", "review-is-past", r"^reviews: \[\]", "reviews:\n  - {part: routes, by: Kim, on: 2031-01-31}", 1),
    Beside("de/lexicon.txt", "no colon", "lexicon-line", r"^yes: .*", "yes ja"),
    Beside("es/lexicon.txt", "a meaning that is none", "lexicon-line", r"^unknown:", "desconocido:"),
    Beside("fr/lexicon.txt", "two numbers for one word", "lexicon-number", r"^3: trois", "3: trois deux"),
    Beside("en/lexicon.txt", "no word for no", "lexicon-answers", r"^no: .*", "no:"),
    Beside("zh_Hans/lexicon.txt", "one word for yes and no", "lexicon-yes-no", r"^no: ", "no: 是 "),
    Beside("glossary.csv", "an id twice", "glossary-id", r"^processing,", "personal_data,"),
    Beside("glossary.csv", "no evidence", "glossary-cell", r"(Anything done with data[^\"]*\"?,)(\".*?\"|[^,]*)(,\"official)", r"\1\3"),
    Beside("glossary.csv", "a comma without marks", "glossary-columns", r"^personal_data,data_protection,", "personal_data,data_protection,and more,"),
    Beside("glossary.csv", "a word that says nothing", "glossary-status", r"official: en", "certain: en"),
    Beside("glossary.csv", "a word without its standing", "glossary-status", r"official: en,zh_Hans,zh_Hant,de,", "official: en,zh_Hans,zh_Hant,"),
)  # fmt: skip


def test_what_lies_beside_has_no_mistake(tmp_path: Path) -> None:
    planting.beside(tmp_path)
    assert told(tmp_path) == set()


@pytest.mark.parametrize("wrong", BESIDE, ids=lambda one: f"{one.file}: {one.name}")
def test_a_mistake_beside_the_catalogue_is_found(wrong: Beside, tmp_path: Path) -> None:
    path = planting.beside(tmp_path) / wrong.file
    text = path.read_text(encoding="utf-8")
    at = re.search(f"(?m){wrong.before}", text)
    assert at is not None
    path.write_text(text[: at.start()] + at.expand(wrong.after) + text[at.end() :], encoding="utf-8")
    line = text.count("\n", 0, at.start()) + 1 + wrong.lines_on
    assert (wrong.rule, f"locales/{wrong.file}", line) in told(tmp_path)


def test_a_record_that_is_not_there_is_found(tmp_path: Path) -> None:
    (planting.beside(tmp_path) / "de" / "locale.yaml").unlink()
    assert ("locale-there", "locales/de/locale.yaml", 1) in told(tmp_path)


def test_a_term_said_otherwise_is_found_once(tmp_path: Path) -> None:
    """In four texts the executing court is another court: one finding, at the first of them."""
    german = [
        one
        for one in planting.entries("de")
        if isinstance(one.id, str)
        and re.search(r"executing court\b", one.id)
        and "ollstreckungsgericht" in planting.whole(one)
        and not (one.context or "").endswith((":words", "example"))
    ]
    chosen = list({one.id: one for one in german}.values())[:6]
    path = planting.write(planting.beside(tmp_path), "de", chosen, {})
    assert told(tmp_path) == set()
    other = {planting.key(one): re.sub(r"\w*ollstreckungsgericht\w*", "Amt", planting.whole(one)) for one in chosen[2:]}
    planting.write(tmp_path / "locales", "de", chosen, other)
    first = min(planting.line_of(path, one) for one in chosen[2:])
    found = [one for one in planting.found_in(tmp_path) if one.rule == "term"]
    assert [(one.line, one.values["count"], one.values["every"]) for one in found] == [(first, 4, 6)]


# -- letters


@dataclass(frozen=True)
class Error:
    """A mistake in one language of a letter."""

    letter: str
    file: str
    name: str
    rule: str
    before: str
    """Words of the file; its line is the one that is told, unless ``told`` says another."""
    after: str
    told: str = ""
    """Words of the changed file, in the line that is told."""


OBJECTION, ERASE = "cn-ltr-exec-objection", "eu-l-erase"
DATE, SUBJECT = (
    "{% block date %}\n{{ today }}\n{% endblock %}\n",
    "{% block subject %}\nSupresión de datos (art. 17 del RGPD)\n{% endblock %}\n",
)
ERRORS: tuple[Error, ...] = (
    # paragraphs, points, rows
    Error(ERASE, "fr", "a paragraph dropped", "letter-contract", "{% block requests_intro %}\nJe vous prie également de bien vouloir\u00a0:\n{% endblock %}\n", "", "{% block signature %}"),
    Error(ERASE, "es", "two paragraphs exchanged", "letter-contract", DATE + SUBJECT, SUBJECT + DATE, "{% block subject"),
    Error(ERASE, "es", "a paragraph twice", "block-once", DATE, DATE * 2, "{% block date %}\n{{ today }}\n{% endblock %}\n{% block subject"),
    Error(ERASE, "fr", "a point dropped", "same-lines", "- Me confirmer l’effacement.\n", "", "{% endblock %}\n{% block answer"),
    Error(OBJECTION, "zh_Hans", "a row dropped", "filing-alone", "文书文号 | {{ act_number }}\n", ""),
    Error(OBJECTION, "de", "a row dropped", "same-lines", "Nummer des Schriftstücks | {{ act_number }}\n", ""),
    Error(OBJECTION, "de", "a paragraph of the law dropped", "same-lines", "\n\nDieser Einwand folgt auch den Bestimmungen", " Dieser Einwand folgt auch den Bestimmungen", '{% if act == "consumption" %}Für'),
    # what is filled in
    Error(ERASE, "es", "a field lost", "same-fields", "{% if reason %} {{ reason }}{% endif %}", ""),
    Error(OBJECTION, "en", "a field lost", "same-fields", "Telephone (联系电话) | {{ phone }}", "Telephone (联系电话) |"),
    Error(OBJECTION, "de", "a field for another", "same-fields", "| {{ act_number }}", "| {{ act_date }}"),
    Error(OBJECTION, "zh_Hans", "the lines of the address lost", "filing-alone", "{% for line in address %}{{ line }}{% if not loop.last %}，{% endif %}{% endfor %}", "见下文"),
    Error(OBJECTION, "en", "the addressee lost", "same-fields", "{% block addressee %}{{ court.name }}", "{% block addressee %}To the court"),
    Error(ERASE, "fr", "a field misspelt", "letter-contract", "{{ full_name }}", "{{ fullname }}"),
    Error(ERASE, "_shared/eu-sender.fr", "a field lost in a shared text", "same-fields", "{% if email %}{{ email }}{% endif %}", ""),
    # conditions
    Error(OBJECTION, "de", "a branch missing", "same-conditions", '{% elif act == "taking" %}Überweisung oder Einziehung (划拨、提取) meiner Guthaben oder Einkünfte', ""),
    Error(OBJECTION, "en", "another option", "same-conditions", 'I am {% if standing == "party" %}', 'I am {% if standing == "interested" %}'),
    Error(OBJECTION, "de", "a condition turned round", "same-conditions", "{% if evidence %}", "{% if not evidence %}"),
    Error(ERASE, "es", "the last branch missing", "same-conditions", "{% else %}Los datos se obtuvieron a través de un servicio en línea cuando yo era menor de edad (art. 17, apartado 1, letra f), del RGPD).{% endif %}", "{% endif %}"),
    Error(ERASE, "fr", "a condition too many", "same-conditions", "- Me confirmer", '{% if ground == "consent" %}- Me confirmer l’effacement.{% endif %}\n- Me confirmer'),
    Error(OBJECTION, "zh_Hans", "a condition on the answer to another question", "filing-alone", '{% if relief == "correct" %}', '{% if standing == "party" %}'),
    # figures and articles
    Error(OBJECTION, "de", "another article", "same-articles", "Art. 236", "Art. 235"),
    Error(OBJECTION, "zh_Hans", "another article", "same-articles", "第二百三十六条", "第二百三十九条"),
    Error(ERASE, "es", "another article", "same-articles", "art. 19 del RGPD", "art. 18 del RGPD"),
    Error(OBJECTION, "zh_Hans", "more days", "same-figures", "十五日内审查", "五十日内审查"),
    Error(OBJECTION, "de", "more days", "same-figures", "binnen fünfzehn Tagen", "binnen fünfzig Tagen"),
    Error(OBJECTION, "en", "more days", "same-figures", "within fifteen days", "within twenty days"),
    Error(OBJECTION, "de", "another document number", "same-figures", "法发〔2019〕35号", "法发〔2019〕53号"),
    # how it is written
    Error(OBJECTION, "de", "a Cyrillic letter", "mixed-script", "Anträge", "\u0410nträge"),
    Error(OBJECTION, "en", "a Cyrillic letter", "mixed-script", "Requests (", "Requ\u0435sts ("),
    Error(OBJECTION, "zh_Hans", "a traditional sign", "han-set", "执行异议申请书", "執行异议申请书"),
    Error(ERASE, "fr", "a Chinese word in the sentence", "foreign-script", "Je vous demande d’effacer", "Je vous demande de 删除"),
    Error(OBJECTION, "de", "typewriter's marks", "quotes", "unten „ich“", 'unten "ich"'),
    Error(OBJECTION, "zh_Hans", "a narrow comma", "sign-width", "理由成立的，裁定", "理由成立的,裁定"),
    Error(ERASE, "fr", "a space that breaks", "space-before", "de bien vouloir\u00a0:", "de bien vouloir :"),
    Error(OBJECTION, "de", "the familiar form", "avoid", "Alle meine Gründe", "Alle deine Gründe"),
)  # fmt: skip


@pytest.mark.parametrize("letter", [OBJECTION, ERASE])
def test_the_letters_have_no_mistake(letter: str, tmp_path: Path) -> None:
    planting.letter(tmp_path, letter)
    assert planting.in_letters(tmp_path) == []


@pytest.mark.parametrize("error", ERRORS, ids=lambda one: f"{one.letter} {one.file}: {one.name}")
def test_a_mistake_in_a_letter_is_found_in_its_line(error: Error, tmp_path: Path) -> None:
    folder = planting.letter(tmp_path, error.letter)
    path = folder.parent / (error.file if "/" in error.file else f"{error.letter}/{error.file}")
    path = path.with_name(f"{path.name}.md.j2")
    text = path.read_text(encoding="utf-8")
    there = re.search(re.escape(error.before).replace(r"\ ", "[ \u00a0\u202f]"), text)
    assert there is not None
    changed = text[: there.start()] + error.after + text[there.end() :]
    path.write_text(changed, encoding="utf-8")
    line = 1 + (changed[: changed.index(error.told)] if error.told else text[: there.start()]).count("\n")
    wanted = (error.rule, f"templates/letters/{path.parent.name}/{path.name}", line)
    assert wanted in {(one.rule, one.file, one.line) for one in planting.in_letters(tmp_path)}


def test_there_are_more_than_sixty() -> None:
    assert len(SLIPS) + len(PLURALS) + len(BESIDE) + len(ERRORS) >= 60
    rules = {one.rule for every in (SLIPS, BESIDE, ERRORS) for one in every}
    assert len(rules) >= 12
