"""The translator's bench: a new language, how far each is, and which text is which."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from assistant import paths
from assistant.checks.words import MEANINGS
from assistant.i18n import PSEUDO, placeholders, translator
from assistant.knowledge.languages import language
from assistant.model import InputError
from assistant.text import turned
from assistant.translating.creating import create
from assistant.translating.glossary import terms, variants
from assistant.translating.merging import brought_up_to_date, first_id, is_translated, plain_read
from assistant.translating.preview import Heard, on_page, places, recording
from assistant.translating.standing import packed, standings
from tests.conftest import TOP

LOCALES = TOP / "locales"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of languages with one entry in twenty, so that a test need not read them all."""
    folder = tmp_path_factory.mktemp("locales")
    every = (LOCALES / "assistant.pot").read_text(encoding="utf-8").split("\n\n")
    (folder / "assistant.pot").write_text("\n\n".join([every[0], *every[1::20]]) + "\n", encoding="utf-8")
    shutil.copy(LOCALES / "glossary.csv", folder)
    return folder


def test_a_new_language_has_all_it_needs(bench: Path) -> None:
    path, every, filled = create("cs", bench)
    try:
        assert path == bench / "cs" / "LC_MESSAGES" / "assistant.po"
        catalogue = plain_read(path)
        assert len(catalogue) == every > 500
        assert "nplurals=3" in catalogue.plural_forms
        assert not any(is_translated(one) for one in catalogue if one.id) or filled
        record = language("cs", bench)
        assert record is not None
        assert (record.tier, record.name, record.reviews) == ("incubating", "čeština", ())
        lexicon = (bench / "cs" / "lexicon.txt").read_text(encoding="utf-8")
        assert "\n12: prosince prosinec\n" in lexicon  # "pro", the abbreviation, is the Czech word for "for"
        assert {f"\n{one}:\n" in lexicon for one in MEANINGS} == {True}
        assert translator("cs", bench)("Back") == "Back"
        with pytest.raises(InputError, match="already"):
            create("cs", bench)
    finally:
        shutil.rmtree(bench / "cs")


def test_terms_of_the_glossary_are_seeded_to_be_looked_at(bench: Path) -> None:
    template = Catalog()
    template.add("erasure")
    template.add("Nothing of the kind")
    from assistant.translating.creating import seeded

    seeds, filled = seeded(template, "it", bench)
    term = next(one for one in terms(bench) if one.words["en"][0] == "erasure")
    assert filled == 1
    assert seeds["erasure"].string == term.words["it"][0]
    assert seeds["erasure"].fuzzy  # not shown before somebody has looked at it
    assert not seeds["Nothing of the kind"].string


def test_short_texts_stand_there_as_words_of_their_own() -> None:
    heard = [Heard("", one, one) for one in ("no", "sh", "list", "Back", "案件", "Is it so?")]
    page = "Nothing is kept, see the shell.\nlist: Back   Is it\nso? 我的案件在此"
    assert {one.said for one in on_page(heard, page)} == {"list", "Back", "案件", "Is it so?"}


@pytest.mark.parametrize("name", ["xx", "../de", "DE", "de_", "zh_hans", "a/b", ""])
def test_what_is_no_language(bench: Path, name: str) -> None:
    with pytest.raises(InputError):
        create(name, bench)
    assert not (bench / name).exists() or name in ("", "../de")


def test_in_a_wheel_a_language_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="copy of the source"):
        create("cs", tmp_path)


def test_every_language_tells_how_far_it_is() -> None:
    for name in ("de", "fr"):
        found = {one.part: one for one in standings(name, LOCALES, language(name), (5, 9), terms())}
        assert found["interface"].every > 1000
        assert found["aids"].done == 5
        assert found["aids"].missing == 4
        assert all(one.drafted == one.done for one in found.values() if not one.reviews)


def test_a_wheel_knows_what_was_counted(tmp_path: Path) -> None:
    counted = standings("de", LOCALES, language("de"), (5, 9), terms())
    (tmp_path / "status.json").write_text(packed({"de": counted}), encoding="utf-8")
    assert standings("de", tmp_path, None, (0, 0), ()) == counted
    assert standings("it", tmp_path, None, (0, 0), ()) == ()


def _catalogue(*texts: tuple[str, str, str]) -> Catalog:
    made = Catalog(locale="de")
    for context, text, said in texts:
        made.add(text, said, context=context or None)
    return made


def test_a_reworded_text_makes_exactly_its_translation_stale() -> None:
    old = _catalogue(
        ("", "They must answer within a month.", "Sie müssen binnen eines Monats antworten."),
        ("", "Nothing was changed.", "Nichts wurde geändert."),
        ("routes/a:summary", "You ask for a copy.", "Sie bitten um eine Kopie."),
        ("routes/a:evidence.text", "A paper.", "Ein Papier."),
        ("routes/a:evidence.text", "Another paper.", "Ein anderes Papier."),
    )
    wanted = _catalogue(
        ("", "They must answer you within a month.", ""),
        ("", "Nothing was changed.", ""),
        ("routes/a:summary", "Something else altogether.", ""),
        ("routes/a:evidence.text", "A paper.", ""),
        ("routes/a:evidence.text", "Another paper of yours.", ""),
        ("routes/b:summary", "You ask for a copy.", ""),
    )
    new = brought_up_to_date(old, wanted, "de")
    stale = {(one.context, first_id(one)): (one.string, one.previous_id) for one in new if one.fuzzy}
    assert stale == {
        (None, "They must answer you within a month."): (
            "Sie müssen binnen eines Monats antworten.",
            ["They must answer within a month."],
        ),
        ("routes/a:summary", "Something else altogether."): ("Sie bitten um eine Kopie.", ["You ask for a copy."]),
        ("routes/a:evidence.text", "Another paper of yours."): ("Ein anderes Papier.", ["Another paper."]),
    }
    assert new.get("Nothing was changed.").string == "Nichts wurde geändert."
    assert not new.get("You ask for a copy.", context="routes/b:summary").string


def test_a_stale_text_is_not_shown(tmp_path: Path) -> None:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "assistant.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        '#, fuzzy\n#| msgid "Old"\nmsgid "New"\nmsgstr "Alt"\n\nmsgid "Back"\nmsgstr "Zurück"\n',
        encoding="utf-8",
    )
    assert translator("de", tmp_path)("New") == "New"
    assert translator("de", tmp_path)("Back") == "Zurück"


def test_what_stands_on_a_page() -> None:
    heard = [
        Heard("", "Last day: {day}", "Letzter Tag: {day}"),
        Heard(
            "routes/a:title", "Ask the court to correct the list", "Beim Gericht die Berichtigung der Liste beantragen"
        ),
        Heard("", "Not there", "Gar nicht da"),
        Heard("", "Safety", "الأمان والحماية"),
    ]
    page = "  1 Beim Gericht die Berichtigung\n    der Liste beantragen\n Letzter Tag: Fr 7. Nov 2026\n"
    assert [one.source for one in on_page(heard[:3], page)] == ["Ask the court to correct the list", "Last day: {day}"]
    assert [one.source for one in on_page(heard[3:], turned("الأمان والحماية", right_to_left=True))] == ["Safety"]
    assert on_page(heard[3:], turned("الأمان", right_to_left=True)) == []


def test_a_recording_says_the_same_and_remembers() -> None:
    quiet, loud = translator("de"), recording("de")
    assert loud("Back") == quiet("Back")
    assert loud.plural("Removed: {n} case.", "Removed: {n} cases.", 2) == quiet.plural(
        "Removed: {n} case.", "Removed: {n} cases.", 2
    )
    assert ("", "Back") in loud.catalogue.heard  # type: ignore[attr-defined]
    where = places("de", LOCALES)["", "Back"]
    line = (LOCALES / "de" / "LC_MESSAGES" / "assistant.po").read_text(encoding="utf-8").splitlines()[where.line - 1]
    assert line == 'msgid "Back"'
    assert recording("en_XA")("Back") == translator("en_XA")("Back")


@pytest.mark.parametrize("name", sorted(PSEUDO))
def test_a_language_to_test_with_keeps_what_must_stay(name: str) -> None:
    tr = translator(name)
    text = "Write to {body} by {day}: see `recourse plan`, --aid, locales/README.md, x@example.org, or 2 copies of cn-spc-list."
    said = tr(text)
    assert placeholders(said) == placeholders(text)
    for kept in ("`recourse plan`", "--aid", "locales/README.md", "x@example.org", "2", "cn-spc-list"):
        assert kept in said
    assert not any(word in said for word in ("Write", "copies", "see"))
    assert len(translator("en_XA")(text)) > len(text) * 1.25


def test_variants_of_a_cell() -> None:
    assert variants("Widerspruch (gegen die Verarbeitung) / Einspruch") == ("Widerspruch", "Einspruch")
    assert variants("") == ()


def test_the_room_of_languages_is_the_one_here() -> None:
    with (LOCALES / "assistant.pot").open("rb") as file:
        template = read_po(file)
    bare = [first_id(one) for one in template if one.id and not one.auto_comments]
    assert not bare, bare[:5]  # each text tells translators where it appears
    assert paths.room("locales") == LOCALES
