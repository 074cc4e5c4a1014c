"""The first page: what is kept, how to leave, and two ways to begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.widget import Widget

from assistant.i18n import PSEUDO, Translator
from assistant.model import N_
from assistant.tui.places import Everything, Find, Interview, Language, To
from assistant.tui.widgets import Act, Tell

from .base import Page

COUNTRIES: tuple[tuple[str | None, str], ...] = (
    (None, N_("not said")),
    ("cn", N_("China")),
    ("de", N_("Germany")),
    ("eu", N_("another country of the European Union")),
)


class WelcomePage(Page):
    """Language, country, privacy, and where to begin."""

    section = N_("Recourse")
    refills: ClassVar[bool] = False

    def content(self) -> Iterator[Widget]:
        """At most twelve lines come before the first choice (U24)."""
        for at in range(len(_notice(self.tr))):
            yield self.say(_notice_line(at), classes="line" if at else "title")
        yield self.say(lambda tr: tr("How do you want to begin?"), classes="heading")
        yield Act(lambda tr: tr("Tell what happened in your own words"), self.tr, Find(), number=1, id="find")
        yield Act(lambda tr: tr("Answer questions"), self.tr, Interview(), number=2, id="interview")
        yield Act(
            lambda tr: tr("Choose from a list of situations and letters"),
            self.tr,
            Everything(),
            number=3,
            id="everything",
        )
        yield self.say(lambda _: "", classes="line")
        yield Act(self._language, self.tr, Language(), number=4, id="language")
        yield Act(self._country, self.tr, "country", number=5, id="country")
        yield Act(self._cases, self.tr, "cases", number=6, id="cases")
        yield self.say(_drafted, classes="quiet", id="drafted")

    def _language(self, tr: Translator) -> str:
        return tr("Language · 语言 · Sprache: {name}", name=own_name(tr.locale))

    def _country(self, tr: Translator) -> str:
        return tr("Where it happened: {country}", country=tr(dict(COUNTRIES)[self.state.country]))

    def _cases(self, tr: Translator) -> str:
        """What is to be said of cases without opening anything."""
        if self.state.book_open:
            return tr("Cases: your book is open")
        if self.state.book_path.exists():
            return tr("Cases: a case book is there; it is locked")
        return tr("Cases: what happened, and what is due next")

    async def renew(self) -> None:
        """The book may be open now, or locked."""
        self.query_one("#cases", Act).speak(self.tr)

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        if event.value == "country":
            codes = [code for code, _ in COUNTRIES]
            self.state.country = codes[(codes.index(self.state.country) + 1) % len(codes)]
            event.act.tell(self._country, self.tr)
        elif event.value == "cases":
            self.app.call_later(self.app.run_action, "go_cases")
        else:
            to: To = event.value  # type: ignore[assignment]
            self.go(to)


def _drafted(tr: Translator) -> str:
    """Who made the translation, where no native reader has read it; the page of languages says how to help."""
    from assistant.guide.drafted import drafted

    return next(iter(drafted(tr.locale, tr)), "")


def _notice_line(at: int) -> Tell:
    return lambda tr: _notice(tr)[at]


def _notice(tr: Translator) -> list[str]:
    from assistant.guide import notice

    return notice(
        tr,
        tr("Ctrl+Q leaves at once, from every screen. So does Esc, three times."),
        tr("F3 opens the safety page, from every screen."),
    )


def own_name(locale: str) -> str:
    """What a language calls itself."""
    known = {"en": "English", "de": "Deutsch", "zh_Hans": "中文（简体）", "zh_Hant": "中文（繁體）"}
    if locale in known or locale in PSEUDO:
        return known.get(locale, locale)
    from babel import Locale

    name = Locale.parse(locale).get_display_name(locale) or locale
    return name[:1].upper() + name[1:]
