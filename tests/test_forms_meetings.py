"""Official reports and proceedings: numbered paragraphs, times in brackets, roles and lists of people in running text."""

from __future__ import annotations

import pytest
from forms import MORE, names, parts, posts, read

from vmcgraph.extraction.narrated import sentence_start
from vmcgraph.model import Facts, Organisation, Participation, Session, Statement
from vmcgraph.reading import parse_report
from vmcgraph.reading.formats import html_source


def times(facts: Facts) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(session.title, session.date, session.start, session.end) for session in facts[Session]]


def online(facts: Facts) -> set[str]:
    return {row.person.removeprefix("person/") for row in facts[Participation] if row.online}


REPORT = """Report of the Committee on Tides on its ninth session, held in Nairobi from 12 to 14 March 2031

A. Opening plenary
(Wednesday, 12 March, 10 a.m.–noon)

1. The ninth session of the Committee on Tides was opened by Ms. Abena OWUSU (Ghana), Chair of the Committee, on Wednesday, 12 March 2031. Opening statements were delivered by Mr. Pavel NOVOTNY, Deputy Executive Director of the Harbour Programme; and H.E. Ms. Leila BEN SALAH, Minister for Maritime Affairs of Tunisia.

2. Ms. BEN SALAH underlined that no port was too small to matter. Mr. NOVOTNY, who joined the meeting via videoconference, noted that funds had fallen by half.

B. Panel discussion 1: Crews without papers
(Wednesday, 12 March, 3–5.30 p.m.)

3. The panel discussion, chaired by Mr. Rafael ITURBE (Uruguay), comprised the following panellists: Ms. Noor HADDAD, Director of Legal Affairs at the Seafarers' Trust; Mr. Petru IONESCU, Head of the Crews Unit in the Ministry of Transport of Romania; and Professor Li-Hua CHEN of the University of Keelung.

4. Speaking from the floor, Ms. Katrin LEPIK, Tide Envoy of Estonia, asked who would pay for it.

C. Interactive dialogue with civil society
(Thursday, 13 March, 9 a.m. to 12.30 p.m.)

5. Mr. ITURBE took the chair. Presentations were given by Mr. Samuel OTIENO (Tide Watch Kenya) and Ms. Greta LINDQVIST (Nordic Crews' Union).

D. Adoption of the report

6. The Committee adopted its report at its last meeting, on 14 March 2031.
"""


def test_numbered_paragraphs_tell_sessions_and_who_took_part() -> None:
    facts = read(REPORT)
    assert times(facts) == [
        ("Opening plenary", "2031-03-12", "10:00", "12:00"),
        ("Crews without papers", "2031-03-12", "15:00", "17:30"),
        ("Interactive dialogue with civil society", "2031-03-13", "09:00", "12:30"),
    ]
    assert parts(facts) == {
        ("abena-owusu", "opening"), ("pavel-novotny", "opening"), ("leila-ben-salah", "opening"),
        ("rafael-iturbe", "moderator"), ("noor-haddad", "speaker"), ("petru-ionescu", "speaker"),
        ("li-hua-chen", "speaker"), ("katrin-lepik", "speaker"), ("samuel-otieno", "speaker"), ("greta-lindqvist", "speaker"),
    }  # fmt: skip
    assert online(facts) == {"pavel-novotny"}
    assert {
        ("Abena Owusu", "Chair", "Committee on Tides", "GHA"),
        ("Petru Ionescu", "Head", "Ministry of Transport", "ROU"),
        ("Katrin Lepik", "Tide Envoy", None, "EST"),
        ("Samuel Otieno", None, "Tide Watch Kenya", ""),
        ("Greta Lindqvist", None, "Nordic Crews' Union", ""),
    } <= posts(facts)
    assert REPORT.index("2. Ms. BEN") + 3 in {row.evidence[0].start for row in facts[Statement]}


def test_a_chapter_of_the_same_number_ends_a_session() -> None:
    *_, last = parse_report(REPORT).parts
    assert (last.kind, last.title) == ("other", "D. Adoption of the report")


def test_numbered_headings_over_paragraphs_stay_headings() -> None:
    text = "Ferries\n\n1. Crews need papers, and ports need crews who have them.\n\nIt rained." + MORE
    assert [block.kind for block in parse_report(text).blocks] == ["heading", "list", "paragraph"]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The third working session was presided over by Ms Ama Boateng.", "moderator"),
        ("Ms Ama Boateng chaired the second round table.", "moderator"),
        ("Chairing the meeting, Ms Ama Boateng asked for short speeches.", "moderator"),
        ("The workshop was co-chaired by Ms Ama Boateng.", "moderator"),
        ("Under the chairmanship of Ms Ama Boateng, Mr Bo Ström spoke.", "moderator"),
        ("Ms Ama Boateng took the chair.", "moderator"),
        ("The meeting was inaugurated by Ms Ama Boateng.", "opening"),
        ("Opening the workshop, Ms Ama Boateng thanked the crews.", "opening"),
        ("Closing remarks were made by Ms Ama Boateng.", "closing"),
        ("Ms Ama Boateng adjourned the meeting.", "closing"),
        ("In a keynote address, read out by a friend, Ms Ama Boateng spoke of fog.", "keynote"),
        ("The panellists were Ms Ama Boateng, Poet, and Mr Bo Ström, Pilot.", "speaker"),
        ("The meeting heard from Ms Ama Boateng.", "speaker"),
        ("In a keynote address, AMA BOATENG, Poet, spoke of fog.", "keynote"),
        ("It featured presentations by: Bo Ström, Pilot; and Ama Boateng, Poet.", "speaker"),
    ],
)
def test_what_prose_says_of_a_part(sentence: str, role: str) -> None:
    facts = read(f"Ferry Days 2030\n\nSession 1: Fog\n12 March 2030, 14:00–15:15\n\n{sentence} It rained.{MORE}\n")
    assert ("ama-boateng", role) in parts(facts)
    assert ("bo-strom", "moderator") not in parts(facts)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Ms Ama Boateng, Poet at the Quay Trust, connected by video, agreed.", {"ama-boateng"}),
        ("Ms Ama Boateng spoke, with 300 guests joining online.", set()),
        ("In a message delivered remotely, Ms Ama Boateng agreed.", {"ama-boateng"}),
        ("It featured Mr Bo Ström, Pilot; and, via video link, Ms Ama Boateng, Poet.", {"ama-boateng"}),
    ],
)
def test_who_is_there_from_afar(sentence: str, wanted: set[str]) -> None:
    facts = read(f"Ferry Days 2030\n\nSession 1: Fog\n12 March 2030, 14:00–15:15\n\n{sentence} It rained.{MORE}\n")
    assert online(facts) == wanted


def test_a_sentence_starts_behind_the_one_before() -> None:
    text = "It rained. As chair, Ms. Roe left."
    assert [sentence_start(text, 0, at) for at in (0, 11, 25)] == [0, 11, 11]


PROCEEDINGS = """# Harbour Futures 2030: Workshop proceedings

Malmö, 5–6 June 2030

## Day 1 – Wednesday 5 June

### Session 1 – Who counts the drowned?
*09:15–10:45, Room 5*

**Introduced and moderated by:** Ingrid Aas (Nordic Tide Institute)
**Panel:** Omar Haddad (Boats for All), Lucy Mwangi (Deputy Director, Kenya Ports Authority), Piotr Zielinski (journalist)

Omar Haddad objected that the map left out the rivers.

### Session 2 – Ferries and faith
*11:15–12:30, Room 5*

**Chair/Discussant:** Lucy Mwangi (Kenya Ports Authority)
**Papers:**
1. Tomas Berg (Lund University): Prayers on deck
2. Aiko Mori (Kobe Maritime University), online: Shrines in harbours

Tomas Berg showed that chaplains know more than captains.

## Day 2 – Thursday 6 June

### Closing discussion
*09:00–10:00*

The workshop was wrapped up by Ingrid Aas. Piotr Zielinski suggested meeting again in Gdynia.

## Funding

The workshop was funded by the Tide Foundation.
"""


def test_proceedings_with_times_below_their_titles() -> None:
    facts = read(PROCEEDINGS)
    assert times(facts) == [
        ("Who counts the drowned?", "2030-06-05", "09:15", "10:45"),
        ("Ferries and faith", "2030-06-05", "11:15", "12:30"),
        ("Closing discussion", "2030-06-06", "09:00", "10:00"),
    ]
    assert parts(facts) == {
        ("ingrid-aas", "moderator"), ("omar-haddad", "speaker"), ("lucy-mwangi", "speaker"), ("piotr-zielinski", "speaker"),
        ("lucy-mwangi", "moderator"), ("tomas-berg", "speaker"), ("aiko-mori", "speaker"), ("ingrid-aas", "closing"),
    }  # fmt: skip
    assert online(facts) == {"aiko-mori"}
    assert {
        ("Omar Haddad", None, "Boats for All", ""),
        ("Piotr Zielinski", "journalist", None, ""),
        ("Aiko Mori", None, "Kobe Maritime University", ""),
    } <= posts(facts)
    assert "other" in {part.kind for part in parse_report(PROCEEDINGS).parts}


SUMMARY = """GULF FERRY FORUM
Muscat, 3–4 February 2030

Sunday, 3 February 2030

9:00 a.m. – 9:30 a.m.
OPENING
Welcome by H.E. Dr. Salim AL HARTHI, Minister of Labour, Oman

9:30 a.m. – 11:00 a.m.
SESSION 1
Ministerial round table
Recruitment at sea
Chair:
Mr. James OKELLO
Permanent Secretary, Ministry of Labour, Uganda
Panellists:
Ms. Farah SIDDIQUI
Joint Secretary, Ministry of Ports, Pakistan
Mr. AHN Jun-ho
Director, Korea Crew Agency

19:30
Dinner hosted by the Ministry of Labour
Al Bustan Palace

Monday, 4 February 2030

9:00 a.m. – 9:30 a.m.
CLOSING
H.E. Dr. Salim AL HARTHI

SUMMARY OF THE CHAIR

1. Opening

Dr. AL HARTHI stressed that crews are workers, and that nobody should wait for years.

2. Recruitment at sea

As Mr. OKELLO was late, Ms. SIDDIQUI chaired the session. Mr. AHN, who took part by video link, said that the agency would follow soon.
"""


def test_titles_of_the_programme_come_again_over_the_summary() -> None:
    facts = read(SUMMARY)
    assert [(session.title, session.format, session.start) for session in facts[Session] if not session.social] == [
        ("OPENING", "OPENING", "09:00"), ("Recruitment at sea", "Ministerial round table", "09:30"), ("CLOSING", "CLOSING", "09:00"),
    ]  # fmt: skip
    assert [session.title for session in facts[Session] if session.social] == [
        "Dinner hosted by the Ministry of Labour"
    ]
    assert {("salim-al-harthi", "opening"), ("salim-al-harthi", "closing"), ("farah-siddiqui", "moderator")} <= parts(
        facts
    )
    assert {row.session for row in facts[Statement]} == {"session/x2030/s01", "session/x2030/s02"}


PAGE = """<html><body><h1>Andean Ferry Dialogue</h1><h2>Programme</h2>
<table><tr><th>Hour</th><th>Item</th><th>Chair</th><th>Introduced by</th></tr>
<tr><td colspan="4">Wednesday, 8 May 2030</td></tr>
<tr><td>09:00-10:00</td><td>Registers of boats</td><td>Ms Carla Quispe</td><td>Mr Jorge Luna</td></tr>
<tr><td colspan="4">Thursday, 9 May 2030</td></tr>
<tr><td>10:00-11:30</td><td>Insurance of crews</td><td>Mr Hugo Paz</td><td>Secretariat</td></tr></table>
<h2>Item 1. Registers of boats</h2>
<p>Ms Eva Stein, connected remotely, recommended a single number for every boat on the lake.</p>
<h2>Item 2. Insurance of crews</h2><p>Mr Pedro Inca told the meeting that nobody had ever paid him.</p>
<h2>Participants</h2>
<table><tr><th>Name</th><th>Position</th><th>Delegation</th></tr>
<tr><td>Ms Carla QUISPE</td><td>Director of Ports, Ministry of Transport</td><td>Peru</td></tr>
<tr><td>Mr Hugo PAZ (online)</td><td>Programme Officer</td><td>Straits Support Unit</td></tr></table></body></html>"""


def test_columns_say_who_chairs_and_bodies_send_delegations() -> None:
    facts = read(html_source(PAGE.encode(), "a.html"))
    assert [(session.title, session.date) for session in facts[Session]] == [
        ("Registers of boats", "2030-05-08"), ("Insurance of crews", "2030-05-09"),
    ]  # fmt: skip
    assert parts(facts) == {
        ("carla-quispe", "moderator"), ("jorge-luna", "speaker"), ("hugo-paz", "moderator"), ("pedro-inca", "speaker"),
    }  # fmt: skip
    assert online(facts) == {"hugo-paz"}
    assert ("Hugo Paz", "Programme Officer", "Straits Support Unit", "") in posts(facts)
    assert "Straits Support Unit" not in names(facts)


# ---------------------------------------------------------------- persons and posts in prose


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("For Ama Boateng (Quay Centre for Ferry Law), this was late.", ("Ama Boateng", None, "Quay Centre for Ferry Law", "")),
        ("Ama Boateng, Weaver at Looms for Peace in South Africa, agreed.", ("Ama Boateng", "Weaver", "Looms for Peace", "ZAF")),
        ("Ama Boateng, who runs the Lima office of the Harbour Foundation, agreed.", ("Ama Boateng", None, "Harbour Foundation", "")),
        ("Ama Boateng, until last year a Special Adviser at the Harbour Office, agreed.",
         ("Ama Boateng", "Special Adviser", "Harbour Office", "")),
        ("“Ask me later,” replied its Harbour Minister, Ama Boateng.", ("Ama Boateng", "Harbour Minister", None, "")),
        ("Ama Boateng, Chief Officer of the Ports and Tides Authority of Kenya, agreed.",
         ("Ama Boateng", "Chief Officer", "Ports and Tides Authority", "KEN")),
        ("Ama Boateng, Director of the Visa Division in Ghana's Ministry of Ports, agreed.",
         ("Ama Boateng", "Director", "Ministry of Ports", "GHA")),
        ("Ms Ama Boateng, Comptroller of Malta Customs, agreed.", ("Ama Boateng", "Comptroller", "Malta Customs", "MLT")),
    ],
)  # fmt: skip
def test_posts_in_prose(sentence: str, wanted: tuple[str, str | None, str | None, str]) -> None:
    assert wanted in posts(read(f"Harbours\n\n{sentence}{MORE}\n"))


def test_the_committee_is_the_one_that_the_text_names() -> None:
    facts = read(
        f"Harbours\n\nThe Standing Panel on Tides met in Lima.{MORE} Ms Ama Boateng (Ghana) spoke.\n\n"
        f"The meeting was closed by the President of the Panel, Ms Boateng.{MORE}\n"
    )
    assert ("Ama Boateng", "President", "Standing Panel on Tides", "") in posts(facts)
    assert "Standing Panel on Tides" in {body.name for body in facts[Organisation]}


def test_speech_around_quotations_is_no_pull_quote() -> None:
    text = (
        f"Harbours\n\nIt rained.{MORE}\n\n“Nobody here won,” Ghanaian Harbour Minister Ama Boateng told reporters in the rain. “That is a negotiation.”\n\n"
        f"Bo Ström, a spokesman for Boats for All, blamed both. He left early.{MORE}\n"
    )
    facts = read(text)
    assert ("Ama Boateng", "Harbour Minister", None, "GHA") in posts(facts)
    assert ("Bo Ström", "spokesman", "Boats for All", "") in posts(facts)


# ---------------------------------------------------------------- bulletins


BULLETIN = """Tide Watch Bulletin
Vol. 3 No. 9

Tides ICT-4 Highlights:
Wednesday, 12 March 2031

The fourth session of the Intergovernmental Committee on Tides (ICT-4) went on in Nairobi, where delegates worked on lamps until late in the evening.

Opening Plenary

ICT Chair Ada Nkemelu (Ghana) opened the plenary. She reminded delegates that “a lamp is no lighthouse.”

Executive Secretary Bo Ström reported that nine ports had paid. For the Fishers’ Caucus, Rosa Lima asked who would pay for the others.

Contact Group 1: Lamps

The group, co-chaired by Una Weir (Malta) and Jonas Quist (Norway), considered two articles on lamps. Weir announced that a small group, to be facilitated by Ola Strand (Fiji), would report back on Friday. Then-Chair Carl Fenn was remembered by nobody.

Informal Consultations on Seats

Over lunch, Facilitator Lena Moss (Samoa) took delegates through the options for a seat, of which there were as many as there were delegates.

In the Corridors

Wednesday was the day on which the lamps would be lit. Nobody lit them, and many delegates went home in the dark.

This issue of the Tide Watch Bulletin is written and edited by Ina Berg, Ph.D., Karl Otieno and Mia Duarte. The Director of Reporting Services is Tom Hale.
"""


def test_a_bulletin_tells_of_sittings_and_of_who_led_them() -> None:
    facts = read(BULLETIN)
    assert [(row.title, row.format, row.date) for row in facts[Session]] == [
        ("Opening Plenary", "Opening Plenary", "2031-03-12"),
        ("Lamps", "Contact Group", "2031-03-12"),
        ("Seats", "Informal Consultations", "2031-03-12"),
    ]
    assert parts(facts) == {
        ("ada-nkemelu", "moderator"), ("bo-strom", "speaker"), ("rosa-lima", "speaker"), ("una-weir", "moderator"), ("jonas-quist", "moderator"),
        ("lena-moss", "moderator"),
    }  # fmt: skip
    assert {"Ola Strand", "Ina Berg", "Karl Otieno", "Mia Duarte", "Tom Hale"} <= names(facts)
    assert {
        ("Ada Nkemelu", "Chair", "Intergovernmental Committee on Tides", "GHA"),
        ("Rosa Lima", None, "Fishers' Caucus", ""),
        ("Tom Hale", "Director of Reporting Services", None, ""),
    } <= posts(facts)
    assert {row.type for row in facts[Organisation] if "Caucus" in row.name} == {"network"}


def test_the_corridors_and_the_colophon_are_no_sitting() -> None:
    *_, sitting, corridors, colophon = parse_report(BULLETIN).parts
    assert (sitting.kind, corridors.kind, colophon.kind) == ("session", "reflections", "about")


def test_a_heading_with_a_word_of_programmes_is_no_session_of_itself() -> None:
    prose = "The lamps were lit in nine ports, and in a tenth one they were not, for want of oil." + MORE
    assert not read(f"Annual report 2030\n\nTraining\n\n{prose}\n\nConsultation\n\n{prose}\n\nDiscussion\n\n{prose}\n")[
        Session
    ]
    told = read(f"Report on the Ferry Days 2030\n\nPanel 1: Fog\n\n{prose}\n\nPanel 2: Tides\n\n{prose}\n")
    assert [(row.title, row.format) for row in told[Session]] == [("Fog", "Panel"), ("Tides", "Panel")]


def test_whom_a_bulletin_names_in_single_sentences() -> None:
    facts = read(
        "Tide Watch Highlights\nMonday, 4 November 2030\n\nOpening Plenary\n\nCOP-2 President Ada Nkemelu (Ghana) opened the meeting, noting that 61 ports had come.\n\n"
        "Deputies elected Rosa Lima (Peru) as COP-3 President by acclamation. They appointed Marie-Claire Tamm (Malta) as Rapporteur.\n\nContact Groups\n\nBudget: Chaired by "
        "Osvaldo Paz Ruiz (Chile), the group discussed what the lamps would cost.\n\nThe Tide Watch is written by Jessica Berg-Hale, Ph.D., and Karl Fredvik.\n"
    )
    assert {("ada-nkemelu", "moderator"), ("osvaldo-paz-ruiz", "moderator")} <= parts(facts)
    assert names(facts) == {
        "Ada Nkemelu", "Rosa Lima", "Marie-Claire Tamm", "Osvaldo Paz Ruiz", "Jessica Berg-Hale", "Karl Fredvik",
    }  # fmt: skip


def test_groups_of_a_working_group_and_who_is_asked_to_consult() -> None:
    facts = read(
        "Tide Watch Highlights\nMonday, 4 November 2030\n\nThe third session of the Open-ended Working Group on Lost Buoys (WGLB-3) went on in Leith, where 61 ports had come.\n\n"
        "SUB-GROUP A: FOG AND LAMPS\n\nCo-Facilitator Ada Nkemelu (Ghana) explained that the buoys follow the Ferry Pact. VIET NAM, MALTA and PERU asked why. KENYA and NEPAL did not.\n\n"
        "Invited by the Co-Facilitators, Jonas Quist of the Ferry Institute (FI) cautioned that fog is patient. He added that lamps are not.\n\nSUB-GROUP B: ROPES\n\n"
        "Facilitator Bo Ström (Malta) invited Una Weir (Ireland) and Karl Otieno (Kenya) to consult on the ropes and to report back on Thursday.\n\nCHAIR’S CONSULTATIONS: SEATS\n\n"
        "Vice-Chair Rosa Lima (Peru) presided in the Chair’s absence, and the seats were counted twice before the evening.\n\nCONTACT GROUP ON OIL\n\n"
        "Co-Chairs Olivia Moss (Viet Nam) and Marek Hale (Poland) presented a text on who pays for the oil of the lamps.\n\nCONTACT GROUP ON NETS\n\n"
        "Co-chaired by Leila Tamm (Tunisia) and Per Lind (Sweden), the contact group considered three sorts of nets in one evening.\n"
    )
    assert [(row.title, row.format) for row in facts[Session]] == [
        ("FOG AND LAMPS", "SUB-GROUP"),
        ("ROPES", "SUB-GROUP"),
        ("SEATS", "CHAIR'S CONSULTATIONS"),
        ("OIL", "CONTACT GROUP"),
        ("NETS", "CONTACT GROUP"),
    ]
    assert {("ada-nkemelu", "moderator"), ("bo-strom", "moderator"), ("rosa-lima", "moderator")} <= parts(facts)
    assert {"Jonas Quist", "Una Weir", "Karl Otieno"} <= names(facts)
    assert {("olivia-moss", "moderator"), ("marek-hale", "moderator"), ("per-lind", "moderator")} <= parts(facts)
    assert ("Olivia Moss", "Co-Chair", None, "VNM") in posts(facts)
    assert ("Una Weir", None, None, "IRL") in posts(facts)
    bodies = {row.name for row in facts[Organisation]}
    assert "Open-ended Working Group on Lost Buoys" in bodies
    assert "Non-Aligned Movement" not in bodies


def test_a_programme_in_a_table_of_a_page_whose_cells_have_lines() -> None:
    page = (
        "<html><body><main><h1>Tide Days 2030</h1><p>Nairobi, 7 May 2030</p><table><tr><th>Time</th><th>Session</th><th>Speakers</th></tr><tr><td>09:30 – 11:00</td><td>"
        "<strong>Panel 1</strong><br>Lamps</td><td>Chair: Una Weir (Tide University)<br>Jonas Quist, journalist, The Lamp</td></tr></table></main></body></html>"
    )
    facts = read(html_source(page.encode(), "page.html"))
    assert [(row.title, row.format, row.start) for row in facts[Session]] == [("Lamps", "Panel", "09:30")]
    assert parts(facts) == {("una-weir", "moderator"), ("jonas-quist", "speaker")}


def test_a_panel_by_its_theme_and_what_a_meeting_acts_on_are_sessions() -> None:
    opening = f"Opening Remarks\n\nAMA BOATENG (Ghana), President of the Council, said that tides wait.{MORE}"
    panel = f"Panel Discussion\n\nThe Council then held a panel discussion titled “Zero Fog: Hope or Alibi?” Bo Ström, Permanent Representative of Sweden, moderated.{MORE}"
    action = f"Action on Draft Resolution\n\nEWA KASK (Estonia) introduced the draft resolution on fog.{MORE}"
    facts = read(f"Council on Tides\n\n{opening}\n\n{panel}\n\n{action}\n")
    assert [session.title for session in facts[Session]] == [
        "Opening Remarks",
        "Zero Fog: Hope or Alibi?",
        "Action on Draft Resolution",
    ]
    assert ("bo-strom", "moderator") in parts(facts)


def test_a_body_whose_session_is_numbered_employs_its_officers() -> None:
    text = f"The fourth session of the Ad Hoc Working Group on a Protocol on Tides (AHWG-4) met in Geneva. AHWG Chair Ama Boateng (Ghana) opened it.{MORE}"
    body = "Ad Hoc Working Group on a Protocol on Tides"
    assert ("Ama Boateng", "Chair", body, "GHA") in posts(read(f"Tides\n\n{text}\n"))


def test_what_a_committee_does_in_a_sitting_is_a_session() -> None:
    prose = "The lamps were lit in nine ports, and in a tenth one they were not, for want of oil." + MORE
    facts = read(
        f"Press note on the Tidal Forum\n\nPresentation of the report\n\n{prose}\n\nHearing of experts\n\n{prose}\n\nExchange of views with the Minister of Ports of Malta\n\n{prose}\n\n"
        f"Background\n\n{prose}\n\nConclusions and closing\n\n1.  The Forum asked the ports:\n\n(a) to light the lamps;\n\n(b) to buy the oil.\n"
    )
    assert [row.title for row in facts[Session]] == [
        "Presentation of the report", "Hearing of experts", "Exchange of views with the Minister of Ports of Malta", "Conclusions and closing",
    ]  # fmt: skip


def test_a_line_below_the_title_with_time_and_chair_is_no_title() -> None:
    facts = read(
        "# Tidal Forum 2030\n\n## Panel 2: Whose lamps? Crews and ports\n\n*Thursday, 12 June 2030, 14:00–15:30. Chair: Ada Brook, Port Office*\n\nThe lamps were lit in nine ports."
        + MORE
    )
    assert [(row.title, row.start) for row in facts[Session]] == [("Whose lamps? Crews and ports", "14:00")]
    assert parts(facts) == {("ada-brook", "moderator")}


@pytest.mark.parametrize(
    ("sentence", "takes_part"),
    [
        ("The panel was opened by Karl Lund, as planned.", True),
        ("The panel was not opened by Karl Lund, as planned.", False),
        ("The session was to be moderated by Karl Lund, who fell ill.", False),
        ("The discussion was never moderated by Karl Lund.", False),
        ("The bridge was opened by Karl Lund in 2019.", False),
        ("A debate in 2012 was moderated by Karl Lund.", False),
    ],
)
def test_a_passive_gives_a_role_only_in_the_session_and_where_it_came_about(sentence: str, takes_part: bool) -> None:
    head = "# Fog Summit 2032\n\n## Panel: Fog\n\nModerator: Ana Torres, Director, Quay Institute\nSpeakers: Peter Hale, Minister of Ports, Malta"
    facts = read(f"{head}\n\n{sentence}{MORE}\n")
    assert ("karl-lund" in {who for who, _ in parts(facts)}) is takes_part
