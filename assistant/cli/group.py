"""The commands by name; each is loaded when it is called, so that a short answer starts fast."""

from __future__ import annotations

import difflib
from importlib import import_module

import click

from assistant.model import N_, InputError

from .setting import Setting
from .spoken import SpokenGroup

COMMANDS: dict[str, str] = {
    "find": N_("Find what fits your story, in plain words"),
    "show": N_("Show any record: situation, route, limit, letter, source, body"),
    "plan": N_("Show the routes of a situation in order, with time limits"),
    "due": N_("Count the time limits of a route"),
    "letter": N_("Write a letter, or an empty form to fill in"),
    "case": N_("The case book: your cases, what is due, and the next letter"),
    "check": N_("Check content, letters and catalogues"),
    "uses": N_("List what uses a source, limit, body or other record"),
    "locale": N_("Languages: list them, or show how complete they are"),
    "directory": N_("Find a body or company to write to"),
}
"""Name to one line of help. Commands that are not built yet are not shown."""


class Commands(SpokenGroup):
    """Loads ``assistant.cli.commands.<name>`` and calls its ``command(setting)``."""

    def __init__(self, setting: Setting, name: str, **kwargs: object) -> None:
        super().__init__(setting.tr, name, **kwargs)
        self.setting = setting

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, loaded now."""
        if cmd_name in COMMANDS:
            made = import_module(f"assistant.cli.commands.{cmd_name}").command(self.setting)
            return made if isinstance(made, click.Command) else None
        if cmd_name.startswith("-") or ctx.resilient_parsing:
            return None
        near = difflib.get_close_matches(cmd_name, COMMANDS, n=1)
        if near:
            raise InputError(
                N_("There is no command '{name}'. The nearest is '{near}'. For all commands: recourse --help"),
                name=cmd_name,
                near=near[0],
            )
        raise InputError(N_("There is no command '{name}'. For all commands: recourse --help"), name=cmd_name)

    def line(self, ctx: click.Context, name: str) -> str:  # noqa: ARG002 - the group's signature
        """Without loading the command."""
        return self.tr(COMMANDS[name])
