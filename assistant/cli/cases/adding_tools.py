"""What every ``recourse case add`` command has: it opens the book, adds one change, and prints how the case stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.output import answer
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken

from .hidden import Given, options
from .room import find_case, opened

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile

Told = Callable[..., "CaseFile"]
UNKNOWN = "unknown"
"""Takes an earlier day or place back."""


def teller(setting: Setting, name: str, tells: Told, help_text: str, *params: click.Parameter) -> click.Command:
    """A command that adds one change: ``tells(shelf, case, **options)`` adds it."""

    @click.pass_context
    def run(ctx: click.Context, /, passphrase_file: str | None, key_file: str | None, **given: Any) -> int:  # noqa: ANN401 - click's
        from .telling import headline, row_of

        wanted = ctx.parent.params["case"] if ctx.parent is not None else ""
        with opened(setting, Given(passphrase_file, key_file)) as room:
            case = tells(room.shelf, find_case(room.shelf, wanted), **given)
            one = row_of(setting, room.shelf, case)
            answer(f"{headline(one, setting)}\n{one.words}")
        return 0

    return Spoken(setting.tr, name, callback=run, help=help_text, params=[*params, *options(setting.tr)])


def day_option(setting: Setting) -> click.Option:
    """``--day``."""
    text = setting.tr("The day, for example 2026-11-06; today if not given")
    return click.Option(["when", "--day"], metavar="DATE", help=text)


def step_option(setting: Setting) -> click.Option:
    """``--step``."""
    text = setting.tr("The number of the letter or step, as show gives it; the last one if not given")
    return click.Option(["step", "--step"], type=int, metavar="N", help=text)
