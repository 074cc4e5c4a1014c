"""Places in a law, as each language writes them."""

from __future__ import annotations

import pytest

from assistant.guide.articles import article
from assistant.i18n import translator
from assistant.knowledge import Knowledge

PLACES = (
    ("eu-gdpr", "15(1)(h)", "article 15(1)(h)", "Art.\u202f15 Abs. 1 lit. h", "第15条第1款(h)项"),
    ("eu-gdpr", "12(3)", "article 12(3)", "Art.\u202f12 Abs. 3", "第12条第3款"),
    ("cn-spc-list-2017", "10(1)(1)", "article 10(1)(1)", "Art.\u202f10 Abs. 1 Nr. 1", "第10条第1款第1项"),
    ("cn-spc-list-2017", "9, 11, 12", "articles 9, 11, 12", "Art.\u202f9, 11, 12", "第9、11、12条"),
    ("cn-spc-list-2017", "1-13", "articles 1-13", "Art.\u202f1–13", "第1至13条"),
    ("de-bdsg", "31(2)", "§ 31(2)", "§\u202f31 Abs. 2", "§ 31(2)"),
)


@pytest.mark.parametrize(("source", "number", "english", "german", "chinese"), PLACES)
def test_a_place_is_written_as_people_write_it(
    knowledge: Knowledge, source: str, number: str, english: str, german: str, chinese: str
) -> None:
    record = knowledge.sources[source]
    found = [article(number, record, translator(locale)) for locale in ("en", "de", "zh_Hans")]
    assert found == [english, german, chinese]


def test_what_names_its_own_unit_stays(knowledge: Knowledge) -> None:
    assert article("recital 71", knowledge.sources["eu-gdpr"], translator("en")) == "recital 71"
