"""Sets up and starts Recourse, or sets up and runs every check. Needs Python 3.11 or newer only.

    python3 tools/start.py            set up in .venv, then open the program (arguments are passed on)
    python3 tools/start.py check      set up in .venv-dev, then format, lint, types, layers, content, tests

Versions are installed from requirements/*.txt, by hash. Nothing outside this folder is changed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
ROOMS = ("assistant", "content", "templates", "locales")
OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        print("Recourse needs Python 3.11 or newer. This is Python " + sys.version.split()[0] + ".", file=sys.stderr)
        return 2
    if arguments[:1] == ["check"]:
        return check(prepare(TOP / ".venv-dev", "dev", editable=True), arguments[1:])
    python = prepare(TOP / ".venv", "run", editable=False)
    return subprocess.call([str(python), "-m", "assistant", *arguments], cwd=Path.cwd())


def prepare(folder: Path, wanted: str, *, editable: bool) -> Path:
    """An environment with the locked versions and Recourse in it; made again only when something changed."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "installed"
    state = fingerprint(wanted, editable=editable)
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return python
    print(f"Setting up in {folder.name} (once) ...", file=sys.stderr)
    if not python.exists():
        make_environment(folder)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "-r", str(TOP / "requirements" / f"{wanted}.txt")], check=True)
    here = ["--editable", str(TOP)] if editable else ["--force-reinstall", str(TOP)]
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", *here], check=True)
    stamp.write_text(state, encoding="utf-8")
    return python


def make_environment(folder: Path) -> None:
    try:
        venv.create(folder, with_pip=True)
    except subprocess.CalledProcessError as error:
        print(
            "This Python cannot make an environment with pip. On Debian or Ubuntu, install the package python3-venv.",
            file=sys.stderr,
        )
        raise SystemExit(2) from error


def fingerprint(wanted: str, *, editable: bool) -> str:
    """Changes when the locked versions change, and, for a copy of the program, when a file of it does."""
    digest = hashlib.sha256((TOP / "requirements" / f"{wanted}.txt").read_bytes())
    digest.update((TOP / "pyproject.toml").read_bytes())
    if not editable:
        for room in ROOMS:
            for path in sorted((TOP / room).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    digest.update(f"{path.relative_to(TOP)} {path.stat().st_mtime_ns}".encode())
    return digest.hexdigest()


STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("layers", ("importlinter.cli", "lint")),
    ("compiled catalogues", ("tools.compiled",)),
    ("content and catalogues", ("assistant", "check")),
    ("tests", ("pytest", "--numprocesses", "auto", "--dist", "worksteal")),
)


def check(python: Path, only: list[str]) -> int:
    """Every step, in order; stops at the first that fails. ``check tests -k name`` runs one step with arguments."""
    for name, command in STEPS:
        if only and only[0] != name:
            continue
        print(f"== {name}", flush=True)
        code = subprocess.call([*runner(python, command), *only[1:]], cwd=TOP)
        if code:
            print(f"== {name}: failed", file=sys.stderr)
            return code
    return 0


def runner(python: Path, command: tuple[str, ...]) -> list[str]:
    if command[0] == "importlinter.cli":
        return [str(python), "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    return [str(python), "-m", *command]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
