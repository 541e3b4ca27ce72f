"""Minutes, précis and summary records: who was present, the items of the meeting, who spoke to them."""

from __future__ import annotations

import pytest
from forms import MORE, names, parts, posts, read, spoken

from vmcgraph.model import Facts, Organisation, Participation, Session, Statement
from vmcgraph.reading import parse_report


def titles(facts: Facts) -> list[str]:
    return [session.title for session in facts[Session]]


MINUTES = """NORTHERN STRAITS ASSEMBLY
COMMITTEE ON FERRIES AND CREWS

NSA/FER (2031) PV 7
Issued on 30 June 2031

MINUTES
of the meeting held in Turku (and online)
on Thursday, 12 June 2031, 9.15 a.m. – 12.40 p.m.

PRESENT

Chairperson
Ms Liv ANDREASSEN        Norway

Members
Mr Jaan TAMM             Estonia
Ms Olena de SMIT         Netherlands (substitute)
Mr Edin BEGIĆ            Bosnia and Herzegovina (remote)

Experts
Dr Hugo LAMAS            Head of Inspections, Crew Rights Trust

Secretariat
Ms Ines FARO             Committee Secretary

Apologised for absence: Mr KOVAL (Ukraine), Ms ILIEVA (Bulgaria)

1. OPENING OF THE MEETING

The Chairperson opened the meeting and thanked the harbour council of Turku, which had lent the room to the members.

2. ADOPTION OF THE AGENDA   [NSA/FER (2031) OJ 7]

The agenda was adopted.

4. HEARING ON “PILOTS WITHOUT PAPERS”

The Chairperson welcomed the expert. Dr Lamas explained that nine pilots in ten had no papers at all.

Mr Tamm (Estonia) disputed this figure. Mr Begić (Bosnia and Herzegovina), speaking by video link, wondered who had counted them.

3. ANY OTHER BUSINESS. NEXT MEETING

The Secretary informed members that the next meeting would take place in Bergen on 9 October 2031.
"""


def test_minutes_tell_of_items_and_of_those_present() -> None:
    facts = read(MINUTES)
    assert titles(facts) == [
        "OPENING OF THE MEETING",
        "ADOPTION OF THE AGENDA",
        "HEARING ON “PILOTS WITHOUT PAPERS”",
        "ANY OTHER BUSINESS. NEXT MEETING",
    ]
    assert {session.date for session in facts[Session]} == {"2031-06-12"}
    assert parts(facts) == {
        ("liv-andreassen", "opening"), ("liv-andreassen", "moderator"), ("hugo-lamas", "speaker"), ("jaan-tamm", "speaker"),
        ("edin-begic", "speaker"), ("ines-faro", "speaker"),
    }  # fmt: skip
    assert {row.person for row in facts[Participation] if row.online} == {"person/edin-begic"}
    assert posts(facts) >= {
        ("Liv Andreassen", "Chairperson", None, "NOR"),
        ("Jaan Tamm", None, None, "EST"),
        ("Olena de Smit", None, None, "NLD"),
        ("Edin Begić", None, None, "BIH"),
        ("Hugo Lamas", "Head of Inspections", "Crew Rights Trust", ""),
        ("Ines Faro", "Committee Secretary", None, ""),
        ("Koval", None, None, "UKR"),
        ("Ilieva", None, None, "BGR"),
    }
    assert not any(post and post.startswith("Member") for _, post, *_ in posts(facts))
    assert ("Jaan Tamm", "disputed", "reported") in spoken(facts)
    assert len(names(facts)) == 8


BOARD = """Lake Council
Governing Board
Minutes of the 9th meeting, Tuesday 3 June 2031, 10:00–12:30, Lake House

Present: Ms Tilda Moe (Chair), Mr Jonas Vik (Norway), Dr Pia Lund (Sweden)
In attendance: Ms Ruth Adeyemi (Treasurer), Ms Ana Cruz, UNHCR
Apologies: Mr Karl Berg (Finland)

Welcome and apologies
The Chair noted that Mr Berg could not travel.

Permits: a proposal for all lakes
Mr Vik presented a proposal. The Treasurer replied that there was no money for it.

Any other business
There was none.

Closure of the meeting
The Chair closed the meeting and thanked the members.
"""


def test_items_right_above_their_prose() -> None:
    facts = read(BOARD)
    assert titles(facts) == [
        "Welcome and apologies",
        "Permits: a proposal for all lakes",
        "Any other business",
        "Closure of the meeting",
    ]
    assert posts(facts) >= {
        ("Tilda Moe", "Chair", None, ""),
        ("Jonas Vik", None, None, "NOR"),
        ("Ruth Adeyemi", "Treasurer", None, ""),
        ("Ana Cruz", None, "UNHCR", ""),
        ("Karl Berg", None, None, "FIN"),
    }
    assert parts(facts) == {
        ("tilda-moe", "opening"), ("jonas-vik", "speaker"), ("ruth-adeyemi", "speaker"), ("tilda-moe", "closing"),
    }  # fmt: skip


RECORD = """Waters Assembly
Third Committee

Summary record of the 12th meeting
Held at Headquarters, Lima, on Thursday, 9 October 2031, at 10 a.m.

Chair: Ms. Lindiwe Khumalo (South Africa)

The meeting was called to order at 10.05 a.m.

Agenda item 62: Rights of crews

1. Mr. Ferreira (Portugal), speaking on behalf of nine others, said that crews without papers were the most exposed of all.

2. Ms. Brandt (Special Rapporteur on the rights of crews) said that she would visit four ports in the coming year.

Agenda item 64: Report of the Harbour Office

3. The Chair said that the Committee would hear two statements. Mr. Ferreira (Portugal) asked for a third one.

The meeting rose at 12.55 p.m.
"""


def test_summary_records_have_surnames_and_countries() -> None:
    facts = read(RECORD)
    assert [(session.title, session.date) for session in facts[Session]] == [
        ("Rights of crews", "2031-10-09"),
        ("Report of the Harbour Office", "2031-10-09"),
    ]
    assert spoken(facts) == [
        ("Ferreira", "said", "reported"),
        ("Brandt", "said", "reported"),
        ("Lindiwe Khumalo", "said", "reported"),
        ("Ferreira", "asked for", "reported"),
    ]
    assert ("Lindiwe Khumalo", "Chair", None, "ZAF") in posts(facts)
    assert ("Brandt", "Special Rapporteur on the rights of crews", None, "") in posts(facts)


def test_minutes_go_on_by_initials() -> None:
    facts = read(
        "Lake Group\n\nDate: 14 January 2031\nTime: 13:00\n\nChair: Ada Roe (AR)\nPresent: Bo Lind (BL), Quay Trust\n\n"
        "1. Welcome and introductions\n\nAR welcomed everyone to the meeting.\n\n2. AOB\n\nBL noted that UNHCR was late.\n"
    )
    assert spoken(facts) == [("Ada Roe", "welcomed", "reported"), ("Bo Lind", "noted", "reported")]
    assert posts(facts) == {("Ada Roe", "Chair", None, ""), ("Bo Lind", None, "Quay Trust", "")}
    assert {session.date for session in facts[Session]} == {"2031-01-14"}


def test_a_list_of_participants_by_delegation() -> None:
    facts = read(
        "Lake Group\n\nAnnex 1. List of participants\n\nFINLAND\nMs Ada Roe, State Ferry Inspectorate\nSECRETARIAT\nMr Bo Lind, Executive Secretary\n"
    )
    assert posts(facts) == {
        ("Ada Roe", None, "State Ferry Inspectorate", "FIN"),
        ("Bo Lind", "Executive Secretary", None, ""),
    }


def test_delegations_on_a_line_each() -> None:
    facts = read(
        "Lake Group\n\nPRESENT\n\nFinland: Ms Ada Roe, Mr Eino Salo\nBosnia and Herzegovina: Mr Edin Begić (Head of Delegation)\nSecretariat: Mr Bo Lind\n"
    )
    assert posts(facts) == {
        ("Ada Roe", None, None, "FIN"),
        ("Eino Salo", None, None, "FIN"),
        ("Edin Begić", None, None, "BIH"),
    }
    assert "Bo Lind" in names(facts)


TOLD = "Ms Ada Roe (Malta) said that nobody had asked the crews, and that somebody should do so before the next winter came."


@pytest.mark.parametrize(
    "headings",
    [
        ("1. Opening of the meeting", "2. Fog and tides", "3. Any other business"),
        ("1 Opening of the sitting", "2 Fog and tides", "3 Closing of the sitting"),
        ("I. Adoption of the agenda", "II. Fog and tides", "III. Date of the next meeting"),
        ("Item 1: Approval of the minutes", "Item 2: Fog and tides", "Item 3: Other matters"),
        (
            "Item 1 of the agenda: Adoption of the agenda",
            "Item 2 of the agenda: Fog and tides",
            "Item 3 of the agenda: Next session",
        ),
        ("## Matters arising", "## Fog and tides", "## Date and place of next meeting"),
        ("Welcome and introductions", "Fog and tides", "Next meeting"),
        ("1. Election of the Chair", "2. Fog and tides (document F/2031/4)", "3. Closure of the hearing"),
    ],
)
def test_headings_that_only_a_meeting_has(headings: tuple[str, str, str]) -> None:
    text = "Ferry Days\n\n" + "\n\n".join(f"{heading}\n\n{TOLD}" for heading in headings)
    assert titles(read(text))[1] == "Fog and tides"
    assert len(titles(read(text))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "1. Opening of the meeting\n2. Adoption of the agenda\n3. Fog and tides\n4. Any other business\n",
        f"1. Fog and tides\n\n{TOLD}\n\n2. Opening of the harbour\n\n{TOLD}\n\n3. Next meeting\n\n{TOLD}\n",
        f"1. Fog and tides\n\n{TOLD}\n\n2. Business on the lake\n\n{TOLD}\n\n3. Election of a new pilot\n\n{TOLD}\n",
    ],
)
def test_headings_that_others_have_too(text: str) -> None:
    assert titles(read(f"Ferry Days\n\n{text}")) == []


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("Present:\nMs Ada Roe (Malta)\nMr Bo Lind (Norway)", {"Ada Roe", "Bo Lind"}),
        ("MEMBERS PRESENT\n\nMs Ada ROE\tMalta\nMr Bo LIND\tNorway", {"Ada Roe", "Bo Lind"}),
        ("Attendance\n\nAda ROE      Malta\nBo LIND      Norway", {"Ada Roe", "Bo Lind"}),
        ("Also present: Ms Ada Roe, UNHCR, Mr Bo Lind (Norway)", {"Ada Roe", "Bo Lind"}),
        ("Excused: Ms Ada Roe and Mr Bo Lind", {"Ada Roe", "Bo Lind"}),
        ("Chair: Ada Roe (AR)\nAttendees: Bo Lind (BL), Quay Trust; Una Moe, Pilot", {"Ada Roe", "Bo Lind", "Una Moe"}),
        ("Attendees: Quay Trust, Ferry Institute", set()),
        ("Present: all members of the board", set()),
        ("Apologies: none", set()),
    ],
)
def test_who_was_present(lines: str, wanted: set[str]) -> None:
    assert names(read(f"Ferry Days\n\n{lines}\n\nIt rained.{MORE}\n")) == wanted


VERBATIM = """Verbatim record – third sitting
Coast Assembly, Committee on Crews

THE CHAIR (Ms Eva Norén): I declare the meeting open.

Mr LARSEN (Denmark): Thank you. Denmark supports the report, because crews deserve contracts.

Q2 Ms VIRTANEN (Finland): I have one question. Who will pay for it all?

Mr KOWAL (Poland), rapporteur: The ports will pay for it.

THE CHAIR: The sitting is closed.
"""


def test_turns_of_a_verbatim_record() -> None:
    facts = read(VERBATIM)
    assert sorted(spoken(facts), key=str) == [
        ("Eva Norén", None, "quote"),
        ("Eva Norén", None, "quote"),
        ("Kowal", None, "quote"),
        ("Larsen", None, "quote"),
        ("Virtanen", None, "quote"),
    ]
    starts = {row.evidence[0].start for row in facts[Statement]}
    assert starts >= {VERBATIM.index("Thank you"), VERBATIM.index("The ports"), VERBATIM.index("The sitting")}


@pytest.mark.parametrize(
    "lines",
    [
        f"Ms Ada Roe: the crews are tired of it all.\n\nPorts of call: Riga, Turku and Malmö in this order.{MORE}",
        "Papers:\n\nMs Ada Roe (Quay University): Fog at sea\n\nMr Bo Lind (Lake Institute): Who waits?\n\nMs Una Moe (Ferry Trust): Tides",
    ],
)
def test_a_colon_behind_a_name_makes_no_record(lines: str) -> None:
    assert spoken(read(f"Ferry Days\n\n{lines}\n")) == []


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Ms Ama Roe (Ghana) and Mr Bo Lind took the floor.", {"ama-roe", "bo-lind"}),
        ("Mr Bo Lind (Norway) participated in the discussion.", {"bo-lind"}),
        ("The following intervened: Ms Ama Roe (Ghana), Mr Bo Lind (Norway).", {"ama-roe", "bo-lind"}),
        ("Ms Ama Roe (Ghana) took the ferry.", set()),
    ],
)
def test_who_took_the_floor(sentence: str, wanted: set[str]) -> None:
    facts = read(
        f"Ferry Days\n\n1. Adoption of the agenda\n\n{sentence} It rained.{MORE}\n\n2. Next meeting\n\nIt will be in May.\n"
    )
    assert {who for who, _ in parts(facts)} == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("It elected Ms Ama Roe (Ghana) as Rapporteur.", ("Ama Roe", "Rapporteur", None, "GHA")),
        ("It appointed Mr Lind (Norway) rapporteur on fog.", ("Bo Lind", "rapporteur", None, "NOR")),
        ("Ms Ama Roe (Ghana) was unanimously re-elected Vice-Chair.", ("Ama Roe", "Vice-Chair", None, "GHA")),
        ("Mr Lind was appointed to the working group as well.", None),
        ("It thanked Mr Lind as its Chair had done.", None),
    ],
)
def test_offices_that_a_meeting_gives(sentence: str, wanted: tuple[str, str, None, str] | None) -> None:
    found = posts(read(f"Ferry Days\n\nMs Ama Roe and Mr Bo Lind came late. {sentence}{MORE}\n"))
    assert {post for post in found if post[1]} == ({wanted} if wanted else set())


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("BALTIC–ARCTIC PARLIAMENTARY ASSEMBLY", "Baltic–Arctic Parliamentary Assembly"),
        ("COMMITTEE ON FERRIES AND CREWS", "Committee on Ferries and Crews"),
        ("FERRIES AND CREWS", None),
        ("PRESS RELEASE BY THE COMMITTEE ON FERRIES", None),
    ],
)
def test_bodies_in_capitals_over_a_text(head: str, wanted: str | None) -> None:
    facts = read(f"{head}\n\nMinutes\n\nIt rained.{MORE}\n")
    assert {body.name for body in facts[Organisation]} == ({wanted} if wanted else set())


@pytest.mark.parametrize(
    ("heading", "behind", "kinds"),
    [
        ("CONCLUSIONS AND DECISIONS", "In closing, the Chair thanked the crews.", ["session", "session"]),
        ("Outcomes and next steps", "A report will follow in the spring.", ["session", "other"]),
    ],
)
def test_conclusions_end_the_last_session(heading: str, behind: str, kinds: list[str]) -> None:
    text = f"Ferry Days\n\nSESSION I – FOG\n\n{TOLD}\n\n{heading}\n\n{behind} {MORE}\n"
    assert [part.kind for part in parse_report(text).parts if part.kind != "introduction"] == kinds


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The meeting was led by Mr Bo Lind, Director of Ports (“the Chair”). The Chair said that it was late.", "Bo Lind"),
        ("Ms Nor Aini binti Roe said that it was late.", "Nor Aini binti Roe"),
        ("Ms June Roe (Malta) said that it was late.", "June Roe"),
        ("Mr Ferreira (Tuvalu) said that it was late.", "Ferreira"),
    ],
)  # fmt: skip
def test_who_is_named_so(sentence: str, who: str) -> None:
    facts = read(f"Ferry Days\n\n{sentence} It rained.{MORE}\n")
    assert who in {name for name, *_ in spoken(facts)}
    assert len(facts[Statement]) == 1
