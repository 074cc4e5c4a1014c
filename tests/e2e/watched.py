"""Runs the program and writes down whatever it does to the world. Started by ``watch.py`` as a process of its own.

The first argument is the file for the notes; ``full-screen`` as second argument opens the full screen without a
terminal, anything else is the program's own command line.
"""

from __future__ import annotations

import json
import os
import sys

_WATCHED = (
    "socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.", "telnetlib.", "ssl.", "webbrowser.",
    "subprocess.", "pty.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile", "ctypes.dlopen",
    "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "os.utime", "os.setxattr", "shutil.", "tempfile.", "sqlite3.", "syslog.", "winreg.", "mmap.",
)  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def _watch(notes: str) -> None:
    """From now on every event of interest is a line in ``notes``, written at once: nothing that follows can lose it."""
    number = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, int) or not isinstance(flags, int) or not flags & _WRITES:
                return
            told = [os.fsdecode(path) if isinstance(path, (str, bytes)) else repr(path)]
        elif event.startswith(_WATCHED):
            told = [os.fsdecode(one) if isinstance(one, (str, bytes)) else repr(one) for one in arguments]
        else:
            return
        os.write(number, (json.dumps([event, *told]) + "\n").encode())

    sys.addaudithook(hook)


def _full_screen(words: list[str]) -> int:
    """The full screen without a terminal: keys from ``words``, where ``"…`` is typed and all else is pressed.

    At the end it says on standard output what came of it: the exit code, the pages seen, the files saved.
    """
    import asyncio
    from datetime import date
    from typing import Any

    from assistant import tui
    from assistant.guide import Adviser
    from assistant.i18n import locales, translator
    from assistant.knowledge import open_knowledge
    from assistant.tui import leaving

    adviser = Adviser(open_knowledge(), date(2026, 11, 22), translator, tuple(locales()))
    left: list[int] = []
    seen: list[str] = []

    async def session(app: Any) -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            for word in words:
                await pilot.press(*(word[1:] if word.startswith('"') else [word]))
                await pilot.pause(0.01)
                seen.append(type(app.screen).__name__)
            saved = list(app.state.saved)
        sys.stdout.write(
            json.dumps({"code": app.return_code or 0, "left": len(left), "seen": sorted(set(seen)), "saved": saved})
        )

    def without_terminal() -> None:
        """Called where signals would be watched: by then Textual is loaded, in the surroundings ``tui.run`` made."""
        from assistant.tui.app import RecourseApp

        setattr(RecourseApp, "run", lambda app, **_: asyncio.run(session(app)))  # noqa: B010 - a stand-in for a method

    setattr(leaving, "watch_signals", without_terminal)  # noqa: B010
    setattr(leaving, "leave", lambda *_: left.append(1))  # noqa: B010
    return tui.run(adviser, translator("en"))


if __name__ == "__main__":
    _watch(sys.argv[1])
    if sys.argv[2:3] == ["full-screen"]:
        sys.exit(_full_screen(sys.argv[3:]))
    sys.argv = ["recourse", *sys.argv[2:]]
    from assistant.__main__ import main

    main()
