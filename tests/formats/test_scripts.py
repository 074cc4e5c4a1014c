"""Faces by language, fonts inside the file, and where lines of Han letters may break."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pypdf
import pytest

from assistant.formats import format_named
from assistant.formats.pdf.fonts import fonts
from assistant.formats.words import numeral, words
from assistant.model import Document
from tests.formats.helpers import load, parse_xml
from tests.formats.test_docx import parts
from tests.formats.test_pdf import pdf, replaced

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {
    "ru": "Фёдор Щёголев «Пример „Кредит“» № 12/2026 — ый ъ э ю я Ё Й",
    "pl": "Zażółć gęślą jaźń „Łódź” «Śląsk» ŁŚŻŹĆŃÓĄĘ – § 1’2",
    "pt": "ação à órgãos Conceição “não” «sim» n.º 1.ª ÇÃÕÂÊÔ",
    "it": "perché è più città «così» “no” l’ufficio n. 1º ÀÈÉÌÒÙ",
    "nl": "één coördinatie ‘ja’ “nee” ij Ĳ ĳ € 1.234,50 ëïöü",
    "de": "Größe „so“ ‚so‘ ẞ ÄÖÜ § 15 Abs. 1 – 1.234,50 €",
    "fr": "« cœur » n° 1er naïf\u00a0: l’été\u202f; ŒÆÇÀÉ",
    "es": "¿qué? ¡no! «año» n.º 1.ª ÑÁÉÍÓÚÜ",
}
_CLOSING = "，。、；：！？）》〉」』】〕］｝”’％…‧・．—"
_OPENING = "（《〈「『【〔［｛“‘"
_LONG = {
    "zh_Hans": "贵公司于2026年11月2日来函称：“阁下的‘信用评分’系由计算机计算，恕难说明。”本人认为该说明不足；相关规定（《个人信息保护法》第24条、第45条）并无此项例外！？金额共计12345.60元，编号Wohnbau2026。",
    "zh_Hant": "貴公司於中華民國115年11月2日來函稱：「台端『信用評分』係由電腦計算，恕難說明。」本人認為該說明不足；相關規定（《個人資料保護法》第10條、第11條）並無此項例外！？金額共計12345.60元，編號Wohnbau2026。",
}


def faces(data: bytes) -> dict[str, bool]:
    """Every font of a file by the name in it, and whether it lies inside."""
    found: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(data)) as file:
        for one in file.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and "/FontDescriptor" in one:
                inside = {"/FontFile", "/FontFile2", "/FontFile3"} & set(one.FontDescriptor.keys())
                found[str(one.BaseFont)] = bool(inside)
            elif isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font":
                assert "/DescendantFonts" in one, one.get("/BaseFont")
    return found


def test_every_font_lies_inside_and_is_cut_to_its_letters(sample: Document) -> None:
    data = pdf(sample)
    found = faces(data)
    assert found
    assert all(found.values())
    assert [name for name in found if not re.match(r"/[A-Z]{6}\+", name)] == []
    assert len(data) < 400_000


def names(document: Document) -> set[str]:
    return {re.sub(r"-?Identity-[HV]$", "", name.partition("+")[2]) for name in faces(pdf(document))}


def test_chinese_faces_are_those_of_the_place() -> None:
    mainland, taiwan = names(load("plain.zh_Hans")), names(load("plain.zh_Hant"))
    hongkong = names(load("plain.zh_Hant").model_copy(update={"locale": "zh_Hant_HK"}))
    assert any("SerifSC" in name for name in mainland)
    assert not any("TC" in name or "tc" in name for name in mainland)
    assert any("SerifTC" in name for name in taiwan)
    assert not any("SerifSC" in name for name in taiwan)
    assert any("tc" in name or "TC" in name for name in taiwan if "Sans" in name)
    assert any("hk" in name or "HK" in name for name in hongkong if "Sans" in name)


def test_a_simplified_name_in_a_letter_from_taiwan_is_song_too() -> None:
    found = names(replaced(load("plain.zh_Hant"), "paragraph", "张伟与刘汉"))
    assert any("SerifSC" in name for name in found)


def test_both_halves_of_an_aid_have_their_own_face() -> None:
    aid = load("aid.din-5008.zh_Hans").model_copy(update={"locale": "zh_Hant", "beside_locale": "zh_Hans"})
    found = names(aid)
    assert any("SerifTC" in name for name in found)
    assert any("SerifSC" in name for name in found)


def test_traditional_chinese_follows_the_customs_of_chinese_letters() -> None:
    text = format_named("text").write(load("plain.zh_Hant")).decode()
    assert "申請人：張偉" in text
    assert f"{numeral(1)}、查詢" in text
    assert "附件：\n1. 身分證影本" in text
    assert words("zh_Hant_HK").page == "第{n}頁，共{total}頁"


def test_traditional_chinese_in_word_files_and_pages() -> None:
    style = parts(load("plain.zh_Hant"))["word/styles.xml"].decode()
    assert 'w:eastAsia="PMingLiU"' in style
    assert 'w:eastAsia="Microsoft JhengHei"' in style
    assert 'w:eastAsia="zh-TW"' in style
    assert "SimSun" not in style
    hongkong = load("plain.zh_Hant").model_copy(update={"locale": "zh_Hant_HK"})
    assert 'w:eastAsia="zh-HK"' in parts(hongkong)["word/document.xml"].decode()
    assert 'w:eastAsia="MingLiU_HKSCS"' in parts(hongkong)["word/styles.xml"].decode()
    assert '<html lang="zh-Hant">' in format_named("html").write(load("plain.zh_Hant")).decode()


def test_word_files_say_arabic_and_other_languages() -> None:
    for locale, tag in {"ar": "ar-SA", "ar_XB": "ar-SA", "ug": "ug-CN"}.items():
        xml = parts(load("plain.ar").model_copy(update={"locale": locale}))["word/document.xml"].decode()
        assert f'<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="{tag}"/>' in xml
    for locale, tag in {"ru": "ru-RU", "pl": "pl-PL", "pt": "pt-PT", "it": "it-IT", "nl": "nl-NL"}.items():
        xml = parts(load("plain.de").model_copy(update={"locale": locale}))["word/document.xml"].decode()
        assert f'<w:lang w:val="{tag}"' in xml


@pytest.mark.parametrize("locale", ["ar", "ru", "pl", "pt", "it", "nl", "zh_Hant"])
def test_a_letter_numbers_its_pages_in_its_language(locale: str) -> None:
    assert words(locale) != words("xx")
    assert words(locale).enclosures != words("en").enclosures


@pytest.mark.parametrize("locale", sorted(_SIGNS))
def test_every_sign_of_a_language_is_in_its_face_upright_bold_and_italic(locale: str, tmp_path: Path) -> None:
    import typst

    source = tmp_path / "a.typ"
    source.write_text(
        f'#set document(title: "a", date: auto)\n#set text(lang: "{locale}", font: "Libertinus Serif")\n'
        + "\n\n".join(
            f'#text(weight: "{weight}", style: "{style}", sys.inputs.text)'
            for weight in ("regular", "bold")
            for style in ("normal", "italic")
        ),
        "utf-8",
    )
    compiler = typst.Compiler(input=source, root=tmp_path, font_paths=fonts(()), ignore_system_fonts=True)
    data = compiler.compile(
        sys_inputs={"text": _SIGNS[locale]},
        format="pdf",
        pdf_standards=["a-2a"],
        timestamp=datetime(2026, 11, 22, tzinfo=UTC),
    )
    assert isinstance(data, bytes)
    found = {name.partition("+")[2].partition("-Identity")[0] for name in faces(data)}
    assert found == {
        "LibertinusSerif-Regular",
        "LibertinusSerif-Bold",
        "LibertinusSerif-Italic",
        "LibertinusSerif-BoldItalic",
    }


@pytest.mark.parametrize("locale", sorted(_SIGNS))
def test_such_a_letter_needs_no_other_font(locale: str) -> None:
    letter = load("din-5008.en").model_copy(update={"locale": locale})
    for role in ("sender", "recipient", "subject", "heading", "paragraph", "numbered", "enclosures"):
        letter = replaced(letter, role, _SIGNS[locale])
    assert names(letter) == {"LibertinusSerif-Regular", "LibertinusSerif-Bold"}


@pytest.mark.parametrize("locale", sorted(_LONG))
@pytest.mark.parametrize("layout", ["plain", "cn-application", "din-5008"])
def test_no_line_of_a_pdf_begins_with_a_mark_that_closes_or_parts_a_number(locale: str, layout: str) -> None:
    lines = tuple("申" * shift + _LONG[locale] for shift in range(36))
    document = load(f"plain.{locale}").model_copy(update={"layout": layout})
    blocks = tuple(block for block in replaced(document, "paragraph", *lines).blocks if block.role == "paragraph")
    data = pdf(document.model_copy(update={"blocks": blocks}))
    found = [
        line
        for page in pypdf.PdfReader(io.BytesIO(data)).pages
        for line in page.extract_text().splitlines()
        if line.strip()
    ]
    assert len(found) > 100
    assert [line for line in found if line.strip()[0] in _CLOSING] == []
    assert [line for line in found if line.strip()[-1] in _OPENING] == []
    broken = [
        (one, two)
        for one, two in pairwise(found)
        if re.search(r"[0-9A-Za-z.]$", one.strip()) and re.match(r"[0-9A-Za-z.]", two)
    ]
    assert broken == []


@pytest.mark.parametrize("name", ["plain.zh_Hans", "plain.zh_Hant", "din-5008.de", "plain.ar"])
def test_every_style_of_a_word_file_asks_for_the_same(name: str) -> None:
    root = parse_xml(parts(load(name))["word/styles.xml"])
    styles = [style for style in root.iter(f"{_W}style") if style.get(f"{_W}styleId") != "Normal"]
    assert styles
    for style in styles:
        for rule in ("kinsoku", "wordWrap", "overflowPunct"):
            assert _value(style, rule) == "1"


def _value(style: ET.Element, rule: str) -> str | None:
    found = style.find(f"{_W}pPr/{_W}{rule}")
    return None if found is None else found.get(f"{_W}val")


def test_pages_break_lines_strictly() -> None:
    page = format_named("html").write(load("plain.zh_Hant")).decode()
    assert "line-break: strict" in page
    assert "word-break: break-all" not in page
