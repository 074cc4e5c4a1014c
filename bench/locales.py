"""Whether a start costs more where there are more languages: ``python bench/locales.py``.

A copy of the program is made with 2, 12 and 48 languages (copies of one). What a start does is counted by the interpreter in
lines of Python that were run, which other work on the machine does not change; the ratio is to the copy with two.
Reading a folder of names is all that should grow: a few lines a language.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
SIZES = (2, 12, 48)
STARTS = {
    "recourse --version": ["--version"],
    "recourse --locale de locale list": ["--locale", "de", "locale", "list"],
    "recourse --locale de show LIMIT": ["--locale", "de", "show", "cn-spc-list-correction-review"],
    "recourse, line mode, German": ["--locale", "de", "--plain"],
}
COUNTED = """
import sys
lines = 0
def follow(frame, event, argument):
    global lines
    lines += 1
    return follow
sys.argv[1:] = {arguments!r}
sys.settrace(follow)
try:
    from assistant.__main__ import main
    main()
except SystemExit:
    pass
finally:
    sys.settrace(None)
    print(lines, file=sys.stderr)
"""


def copy(folder: Path, size: int) -> Path:
    """The program with ``size`` languages beside English."""
    home = folder / str(size)
    home.mkdir()
    shutil.copytree(TOP / "assistant", home / "assistant", ignore=shutil.ignore_patterns("__pycache__"))
    for room in ("content", "templates"):
        (home / room).symlink_to(TOP / room)
    german = TOP / "locales" / "de"
    for name in ["de", *(f"x{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(size - 1))]:
        target = home / "locales" / name
        shutil.copytree(german, target)
        record = target / "locale.yaml"
        record.write_text(record.read_text(encoding="utf-8").replace("id: de", f"id: {name}"), encoding="utf-8")
    return home


def lines(home: Path, arguments: list[str]) -> int:
    """How many lines of Python a start runs. The first start compiles what is not compiled yet; the second counts."""
    command = [sys.executable, "-c", COUNTED.format(arguments=arguments)]
    found = [
        subprocess.run(command, cwd=home, check=False, capture_output=True, input=b"leave\n").stderr for _ in range(2)
    ]
    return int(found[-1].split()[-1])


def main() -> None:
    """Print a row a start."""
    with tempfile.TemporaryDirectory() as folder:
        homes = {size: copy(Path(folder), size) for size in SIZES}
        print(f"{'lines of Python run':40}" + "".join(f"{size:>12} languages" for size in SIZES))
        for name, arguments in STARTS.items():
            found = {size: lines(home, arguments) for size, home in homes.items()}
            cells = "".join(f"{found[size]:>12} {found[size] / found[SIZES[0]]:6.3f} x " for size in SIZES)
            print(f"{name:40}{cells}")


if __name__ == "__main__":
    main()
