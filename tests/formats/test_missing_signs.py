"""A character that our fonts lack is named with its place, and no PDF is made: never a box (U20)."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.formats import format_named
from assistant.formats.pdf import engine, fonts
from assistant.formats.pdf.faces import packages
from assistant.model import Block, Document, InputError, Role
from tests.formats.helpers import EXTRACT, load, squeeze
from tests.formats.reading import logical_text
from tests.formats.test_pdf import pdf, replaced

_LACKING = {
    "emoji": "\U0001f642",
    "Tibetan": "\u0f56\u0f7c\u0f51",
    "Mongolian": "\u182e\u1823",
    "Yi": "\ua188\ua320",
    "Thai": "\u0e44\u0e17\u0e22",
    "cuneiform": "\U00012000",
    "rare Han of extension B": "\U0002a6a5",
    "rare Han of extension D": "\U0002b740",
    "rare Han of extension G": "\U00030000",
}
_KNOWN = (
    "𠮷", "䶮", "㐀", "葛\U000e0100", "ﷺ", "ئۇيغۇرچە", "한국어", "ひらがな", "қазақ ғ ң ә", "№ ẞ ½ → ☐ ✓", "نامه\u200cای", "x \u200d y",
)  # fmt: skip


def error(document: Document) -> str:
    with pytest.raises(InputError) as raised:
        format_named("pdf").write(document)
    return str(raised.value)


@pytest.mark.parametrize("text", _LACKING.values(), ids=_LACKING)
@pytest.mark.parametrize("name", ["plain.de", "plain.zh_Hans", "plain.zh_Hant", "plain.ar"])
def test_the_character_its_number_its_place_and_the_way_out_are_told(text: str, name: str) -> None:
    told = error(replaced(load(name), "paragraph", f"Ort {text} hier und sehr viel weiterer Text danach"))
    assert text[0] in told
    assert all(f"U+{ord(sign):04X}" in told for sign in text)
    assert f"“Ort {text} hier" in told
    assert "weiterer" not in told
    assert "docx or html" in told


@pytest.mark.parametrize(
    "role", ["title", "subject", "parties", "reference", "numbered", "table", "signature", "enclosures"]
)
def test_the_place_is_found_in_every_block(role: Role) -> None:
    line = "Feld\tbei \U0001f642 dort" if role in ("parties", "reference", "table") else "Feld bei \U0001f642 dort"
    block = Block(id="b", role=role, lines=(line,))
    told = error(load("plain.de").model_copy(update={"blocks": (block,)}))
    assert "bei \U0001f642 dort" in told
    if role == "parties":
        assert "“Feld: bei" in told


def test_the_address_in_the_window_and_the_letter_beside_an_aid_are_looked_at() -> None:
    assert "“Firma \U0001f642”" in error(replaced(load("din-5008.de"), "recipient", "Firma \U0001f642"))
    aid = load("aid.cn-application.en")
    blocks = (aid.blocks[0].model_copy(update={"beside": ("甲\U0001f642",)}), *aid.blocks[1:])
    assert "“甲\U0001f642”" in error(aid.model_copy(update={"blocks": blocks}))


def test_several_are_told_at_once() -> None:
    told = error(replaced(load("plain.de"), "paragraph", "A \U0001f642 und \u0f40", "B \ua188"))
    assert "U+1F642" in told
    assert "U+0F40" in told
    assert "U+A188" in told


def test_a_sign_over_a_letter_is_told_and_not_the_letter() -> None:
    told = error(replaced(load("plain.de"), "paragraph", "Nummer 1\ufe0f\u20e3 hier"))
    assert "(U+FE0F U+20E3)" in told
    told = error(replaced(load("plain.de"), "paragraph", "\U0001f469\u200d\U0001f4bb"))
    assert "U+1F469" in told
    assert "U+1F4BB" in told


@pytest.mark.parametrize("sheet", ["letter", "aid"])
def test_a_private_character_is_not_lost_without_a_word(sheet: str) -> None:
    name = "plain.zh_Hans" if sheet == "letter" else "aid.din-5008.zh_Hans"
    told = error(replaced(load(name), "paragraph", "姓名张\ue123三"))
    assert "U+E123" in told
    assert "“姓名张" in told
    assert "by hand" in told


@pytest.mark.parametrize("text", _KNOWN)
def test_what_the_fonts_have_is_written(text: str) -> None:
    made = format_named("pdf").render(replaced(load("plain.de"), "paragraph", f"Vorher {text} nachher."))
    assert made.remarks == ()
    assert squeeze(f"Vorher {text} nachher.").replace("\u200d", "") in squeeze(logical_text(made.data)).replace(
        "\u200d", ""
    )


def test_the_other_formats_write_it() -> None:
    letter = replaced(load("plain.de"), "paragraph", "Ort \U0001f642 und \u0f56\u0f7c\u0f51")
    for name in ("text", "markdown", "html", "docx", "eml"):
        assert "Ort\U0001f642und\u0f56\u0f7c\u0f51" in squeeze(EXTRACT[name](format_named(name).write(letter)))


def test_no_font_of_this_computer_is_ever_used(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    seen: list[object] = []

    def noted(**given: Any) -> object:
        seen.append(given["include_system_fonts"])
        return made(**given)

    made = typst.Fonts
    monkeypatch.setattr(typst, "Fonts", noted)
    engine._compiler.cache_clear()
    fonts.fonts.cache_clear()
    assert pdf(load("plain.de"))
    assert seen == [False]
    engine._compiler.cache_clear()
    fonts.fonts.cache_clear()


def test_a_letter_opens_only_the_fonts_that_it_needs() -> None:
    assert packages({"latin"}, han=False, arabic=False) == ()
    assert packages({"arabic"}, han=False, arabic=True) == ("fontpkg_amiri",)
    assert "pylopdf_fonts_zh_tw" not in packages({"hans"}, han=True, arabic=False)
    assert "pylopdf_fonts_zh_tw" in packages({"hant"}, han=True, arabic=False)
    assert packages({"hant", "hans"}, han=True, arabic=False).count("pylopdf_fonts_zh_cn") == 1
