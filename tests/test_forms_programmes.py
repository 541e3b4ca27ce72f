"""Programmes of other makes: how organisers print times, the heads of sessions, labels and who speaks."""

from __future__ import annotations

import pytest
from forms import names, parts, posts, read

from vmcgraph.hours import clock, times_at
from vmcgraph.model import Note, Participation, Session
from vmcgraph.reading import parse_report
from vmcgraph.reading.formats import html_source

HEAD = "Ferry Days 2030\n\nTuesday, 2 May 2030\n\n"


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("0900 – 0930 hrs\tFog", ("09:00", "09:30")),
        ("0900-0930 Fog", ("09:00", "09:30")),
        ("1900 hrs Fog", ("19:00", "")),
        ("0830 Fog", ("08:30", "")),
        ("9h – 10h30 Fog", ("09:00", "10:30")),
        ("10h–12h : Fog", ("10:00", "12:00")),
        ("09 h 30 – 10 h 15 Fog", ("09:30", "10:15")),
        ("13h : Fog", ("13:00", "")),
        ("9 a.m. – Fog", ("09:00", "")),
        ("9am: Fog", ("09:00", "")),
        ("12 noon – 1 p.m. Fog", ("12:00", "13:00")),
        ("09:00 – Fog", ("09:00", "")),
        ("09:00: Fog", ("09:00", "")),
        ("09:00 ‑ 10:30 Fog", ("09:00", "10:30")),
        ("09.00 -- 10.30 Fog", ("09:00", "10:30")),
        ("[09:00 – 10:30] Fog", ("09:00", "10:30")),
        ("From 09:00 to 10:30 Fog", ("09:00", "10:30")),
        ("19:00 onwards: Fog", ("19:00", "")),
        ("9 – 10.30 Uhr Fog", ("09:00", "10:30")),
        ("19 Uhr Fog", ("19:00", "")),
        ("14:00 Uhr", ("14:00", "")),
        ("ore 9.30 Fog", ("09:30", "")),
        ("dalle 9.30 alle 10.15 Fog", ("09:30", "10:15")),
        ("9:00 – 10:30 (CET) Fog", ("09:00", "10:30")),
        ("09:00–10:30 GMT+2 | Fog", ("09:00", "10:30")),
        ("9:30 am EET", ("09:30", "")),
        ("9-10.30 Fog", ("09:00", "10:30")),
        ("9:30 – 11: Fog", ("09:30", "11:00")),
        ("11 am – 12:30 Fog", ("11:00", "12:30")),
        ("2 p.m. to 3.30 Fog", ("14:00", "15:30")),
        ("9u30–10u15 Fog", ("09:30", "10:15")),
        ("20.00-22.30 uur Fog", ("20:00", "22:30")),
        ("kl. 9.30–10.15 Fog", ("09:30", "10:15")),
        ("14:00 · Fog", ("14:00", "")),
        ("5 p.m. CET / 11 a.m. ET  Fog", ("17:00", "")),
        ("17:00–18:00 CET / 11:00–12:00 ET Fog", ("17:00", "18:00")),
        ("09:00–10:30 (CEST) / 10:00–11:30 (EEST) Fog", ("09:00", "10:30")),
        ("17:00 CET (16:00 GMT) – 18:00 CET (17:00 GMT) Fog", ("17:00", "18:00")),
        ("24:00 – 26:30 Fog", ("", "")),
    ],
)
def test_times_as_organisers_print_them(line: str, times: tuple[str, str]) -> None:
    found = times_at(line)
    assert clock(found) == times
    assert found is not None
    assert line[found.end() :].strip(" \t|:–") in ("Fog", "")


@pytest.mark.parametrize(
    "line",
    [
        "2015 – 2020 Ports",
        "1945 – 1950",
        "1500-1700 people crossed",
        "2030 Agenda for all",
        "9.30 million",
        "2.15 Ports",
        "10–12 hours by ferry",
        "3 – 5 h",
        "3.2 – 4.1 Ports",
        "3-4.5 Ports",
        "9-10.30 million",
        "3-5 Ports",
        "10-12 May in Leith",
        "From Riga to Malta",
    ],
)
def test_figures_that_are_no_times(line: str) -> None:
    assert times_at(line) is None


LAYOUTS = [
    # tabs part the columns, a second speaker stands on the line below
    (
        "Time\tActivity\tWho\n10:00 – 11:00\tSession 1: Fog at sea\tMs Ada Nkemelu, Director, Ferry Institute\nMr Bo Lund, Pilot, Quay Voices\n"
        "11:00 – 11:15\tCoffee break\n11:15 – 12:00\tGroup work: Tides\tFacilitator: Ms Eva Roth, Ferry Union\n",
        {("10:00", "Fog at sea"), ("11:15", "Group work: Tides")},
        {("ada-nkemelu", "speaker"), ("bo-lund", "speaker"), ("eva-roth", "moderator")},
    ),
    # a format before the title below its time, and whoever stands elsewhere with a post
    (
        "10.00 – 10.45\nKeynote: After the fog\nAda Nkemelu, Ferry Institute\n10.45 – 12.00\nPanel Discussion\nWho pays for tides?\nBo Lund, Chamber of Pilots\n"
        "Eva Roth, Director, Ferry Union\n12.00 – 12.15\nClosing and outlook\nEva Roth\n",
        {("10:00", "After the fog"), ("10:45", "Who pays for tides?"), ("12:00", "Closing and outlook")},
        {("ada-nkemelu", "keynote"), ("bo-lund", "speaker"), ("eva-roth", "speaker"), ("eva-roth", "closing")},
    ),
    # a time over two lines, number and title in a block below
    (
        "09:30 –\n10:00\n\nOpening\nAda Nkemelu, Director, Ferry Institute\n\n10:00 –\n11:15\n\nSession 1\nNight crossings\n\nChair: Bo Lund, Ferry Union\n",
        {("09:30", "Opening"), ("10:00", "Night crossings")},
        {("ada-nkemelu", "opening"), ("bo-lund", "moderator")},
    ),
    # the title stands above the time and the room
    (
        "Opening plenary\n09:30 – 10:15, Main Hall\nSpeakers:\nAda Nkemelu, Director, Ferry Institute\nBo Lund, Pilot, Quay Voices\n\n"
        "Lunch\n10:15 – 11:30\n\nWho trains the pilots?\n11:30 – 12:15, Room Kalev\nChair: Eva Roth, Ferry Union\n",
        {("09:30", "Opening plenary"), ("11:30", "Who trains the pilots?")},
        {("ada-nkemelu", "speaker"), ("bo-lund", "speaker"), ("eva-roth", "moderator")},
    ),
    # lettered tracks at one time, with their rooms
    (
        "1100 – 1230 hrs\tParallel tracks (1)\n\nTrack A1 – Ropes: who ties them?\nRoom Doi\n\nModerator:\tMs Ada Nkemelu, Ferry Institute\n\n"
        "Track B1 – Nets\nRoom Mae\n\nModerator:\tMr Bo Lund, Ferry Union\n\n1900 hrs\tDinner\nDress code: smart casual\n",
        {("11:00", "Ropes: who ties them?"), ("11:00", "Nets"), ("19:00", "Dinner")},
        {("ada-nkemelu", "moderator"), ("bo-lund", "moderator")},
    ),
    # who gives an item stands behind a dash or in brackets, of numbered workshops too
    (
        "9.30 – 9.45 Welcome (Ada Nkemelu, Ferry Institute)\n10.00 – 11.00 Workshops\n   1. Fog for all – Bo Lund, Quay Voices Network (Room 2)\n"
        "   2. Tides – Eva Roth (Teatro)\n11.00 – 11.30 Keynote – Prof. Liv Holm, University of Bergen\n",
        {("09:30", "Welcome"), ("10:00", "Fog for all"), ("10:00", "Tides"), ("11:00", "Keynote")},
        {("ada-nkemelu", "opening"), ("bo-lund", "speaker"), ("eva-roth", "speaker"), ("liv-holm", "keynote")},
    ),
    # labels with a number or of one house, bullets that are letters; who leads is named on the label's line
    (
        "9:30 – 10:00 Opening\nMaster of Ceremonies: Ms Ada Nkemelu\n   o Mr Bo Lund, Mayor of Leith\n\n10:00 – 11:00 SESSION I: Fog\nIntroducers:\n"
        "- Ms Eva Roth, Pilot, Ferry Union\n\n11:00 – 12:00 Session II: Tides\n• PANELLIST 1: Liv Holm, Ministry of Ports, Norway\n",
        {("09:30", "Opening"), ("10:00", "Fog"), ("11:00", "Tides")},
        {("ada-nkemelu", "moderator"), ("bo-lund", "opening"), ("eva-roth", "speaker"), ("liv-holm", "speaker")},
    ),
    # a role before one of several in a row, and a newspaper behind a name
    (
        "| Time | Session | Speakers |\n|---|---|---|\n| 9:15–10:30 | Panel 1: Fog | Ada Nkemelu (Ferry Union), Bo Lund (Ferry Institute); Moderator: Eva Roth |\n\n"
        "11:00 – 12:00 Panel 2: Tides\n\nModerator: Liv Holm, Le Nautique\n",
        {("09:15", "Fog"), ("11:00", "Tides")},
        {("ada-nkemelu", "speaker"), ("bo-lund", "speaker"), ("eva-roth", "moderator"), ("liv-holm", "moderator")},
    ),
    # the event's own time, a Q&A, somebody without a post in a cell
    (
        "Webinar: Counting crews\nTuesday, 2 May 2030 | 14:00–15:30 CEST | Zoom\n\n14:00–14:20 | Welcome | Ada Nkemelu, Ferry Institute\n"
        "14:20–15:25 | Q&A | moderated by Ada Nkemelu\n15:25–15:30 | Closing | Ada Nkemelu\n",
        {("14:00", "Welcome"), ("14:20", "Q&A"), ("15:25", "Closing")},
        {("ada-nkemelu", "opening"), ("ada-nkemelu", "moderator"), ("ada-nkemelu", "closing")},
    ),
    # what is done in a ceremony is no title
    (
        "09.00-09.45\tOPENING CEREMONY\n\tNational Anthem\n\tWelcome Remarks by Mr. Bo Lund, Secretary, Ministry of Ports, Nepal\n\tGroup Photo\n09.45-11.00\tSESSION 1: FOG\n"
        "\tModerator: Dr. Eva Roth, Ferry Union\n\tPanelists:\n\t1. Ms. Ada Nkemelu, Pilot, Ferry Institute\n",
        {("09:00", "OPENING CEREMONY"), ("09:45", "FOG")},
        {("bo-lund", "opening"), ("eva-roth", "moderator"), ("ada-nkemelu", "speaker")},
    ),
    # three at once, none of which is the whole
    (
        "10:00 – 11:00 Panel A: Fog\nModerator: Ada Nkemelu, Ferry Union\n\n10:00 – 11:00 Panel B: Tides\nModerator: Bo Lund, Ferry Union\n\n"
        "10:00 – 11:00 Panel C: Ropes\nModerator: Eva Roth, Ferry Union\n",
        {("10:00", "Fog"), ("10:00", "Tides"), ("10:00", "Ropes")},
        {("ada-nkemelu", "moderator"), ("bo-lund", "moderator"), ("eva-roth", "moderator")},
    ),
    # German starts, with a break that nobody counts
    (
        "9.00 Uhr  Ankommen und Kaffee\n9.30 Uhr  Begrüßung\nDr. Ada Nkemelu, Präsidentin, Ferry Union\n13.00 – 14.30 Uhr  Workshops\nWorkshop 1: Fog\n"
        "Leitung: Bo Lund, Volkshochschule Kiel\nWorkshop 2: Tides\nLeitung: Eva Roth, Ferry Union\n",
        {("09:30", "Begrüßung"), ("13:00", "Fog"), ("13:00", "Tides")},
        {("ada-nkemelu", "opening"), ("bo-lund", "moderator"), ("eva-roth", "moderator")},
    ),
]


#: Lines below the title of a panel, and who takes part in which role.
LINES = [
    ("Chair: Ada Nkemelu; speakers: Bo Lund (Leith), Eva Roth", {"moderator ada-nkemelu", "speaker bo-lund", "speaker eva-roth"}),
    ("Moderator: Ada Nkemelu. Panellists: Bo Lund (ILO), Eva Roth", {"moderator ada-nkemelu", "speaker bo-lund", "speaker eva-roth"}),
    ("Speakers: Bo Lund, ILO, Eva Roth and Liv Holm. Chaired by Ada Nkemelu", {"speaker bo-lund", "speaker eva-roth", "speaker liv-holm", "moderator ada-nkemelu"}),
    ("- **Keynote:** Bo Lund, ILO | **Discussant:** Eva Roth, IOM", {"keynote bo-lund", "respondent eva-roth"}),
    ("Moderator: Ada Nkemelu (ILO)  Speakers: Bo Lund, Eva Roth", {"moderator ada-nkemelu", "speaker bo-lund", "speaker eva-roth"}),
    ("Speaker: Bo Lund, Director, Sub-Chair: Ropes, Ferry Union", {"speaker bo-lund"}),
    ("With short inputs from Bo Lund (ILO) and Eva Roth (IOM)", {"speaker bo-lund", "speaker eva-roth"}),
    ("Moderator – Ada Nkemelu, Pilot, Ferry Union\nPanellists –\nBo Lund, ILO", {"moderator ada-nkemelu", "speaker bo-lund"}),
    ("With responses by Bo Lund (ILO)", {"respondent bo-lund"}),
    ("In conversation: Bo Lund with Eva Roth", {"speaker bo-lund", "speaker eva-roth"}),
    ("Speaker: Bo Lund, ILO\nSign Language: Liv Holm\nPhotographer: Eva Roth\nHost: Ada Nkemelu", {"speaker bo-lund", "moderator ada-nkemelu"}),
    ("Interpreters: Liv Holm, Eva Roth\nBo Lund, ILO\nHost: City of Leith", {"speaker bo-lund"}),
    ("- Bo Lund, ILO\n- **Interpretation:** Liv Holm\n- Eva Roth, IOM", {"speaker bo-lund", "speaker eva-roth"}),
    ("Speakers: Bo Lund, ILO (cancelled); Eva Roth, IOM (invited); Liv Holm (WHO), unable to attend", {"speaker eva-roth"}),
    ("- Bo Lund, ILO – CANCELLED\n- Eva Roth, IOM, sends apologies\n- Liv Holm, WHO [tbc]", {"speaker liv-holm"}),
    ("- ~~Bo Lund, ILO~~\n- Eva Roth (IOM), replaced by Liv Holm (IOM)\n- Ada Nkemelu, Director, ILO (not attending due to illness)", {"speaker liv-holm"}),
    ("Speakers: Bo Lund, ILO\nApologies: Eva Roth, IOM; Liv Holm, WHO", {"speaker bo-lund"}),
    ("Podium: Bo Lund, ILO (abgesagt), Eva Roth, IOM (angefragt)\nGebärdensprache: Liv Holm", {"speaker eva-roth"}),
    ("Speaker: Bo Lund, Minister of Absent Voters, Malta", {"speaker bo-lund"}),
    ("Speakers:\nBo Lund, ILO\n@lund Desk, +More\n<img src=x> Roth\nEva Roth, IOM", {"speaker bo-lund", "speaker eva-roth"}),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "people"), LINES)
def test_who_stands_below_a_title(lines: str, people: set[str]) -> None:
    facts = read(f"{HEAD}10:00–11:00 Panel 1: Fog\n{lines}\n\n11:00–12:00 Panel 2: Tides\nModerator: Jane Roe, ILO\n")
    assert {f"{role} {who}" for who, role in parts(facts)} == people | {"moderator jane-roe"}


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Chair: Ada Nkemelu, Mayor of Leith; speakers: Bo Lund (Oslo), Eva Roth", {"moderator", "speaker"}),
        ("Ada Nkemelu, ILO<br>Photographer: Bo Lund<br>Moderator: Eva Roth, IOM", {"moderator", "speaker"}),
        ("Ada Nkemelu, ILO (tbc)<br>Bo Lund, IOM (cancelled)", {"speaker"}),
    ],
)
def test_the_labels_of_a_cell(cell: str, people: set[str]) -> None:
    facts = read(
        f"{HEAD}| Time | Item | Who |\n|---|---|---|\n| 10:00–11:00 | Fog at sea | {cell} |\n| 11:00–11:30 | Tides | |\n"
    )
    assert {role for _, role in parts(facts)} == people
    assert ("bo-lund", "moderator") not in parts(facts)
    assert "Bo Lund" in names(facts)


def test_who_may_not_come_is_noted_and_who_does_not_come_keeps_a_post() -> None:
    facts = read(
        f"{HEAD}10:00–11:00 Panel: Fog\nSpeakers: Bo Lund, ILO (cancelled); Eva Roth (invited)\nLiv Holm and Ada Nkemelu, both of the Ferry Union\n"
    )
    assert posts(facts) == {
        ("Bo Lund", None, "ILO", ""),
        ("Liv Holm", None, "Ferry Union", ""),
        ("Ada Nkemelu", None, "Ferry Union", ""),
    }
    assert [note.note.partition(" lists ")[2] for note in facts[Note]] == [
        "Eva Roth as “invited”: a part in it is announced, and not sure."
    ]


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("Panel 1: CANCELLED Fog at sea", False),
        ("CANCELLED: Panel 1: Fog at sea", False),
        ("[Postponed] Panel 1: Fog at sea", False),
        ("Panel 1: Fog at sea (postponed to 4 May)", False),
        ("Panel 1: Fog at sea – cancelled", False),
        ("Panel 1: Cancelled ferries and stranded crews", True),
        ("Panel 1: Visas withdrawn", True),
        ("Panel 1: CANCELLED FERRIES", True),
    ],
)
def test_items_that_are_not_held(title: str, held: bool) -> None:
    facts = read(
        f"{HEAD}10:00–11:00 {title}\nSpeaker: Bo Lund, ILO\n\n11:00–12:00 Panel 2: Tides\nSpeaker: Eva Roth, ILO\n"
    )
    assert len(facts[Session]) == 1 + held
    assert ("bo-lund" in {who for who, _ in parts(facts)}) is held
    assert any("is printed as not held" in note.note for note in facts[Note]) is not held
    assert {"Bo Lund", "Eva Roth"} <= names(facts)
    assert {session.date for session in facts[Session]} == {"2030-05-02"}


#: Two groups that meet at one time, below the line that announces them.
GROUPS = [
    "Parallel breakouts\n  A. Ropes and knots (Room 1)\n     Chair: Ada Nkemelu, ILO\n  B. Nets and lines (Room 2)\n     Facilitated by Bo Lund, IOM\n",
    "Parallel breakouts\nA) Ropes and knots\nChair: Ada Nkemelu, ILO\nB) Nets and lines\nChair: Bo Lund, IOM\n",
    "Breakout groups\n\n(A) Ropes and knots\nChair: Ada Nkemelu, ILO\n\n(B) Nets and lines\nChair: Bo Lund, IOM\n",
    "Parallel sessions\nA – Ropes and knots\nChair: Ada Nkemelu, ILO\nB – Nets and lines\nChair: Bo Lund, IOM\n",
    "Parallel working groups\nRoom A: Ropes and knots\nChair: Ada Nkemelu, ILO\nRoom B: Nets and lines\nChair: Bo Lund, IOM\n",
    "Parallel workshops\n1. Ropes and knots\nChair: Ada Nkemelu, ILO\n2. Nets and lines\nChair: Bo Lund, IOM\n",
    "Parallel sessions\n- **A. Ropes and knots**\n  Chair: Ada Nkemelu, ILO\n- **B. Nets and lines**\n  Chair: Bo Lund, IOM\n",
]


@pytest.mark.parametrize("text", GROUPS)
def test_groups_in_one_block_keep_their_people(text: str) -> None:
    facts = read(f"{HEAD}11:45 - 13:00 {text}\n14:00–15:00 Panel: Tides\nChair: Eva Roth, ILO\n")
    titles = {session.id: session.title for session in facts[Session]}
    led = {(titles[row.session], row.person.removeprefix("person/")) for row in facts[Participation]}
    assert led == {("Ropes and knots", "ada-nkemelu"), ("Nets and lines", "bo-lund"), ("Tides", "eva-roth")}
    assert ("Ada Nkemelu", None, "ILO", "") in posts(facts)


def test_lettered_questions_of_a_panel_are_no_sessions() -> None:
    facts = read(f"{HEAD}11:45 - 13:00 Panel: Fog\nA. Who pays?\nB. Who sails?\nModerator: Ada Nkemelu, ILO\n")
    assert [session.title for session in facts[Session]] == ["Fog"]


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        (["Tue, May 7, 2030", "Wed 05/08/2030"], ["2030-05-07", "2030-05-08"]),
        (["Tuesday 7 May 2030", "DAY 2"], ["2030-05-07", "2030-05-08"]),
        (["Day 1: Tuesday 7 May 2030", "Day two – Ropes"], ["2030-05-07", "2030-05-08"]),
        (["7.5.2030", "Mi. 08.05.2030"], ["2030-05-07", "2030-05-08"]),
        (["13/06/2030", "05/06/2030"], ["2030-06-13", "2030-06-05"]),
        (["Tuesday, 7 May 2030", "Wednesday, 30 February 2030"], ["2030-05-07", None]),
        (["05/06/2030", "07/09/2030"], [None, None]),
        (["Tuesday, 7 May 2030\n\nAgenda as of 28 April 2030", "Day 5"], ["2030-05-07", None]),
    ],
)
def test_days_over_sessions(days: list[str], dates: list[str | None]) -> None:
    text = "".join(
        f"{day}\n\n09:00–10:00 Panel: {title}\nSpeaker: Bo Lund, ILO\n\n"
        for day, title in zip(days, ("Fog", "Tides"), strict=True)
    )
    facts = read(f"Ferry Days\n\n{text}")
    found = {session.title: session.date for session in facts[Session]}
    assert [found["Fog"], found["Tides"]] == dates
    assert any("is no day of the calendar" in note.note for note in facts[Note]) is (None in dates)


def test_items_of_two_days_with_the_same_name_are_two() -> None:
    day = "{} May 2030\n\n09:00–10:00 Opening\nSpeaker: {}, ILO\n\n"
    facts = read("Ferry Days\n\n" + day.format("7", "Bo Lund") + day.format("8", "Eva Roth"))
    assert [session.date for session in facts[Session]] == ["2030-05-07", "2030-05-08"]


@pytest.mark.parametrize(
    ("line", "title", "people"),
    [
        (
            "- 14:00 – 15:30 · Fireside chat – “Who sails?” with **Ada Nkemelu** (Leith)",
            "“Who sails?”",
            {"Ada Nkemelu"},
        ),
        (
            "14:00 – 15:30 Fireside chat with Ada Nkemelu (Leith) and Bo Lund (ILO)",
            "Fireside chat",
            {"Ada Nkemelu", "Bo Lund"},
        ),
        ("| 14:00 – 15:30 | Interview with Ada Nkemelu, Director, ILO | Room 5 |", "Interview", {"Ada Nkemelu"}),
        ("7pm-8pm (Room 5) Panel 6: Fog", "Fog", set()),
        ("10:00 – 11:15 | Session 1 | Fog & tides", "Fog & tides", set()),
        ("9:15AM–10:30AM\nPANEL 1 | WHO PAYS?", "WHO PAYS?", set()),
        ("10:30–11:30 Panel 2: Fog. Speakers: Ada Nkemelu, Bo Lund (cancelled)", "Fog", {"Ada Nkemelu", "Bo Lund"}),
        ("12h30 Closing words by Ada Nkemelu", "Closing words", {"Ada Nkemelu"}),
        ("14:00 – 15:30 Working with Host Communities (Part II)", "Working with Host Communities (Part II)", set()),
    ],
)
def test_with_whom_a_talk_is_held(line: str, title: str, people: set[str]) -> None:
    facts = read(f"{HEAD}{line}\n")
    assert [session.title for session in facts[Session]] == [title]
    assert names(facts) == people


@pytest.mark.parametrize(("text", "sessions", "people"), LAYOUTS)
def test_layouts_of_other_organisers(text: str, sessions: set[tuple[str, str]], people: set[tuple[str, str]]) -> None:
    facts = read(HEAD + text)
    assert {(row.start, row.title) for row in facts[Session]} == sessions
    assert parts(facts) == people


def test_cells_of_a_web_page_hold_paragraphs_and_lists() -> None:
    page = (
        "<html><body><main><h1>Ferry Days 2030</h1><p>2 May 2030</p><table><tr><td><p>09:00</p></td><td><p>Registration</p></td></tr>"
        "<tr><td>09:30</td><td><p><b>Welcome</b></p><p>Ada Nkemelu, Director, Ferry Institute</p></td></tr><tr><td>09:45</td><td><p>Panel I: Fog</p>"
        "<ul><li>Bo Lund, Ferry Union</li></ul><p><i>Moderator: Eva Roth</i></p></td></tr></table></main></body></html>"
    )
    text = html_source(page.encode(), "page")
    assert "09:00 | Registration\n" in text
    facts = read(text)
    assert [(row.start, row.title) for row in facts[Session]] == [("09:30", "Welcome"), ("09:45", "Fog")]
    assert parts(facts) == {("ada-nkemelu", "opening"), ("bo-lund", "speaker"), ("eva-roth", "moderator")}


def test_when_the_event_itself_is_held_is_no_session() -> None:
    facts = read(
        "# Talk: The price of fog\n\nThursday, 2 May 2030\n\n18:00 – 19:30 CEST\n\nLocation: Quay House, Kiel\n\nFog has doubled in ten years, and so has the price of pilots.\n\n"
        "### Programme\n\n18:00\nWelcome\nDr Ada Nkemelu, Director, Ferry Institute\n\n18:10\nInput: What fog costs\nBo Lund, Director, Quay Voices\n"
    )
    assert [(row.start, row.title) for row in facts[Session]] == [("18:00", "Welcome"), ("18:10", "What fog costs")]


def test_the_heading_of_a_day_is_no_title() -> None:
    facts = read(
        "Ferry Days, 1–2 May 2030\n\n### Day 2 – 2 May\n\n09.00–10.30\nPanel 3 – Fog\n\n- Bo Lund, Ferry Union\n"
    )
    assert [(row.title, row.date) for row in facts[Session]] == [("Fog", "2030-05-02")]


@pytest.mark.parametrize(
    "title",
    ["Fog – tides, and ports", "Fog and tides (Baltic, North Sea)", "Leith, Malta and the sea", "Ropes – Nets, Hooks"],
)
def test_titles_that_name_nobody(title: str) -> None:
    facts = read(f"{HEAD}10:00 – 11:00 {title}\n\nModerator: Ada Nkemelu, Ferry Union\n\n11:00 – 12:00 Closing\n")
    assert title.startswith(next(row.title for row in facts[Session]).split(" (")[0])
    assert names(facts) == {"Ada Nkemelu"}


def test_numbered_questions_below_working_groups_are_no_sessions() -> None:
    facts = read(
        f"{HEAD}10:00 – 11:00 Working groups\n   1. Who pays for fog?\n   2. Which tides are fair?\n\n11:00 – 12:00 Closing\n"
    )
    assert [row.title for row in facts[Session]] == ["Working groups", "Closing"]


def test_a_tab_behind_a_label_parts_no_columns() -> None:
    document = parse_report(f"{HEAD}10:00\tFog\nModerator:\tMs Ada Nkemelu, Ferry Union\n")
    assert [block.kind for block in document.blocks][-2:] == ["agenda", "stage"]


def test_what_a_page_strikes_out_it_no_longer_says() -> None:
    page = b"<html><body><h1>Ferry Days</h1><ul><li>10:00 <s>Ropes</s> Fog</li><li><del>Bo Lund, ILO</del> Eva Roth, ILO</li></ul></body></html>"
    text = html_source(page, "x.html")
    assert "Ropes" not in text
    assert "Bo Lund" not in text
    assert "Eva Roth" in text
