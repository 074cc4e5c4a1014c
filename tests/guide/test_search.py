"""Plain words in three languages, with typing errors and word forms, find the right situation."""

from __future__ import annotations

import pytest

from assistant.guide import Adviser
from assistant.i18n import locales, translator
from assistant.knowledge import open_knowledge
from tests.conftest import TODAY

ADVISER = Adviser(open_knowledge(), TODAY, translator, tuple(locales()))

STORIES = (
    ("en", "I paid but I am still on the court list", "cn-spc-list-despite-compliance"),
    ("en", "i payed evrything but still on the cort list", "cn-spc-list-despite-compliance"),
    ("en", "wrong person same name on defaulter list", "cn-spc-list-mistaken-identity"),
    ("en", "my sesame score is low", "cn-sesame-credit"),
    ("en", "paid bill still in schufa", "de-credit-entry-settled-or-old"),
    ("en", "schufa entry wrong", "de-credit-file-error"),
    ("en", "bank refused my loan because of a score", "de-credit-refused"),
    ("de", "Mein SCHUFA-Eintrag ist falsch", "de-credit-file-error"),
    ("de", "Rechnung bezahlt, Eintrag immer noch in der Schufa", "de-credit-entry-settled-or-old"),
    ("de", "Kredit abgelehnt wegen Schufa", "de-credit-refused"),
    ("de", "ich habe bezahlt und stehe immer noch auf der Gerichtsliste", "cn-spc-list-despite-compliance"),
    ("zh_Hans", "钱还清了还在失信名单上", "cn-spc-list-despite-compliance"),
    ("zh_Hans", "芝麻分太低", "cn-sesame-credit"),
    ("zh_Hans", "同名同姓被列入老赖", "cn-spc-list-mistaken-identity"),
    ("zh_Hans", "买不了高铁票 限制高消费", "cn-consumption-restriction"),
)


@pytest.mark.parametrize(("locale", "story", "wanted"), STORIES)
def test_the_right_situation_is_among_the_first_two(locale: str, story: str, wanted: str) -> None:
    found = ADVISER.find(story, translator(locale))
    assert wanted in [one.situation.id for one in found[:2]]


def test_words_in_another_language_than_the_interface() -> None:
    found = ADVISER.find("芝麻分太低", translator("de"))
    assert found[0].situation.id == "cn-sesame-credit"


@pytest.mark.parametrize("nothing", ["", "   ", "xyzzy qwrtp", "\x00\x1b[2J", "🙂", "。。。"])
def test_nothing_fits_nothing(nothing: str) -> None:
    assert ADVISER.find(nothing, translator("en")) == ()


def test_country_narrows_the_search() -> None:
    found = ADVISER.find("my score is low", translator("en"), "de")
    assert found
    assert all(one.situation.country in (None, "de", "eu") for one in found)
