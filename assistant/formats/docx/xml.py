"""The few WordprocessingML elements that a letter needs, with their children in the schema's order."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import Literal

from assistant.formats.direction import END_ISOLATE, LTR_MARK, RTL_ISOLATE, RTL_MARK, is_turned, spans
from assistant.formats.words import script_of
from assistant.text import has_han, is_right_to_left

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
    "pl": "pl-PL",
    "pt": "pt-PT",
    "ru": "ru-RU",
    "ar": "ar-SA",
    "ug": "ug-CN",
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
    turned: bool | None = None
    """Whether it is set from right to left, where that is not as the language is written."""

    @property
    def tag(self) -> str:
        """The language tag."""
        known = _TAGS.get(self.locale) or _TAGS.get(script_of(self.locale))
        return known or self.locale.replace("_", "-")

    @property
    def chinese(self) -> bool:
        """Whether full-width signs are meant where a character could be either."""
        return self.locale.partition("_")[0] == "zh"

    def language(self) -> str:
        """``w:lang``. Without ``eastAsia`` Word would take the wrong regional shapes."""
        east = self.tag if self.chinese else "zh-CN"
        other = is_right_to_left(self.locale)
        latin = "en-US" if self.chinese or other else self.tag
        return f'<w:lang w:val="{latin}" w:eastAsia="{east}" w:bidi="{self.tag if other else "ar-SA"}"/>'

    @property
    def right_to_left(self) -> bool:
        """Whether paragraphs and runs have to be turned."""
        return is_right_to_left(self.locale) if self.turned is None else self.turned

    def set(self, *, turned: bool) -> Voice:
        """The same language in that direction."""
        return Voice(self.locale, turned)


def run(text: str, voice: Voice) -> str:
    """Text in one direction; a tab character becomes Word's own tab."""
    other = voice.chinese or (is_right_to_left(voice.locale) and has_han(text))
    fonts = '<w:rFonts w:hint="eastAsia"/>' if other else ""
    way = "<w:rtl/>" if voice.right_to_left else ""
    parts = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' if part else "" for part in text.split("\t")
    )
    return f"<w:r><w:rPr>{fonts}{way}{voice.language()}</w:rPr>{parts}</w:r>"


def runs(text: str, voice: Voice) -> str:
    """Text of a paragraph in as many runs as it has directions."""
    turned = voice.right_to_left
    parts: list[tuple[str, bool]] = []
    for at, part in enumerate(text.split("\t")):
        parts += [("\t", turned)] if at else []
        parts += _directed(part, turned=turned)
    joined: list[tuple[str, bool]] = []
    for told, way in parts:
        if joined and joined[-1][1] == way:
            joined[-1] = (joined[-1][0] + told, way)
        else:
            joined.append((told, way))
    return "".join(run(told, voice.set(turned=way)) for told, way in joined)


def _directed(text: str, *, turned: bool) -> list[tuple[str, bool]]:
    """The parts of a text, each with whether it runs from right to left.

    Marks stand on both sides of what runs against its line: word processors know them better than isolates. Behind
    words in a line from right to left a second mark keeps the next number in the line. A whole sentence that runs
    against its line has to be isolated.
    """
    parts: list[tuple[str, bool]] = []
    for span in spans(text, right_to_left=turned):
        if not span.way:
            parts.append((span.text, turned))
        elif span.way == "ltr":
            parts += [(f"{LTR_MARK}{span.text}{LTR_MARK}", False), (RTL_MARK, True)]
        else:
            first, last = (RTL_ISOLATE, END_ISOLATE) if is_turned(span.text) else (LTR_MARK, LTR_MARK)
            parts += [(first, False), *_directed(span.text, turned=True), (last, False)]
    return parts


def paragraph(
    text: str, style: str, voice: Voice, *, hanging: tuple[int, ...] = (), left: int = 0, keep: Keep = ""
) -> str:
    """A paragraph in a named style, ``left`` in twips from the edge at which lines begin.

    ``hanging`` has the breadths of what stands before the text, a label or a number: behind each is a
    tab, and further lines begin under the text.
    """
    kept = _kept(keep, style)
    stops = sorted({left + stop for stop in accumulate(hanging) if stop})
    places = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in stops)
    tabs = f"<w:tabs>{places}</w:tabs>" if stops else ""
    way = "<w:bidi/>" if voice.right_to_left else ""
    begin = stops[-1] if stops else left
    indent = f'<w:ind w:left="{begin}" w:hanging="{begin - left}"/>' if begin else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{kept}{tabs}{way}{indent}</w:pPr>'
    return f"<w:p>{properties}{runs(text, voice) if text else ''}</w:p>"


def _kept(keep: Keep, style: str) -> str:
    """Both settings for what holds a person's own words, so that no text decides which elements there are."""
    follow = keep in ("next", "both") or style.startswith("Heading")
    whole = keep in ("lines", "both")
    if style in _OWN_WORDS:
        return f'<w:keepNext w:val="{int(follow)}"/><w:keepLines w:val="{int(whole)}"/>'
    return f"{'<w:keepNext/>' if keep in ('next', 'both') else ''}{'<w:keepLines/>' if whole else ''}"


def table(
    widths: list[int],
    rows: list[list[str]],
    *,
    lined: bool,
    header: bool,
    height: int = 0,
    turned: bool | None = None,
) -> str:
    """A table of cells that hold paragraphs. ``widths`` and ``height`` in twips.

    ``turned``: the first column at the right. ``False`` says that it stands at the left also in a page that is turned.
    """
    way = "" if turned is None else f'<w:bidiVisual w:val="{int(turned)}"/>'
    borders = "".join(
        f'<w:{side} w:val="{"single" if lined else "none"}" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = 100 if lined else 0
    properties = (
        f'<w:tblPr>{way}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
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
