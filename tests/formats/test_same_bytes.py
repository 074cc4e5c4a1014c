"""Same in, same out (R16), nothing of the computer in a file (T11), nothing of one letter in the next."""

from __future__ import annotations

import getpass
import hashlib
import io
import json
import os
import platform
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest

from assistant.formats import FORMATS, format_named
from assistant.model import Document
from tests.formats.helpers import EXTRACT, LETTERS, NAMES, SAMPLES, load, squeeze

TOP = Path(__file__).resolve().parents[2]
_OTHER_PROCESS = """
import hashlib, json, sys
from pathlib import Path
from assistant.formats import FORMATS
from assistant.model import Document
found = {}
for path in sorted(Path(sys.argv[1]).glob("*.json"), reverse=True):
    document = Document.model_validate_json(path.read_text("utf-8"))
    for known in FORMATS:
        if known.name != "eml" or document.sheet == "letter":
            found[f"{path.stem} {known.name}"] = hashlib.sha256(known.write(document)).hexdigest()
print(json.dumps(found))
"""


def _digests() -> dict[str, str]:
    return {
        f"{name} {known.name}": hashlib.sha256(known.write(document)).hexdigest()
        for name in NAMES
        for document in [load(name)]
        for known in FORMATS
        if known.name != "eml" or document.sheet == "letter"
    }


def test_same_bytes_twice() -> None:
    assert _digests() == _digests()


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Asia/Urumqi", "LANG": "C", "USER": "canary", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1"},
        {
            "TZ": "America/St_Johns",
            "LANG": "de_DE.UTF-8",
            "LC_ALL": "zh_CN.UTF-8",
            "PYTHONHASHSEED": "77",
            "COLUMNS": "10",
        },
    ],
)
def test_same_bytes_in_another_process_zone_order_and_language(surroundings: dict[str, str], tmp_path: Path) -> None:
    paths = os.pathsep.join([str(TOP), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", _OTHER_PROCESS, str(SAMPLES)],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": paths, **surroundings},
    )
    assert json.loads(done.stdout) == _digests()


def _all_bytes(data: bytes) -> bytes:
    """Everything in a file, unpacked."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return b"".join(
                info.filename.encode() + info.comment + info.extra + archive.read(info) for info in archive.infolist()
            )
    if data[:4] == b"%PDF":
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.specialized)
        return data + out.getvalue()
    return data


def test_nothing_about_the_computer(sample: Document) -> None:
    secrets = {str(Path.home()), str(TOP), platform.node(), platform.release(), sys.version.split()[0]}
    secrets |= {getpass.getuser()} if len(getpass.getuser()) > 4 else set()
    for known in FORMATS:
        if known.name == "eml" and sample.sheet == "aid":
            continue
        found = _all_bytes(known.write(sample))
        assert not [secret for secret in secrets if len(secret) > 3 and secret.encode() in found], known.name
        assert b"ecourse" not in found, known.name


def test_pdf_tells_title_and_day_and_typst_only() -> None:
    letter = load("din-5008.de")
    with pikepdf.open(io.BytesIO(format_named("pdf").write(letter))) as pdf:
        info = {name: str(value) for name, value in pdf.docinfo.items()}
        assert re.fullmatch(r"Typst [\d.]+", info.pop("/Creator"))
        assert info == {"/Title": letter.title, "/CreationDate": "D:20261122000000Z", "/ModDate": "D:20261122000000Z"}
        with pdf.open_metadata() as metadata:
            names = {name.rpartition("}")[2] for name in metadata}
    assert (
        names
        == {
            "title",
            "CreatorTool",
            "language",
            "CreateDate",
            "ModifyDate",
            "NPages",
            "format",
            "DocumentID",
            "InstanceID",
            "RenditionClass",
            "History",
            "PDFVersion",
            "part",
            "conformance",
            "type",
            "date",
            "schemas",
        }
        & names
    )


def test_docx_tells_title_and_language_only() -> None:
    data = format_named("docx").write(load("din-5008.de"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert re.findall("<([a-z]+:[a-zA-Z]+)[ >]", archive.read("docProps/core.xml").decode()) == [
            "cp:coreProperties",
            "dc:title",
            "dc:language",
        ]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len({(info.create_system, info.external_attr) for info in archive.infolist()}) == 1
        assert not [name for name in archive.namelist() if "app.xml" in name or "thumbnail" in name]


def test_html_brings_no_script_and_asks_nobody(sample: Document) -> None:
    page = format_named("html").write(sample).decode()
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"<script|<link|<img|<iframe|\son\w+=|generator", page)
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("name", sorted(EXTRACT))
def test_nothing_of_one_letter_stands_in_the_next(name: str) -> None:
    known = format_named(name)
    fresh = {letter: known.write(load(letter)) for letter in LETTERS}
    for letter in LETTERS:
        canary = load(letter)
        blocks = tuple(
            block.model_copy(update={"lines": tuple(f"{line} Kanarie" for line in block.lines)})
            for block in canary.blocks
        )
        assert "Kanarie" in squeeze(
            EXTRACT[name](known.write(canary.model_copy(update={"blocks": blocks, "title": "Kanarie"})))
        )
        for other in LETTERS:
            assert known.write(load(other)) == fresh[other]
    assert not [letter for letter, data in fresh.items() if b"Kanarie" in _all_bytes(data)]
