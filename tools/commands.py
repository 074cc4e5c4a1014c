"""Writes docs/reference/commands.md from the help texts of the commands."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.cli import COMMANDS, Setting, build

TOP = Path(__file__).resolve().parent.parent
PAGE = TOP / "docs" / "reference" / "commands.md"

HEAD = """# Commands

This page is made from the help texts by `make commands`; a test keeps it fresh. Do not edit it here.

`recourse` alone opens the program: full screen, or line mode with `--plain`, when standard input or output is no
terminal, or when `TERM` is `dumb` or not set. The commands below are the same program for scripts and volunteers.

- The options of the whole program (`--locale`, `--as-of`, `--home`, `--plain`) may also stand after the command.
- Standard output carries the answer only. Remarks and errors go to standard error, in the language of `--locale`.
- Exit codes: `0` done; `1` nothing was found, or a check found errors; `2` the input is wrong. The message says what, where
  and how to mend it.
- A file appears whole or not at all, readable by its owner only.
- With `--json`, names are never changed or taken away; names are added.
- Dates are written year-month-day, as in `2026-11-06`.
"""

MORE = {
    "case": """`list`, `next`, `show` and `file` have `--json`; the help names the fields. `list --csv` is for a spreadsheet program.

```sh
recourse case start
recourse case new de-credit-file-error --label A-17
recourse case write A-17 eu-l-access --fill answers.yaml --output l.pdf
recourse case add A-17 sent --day 2026-11-02
recourse case next A-17
```
""",
    "find": """Rows: `id`, `parent`, `title`, `score` (0 to 1), best first.

```sh
recourse find I paid but I am still on the court list
recourse find --country de --json < story.txt
```
""",
    "show": """With `--json`: `record` (its kind), and the record as it stands in `content/`, in the language of `--locale`.

```sh
recourse show cn-spc-list-correction
recourse show eu-gdpr --json
```
""",
    "plan": """`stages` is a list of lists: routes of one stage run side by side. Each route has `limits` as `due` prints them, and
`letters`, `evidence`, `cost`, `pending`, `risks`, `next` (`yes`, `partly`, `no`, `silence`, `late`).

An event without a route counts for every route of the plan that it fits. `ROUTE/NAME=DATE` counts for that route only.

```sh
recourse plan cn-spc-list-despite-compliance --event request_received=2026-11-02
```
""",
    "due": """Rows: `limit`, `title`, `who` (`you`, `body`), `kind` (`act`, `wait`, `retention`, `reminder`), `starts`, `event_date`, `nominal`,
`last_day`, `safe_day`, `why`, `says`, `place`, `provisional`, `not_counted`, `mark` (the least sure of the sources'), `sources`
(`id`, `article`, `mark`). Counted limits come first; the others have `null` dates, and `not_counted` says why: `no-event` (the
day is not known), `no-number` (the law gives no number; `says` tells what it gives), `not-in-force`. A `reminder` is our
suggestion, no limit of law.

An event may also be a day from which another follows: `decision_posted` leads to `decision_served`. Days to come are
counted too. An event that no limit of the route makes use of is an error.

```sh
recourse due cn-spc-list-correction --event request_received=2026-11-02 --json
```
""",
    "letter": """`--fill` reads the file that `--blank` makes. The format follows from the ending of `--output`, else `--format`, else text.
`--aid L` adds the reading aid in the language L. With `--output letter.pdf` it is a file of its own, `letter.aid-L.pdf`; with
an e-mail draft it is a text file. On standard output (text and Markdown) it follows the letter and begins and ends with
the line "Reading aid. Do not send.".

```sh
recourse letter cn-ltr-spc-correction --blank > answers.yaml
recourse letter cn-ltr-spc-correction --fill answers.yaml --output letter.pdf --aid en
```
""",
    "check": """Rows: `file`, `line`, `rule`, `severity` (`error`, `warning`), `message`.

```sh
recourse check
recourse check content/routes/cn --warnings
```
""",
    "uses": """Rows: `kind`, `id`.

```sh
recourse uses cn-spc-list-2017
```
""",
    "locale": """```sh
recourse locale status
```
""",
    "directory": """```sh
recourse directory find schufa --json
```
""",
}


def page() -> str:
    """The whole page."""
    program = build(Setting(locale="en", as_of="2026-01-01"))
    if not isinstance(program, click.Group):
        raise TypeError("the program is a group of commands")
    parts = [HEAD, "\n## recourse\n\n", _help(program, None, "recourse")]
    top = click.Context(program, info_name="recourse")
    for name in COMMANDS:
        command = program.get_command(top, name)
        if command is None:
            raise TypeError(name)
        parts += [f"\n## recourse {name}\n\n", _help(command, top, name)]
        if isinstance(command, click.Group):
            within = click.Context(command, info_name=name, parent=top)
            for one in command.list_commands(within):
                inner = command.get_command(within, one)
                if inner is not None:
                    parts.append(_help(inner, within, one))
        parts += ["\n", MORE[name]]
    return "".join(parts)


def _help(command: click.Command, parent: click.Context | None, name: str) -> str:
    """The help text as the program prints it, 80 columns wide."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=80, max_content_width=80)
    return f"```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
