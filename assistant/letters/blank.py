"""An empty fill file: for each question what it is for, whether it may stay empty, and an example."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from assistant.i18n import Translator
from assistant.model import N_, Cite, FieldKind, Letter, LetterField
from assistant.text import clean_line

LETTER_KEY = "letter"
_WIDTH = 96

_GROUPS = {
    "matter": N_("What it is about"),
    "facts": N_("What happened"),
    "recipient": N_("Who gets it"),
    "you": N_("About you"),
}
_FORMS: dict[FieldKind, str] = {
    "date": N_("A day. Write the month in words, or year-month-day: 2026-11-06"),
    "month": N_("A month and a year."),
    "yes_no": N_("Write yes or no."),
    "lines": N_('One line for each, beginning with "- ".'),
    "address": N_('One line for each line of the address, beginning with "- ".'),
    "entries": N_("One group of lines for each entry, as shown. Take the # away."),
    "body": N_(
        'The name and address, one line for each, beginning with "- "; or an entry of the directory, such as: {known}'
    ),
    "long_text": N_("For more than one line, write | and indent the lines below."),
}
_HOW = (
    N_("Write each answer after its colon. Lines that begin with # are only read by people."),
    N_('If an answer has a colon or a # in it, put it in "quotation marks".'),
    N_('Leave empty what is optional. Write "?" to get a blank that you fill in by hand.'),
)

SourceName = Callable[[Cite], str]
"""Names a place in the law as the reader knows it."""


def _place(cite: Cite) -> str:
    return f"{cite.source} {cite.article}".strip()


def blank(letter: Letter, tr: Translator, name_source: SourceName = _place) -> str:
    """An empty fill file for ``letter``, which may be in the reader's language."""
    lines = [
        *_comment(letter.title),
        *_comment(letter.purpose),
        "#",
        *(one for how in _HOW for one in _comment(tr(how))),
    ]
    if letter.never:
        lines += ["#", *_comment(tr("Do not write:"))]
        lines += [one for text in letter.never for one in _comment(f"- {text}")]
    lines += ["", f"{LETTER_KEY}: {letter.id}"]
    for group, title in _GROUPS.items():
        fields = [field for field in letter.fields if field.group == group]
        if fields:
            lines += ["", "", *_comment(f"== {tr(title)} ==")]
        for field in fields:
            lines += ["", *_field(letter, field, tr, name_source)]
    return "\n".join(lines) + "\n"


def _field(letter: Letter, field: LetterField, tr: Translator, name_source: SourceName) -> Iterator[str]:
    yield from _comment(f"{field.label} {_duty(field, tr, name_source)}")
    yield from _comment(field.why)
    if field.sensitive:
        yield from _comment(tr("This is sensitive. Who reads this file can read it."))
    for condition in field.when:
        yield from _comment(_condition(letter, condition.of, condition.answers, tr))
    if field.kind in _FORMS:
        yield from _comment(tr(_FORMS[field.kind], known=", ".join(field.bodies[:3]) or "-"))
    for option in field.options:
        yield from _comment(f"{option.id}: {option.label}", "    ")
    for column in field.columns:
        yield from _comment(f"{column.id}: {column.label}", "    ")
    yield from _comment(tr("Example: {example}", example=field.example))
    yield f"{field.id}:"
    for at, column in enumerate(field.columns):
        yield f"# {'  -' if at == 0 else '   '} {column.id}: {clean_line(column.example)}"


def _duty(field: LetterField, tr: Translator, name_source: SourceName) -> str:
    if field.required is not None:
        return tr("(required by {source})", source=name_source(field.required))
    if field.needed:
        return tr("(needed: without it the letter makes no sense)")
    return tr("(optional)")


def _condition(letter: Letter, name: str, answers: tuple[str, ...], tr: Translator) -> str:
    asked = next((field for field in letter.fields if field.id == name), None)
    words = {option.id: option.label for option in asked.options} if asked else {}
    words |= {"yes": tr("yes"), "no": tr("no")}
    return tr(
        'Only if the answer to "{label}" is: {options}',
        label=asked.label if asked else name,
        options=" / ".join(words.get(one, one) for one in answers),
    )


def _comment(text: str, indent: str = "") -> list[str]:
    """The text as comment lines; nothing in it can begin a line of its own."""
    folded = textwrap.wrap(clean_line(text), _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"# {indent}{line}" for line in folded]
