"""What holds for one call of the program: language, day, and the way records are opened."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.i18n import SOURCE, Translator, is_incubating, locales, negotiate, translator
from assistant.model import N_, InputError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PLACE = re.compile(r"[a-z]{2}(-[a-z]{2,3})?")

if TYPE_CHECKING:
    from assistant.guide import Adviser, Desk, Holders, Pages
    from assistant.knowledge import Knowledge


@dataclass(frozen=True)
class Setting:
    """The options of the whole program, and what is made from them when it is first needed."""

    locale: str | None = None
    as_of: str | None = None
    home: Path | None = None
    """Where what a person asked to keep lives; the usual folder of the system if not given."""
    plain: bool = False
    book: Path | None = None
    """Where the case book is; in the home folder if not given."""
    previewed: bool = False
    """Whether the program remembers what it said, for translators."""

    @cached_property
    def speak(self) -> Callable[[str], Translator]:
        """The translator of a locale; each is made once."""
        if self.previewed:
            from assistant.translating.preview import recording

            return cache(recording)
        return cache(translator)

    @cached_property
    def tr(self) -> Translator:
        """The language of the interface: asked for, or the system's, or English."""
        return self.speak(self.locale if self.locale is not None else system_locale())

    @cached_property
    def on(self) -> date:
        """The day the law is read for. The clock is read here, once, and nowhere else."""
        if self.as_of is None:
            return date.today()  # noqa: DTZ011 - the person's own day is meant
        return day(self.as_of, "--as-of")

    @cached_property
    def knowledge(self) -> Knowledge:
        """All records."""
        from assistant.knowledge import open_knowledge

        return open_knowledge()

    @cached_property
    def adviser(self) -> Adviser:
        """The adviser for the day."""
        from assistant.guide import Adviser
        from assistant.guide.drafted import offered

        return Adviser(self.knowledge, self.on, self.speak, tuple(offered(self.tr.locale)))

    @property
    def folder(self) -> Path:
        """The home folder. Nothing is made there unless the person asks for it."""
        if self.home is not None:
            return self.home
        import click

        return Path(click.get_app_dir("recourse"))

    @property
    def book_path(self) -> Path:
        """Where the case book is, or would be. Nothing is made there unless the person asks for it."""
        from assistant.guide.caseroom import NAME

        return self.book if self.book is not None else self.folder / NAME

    @cached_property
    def holders(self) -> Holders:
        """Whom one can write to: our directory and the imported one."""
        from assistant.directory import load
        from assistant.guide import Holders

        return Holders(self.knowledge, load(self.folder))

    @cached_property
    def desk(self) -> Desk:
        """The writing desk for the day."""
        from assistant import paths
        from assistant.guide import Desk
        from assistant.letters import Templates

        return Desk(self.knowledge, Templates(paths.room("templates") / "letters"), self.on, self.holders)

    @cached_property
    def pages(self) -> Pages:
        """Pages of plain lines."""
        from assistant.guide import Pages

        return Pages(self.knowledge, self.tr, self.on)


def system_locale() -> str:
    """The locale that the surroundings ask for, as far as we have it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = os.environ.get(name, "")
        if wanted:
            found = negotiate(wanted, locales())
            return SOURCE if is_incubating(found) else found
    return SOURCE


def day(text: str, option: str) -> date:
    """A day given on the command line: year-month-day, and nothing else that Python would take."""
    try:
        if not _DAY.fullmatch(text.strip()):
            raise ValueError(text)  # noqa: TRY301 - one message for both
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError(
            N_("{option}: '{text}' is no day. Write year-month-day, for example 2026-11-06."),
            option=option,
            text=text,
        ) from error


def place(text: str | None, option: str = "--place") -> str | None:
    """A country or a part of one, as ``de`` or ``de-he``."""
    if text is None or _PLACE.fullmatch(text.strip().lower()):
        return text and text.strip().lower()
    raise InputError(
        N_("{option}: '{text}' is no place. Write a country or a part of one in letters, for example de or de-he."),
        option=option,
        text=text,
    )


def events(texts: Iterable[str]) -> dict[str, date]:
    """All ``--event``; the same event with two days is a slip."""
    found: dict[str, date] = {}
    for text in texts:
        name, when = event(text)
        if found.get(name, when) != when:
            raise InputError(N_("--event: {name} has two days. Give one of them."), name=name)
        found[name] = when
    return found


def event(text: str) -> tuple[str, date]:
    """``NAME=DATE`` of ``--event``."""
    name, sign, when = text.partition("=")
    if not sign:
        raise InputError(
            N_("--event: '{text}' has no day. Write name=day, for example request_received=2026-11-06."),
            text=text,
        )
    return name.strip(), day(when, f"--event {name.strip()}")
