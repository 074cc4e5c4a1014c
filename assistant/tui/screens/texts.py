"""For translators: the texts of the page below, each with its entry in the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from assistant import paths
from assistant.i18n import Translator
from assistant.model import N_
from assistant.translating.preview import Heard, Place, places
from assistant.tui.state import State
from assistant.tui.widgets import fixed

from .base import Page


class TextsPage(Page):
    """One entry a text: how it is said, its English, the name of the entry, its line, and what is wrong with it."""

    section = N_("Texts of the page")

    def __init__(self, state: State, heard: tuple[Heard, ...]) -> None:
        super().__init__(state)
        self._heard = heard

    def content(self) -> Iterator[Widget]:
        """In the order of the page."""
        where = places(self.tr.locale, paths.room("locales"))
        file = f"locales/{self.tr.locale}/LC_MESSAGES/assistant.po"
        yield self.say(lambda tr: tr("Which text is which"), classes="title")
        yield self.say(
            lambda tr: tr.plural("{n} text of the page, from its top. File: {file}", "{n} texts of the page, from its top. File: {file}", len(self._heard), file=file),
            classes="quiet",
        )  # fmt: skip
        for one in self._heard:
            yield self.say(fixed(Content.styled(one.said, "bold")), classes="gap")
            if one.said != one.source:
                yield self.say(fixed(one.source), classes="bullet")
            yield self.say(fixed(_told(one, where.get((one.context, one.source)), self.tr)), classes="bullet quiet")


def _told(one: Heard, place: Place | None, tr: Translator) -> str:
    """Where the entry is, and whether it needs work."""
    name = one.context or tr("program")
    if place is None:
        return name
    if place.missing:
        return tr("{name} · line {line} · not translated", name=name, line=place.line)
    if place.stale:
        return tr("{name} · line {line} · stale: the English was reworded", name=name, line=place.line)
    return tr("{name} · line {line}", name=name, line=place.line)
