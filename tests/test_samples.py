"""Accuracy on invented conferences in four layouts, held by floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from scoring import scores

from vmcgraph.extraction import extract
from vmcgraph.reading import read_report
from vmcgraph.tables import write_tables

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "data" / "samples"
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
REPORTS = {"uplands": "programme.md", "harbour": "agenda.html", "lakeside": "report.pdf", "agenda-dots": "agenda.txt"}


@pytest.mark.parametrize("sample", REPORTS)
def test_tables_reach_their_floors(sample: str, tmp_path: Path) -> None:
    write_tables(extract(read_report(SAMPLES / sample / REPORTS[sample])), tmp_path)
    reached = scores(tmp_path, SAMPLES / sample / "gold")
    short = {
        table: round(reached[table], 3) for table, floor in FLOORS["samples"][sample].items() if reached[table] < floor
    }
    assert not short


@pytest.mark.parametrize("sample", REPORTS)
def test_every_span_holds(sample: str) -> None:
    document = read_report(SAMPLES / sample / REPORTS[sample])
    for row in extract(document):
        for span in getattr(row, "evidence", ()):
            assert span == document.span(span.start, span.end, span.basis), row.id
            assert document.text[span.start : span.end].strip(), row.id


def test_a_pdf_keeps_its_page_marks() -> None:
    document = read_report(SAMPLES / "lakeside" / "report.pdf")
    assert len(document.pages) == 20
    speakers = next(part for part in document.parts if part.kind == "speakers")
    assert document.page_of(speakers.start) == 17
