"""``recourse case``: the case book."""

from __future__ import annotations

import click

from assistant.cli.cases.group import CaseGroup
from assistant.cli.setting import Setting


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr
    return CaseGroup(
        setting,
        "case",
        help=tr(
            "The case book: one encrypted file that keeps your cases. A case is named by the first digits that the list shows, by its name, or by the person's reference. The passphrase is asked for on the terminal, or read with --passphrase-file. Stories, notes and names are read from the keyboard or a pipe, so that they do not stand in your shell's history."
        ),
    )
