"""Lines out, lines in. Every line that comes in is cleaned here; every line that goes out is harmless."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TextIO

from assistant.text import as_seen, clean, fold, show

PROMPT = "> "
LONGEST = 20_000
"""Characters of one line that are read."""


class EndOfInput(Exception):  # noqa: N818 - it is no error: the person or the pipe has finished
    """There is nothing more to read."""


@dataclass(frozen=True)
class Talk:
    """A conversation over two text streams."""

    reads: TextIO
    writes: TextIO
    columns: int | None = None
    """Where lines are broken; ``None`` leaves that to who reads them."""
    turns: bool = False
    """Whether lines from right to left are put into the order in which they are seen: the terminal would not do it."""
    patience: Callable[[], AbstractContextManager[object]] = nullcontext
    """What holds while a line is waited for."""

    def say(self, *lines: str) -> None:
        """One or more lines."""
        for line in lines:
            for part in line.split("\n"):
                bare = show(part)
                self.writes.write(self._broken(bare) + "\n")

    def _broken(self, line: str) -> str:
        if self.columns is None:
            return line
        folded = fold(line, self.columns)
        return as_seen(folded, self.columns) if self.turns else folded

    def heading(self, text: str) -> None:
        """A line with an empty one before it."""
        self.say("", text)

    def items(self, lines: Iterable[str]) -> None:
        """Lines under a heading."""
        self.say(*(f"  {line}".rstrip() for line in lines))

    def hear(self) -> str:
        """One line from the person. Raises ``EndOfInput`` at the end."""
        self.writes.write(PROMPT)
        self.writes.flush()
        line = self._line()
        if not line:
            raise EndOfInput
        rest = line
        while len(rest) == LONGEST and not rest.endswith("\n"):
            rest = self.reads.readline(LONGEST)  # the end of a line that is too long is no answer of its own
        if not self.reads.isatty():
            self.writes.write("\n")  # nobody pressed Enter here, and a transcript needs its line end
        return clean(line).strip()

    def hear_hidden(self) -> str:
        """One line that is not shown while it is typed, exactly as it was typed. Raises ``EndOfInput`` at the end."""
        from .leaving import unseen

        self.writes.write(PROMPT)
        self.writes.flush()
        with unseen(self.reads):
            line = self._line()
        if not line:
            raise EndOfInput
        self.writes.write("\n")  # the person's own Enter was not shown
        return line.rstrip("\r\n")

    def _line(self) -> str:
        with self.patience():
            return self.reads.readline(LONGEST)


def screen_columns(stream: TextIO) -> int | None:
    """The width to break lines at: that of a terminal, none for a pipe."""
    return min(shutil.get_terminal_size().columns, 100) if stream.isatty() else None
