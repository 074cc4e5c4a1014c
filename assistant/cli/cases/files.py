"""``recourse case file``: letters and papers that a case keeps, and one of them out again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import json_option, target_option
from assistant.cli.output import STANDARD, answer, answer_json, stream, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.model import N_, NotFoundError

from .hidden import Given, options
from .room import find_case, opened

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.model import FileKept

_NONE = N_("This case keeps no file with the number {n}. To see them: recourse case file CASE")


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(
        case: str, number: int | None, target: str, as_json: bool, passphrase_file: str | None, key_file: str | None
    ) -> int:
        with opened(setting, Given(passphrase_file, key_file)) as room:
            found = list(kept(find_case(room.shelf, case)))
            if number is None:
                if as_json:
                    answer_json([_json(n, file, about, step) for n, (file, about, step) in enumerate(found, 1)])
                elif found:
                    answer(
                        "\n".join(
                            f"{n}  {about or file.name}  {file.name}" for n, (file, about, _) in enumerate(found, 1)
                        )
                    )
                return 0 if found else 1
            if not 1 <= number <= len(found):
                raise NotFoundError(_NONE, n=number)
            data = room.shelf.read_file(found[number - 1][0])
        return _out(setting, target, data)

    return Spoken(
        tr,
        "file",
        callback=run,
        help=tr(
            "List the letters and papers that a case keeps, with numbers, or get one out exactly as it was put in. What you get out is not encrypted. With --json, rows of: number, name, about, step, media, size, sha256."
        ),
        params=[
            click.Argument(["case"]),
            click.Argument(["number"], type=int, required=False),
            target_option(tr("Where the file goes; - is standard output")),
            json_option(tr),
            *options(tr),
        ],
    )


def kept(case: CaseFile) -> Iterator[tuple[FileKept, str, int | None]]:
    """Letters first, then papers: file, what it is, and its step."""
    for step in case.steps:
        yield from ((file, "", step.number) for file in step.files)
    yield from ((paper.file, paper.about, paper.step) for paper in case.papers)


def _json(number: int, file: FileKept, about: str, step: int | None) -> dict[str, object]:
    return {
        "number": number,
        "name": file.name,
        "about": about,
        "step": step,
        "media": file.media,
        "size": file.size,
        "sha256": file.sha256,
    }


def _out(setting: Setting, target: str, data: bytes) -> int:
    if target == STANDARD:
        stream(data)
        return 0
    from assistant.guide import save

    path = Path(target).expanduser()
    if path.exists():
        from assistant.casebook import BookThere
        from assistant.text import show

        raise BookThere(
            N_("There is already a file at {path}. Nothing was written over it. Choose another name."),
            path=show(target),
        )
    save(path, data)
    talk(setting.tr("Saved: {path}", path=str(path)))
    return 0
