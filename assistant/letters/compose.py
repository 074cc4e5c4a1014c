"""Letter, values and language in; a document out. The same input on the same day gives the same document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.i18n import Translator
from assistant.model import N_, Block, Document, InputError, Letter, Paragraph, Role

from .context import CountDay, Writer, never
from .kinds import GAP, GAP_TEXT, Party, Values
from .layout import Layout, Marks
from .path import on_path
from .templates import Templates
from .values import missing

_NOT_FILED = N_("'{letter}' cannot be filed in '{locale}'. It can be filed in: {known}.")
_NOTICE = N_("Reading aid. Do not send.")

_BLANKED: frozenset[Role] = frozenset({"heading", "paragraph", "numbered", "bullets", "enclosures"})
"""Blocks that become a blank line to fill in while a choice they hang on is open: no branch is claimed."""


@dataclass(frozen=True)
class Draft:
    """A letter with its values, not yet in any language."""

    letter: Letter
    templates: Templates
    values: Values
    """From ``read``, or from ``render_context`` for a preview of an unfinished letter."""
    dated: date
    """The day that stands on the letter."""
    count: CountDay = never


def compose(draft: Draft, locale: str) -> Document:
    """The letter in a language in which it may be filed.

    Raises ``InputError`` when it may not be filed in that language or something needed is missing,
    and ``ContentError`` when the template is wrong.
    """
    letter = draft.letter
    if locale not in letter.filing:
        raise InputError(_NOT_FILED, letter=letter.id, locale=locale, known=", ".join(letter.filing))
    blocks = tuple(block for block in _blocks(draft, locale) if block.lines)
    return Document(
        letter=letter.id,
        sheet="letter",
        locale=locale,
        layout=letter.layout,
        title=_title(letter, blocks),
        dated=draft.dated,
        email=_email(draft),
        blocks=blocks,
    )


def aid(draft: Draft, filing: Translator, reader: Translator) -> Document:
    """The reading aid: what the letter says in the reader's language, the letter's own words beside it.

    A separate sheet, marked in both languages as not for sending. Raises as ``compose`` does, and
    ``NotFoundError`` when there is no aid in the reader's language.
    """
    original = compose(draft, filing.locale)
    beside = {block.id: block.lines for block in original.blocks}
    read = [block.model_copy(update={"beside": beside.get(block.id, ())}) for block in _blocks(draft, reader.locale)]
    blocks = tuple(block for block in read if block.lines or block.beside)
    notices = dict.fromkeys((reader(_NOTICE), filing(_NOTICE)))
    return Document(
        letter=draft.letter.id,
        sheet="aid",
        locale=reader.locale,
        beside_locale=filing.locale,
        layout=draft.letter.layout,
        title=_title(draft.letter, blocks),
        dated=draft.dated,
        notice=" · ".join(notices),
        blocks=blocks,
    )


def _blocks(draft: Draft, locale: str) -> Iterator[Block]:
    """Every paragraph of the letter in order, also those without a line."""
    letter = draft.letter
    script = draft.templates.script(letter, locale)
    values = _used(draft)
    open_choices = {
        field.id for field in letter.fields if field.kind in ("choice", "yes_no") and values.get(field.id) is GAP
    }
    marks = Marks()
    context = Writer(marks, locale).context(letter, values, draft.dated, draft.count)
    layout = Layout(marks, locale, script.file)
    for paragraph in letter.paragraphs:
        lines: tuple[str, ...] = ()
        undecided = script.asks[paragraph.id] & open_choices
        if undecided and paragraph.role in _BLANKED:
            lines = (GAP_TEXT,)
        elif not (undecided and paragraph.role == "table"):
            lines = layout.lines(paragraph.id, paragraph.role, script.render(paragraph.id, context))
        yield _block(paragraph, lines)


def _block(paragraph: Paragraph, lines: tuple[str, ...]) -> Block:
    return Block(id=paragraph.id, role=paragraph.role, lines=lines)


def _used(draft: Draft) -> Values:
    """The values of fields that are asked now. Raises ``InputError`` for the first that is missing."""
    used = {field.id: draft.values.get(field.id) for field in on_path(draft.letter, draft.values)}
    for problem in missing(draft.letter, used):
        told = {name: value for name, value in problem.values.items() if isinstance(value, (str, int))}
        raise InputError(problem.message, **told)
    return used


def _title(letter: Letter, blocks: tuple[Block, ...]) -> str:
    """The letter's own title or subject, so that nothing else gets into the file's properties."""
    for block in blocks:
        if block.role in ("title", "subject") and block.lines:
            return block.lines[0]
    return letter.title


def _email(draft: Draft) -> str | None:
    """The recipient's address: from the directory, or a field of the recipient's."""
    values = _used(draft)
    for field in draft.letter.fields:
        value = values.get(field.id)
        if isinstance(value, Party) and field.group == "recipient" and value.email:
            return value.email
        if field.kind == "email" and field.group == "recipient" and isinstance(value, str):
            return value
    return None
