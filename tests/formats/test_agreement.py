"""Every format says the same, sentence by sentence."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant.formats import format_named
from assistant.formats.flow import sheet
from assistant.formats.words import words
from assistant.model import Block, Document, InputError
from tests.formats.helpers import EXTRACT, bare, expected, load, squeeze
from tests.formats.test_pdf import places


def test_every_sentence_stands_in_every_format(sample: Document, format_name: str) -> None:
    if sample.sheet == "aid" and format_name == "eml":
        with pytest.raises(InputError):
            format_named("eml").write(sample)
        return
    got = bare(EXTRACT[format_name](format_named(format_name).write(sample)))
    assert [line for line in map(bare, expected(sheet(sample))) if line not in got] == []


def test_nothing_is_added_but_the_return_line(letter: Document, format_name: str) -> None:
    got = squeeze(EXTRACT[format_name](format_named(format_name).write(letter)))
    added = Counter(got)
    added.subtract("".join(expected(sheet(letter))))
    sender = squeeze("".join(line for block in letter.blocks if block.role == "sender" for line in block.lines))
    allowed = Counter(sender + "·····") if letter.layout == "din-5008" else Counter[str]()
    assert all(0 <= count <= allowed[sign] for sign, count in added.items()), added


def test_an_aid_carries_its_notice(aid: Document) -> None:
    for name in ("text", "markdown", "html", "docx"):
        assert squeeze(aid.notice) in squeeze(EXTRACT[name](format_named(name).write(aid))), name
    page = squeeze("".join(text for text, _, y in places(format_named("pdf").write(aid)) if y < 30))
    assert [word for word in aid.notice.split() if bare(word.strip("。.")) not in bare(page)] == []


def test_an_aid_without_a_notice_gets_one() -> None:
    aid = load("aid.cn-application.en").model_copy(update={"notice": ""})
    text = format_named("text").write(aid).decode()
    assert words("en").aid in text
    assert words("zh_Hans").aid in text


def test_a_label_is_not_doubled_where_the_letter_has_its_own_heading() -> None:
    letter = load("plain.de")
    blocks = (Block(id="h", role="heading", lines=("Anlagen",)), Block(id="e", role="enclosures", lines=("Kopie",)))
    text = format_named("text").write(letter.model_copy(update={"blocks": blocks})).decode()
    assert text == "Anlagen\nKopie\n"


def test_numbers_go_on_in_a_list_that_follows_directly() -> None:
    blocks = (
        Block(id="a", role="numbered", lines=("甲",)),
        Block(id="b", role="numbered", lines=("乙",)),
        Block(id="c", role="paragraph", lines=("丙",)),
        Block(id="d", role="numbered", lines=("丁",)),
    )
    text = format_named("text").write(load("plain.zh_Hans").model_copy(update={"blocks": blocks})).decode()
    assert text == "一、甲\n\n二、乙\n\n　　丙\n\n一、丁\n"


@pytest.mark.parametrize("name", sorted(EXTRACT))
def test_a_document_without_text_is_no_error(name: str) -> None:
    empty = load("plain.de").model_copy(update={"blocks": ()})
    assert isinstance(format_named(name).write(empty), bytes)


def test_alphabetic_text_keeps_to_72_columns_and_chinese_lines_stay_whole() -> None:
    german = format_named("text").write(load("din-5008.de")).decode()
    assert max(len(line) for line in german.splitlines() if "https" not in line) <= 72
    chinese = format_named("text").write(load("cn-application.zh_Hans")).decode()
    assert max(map(len, chinese.splitlines())) > 72
