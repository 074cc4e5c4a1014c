"""Where pages end: no closing alone, no announcing line alone; page numbers; numbers of items."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pypdf
import pytest

from assistant.formats import format_named
from assistant.formats.breaks import announces, before_end, before_list
from assistant.formats.flow import sheet
from assistant.model import Block, Document, Role
from tests.formats.helpers import load, parse_xml, squeeze
from tests.formats.test_pdf import pdf, places, replaced

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CLOSING: tuple[tuple[Role, str], ...] = (
    ("closing", "此致"),
    ("addressee", "北京市朝阳区人民法院"),
    ("signature", "申请人（签名）："),
    ("date", "2026年11月22日"),
)
_TEXT = "申请人多次前往现场说明情况，均被告知等待。"
_ENDS: dict[str, tuple[Role, tuple[str, ...]]] = {
    "enclosures": ("enclosures", ("证件", "文书", _TEXT * 3 + "尾巴")),
    "one enclosure": ("enclosures", (_TEXT * 3 + "尾巴",)),
    "numbered": ("numbered", ("证件", _TEXT * 3 + "尾巴")),
    "paragraph": ("paragraph", (_TEXT * 4 + "尾巴",)),
    "long paragraph": ("paragraph", (_TEXT * 30 + "尾巴",)),
    "very long item": ("numbered", (_TEXT * 120 + "尾巴",)),
    "table": ("table", ("甲\t乙", "丙\t尾巴")),
}

_SWEEP = {"cn-application": (30, 34), "plain": (32, 37), "din-5008": (25, 29)}
"""Numbers of lines with which the closing comes near the end of a page."""


def letter(layout: str, count: int, *blocks: tuple[Role, tuple[str, ...]]) -> Document:
    """A letter with ``count`` lines before ``blocks``, and its closing."""
    filler = (("paragraph", tuple(f"第{number}行" for number in range(count))),)
    every = (*filler, *blocks, *((role, (text,)) for role, text in _CLOSING))
    made = [Block.model_validate({"id": "b", "role": role, "lines": lines}) for role, lines in every if lines]
    return load("plain.zh_Hans").model_copy(update={"layout": layout, "blocks": tuple(made)})


def pages(document: Document) -> list[str]:
    return [squeeze(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf(document))).pages]


@pytest.mark.parametrize("layout", ["cn-application", "plain", "din-5008"])
@pytest.mark.parametrize("end", sorted(_ENDS))
def test_no_page_begins_with_the_closing(layout: str, end: str) -> None:
    first, last = _SWEEP[layout]
    less = {"long paragraph": 13, "very long item": 18 if layout == "din-5008" else -6}.get(end, 0)
    for count in range(first - less, last - less):
        found = pages(letter(layout, count, _ENDS[end]))
        (page,) = (page for page in found if "此致" in page)
        assert "尾巴" in page, count
        assert "申请人（签名）：" in page, count


def test_the_last_enclosure_is_kept_whole_with_the_closing() -> None:
    for count in range(28, 40):
        (page,) = (page for page in pages(letter("cn-application", count, _ENDS["enclosures"])) if "此致" in page)
        assert _TEXT * 3 + "尾巴" in page, count


_AFTER: tuple[Role, tuple[str, ...]] = ("bullets", ("还有", "此外"))
_FOLLOWING: dict[str, tuple[Role, tuple[str, ...]]] = {
    "numbered": ("numbered", ("最先", "其次")),
    "bullets": ("bullets", ("最先", "其次")),
    "table": ("table", ("最先\t乙", "丙\t丁")),
    "paragraph": ("paragraph", ("最先",)),
}


@pytest.mark.parametrize("layout", ["cn-application", "plain"])
@pytest.mark.parametrize("next_role", sorted(_FOLLOWING))
@pytest.mark.parametrize("long", [0, 20])
def test_no_page_ends_with_an_announcement(layout: str, next_role: str, long: int) -> None:
    lead = _TEXT * long + "损失如下："
    for count in range(24, 30) if long else range(35, 41):
        found = pages(letter(layout, count, ("paragraph", (lead,)), _FOLLOWING[next_role], _AFTER))
        (page,) = (page for page in found if "损失如下：" in page)
        assert "最先" in page, count


def test_no_page_ends_with_an_announcement_in_a_paragraph_or_a_caption() -> None:
    for count in range(36, 41):
        found = pages(letter("plain", count, ("paragraph", ("损失如下：", "最先")), ("heading", ("表一",))))
        assert any("损失如下：最先" in page for page in found), count
        found = pages(letter("plain", count, ("paragraph", ("表一",)), _FOLLOWING["table"]))
        assert any("表一最先" in page for page in found), count


def test_what_stays_with_what() -> None:
    end, caption, item = sheet(
        letter("plain", 0, ("paragraph", ("甲",)), ("table", ("乙",)), ("numbered", ("丙", "丁:")))
    ).pieces[:3]
    closing = sheet(letter("plain", 0)).pieces[0]
    assert before_end(end, closing)
    assert not before_end(end, item)
    assert not before_end(closing, closing)
    assert before_list(end, caption)
    assert before_list(item, end)
    assert not before_list(end, item)
    assert not before_list(end, None)
    assert [announces(item, at) for at in range(2)] == [False, True]


def word(document: Document, part: str = "document") -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(format_named("docx").write(document))) as archive:
        return parse_xml(archive.read(f"word/{part}.xml"))


def is_set(paragraph: ET.Element, name: str) -> bool:
    found = paragraph.find(f".//{_W}{name}")
    return found is not None and found.get(f"{_W}val") != "0"


def kept(document: Document) -> dict[str, tuple[bool, bool]]:
    """By the text of a paragraph, whether it keeps with the next one, and its lines together."""
    found: dict[str, tuple[bool, bool]] = {}
    for paragraph in word(document).iter(f"{_W}p"):
        text = "".join(run.text or "" for run in paragraph.iter(f"{_W}t"))
        found[text] = (is_set(paragraph, "keepNext"), is_set(paragraph, "keepLines"))
    return found


def test_word_keeps_the_last_enclosure_and_the_closing_together() -> None:
    found = kept(letter("cn-application", 3, ("enclosures", ("甲", "乙", "丙"))))
    assert [found[text] for text in ("附：1.甲", "2.乙", "3.丙")] == [(False, False), (False, False), (True, True)]
    assert [found[text] for _, text in _CLOSING] == [(True, True), (True, True), (True, True), (False, True)]


def test_word_puts_the_closing_and_the_last_row_into_one_row_of_a_table() -> None:
    for end, text in (("enclosures", "3."), ("numbered", "二、"), ("paragraph", "")):
        (row,) = word(letter("cn-application", 3, _ENDS[end])).iter(f"{_W}tr")
        assert row.find(f"{_W}trPr/{_W}cantSplit") is not None
        inside = "".join(run.text or "" for run in row.iter(f"{_W}t"))
        assert inside == text + str(_ENDS[end][1][-1]) + "".join(line for _, line in _CLOSING)
    (row,) = word(letter("plain", 3, _ENDS["long paragraph"])).iter(f"{_W}tr")
    assert "".join(run.text or "" for run in row.iter(f"{_W}t")) == "".join(line for _, line in _CLOSING)


@pytest.mark.parametrize("end", sorted(_ENDS))
def test_word_keeps_the_last_lines_with_the_closing(end: str) -> None:
    found = kept(letter("plain", 3, _ENDS[end]))
    ((next_one, lines),) = (both for text, both in found.items() if text.endswith("尾巴"))
    assert (next_one, lines) == (True, "long" not in end)
    gaps = [
        one
        for one in word(letter("plain", 3, _ENDS[end])).iter(f"{_W}p")
        if one.find(f".//{_W}pStyle[@{_W}val='Gap']") is not None
    ]
    assert len(gaps) == (2 if end == "table" else 0)
    assert all(is_set(gap, "keepNext") for gap in gaps)


@pytest.mark.parametrize("next_role", sorted(_FOLLOWING))
def test_word_keeps_an_announcement_with_what_follows(next_role: str) -> None:
    found = kept(
        letter("cn-application", 3, ("paragraph", ("甲", "损失如下：")), _FOLLOWING[next_role], ("bullets", ("乙",)))
    )
    assert found["甲"] == (False, False)
    assert found["损失如下："] == (True, True)
    assert kept(letter("plain", 1, ("paragraph", ("表一",)), _FOLLOWING["table"]))["表一"] == (True, True)


def _fields(document: Document, kind: str) -> list[str]:
    """The fields in the footer of the first page, or of the others."""
    section = next(word(document).iter(f"{_W}sectPr"))
    assert section.find(f"{_W}titlePg") is not None
    (reference,) = (one for one in section.iter(f"{_W}footerReference") if one.get(f"{_W}type") == kind)
    (number,) = (value for name, value in reference.attrib.items() if name.endswith("}id"))
    footer = {"rId5": "footer1", "rId6": "footer2"}[number]
    return [(field.get(f"{_W}instr") or "").strip() for field in word(document, footer).iter(f"{_W}fldSimple")]


@pytest.mark.parametrize("layout", ["cn-application", "plain", "din-5008"])
def test_word_numbers_the_first_page_where_there_is_a_second(layout: str) -> None:
    long, short = letter(layout, 45), letter(layout, 3)
    assert _fields(long, "first") == _fields(long, "default") == ["PAGE", "NUMPAGES"]
    assert _fields(short, "first") == []
    assert _fields(short, "default") == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("name", ["cn-application.de", "din-5008.de", "plain.en"])
def test_word_numbers_the_first_page_in_other_languages(name: str) -> None:
    assert _fields(load(name), "first") == []
    long = replaced(load(name), "paragraph", *("Ein Absatz mit Text. " * 30 for _ in range(8)))
    assert _fields(long, "first") == ["PAGE", "NUMPAGES"]


def test_word_folds_lines_of_an_enclosure_under_its_text() -> None:
    document = letter("cn-application", 1, ("enclosures", tuple(f"证据{number}" for number in range(1, 13))))
    begins: set[str] = set()
    for paragraph in word(document).iter(f"{_W}p"):
        text = "".join(run.text or "" for run in paragraph.iter(f"{_W}t"))
        if "证据" not in text:
            continue
        indent = paragraph.find(f".//{_W}ind")
        assert indent is not None
        stops = [stop.get(f"{_W}pos") for stop in paragraph.iter(f"{_W}tab") if stop.get(f"{_W}pos")]
        # The text begins at the last stop, and further lines there too.
        assert stops[-1] == indent.get(f"{_W}left")
        assert int(indent.get(f"{_W}hanging") or 0) > 300
        assert len([tab for tab in paragraph.iter(f"{_W}tab") if not tab.attrib]) == len(stops)
        begins.add(stops[-1] or "")
    assert len(begins) == 1


@pytest.mark.parametrize("layout", ["cn-application", "plain"])
@pytest.mark.parametrize("role", ["enclosures", "numbered"])
def test_items_begin_at_one_place_from_the_first_to_the_twelfth(layout: str, role: Role) -> None:
    found = places(pdf(letter(layout, 1, (role, tuple("证据" for _ in range(12))))))
    starts = [x for text, x, _ in found if text == "证据"]
    assert len(starts) == 12
    assert max(starts) - min(starts) < 0.01


@pytest.mark.parametrize("layout", ["cn-application", "plain"])
def test_values_stand_apart_from_the_longest_label(layout: str) -> None:
    found = places(pdf(letter(layout, 1, ("parties", ("赔偿义务机关\t某某",)))))
    (label,) = (x for text, x, _ in found if text == "赔偿义务机关：")
    (value,) = (x for text, x, _ in found if text == "某某")
    em = (14 if layout == "cn-application" else 12) * 25.4 / 72
    assert value - label >= 7.5 * em - 0.01  # the full-width colon is cut to half


def _aid(locale: str, beside: str, lines: tuple[str, ...], original: tuple[str, ...]) -> Document:
    block = Block(id="e", role="enclosures", lines=lines, beside=original)
    return load("aid.cn-application.en").model_copy(
        update={"locale": locale, "beside_locale": beside, "blocks": (block,)}
    )


def test_an_aid_numbers_enclosures_as_the_letter_does() -> None:
    def text(document: Document) -> str:
        return format_named("text").write(document).decode()

    numbered = _aid("en", "zh_Hans", ("Copy", "Photo"), ("复印件", "照片"))
    assert re.search(r"(?m)^1\. Copy\n2\. Photo\n  \| 附：\n  \| 1\. 复印件\n  \| 2\. 照片$", text(numbered))
    assert "<span>2.</span> <span>Photo</span>" in format_named("html").write(numbered).decode()
    assert "2.Photo" in squeeze(pypdf.PdfReader(io.BytesIO(pdf(numbered))).pages[0].extract_text())
    assert "1." not in text(_aid("en", "zh_Hans", ("Copy",), ("复印件",)))
    assert "1." not in text(_aid("zh_Hans", "de", ("复印件", "照片"), ("Kopie", "Foto")))


def test_a_box_for_an_office_is_never_parted() -> None:
    """Whatever stands before it, the labelled lines of a confirmation stand on one page."""
    rows = ("Vorgelegt wurde\tAusweis", "Behörde\t____", "Ort und Datum\t____", "Unterschrift und Siegel\t____")
    letter = load("din-5008.de")
    box = Block(id="box", role="parties", lines=rows)
    caption = Block(id="box_text", role="paragraph", lines=("Die Angaben stimmen überein.",))
    for lines in range(18, 44, 2):
        filler = Block(id="filler", role="paragraph", lines=tuple(f"Zeile {n}." for n in range(lines)))
        made = letter.model_copy(update={"blocks": (*letter.blocks[:6], filler, caption, box)})
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(format_named("pdf").write(made))).pages]
        holding = {at for at, text in enumerate(pages) for word in ("Vorgelegt", "Siegel", "stimmen") if word in text}
        assert len(holding) == 1, lines
