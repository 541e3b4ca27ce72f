"""PDFs: where the paragraphs of printed pages end, with gaps between them and without."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vmcgraph.extraction import extract
from vmcgraph.model import Affiliation, Facts, Note, Participation, Person, Session, Statement
from vmcgraph.reading import parse_report, read_report
from vmcgraph.reading.formats import GAPLESS
from vmcgraph.reading.printed import PrintedLine
from vmcgraph.reading.printedpages import page_texts

if TYPE_CHECKING:
    from playwright.sync_api import Page

_TELLS = (
    "The session began with a look at the last ten winters, in which the port had been closed more often than in the fifty years before.",
    "Olav Brekke, Director of the Northern Pilots’ Guild, argued that tides can be read by anybody who has the patience to wait for them on the mole for a year.",
    "“We count ships and forget crews,” said Marit Solheim, Head of Research, Fjord Institute. She proposed that crews be asked before a berth is closed, and not when it is.",
    "Mr Brekke replied that the Guild had asked them twice already and that the answers are still in a drawer of the harbour office.",
)
REPORT = (
    ("h2", "Winter Harbour Forum 2031"),
    ("p", "Report on the meeting in Tromsø, 3 March 2031"),
    ("h2", "Session 1: Ice on the quay"),
    ("p", "Moderator: Jonas Eide, Editor, Harbour Post"),
    ("p", "Speakers:"),
    ("p", "Olav Brekke, Director, Northern Pilots’ Guild"),
    ("p", "Marit Solheim, Head of Research, Fjord Institute"),
    *(("p", words) for words in _TELLS),
    ("h2", "Session 2: Who pays the icebreaker?"),
    ("p", "Moderator: Ada Lunde, Senior Adviser, Port of Hamna"),
    ("p", "Speakers:"),
    ("p", "Per Aune, Chief Economist, Coast Bank"),
    (
        "p",
        "Per Aune noted that the icebreaker costs less than the ships that wait for it, and that this had been known to whoever reads the accounts of the port since the winter of 2019.",
    ),
    ("p", "Ada Lunde asked who would sign the cheque. Per Aune said that the bank would, for a share of the dues."),
)
_STYLES = {
    "gaps": "body { font: 11pt serif }",
    "no gaps": "body { font: 11pt/1.5 sans-serif } * { margin: 0 }",
    "small gaps": "body { font: 10pt/1.4 serif } * { margin: 0 0 3pt }",
    "set in": "body { font: 11pt serif } * { margin: 0 } p { text-indent: 1.5em; text-align: justify }",
    "columns": "body { font: 9pt/1.3 serif; columns: 2 } * { margin: 0 } p { text-align: justify }",
}


def found(facts: Facts) -> list[object]:
    """Return what is found, by names."""
    names = {row.id: row.name for row in facts[Person]} | {row.id: row.title for row in facts[Session]}
    return [
        sorted(names.values()),
        sorted((names[row.person], names[row.session], row.role) for row in facts[Participation]),
        sorted((names[row.person], row.position or "") for row in facts[Affiliation]),
        sorted((names[who], row.verb or "") for row in facts[Statement] for who in row.speakers),
    ]


@pytest.mark.parametrize("style", _STYLES)
def test_what_a_browser_prints_reads_as_the_page_does(page: Page, tmp_path: Path, style: str) -> None:
    html = "<html><body>" + "".join(f"<{tag}>{escape(words)}</{tag}>" for tag, words in REPORT)
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    page.set_content(html)
    page.add_style_tag(content=_STYLES[style])
    (tmp_path / "page.pdf").write_bytes(page.pdf(format="A5"))
    told, printed = (extract(read_report(tmp_path / name)) for name in ("page.html", "page.pdf"))
    assert found(printed) == found(told)
    noted = GAPLESS in [note.note for note in printed[Note]]
    assert noted is (style in ("no gaps", "set in", "columns"))


def test_rows_of_a_printed_table_keep_their_cells(page: Page, tmp_path: Path) -> None:
    rows = [
        ("9.00–9.30", "Opening", "Olav Brekke, Director, Northern Pilots’ Guild"),
        ("9.30–10.45", "Ice on the quay: what ten winters in the north have taught the ports", "Marit Solheim"),
        ("11.00–12.00", "Who pays the icebreaker?", "Per Aune, Chief Economist, Coast Bank"),
    ]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page.set_content(f"<style>td {{ padding: 4pt 12pt; width: 33% }}</style><h1>Programme</h1><table>{cells}</table>")
    (tmp_path / "page.pdf").write_bytes(page.pdf(format="A5"))
    text = read_report(tmp_path / "page.pdf").text
    assert [line for line in text.splitlines() if " | " in line] == [" | ".join(row) for row in rows]


_ICE = "<b>Panel: Ice</b><br>Moderator: Nils Dahl, Pier News<br>Tor Vik, Rope Makers' Guild<br>Anna Moe, Fog Institute"
_PAY = "<b>Panel: Who pays?</b><br>Moderator: Kari Lie, Shore Bank<br>Geir Foss, Port of Vardal"


@pytest.mark.parametrize(
    ("rows", "printed"),
    [
        ([("09:00", _ICE, "Hall A"), ("10:00", _PAY, "Hall B")], [
            "09:00 | Panel: Ice | Hall A", "Moderator: Nils Dahl, Pier News", "Tor Vik, Rope Makers' Guild", "Anna Moe, Fog Institute",
            "10:00 | Panel: Who pays? | Hall B", "Moderator: Kari Lie, Shore Bank", "Geir Foss, Port of Vardal",
        ]),
        ([("09:00", "Ice<br>Tor Vik, Guild", "Fog<br>Kari Lie, Bank"), ("10:00", "Lunch", "Lunch")],
         ["09:00 | Ice", "Tor Vik, Guild", "09:00 | Fog", "Kari Lie, Bank", "10:00 | Lunch | Lunch"]),
        ([("09:00", "Ice<br>Ten winters", "Tor Vik, Guild<br>Kari Lie, Bank"), ("10:00", "Lunch", "Terrace")],
         ["09:00 | Ice", "Ten winters", "Tor Vik, Guild", "Kari Lie, Bank", "10:00 | Lunch | Terrace"]),
        ([("9:00–9:45<br>Hall A", "Ice", "Tor Vik"), ("10:00–10:45<br>Hall B", "Fog at sea", "Kari Lie")],
         ["9:00–9:45 | Ice | Tor Vik", "Hall A", "10:00–10:45 | Fog at sea | Kari Lie", "Hall B"]),
        ([("Tor Vik", "Head<br>of Ropes<br>and Nets", "Rope Guild"), ("Anna<br>Moe", "Fellow", "Fog Institute"), ("Kari Lie-<br>Foss", "Clerk", "Bank")],
         ["Tor Vik | Head of Ropes and Nets | Rope Guild", "Anna Moe | Fellow | Fog Institute", "Kari Lie-Foss | Clerk | Bank"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("padding", ["2pt 5pt", "4pt 14pt"])
def test_lines_of_a_cell_stay_lines_and_go_to_no_other_cell(
    page: Page, tmp_path: Path, rows: list[tuple[str, ...]], printed: list[str], padding: str
) -> None:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page.set_content(
        f"<style>td {{ font: 10pt sans-serif; padding: {padding}; vertical-align: top; white-space: nowrap }}</style>"
        f"<p>Winter Forum 2031</p><table>{cells}</table>"
    )
    (tmp_path / "page.pdf").write_bytes(page.pdf(format="A4"))
    assert [line for line in read_report(tmp_path / "page.pdf").text.split("\n")[2:] if line.strip()] == printed


def test_people_of_sessions_side_by_side_are_in_their_own(page: Page, tmp_path: Path) -> None:
    page.set_content(
        "<style>td { vertical-align: top }</style><h1>Winter Forum 2031</h1><p>Vardal, 3 March 2031</p>"
        f"<table><tr><td>09:00<td>{_ICE}<td>{_PAY}<tr><td>12:00<td>Lunch<td>Lunch</table>"
    )
    (tmp_path / "page.pdf").write_bytes(page.pdf(format="A4"))
    facts = extract(read_report(tmp_path / "page.pdf"))
    title = {row.id: row.title for row in facts[Session]}
    name = {row.id: row.name for row in facts[Person]}
    held = {(name[row.person], title[row.session]) for row in facts[Participation]}
    assert held >= {("Tor Vik", "Ice"), ("Anna Moe", "Ice"), ("Kari Lie", "Who pays?"), ("Geir Foss", "Who pays?")}
    assert not held & {("Kari Lie", "Ice"), ("Geir Foss", "Ice")}


def lines(*printed: tuple[str, float], top: float = 700, left: float = 50) -> Iterator[PrintedLine]:
    """Yield lines of ten points, each letter of which is five points wide, below each other with a step each."""
    for words, step in printed:
        top -= step
        yield PrintedLine(words, top, 10, left, left + 5 * len(words), 5 * len(words.split()[0]), top)


_FULL = "one line of prose that goes from edge to edge"


@pytest.mark.parametrize(
    ("printed", "paragraphs", "gaps"),
    [
        ([(_FULL, 12), ("and ends.", 12), ("Another begins, and goes from edge to edge", 12), ("and ends.", 12)], 2, False),
        ([(_FULL, 12), ("and ends.", 12), ("Another begins, and goes from edge to edge", 20), ("and ends.", 12)], 2, True),
        ([(_FULL, 12), ("and ends.", 12), ("Another begins, and goes from edge to edge", 14), ("and ends.", 12)], 2, True),
        ([(_FULL, 12), (_FULL, 12), (_FULL, 12)], 1, True),
        ([(_FULL, 12), ("and breaks off", 12), ("in mid-sentence before it goes on to an edge", 12)], 1, True),
    ],
)  # fmt: skip
def test_a_paragraph_ends_at_a_gap_or_where_a_line_stops_short(
    printed: list[tuple[str, float]], paragraphs: int, *, gaps: bool
) -> None:
    page = list(lines(*printed))
    text, has_gaps = page_texts([page, page, page])
    assert text.count("\f") == 3
    assert [len(each.split("\n\n")) for each in text.split("\n\f")[:-1]] == [paragraphs] * 3
    assert has_gaps is gaps


def test_what_a_wide_blank_parts_is_no_one_line() -> None:
    beside = [*lines(("Left column of a page", 12)), *lines(("Right", 12), left=300)]
    assert page_texts([beside])[0].splitlines()[0] == "Left column of a page"


def test_a_time_whose_end_stands_in_another_paragraph_is_read() -> None:
    assert [block.kind for block in parse_report("15:30 –\n\n15:50 Coffee").blocks] == ["agenda", "agenda"]
