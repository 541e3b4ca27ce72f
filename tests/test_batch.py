"""Many reports at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from vmcgraph.batch import _extract_one, extract_all, report_files
from vmcgraph.cli import main
from vmcgraph.errors import ReportError
from vmcgraph.model import Person, Session
from vmcgraph.pipeline import Reading, facts_of, reading_of
from vmcgraph.tables import read_tables

SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "uplands" / "programme.md"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of four reports, one of them broken, and a file that is none."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("one.md", "two.md", "one.txt"):
        (folder / name).write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def test_a_folder_gives_its_reports_in_order(reports: Path) -> None:
    assert [path.name for path in report_files([reports])] == ["broken.txt", "one.md", "one.txt", "two.md"]


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="holds no report"):
        report_files([tmp_path])


def test_each_report_has_its_tables_and_a_broken_one_harms_no_other(reports: Path, tmp_path: Path) -> None:
    done = {
        outcome.report.name: outcome for outcome in extract_all(report_files([reports]), tmp_path / "out", processes=2)
    }
    assert {name for name, outcome in done.items() if outcome.error} == {"broken.txt"}
    assert "broken.txt" in done["broken.txt"].error
    assert {done[name].folder.name for name in ("one.md", "one.txt", "two.md")} == {"one", "one-2", "two"}
    facts, _ = facts_of(reports / "two.md")
    assert read_tables(tmp_path / "out" / "two") == facts
    assert not (tmp_path / "out" / "broken").exists()


def test_a_fault_of_the_reader_harms_no_other_report(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(report: Path, **_: object) -> Reading:
        if report.name == "one.md":
            raise IndexError("list index out of range")
        return reading_of(report)

    monkeypatch.setattr("vmcgraph.pipeline.reading_of", faulty)
    assert _extract_one(reports / "two.md", tmp_path / "two", False).error == ""
    told = _extract_one(reports / "one.md", tmp_path / "one", False).error
    assert told.startswith(f"{reports / 'one.md'}: cannot be read") and "list index out of range" in told


def test_the_command_names_what_it_left_out(reports: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["extract", str(reports), "-o", str(tmp_path / "out")])
    assert result.exit_code == 3
    assert "3 of 4 reports written" in result.output
    assert "broken.txt" in result.output


def test_the_summary_names_each_report_with_what_was_found(reports: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["extract", str(reports), "-o", str(tmp_path / "out")])
    facts = read_tables(tmp_path / "out" / "two")
    found = f"{facts.slug}, {len(facts[Session])} sessions, {len(facts[Person])} persons"
    assert f"\ntwo.md: {found} → {tmp_path / 'out' / 'two'}\n" in result.output


def test_what_tells_of_a_folder_is_no_report_unless_it_is_named(reports: Path, tmp_path: Path) -> None:
    for name in ("README.md", "Licence.txt"):
        (reports / name).write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    result = CliRunner().invoke(main, ["extract", str(reports), "-o", str(tmp_path / "out")])
    assert "of 4 reports" in result.output and "README.md tells of the folder and is no report" in result.output
    assert not (tmp_path / "out" / "readme").exists()
    assert report_files([reports / "README.md"]) == (reports / "README.md",)


def test_subfolders_are_told(reports: Path, tmp_path: Path) -> None:
    (reports / "older.pdf").mkdir()
    result = CliRunner().invoke(main, ["extract", str(reports), "-o", str(tmp_path / "out")])
    assert "1 subfolder is not looked into" in result.output
    assert "of 4 reports" in result.output


def test_a_folder_of_folders_says_where_reports_belong(tmp_path: Path) -> None:
    (tmp_path / "older").mkdir()
    with pytest.raises(ReportError, match="in it, not in a subfolder"):
        report_files([tmp_path])


def test_an_id_is_for_one_report(reports: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["extract", str(reports), "--edition", "x1", "-o", str(tmp_path / "out")])
    assert result.exit_code == 2
