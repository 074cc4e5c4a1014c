"""``recourse case`` and the groups in it: commands by name, loaded late, the nearest named after a slip."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from importlib import import_module

import click

from assistant.cli.setting import Setting
from assistant.cli.spoken import SpokenGroup
from assistant.model import N_, InputError

COMMANDS: dict[str, str] = {
    "start": N_("Make a case book: one encrypted file"),
    "list": N_("List the cases with what is due, sorted, filtered or searched"),
    "next": N_("Show what is to be done next, in one case or in all"),
    "show": N_("Show one case: what is to be done, what happened, notes and papers"),
    "new": N_("Begin a case"),
    "add": N_("Tell a case what happened: sent, arrived, answer, event, note, paper …"),
    "write": N_("Write a letter in a case, begun with what earlier letters say, and keep it as it was made"),
    "file": N_("List the letters and papers that a case keeps, or get one out"),
    "person": N_("Whose cases these are: list, add, change or remove persons"),
    "remind": N_("Write the days of one case or of all as a calendar file"),
    "print": N_("Print the plan of a case, or the week's list"),
    "export": N_("Hand cases over: put them into a new encrypted file with a passphrase of its own"),
    "import": N_("Take over cases that were handed over"),
    "remove": N_("Remove a case, or a paper of it, for good"),
    "passphrase": N_("Change the passphrase, add one for another person, or keep one only"),
    "backup": N_("Copy the book, encrypted as it is"),
    "check": N_("Read the whole book and say whether all of it is sound"),
    "erase": N_("Erase the whole book"),
}
"""Name to one line of help."""

_MODULES = {
    "start": "starting",
    "list": "listing",
    "next": "nexting",
    "show": "showing",
    "new": "opening",
    "add": "adding",
    "write": "letters",
    "file": "files",
    "person": "persons",
    "remind": "reminding",
    "print": "printing",
    "export": "handing:export",
    "import": "handing:taking",
    "remove": "removing",
    "passphrase": "upkeep:passphrase",
    "backup": "upkeep:backup",
    "check": "upkeep:check",
    "erase": "removing:erase",
}
_NEAREST = N_("There is no command '{name}' here. The nearest is '{near}'. For all commands: {group} --help")
_NONE = N_("There is no command '{name}' here. For all commands: {group} --help")


class NearGroup(SpokenGroup):
    """A group that names the nearest command when there is none of that name."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command; raises ``InputError`` where there is none."""
        found = self.find(ctx, cmd_name)
        if found is not None or cmd_name.startswith("-") or ctx.resilient_parsing:
            return found
        near = difflib.get_close_matches(cmd_name, self.list_commands(ctx), n=1)
        group = ctx.command_path
        raise InputError(_NEAREST if near else _NONE, name=cmd_name, near=near[0] if near else "", group=group)

    def find(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, or ``None``."""
        return super().get_command(ctx, name)


class CaseGroup(NearGroup):
    """Loads a command's module when it is called."""

    def __init__(self, setting: Setting, name: str, **kwargs: object) -> None:
        super().__init__(setting.tr, name, **kwargs)
        self.setting = setting

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order people meet them."""
        return list(COMMANDS)

    def find(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - the group's signature
        """The command, loaded now."""
        if name not in COMMANDS:
            return None
        module, _, maker = _MODULES[name].partition(":")
        make: Mapping[str, Callable[[Setting], click.Command]] = vars(import_module(f"assistant.cli.cases.{module}"))
        return make[maker or "command"](self.setting)

    def line(self, ctx: click.Context, name: str) -> str:  # noqa: ARG002 - the group's signature
        """Without loading the command."""
        return self.tr(COMMANDS[name])
