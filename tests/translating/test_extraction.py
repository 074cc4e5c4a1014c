"""Extraction gives the same each time, and a reworded text makes exactly its translations stale, in every language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from assistant.i18n import SOURCE, locales
from assistant.knowledge import messages, open_knowledge
from assistant.translating.merging import brought_up_to_date, first_id, key_of, plain_read, written
from tests.conftest import TOP
from tools import catalogues

LANGUAGES = [one for one in locales() if one != SOURCE]


@pytest.fixture(scope="module")
def template() -> Catalog:
    return catalogues.template()


def test_extraction_twice_gives_no_difference(template: Catalog) -> None:
    once = written(template)
    assert written(catalogues.template()) == once
    assert (TOP / "locales" / "assistant.pot").read_text(encoding="utf-8") == once  # mend with: make locales


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """What a lawyer's change of three texts in two records makes of the messages: those that went, those that came."""
    folder = tmp_path_factory.mktemp("content")
    shutil.copytree(TOP / "content", folder / "content")
    before = _keys(folder)
    _reword(
        folder / "content" / "routes" / "eu-gdpr-access.yaml",
        "summary: >-\n",
        "summary: >-\n  From now on it is otherwise.\n",
    )
    _reword(folder / "content" / "limits" / "eu-gdpr-answer.yaml", "title: ", "title: Once more, ")
    after = _keys(folder)
    return before - after, after - before


def _reword(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _keys(folder: Path) -> set[tuple[str, str]]:
    return {(one.context, one.text) for one in messages(open_knowledge(folder / "content", TOP / "templates"))}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_exactly_the_translations_of_a_reworded_text_are_stale(
    locale: str, template: Catalog, changed: tuple[set[tuple[str, str]], set[tuple[str, str]]]
) -> None:
    went, came = changed
    there = plain_read(TOP / "locales" / locale / "LC_MESSAGES" / "assistant.po")
    old = brought_up_to_date(there, template, locale)
    translated = {key_of(one): one.string for one in old if one.id and one.string and not one.fuzzy}
    reworded = next(one for one in template if one.id == "That is not the same. Nothing was changed.")
    wanted = [one for one in template if one.id and key_of(one) not in went and one is not reworded]
    for context, text in came:
        wanted.append(Catalog().add(text, context=context))
    wanted.append(Catalog().add("That is not the same. Nothing at all was changed."))
    new = brought_up_to_date(old, wanted, locale)
    expected = {
        key for key in came if any(context == key[0] and (context, text) in translated for context, text in went)
    }
    if ("", "That is not the same. Nothing was changed.") in translated:
        expected.add(("", "That is not the same. Nothing at all was changed."))
    assert {key_of(one) for one in new if one.id and one.fuzzy} - {
        key_of(one) for one in old if one.id and one.fuzzy
    } == expected
    kept = {key_of(one): one.string for one in new if one.id and one.string and not one.fuzzy}
    assert kept == {
        key: string
        for key, string in translated.items()
        if key not in went and key != ("", "That is not the same. Nothing was changed.")
    }
    for one in new:
        if one.id and one.fuzzy and key_of(one) in expected:
            assert one.previous_id  # the old wording stands beside it
            assert first_id(one) not in one.previous_id
