"""The zip around the parts: fixed times, fixed order, no name of a person or a program."""

from __future__ import annotations

import io
from collections.abc import Mapping

from .xml import HEAD, W

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)

_PARTS = {
    "styles.xml": "styles",
    "settings.xml": "settings",
    "header1.xml": "header",
    "header2.xml": "header",
    "footer1.xml": "footer",
    "footer2.xml": "footer",
}

_SETTINGS = (
    f'{HEAD}<w:settings xmlns:w="{W}"><w:removePersonalInformation/><w:removeDateAndTime/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
"""Word removes the writer's name and the times when it saves, and is not in its mode for old files."""


def pack(parts: Mapping[str, str], title: str, language: str) -> bytes:
    """The file. ``title`` is escaped already; it and the language are all that is told about it."""
    import zipfile

    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            {
                "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
            }
        ),
        "word/_rels/document.xml.rels": _relations(
            {f"rId{number}": (f"{_OFFICE}/{kind}", name) for number, (name, kind) in enumerate(_PARTS.items(), 1)}
        ),
        "word/settings.xml": _SETTINGS,
        "docProps/core.xml": (
            f'{HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
        ),
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.create_system = 0
            info.external_attr = 0
            info.compress_type = zipfile.ZIP_STORED  # compression differs between builds of zlib
            archive.writestr(info, text.encode())
    return out.getvalue()


def _content_types() -> str:
    overrides = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        **{f"word/{name}": f"{_WORD}.{kind}+xml" for name, kind in _PARTS.items()},
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{_RELATIONS}">{listed}</Relationships>'
