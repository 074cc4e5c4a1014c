"""The options of the whole program, wherever they stand on the command line."""

from __future__ import annotations

from pathlib import Path

from .setting import Setting

_WITH_VALUE = ("--locale", "--as-of", "--home", "--book")
_FLAGS = ("--plain",)


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
    ends = arguments.index("--") if "--" in arguments else len(arguments)
    given = arguments[:ends]
    home, book = _value("--home", given), _value("--book", given)
    return Setting(
        locale=_value("--locale", given),
        as_of=_value("--as-of", given),
        home=None if home is None else Path(home),
        book=None if book is None else Path(book),
        plain="--plain" in given,
    )


def _value(name: str, arguments: list[str]) -> str | None:
    found: str | None = None
    for one, following in zip(arguments, [*arguments[1:], None], strict=False):
        if one == name:
            found = following
        elif one.startswith(f"{name}="):
            found = one.partition("=")[2]
    return found
