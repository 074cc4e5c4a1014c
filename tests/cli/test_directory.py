"""The directory on the command line."""

from pathlib import Path

from tests.cli.conftest import Run

FOLDER = "tests/data/directory"


def test_import_reports_and_keeps(recourse: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = recourse("--home", str(home), "directory", "import", FOLDER, "--json")
    told = done.json
    assert done.code == 0
    assert told["taken"] + len(told["skipped"]) + told["lists"] == told["seen"]
    assert [path.name for path in home.iterdir()] == ["directory.json"]
    assert (home / "directory.json").stat().st_mode & 0o077 == 0


def test_imported_records_are_found_and_written_to(recourse: Run, tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    recourse("--home", home, "directory", "import", FOLDER)
    found = recourse("--home", home, "directory", "find", "Beispil Auskunft", "--json").json
    assert found[0]["id"] == "my-beispiel-auskunft"
    assert any("Geburtsdatum" in line for line in found[0]["about"])
    fill = tmp_path / "fill.yaml"
    fill.write_text("recipient: my-beispiel-auskunft\nfull_name: Kim Beispiel\nemail: kim@example.org\n")
    done = recourse("--home", home, "letter", "eu-l-access", "--fill", str(fill), "--format", "text", "--output", "-")
    assert done.code == 0, done.err
    assert "Beispiel Auskunft AG" in done.out
    assert "10115 Berlin" in done.out
    assert "DEUTSCHLAND" not in done.out


def test_a_french_record_gives_a_letter_abroad(recourse: Run, tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    recourse("--home", home, "directory", "import", FOLDER)
    fill = tmp_path / "fill.yaml"
    fill.write_text("recipient: my-ohne-post\nfull_name: Kim Beispiel\nemail: kim@example.org\n")
    done = recourse("--home", home, "letter", "eu-l-access", "--fill", str(fill), "--format", "text", "--output", "-")
    assert "FRANCE" in done.out
    assert "RGPD" in done.out  # it is written in French without being asked


def test_nothing_is_made_without_an_import(recourse: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    recourse("--home", str(home), "directory", "find", "schufa")
    assert not home.exists()


def test_the_authority_of_an_entry(recourse: Run) -> None:
    found = recourse("directory", "authority", "de-schufa", "--home-place", "de-be", "--json").json
    assert [one["id"] for one in found] == ["de-dpa-he", "de-dpa-be"]


def test_mistakes_are_told(recourse: Run, tmp_path: Path) -> None:
    assert recourse("directory", "authority").code == 2
    assert recourse("directory", "authority", "nobody-here").code == 2
    assert recourse("directory", "authority", "--seat", "Hessen!").code == 2
    assert recourse("directory", "import", str(tmp_path / "nowhere")).code == 2
    (tmp_path / "directory.json").write_text("{")
    assert recourse("--home", str(tmp_path), "directory", "find", "schufa").code == 2
