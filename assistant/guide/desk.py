"""The writing desk: a letter's form, its preview, the finished documents and files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from assistant.deadlines import Count, Law, count_one
from assistant.i18n import Translator
from assistant.knowledge import Knowledge, localise
from assistant.letters import (
    Answers,
    Draft,
    Filled,
    Party,
    Templates,
    Values,
    aid,
    compose,
    fields_on_path,
    read,
    render_context,
)
from assistant.model import Body, Counted, Document, Letter, LetterField

from .holders import Holders


@dataclass(frozen=True)
class Form:
    """A letter's questions as they stand with the answers given so far, in the reader's language."""

    letter: Letter
    fields: tuple[LetterField, ...]
    """The questions that are asked now, in order."""
    filled: Filled
    """Their values, and what is wrong or missing."""


@dataclass(frozen=True)
class Desk:
    """Writes letters for one day. Keeps compiled templates; make one in a process."""

    knowledge: Knowledge
    templates: Templates
    on: date
    """The day that stands on the letter and up to which days count as past."""
    holders: Holders | None = None
    """The whole directory; without it, ours alone."""

    def form(self, letter_id: str, answers: Answers, tr: Translator) -> Form:
        """The questions of a letter, their values and problems."""
        letter = self._letter(letter_id, tr)
        return Form(letter, fields_on_path(letter, answers), read(letter, answers, self.on, self.bodies()))

    def draft(self, letter_id: str, answers: Answers, tr: Translator, *, preview: bool = False) -> Draft:
        """The letter with its values. In a preview, what is missing shows as a gap."""
        if not preview:
            return self.finished(self.form(letter_id, answers, tr))
        values = render_context(self._letter(letter_id, tr), answers, self.on, self.bodies())
        return self._draft(letter_id, values)

    def finished(self, form: Form) -> Draft:
        """The letter with the values of a form that was read already."""
        return self._draft(form.letter.id, form.filled.values)

    def _draft(self, letter_id: str, values: Values) -> Draft:
        return Draft(
            self.knowledge.letters[letter_id], self.templates, values, self.on, partial(self._count, self._seat(values))
        )

    def letter(self, draft: Draft, filing: str) -> Document:
        """The letter as it is filed. Raises ``InputError`` when something needed is missing."""
        return compose(draft, filing)

    def aid(self, draft: Draft, filing: Translator, reader: Translator) -> Document:
        """The reading aid: a separate sheet that says so."""
        return aid(draft, filing, reader)

    def languages(self, letter_id: str) -> tuple[str, ...]:
        """The languages in which the letter can be read."""
        return self.templates.locales(letter_id)

    @cached_property
    def directory(self) -> Holders:
        """Whom one can write to."""
        return self.holders or Holders(self.knowledge, None)

    def bodies(self) -> Mapping[str, Body]:
        """The directory, by id."""
        return self.directory.bodies

    def _letter(self, letter_id: str, tr: Translator) -> Letter:
        return localise(self.knowledge.letters[letter_id], tr)

    def _seat(self, values: Values) -> str | None:
        """Where the recipient sits, when it comes from the directory: its holidays count."""
        bodies = (self.bodies().get(one.body) for one in values.values() if isinstance(one, Party) and one.body)
        return next((body.seat for body in bodies if body is not None), None)

    def _count(self, seat: str | None, counted: Counted, day: date) -> date | None:
        law = Law(self.knowledge.calendars, tuple(self.knowledge.services), self.knowledge.limits)
        result = count_one(self.knowledge.limits[counted.limit], day, law, counted.place or seat)
        return result.last_day if isinstance(result, Count) else None
