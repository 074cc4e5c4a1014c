"""The whole command line, built in the person's language."""

from __future__ import annotations

import click

from assistant import __version__

from .group import Commands
from .setting import Setting


def build(setting: Setting) -> click.Command:
    """The whole command line in the language of ``setting``."""
    tr = setting.tr
    return Commands(
        setting,
        "recourse",
        invoke_without_command=True,
        help=tr("Self-help for people who were scored, rated or blacklisted. Without a command, the program opens."),
        callback=_open,
        params=[
            click.Option(["--locale"], metavar="L", help=tr("Language of the program, for example de or zh_Hans")),
            click.Option(
                ["--as-of"],
                metavar="DATE",
                help=tr("The day the law is read for, for example 2026-03-01; today if not given"),
            ),
            click.Option(
                ["--home"],
                metavar="DIR",
                help=tr("Where what you ask to keep lives: an imported directory, a case book"),
            ),
            click.Option(
                ["--book"],
                metavar="PATH",
                help=tr("Where the case book is, for example on a USB stick; in the home folder if not given"),
            ),
            click.Option(
                ["--plain"],
                is_flag=True,
                help=tr("Line mode: one question at a time, for screen readers and simple terminals"),
            ),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_version,
                help=tr("Show the version"),
            ),
        ],
    )


def _version(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
    if value:
        from .output import answer

        answer(f"recourse {__version__}")
        ctx.exit()


@click.pass_context
def _open(ctx: click.Context, /, **_options: object) -> int:
    if ctx.invoked_subcommand is not None:
        return 0
    command = ctx.command
    if not isinstance(command, Commands):  # pragma: no cover - only this group has this callback
        return 0
    from .opening import open_program

    return open_program(command.setting)
