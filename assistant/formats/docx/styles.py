"""Named styles of a letter, so that a clinic can change the look in one place."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.formats.din import LOWER

from .xml import HEAD, Voice, W, twips

_SONG = {"zh_Hant": "PMingLiU", "zh_Hant_HK": "MingLiU_HKSCS"}
_HEI = {"zh_Hant": "Microsoft JhengHei", "zh_Hant_HK": "Microsoft JhengHei"}
"""The faces of a place; SimSun and SimHei elsewhere."""
_VERBATIM = (
    '<w:kinsoku w:val="1"/><w:wordWrap w:val="1"/><w:overflowPunct w:val="1"/>'
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
)
"""No mark that closes begins a line, none that opens ends it; words and numbers stay whole. No space is put between Han
and Latin: references stay as they were typed."""
_ARABIC = 1.15
"""Arabic letters have small bodies: they need a larger size to be as easy to read."""


@dataclass(frozen=True)
class Style:
    """Measures of one style: sizes in points, distances in twips."""

    name: str
    size: float = 0
    bold: bool = False
    before: int = 0
    after: int = 0
    line: int = 0
    """Height of a line exactly, or 0 for the document's own."""
    left: int = 0
    right: int = 0
    first: int = 0
    align: str = ""
    keep: bool = False
    colour: str = ""
    border: bool = False


def look(layout: str, voice: Voice, size: float) -> list[Style]:
    """The styles of a layout in a language, ``size`` being that of the text."""
    if layout == "aid":
        return _aid(size)
    em = round(size * 20)
    return [
        *(_chinese(em, size, centred=layout in ("cn-application", "plain")) if voice.chinese else _western(em, size)),
        *_window(),
        Style("End", line=20),
    ]


def _chinese(em: int, size: float, *, centred: bool) -> list[Style]:
    """Title in Hei, centred; text in Song, indented by two characters; the end at the right.

    Lines have a fixed height, as is usual in China: fonts that stand in for Song differ in theirs.
    """
    line = round(em * 1.6)
    cell = round(em * 1.4)
    return [
        Style(
            "Title",
            size * 1.5,
            bold=True,
            after=em,
            line=round(line * 1.5),
            align="center" if centred else "",
            keep=True,
        ),
        Style("Heading1", size, bold=True, before=em // 3, after=em // 3, line=line, keep=True),
        Style("Heading2", size, bold=True, before=em // 3, line=line, keep=True),
        Style("Gap", line=em // 2),
        Style("Block", line=line),
        Style("Paragraph", first=2 * em, line=line),
        Style("Item", line=line),
        Style("Party", line=line),
        Style("Label", line=line),
        Style("Cell", size * 0.9, line=cell),
        Style("CellHead", size * 0.9, bold=True, line=cell),
        Style("Closing", before=em // 2, left=2 * em, line=line, keep=True),
        Style("Addressee", line=line, keep=True),
        Style("Signature", before=2 * em, right=8 * em, line=line, align="right", keep=True),
        Style("Date", before=em // 2, right=2 * em, line=line, align="right"),
    ]


def _western(em: int, size: float) -> list[Style]:
    return [
        Style("Title", size * 1.4, bold=True, after=em, keep=True),
        Style("Heading1", size, bold=True, after=round(em * 1.2), keep=True),
        Style("Heading2", size, bold=True, before=em // 2, after=em // 3, keep=True),
        Style("Block"),
        Style("Paragraph", after=round(em * 0.7)),
        Style("Item", after=em // 6),
        Style("Label", bold=True, before=em),
        Style("Party"),
        Style("Cell", size * 0.92),
        Style("CellHead", size * 0.92, bold=True),
        Style("Closing", before=em // 2, keep=True),
        Style("Addressee", keep=True),
        Style("Signature", before=round(em * 3.2)),
        Style("Date", before=em // 2, after=em),
    ]


def _window() -> list[Style]:
    """DIN 5008, form A, counted from 25 mm: return line at 30, address from 35, information from 32."""
    return [
        Style("Lower", 1, line=twips(LOWER["b"])),
        Style("Return", 6.5, before=twips(5), line=twips(5), border=True),
        Style("Recipient", 10, line=twips(4.1)),
        Style("InfoFirst", 10, before=twips(7), line=twips(4.4)),
        Style("Info", 10, line=twips(4.4)),
    ]


def _aid(size: float) -> list[Style]:
    plain = ("Block", "Paragraph", "Item", "Party", "Closing", "Addressee", "Signature", "Date")
    bold = ("Title", "Heading1", "Heading2", "Label", "CellHead")
    return [
        *(Style(name, before=40, after=40) for name in plain),
        *(Style(name, size, bold=True, before=40, after=40) for name in bold),
        Style("Cell", size * 0.9),
        Style("Notice", 12, bold=True, before=60, after=60, align="center", colour="A00020", border=True),
    ]


def styles(layout: str, voice: Voice, size: float) -> str:
    """``word/styles.xml``."""
    song = _fonts("Times New Roman", _SONG.get(voice.locale, "SimSun"))
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{song}'
        f"{_size(size, voice)}{voice.language()}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>"
        f'<w:spacing w:before="0" w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        + "".join(_style(style, voice) for style in look(layout, voice, size))
        + "</w:styles>"
    )


def _fonts(latin: str, east: str) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def _size(points: float, voice: Voice) -> str:
    larger = points * _ARABIC if voice.right_to_left else points
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(larger * 2)}"/>'


def _style(style: Style, voice: Voice) -> str:
    names = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2"}
    keep = "<w:keepNext/>" if style.keep else ""
    border = _border(style)
    exact = f' w:line="{style.line}" w:lineRule="exact"' if style.line else ""
    spacing = f'<w:spacing w:before="{style.before}" w:after="{style.after}"{exact}/>'
    indent = f'<w:ind w:left="{style.left}" w:right="{style.right}" w:firstLine="{style.first}"/>'
    align = f'<w:jc w:val="{style.align}"/>' if style.align else ""
    level = {"Title": 0, "Heading1": 0, "Heading2": 1}.get(style.name)
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    fonts = _fonts("Arial", _HEI.get(voice.locale, "SimHei")) if style.bold and voice.chinese else ""
    strong = "<w:b/><w:bCs/>" if style.bold else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    fixed = style.name == "Return"  # its place is small
    size = _size(style.size, Voice("en") if fixed else voice) if style.size else ""
    custom = "" if style.name in names else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.name}">'
        f'<w:name w:val="{names.get(style.name, style.name)}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{keep}{border}{_VERBATIM}{spacing}{indent}{align}{outline}</w:pPr><w:rPr>{fonts}{strong}{colour}{size}</w:rPr></w:style>"
    )


def _border(style: Style) -> str:
    if not style.border:
        return ""
    if not style.colour:
        return '<w:pBdr><w:bottom w:val="single" w:sz="2" w:space="0" w:color="auto"/></w:pBdr>'
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="12" w:space="4" w:color="{style.colour}"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    return f"<w:pBdr>{edges}</w:pBdr>"
