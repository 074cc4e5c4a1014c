"""The command line: parses, picks a front, prints, sets the exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from assistant import __version__
from assistant.i18n import Translator
from assistant.model import N_, NotFoundError, RecourseError

from .group import COMMANDS, Commands
from .setting import Setting

WRONG_INPUT = 2
NOTHING = 1

_WITH_VALUE = ("--locale", "--as-of", "--home")
_FLAGS = ("--plain",)


def main(arguments: list[str] | None = None) -> int:
    """Run the program. Gives the exit code: 0 done, 1 nothing found or errors found, 2 wrong input."""
    given = hoist(list(sys.argv[1:] if arguments is None else arguments))
    setting = early(given)
    try:
        return _run(given, setting)
    except RecourseError as error:
        from .output import say_error

        say_error(error, _speaker(setting))
        return NOTHING if isinstance(error, NotFoundError) else WRONG_INPUT
    except click.ClickException as error:
        from .output import talk

        talk(error.format_message())
        return WRONG_INPUT
    except (click.Abort, KeyboardInterrupt):
        return WRONG_INPUT
    except BrokenPipeError:
        # Whoever read our answer has gone; what is still buffered must not raise again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(given: list[str], setting: Setting) -> int:
    command = build(setting)
    code = command.main(args=given, prog_name="recourse", standalone_mode=False)
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _speaker(setting: Setting) -> Translator:
    try:
        return setting.tr
    except RecourseError:
        from assistant.i18n import SOURCE, translator

        return translator(SOURCE)


def hoist(arguments: list[str]) -> list[str]:
    """The options of the whole program moved to the front: people write them at the end too."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for one in waiting:
        if one == "--":
            rest += [one, *waiting]
        elif one in _WITH_VALUE:
            front += [one, *([value] if (value := next(waiting, None)) is not None else [])]
        elif one in _FLAGS or one.startswith(tuple(f"{name}=" for name in _WITH_VALUE)):
            front.append(one)
        else:
            rest.append(one)
    return front + rest


def early(arguments: list[str]) -> Setting:
    """The same options read before click is built, because its help is written in that language."""
    home = _value("--home", arguments)
    return Setting(
        locale=_value("--locale", arguments),
        as_of=_value("--as-of", arguments),
        home=None if home is None else Path(home),
        plain="--plain" in arguments,
    )


def _value(name: str, arguments: list[str]) -> str | None:
    found: str | None = None
    for one, following in zip(arguments, [*arguments[1:], None], strict=True):
        if one == name:
            found = following
        elif one.startswith(f"{name}="):
            found = one.partition("=")[2]
    return found


def build(setting: Setting) -> click.Command:
    """The whole command line in the language of ``setting``."""
    wants_help = any(one in ("--help", "-h") for one in sys.argv[1:])
    tr = setting.tr if wants_help else (lambda text: text)
    group = Commands(
        setting,
        name="recourse",
        invoke_without_command=True,
        no_args_is_help=False,
        help=tr(
            N_("Self-help for people who were scored, rated or blacklisted. Without a command, the program opens.")
        ),
        callback=_open,
        params=[
            click.Option(["--locale"], metavar="L", help=tr(N_("Language of the program, for example de or zh_Hans"))),
            click.Option(
                ["--as-of"],
                metavar="DATE",
                help=tr(N_("The day the law is read for, for example 2026-03-01; today if not given")),
            ),
            click.Option(
                ["--home"],
                metavar="DIR",
                type=click.Path(),
                help=tr(N_("Where settings and the case book will live; nothing is kept there yet")),
            ),
            click.Option(
                ["--plain"],
                is_flag=True,
                help=tr(N_("Line mode: one question at a time, for screen readers and simple terminals")),
            ),
        ],
    )
    return click.version_option(__version__, prog_name="recourse", message="%(prog)s %(version)s")(group)


@click.pass_context
def _open(ctx: click.Context, /, **_options: object) -> int:
    if ctx.invoked_subcommand is not None:
        return 0
    command = ctx.command
    if not isinstance(command, Commands):  # pragma: no cover - only this group has this callback
        return 0
    from .opening import open_program

    return open_program(command.setting)


__all__ = ["COMMANDS", "Setting", "build", "main"]
