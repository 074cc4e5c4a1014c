"""``recourse directory``: bodies and companies to write to, and who supervises them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import json_option
from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting, place
from assistant.cli.spoken import Spoken, SpokenGroup
from assistant.guide import HOLDERS
from assistant.i18n import Translator
from assistant.model import N_, InputError

if TYPE_CHECKING:
    from assistant.directory import Entry

_NO_SEAT = N_(
    "Say where the other side sits, for example --seat de-he or --seat ie, or name an entry of the directory."
)
_NO_ENTRY = N_("The directory has no entry '{name}'. Look for it: recourse directory find NAME")


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr
    group = SpokenGroup(
        tr, "directory", help=tr("Whom to write to: find a body or company, import records, find the right authority.")
    )
    as_json = json_option(tr)
    group.add_command(_find(setting, as_json))
    group.add_command(_import(setting, as_json))
    group.add_command(_authority(setting, as_json))
    return group


def _find(setting: Setting, as_json: click.Option) -> click.Command:
    tr = setting.tr

    def run(text: tuple[str, ...], country: str | None, as_json: bool) -> int:
        from assistant.knowledge import localise

        wanted = " ".join(text)
        found = setting.holders.find(wanted, country) if wanted.strip() else tuple(setting.knowledge.bodies)
        spoken = [localise(one, tr) if one.id in setting.knowledge.bodies else one for one in found]
        if as_json:
            answer_json([{**one.model_dump(mode="json"), "about": setting.holders.about(one.id, tr)} for one in spoken])
        elif spoken:
            answer(_pages(setting, [one.id for one in spoken]))
        else:
            talk(
                tr(
                    "The directory has nobody of that name. Look at the paper you got: the name and address of the sender stand on it."
                )
            )
        return 0 if spoken else 1

    return Spoken(
        tr,
        "find",
        callback=run,
        help=tr("Find bodies and companies by name, brand, website, category or country; typing errors are forgiven."),
        params=[
            click.Argument(["text"], nargs=-1),
            click.Option(["--country"], metavar="CC", help=tr("Only those that sit in this country, for example de")),
            as_json,
        ],
    )


def _pages(setting: Setting, names: list[str]) -> str:
    from assistant.guide import Section, title_of
    from assistant.guide import text as as_text
    from assistant.knowledge import localise

    tr = setting.tr
    sections = []
    for name in names:
        body = setting.holders.bodies[name]
        ours = name in setting.knowledge.bodies
        spoken = localise(body, tr) if ours else body.model_copy(update={"title": title_of(body, tr)})
        sections.append(Section(name, (*setting.pages.body(spoken), *setting.holders.about(name, tr))))
    return as_text(sections)


def _import(setting: Setting, as_json: click.Option) -> click.Command:
    tr = setting.tr

    def run(folder: str, as_json: bool) -> int:
        from assistant.directory import FILE, pack, read_folder
        from assistant.guide import save
        from assistant.text import show

        report = read_folder(Path(folder).expanduser())
        target = setting.folder / FILE
        if report.entries:
            try:
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise InputError(
                    N_("{path} could not be made: {cause}. Choose another folder with --home."),
                    path=show(str(target.parent)),
                    cause=show(error.strerror or type(error).__name__),
                ) from error
            save(target, pack(report.entries, setting.on))
        rows = [{"file": one.file, "why": tr(one.message, **one.values)} for one in report.skipped]
        if as_json:
            answer_json(
                {"seen": report.seen, "taken": len(report.entries), "skipped": rows, "lists": len(report.lists)}
            )
        else:
            answer("\n".join(_told(report.entries, rows, len(report.lists), tr)))
            talk(tr("Kept in {path}. To take it away again, delete that file.", path=show(str(target))))
        return 0 if report.entries else 1

    return Spoken(
        tr,
        "import",
        callback=run,
        help=tr(
            "Read a folder of company and authority records (the format of datenanfragen/data). They are kept in your home folder and used for nothing else."
        ),
        params=[click.Argument(["folder"]), as_json],
    )


def _told(taken: Sequence[Entry], skipped: list[dict[str, str]], lists: int, tr: Translator) -> list[str]:
    companies = sum(one.kind == "company" for one in taken)
    rows = [
        tr.plural("{n} record holder taken", "{n} record holders taken", companies),
        tr.plural("{n} authority taken", "{n} authorities taken", len(taken) - companies),
        tr.plural("{n} file not taken", "{n} files not taken", len(skipped)),
    ]
    if lists:
        rows.append(tr.plural("{n} file is a list and not needed", "{n} files are lists and not needed", lists))
    without = sum(one.email is None for one in taken)
    if without:
        rows.append(tr.plural("{n} of them has no e-mail address", "{n} of them have no e-mail address", without))
    nowhere = sum(one.country is None for one in taken)
    if nowhere:
        rows.append(tr.plural("{n} of them names no country we know", "{n} of them name no country we know", nowhere))
    return [*rows, *(tr("Not taken: {file}: {why}", file=one["file"], why=one["why"]) for one in skipped)]


def _authority(setting: Setting, as_json: click.Option) -> click.Command:
    tr = setting.tr
    kinds = [name for name, _ in HOLDERS]

    def run(
        body: str | None, seat: str | None, kind: str | None, home: str | None, work: str | None, as_json: bool
    ) -> int:
        from assistant.guide import Where, authorities, reason

        known = setting.holders.bodies.get(body or "")
        if body is not None and known is None:
            raise InputError(_NO_ENTRY, name=body)
        where = place(seat, "--seat") or (known.seat if known is not None else None)
        living, working = place(home, "--home-place"), place(work, "--work-place")
        if where is None and living is None and working is None:
            raise InputError(_NO_SEAT)
        holder = next(
            (name for name, _ in HOLDERS if name == kind),
            (known.holder if known is not None else None) or "company",
        )
        found = authorities(setting.knowledge, Where(where, holder, living, working), tr)
        if as_json:
            answer_json([{"id": one.body.id, "name": one.body.name, "links": list(one.links)} for one in found])
        elif found:
            reasons = {one.body.id: tr("Why: {why}", why=reason(one.links, tr)) for one in found}
            from assistant.guide import Section
            from assistant.guide import text as as_text

            answer(
                as_text([Section(one.body.id, (reasons[one.body.id], *setting.pages.body(one.body))) for one in found])
            )
        else:
            talk(tr("We know no data protection authority for this. Look in the privacy notice of the record holder."))
        return 0 if found else 1

    return Spoken(
        tr,
        "authority",
        callback=run,
        help=tr("The data protection authority in charge, from where the record holder sits and what it is."),
        params=[
            click.Argument(["body"], required=False),
            click.Option(["--seat"], metavar="P", help=tr("Where the record holder sits, for example de-he or ie")),
            click.Option(["--kind"], type=click.Choice(kinds), help=tr("What kind of record holder it is")),
            click.Option(["home", "--home-place"], metavar="P", help=tr("Where you live, for example de-be")),
            click.Option(["work", "--work-place"], metavar="P", help=tr("Where you work")),
            as_json,
        ],
    )
