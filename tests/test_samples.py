"""Accuracy on invented conferences in several layouts, held by floors."""

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
#: Each sample with its text and its gold.
REPORTS = {
    "uplands": ("uplands/programme.md", "uplands/gold"),
    "harbour": ("harbour/agenda.html", "harbour/gold"),
    "lakeside": ("lakeside/report.pdf", "lakeside/gold"),
    "agenda-dots": ("agenda-dots/agenda.txt", "agenda-dots/gold"),
    "attendees": ("session-page/attendees.html", "session-page/gold-attendees"),
    "session-page": ("session-page/session.md", "session-page/gold"),
    "wire": ("wire/news.txt", "wire/gold"),
    "bulletin": ("bulletin/bulletin.txt", "bulletin/gold"),
    "meetings": ("meetings/coverage.txt", "meetings/gold"),
    "bericht": ("agenturen/bericht.txt", "agenturen/gold"),
    "notizia": ("agenturen/notizia.txt", "agenturen/gold-it"),
}


@pytest.mark.parametrize("sample", REPORTS)
def test_tables_reach_their_floors(sample: str, tmp_path: Path) -> None:
    write_tables(extract(read_report(SAMPLES / REPORTS[sample][0])), tmp_path)
    reached = scores(tmp_path, SAMPLES / REPORTS[sample][1])
    short = {
        table: round(reached[table], 3) for table, floor in FLOORS["samples"][sample].items() if reached[table] < floor
    }
    assert not short


@pytest.mark.parametrize("sample", REPORTS)
def test_every_span_holds(sample: str) -> None:
    document = read_report(SAMPLES / REPORTS[sample][0])
    for row in extract(document):
        for span in getattr(row, "evidence", ()):
            assert span == document.span(span.start, span.end, span.basis), row.id
            assert document.text[span.start : span.end].strip(), row.id


def test_a_pdf_keeps_its_page_marks() -> None:
    document = read_report(SAMPLES / "lakeside" / "report.pdf")
    assert len(document.pages) == 20
    speakers = next(part for part in document.parts if part.kind == "speakers")
    assert document.page_of(speakers.start) == 17
