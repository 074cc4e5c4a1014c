"""All answers of a letter at a glance: each can be changed, and one comes straight back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.guide import OTHER_SCRIPT, other_script, recipient_languages
from assistant.i18n import Translator
from assistant.model import N_
from assistant.tui.drafting import filing_of
from assistant.tui.places import Check, Preview, To, Write
from assistant.tui.state import State
from assistant.tui.widgets import Act, fixed

from .asking import GROUPS
from .base import Page
from .welcome import own_name

if TYPE_CHECKING:
    from assistant.guide import Form
    from assistant.letters import Raw
    from assistant.model import LetterField

_LONG = 200
"""Characters of an answer that are shown here."""


class CheckPage(Page):
    """Nothing else than what stands here goes into the letter."""

    section = N_("Your letter")

    def __init__(self, state: State, to: Check) -> None:
        super().__init__(state)
        self._to = to
        self._open = False

    def _form(self) -> Form:
        return self.state.desk.form(self._to.letter, self.state.session.fields, self.tr)

    def content(self) -> Iterator[Widget]:
        """What is wrong, the way on, then the answers by group."""
        form = self._form()
        yield self.say(lambda tr: tr("Check your answers"), classes="title")
        errors = [one for one in form.filled.problems if one.severity == "error"]
        warnings = [one for one in form.filled.problems if one.severity == "warning"]
        for heading, found in ((N_("There is a problem"), errors), (N_("Look at this once more"), warnings)):
            if found:
                yield self.say(fixed(self.tr(heading)), classes="warn")
            for one in found:
                yield Act(
                    fixed(one.say(self.tr)),
                    self.tr,
                    self._change(one.field),
                    id=f"mend-{one.field.replace('_', '-')}",
                )
        if not errors:
            yield Act(
                lambda tr: tr("Continue to the letter"),
                self.tr,
                Preview(self._to.letter, self._to.route),
                primary=True,
                id="go",
            )
        for group, title in GROUPS.items():
            fields = [one for one in form.fields if one.group == group]
            if fields:
                yield self.say(fixed(self.tr(title)), classes="heading")
            for field in fields:
                yield self._row(field)
        yield self.say(lambda tr: tr("The letter"), classes="heading")
        yield from self._language(form)
        if any(field.sensitive for field in form.fields):
            yield Act(
                lambda tr: tr("Hide sensitive answers") if self._open else tr("Show sensitive answers"),
                self.tr,
                "open",
                id="open",
            )

    def _row(self, field: LetterField) -> Act:
        raw = self.state.session.fields.get(field.id, "")
        return Act(
            lambda _: field.label,
            self.tr,
            self._change(field.id),
            id=f"f-{field.id.replace('_', '-')}",
            about=lambda tr: tr("{answer} · Change", answer=self._told(field, raw, tr)),
        )

    def _language(self, form: Form) -> Iterator[Widget]:
        now = filing_of(self.state, self._to.letter)
        for locale in form.letter.filing:
            words = N_("● Written in: {language}") if locale == now else N_("○ Write it in: {language}")
            yield Act(
                fixed(self.tr(words, language=own_name(locale))),
                self.tr,
                ("filing", locale),
                id=f"filing-{locale.replace('_', '-')}",
            )

        session = self.state.session
        if other_script(now, {one.id: session.fields.get(one.id, "") for one in form.fields}):
            yield self.say(lambda tr: tr(OTHER_SCRIPT, language=tr.name_of(now)), classes="quiet")
        taken = recipient_languages(form.letter, session.fields, self.state.desk.bodies())
        if taken and now not in taken and len(form.letter.filing) > 1:
            named = self.tr.list([self.tr.name_of(one) for one in taken])
            yield self.say(
                lambda tr: tr("As far as we know, the recipient reads: {languages}", languages=named), classes="quiet"
            )

    def _told(self, field: LetterField, raw: Raw, tr: Translator) -> str:
        text = answer_text(field, raw, self, tr)
        if not text:
            return tr("Not answered")
        return tr("Hidden") if field.sensitive and not self._open else text

    def _change(self, field: str) -> Write:
        return Write(self._to.letter, self._to.route, field)

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        match event.value:
            case "open":
                self._open = not self._open
                await self.refill()
            case ("filing", str(locale)):
                letter = self.state.adviser.knowledge.letters[self._to.letter]
                self.state.session = self.state.session.write(letter, locale, self._to.route)
                self._seen = self.state.changes
                await self.refill()
            case _:
                to: To = event.value  # type: ignore[assignment]
                self.go(to)


def answer_text(field: LetterField, raw: Raw, page: Page, tr: Translator) -> str:
    """An answer in one line of words."""
    from assistant.text import clean_line

    if isinstance(raw, str):
        if raw.strip() == "?":
            return tr("A gap, to fill in by hand")
        labels = {one.id: one.label for one in field.options} | (
            {"yes": tr("Yes"), "no": tr("No")} if field.kind == "yes_no" else {}
        )
        bodies = page.state.desk.bodies() if field.kind == "body" else {}
        told = labels.get(raw) or (bodies[raw].name if raw in bodies else raw)
    else:
        told = "; ".join(
            " · ".join(str(cell) for cell in one.values() if cell) if hasattr(one, "values") else str(one)
            for one in raw
        )
    line = clean_line(told)
    return line if len(line) <= _LONG else line[:_LONG] + "…"
