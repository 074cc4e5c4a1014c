"""Where statements come from: official title, number, article, in force, how it was checked, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widget import Widget

from assistant.guide.articles import article
from assistant.guide.marks import mark
from assistant.i18n import Translator
from assistant.knowledge import localise
from assistant.model import N_, Cite, Source
from assistant.tui.state import State
from assistant.tui.widgets import Row, fixed

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
    """The entries of some sources: each instrument once, with the numbers of its articles."""
    numbered: dict[str, list[tuple[int, Cite]]] = {}
    for number, one in enumerate(cites, 1):
        numbered.setdefault(one.source, []).append((number, one))
    for name, places in numbered.items():
        source = localise(page.state.adviser.knowledge.sources[name], page.tr)
        yield page.say(fixed(_entry_title(source)), classes="gap")
        for number, one in places:
            yield Row(
                Content.styled(f"[{number}]", "$muted"),
                fixed(_place(one, source, page.tr)),
                page.tr,
            )
        yield page.say(fixed(_about(source, page.tr)), classes="bullet")


def _entry_title(source: Source) -> Content:
    return Content.styled(source.name, "bold")


def _place(cite: Cite, source: Source, tr: Translator) -> str:
    told = mark(cite.mark, tr)
    if not cite.article:
        return tr("the whole · {mark}", mark=told)
    return tr("{article} · {mark}", article=article(cite.article, source, tr), mark=told)


def _about(source: Source, tr: Translator) -> Content:
    rows = [source.title, *([source.number] if source.number else []), *_force(source, tr)]
    rows.append(tr("checked {day}", day=tr.date(source.checked)))
    return Content("\n").join(
        [
            *(Content(row) for row in rows),
            *(Content.styled(link, "$muted") for link in source.links),
            *(Content.styled(tr("Doubt: {text}", text=doubt), "$warning") for doubt in source.doubts),
        ]
    )


def _force(source: Source, tr: Translator) -> Iterator[str]:
    for one in source.versions:
        if one.until:
            yield tr("In force from {since} to {until}", since=tr.date(one.since), until=tr.date(one.until))
        else:
            yield tr("In force from {since}", since=tr.date(one.since))
