"""How reports open the chapters that are their sessions: numbers in figures, words and Roman, day and time beside the title, and prose alone."""

from __future__ import annotations

import pytest
from forms import names, parts, posts, read

from vmcgraph.model import Session, Statement

HEAD = "CREW WEEK\nConference report\nMalmö, 4–5 May 2031"
PROSE = (
    "The talks turned to the price of the crossing, which had doubled in three years, and to who should pay for it in the end. "
    "Nobody in the room thought that the islands could carry it alone."
)


def sessions(*blocks: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Title, format, day and first time of each session of a report."""
    facts = read("\n\n".join((HEAD, PROSE, *blocks)) + "\n")
    return [(session.title, session.format, session.date, session.start) for session in facts[Session]]


def test_chapters_numbered_without_a_point() -> None:
    facts = sessions(
        "1  OPENING\nSunday, 4 May, 9.00–9.30",
        "Rui Sala, Mayor of Porto, welcomed the guests. " + PROSE,
        "2  PANEL 1: WHO PAYS?\nSunday, 4 May, 9.30–11.00",
        "Moderator\nIda MOURA, Editor, Jornal do Mar",
        PROSE,
        "3  PANEL 2: WHO SAILS?\nMonday, 5 May, 9.30–11.00",
        "Moderator\nPaul BRITO, Head of Unit, Port Office",
        PROSE,
        "4  Conclusions",
        PROSE,
    )
    assert facts == [
        ("OPENING", None, "2031-05-04", "09:00"),
        ("WHO PAYS?", "PANEL", "2031-05-04", "09:30"),
        ("WHO SAILS?", "PANEL", "2031-05-05", "09:30"),
    ]


@pytest.mark.parametrize(
    ("one", "two", "form"),
    [
        ("II. SESSION ONE: CREWS\n(4 May, morning)", "III. SESSION TWO: PORTS\n(5 May, afternoon)", "Session"),
        ("II. Session one – CREWS\n(4 May, morning)", "III. Session two – PORTS\n(5 May, afternoon)", "Session"),
        ("B. SESSION I\nCREWS\n4 May, morning", "C. SESSION II\nPORTS\n5 May, morning", "Session"),
        ("II  SESSION 1: CREWS\n4 May, morning", "III  SESSION 2: PORTS\n5 May, morning", "Session"),
        ("DAY 1\n\nSession 1: CREWS", "Day two\n\nSession 2: PORTS", "Session"),
        ("Day 1 – Session 1: CREWS", "Day 2 – Session 2: PORTS", "Session"),
        ("2 Session 1: CREWS\n4 May, morning", "3 Session 2: PORTS\n5 May, morning", "Session"),
    ],
)
def test_numbers_of_sessions_behind_those_of_chapters(one: str, two: str, form: str) -> None:
    chaired = "The session was chaired by Ms Ama Sey, Director of the Crew Office. " + PROSE
    found = sessions(one, "3. " + chaired, two, "4. " + chaired)
    assert found == [("CREWS", form, "2031-05-04", None), ("PORTS", form, "2031-05-05", None)]


@pytest.mark.parametrize(
    "heading",
    [
        "{} (Session {}, 4 May, 09:00–10:30)",
        "{} (4 May, 09:00–10:30)",
        "Session {1}: {0}, Sunday 4 May, 9.00 – 10.30",
        "Session {1}: {0} | 4 May 2031, 9.00–10.30",
        "Session {1}: {0}\n4 May, 0900–1030 hrs",
        "Session {1}: {0}\n4 May, from 9.00 to 10.30",
        "Sunday, 4 May, 9.00–10.30: {0}",
        "Session {1}: {0}\nDate: 4 May 2031\nTime: 9.00–10.30\nVenue: Hall A",
    ],
)
def test_day_and_time_behind_a_title(heading: str) -> None:
    led = "Chair: Ms Siv Dahl, Director, Clock Fund"
    found = sessions(heading.format("Crews and clocks", 1), led, PROSE, heading.format("Crews and maps", 2), led, PROSE)
    assert [(title, day, start) for title, _, day, start in found] == [
        ("Crews and clocks", "2031-05-04", "09:00"),
        ("Crews and maps", "2031-05-04", "09:00"),
    ]


def test_numbered_chapters_that_are_panels_are_no_takeaways() -> None:
    found = sessions(
        "1. Welcome and introduction",
        "Mr Mart Tamm, Head of the Ferry Office, welcomed the guests. " + PROSE,
        "2. Panel I – Finding crews (10:15 – 11:45)",
        "The panel was moderated by Ms Liis Kask, Adviser at the Port Ministry. " + PROSE,
        "3. Panel II – Keeping crews (13:00 – 14:30)",
        "The panel was moderated by Mr Mart Tamm. " + PROSE,
        "4. Conclusions",
        PROSE,
    )
    assert [(title, form, start) for title, form, _, start in found] == [
        ("Finding crews", "Panel", "10:15"),
        ("Keeping crews", "Panel", "13:00"),
        ("Welcome and introduction", "Welcome and introduction", None),
    ]


@pytest.mark.parametrize(
    ("heading", "below", "title", "form"),
    [
        ("1st Session: Storms", "Chair: Ms Siv Dahl, Director, Clock Fund", "Storms", None),
        ("3rd Panel – Storms", "Chair: Ms Siv Dahl, Director, Clock Fund", "Storms", "Panel"),
        ("Roundtable Session 2.1 – Storms", "Co-Chairs: Peru, Kenya", "Storms", "Roundtable Session"),
        (
            "II. Panel on crews and storms",
            "2. The panel was moderated by Ms Siv Dahl. " + PROSE,
            "Panel on crews and storms",
            "Panel",
        ),
        ("Keynote lecture by Prof. Siv Dahl: The salt archive", PROSE, "The salt archive", "Keynote lecture"),
        ("Fireside chat: Storms", "• Ms Siv Dahl, Clock Fund\n• Mr Per Ek, Map Weekly", "Storms", "Fireside chat"),
        ("Day 1 – Session 2: Storms", "Chair: Ms Siv Dahl, Director, Clock Fund", "Storms", "Session"),
        ("Day two | Panel 3: Storms", "Chair: Ms Siv Dahl, Director, Clock Fund", "Storms", "Panel"),
        ("Summary of Session 2: Storms", "The session was chaired by Ms Siv Dahl.", "Storms", "Session"),
        ("Report of Working Group 1: Storms", "Facilitator: Ms Siv Dahl, Clock Fund", "Storms", "Working Group"),
        ("Session 1\n\nTHEME: Storms", "Chair: Ms Siv Dahl, Director, Clock Fund", "Storms", "Session"),
        ("Session 1—Storms", "Chair: Ms Siv Dahl, Director, Clock Fund", "Storms", "Session"),
        ("Afternoon session: Storms", "The session was chaired by Ms Siv Dahl. " + PROSE, "Storms", None),
        ("Session Two: Storms", "Presentation 1: Calms by Mr Per Ek, Map Office", "Storms", "Session"),
        ("Summary of the storms", PROSE, "", ""),
        ("Zweite Sitzung: Storms", "Moderation: Siv Dahl, Clock Fund", "Storms", None),
        ("Seconda sessione – Storms", "Modera: Siv Dahl, Clock Fund", "Storms", None),
        ("2 Panel data and methods", PROSE, "", ""),
    ],
)
def test_formats_and_ordinals_before_a_title(heading: str, below: str, title: str, form: str | None) -> None:
    found = [(told, what) for told, what, *_ in sessions(heading, below, PROSE)]
    assert found == ([(title, form)] if title else [])


@pytest.mark.parametrize(
    ("label", "below", "told"),
    [
        ("Agenda item", "Ms Ama Sey introduced the item. " + PROSE, True),
        ("Theme", "Moderator: Ms Ama Sey, Director, Crew Office\n\n" + PROSE, True),
        ("Theme", PROSE, False),
        ("Module", "Chair: Ms Ama Sey, Director, Crew Office\n\n" + PROSE, True),
    ],
)
def test_numbered_items_and_themes(label: str, below: str, told: bool) -> None:
    found = sessions(f"{label} 1: Crews in the south", below, f"{label} 2: Crews in the north", below)
    assert [title for title, *_ in found] == ["Crews in the south", "Crews in the north"] * told


WORKSHOP = "Proceedings of the expert workshop\nCREWS IN NUMBERS\nSplit, 4 April 2031"


def test_sessions_that_only_prose_tells() -> None:
    text = "\n\n".join([
        WORKSHOP,
        PROSE,
        "In a short opening session the guests were welcomed by Dr. Ivo Maric, Dean of the Sea Faculty. " + PROSE,
        "In the first session, chaired by Prof. Ana Babic of the Sea Faculty, two papers were given under the heading “Counting crews”.",
        "Mr. Leo Stern, Statistician at the Port Office, compared the figures of five ports. " + PROSE,
        "The second session, which Dr. Ida Kern of the Coast Institute chaired, dealt with “Crews in winter”. " + PROSE,
        "After lunch, Dr. Maric took the chair for the third and last session, on pay and pensions. " + PROSE,
        "In his concluding remarks Dr. Maric thanked the guests. " + PROSE,
    ])  # fmt: skip
    facts = read(text)
    assert [(session.title, session.format, session.date) for session in facts[Session]] == [
        ("opening session", None, "2031-04-04"),
        ("Counting crews", "Session", "2031-04-04"),
        ("Crews in winter", "Session", "2031-04-04"),
        ("pay and pensions", "Session", "2031-04-04"),
        ("concluding remarks", None, "2031-04-04"),
    ]
    assert {("ana-babic", "moderator"), ("leo-stern", "speaker"), ("ida-kern", "moderator")} <= parts(facts)


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        (
            "The first panel focused on the hiring of crews and was moderated by Ms. Ilze Ozola.",
            "The second panel, moderated by Mr. Karl Ross, was devoted to the exam.",
            ["the hiring of crews", "the exam"],
        ),
        (
            "Session 1, entitled “Who owns the quay?”, was chaired by Prof. Luc Morel.",
            "Session 2 (“Who sails?”) was chaired by Dr. Paul Guen.",
            ["Who owns the quay?", "Who sails?"],
        ),
        (
            "On the first day, Ms. Ilze Ozola chaired the first session, which looked at ports.",
            "During the last session the participants discussed storms.",
            ["ports", "storms"],
        ),
        (
            "The workshop began with a session on ports, chaired by Ms. Ilze Ozola.",
            "A second session, chaired by Mr. Karl Ross, examined storms.",
            ["ports", "storms"],
        ),
        (
            "The first of two sessions, moderated by Ms. Ilze Ozola, was on ports.",
            "The next session was on storms.",
            ["ports", "storms"],
        ),
        (
            "Session 1: Small ports. The session was chaired by Ms. Ilze Ozola.",
            "Session 2: Who pays? Mr. Karl Ross chaired.",
            ["Small ports", "Who pays?"],
        ),
        ("The first panel was moderated by Ms. Ilze Ozola.", "The first panel discussed storms.", []),
        (
            "The opening panel, moderated by Ms. Ilze Ozola, looks at ports.",
            "The closing panel brought captains together to discuss storms.",
            ["ports", "storms"],
        ),
        ("The first session of Parliament was chaired by Ms. Ilze Ozola.", "In the second session members voted.", []),
        ("The first session was held in 2012.", "The second session was held in 2014.", []),
        ("Two panels followed.", "Participants in the second session discussed storms.", []),
    ],
)
def test_sessions_are_counted_in_prose(first: str, second: str, titles: list[str]) -> None:
    found = sessions(f"{first} The room was cold.", PROSE, f"{second} The soup was warm.", PROSE)
    assert [title for title, *_ in found] == titles


@pytest.mark.parametrize(
    ("head", "date"),
    [("Report of the workshop\nSplit, 4 April 2031", "2031-04-04"), ("Press release\nSplit, 4 April 2031", None)],
)
def test_the_only_day_of_an_event(head: str, date: str | None) -> None:
    led = "The session was chaired by Ms Ama Sey, Director of the Crew Office. "
    facts = read("\n\n".join([head, PROSE, "Session 1: Crews", led + PROSE, "Session 2: Ports", led + PROSE]))
    assert {session.date for session in facts[Session]} == {date}


@pytest.mark.parametrize(
    ("told", "part"),
    [
        ("Chair of the session was Ms. Lia Serra, Head of the Crew Office.", ("lia-serra", "moderator")),
        ("Moderators for the first panel were Ms. Lia Serra and Mr. Ugo Riva.", ("ugo-riva", "moderator")),
        ("The session, which Prof. Lia Serra chaired, dealt with storms.", ("lia-serra", "moderator")),
        ("The fund that Prof. Lia Serra chaired, spent it all.", None),
        ("The session was moderated by Mr. A.P.J. Banda, Secretary of Ports.", ("a-p-j-banda", "moderator")),
    ],
)
def test_who_leads_a_session(told: str, part: tuple[str, str] | None) -> None:
    facts = read("\n\n".join([HEAD, PROSE, "Session 1: Storms", f"{told} {PROSE}", "Session 2: Calms", PROSE]))
    assert parts(facts) >= {part} if part else not parts(facts)


def test_the_chair_is_who_is_introduced_as_such() -> None:
    text = [HEAD, "Session 1: Storms", "The meeting was opened by the Chair, Hon. Kofi Dua, Minister of Ports of Ghana. " + PROSE,
            "Session 2: Calms", "The session was moderated by Ms. Lia Serra, Head of the Crew Office. " + PROSE,
            "Session 3: Tides", "The Chair warned that the tide would turn. " + PROSE]  # fmt: skip
    assert [row.speakers for row in read("\n\n".join(text))[Statement]] == [("person/kofi-dua",)]


def test_whose_notes_they_are() -> None:
    text = [WORKSHOP + "\n\nRapporteur’s notes\nNejc Zupan, with the assistance of Ada Kos", PROSE]
    assert names(read("\n\n".join(text))) == {"Nejc Zupan", "Ada Kos"}


@pytest.mark.parametrize(
    ("post", "body", "country"),
    [
        ("Director in the Border and Harbour Police of Albania", "Border and Harbour Police", "ALB"),
        ("Head of Unit, Coast Guard of Iceland", "Coast Guard", "ISL"),
        ("Head of Unit, Law Council of Australia", "Law Council of Australia", ""),
    ],
)
def test_forces_of_a_country(post: str, body: str, country: str) -> None:
    facts = read("\n\n".join([HEAD, "Session 1: Storms", f"Chair: Ms Siv Dahl, {post}", PROSE]))
    assert [(held[2], held[3]) for held in posts(facts)] == [(body, country)]
