"""Names that a language model proposes, with a small pipeline made here: spaCy's own loading, no download."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner

from vmcgraph.cli import main
from vmcgraph.errors import ExtractionError
from vmcgraph.extraction import extract
from vmcgraph.model import Proposal
from vmcgraph.reading import parse_report
from vmcgraph.recognition import propose
from vmcgraph.tables import read_tables

TEXT = """Panel discussion

Roads and bridges

ON STAGE

Ada Nkemelu, Director, Bridge Institute

Ada Nkemelu stressed that bridges last. In the hall one could also see Wim, who came from Zandloper and has painted every bridge of
the delta since he was a boy. Nobody knows how Wim gets up there.
"""


@pytest.fixture
def pipeline(tmp_path: Path) -> str:
    """A folder with a pipeline that knows three names."""
    language = spacy.blank("en")
    language.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "Wim"},
            {"label": "PERSON", "pattern": "Ada Nkemelu"},
            {"label": "ORG", "pattern": "Zandloper"},
            {"label": "GPE", "pattern": "delta"},
        ]
    )
    language.to_disk(tmp_path / "small")
    return str(tmp_path / "small")


def test_what_the_rules_missed_is_proposed_with_every_place(pipeline: str) -> None:
    document = parse_report(TEXT)
    facts = extract(document, edition="x2031")
    found = propose(document, facts, pipeline)
    assert [(row.sort, row.name, len(row.evidence)) for row in found[Proposal]] == [
        ("organisation", "Zandloper", 1),
        ("person", "Wim", 2),
    ]
    assert {document.text[span.start : span.end] for row in found[Proposal] for span in row.evidence} == {
        "Wim",
        "Zandloper",
    }
    assert len(found) == len(facts) + 2  # and nothing else has changed


@pytest.mark.parametrize("name", ["no_such_pipeline", "tests"])
def test_a_pipeline_that_is_not_there_is_told(name: str) -> None:
    with pytest.raises(ExtractionError, match=f"{name}: cannot be loaded as a spaCy pipeline"):
        propose(parse_report(TEXT), extract(parse_report(TEXT), edition="x2031"), name)


def test_a_pipeline_without_names_is_told(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ExtractionError, match="finds no names"):
        propose(parse_report(TEXT), extract(parse_report(TEXT), edition="x2031"), str(tmp_path / "blank"))


def test_without_spacy_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    with pytest.raises(ExtractionError, match=r"pip install \"vmcgraph\[ner\]\""):
        propose(parse_report(TEXT), extract(parse_report(TEXT), edition="x2031"), "any")


def test_the_command_writes_proposals_only_when_asked(pipeline: str, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    run = CliRunner()
    for name, options in (("plain", []), ("asked", ["--ner", pipeline])):
        result = run.invoke(main, ["extract", str(report), "-o", str(tmp_path / name), *options])
        assert result.exit_code == 0, result.output
    assert not read_tables(tmp_path / "plain")[Proposal]
    assert len(read_tables(tmp_path / "asked")[Proposal]) == 2
    assert not (tmp_path / "plain" / "proposals.jsonl").exists()
