"""The look and the inside of the PDF."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest

from assistant.formats import format_named
from assistant.formats.pdf import engine, fonts
from assistant.model import Block, Document, InputError
from tests.formats.helpers import from_pdf, load, squeeze

MM = 72 / 25.4
TEMPLATES = Path(engine.__file__).parents[1] / "typst"


def pdf(document: Document) -> bytes:
    return format_named("pdf").write(document)


def places(data: bytes, page: int = 0) -> list[tuple[str, float, float]]:
    """Text with its place on a page, in millimetres from the upper left corner."""
    found: list[tuple[str, float, float]] = []

    def visit(text: str, cm: Any, _tm: Any, *_: Any) -> None:
        if text.strip():
            found.append((text.strip(), cm[4] / MM, 297 - cm[5] / MM))

    pypdf.PdfReader(io.BytesIO(data)).pages[page].extract_text(visitor_text=visit)
    return found


def replaced(document: Document, role: str, *lines: str) -> Document:
    blocks = tuple(
        block.model_copy(update={"lines": lines}) if block.role == role else block for block in document.blocks
    )
    return document.model_copy(update={"blocks": blocks})


@pytest.mark.parametrize("name", ["din-5008.de", "din-5008.en", "din-5008.zh_Hans"])
def test_the_address_keeps_within_the_window(name: str) -> None:
    letter = load(name)
    wanted = {squeeze(line) for block in letter.blocks if block.role == "recipient" for line in block.lines}
    inside = "".join(squeeze(text) for text, x, y in places(pdf(letter)) if 20 <= x <= 110 and 27 <= y <= 72)
    assert all(line in inside for line in wanted)
    assert not [text for text, x, y in places(pdf(letter)) if x < 110 and 72 < y < 90]


@pytest.mark.parametrize("name", ["din-5008.de", "din-5008.en", "din-5008.zh_Hans"])
def test_form_b_stands_eighteen_millimetres_lower(name: str) -> None:
    high, low = load(name), load(name).model_copy(update={"window": "b"})
    wanted = {squeeze(line) for block in high.blocks if block.role == "recipient" for line in block.lines}

    def address(letter: Document) -> list[tuple[str, float, float]]:
        return [one for one in places(pdf(letter)) if squeeze(one[0]) in wanted and one[1] < 110]

    above, below = address(high), address(low)
    assert above
    assert [text for text, _, _ in below] == [text for text, _, _ in above]
    assert all(y2 - y1 == pytest.approx(18, abs=0.05) for (_, _, y1), (_, _, y2) in zip(above, below, strict=True))
    assert all(45 <= y <= 90 for _, _, y in below)
    assert not [text for text, x, y in places(pdf(low)) if x < 110 and 90 < y < 108]


def test_nine_long_lines_fit_the_window() -> None:
    letter = replaced(
        load("din-5008.de"), "recipient", *(f"Zeile {number} der Anschrift mit einigen Wörtern" for number in range(9))
    )
    written = format_named("pdf").render(letter)
    assert written.remarks == ()
    assert all(27 <= y <= 72 for text, _, y in places(written.data) if "Zeile" in text)


def test_an_address_too_long_for_the_window_is_told_and_not_lost() -> None:
    lines = [f"Zeile {number} der Anschrift" for number in range(14)]
    letter = replaced(load("din-5008.de"), "recipient", *lines)
    for name in ("pdf", "docx"):
        written = format_named(name).render(letter)
        assert [remark.values for remark in written.remarks] == [{"lines": 9}]
    assert all(squeeze(line) in squeeze(from_pdf(pdf(letter))) for line in lines)


def test_information_block_and_return_line_have_their_places() -> None:
    found = places(pdf(load("din-5008.de")))
    back = [y for text, x, y in found if "·" in text or (abs(x - 25) < 1 and y < 34.5)]
    assert back
    assert all(30 <= y <= 34.5 for y in back)
    assert [x for text, x, _ in found if text.startswith("22. November")] == [pytest.approx(125, abs=0.2)]


def test_a_chinese_application_is_one_page_with_its_end_in_order() -> None:
    data = pdf(load("cn-application.zh_Hans"))
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) == 1
    found = {squeeze(text): (x, y) for text, x, y in places(data)}
    closing, court = found["此致"], found["北京市朝阳区人民法院"]
    assert closing[0] > court[0]
    assert closing[1] < court[1]
    signature = next(place for text, place in found.items() if text.startswith("申请人（签名"))
    assert signature[0] > 80


def test_a_short_application_is_set_larger() -> None:
    def size(document: Document) -> float:
        sizes: list[float] = []
        pypdf.PdfReader(io.BytesIO(pdf(document))).pages[0].extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: sizes.append(size) if "此致" in text else None,
        )
        return sizes[0]

    long = load("cn-application.zh_Hans")
    short = long.model_copy(
        update={"blocks": tuple(block for block in long.blocks if block.role not in ("table", "parties"))}
    )
    assert size(short) == pytest.approx(14, abs=0.1)
    assert size(long) == pytest.approx(12, abs=0.1)


def test_pages_are_numbered_only_when_there_are_several() -> None:
    letter = load("din-5008.de")
    assert "Seite" not in from_pdf(pdf(letter))
    many = replaced(letter, "paragraph", *("Ein Absatz mit Text. " * 30 for _ in range(8)))
    assert "Seite2von" in squeeze(from_pdf(pdf(many)))


def test_the_notice_is_on_every_page_of_an_aid() -> None:
    aid = load("aid.cn-application.en")
    many = aid.model_copy(update={"blocks": aid.blocks * 3})
    pages = pypdf.PdfReader(io.BytesIO(pdf(many))).pages
    assert len(pages) > 2
    assert all(squeeze(aid.notice) in squeeze(page.extract_text()) for page in pages)


def test_an_aid_has_no_window_and_no_return_line() -> None:
    assert "·" not in from_pdf(pdf(load("aid.din-5008.zh_Hans")))


def test_tags_language_and_standards(sample: Document) -> None:
    with pikepdf.open(io.BytesIO(pdf(sample))) as file:
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang).startswith(sample.locale[:2])
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as metadata:
            assert metadata.pdfa_status == "2A"
            assert metadata["pdfuaid:part"] == "1"


def test_a_german_letter_opens_no_han_font(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = replaced(load("din-5008.de"), "paragraph", "Nur Latein.")
    engine._compiler.cache_clear()
    fonts.fonts.cache_clear()
    monkeypatch.setattr(fonts, "find_spec", lambda name: pytest.fail(f"looked for {name}"))
    assert pdf(letter)
    engine._compiler.cache_clear()
    fonts.fonts.cache_clear()


def test_a_missing_font_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    engine._compiler.cache_clear()
    fonts.fonts.cache_clear()
    monkeypatch.setattr(fonts, "find_spec", lambda _name: None)
    with pytest.raises(InputError, match="manimgx-fonts-cjk"):
        pdf(load("plain.zh_Hans"))
    fonts.fonts.cache_clear()


def test_one_compiler_for_all_letters_of_a_kind() -> None:
    engine._compiler.cache_clear()
    for _ in range(3):
        pdf(load("plain.de"))
        pdf(load("plain.en"))
    assert engine._compiler.cache_info().misses == 1


def test_templates_import_nothing_from_outside_and_hold_only_templates() -> None:
    for path in TEMPLATES.iterdir():
        assert path.suffix == ".typ"
        source = re.sub("//.*", "", path.read_text("utf-8"))
        assert "@" not in source
        for imported in re.findall(r"(?:import|include|read|image|plugin)\s*\(?\"([^\"]*)\"", source):
            assert (TEMPLATES / imported).parent == TEMPLATES


def test_an_engine_error_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    def fail(*_: Any, **__: Any) -> bytes:
        error = typst.TypstError("stack overflow", "")
        error.message = "stack overflow"
        raise error

    monkeypatch.setattr(engine, "_compile", fail)
    with pytest.raises(InputError, match="stack overflow"):
        pdf(load("plain.de"))


def test_arabic_letters_are_set_with_their_own_font() -> None:
    letter = replaced(load("plain.de"), "paragraph", "Name: ئابدۇرېھىم (Abdurehim)")
    written = format_named("pdf").render(letter)
    assert written.remarks == ()
    assert b"Amiri" in written.data


def test_a_block_of_every_role_in_every_layout() -> None:
    roles = (
        "title",
        "sender",
        "recipient",
        "reference",
        "date",
        "subject",
        "salutation",
        "parties",
        "heading",
        "paragraph",
        "numbered",
        "bullets",
        "table",
        "closing",
        "addressee",
        "signature",
        "enclosures",
    )
    for layout in ("cn-application", "din-5008", "plain"):
        for locale in ("zh_Hans", "de", "ug"):
            blocks = [Block.model_validate({"id": "b", "role": role, "lines": ("A\tB", "C\tD")}) for role in roles]
            document = load("plain.de").model_copy(update={"layout": layout, "locale": locale, "blocks": tuple(blocks)})
            assert format_named("pdf").render(document).remarks == ()
