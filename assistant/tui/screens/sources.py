"""Where statements come from: official title, number, article, in force, how it was checked, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widget import Widget

from assistant.guide.marks import article, mark
from assistant.i18n import Translator
from assistant.knowledge import localise
from assistant.model import N_, Cite, Source
from assistant.tui.state import State
from assistant.tui.widgets import Row

from .base import Page


class SourcesPage(Page):
    """The sources of the page below, by their numbers."""

    section = N_("Sources")

    def __init__(self, state: State, cites: tuple[Cite, ...]) -> None:
        super().__init__(state)
        self._cites = cites

    def content(self) -> Iterator[Widget]:
        """One entry a source."""
        yield self.say(lambda tr: tr("Where this comes from"), classes="title")
        yield self.say(lambda tr: tr("Links are shown as text. This program opens nothing."), classes="quiet")
        yield from source_lines(self, self._cites)


def source_lines(page: Page, cites: Iterable[Cite]) -> Iterator[Widget]:
    """The entries of some sources."""
    for number, one in enumerate(cites, 1):
        source = localise(page.state.adviser.knowledge.sources[one.source], page.tr)
        yield Row(
            Content.styled(f"[{number}]", "$muted"), lambda tr, one=one, source=source: _entry(one, source, tr), page.tr,
            classes="gap",
        )


def _entry(cite: Cite, source: Source, tr: Translator) -> Content:
    place = tr("{name}, {article}", name=source.name, article=article(cite.article, source, tr)) if cite.article else source.name
    rows = [source.title, *([source.number] if source.number else []), *(_force(source, tr))]
    rows.append(tr("{mark} · checked {day}", mark=mark(cite.mark, tr), day=tr.date(source.checked)))
    return Content.assemble(
        (place, "bold"), *(f"\n{row}" for row in rows), *((f"\n{link}", "$muted") for link in source.links),
        *((f"\n{tr('Doubt: {text}', text=doubt)}", "$warning") for doubt in source.doubts),
    )


def _force(source: Source, tr: Translator) -> Iterator[str]:
    for one in source.versions:
        if one.until:
            yield tr("In force from {since} to {until}", since=tr.date(one.since), until=tr.date(one.until))
        else:
            yield tr("In force from {since}", since=tr.date(one.since))
