"""Accuracy on invented conferences in several layouts, held by floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from vmcgraph.evaluation import evaluate, read_floors
from vmcgraph.extraction import extract
from vmcgraph.reading import read_report
from vmcgraph.verification import verify

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "data" / "samples"
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
    **{
        report.parent.name: (str(report.relative_to(SAMPLES)), str(report.parent.relative_to(SAMPLES) / "gold"))
        for report in sorted(SAMPLES.glob("others/*/text.*"))
    },
}


@pytest.mark.parametrize("sample", REPORTS)
def test_tables_reach_their_floors(sample: str) -> None:
    report, gold = (SAMPLES / name for name in REPORTS[sample])
    floors = read_floors(HERE / "floors.json", gold)
    assert floors
    assert not evaluate(extract(read_report(report)), gold).below(floors)


@pytest.mark.parametrize("sample", REPORTS)
def test_every_span_holds(sample: str) -> None:
    document = read_report(SAMPLES / REPORTS[sample][0])
    found = verify(extract(document), document)
    assert found.same_text and found.spans > 50
    assert found.problems == ()


def test_a_pdf_keeps_its_page_marks() -> None:
    document = read_report(SAMPLES / "lakeside" / "report.pdf")
    assert len(document.pages) == 20
    speakers = next(part for part in document.parts if part.kind == "speakers")
    assert document.page_of(speakers.start) == 17
