"""Layouts of reports: headings of sessions on several lines, cards of three lines, captions with a credit, bodies that a text introduces."""

from __future__ import annotations

import pytest
from test_forms_agendas import names, parts, posts, read

from vmcgraph.model import Encounter, Session

PEOPLE = """Speakers:

Ama Boateng
Vice-Minister
Ministry of Tides and Bridges, Ghana

Bo Ström
Head of Advocacy
Ferry Institute

Moderator:

Dr Ada Nkemelu
Senior Fellow
University of Malta
"""
PROSE = (
    "More than four million people cross the water every year, and few of them ask who steers the boat. Ama Boateng said that this must change.\n"
    "Bo Ström agreed with her and asked for more boats. Nobody in the room wanted to leave before the end of the talk.\n"
)


@pytest.mark.parametrize(
    "heading",
    [
        "Session 4: Fog at sea\nPanel discussion, 15 May 2030, 09:30–10:45",
        "Session 4: Fog at sea\n\nPanel discussion | Wednesday, 15 May 2030 | 09:30–10:45",
        "Panel discussion, 15 May 2030, 9.30 – 10.45, Hall B\nFog at sea",
        "Session 4\nFog at sea\n15 May 2030 · 09:30–10:45 · Panel discussion",
    ],
)
def test_a_heading_of_several_lines(heading: str) -> None:
    facts = read(f"Ferry Forum 2030 | Report\n12\n\n{heading}\n\n{PEOPLE}\n{PROSE}")
    (session,) = facts[Session]
    assert (session.title, session.format, session.date, session.start, session.end) == (
        "Fog at sea", "Panel discussion", "2030-05-15", "09:30", "10:45",
    )  # fmt: skip
    assert parts(facts) == {("ama-boateng", "speaker"), ("bo-strom", "speaker"), ("ada-nkemelu", "moderator")}
    assert ("Ama Boateng", "Vice-Minister", "Ministry of Tides and Bridges", "GHA") in posts(facts)


def test_headings_that_start_with_their_time_stay_apart() -> None:
    text = "# Ferry Forum\n\n## 10:15–10:45 Coffee break\n\n## 10:45–12:00 Fog\n\n*Panel discussion*\n\n- Ama Boateng, Poet\n- Bo Ström, Poet\n"
    assert [(session.title, session.start) for session in read(text)[Session]] == [("Fog", "10:45")]


def test_a_number_or_a_format_before_the_title_and_who_speaks_below() -> None:
    facts = read(f"Ferry Forum 2030\n\nSession 1: Fog\n\n{PEOPLE}\n{PROSE}\nPanel 2: Tides\n\n{PEOPLE}\n{PROSE}")
    assert [(session.title, session.format) for session in facts[Session]] == [("Fog", None), ("Tides", "Panel 2")]


@pytest.mark.parametrize(
    "credit", [" Photo: Inga Lund", "\nPhoto by Inga Lund", " (Picture: Inga Lund/FI)", " © Inga Lund"]
)
def test_who_took_a_picture_is_not_in_it(credit: str) -> None:
    caption = "Ama Boateng, Vice-Minister at the Ferry Ministry, in conversation with Bo Ström and other guests at the harbour."
    facts = read(f"Ferry Forum 2030\n\nPanel discussion\n\nFog\n\n{PEOPLE}\n{PROSE}\n{caption}{credit}\n")
    assert "Inga Lund" in names(facts)
    assert [row.persons for row in facts[Encounter]] == [("person/ama-boateng", "person/bo-strom")]
