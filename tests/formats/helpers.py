"""Sample letters, and the text that can be got out of each format."""

from __future__ import annotations

import email
import email.policy
import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from assistant.formats.direction import has_right
from assistant.formats.flow import Sheet
from assistant.model import Document
from tests.formats.reading import logical_text

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.json"))
LETTERS = [name for name in NAMES if not name.startswith("aid.")]
AIDS = [name for name in NAMES if name.startswith("aid.")]

Extract = Callable[[bytes], str]


def load(name: str) -> Document:
    return Document.model_validate_json((SAMPLES / f"{name}.json").read_text("utf-8"))


def squeeze(text: str) -> str:
    """Without white space and marks of direction: where lines and cells end is each format's own affair."""
    return re.sub(r"[\s\u200b\u200e\u200f\u2066-\u2069]+", "", text)


def bare(text: str) -> str:
    """Without the marks over Arabic letters too: the PDF engine writes some of them in another order."""
    return "".join(sign for sign in squeeze(text) if not "\u064b" <= sign <= "\u0652")


def from_text(data: bytes) -> str:
    return re.sub(r"(?m)^\*\*\* (.*) \*\*\*$", r"\1", re.sub(r"(?m)^  \|( |$)", "", data.decode()))


def from_markdown(data: bytes) -> str:
    from markdown_it import MarkdownIt

    found: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(data.decode()):
        if token.type == "list_item_open":
            found.append(f"{token.info}." if token.info else "–")
        for child in token.children or []:
            assert child.type in ("text", "text_special", "hardbreak", "softbreak"), child
            found.append(child.content or "\n")
    return "\n".join(found)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        self.silent = tag in ("style", "title", "script")

    def handle_endtag(self, tag: str) -> None:
        self.silent = self.silent and tag not in ("style", "title", "script")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data)


def parse_html(data: bytes) -> _Text:
    parser = _Text()
    parser.feed(data.decode())
    return parser


def from_html(data: bytes) -> str:
    return "".join(parse_html(data).found)


def parse_xml(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - our own files


def from_docx(data: bytes) -> str:
    import docx

    def texts(container: Any) -> list[str]:
        found: list[str] = []
        for item in container.iter_inner_content():
            if hasattr(item, "rows"):
                found += [line for row in item.rows for cell in row.cells for line in texts(cell)]
            else:
                found.append(item.text)
        return found

    read = docx.Document(io.BytesIO(data))
    return "\n".join([*texts(read), *(paragraph.text for paragraph in read.sections[0].header.paragraphs)])


def from_pdf(data: bytes) -> str:
    """By places on the page; where letters run from right to left, by tags: ``pypdf`` mixes up their words."""
    import pypdf

    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    return logical_text(data) if has_right(text) else text


def from_eml(data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


EXTRACT: dict[str, Extract] = {
    "text": from_text,
    "markdown": from_markdown,
    "html": from_html,
    "docx": from_docx,
    "pdf": from_pdf,
    "eml": from_eml,
}


def expected(ready: Sheet) -> list[str]:
    """Every row of a document, squeezed."""
    sides = [side for piece in ready.pieces for side in (piece.text, piece.beside) if side is not None]
    return [
        squeeze(line)
        for side in sides
        for line in ([side.label] if side.label else []) + ["".join(row) for row in side.rows]
    ]
