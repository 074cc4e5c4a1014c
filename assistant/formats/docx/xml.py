"""The few WordprocessingML elements that a letter needs, with their children in the schema's order."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import Literal

from assistant.text import is_right_to_left

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAGS = {
    "zh_Hans": "zh-CN",
    "zh_Hant": "zh-TW",
    "zh_Hant_HK": "zh-HK",
    "en": "en-GB",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
    "nl": "nl-NL",
}


Keep = Literal["", "lines", "next", "both"]
"""What a page break must not part: the lines of a paragraph, it and the next one, or both."""

_OWN_WORDS = frozenset({"Paragraph", "Item", "Heading2"})


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, as Word measures."""
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Voice:
    """The language of a run of text, and what follows from it."""

    locale: str

    @property
    def tag(self) -> str:
        """The language tag."""
        return _TAGS.get(self.locale, self.locale.replace("_", "-"))

    @property
    def chinese(self) -> bool:
        """Whether full-width signs are meant where a character could be either."""
        return self.locale.partition("_")[0] == "zh"

    def language(self) -> str:
        """``w:lang``. Without ``eastAsia`` Word would take the wrong regional shapes."""
        east = self.tag if self.chinese else "zh-CN"
        latin = "en-US" if self.chinese else self.tag
        return f'<w:lang w:val="{latin}" w:eastAsia="{east}" w:bidi="{self.tag if self.right_to_left else "ar-SA"}"/>'

    @property
    def right_to_left(self) -> bool:
        """Whether paragraphs and runs have to be turned."""
        return is_right_to_left(self.locale)


def run(text: str, voice: Voice, *, bold: bool = False) -> str:
    """Text; a tab character becomes Word's own tab."""
    fonts = '<w:rFonts w:hint="eastAsia"/>' if voice.chinese else ""
    strong = "<w:b/><w:bCs/>" if bold else ""
    turned = "<w:rtl/>" if voice.right_to_left else ""
    parts = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' if part else "" for part in text.split("\t")
    )
    return f"<w:r><w:rPr>{fonts}{strong}{turned}{voice.language()}</w:rPr>{parts}</w:r>"


def paragraph(
    text: str, style: str, voice: Voice, *, hanging: tuple[int, ...] = (), left: int = 0, keep: Keep = ""
) -> str:
    """A paragraph in a named style, ``left`` in twips from the margin.

    ``hanging`` has the breadths of what stands before the text, a label or a number: behind each is a
    tab, and further lines begin under the text.
    """
    kept = _kept(keep, style)
    stops = sorted({left + stop for stop in accumulate(hanging) if stop})
    places = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in stops)
    tabs = f"<w:tabs>{places}</w:tabs>" if stops else ""
    turned = "<w:bidi/>" if voice.right_to_left else ""
    begin = stops[-1] if stops else left
    indent = f'<w:ind w:left="{begin}" w:hanging="{begin - left}"/>' if begin else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{kept}{tabs}{turned}{indent}</w:pPr>'
    return f"<w:p>{properties}{run(text, voice) if text else ''}</w:p>"


def _kept(keep: Keep, style: str) -> str:
    """Both settings for what holds a person's own words, so that no text decides which elements there are."""
    follow = keep in ("next", "both") or style.startswith("Heading")
    whole = keep in ("lines", "both")
    if style in _OWN_WORDS:
        return f'<w:keepNext w:val="{int(follow)}"/><w:keepLines w:val="{int(whole)}"/>'
    return f"{'<w:keepNext/>' if keep in ('next', 'both') else ''}{'<w:keepLines/>' if whole else ''}"


def table(
    widths: list[int], rows: list[list[str]], *, lined: bool, header: bool, height: int = 0, turned: bool = False
) -> str:
    """A table of cells that hold paragraphs. ``widths`` and ``height`` in twips."""
    borders = "".join(
        f'<w:{side} w:val="{"single" if lined else "none"}" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = 100 if lined else 0
    properties = (
        f'<w:tblPr>{"<w:bidiVisual/>" if turned else ""}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    grid = "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
    body = "".join(_row(widths, row, height=height, header=header and at == 0) for at, row in enumerate(rows))
    return f"<w:tbl>{properties}{grid}{body}</w:tbl>"


def _row(widths: list[int], cells: list[str], *, height: int, header: bool) -> str:
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    head = "<w:tblHeader/>" if header else ""
    properties = f"<w:trPr><w:cantSplit/>{tall}{head}</w:trPr>"
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr>{properties}{inside}</w:tr>"
