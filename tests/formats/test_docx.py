"""Word files: order of elements, looks by name, reading by another program."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import docx
import pytest

from assistant.formats import format_named
from assistant.model import Document
from tests.formats.helpers import load, parse_xml, squeeze

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The order that the schema demands, of the elements that we write.
_ORDER = {
    "pPr": "pStyle keepNext keepLines framePr pBdr tabs kinsoku wordWrap overflowPunct autoSpaceDE autoSpaceDN bidi spacing ind jc outlineLvl",
    "rPr": "rFonts b bCs color sz szCs rtl lang",
    "tblPr": "bidiVisual tblW tblInd tblBorders tblLayout tblCellMar",
    "trPr": "cantSplit trHeight tblHeader",
    "sectPr": "headerReference footerReference pgSz pgMar pgBorders titlePg bidi",
    "style": "name basedOn qFormat pPr rPr",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p tbl",
    "settings": "removePersonalInformation removeDateAndTime characterSpacingControl compat",
    "tblBorders": "top left bottom right insideH insideV",
    "pBdr": "top left bottom right",
    "pgBorders": "top left bottom right",
}


def parts(document: Document) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(format_named("docx").write(document))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def test_elements_are_in_the_schema_order(sample: Document) -> None:
    for name, data in parts(sample).items():
        for element in parse_xml(data).iter():
            order = _ORDER.get(_name(element), "").split()
            children = [_name(child) for child in element]
            if order and _name(element) not in ("tc", "sectPr"):
                assert [order.index(child) for child in children] == sorted(order.index(child) for child in children), (
                    name
                )
            assert set(children) <= set(order) or not order, (name, children)


def test_cells_end_with_a_paragraph_and_sections_with_the_text(sample: Document) -> None:
    root = parse_xml(parts(sample)["word/document.xml"])
    assert all(_name(cell[-1]) == "p" for cell in root.iter(f"{_W}tc"))
    assert _name(root[0][-1]) == "sectPr"


def test_every_style_and_every_part_that_is_named_exists(sample: Document) -> None:
    files = parts(sample)
    styles = {style.get(f"{_W}styleId") for style in parse_xml(files["word/styles.xml"]).iter(f"{_W}style")}
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        used = {style.get(f"{_W}val") for style in parse_xml(files[name]).iter(f"{_W}pStyle")}
        assert used <= styles
    targets = {f"word/{relation.get('Target')}" for relation in parse_xml(files["word/_rels/document.xml.rels"])}
    assert targets <= set(files)


def test_chinese_has_its_fonts_and_its_language() -> None:
    read = docx.Document(io.BytesIO(format_named("docx").write(load("cn-application.zh_Hans"))))
    xml = parts(load("cn-application.zh_Hans"))["word/styles.xml"].decode()
    assert 'w:eastAsia="SimSun"' in xml
    assert 'w:eastAsia="SimHei"' in xml
    assert 'w:lang w:val="en-US" w:eastAsia="zh-CN"' in xml
    title = read.paragraphs[0]
    assert (title.text, title.style and title.style.name) == ("纠正失信信息申请书", "Title")
    (end,) = read.tables[-1].rows[0].cells
    assert [paragraph.style and paragraph.style.name for paragraph in end.paragraphs] == [
        "Item",
        "Closing",
        "Addressee",
        "Signature",
        "Date",
    ]


def test_a_german_letter_has_address_and_information_side_by_side() -> None:
    read = docx.Document(io.BytesIO(format_named("docx").write(load("din-5008.de"))))
    left, _, right = (cell.text for cell in read.tables[0].rows[0].cells)
    assert left.splitlines()[1] == "Beispiel Auskunftei & Söhne GmbH"
    assert "22. November 2026" in right
    height, margin = read.sections[0].page_height, read.sections[0].left_margin
    assert height is not None
    assert margin is not None
    assert (height.mm, margin.mm) == (pytest.approx(297, abs=0.1), pytest.approx(25, abs=0.1))


def test_an_aid_is_framed_and_has_its_notice_in_the_header(aid: Document) -> None:
    read = docx.Document(io.BytesIO(format_named("docx").write(aid)))
    assert [squeeze(paragraph.text) for paragraph in read.sections[0].header.paragraphs] == [squeeze(aid.notice)]
    assert not read.sections[0].different_first_page_header_footer
    assert b"pgBorders" in parts(aid)["word/document.xml"]


def test_right_to_left_turns_paragraphs_runs_and_section() -> None:
    aid = load("aid.cn-application.en").model_copy(update={"locale": "ug"})
    xml = parts(aid)["word/document.xml"]
    assert b"<w:bidi/>" in xml
    assert b"<w:rtl/>" in xml
    assert b'<w:bidiVisual w:val="1"/>' in xml
