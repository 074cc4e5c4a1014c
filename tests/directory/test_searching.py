"""Finding a record holder, also with typing errors."""

import pytest

from assistant.directory import Catalogue, Listed

CATALOGUE = Catalogue(
    [
        Listed("de-schufa", ("SCHUFA Holding AG",), ("https://www.schufa.de",), ("Credit agency",), "de", ours=True),
        Listed("my-schufa", ("SCHUFA Holding AG",), ("https://www.schufa.de",), ("credit agency",), "de"),
        Listed("my-db", ("Deutsche Bahn AG", "DB Navigator"), ("https://www.bahn.de",), ("travel",), "de"),
        Listed("my-post", ("Deutsche Post Direkt GmbH",), (), ("addresses",), "de"),
        Listed("my-amazon", ("Amazon EU S.à r.l.", "Audible"), ("https://www.amazon.de",), ("commerce",), "lu"),
        Listed("my-ikea", ("Ingka Holding B.V.",), ("https://www.ikea.com",), ("commerce",), "nl"),
        Listed("my-ad", ("Ad AG",), (), (), "de"),
    ]
)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SCHUFA", "de-schufa"), ("schuffa", "de-schufa"), ("Deutsche Bhan", "my-db"), ("navigator", "my-db"),
        ("dutche post direct", "my-post"), ("amzon", "my-amazon"), ("AUDIBLE", "my-amazon"), ("ikea", "my-ikea"),
        ("www.ikea.com", "my-ikea"), ("travel", "my-db"), ("s.a r.l.", "my-amazon"),
    ],
)  # fmt: skip
def test_found_first(text: str, first: str) -> None:
    assert CATALOGUE.find(text)[0] == first


@pytest.mark.parametrize("text", ["", "   ", "xqzzt", "…", "bank of nowhere"])
def test_nothing_is_guessed(text: str) -> None:
    assert CATALOGUE.find(text) == ()


def test_by_country() -> None:
    assert CATALOGUE.find("commerce", "nl") == ("my-ikea",)


def test_ours_stands_before_the_imported_one() -> None:
    assert CATALOGUE.find("schufa holding") == ("de-schufa", "my-schufa")
