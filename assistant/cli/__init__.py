"""The command line: parses, picks a front, prints, sets the exit code."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

import click

from assistant.i18n import SOURCE, Translator, translator
from assistant.model import NotFoundError, RecourseError

from .arguments import early, hoist
from .group import COMMANDS
from .output import ready_streams, say_error, talk
from .program import build
from .setting import Setting
from .spoken import wrong

WRONG_INPUT = 2
NOTHING = 1


def main(arguments: list[str] | None = None) -> int:
    """Run the program. Gives the exit code: 0 done, 1 nothing found or errors found, 2 wrong input."""
    ready_streams()
    given = hoist(list(sys.argv[1:] if arguments is None else arguments))
    setting = early(given)
    try:
        return _run(given, setting)
    except RecourseError as error:
        say_error(error, _speaker(setting))
        return NOTHING if isinstance(error, NotFoundError) else WRONG_INPUT
    except click.ClickException as error:
        talk(wrong(error, _speaker(setting)))
        return WRONG_INPUT
    except (click.Abort, KeyboardInterrupt):
        return WRONG_INPUT
    except BrokenPipeError:
        _stop_writing()
        return 0
    except OSError as error:  # the answer could not be printed: no room, or no device
        _stop_writing()
        talk(
            _speaker(setting)("The answer could not be printed: {cause}.", cause=error.strerror or type(error).__name__)
        )
        return WRONG_INPUT


def _run(given: list[str], setting: Setting) -> int:
    """Click's own ``main`` is not used: it would end the process on a broken pipe."""
    program = build(setting)
    try:
        with program.make_context("recourse", given) as context:
            code = program.invoke(context)
    except click.exceptions.Exit as done:
        code = done.exit_code
    if sys.stdout is not None:
        sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _stop_writing() -> None:
    """Whoever read our answer has gone; what is still buffered must not raise again at the end."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speaker(setting: Setting) -> Translator:
    try:
        return setting.tr
    except RecourseError:
        return translator(SOURCE)


__all__ = ["COMMANDS", "Setting", "build", "main"]
