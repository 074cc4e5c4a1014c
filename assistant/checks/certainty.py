"""What nobody has read is never counted, and never demanded in a letter."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.model import MARKS, N_, Cite, Letter, Limit, Mark

from .finding import Finding, Rooms, found
from .inside import inside
from .readings import mark_of

_UNREAD = N_(
    "{file} line {line}: no reading of {source} covers '{article}'; add it under 'readings' there, with its mark"
)
_BOLDER = N_(
    "{file} line {line}: '{article}' of {source} is marked '{mark}' here, but was read as '{read}'; write mark: {read}"
)


def marks(rooms: Rooms) -> Iterator[Finding]:
    """Every citation is covered by a reading of its source, and claims no more than that reading."""
    for room, record_id, record in rooms.records():
        for where, cite in inside(record, Cite):
            if ("sources", cite.source) not in rooms.sound:
                continue
            read, article = mark_of(rooms.knowledge.sources[cite.source], cite.article)
            place = {**rooms.place(room, record_id, *where), "source": cite.source, "article": article or cite.article}
            if read is None:
                yield found("article-was-read", "error", _UNREAD, **place)
            elif MARKS.index(cite.mark) < MARKS.index(read):
                yield found("mark-as-read", "error", _BOLDER, **place, mark=cite.mark, read=read)


def counted(rooms: Rooms) -> Iterator[Finding]:
    """No limit is counted by a rule that nobody could confirm."""
    for room, record_id, record in rooms.records("limits"):
        if not isinstance(record, Limit):
            continue
        for i, version in enumerate(record.versions):
            for j, cite in enumerate(version.sources):
                if version.length is not None and _read(rooms, cite) not in ("text", "secondary"):
                    yield found(
                        "counted-was-read",
                        "error",
                        N_(
                            "{file} line {line}: '{article}' of {source} was not read; leave 'length' null and say in 'words' what is reported"
                        ),
                        **rooms.place(room, record_id, "versions", i, "sources", j),
                        source=cite.source,
                        article=cite.article,
                    )


def demanded(rooms: Rooms) -> Iterator[Finding]:
    """A letter demands nothing under an article whose text was not read, nor requires a field by one."""
    for room, record_id, record in rooms.records("letters"):
        if not isinstance(record, Letter):
            continue
        for i, law in enumerate(record.cites):
            for j, article in enumerate(law.articles):
                cite = Cite(source=law.source, article=article, mark="text")
                if _read(rooms, cite) != "text":
                    yield _demand(rooms, room, record_id, cite, ("cites", i, "articles", j))
        for i, field in enumerate(record.fields):
            if field.required is not None and _read(rooms, field.required) != "text":
                yield _demand(rooms, room, record_id, field.required, ("fields", i, "required"))


def _demand(rooms: Rooms, room: str, record_id: str, cite: Cite, where: tuple[str | int, ...]) -> Finding:
    return found(
        "demanded-was-read",
        "error",
        N_("{file} line {line}: the text of '{article}' of {source} was not read; a letter must not rest on it"),
        **rooms.place(room, record_id, *where),
        source=cite.source,
        article=cite.article,
    )


def _read(rooms: Rooms, cite: Cite) -> Mark | None:
    if ("sources", cite.source) not in rooms.sound:
        return cite.mark
    return mark_of(rooms.knowledge.sources[cite.source], cite.article)[0]
