"""A file of the case: a copy outside the book, and for a paper the way to take it out for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.model import N_, InputError
from assistant.text import show
from assistant.tui.case_places import FileOf
from assistant.tui.messages import Finished
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field

from .case_parts import size_words
from .work import WorkPage, typed_path

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile, Paper
    from assistant.model import FileKept
    from assistant.tui.state import State

_THERE = N_("There is a file of the name {path} already. Choose another name, or choose Save again to replace it.")
_GONE = N_("This file is no longer in the case.")
_NAME = N_("Enter a name for the file, for example: {example}")


class FilePage(WorkPage):
    """Where the copy goes."""

    def __init__(self, state: State, to: FileOf) -> None:
        super().__init__(state)
        self._to = to
        self._replace = ""
        self._sure = False

    def _file(self) -> FileKept | None:
        files = self.state.opened.files() if self.state.opened is not None else ()
        return next((one for one in files if one.at == self._to.at), None)

    def _paper(self) -> Paper | None:
        papers = self.state.opened.papers if self.state.opened is not None else ()
        return next((one for one in papers if one.n == self._to.paper), None)

    def content(self) -> Iterator[Widget]:
        """What it is, the name of the copy, and the two ways."""
        file = self._file()
        if file is None:
            yield from self.head(lambda tr: tr(_GONE))
            return
        yield from self.head(
            lambda _: file.name,
            lambda tr: tr("{size}. It is kept in the case exactly as it was put in.", size=size_words(file.size, tr)),
        )
        if (paper := self._paper()) is not None and paper.about:
            yield self.say(lambda _: paper.about)
        yield self.say(lambda tr: tr("Save a copy"), classes="heading")
        yield self.say(
            lambda tr: tr("The copy is not encrypted. Others can see its name: choose one that says nothing."),
            classes="muted",
        )
        yield Field(file.name, id="name")
        yield self.say(
            lambda tr: tr(
                "It is put into the folder {folder}, unless you write another.", folder=show(str(Path.cwd()))
            ),
            classes="muted",
        )
        yield Act(lambda tr: tr("Save"), self.tr, "save", primary=True, id="save")
        if self._to.paper is not None:
            yield Act(
                lambda tr: tr("Yes, take it out for good") if self._sure else tr("Take this paper out for good"),
                self.tr,
                "out",
                id="out",
                about=lambda tr: tr("Its bytes leave the book. This cannot be undone. Copies elsewhere stay."),
            )

    @on(Field.Submitted)
    async def _entered(self) -> None:
        await self._save()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        if event.value == "save":
            await self._save()
        elif not self._sure:
            self._sure = True
            event.act.speak(self.tr)
        else:
            self._take_out()

    async def _save(self) -> None:
        told, file, shelf = self.query_one("#name", Field).text, self._file(), self.shelf
        if file is None or not told:
            await self.problem(lambda tr: tr(_NAME, example="paper.pdf") if file else tr(_GONE))
            return
        path, replace = typed_path(told), self._replace == told
        self._replace = told

        def job() -> str:
            from assistant.guide import save

            if path.exists() and not path.is_dir() and not replace:
                raise InputError(_THERE, path=show(path.name))
            save(path, shelf.read_file(file))
            return show(str(path))

        self.work(job, self._saved)

    def _saved(self, path: str) -> None:
        self.state.saved.append(path)
        self.app.notify(self.tr("Saved: {path}", path=path), markup=False)
        self.post_message(Finished())

    def _take_out(self) -> None:
        name, paper, shelf = self.case().name, self._to.paper, self.shelf
        if paper is not None:
            self.work(lambda: shelf.take_out(name, paper), self._out)

    def _out(self, case: CaseFile) -> None:
        self.cases.renew(case)
        self.post_message(Finished())
